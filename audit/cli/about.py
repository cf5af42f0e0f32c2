"""``doctor``, ``explain`` and ``config``: the program about itself."""

from __future__ import annotations

import dataclasses
import json
import sys
from typing import Annotated, Any

from audit.cli.options import Argument, command
from audit.cli.session import Exit, Session
from quotations.errors import UsageError
from quotations.model import Severity

Code = Annotated[str | None, Argument("CODE", "A rule's code, a verdict or a flag.")]


def doctor(session: Session) -> int:
    """Say the versions, test the address guard, and whether the archive can be opened."""
    from audit.doctor import examine

    rows = examine(session.config)
    if session.config.format == "json":
        session.emit(json.dumps({"checks": [dataclasses.asdict(row) for row in rows]}, ensure_ascii=False))
    else:
        width = max(len(row.what) for row in rows)
        session.emit("\n".join(f"{'ok ' if row.ok else 'NO '} {row.what:<{width}}  {row.found}" for row in rows))
    return Exit.CLEAN if all(row.ok for row in rows) else Exit.FAILED


def explain(session: Session, code: Code = None) -> int:
    """Print a rule of the law of verdicts with an example; without a code, list them all."""
    from quotations.judging.rules import RULES
    from reports.listing import rules_list

    form = session.format(("terminal", "json"))
    if code is None:
        found = list(RULES.values())
    elif code in RULES:
        found = [RULES[code]]
    else:  # a verdict or a flag: the rules that come to it
        found = [rule for rule in RULES.values() if code in (rule.verdict, rule.flag)]
    if not found:
        raise UsageError(f"there is no rule {code}", hint="`citetrail explain` lists them", subject=code or "")
    session.emit(rules_list(found, form))
    return session.exit(Severity.OK)


def show(session: Session) -> int:
    """Print every setting, its value, and where the value comes from."""
    config = session.config
    rows: dict[str, Any] = {
        field.name: getattr(config, field.name) for field in dataclasses.fields(config) if field.name != "provenance"
    }
    rows["db"] = config.archive
    if config.format == "json":
        told = {name: {"value": value, "from": config.provenance.get(name, "default")} for name, value in rows.items()}
        session.emit(json.dumps(told, ensure_ascii=False, default=list))
        return session.exit(Severity.OK)
    for name, value in rows.items():
        shown = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        sys.stdout.write(f"{name:<14} {shown or '–':<40} {config.provenance.get(name, 'default')}\n")
    return session.exit(Severity.OK)


COMMANDS = (
    command(doctor, "doctor", examples=("doctor", "doctor --format json")),
    command(explain, "explain", examples=("explain", "explain CRITICAL", "explain context_negated")),
    command(show, "config show", examples=("config show", "config show --format json")),
)
