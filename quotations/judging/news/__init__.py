"""What is new about an article's links since they were last looked at: pure, from audits alone.

A link is compared with what was last seen of it clearly, in whichever audit that was: a look that was put off, that a
server asked to repeat later or that failed once tells nothing. So one flaky host makes no news; it stands by itself,
under the name of the host, until the ledger of link states calls it dead.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from quotations.judging.news.hosts import hosts_together, unsteady_hosts
from quotations.judging.news.items import LinkNews, News, NewsKind, Unsteady
from quotations.judging.news.lost import lost_words
from quotations.judging.news.telling import Earlier, Seen, Told, by_source, host_of, told_of
from quotations.model import Audit, LinkState, Notice, Severity, State

__all__ = ["LinkNews", "News", "NewsKind", "Unsteady", "host_of", "link_news"]

_SEVERITY = {NewsKind.DRIFTED: Severity.WARNING, NewsKind.RETRACTED: Severity.WARNING}
_BY_NOTICE = {Notice.RETRACTED: NewsKind.RETRACTED, Notice.CORRECTED: NewsKind.CORRECTED}
_ORDER = tuple(NewsKind)


def link_news(audit: Audit, earlier: Sequence[Audit]) -> LinkNews:
    """The news of *audit*.

    Args:
        audit: the links as they are now.
        earlier: audits of the same article before it, newest first.
    """
    if not earlier:
        return LinkNews(audit=audit, last=None)
    found: list[News] = []
    unsteady: list[tuple[LinkState, ...]] = []
    quoted, before = lost_words(audit, earlier), Earlier(earlier)
    for links in by_source(audit.links):
        told, seen = told_of(links[0]), before.clearly(links[0])
        if told is Told.UNSTEADY:
            if seen:  # what never was otherwise is no change
                unsteady.append(links)
        elif told is not Told.NOTHING:
            found += _of_source(links, told, seen, quoted.get(links[0].url or "", ()))
    found.sort(key=lambda one: (_ORDER.index(one.kind), -one.severity.rank))
    return LinkNews(
        audit=audit,
        last=earlier[0].audited_at,
        last_audit=earlier[0].id,
        news=tuple(hosts_together(found)),
        unsteady=tuple(unsteady_hosts(unsteady)),
    )


def _of_source(links: tuple[LinkState, ...], told: Told, seen: Seen, quoted: tuple[str, ...]) -> Iterable[News]:
    link = links[0]
    last = seen[0] if seen else None
    lived = next((one for one in seen if told_of(one[0]) is not Told.CLOSED), None)
    was = told_of(lived[0]) if lived else None
    if told is Told.DEAD:
        taken = link.state is State.HIJACKED and lived is not None and lived[0].state is not State.HIJACKED
        if was is not Told.DEAD or taken:
            since = link.first_failed or link.captured_at
            yield _news(NewsKind.DEAD, links, lived, since, severity=link.severity or Severity.WARNING)
        return
    if told is Told.CLOSED:
        if last is not None and told_of(last[0]) is Told.THERE:
            yield _news(NewsKind.GATED, links, last, link.captured_at)
        return
    if was is Told.DEAD:
        yield _news(NewsKind.REVIVED, links, lived, link.captured_at)
    elif last is not None and _moved(link, last[0]):
        yield _news(NewsKind.MOVED, links, last, link.captured_at)
    if last is None:
        return
    if quoted or (Notice.DRIFTED in link.notices and Notice.DRIFTED not in last[0].notices):
        yield _news(NewsKind.DRIFTED, links, last, link.captured_at, quotations=quoted)
    for notice, kind in _BY_NOTICE.items():
        if notice in link.notices and notice not in last[0].notices:
            yield _news(kind, links, last, link.captured_at)


def _news(
    kind: NewsKind,
    links: tuple[LinkState, ...],
    before: tuple[LinkState, datetime] | None,
    since: datetime | None,
    *,
    severity: Severity | None = None,
    quotations: tuple[str, ...] = (),
) -> News:
    return News(
        kind=kind,
        severity=severity or _SEVERITY.get(kind, Severity.NOTE),
        links=links,
        since=since,
        before=before[0] if before else None,
        before_at=(before[0].captured_at or before[1]) if before else None,
        quotations=quotations,
    )


def _moved(link: LinkState, before: LinkState) -> bool:
    """Whether the link leads elsewhere now, for good or to another site; where it leads for a while is no news."""
    lasting = link.state is State.MOVED and (link.reason == "permanent" or Notice.CROSS_SITE in link.notices)
    return (
        lasting and told_of(before) is Told.THERE and (before.state, before.final_url) != (link.state, link.final_url)
    )
