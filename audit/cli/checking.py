"""``check``: one quotation on demand, or many from a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from audit.cli.options import command
from audit.cli.session import Session
from audit.durations import day
from audit.inputs import is_url
from quotations.errors import UsageError
from quotations.model import Finding, Severity, Verdict

Words = Annotated[str | None, typer.Argument(help="The quoted words.", metavar='"WORDS"', show_default=False)]
Source = Annotated[
    str | None,
    typer.Argument(
        help="Where they are said to stand; - for standard input.", metavar="URL|FILE|-", show_default=False
    ),
]
Batch = Annotated[
    Path | None,
    typer.Option(
        "--batch", help="Check every line {id, quote, source} of this file.", metavar="FILE.jsonl", show_default=False
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Judge the source as of this day.", metavar="DATE", show_default=False)
]
Explain = Annotated[bool, typer.Option("--explain", help="Show every rule that fired, in order.")]

#: How old a held capture may be unless --max-age says otherwise.
MAX_AGE = "1h"


def add(app: typer.Typer) -> None:
    """Add the commands of this module to *app*."""
    command(app, "check", "profile", "max_age", "fresh", "fail_on", "contact", fail_on="error")(check)


def check(
    session: Session,
    words: Words = None,
    source: Source = None,
    batch: Batch = None,
    as_of: AsOf = None,
    explain: Explain = False,
) -> int:
    """Say whether a source really has the quoted words."""
    if batch is not None:
        if words or source:
            raise UsageError("--batch takes its words and sources from the file", hint="leave them out")
        from audit.cli.batch import check_batch

        return check_batch(session, batch)
    if words is None or source is None:
        raise UsageError("words and a source are needed", hint='citetrail check "the words" https://… or a file')
    import reports

    form = session.format(reports.CHECK_FORMATS)
    if as_of:
        day(as_of)
    finding = _page(session, words, source) if is_url(source) else _file(session, words, source)
    session.emit(reports.render_check(finding, form, session.screen(explain=explain)))
    unchecked = finding.verdict is Verdict.UNCHECKED
    return session.exit(finding.severity or Severity.OK, unchecked=unchecked)


def _file(session: Session, words: str, source: str) -> Finding:
    from audit.service.batch import check_file
    from crawler.sandbox import Sandbox

    with Sandbox(workers=1) as sandbox:
        ((finding, error),) = check_file(source, [words], sandbox, session.config)
    if finding is None:
        assert error is not None
        raise error
    return finding


def _page(session: Session, words: str, source: str) -> Finding:
    from audit.service.bench import Bench
    from audit.service.checking import check_url
    from crawler.sandbox import Sandbox

    with (
        session.archive() as archive,
        Sandbox(workers=1) as sandbox,
        session.progress("looking at the source", 1) as bar,
    ):
        bench = Bench(session.config, sandbox, archive)
        return check_url(
            words, source, bench, max_age=session.config.age(MAX_AGE), progress=lambda capture: bar.step(capture.url)
        )
