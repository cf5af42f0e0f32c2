"""Several articles audited in one crawl: orders made from inputs, one broken file not the end of the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from audit.inputs import Input
from audit.service.auditing import audit_article, due
from audit.service.bench import Bench, Looker
from audit.service.order import Order
from audit.service.reading import read_files
from audit.service.supplied import supplied
from quotations.errors import CitetrailError
from quotations.model import Article, Audit, Capture


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


def orders(
    inputs: list[Input], request: Request, bench: Bench, watcher: Watcher
) -> tuple[list[Order], list[CitetrailError]]:
    """The orders for every article in *inputs*, and the errors of those that could not be read.

    Raises:
        UsageError: a copy of a source does not fit.
    """
    made: list[Order] = []
    errors: list[CitetrailError] = []
    for file in read_files(inputs, bench.sandbox, bench.config, base_url=request.base_url):
        watcher.read(file.input.name)
        if file.error is not None:
            errors.append(file.error)
        for read in file.articles:
            article = cited_on(read, request.as_of) if request.as_of else read
            made.append(
                Order(
                    article=article,
                    data=file.data,
                    name=file.input.name,
                    as_of=request.as_of,
                    supplied=supplied(request.copies, article, bench),
                    good=request.good,
                    failed=request.failed,
                    quotations=request.quotations,
                )
            )
    return made, errors


def cited_on(article: Article, day: date) -> Article:
    """*article* with every citation made on that *day*."""
    return replace(article, citations=tuple(replace(one, as_of=day) for one in article.citations))


def audit_all(made: list[Order], bench: Bench, watcher: Watcher) -> list[Audit]:
    """Audit the articles one after another inside one crawl, which starts only if something must be looked at."""
    ahead = sum(len(due(order, bench)) for order in made)
    watcher.sources(ahead)

    async def job(field: Looker) -> list[Audit]:
        return [await audit_article(order, field, bench, progress=watcher.looked) for order in made]

    return bench.run(job, network=ahead > 0 or bool(bench.config.archives))
