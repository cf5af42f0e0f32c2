"""Which cited link answers for which quotation: rules with a basis and a score, several candidates, a margin.

Restraint counts as much as reach: a wrong pair accuses an innocent source. A link that only explains a word or
introduces a person is none; what a speaker told the reporter has none; and no more than .79 is said of a link for
being near or for the speaker's having been quoted from it before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotations.model import Attribution, Citation, Quotation
from quotations.reading.document import Document
from quotations.reading.pairing.anchors import find_anchors
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.chain import follow
from quotations.reading.quotes import find_speech

#: How many candidates are kept of each quotation, and the least score of one.
_MOST = 4
_LEAST = 0.05


def attribute(
    document: Document, quotations: Sequence[Quotation], citations: Sequence[Citation], link_ids: Mapping[int, str]
) -> tuple[Attribution, ...]:
    """Pair *quotations* with *citations* of the same document; of each quotation the best candidate first.

    Args:
        document: what the quotations were found in.
        quotations: as `find_quotations` gives them.
        citations: as `find_citations` gives them.
        link_ids: for links of the document, by index, the id of their citation.
    """
    if not quotations:
        return ()
    speech = find_speech(document)
    by_place = {(draft.start, draft.end): number for number, draft in enumerate(speech.drafts)}
    anchors = find_anchors(document, speech, citations, link_ids)
    candidates = Candidates(document, speech, anchors, citations)
    for number in range(len(speech.drafts)):
        candidates.find(number)
    follow(speech, anchors, candidates)
    found: list[Attribution] = []
    for quotation in quotations:
        place = by_place.get((quotation.parts[0].start, quotation.parts[-1].end))
        if place is not None:
            found.extend(_attributions(quotation.id, candidates.of(place)))
    return tuple(found)


def _attributions(quotation: str, candidates: Sequence[Candidate]) -> list[Attribution]:
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.citation)
        if candidate.score >= _LEAST and (known is None or candidate.score > known.score):
            best[candidate.citation] = candidate
    ranked = sorted(best.values(), key=lambda c: -c.score)[:_MOST]
    return [
        Attribution(
            quotation=quotation,
            citation=candidate.citation,
            basis=candidate.basis,
            score=round(candidate.score, 3),
            margin=round(max(0.0, candidate.score - (ranked[rank + 1].score if rank + 1 < len(ranked) else 0.0)), 3),
        )
        for rank, candidate in enumerate(ranked)
    ]
