"""Block quotations in a row: the second goes on in the page that the first was taken from."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

#: Who goes on, or what does, in the line ahead of a block.
_ON = frozenset(
    """
    continues continued continue adds added concludes concluded later elsewhere then also further again
    weiter ergänzt später ensuite ajoute poursuit continúa añade luego continua aggiunge acrescenta vervolgt voegt
    """.split()  # noqa: SIM905
)
#: At a block's end: it is from where the one before it is.
_SAME = (
    "(same post",
    "(same page",
    "(same source",
    "(same article",
    "(gleicher post",
    "(gleiche quelle",
    "(ebd",
    "(ebenda",
    "(ibid",
)
_GO, _FORTH = frozenset(("go", "goes", "went", "fährt")), frozenset(("on", "fort"))
#: So many paragraphs of the author's own may stand between the two.
_APART = 4
#: A line of attribution has no more words.
_LINE = 16
#: What is left where the line says that it goes on, where nothing stands between, and where a colon only leads there.
_SAID, _NEXT, _LED = 0.95, 0.92, 0.68
#: From this score on a block's source is good enough to go on from.
_WELL = 0.6
_GOOD = frozenset((Basis.CUE_LINK, Basis.NOTE, Basis.NAMED_SOURCE, Basis.SAME_SENTENCE, Basis.INSIDE_ANCHOR))


class Onward:
    """Finds the source of a block in the block before it."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        self._speech = speech
        self._candidates = candidates
        self._linked = {anchor.paragraph for anchor in anchors}
        self._block: int | None = None  #: the block before

    def read(self, number: int, draft: Draft) -> None:
        """One quotation, in reading order."""
        if draft.number >= 0:
            return
        last, self._block = self._block, number
        best = self._candidates.best(number)
        if last is None or (best is not None and best.score >= _WELL):
            return
        before, head = self._speech.drafts[last], self._candidates.best(last)
        if head is None or head.score < _WELL or head.basis not in _GOOD:
            return
        same = any(draft.words.casefold().rstrip(" .)]").endswith(said) for said in _SAME)
        kept = _SAID if same else self._kept(before.places[-1][0], draft.places[0][0])
        if kept:
            basis = Basis.PARAGRAPH if kept == _LED else Basis.NAMED_SOURCE
            found = Candidate(head.citation, basis, head.score * kept, "onward", head.anchor)
            self._candidates.add(number, found)

    def _attributes(self, at: int) -> bool:
        """Whether a paragraph may be a line of attribution: it links something, and is short."""
        if at not in self._linked:
            return False
        return sum(t.is_word for t in self._speech.scenes[at].tokens) <= _LINE

    def _kept(self, last: int, first: int) -> float:
        """What is left of the score of a block that ends in paragraph *last* for one that begins in *first*."""
        between = range(last + 1, first)
        if len(between) > _APART or not self._linked.isdisjoint((*between, first)):
            return 0.0
        if not between:
            # A line of attribution under either would be a paragraph.
            return 0.0 if self._attributes(first + 1) else _NEXT
        tokens = self._speech.scenes[first - 1].tokens
        if not tokens or tokens[-1].text != ":":
            return 0.0
        start, _ = self._speech.scenes[first - 1].sentence(len(tokens) - 1)
        if _goes_on(tokens[start:]):
            return _SAID
        named = any(full for at in between for _, full in self._speech.voices.names(at))
        return 0.0 if named else _LED


def _goes_on(tokens: Sequence[Token]) -> bool:
    words = [t.lower for t in tokens if t.is_word and t.quoted < 0]
    forth = any(word in _GO and not _FORTH.isdisjoint(words[at + 1 : at + 3]) for at, word in enumerate(words))
    return forth or not _ON.isdisjoint(words)
