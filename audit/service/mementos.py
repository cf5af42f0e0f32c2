"""Archives' copies of sources that are gone, walled, or no longer have the quoted words.

Asked only when archives are configured: a look-up tells others what one reads. A copy can find, never accuse: what it
lacks stays as it was judged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from quotations.judging import Looked, place
from quotations.judging.link_state.mementos import as_memento, days_between, memento_address, readable_copy
from quotations.model import (
    READABLE_STATES,
    Article,
    Capture,
    Citation,
    Finding,
    LinkState,
    Notice,
    Placement,
    State,
    Target,
    Verdict,
    Want,
)

RUNG = "archived_version"
#: So many copies are asked for to narrow down when a page changed.
NARROWING = 6

#: States in which a copy is worth asking for. Who asks not to be looked at is not looked at elsewhere.
_LOST = frozenset({
    State.GONE, State.SOFT_404, State.PARKED, State.HIJACKED, State.FAILED, State.SERVER_ERROR, State.CHALLENGED,
    State.GATED, State.REFUSED, State.LIMITED, State.UNREADABLE, State.NEEDS_RENDERING,
})  # fmt: skip
_CHANGED = frozenset({
    Verdict.ALTERED, Verdict.SPLICED, Verdict.CRITICAL, Verdict.PARTIAL, Verdict.PARAPHRASE, Verdict.NOT_FOUND,
})  # fmt: skip


class Mementos:
    """The archives' copies that were seen in this audit, and those that are wanted.

    Args:
        archives: addresses before the timestamps, asked one after another.
        asked: what judgement asked to see, by address.
        now: the time of the audit.
    """

    def __init__(self, archives: Sequence[str], asked: Mapping[str, Looked], now: datetime, article: Article) -> None:
        self._archives = archives
        self._asked = asked
        self._now = now
        self._article = article
        self.wants: list[Want] = []

    def shown(
        self, links: Mapping[str, LinkState], findings: Sequence[Finding]
    ) -> tuple[dict[str, LinkState], list[Finding]]:
        """*links* and *findings* with what the copies add; `wants` says which are to be looked at first."""
        became, found = dict(links), []
        for finding in findings:
            citation = self._citation(finding)
            if citation is None or not _worth(finding, links[citation.id]):
                found.append(finding)
                continue
            placed = self._placed(finding, citation)
            found.append(placed)
            if placed is not finding and links[citation.id].state in READABLE_STATES:
                became[citation.id] = self._drifted(became[citation.id], citation, placed)
        for citation in self._article.citations:
            if links[citation.id].state in _LOST and _can(citation):
                copy = self._copy(citation)
                if copy is not None:
                    became[citation.id] = _with_copy(became[citation.id], copy.capture, self._day(citation))
        return became, found

    def _citation(self, finding: Finding) -> Citation | None:
        if finding.attribution is None or not finding.attribution.citation:
            return None
        citation = self._article.citation(finding.attribution.citation)
        return citation if _can(citation) else None

    def _copy(self, citation: Citation) -> Looked | None:
        """The copy nearest to the citation's day from the first archive that has one; asks for it where unseen."""
        return self._nearest(citation, self._day(citation))

    def _nearest(self, citation: Citation, day: date) -> Looked | None:
        assert citation.url is not None
        for archive in self._archives:
            address = memento_address(archive, citation.url, day)
            look = self._asked.get(address)
            if look is None:
                self.wants.append(Want(url=address, as_of=day, why="archived copy"))
                return None
            copy = as_memento(look.capture, archive, citation.url)
            if copy is not None and readable_copy(citation, copy, look.text):
                return replace(look, capture=copy)
        return None

    def _placed(self, finding: Finding, citation: Citation) -> Finding:
        copy = self._copy(citation)
        placement = _place(finding, copy)
        if copy is None or placement is None:
            return finding
        before = finding.placement.searched if finding.placement else ()
        return replace(finding, placement=replace(placement, searched=(*before, RUNG)))

    def _drifted(self, link: LinkState, citation: Citation, finding: Finding) -> LinkState:
        """The link of a page that had the words once; the days between which it lost them as near as copies tell."""
        assert finding.placement is not None
        assert finding.placement.captured_at is not None
        last, lost = finding.placement.captured_at, link.captured_at or self._now
        for day in days_between(last, lost, NARROWING):
            copy = self._nearest(citation, day)
            if copy is None or not last < copy.capture.captured_at < lost:
                continue
            if _place(finding, copy) is None:
                lost = copy.capture.captured_at
                break
            last = copy.capture.captured_at
        said = f"the quoted words stood in the copy of {_day(last)} and are gone from the page of {_day(lost)}"
        notices = tuple(dict.fromkeys((*link.notices, Notice.DRIFTED)))
        return replace(link, notices=notices, evidence=tuple(dict.fromkeys((*link.evidence, said))))

    def _day(self, citation: Citation) -> date:
        """The day for which the article cites: stated, or its own, or else the latest."""
        if citation.as_of is not None:
            return citation.as_of
        try:
            return date.fromisoformat((self._article.published or "")[:10])
        except ValueError:
            return self._now.astimezone(UTC).date()


def _can(citation: Citation) -> bool:
    """Whether an archive can be asked for it: a page of the web that is not an archive's copy itself."""
    return citation.target is Target.OK and citation.url is not None and citation.archived is None


def _worth(finding: Finding, link: LinkState) -> bool:
    """Whether the words may have stood in an earlier version."""
    elsewhere = finding.placement is not None and finding.placement.url is not None
    return not elsewhere and (
        finding.verdict in _CHANGED or (finding.verdict is Verdict.UNCHECKED and link.state in _LOST)
    )


def _place(finding: Finding, copy: Looked | None) -> Placement | None:
    """Where the words stand in *copy*; None where they do not, or no better than on the live page."""
    index = copy.ready() if copy is not None else None
    if copy is None or index is None:
        return None
    placement = place(finding.quotation, [(RUNG, copy.capture, index)], profile=finding.profile)
    if placement.url is None or placement.verdict is None:
        return None
    better = finding.verdict is Verdict.UNCHECKED or placement.verdict.rank < finding.verdict.rank
    return placement if better else None


def _with_copy(link: LinkState, copy: Capture, day: date) -> LinkState:
    assert copy.memento is not None
    apart = abs((copy.memento.at.date() - day).days)
    near = "of that day" if apart == 0 else f"{apart} days from the day cited"
    said = f"{copy.memento.archive} has a copy of {_day(copy.memento.at)}, {near}: {copy.final_url}"
    return replace(link, archive=copy.memento, evidence=(*link.evidence, said))


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
