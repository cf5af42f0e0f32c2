"""Several articles audited in one crawl: orders made from inputs, one broken file not the end of the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from audit.inputs import Input
from audit.service.auditing import audit_article, due
from audit.service.bench import Bench, Looker
from audit.service.order import Order, Page
from audit.service.pages import read_pages
from audit.service.reading import ReadFile, read_files
from audit.service.supplied import supplied
from quotations.errors import CitetrailError
from quotations.model import Article, Audit, Capture
from quotations.reading.excerpts import page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """How the articles of one command are to be audited."""

    as_of: date | None = None
    copies: Sequence[str] = ()
    base_url: str | None = None
    quotations: bool = True
    good: timedelta = timedelta(days=1)
    failed: timedelta = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Watcher:
    """Whom to tell how far the work is."""

    read: Callable[[str], None]
    sources: Callable[[int], None]
    looked: Callable[[Capture], None]
    phase: Callable[[str], None] = lambda _: None  #: what is done while nothing is looked at


def orders(
    inputs: list[Input], request: Request, bench: Bench, watcher: Watcher
) -> tuple[list[Order | Page], list[CitetrailError]]:
    """Every article in *inputs*, in order, those at addresses as pages still to be read; and what could not be read.

    Raises:
        UsageError: a copy of a source does not fit.
    """
    made: list[Order | Page] = []
    errors: list[CitetrailError] = []
    bench.ready()
    saved = (one for one in inputs if one.url is None)
    files = read_files(saved, bench.sandbox, bench.config, base_url=request.base_url)
    for one in inputs:
        if one.url is not None:
            made.append(Page(url=one.url))
            continue
        file = next(files)
        watcher.read(one.name)
        if file.error is not None:
            errors.append(file.error)
        made += ordered(file, request, bench)
    return made, errors


def ordered(file: ReadFile, request: Request, bench: Bench, *, follow: bool = True) -> list[Order | Page]:
    """The orders for the articles of *file*; to *follow* puts pages in place of those that it only names or begins."""
    made: list[Order | Page] = []
    for read in file.articles:
        page = page_of(read) if follow and not bench.config.offline else None
        if page is not None:
            made.append(Page(url=page, named_by=file.input.name))
            continue
        article = cited_on(read, request.as_of) if request.as_of else read
        made.append(
            Order(
                article=article,
                data=file.data,
                name=file.input.url or file.input.name,
                given=file.input.name,
                as_of=request.as_of,
                supplied=supplied(request.copies, article, bench),
                good=request.good,
                failed=request.failed,
                quotations=request.quotations,
            )
        )
    return made


def cited_on(article: Article, day: date) -> Article:
    """*article* with every citation made on that *day*."""
    return replace(article, citations=tuple(replace(one, as_of=day) for one in article.citations))


def audit_all(
    made: Sequence[Order | Page], request: Request, bench: Bench, watcher: Watcher
) -> tuple[list[Audit], list[CitetrailError]]:
    """Audit the articles one after another inside one crawl, which starts only if something must be looked at.

    Returns the audits in order, and the errors of pages that could not be read.
    """
    pages = sum(isinstance(one, Page) for one in made)
    ahead = pages + sum(len(due(one, bench)) for one in made if isinstance(one, Order))
    watcher.sources(ahead)

    async def job(field: Looker) -> tuple[list[Audit], list[CitetrailError]]:
        found, errors = await whole(made, request, field, bench, watcher)
        if pages:
            watcher.sources(pages + sum([len(await asyncio.to_thread(due, order, bench)) for order in found]))
        audits = [
            await audit_article(order, field, bench, progress=watcher.looked, phase=watcher.phase) for order in found
        ]
        return audits, errors

    return bench.run(job, network=ahead > 0 or bool(bench.config.archives))


async def whole(
    made: Sequence[Order | Page], request: Request, field: Looker, bench: Bench, watcher: Watcher
) -> tuple[list[Order], list[CitetrailError]]:
    """*made* with its pages read: a page may be a feed, whose entries may name pages once more, and no further."""
    parts, errors = list(made), list[CitetrailError]()
    for follow in (True, False):
        pages = [one for one in parts if isinstance(one, Page)]
        if not pages:
            break
        files = await read_pages(pages, field, bench, good=request.good, failed=request.failed, progress=watcher.looked)
        errors += [file.error for file in files if file.error is not None]
        read = iter([await asyncio.to_thread(ordered, file, request, bench, follow=follow) for file in files])
        parts = [one for part in parts for one in (next(read) if isinstance(part, Page) else [part])]
    return [one for one in parts if isinstance(one, Order)], errors
