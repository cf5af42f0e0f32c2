"""``doctor``, ``explain`` and ``config``: the program about itself."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Annotated, Any

from audit.cli.options import Argument, command
from audit.cli.session import Exit, Session
from audit.config import SECRET
from crawler.hostrules import HostRule
from quotations.codec import encode
from quotations.errors import UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from audit.doctor import Check

Code = Annotated[str | None, Argument("CODE", "A rule's code, a verdict or a flag.")]


def doctor(session: Session) -> int:
    """Say the versions, test the address guard, and whether the archive can be opened."""
    from audit.doctor import examine

    rows = examine(session.config)
    if session.config.format == "json":
        session.emit(json.dumps({"checks": [dataclasses.asdict(row) for row in rows]}, ensure_ascii=False))
    else:
        session.emit(_health(rows, color=session.screen().color))
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
    session.emit(rules_list(found, form, session.screen()))
    return session.exit(Severity.OK)


def show(session: Session) -> int:
    """Print every setting, its value, and where the value comes from."""
    config = session.config
    rows: dict[str, Any] = {
        field.name: getattr(config, field.name) for field in dataclasses.fields(config) if field.name != "provenance"
    }
    rows["db"] = config.archive
    rows |= {name: "set" for name in SECRET if rows[name]}
    if config.format == "json":
        told = {name: {"value": value, "from": config.provenance.get(name, "default")} for name, value in rows.items()}
        session.emit(json.dumps(told, ensure_ascii=False, default=_plain))
        return session.exit(Severity.OK)
    width = max(map(len, rows))
    lines = (
        _setting(f"{name:<{width}}", _shown(name, value), config.provenance.get(name)) for name, value in rows.items()
    )
    session.emit("\n".join(lines))
    return session.exit(Severity.OK)


def _health(rows: list[Check], *, color: bool) -> str:
    """What `doctor` saw, and in one line at the end whether all is well."""
    width = max(len(row.what) for row in rows)
    green, red, plain = ("\033[32m", "\033[31m", "\033[0m") if color else ("", "", "")
    marks = {True: f"{green}✓{plain}", False: f"{red}✗{plain}"}
    wrong = [row.what for row in rows if not row.ok]
    told = f"not in place: {', '.join(wrong)}" if wrong else "everything is in place"
    return "\n".join([*(f"{marks[row.ok]} {row.what:<{width}}  {row.found}" for row in rows), "", told])


def _plain(value: Any) -> Any:
    """A setting's value as JSON has it."""
    return encode(value) if dataclasses.is_dataclass(value) else list(value)


def _setting(name: str, shown: str, origin: str | None) -> str:
    """A line of `config show`; what is no default says where it comes from."""
    line = f"{name}  {shown or '–'}"
    return f"{line:<50}  from {origin}" if origin else line


def _shown(name: str, value: Any) -> str:
    """A setting's value for people; "" where there is none."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "hosts":
        return "; ".join(map(_rule, value))
    if name == "endpoints":
        return ", ".join(one.name for one in value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if name == "delay" and value < 0:
        return "1 second; none at admitted addresses"
    if name in ("max_body", "max_input"):
        return f"{value} ({value / 1024 / 1024:.0f} MiB)"
    if name in ("fail_on", "max_age") and not value:
        return "the command's own"
    return str(value)


def _rule(rule: HostRule) -> str:
    """What is asked of one host, as the settings have it."""
    asked = {field.name: getattr(rule, field.name) for field in dataclasses.fields(rule) if field.name != "host"}
    return f"{rule.host}: " + ", ".join(f"{name} {value}" for name, value in asked.items() if value not in (None, ""))


COMMANDS = (
    command(doctor, "doctor", examples=("doctor", "doctor --format json")),
    command(explain, "explain", examples=("explain", "explain CRITICAL", "explain context_negated")),
    command(show, "config show", examples=("config show", "config show --format json")),
)
