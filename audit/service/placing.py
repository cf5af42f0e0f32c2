"""Where the words of a quotation are when its own source does not have them: rung after rung, as far as needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from audit.service.indexes import Indexes
from quotations.comparison import TextIndex
from quotations.judging import Looked, place
from quotations.judging.findings import ABSENCES
from quotations.model import READABLE_STATES, Article, Capture, Finding, LinkState, Placement, Verdict

NOWHERE = "nowhere_held"


def placed(
    finding: Finding,
    article: Article,
    seen: Mapping[str, Looked | None],
    links: Mapping[str, LinkState],
    indexes: Indexes,
) -> Finding:
    """*finding* with the place of its words among the article's other sources, where that is worth a search."""
    if not sought(finding):
        return finding
    own = finding.attribution.citation if finding.attribution else None
    placement = place(finding.quotation, _others(own, article, seen, links, indexes), profile=finding.profile)
    return replace(finding, placement=replace(placement, citation=_citation(placement, article, seen, own)))


def sought(finding: Finding) -> bool:
    """Whether the words of *finding* are absent where they were cited from, and no place of theirs is known yet."""
    found = finding.placement
    return _wanted(finding) and (found is None or found.rung == NOWHERE)


def _wanted(finding: Finding) -> bool:
    unsure = finding.checkability in ("ambiguous_pairing", "no_citation")
    return finding.verdict in ABSENCES or (finding.verdict is Verdict.UNCHECKED and unsure)


def _others(
    own: str | None,
    article: Article,
    seen: Mapping[str, Looked | None],
    links: Mapping[str, LinkState],
    indexes: Indexes,
) -> Iterator[tuple[str, Capture, TextIndex]]:
    """Every other source that the article cites and that was read, each once."""
    mine = seen.get(own) if own else None
    told: set[int] = {id(mine)}
    for citation in article.citations:
        looked = seen.get(citation.id)
        if looked is None or id(looked) in told or links[citation.id].state not in READABLE_STATES:
            continue
        told.add(id(looked))
        index = looked.ready()
        if index is not None:
            yield "cited_elsewhere", looked.capture, index
            indexes.used(looked)


def _citation(placement: Placement, article: Article, seen: Mapping[str, Looked | None], own: str | None) -> str | None:
    """The article's own citation of the source in which the words were found."""
    if placement.url is None:
        return None
    for citation in article.citations:
        looked = seen.get(citation.id)
        if citation.id != own and looked is not None:
            capture = looked.capture
            if (capture.final_url or capture.url) == placement.url:
                return citation.id
    return None
