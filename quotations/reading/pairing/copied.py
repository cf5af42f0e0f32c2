"""Words that stand in a sentence and again in the post embedded below it: the post's link answers for both."""

from __future__ import annotations

import re
from itertools import islice

from quotations.model import Basis
from quotations.reading.drafts import Draft
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.quotes import Speech

_WORD = re.compile(r"[^\W_]+")
#: So many words tell two quotations alike, so many paragraphs and quotations apart.
_ALIKE, _NEAR, _BACK = 5, 3, 4
#: So many words are no chance, and so much is left of what stands around a block that only repeats.
_PULLED, _AROUND = 8, 0.3
_POST = ("tweet", "after_line", "block_dash")


def share_copied(speech: Speech, candidates: Candidates, number: int, draft: Draft) -> None:
    """Give the link of the embedded post *draft* to the same words in a sentence shortly before."""
    best = candidates.best(number)
    if draft.number >= 0 or best is None or best.route not in _POST:
        return
    words = _begins(draft)
    for other in range(max(0, number - _BACK), number):
        before, known = speech.drafts[other], candidates.best(other)
        near = draft.places[0][0] - before.places[-1][0] <= _NEAR
        if not near or before.number < 0 or (known is not None and known.score >= best.score - 0.1):
            continue
        if len(words) == _ALIKE and _begins(before) == words:
            found = Candidate(best.citation, Basis.NAMED_SOURCE, best.score - 0.1, "copied", best.anchor)
            candidates.add(other, found)


def share_pulled(speech: Speech, candidates: Candidates, number: int, draft: Draft) -> None:
    """Give the source of *draft* to a block shortly before it that has been taken out of its words."""
    best = candidates.best(number)
    if draft.number < 0 or best is None or len(draft.words.split()) < _PULLED:
        return
    whole = None
    for other in range(max(0, number - _BACK), number):
        block = speech.drafts[other]
        if block.number >= 0 or draft.places[0][0] - block.places[-1][0] > _NEAR:
            continue
        taken = _WORD.findall(block.words.casefold())
        whole = whole or f" {' '.join(_WORD.findall(draft.words.casefold()))} "
        if len(taken) >= _PULLED and f" {' '.join(taken)} " in whole:
            candidates.lower(other, _AROUND, spare=frozenset((Basis.INSIDE_ANCHOR, Basis.NOTE)))
            candidates.add(other, Candidate(best.citation, Basis.ECHO, best.score, "pulled", best.anchor))


def _begins(draft: Draft) -> list[str]:
    return [found[0].casefold() for found in islice(_WORD.finditer(draft.words), _ALIKE)]
