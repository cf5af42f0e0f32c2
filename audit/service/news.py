"""What is new about links since the last audit: of given articles, or of every article that the archive holds."""

from __future__ import annotations

from collections.abc import Iterable

from audit.service.bench import Bench
from audit.service.collection import Request
from audit.service.order import Order
from quotations.errors import NotInArchive
from quotations.judging.news import LinkNews, link_news
from quotations.model import Audit

#: So many earlier audits are looked through for when a link was last seen clearly; of very long articles fewer.
_MOST, _FEW, _LARGE = 12, 3, 2000


def held_orders(request: Request, bench: Bench) -> list[Order]:
    """An order for every article that was ever audited, as it was read last; raises NotInArchive when there is none."""
    held = bench.archive.audited_articles()
    if not held:
        raise NotInArchive(
            "no article was audited yet, so there is nothing to look at again",
            hint="name an article: citetrail links --since-last FILE",
        )
    return [
        Order(
            article=bench.archive.article(one),
            data=b"",
            name=name,
            good=request.good,
            failed=request.failed,
            quotations=request.quotations,
            held=one,
        )
        for one, name in held
    ]


def news_of(audits: Iterable[Audit], bench: Bench) -> list[LinkNews]:
    """The news of each of *audits* against the earlier ones of its article."""
    found = []
    for audit in audits:
        most = _FEW if len(audit.links) > _LARGE else _MOST
        found.append(link_news(audit, bench.archive.earlier_audits(audit.article, audit.name, audit.audited_at, most)))
    return found
