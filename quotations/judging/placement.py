"""Where the words are when the cited source does not have them: a ladder of places, each more distant.

*Misattributed* and *fabricated* must never look the same: what was searched is always said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotations.comparison import TextIndex, index
from quotations.comparison.significance import LIGHT
from quotations.judging.candidates import Candidate
from quotations.judging.compare import compare
from quotations.judging.prospect import may_have
from quotations.model import Capture, Comparison, Placement, Quotation, Text, Verdict

#: The rungs, nearest first; the last one says that nothing was found.
RUNGS = ("cited_elsewhere", "same_site", "linked_from_source", "archived_version", "anywhere_held", "nowhere_held")
_FOUND = Verdict.CRITICAL.rank


def placement_among(others: Sequence[tuple[Candidate, Comparison | None]]) -> Placement:
    """The best of the article's other candidates; "nowhere_held" where none has the words."""
    compared = [
        (candidate, comparison)
        for candidate, comparison in others
        if comparison is not None and comparison.verdict.rank <= _FOUND
    ]
    searched = ("cited_elsewhere",) if others else ()
    if not compared:
        return Placement(rung="nowhere_held", searched=searched)
    candidate, comparison = min(compared, key=lambda one: one[1].verdict.rank)
    looked = candidate.looked
    return Placement(
        rung="cited_elsewhere", url=candidate.link.url, citation=candidate.attribution.citation,
        captured_at=looked.capture.captured_at if looked else None, passage=comparison.passage, verdict=comparison.verdict,
        searched=searched,
    )  # fmt: skip


def place(
    quotation: Quotation, candidates: Iterable[tuple[str, Capture, Text | TextIndex]], *, profile: str = "chicago"
) -> Placement:
    """Search for *quotation* rung by rung, and stop behind the first rung that has the words.

    *candidates* is lazy: (rung, capture, text), nearest rung first; it is read no further than needed. Each place beyond
    the first makes chance more likely, so a match must be the surer the more places were searched. Raises WordsError
    when the quotation holds no word.
    """
    searched: list[str] = []
    best: Placement | None = None
    places = 0
    for rung, capture, text in candidates:
        if best is not None and rung != best.rung:
            break
        if rung not in searched:
            searched.append(rung)
        places += 1
        source = text if isinstance(text, TextIndex) else index(text)
        if not may_have(quotation.text, source):
            continue
        comparison = compare(quotation, source, profile=profile, found_only=True)
        if comparison.verdict.rank > _FOUND or comparison.chance is None or comparison.chance.expected * places > LIGHT:
            continue
        if best is None or (best.verdict is not None and comparison.verdict.rank < best.verdict.rank):
            best = Placement(
                rung=rung, url=capture.final_url or capture.url, captured_at=capture.captured_at, passage=comparison.passage,
                verdict=comparison.verdict, searched=tuple(searched),
            )  # fmt: skip
    return best if best is not None else Placement(rung="nowhere_held", searched=tuple(searched))
