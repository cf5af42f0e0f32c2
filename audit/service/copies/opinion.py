"""The second opinion: what archives show of sources that are lost or changed, beside what the live page said."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from audit.service.copies.desk import Desk
from audit.service.copies.drift import Span, lost_between
from audit.service.copies.listing import copies
from audit.service.copies.telling import Around, Seen, saying, unseen, with_copy
from quotations.judging import Looked
from quotations.judging.archives import sentences
from quotations.judging.archives.choosing import NEAR, nearest_first, other_side
from quotations.judging.archives.clearing import (
    LOST,
    judged_by,
    only_placed,
    placed_in,
    sought_in_vain,
    worth_asking,
)
from quotations.judging.archives.stamps import noon
from quotations.model import READABLE_STATES, Article, Citation, Finding, HeldCopy, LinkState, Notice, Placement, Target
from quotations.urls import kept_by_archive

#: So many copies are tried until one holds the page.
TRIES = 3


async def second_opinion(
    article: Article, findings: Sequence[Finding], links: Sequence[LinkState], desk: Desk
) -> tuple[tuple[Finding, ...], tuple[LinkState, ...]]:
    """*findings* and *links* with what the archives' copies add, in the same order."""
    by_citation = {link.citation: link for link in links}
    asked: dict[str, list[Finding]] = {
        c.id: [] for c in article.citations if _can(c) and by_citation[c.id].state in LOST
    }
    cited = {citation.id: citation for citation in article.citations}
    for finding in findings:
        named = finding.attribution.citation if finding.attribution else ""
        if named in cited and _can(cited[named]) and worth_asking(finding, by_citation[named]):
            asked.setdefault(named, []).append(finding)
    opinion = _Opinion(article, desk)
    told = await asyncio.gather(*(opinion.of(cited[one], by_citation[one], found) for one, found in asked.items()))
    became = {link.citation: link for link, _ in told}
    found = {finding.quotation.id: finding for _, judged in told for finding in judged}
    return (
        tuple(found.get(finding.quotation.id, finding) for finding in findings),
        tuple(became.get(link.citation, link) for link in links),
    )


def _can(citation: Citation) -> bool:
    """Whether an archive can be asked for it: a page of the web that is not an archive's copy itself."""
    here = citation.target is Target.OK and citation.archived is None
    return here and citation.url is not None and not kept_by_archive(citation.url)


class _Opinion:
    def __init__(self, article: Article, desk: Desk) -> None:
        self._article = article
        self._desk = desk
        self._now = desk.bench.now()

    async def of(
        self, citation: Citation, link: LinkState, findings: Sequence[Finding]
    ) -> tuple[LinkState, list[Finding]]:
        """The link of *citation*, and the *findings* that rest on it."""
        assert citation.url is not None
        day = self._day(citation)
        held = await copies(self._desk, citation.url, noon(day))
        near = await self._nearest(citation, held, noon(day))
        if near is None:
            became = unseen(link, citation.url, held, self._desk, self._now)
            return became, [replace(one, archived=became.archived) for one in findings]
        across = await self._across(citation, other_side(held, near.copy, noon(day)))
        around = Around(citation, day, held, near, across)
        became = with_copy(link, around, self._now) if link.state in LOST else link
        judged = []
        for finding in findings:
            became, found = await self._finding(became, finding, around)
            judged.append(found)
        _lighten(near, across)
        return became, [replace(one, archived=became.archived) for one in judged]

    async def _nearest(self, citation: Citation, held: Sequence[HeldCopy], moment: datetime) -> Seen | None:
        """The copy nearest to *moment* that holds the page."""
        vain: set[str | None] = set()
        tries = 0
        for copy in nearest_first(held, moment):
            if copy.digest in vain:
                continue
            look = await self._look(citation, copy)
            if look is not None:
                return Seen(copy, look)
            vain |= {copy.digest} - {None}
            tries += 1
            if tries >= TRIES:
                break
        return None

    async def _across(self, citation: Citation, copy: HeldCopy | None) -> Seen | None:
        look = await self._look(citation, copy) if copy is not None else None
        return Seen(copy, look) if copy is not None and look is not None else None

    async def _look(self, citation: Citation, copy: HeldCopy) -> Looked | None:
        assert citation.url is not None
        return await self._desk.copy(citation.url, copy, citation)

    async def _finding(self, link: LinkState, finding: Finding, around: Around) -> tuple[LinkState, Finding]:
        near, across = around.near, around.across
        here = await asyncio.to_thread(placed_in, finding, near.look)
        there = await asyncio.to_thread(placed_in, finding, across.look) if across is not None else None
        having, placement = (near, here) if here is not None else (across, there)
        if having is None or placement is None:
            missing = [one.look.capture.captured_at for one in (near, across) if one is not None]
            return saying(link, sentences.words_missing(missing)), sought_in_vain(finding)
        agree = across is None or (here is None) == (there is None)
        nigh = abs(near.copy.at - noon(around.day)) <= NEAR
        if having is across and nigh and having.copy.at - noon(around.day) > NEAR:
            found = only_placed(finding, placement)  # the words came later than they were cited
        else:
            found = await asyncio.to_thread(
                judged_by, finding, placement, having.look, link, around.citation, self._article,
                certain=agree and (across is not None or nigh),
            )  # fmt: skip
        if not agree and across is not None:
            other = across if having is near else near
            at, lacking = having.look.capture.captured_at, other.look.capture.captured_at
            link = saying(link, sentences.words_uncertain(at, lacking, around.day))
        if link.archive is not None:  # the copy that helps a reader is the one that has the words
            link = replace(link, archive=having.look.capture.memento)
        if link.state in READABLE_STATES:
            link = await self._drifted(link, finding, placement, having, around)
        return link, found

    async def _drifted(
        self, link: LinkState, finding: Finding, placement: Placement, having: Seen, around: Around
    ) -> LinkState:
        """The link of a page that had the words once, with the days between which it lost them."""
        assert placement.captured_at is not None
        span = Span(placement.captured_at, link.captured_at or self._now)
        last, lost, live = await lost_between(partial(self._look, around.citation), finding, around.held, span)
        shown = having.look.capture.memento
        notices = tuple(dict.fromkeys((*link.notices, Notice.DRIFTED)))
        return replace(
            saying(link, sentences.drifted(last, lost, live=live)), notices=notices, archive=link.archive or shown
        )

    def _day(self, citation: Citation) -> date:
        """The day for which the article cites: stated, or its own, or else the latest."""
        if citation.as_of is not None:
            return citation.as_of
        try:
            return date.fromisoformat((self._article.published or "")[:10])
        except ValueError:
            return self._now.astimezone(UTC).date()


def _lighten(*seen: Seen | None) -> None:
    """Let the indices go of copies that were compared: the texts stay, and an index is made again if need be."""
    for one in seen:
        if one is not None:
            one.look.index = None
