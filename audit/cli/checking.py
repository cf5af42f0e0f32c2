"""``check``: one quotation on demand, or many from a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from audit.cli.options import AS_OF, Argument, Option, command
from audit.cli.session import Session
from audit.durations import day
from audit.inputs import askable, is_url
from quotations.errors import UsageError
from quotations.model import Finding, Severity, Verdict

Words = Annotated[str | None, Argument('"WORDS"', "The quoted words.")]
Source = Annotated[str | None, Argument("URL|FILE|-", "Where they are said to stand; - for standard input.")]
Batch = Annotated[
    Path | None,
    Option(("--batch",), "Check every line {id, quote, source} of this file; - for standard input.", "FILE.jsonl"),
]
AsOf = Annotated[str | None, Option(("--as-of",), AS_OF, "DATE")]
Explain = Annotated[bool, Option(("--explain",), "Show every rule that fired, in order.")]

#: How old a held capture may be unless --max-age says otherwise.
MAX_AGE = "1h"


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

        return check_batch(session, batch, day(as_of) if as_of else None)
    if words is None or source is None:
        raise UsageError("words and a source are needed", hint='citetrail check "the words" https://… or a file')
    import reports

    form = session.format(reports.CHECK_FORMATS)
    when = day(as_of) if as_of else None
    finding = _page(session, words, askable(source), when) if is_url(source) else _file(session, words, source)
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


def _page(session: Session, words: str, source: str, as_of: date | None) -> Finding:
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
            words,
            source,
            bench,
            max_age=session.config.age(MAX_AGE),
            as_of=as_of,
            progress=lambda capture: bar.step(capture.url),
        )


COMMANDS = (
    command(
        check,
        "check",
        "profile",
        "archives",
        "max_age",
        "fresh",
        "fail_on",
        "contact",
        "browser",
        fail_on="error",
        examples=(
            'check "the words as printed" https://example.org/minutes',
            'check "the words as printed" saved.html --explain',
            "check --batch questions.jsonl --format json",
        ),
    ),
)
