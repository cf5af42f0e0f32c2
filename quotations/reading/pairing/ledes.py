"""What a lede tells of before the article links it: “…, says a report.” and below it “The [report](…) by the board claims …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from quotations.model import Basis
from quotations.reading.drafts import Draft
from quotations.reading.pairing.candidates import Candidate
from quotations.reading.pairing.defining import NOUNS
from quotations.reading.pairing.earlier import Earlier
from quotations.reading.pairing.near import introduces, is_source_noun
from quotations.reading.scene import Token

#: What is told of for the first time, and what was told of before.
_NEW, _KNOWN = frozenset(("a", "an")), frozenset(("the", "its", "his", "her", "their"))
#: So many tokens behind its article a noun stands, and so many paragraphs below its link.
_REACH, _BELOW = 3, 2
#: So many links behind the words are looked at.
_MOST = 6
_WELL, _SCORE = 0.6, 0.62


class Ledes(Earlier):
    """Finds the link that the paragraph below gives for what a sentence tells of."""

    def told_below(self, number: int, draft: Draft, read: int) -> None:
        """Add it to the candidates of the draft *number*, before which *read* links stand."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= _WELL) or len({p for p, _ in draft.places}) > 1:
            return
        at = draft.places[0][0]
        scene = self._speech.scenes[at]
        start, end = scene.sentence(scene.place(draft.places[0][1]))
        nouns = {t.lower for t in _introduced(scene.tokens[start:end]) if self._holds_words(t)}
        if not nouns or end < len(scene.tokens):
            return
        below = next(
            (p for p in range(at + 1, min(at + 1 + _BELOW, len(self._speech.scenes))) if self._speech.scenes[p].tokens),
            at,
        )
        for index, anchor in islice(enumerate(self._anchors), read, read + _MOST):
            if anchor.span.start < draft.end or anchor.paragraph < below:
                continue
            if anchor.paragraph > below or anchor.sentence or introduces(anchor) or anchor.note:
                return
            first = self._speech.scenes[below].tokens[: anchor.last]
            if first and first[0].lower in _KNOWN and any(t.lower in nouns for t in first):
                found = Candidate(anchor.citation, Basis.NAMED_SOURCE, _SCORE, "told_below", index)
                self._candidates.add(number, found)
                return

    def _holds_words(self, token: Token) -> bool:
        return token.lower in NOUNS or is_source_noun(token, self._speech.lexicon)


def _introduced(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words behind “a” and “an” that the narrator says."""
    for at, token in enumerate(tokens):
        if token.lower in _NEW and token.quoted < 0:
            yield from (t for t in tokens[at + 1 : at + 1 + _REACH] if t.is_word and t.quoted < 0)
