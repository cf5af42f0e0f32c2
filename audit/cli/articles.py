"""``audit``, ``links`` and ``read``: the commands that take saved articles."""

from __future__ import annotations

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
    from crawler.sandbox import Sandbox
    from quotations.model import Audit

Inputs = Annotated[list[str] | None, Argument("INPUT…", "Files, folders, globs, or - for standard input.")]
AsOf = Annotated[str | None, Option(("--as-of",), AS_OF, "DATE")]
Copies = Annotated[
    list[str] | None,
    Option(
        ("--source",),
        "A copy of a source: in place of citation N, of an address, or of any that was not read; repeatable.",
        "[N=|URL=]FILE|URL",
    ),
]
BaseUrl = Annotated[str | None, Option(("--base-url",), "Where the article was saved from.", "URL")]
AsSource = Annotated[bool, Option(("--source",), "Read it as a source and print its text.")]

#: How old a held capture may be unless --max-age says otherwise.
MAX_AGE = "1d"


def audit(
    session: Session,
    inputs: Inputs = None,
    as_of: AsOf = None,
    source: Copies = None,
    base_url: BaseUrl = None,
) -> int:
    """Check every quotation and every link of saved articles against what they cite."""
    return _audit(session, inputs or [], as_of, source or [], base_url, quotations=True)


def links(
    session: Session,
    inputs: Inputs = None,
    as_of: AsOf = None,
    source: Copies = None,
    base_url: BaseUrl = None,
) -> int:
    """Say what became of every cited link, without judging quotations."""
    return _audit(session, inputs or [], as_of, source or [], base_url, quotations=False)


def read(session: Session, inputs: Inputs = None, base_url: BaseUrl = None, source: AsSource = False) -> int:
    """Show the quotations and citations that stand in saved articles; fetches nothing."""
    import reports
    from audit.service.reading import read_files
    from crawler.sandbox import Sandbox

    form = session.format(reports.READ_FORMATS)
    files = _files(expand(inputs or []))
    written: list[str] = []
    errors: list[CitetrailError] = []
    with Sandbox() as sandbox:
        if source:
            return _sources(session, files, sandbox)
        for file in read_files(files, sandbox, session.config, base_url=base_url):
            if file.error is not None:
                errors.append(file.error)
            else:
                written.append(reports.render_read(file.articles, form, session.screen(), name=file.input.name))
    if not written:
        raise errors[0]
    session.emit(("" if form == "json" else "\n\n").join(written))
    _tell(session, errors)
    return session.exit(Severity.OK, unchecked=bool(errors))


def _sources(session: Session, files: list[Input], sandbox: Sandbox) -> int:
    """Print the text of each of *files*, read as sources are."""
    from audit.inputs import read as read_bytes
    from reports.listing import text_view

    form = session.format(("terminal", "json"))
    written: list[str] = []
    errors: list[CitetrailError] = []
    for one in files:
        try:
            text = sandbox.text(read_bytes(one, session.config.max_input), name=one.name)
            written.append(text_view(text, form).rstrip("\n") + "\n")
        except CitetrailError as error:
            errors.append(error)
    if not written:
        raise errors[0]
    session.emit("".join(written))
    _tell(session, errors)
    return session.exit(Severity.OK, unchecked=bool(errors))


def _audit(
    session: Session, given: list[str], as_of: str | None, copies: list[str], base_url: str | None, *, quotations: bool
) -> int:
    import reports
    from audit.service.bench import Bench
    from audit.service.collection import Request
    from crawler.sandbox import Sandbox
    from reports.summary import summarise, weight

    form = session.format(reports.FORMATS if quotations else reports.LINK_FORMATS)
    age = session.config.age(MAX_AGE)
    when = day(as_of) if as_of else None
    request = Request(as_of=when, copies=copies, base_url=base_url, quotations=quotations, good=age, failed=age)
    inputs = _files(expand(given))
    with session.archive() as archive, Sandbox() as sandbox:
        audits, errors = _run(session, inputs, request, Bench(session.config, sandbox, archive))
    if not audits:
        raise errors[0]
    render = reports.render if quotations else reports.render_links
    session.emit(render(audits, form, session.screen()))
    _tell(session, errors)
    return session.exit(weight(*audits), unchecked=bool(errors) or summarise(*audits).unchecked > 0)


def _run(
    session: Session, inputs: list[Input], request: Request, bench: Bench
) -> tuple[list[Audit], list[CitetrailError]]:
    from audit.service.collection import Watcher, audit_all, orders

    with session.progress("reading", len(inputs)) as reading:
        watcher = Watcher(reading.step, reading.total, lambda capture: reading.step(capture.url))
        made, errors = orders(inputs, request, bench, watcher)
    if not made:
        return [], errors
    with session.progress("looking at sources") as looking:
        watcher = Watcher(looking.step, looking.total, lambda capture: looking.step(capture.url))
        return audit_all(made, bench, watcher), errors


def _files(inputs: list[Input]) -> list[Input]:
    """The inputs, none of which may be an address: an article is saved first."""
    for one in inputs:
        if one.url is not None:
            raise UsageError(
                f"{one.url} is an address; an audit takes saved articles",
                hint="save the page from your browser and name the file, with --base-url if it does not say its address",
                subject=one.url,
            )
    return inputs


def _tell(session: Session, errors: list[CitetrailError]) -> None:
    for error in errors:
        session.say(told(error))


_SHARED = ("archives", "roles", "exclude", "max_age", "fresh", "fail_on", "contact")
COMMANDS = (
    command(
        audit,
        "audit",
        "kinds",
        "profile",
        *_SHARED,
        fail_on="error",
        examples=(
            "audit article.html --format html -o report.html",
            "audit article.md --source 7=page.pdf",
            "audit ~/saved --format json --strict",
        ),
    ),
    command(links, "links", *_SHARED, fail_on="error", examples=("links article.html", "links article.html --fresh")),
    command(
        read,
        "read",
        "fail_on",
        examples=("read article.html", "read --source page.pdf", "read - --format json < article.html"),
    ),
)
