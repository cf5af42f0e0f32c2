"""The second opinion: what archives show of sources that are lost or changed, beside what the live page said."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from audit.service.copies.desk import SAME, Desk
from audit.service.copies.listing import copies
from quotations.judging import Looked
from quotations.judging.archives import sentences
from quotations.judging.archives.choosing import NEAR, Narrowing, nearest_first, other_side
from quotations.judging.archives.clearing import (
    LOST,
    judged_by,
    only_placed,
    placed_in,
    sought_in_vain,
    worth_asking,
)
from quotations.judging.archives.stamps import noon
from quotations.judging.link_state.probing import ALIKE, alike
from quotations.model import READABLE_STATES, Article, Citation, Finding, HeldCopy, LinkState, Notice, Placement, Target
from quotations.urls import kept_by_archive

#: So many copies are tried until one holds the page, and so many looked at to tell when it changed.
TRIES, LOOKS = 3, 20


@dataclass(frozen=True, slots=True)
class _Seen:
    """A copy that was looked at."""

    copy: HeldCopy
    look: Looked


@dataclass(frozen=True, slots=True)
class _Around:
    """What is known of a source around the day for which it is cited."""

    citation: Citation
    day: date
    held: tuple[HeldCopy, ...]
    near: _Seen
    across: _Seen | None  #: on the other side of the day


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
            return self._unseen(link, citation.url, held), list(findings)
        across = await self._across(citation, other_side(held, near.copy, noon(day)))
        around = _Around(citation, day, held, near, across)
        became = self._with_copy(link, around) if link.state in LOST else link
        judged = []
        for finding in findings:
            became, found = await self._finding(became, finding, around)
            judged.append(found)
        _lighten(near, across)
        return became, judged

    async def _nearest(self, citation: Citation, held: Sequence[HeldCopy], moment: datetime) -> _Seen | None:
        """The copy nearest to *moment* that holds the page."""
        vain: set[str | None] = set()
        tries = 0
        for copy in nearest_first(held, moment):
            if copy.digest in vain:
                continue
            look = await self._look(citation, copy)
            if look is not None:
                return _Seen(copy, look)
            vain |= {copy.digest} - {None}
            tries += 1
            if tries >= TRIES:
                break
        return None

    async def _across(self, citation: Citation, copy: HeldCopy | None) -> _Seen | None:
        look = await self._look(citation, copy) if copy is not None else None
        return _Seen(copy, look) if copy is not None and look is not None else None

    async def _look(self, citation: Citation, copy: HeldCopy) -> Looked | None:
        assert citation.url is not None
        return await self._desk.copy(citation.url, copy, citation)

    def _unseen(self, link: LinkState, page: str, held: Sequence[HeldCopy]) -> LinkState:
        """A link of which no copy could be read: when it was last seen, or why nothing can be said."""
        said = [one for one in (sentences.last_seen(held, self._now),) if one]
        asked = [one.name for one in self._desk.archives if (one.name, page) in self._desk.listed]
        if not held and asked:
            said.append(sentences.nothing_held(asked))
        silent = (one for one in self._desk.troubles if one.page == page and (held or one.archive not in asked))
        told = dict.fromkeys(sentences.trouble(one.archive, one.fault, one.detail) for one in silent)
        return _saying(link, *said, *list(told)[:2])

    def _with_copy(self, link: LinkState, around: _Around) -> LinkState:
        memento = around.near.look.capture.memento
        assert memento is not None
        said = [sentences.nearest(memento, around.day)]
        days = [memento.at]
        if around.across is not None:
            across = around.across.look.capture.captured_at
            likeness = _likeness(around.near, around.across)
            same, agree = likeness >= 1, likeness >= ALIKE
            said.append(sentences.either_side(memento.at, across, around.day, agree=agree, same=same))
            days.append(across)
        last = sentences.last_seen(around.held, self._now, days)
        return replace(_saying(link, *said, *([last] if last else [])), archive=memento)

    async def _finding(self, link: LinkState, finding: Finding, around: _Around) -> tuple[LinkState, Finding]:
        near, across = around.near, around.across
        here = await asyncio.to_thread(placed_in, finding, near.look)
        there = await asyncio.to_thread(placed_in, finding, across.look) if across is not None else None
        having, placement = (near, here) if here is not None else (across, there)
        if having is None or placement is None:
            missing = [one.look.capture.captured_at for one in (near, across) if one is not None]
            return _saying(link, sentences.words_missing(missing)), sought_in_vain(finding)
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
            link = _saying(link, sentences.words_uncertain(at, lacking, around.day))
        if link.archive is not None:  # the copy that helps a reader is the one that has the words
            link = replace(link, archive=having.look.capture.memento)
        if link.state in READABLE_STATES:
            link = await self._drifted(link, finding, placement, having, around)
        return link, found

    async def _drifted(
        self, link: LinkState, finding: Finding, placement: Placement, having: _Seen, around: _Around
    ) -> LinkState:
        """The link of a page that had the words once; the days between which it lost them as near as copies tell."""
        assert placement.captured_at is not None
        live = link.captured_at or self._now
        narrowing = Narrowing([copy for copy in around.held if placement.captured_at < copy.at < live])
        looks = 0
        while (copy := narrowing.next()) is not None and looks < LOOKS:
            looks += 1
            look = await self._look(around.citation, copy)
            if look is None or abs(look.capture.captured_at - copy.at) > SAME:
                narrowing.tell(copy, None)
            else:
                narrowing.tell(copy, await asyncio.to_thread(placed_in, finding, look) is not None)
                _lighten(_Seen(copy, look))
        last = narrowing.last.at if narrowing.last else placement.captured_at
        lost = narrowing.lost.at if narrowing.lost else live
        said = sentences.drifted(last, lost, live=narrowing.lost is None)
        shown = having.look.capture.memento
        notices = tuple(dict.fromkeys((*link.notices, Notice.DRIFTED)))
        return replace(_saying(link, said), notices=notices, archive=link.archive or shown)

    def _day(self, citation: Citation) -> date:
        """The day for which the article cites: stated, or its own, or else the latest."""
        if citation.as_of is not None:
            return citation.as_of
        try:
            return date.fromisoformat((self._article.published or "")[:10])
        except ValueError:
            return self._now.astimezone(UTC).date()


def _saying(link: LinkState, *said: str) -> LinkState:
    return replace(
        link,
        evidence=tuple(dict.fromkeys((*link.evidence, *said))),
        archived=tuple(dict.fromkeys((*link.archived, *said))),
    )


def _lighten(*seen: _Seen | None) -> None:
    """Let the indices go of copies that were compared: the texts stay, and an index is made again if need be."""
    for one in seen:
        if one is not None:
            one.look.index = None


def _likeness(one: _Seen, other: _Seen) -> float:
    """How much two copies have in common, 0 to 1: the same bytes, or by their words."""
    if one.copy.digest is not None and one.copy.digest == other.copy.digest:
        return 1.0
    texts = [seen.look.text.text if seen.look.text is not None else "" for seen in (one, other)]
    return alike(*texts)
