"""``check --batch``: many quotations, grouped by source, answers in the order of the lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from audit.cli.session import Session
from quotations.errors import MissingInput
from quotations.model import Severity


def check_batch(session: Session, path: Path) -> int:
    """Check every line of *path* ("-" for standard input); one bad line is an error line, not the end."""
    from audit.service.batch import Line, answers
    from audit.service.bench import Bench
    from crawler.sandbox import Sandbox
    from reports.records import check_record, error_record

    session.format(("terminal", "json"))
    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise MissingInput(
            f"{path} cannot be read: {error.strerror}", hint="look at its name", subject=str(path)
        ) from error
    lines = [Line.of(text) for text in raw.decode("utf-8", "replace").splitlines() if text.strip()]
    worst, unchecked, written = Severity.OK, False, []
    with ExitStack() as open_things, session.progress("checking", len({line.source for line in lines})) as progress:

        def looking() -> Bench:
            archive = open_things.enter_context(session.archive())
            return Bench(session.config, open_things.enter_context(Sandbox()), archive)

        for line, finding, fault in answers(lines, session.config, looking, progress.step):
            if finding is None:
                assert fault is not None
                record = error_record(fault, id=line.id)
                unchecked = True
            else:
                record = check_record(finding, id=line.id, quote=line.quote)
                worst = max(worst, finding.severity or Severity.OK, key=lambda severity: severity.rank)
                unchecked = unchecked or finding.severity is None
            written.append(record)
    session.emit("\n".join(_lines(written, session.config.format)))
    return session.exit(worst, unchecked=unchecked)


def _lines(records: list[dict[str, object]], form: str) -> Iterator[str]:
    for record in records:
        if form == "json":
            yield json.dumps(record, ensure_ascii=False)
        elif "error" in record:
            yield f"{record.get('id', '?')}\terror\t{record['error']}"
        else:
            yield f"{record['id']}\t{record['verdict']}\t{record['quote']}"
