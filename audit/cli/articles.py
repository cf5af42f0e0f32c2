"""``audit`` and ``read``: commands that take saved articles, and what `links` shares with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

from audit.cli.options import AS_OF, Argument, Option, command
from audit.cli.session import Session
from audit.cli.telling import told
from audit.durations import day
from audit.inputs import Input, expand
from quotations.errors import CitetrailError, UsageError
from quotations.model import Severity

if TYPE_CHECKING:
    from audit.service.bench import Bench
    from audit.service.collection import Request
    from audit.service.order import Order, Page
    from audit.service.reading import ReadFile
    from crawler.sandbox import Sandbox
    from quotations.model import Audit

Inputs = Annotated[list[str] | None, Argument("INPUT…", "Files, folders, globs, addresses, or - for standard input.")]
AsOf = Annotated[str | None, Option(("--as-of",), AS_OF, "DATE")]
Copies = Annotated[
    list[str] | None,
    Option(
        ("--source",),
        "A copy of a source: in place of citation N, of an address, or of any that was not read; a web archive (.warc, "
        ".wacz) for all sources that it holds; repeatable.",
        "[N=|URL=]FILE|URL",
    ),
]
BaseUrl = Annotated[str | None, Option(("--base-url",), "Where the article was saved from.", "URL")]
AsSource = Annotated[bool, Option(("--source",), "Read it as a source and print its text.")]

#: How old a held capture may be unless --max-age says otherwise.
MAX_AGE = "1d"
#: The same of a page whose article is to be read.
PAGE_AGE = "1h"


def audit(
    session: Session,
    inputs: Inputs = None,
    as_of: AsOf = None,
    source: Copies = None,
    base_url: BaseUrl = None,
) -> int:
    """Check every quotation and every link of saved articles against what they cite."""
    import reports
    from audit.cli.writing import write_audits
    from audit.service.bench import Bench
    from audit.service.collection import Request
    from crawler.sandbox import Sandbox
    from reports.summary import summarise, weight

    form = session.format(reports.FORMATS)
    age = session.config.age(MAX_AGE)
    request = Request(as_of=day(as_of) if as_of else None, copies=source or [], base_url=base_url, good=age, failed=age)
    given = expand(inputs or [])
    with session.archive() as archive, Sandbox() as sandbox:
        bench = Bench(session.config, sandbox, archive)
        made, errors = read_orders(session, given, request, bench)
        audits = audited(session, made, request, bench, errors)
    if not audits:
        raise errors[0]
    write_audits(session, audits, form, several=len(audits) > 1, by_input=True)
    tell(session, errors)
    tell_put_off(session, audits)
    return session.exit(weight(*audits), unchecked=bool(errors) or summarise(*audits).unchecked > 0)


def read(session: Session, inputs: Inputs = None, base_url: BaseUrl = None, source: AsSource = False) -> int:
    """Show the quotations and citations that stand in saved articles; fetches no source of theirs."""
    import reports
    from crawler.sandbox import Sandbox

    form = session.format(reports.READ_FORMATS)
    given = expand(inputs or [])
    written: list[str] = []
    errors: list[CitetrailError] = []
    with Sandbox() as sandbox:
        if source:
            return _sources(session, given, sandbox)
        for file in _read(session, given, sandbox, base_url):
            if file.error is not None:
                errors.append(file.error)
            else:
                written.append(reports.render_read(file.articles, form, session.screen(), name=file.input.name))
    if not written:
        raise errors[0]
    session.emit(("" if form == "json" else "\n\n").join(written))
    tell(session, errors)
    return session.exit(Severity.OK, unchecked=bool(errors))


def _read(session: Session, given: list[Input], sandbox: Sandbox, base_url: str | None) -> Iterable[ReadFile]:
    """Each of *given* read; only one at an address needs the network, and an archive that keeps the page."""
    from audit.service.reading import read_files

    if all(one.url is None for one in given):
        return read_files(given, sandbox, session.config, base_url=base_url)
    from audit.service.bench import Bench
    from audit.service.pages import read_inputs

    with session.archive() as archive:
        bench = Bench(session.config, sandbox, archive)
        return read_inputs(given, bench, age=session.config.age(PAGE_AGE), base_url=base_url)


def _sources(session: Session, files: list[Input], sandbox: Sandbox) -> int:
    """Print the text of each of *files*, read as sources are."""
    from audit.inputs import read as read_bytes
    from audit.service.reading import source_text
    from reports.listing import text_view

    form = session.format(("terminal", "json"))
    written: list[str] = []
    errors: list[CitetrailError] = []
    for one in files:
        try:
            if one.url is not None:
                raise UsageError(
                    f"{one.url} is an address, and --source reads files as sources are read",
                    hint='ask of a page whether it has the words: citetrail check "WORDS" URL',
                    subject=one.url,
                )
            text = source_text(read_bytes(one, session.config.max_input), one.name, sandbox)
            written.append(text_view(text, form).rstrip("\n") + "\n")
        except CitetrailError as error:
            errors.append(error)
    if not written:
        raise errors[0]
    session.emit("".join(written))
    tell(session, errors)
    return session.exit(Severity.OK, unchecked=bool(errors))


def read_orders(
    session: Session, inputs: list[Input], request: Request, bench: Bench
) -> tuple[list[Order | Page], list[CitetrailError]]:
    """The orders for every article in *inputs*, pages for those at addresses, and the errors of what could not be read."""
    from audit.service.collection import Watcher, orders

    with session.progress("reading", len(inputs)) as reading:
        watcher = Watcher(reading.step, reading.total, lambda capture: reading.step(capture.url))
        return orders(inputs, request, bench, watcher)


def audited(
    session: Session, made: Sequence[Order | Page], request: Request, bench: Bench, errors: list[CitetrailError]
) -> list[Audit]:
    """The audit of each article, in order; pages that could not be read are put to *errors*."""
    from audit.service.collection import Watcher, audit_all

    if not made:
        return []
    with session.progress("looking at sources") as looking:
        watcher = Watcher(looking.step, looking.total, lambda capture: looking.step(capture.url), looking.phase)
        audits, unread = audit_all(made, request, bench, watcher)
    errors += unread
    if session.config.save:
        kept, given = (sum(int(one.run.get(name) or 0) for one in audits) for name in ("kept", "to_keep"))
        session.say(f"kept by an archive: {kept} of {given} living sources without a copy of the last 30 days")
    return audits


def tell_put_off(session: Session, audits: Iterable[Audit]) -> None:
    """Say in words what a budget put off, or that nothing could be reached: the run has ended, and the next goes on."""
    from reports.unlooked import cut_off, put_off

    audits = list(audits)
    for sentence in (*put_off(audits), *filter(None, [cut_off(audits)])):
        session.say(sentence)


def tell(session: Session, errors: list[CitetrailError]) -> None:
    """Say what could not be done."""
    for error in errors:
        session.say(told(error))


#: Settings of every command that looks at sources.
SHARED = ("archives", "save", "browser", "roles", "exclude", "max_age", "fresh", "fail_on", "contact")
COMMANDS = (
    command(
        audit,
        "audit",
        "kinds",
        "profile",
        *SHARED,
        fail_on="error",
        examples=(
            "audit article.html --format html -o report.html",
            "audit article.md --source 7=page.pdf",
            "audit ~/saved --format json --strict",
            "audit https://example.org/2026/weir https://example.org/feed.xml",
        ),
    ),
    command(
        read,
        "read",
        "fail_on",
        "contact",
        "browser",
        "max_age",
        "fresh",
        examples=("read article.html", "read --source page.pdf", "read - --format json < article.html"),
    ),
)
