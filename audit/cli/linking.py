"""``links``: what became of every cited link, what is new about it, and what can be done in the article itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from audit.cli.articles import (
    MAX_AGE,
    SHARED,
    AsOf,
    BaseUrl,
    Copies,
    Inputs,
    audited,
    read_orders,
    tell,
    tell_put_off,
)
from audit.cli.options import Option, command
from audit.cli.session import Session, write_bytes, write_whole
from audit.durations import day
from audit.inputs import expand
from quotations.errors import CitetrailError, UsageError

if TYPE_CHECKING:
    from audit.service.bench import Bench
    from audit.service.collection import Request
    from audit.service.order import Order, Page
    from quotations.model import Audit

SinceLast = Annotated[
    bool,
    Option(
        ("--since-last",),
        "Only what is new since the last audit; without INPUT of every article that the archive holds.",
    ),
]
RobustLinks = Annotated[
    Path | None,
    Option(
        ("--robust-links",),
        "Write a copy of the article there, its links with what a reader needs when they break; a folder for several.",
        "OUT",
    ),
]
Replacements = Annotated[
    Path | None,
    Option(
        ("--replacements",),
        "Write there, as .csv, .json or text, the new addresses of links that have moved for good.",
        "OUT",
    ),
]


def links(
    session: Session,
    inputs: Inputs = None,
    as_of: AsOf = None,
    source: Copies = None,
    base_url: BaseUrl = None,
    since_last: SinceLast = False,
    robust_links: RobustLinks = None,
    replacements: Replacements = None,
) -> int:
    """Say what became of every cited link, without judging quotations."""
    from audit.service.bench import Bench
    from audit.service.collection import Request
    from crawler.sandbox import Sandbox

    age = session.config.age(MAX_AGE)
    more = since_last or robust_links is not None or replacements is not None
    request = Request(
        as_of=day(as_of) if as_of else None,
        copies=source or [],
        base_url=base_url,
        quotations=more,  # what moved or drifted is told by whether quoted words are still there
        good=age,
        failed=age,
    )
    if since_last:
        if robust_links or replacements:
            raise UsageError("--since-last shows news and writes nothing", hint="run links twice, once with each")
        return _news(session, inputs or [], request)
    form = _format(session)
    given = expand(inputs or [])
    with session.archive() as archive, Sandbox() as sandbox:
        bench = Bench(session.config, sandbox, archive)
        made, errors = read_orders(session, given, request, bench)
        targets = _targets(robust_links, made)
        audits = audited(session, made, request, bench, errors)
        if not audits:
            raise errors[0]
        for (target, order), audit in zip(targets, audits, strict=False):
            errors += _write_robust(session, target, order, audit, bench)
    if replacements is not None:
        _write_replacements(session, replacements, audits)
    return _shown(session, [replace(one, findings=()) for one in audits], form, errors)


def _format(session: Session) -> str:
    import reports

    return session.format(reports.LINK_FORMATS)


def _shown(session: Session, audits: list[Audit], form: str, errors: list[CitetrailError]) -> int:
    from audit.cli.writing import write_audits
    from reports.summary import weight
    from reports.unlooked import unlooked

    write_audits(session, audits, form, several=len(audits) > 1, links=True, by_input=True)
    tell(session, errors)
    tell_put_off(session, audits)
    return session.exit(weight(*audits), unchecked=bool(errors) or unlooked(audits))


def _news(session: Session, given: list[str], request: Request) -> int:
    """Look at the links again and show what is new; only news count for the exit code."""
    from audit.service.bench import Bench
    from audit.service.news import held_orders, news_of
    from crawler.sandbox import Sandbox
    from reports.news import NEWS_FORMATS
    from reports.summary import gravest
    from reports.unlooked import unlooked

    render = NEWS_FORMATS[session.format(NEWS_FORMATS)]
    errors: list[CitetrailError] = []
    inputs = expand(given) if given else []
    with session.archive() as archive, Sandbox() as sandbox:
        bench = Bench(session.config, sandbox, archive)
        made: Sequence[Order | Page] = []
        if inputs:
            made, errors = read_orders(session, inputs, request, bench)
        else:
            made = held_orders(request, bench)
        audits = audited(session, made, request, bench, errors)
        if not audits:
            raise errors[0]
        news = news_of(audits, bench)
    session.emit(render(news, session.screen()))
    tell(session, errors)
    tell_put_off(session, audits)
    return session.exit(gravest(one.worst for one in news), unchecked=bool(errors) or unlooked(audits))


def _targets(out: Path | None, given: Sequence[Order | Page]) -> list[tuple[Path, Order]]:
    """Where the copy of each article goes; raises UsageError before anything is fetched, where there can be none."""
    from audit.service.order import Page
    from audit.service.robust import check_format

    if out is None:
        return []
    made: list[Order] = []
    for one in given:
        if isinstance(one, Page):
            raise UsageError(
                f"{one.url} is no saved article, and Robust Links are written into a copy of one",
                hint="save the page from your browser and name the file",
                subject=one.url,
            )
        check_format(one)
        made.append(one)
    alone = len(made) == 1 and not out.is_dir()
    targets = [out] if alone else [out / Path(order.name).name for order in made]
    if len(set(targets)) < len(targets):
        raise UsageError(
            "two of the articles have the same name", hint="write them one after another", subject=str(out)
        )
    for target, order in zip(targets, made, strict=True):
        if target.exists() and order.name != "-" and target.samefile(order.name):
            raise UsageError(f"{target} is the article itself", hint="name another place", subject=str(target))
    return list(zip(targets, made, strict=True))


def _write_robust(session: Session, target: Path, order: Order, audit: Audit, bench: Bench) -> list[CitetrailError]:
    from audit.service.robust import robust_copy
    from reports.words.phrases import counted

    try:
        copy, number = robust_copy(order, audit, bench.sandbox)
    except CitetrailError as error:
        return [error]
    write_bytes(target, copy)
    session.say(f"written: {target} ({counted(number, 'robust link')})")
    return []


def _write_replacements(session: Session, target: Path, audits: list[Audit]) -> None:
    from reports.replacements import form_of, rendered, replacements, told

    rows = replacements(audits)
    write_whole(target, rendered(rows, form_of(target.name)))
    session.say(f"written: {target} ({told(rows)})")


COMMANDS = (
    command(
        links,
        "links",
        *SHARED,
        fail_on="error",
        examples=(
            "links article.html",
            "links --since-last --fail-on warning",
            "links article.html --robust-links copy.html",
            "links article.html --replacements moved.csv",
        ),
    ),
)
