"""Which parts of a chain of runs make the passage: heavy pieces, whole segments, and no light stragglers."""

from __future__ import annotations

import re

from quotations.comparison.index import View
from quotations.comparison.locate import Run
from quotations.comparison.quoted import Quoted

_WEAK_BITS, _WEAK_WORDS, _SEGMENT_BITS = 28.0, 4, 20.0
STRAGGLE = 8  #: words of the text that a light run at the end may be away
_SENTENCE = 30  #: words that a clause cut out of a sentence may have
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s|\n\s*\n")


def strong(pieces: list[list[Run]], quoted: Quoted) -> list[list[Run]]:
    """The heaviest piece, and the others that are no accident: heavy ones, and whole segments that are not light."""
    if len(pieces) < 2:
        return pieces
    weights = [sum(run.bits for run in piece) for piece in pieces]
    heaviest = max(range(len(pieces)), key=lambda n: (weights[n], -n))
    sizes = {segment.start: len(segment) for segment in quoted.segments}
    kept: list[list[Run]] = []
    for number, piece in enumerate(pieces):
        words = sum(run.size for run in piece)
        whole = words >= sizes.get(piece[0].quote, len(quoted.items)) and weights[number] >= _SEGMENT_BITS
        heavy = weights[number] >= _WEAK_BITS and words >= _WEAK_WORDS
        if number == heaviest or whole or heavy:
            kept.append(piece)
    return kept


def without_stragglers(piece: list[Run], barriers: set[int], view: View) -> list[Run]:
    """*piece* without a light run at either end that only a long silent jump brings in."""
    kept = list(piece)
    while len(kept) > 1 and _straggles(kept[-2], kept[-1], kept[-1], barriers, view):
        kept.pop()
    while len(kept) > 1 and _straggles(kept[0], kept[1], kept[0], barriers, view):
        kept.pop(0)
    return kept


def _straggles(left: Run, right: Run, end: Run, barriers: set[int], view: View) -> bool:
    """Whether the run *end*, one of two neighbours, is light and far from the other without a declared gap."""
    if any(at in barriers for at in range(left.quote_end, right.quote + 1)):
        return False
    gap = right.source - left.source_end - (right.quote - left.quote_end)
    light = end.bits < _WEAK_BITS and end.size < _WEAK_WORDS
    if left.quote_end == right.quote and end.size > 1 and gap <= _SENTENCE and not SENTENCE_END.search(view.words(left.source_end - 1, right.source + 1)):  # fmt: skip
        return False  # a clause cut out of one sentence
    return (gap > STRAGGLE and light) or (
        gap > 4 * STRAGGLE and end.bits < 1.5 * _WEAK_BITS and end.size <= _WEAK_WORDS
    )
