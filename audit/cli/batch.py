"""``check --batch``: many quotations, answered as they come in, in the order of the lines."""

from __future__ import annotations

import json
import os
import select
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from audit.cli.session import Session
from quotations.errors import CitetrailError, EmptyInput, MissingInput
from quotations.model import Finding, Severity

#: So many lines are worked on at a time, or so many bytes.
LINES, BYTES = 2000, 8 * 1024 * 1024
#: Seconds to wait for more of what somebody types or pipes before answering what is there.
PATIENCE = 0.05


def check_batch(session: Session, path: Path, as_of: date | None) -> int:
    """Check every line of *path* ("-" for standard input); one bad line is an error line, not the end."""
    from audit.service.batch import Batch, Line
    from audit.service.bench import Bench
    from crawler.sandbox import Sandbox
    from reports.records import check_record, error_record
    from reports.summary import gravest
    from reports.terminal.answers import answer_lines, fault_line

    form, screen = session.format(("terminal", "json")), session.screen()
    worst: Severity | None = None
    unchecked, count = False, 0
    with ExitStack() as held:
        source = held.enter_context(_open(path))
        write = held.enter_context(session.writing())
        progress = held.enter_context(session.progress("checking", _length(source)))
        sandbox = held.enter_context(Sandbox())

        def answered(line: Line, finding: Finding | None, fault: CitetrailError | None) -> None:
            nonlocal worst, unchecked, count
            if finding is None:
                assert fault is not None
                told = _json(error_record(fault, id=line.id)) if form == "json" else fault_line(line.id, fault.message)
            else:
                told = (
                    _json(check_record(finding, id=line.id, quote=line.quote))
                    if form == "json"
                    else answer_lines(line.id, finding, screen)
                )
                worst = gravest((worst, finding.severity))
            unchecked = unchecked or finding is None or finding.severity is None
            count += 1
            write(f"{told}\n")
            progress.step(line.source)

        def looking() -> Bench:
            return Bench(session.config, sandbox, held.enter_context(session.archive()))

        Batch(session.config, sandbox, looking, answered, as_of).run(
            [Line.of(text) for text in window] for window in windows(source)
        )
        if not count:
            raise EmptyInput(
                f"{path} holds no line", hint='write {"id": …, "quote": …, "source": …} a line', subject=str(path)
            )
    return session.exit(worst, unchecked=unchecked)


def _open(path: Path) -> Any:
    try:
        return os.fdopen(os.dup(0), "rb", buffering=0) if str(path) == "-" else path.open("rb", buffering=0)
    except OSError as error:
        raise MissingInput(
            f"{path} cannot be read: {error.strerror}", hint="look at its name", subject=str(path)
        ) from error


def _length(source: Any) -> int | None:
    """How many lines a file has; None for a pipe or a terminal."""
    if not source.seekable():
        return None
    lines = sum(chunk.count(b"\n") for chunk in iter(lambda: source.read(1 << 20), b""))
    source.seek(0)
    return lines or None


def windows(source: Any) -> Iterator[list[str]]:
    """The lines of *source* (unbuffered), some thousands at a time; of a pipe, what there is when it pauses."""
    window: list[str] = []
    rest, size, over = b"", 0, False
    while not over:
        if window and not select.select([source], [], [], PATIENCE)[0]:
            yield window
            window, size = [], 0
        chunk = source.read(1 << 16)
        over = not chunk
        *whole, rest = (rest + chunk).split(b"\n") if chunk else [rest, b""]
        for line in whole:
            if line.strip():
                window.append(line.decode("utf-8", "replace"))
                size += len(line)
            if len(window) >= LINES or size >= BYTES:
                yield window
                window, size = [], 0
    if window:
        yield window


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False)
