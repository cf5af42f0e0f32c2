"""Candidates of one quotation by its own surroundings: the route from each link near it, with basis and score."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotations.model import Basis, Citation, QuotationForm, QuotationKind
from quotations.model.article import STAKED
from quotations.reading.document import BlockKind, Document, InlineKind
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Nearby
from quotations.reading.pairing.blocks import block_candidates
from quotations.reading.pairing.clauses import Clauses
from quotations.reading.pairing.near import Near, introduces
from quotations.reading.pairing.rows import row_source
from quotations.reading.pairing.sentences import inline_candidates
from quotations.reading.pairing.told import Told
from quotations.reading.pairing.within_notes import WithinNotes
from quotations.reading.quotes import Speech
from quotations.values import plain_value

#: Being near, or having been quoted from before, never makes a pairing sure.
CAPPED = {Basis.PARAGRAPH: 0.79, Basis.SAME_SPEAKER: 0.79, Basis.ECHO: 0.79}
_JOINED = 3
#: A link of the paragraph's own is looked at from this score on.
_SOME = 0.12
#: What is said of a link in the line before or behind a pull quotation.
_AMONG = 0.3
#: Such a link; a line with a colon leads to what some programs mark as pull quotations.
_AROUND = frozenset(("prev_last", "prev_early", "prev_about", "prev2", "after"))
#: What is said of one of two links in the sentence before.
_NEAR_ONE = 0.34
_INDIRECT = frozenset((Basis.SAME_SPEAKER, Basis.NAMED_SOURCE, Basis.PARAGRAPH))
_NO_SOURCE = frozenset((QuotationKind.BOILERPLATE,))


@plain_value
class Candidate:
    """One link that may answer for a quotation."""

    citation: str
    basis: Basis
    score: float
    route: str  #: the rule, in words of one piece; for tests and benchmarks
    anchor: int  #: index among the anchors


class Candidates:
    """The candidates of all quotations of one document."""

    def __init__(
        self, document: Document, speech: Speech, anchors: Sequence[Anchor], citations: Sequence[Citation] = ()
    ) -> None:
        self._document = document
        self._speech = speech
        self._anchors = anchors
        self._apart: set[tuple[int, str]] = set()
        self._titles: set[int] = set()
        self._found: dict[int, list[Candidate]] = {}
        self.told = Told(document, speech)
        self.clauses = Clauses(speech.lexicon)
        self._declared = _declared(document, anchors)
        self._near = Nearby(anchors)
        self._notes = WithinNotes(document, speech, anchors, citations)
        self._elements = [at for at, a in enumerate(anchors) if a.element in ("q", "blockquote")]

    def _start(self, anchor: int) -> int:
        return self._anchors[anchor].span.start

    def of(self, number: int) -> list[Candidate]:
        """The candidates of the draft *number*, best first."""
        return sorted(self._found.get(number, ()), key=lambda c: -c.score)

    def best(self, number: int) -> Candidate | None:
        """The best candidate of the draft *number*."""
        ranked = self.of(number)
        return ranked[0] if ranked else None

    def own(self, number: int) -> Candidate | None:
        """The link of the draft's own sentence that stands before its words, if it may be staked on."""
        leading = [
            c
            for c in self.of(number)
            if c.basis in (Basis.SAME_SENTENCE, Basis.CUE_LINK) and c.route.startswith("pre_") and c.score >= STAKED
        ]
        return leading[0] if leading else None

    def add(self, number: int, candidate: Candidate) -> None:
        """Add a candidate, its score capped by its basis."""
        score = min(candidate.score, CAPPED.get(candidate.basis, 0.99))
        if candidate.route.endswith(("_apart", "_judged")):
            self._apart.add((number, candidate.citation))
        elif candidate.route.endswith("_title"):
            self._titles.add(number)
        elif candidate.basis in _INDIRECT and ((number, candidate.citation) in self._apart or number in self._titles):
            # Another voice's link of the same sentence, or the name of what a link leads to.
            score = min(score, 0.3)
        self._found.setdefault(number, []).append(replace(candidate, score=score))

    def lower(self, number: int, most: float, *, spare: frozenset[Basis] = frozenset()) -> None:
        """Let no candidate of the draft score more than *most*, but for those of the bases *spare*."""
        self._found[number] = [
            c if c.basis in spare else replace(c, score=min(c.score, most)) for c in self._found.get(number, ())
        ]

    def find(self, number: int) -> None:
        """Find the candidates of the draft *number* in its own surroundings."""
        draft = self._speech.drafts[number]
        if draft.kind in _NO_SOURCE:
            return
        if self._by_markup(number, draft):
            return
        if draft.number < 0 and draft.form is not QuotationForm.BLOCK:
            return
        for at, citation, basis, score in self._notes.find(draft):
            self.add(number, Candidate(citation, basis, score, "within_note", at))
        for found in self._nearby(number, draft):
            anchor = self._anchors[found.anchor]
            self.add(number, Candidate(anchor.citation, found.basis, found.score, found.route, found.anchor))
        self._level(number)
        for at in row_source(self._speech, self._near, draft):
            anchor = self._anchors[at]
            self.add(number, Candidate(anchor.citation, Basis.CUE_LINK, 0.82, "row", at))
        self._only_one(number)
        self._nearer(number)
        leading = self.own(number)
        if leading is not None:
            self._found[number] = [
                replace(c, score=min(c.score, leading.score - 0.02)) if c.basis is Basis.PARAGRAPH else c
                for c in self._found[number]
            ]
        own = [c for c in self._found.get(number, ()) if c.basis is Basis.CUE_LINK and c.score >= 0.85]
        if own:
            # An earlier story of one's own that is linked is a source.
            self.told.spare(number)
        if self._speech.paragraphs[draft.places[0][0]].kind is BlockKind.PULL_QUOTE:
            # Set among the lines of an article that it repeats: those around it have nothing to do with it.
            self._found[number] = [
                replace(c, score=min(c.score, _AMONG)) if c.route in _AROUND else c for c in self._found.get(number, ())
            ]
        if self.told.bars(number):
            self.lower(number, 0.12, spare=frozenset((Basis.INSIDE_ANCHOR, Basis.NOTE)))

    def _nearer(self, number: int) -> None:
        """A link of the paragraph's own, ahead of the words, goes before one of the paragraph before."""
        own = [c for c in self._found.get(number, ()) if c.route.startswith("para") and c.score >= _SOME]
        own = [c for c in own if c.route != "para_after"]
        if own:
            most = max(c.score for c in own) - 0.01
            self._found[number] = [
                replace(c, score=min(c.score, most)) if c.route in ("prev_source", "prev_plain") else c
                for c in self._found[number]
            ]

    def _only_one(self, number: int) -> None:
        """What is staked for being the only link near is not where there are two."""
        found = self._found.get(number, [])
        if sum(c.route == "para1_sole" for c in found) > 1 or self.own(number) is not None:
            self._found[number] = [
                replace(c, score=min(c.score, _NEAR_ONE)) if c.route == "para1_sole" else c for c in found
            ]

    def _level(self, number: int) -> None:
        """[The board] and [the Lamp] report “…”: neither of two links joined by “and” goes before the other."""
        best = self.best(number)
        if best is None or best.basis is not Basis.CUE_LINK:
            return
        own = self._anchors[best.anchor]
        tokens = self._speech.scenes[own.paragraph].tokens
        for at in (best.anchor - 1, best.anchor + 1):
            other = self._anchors[at] if 0 <= at < len(self._anchors) else None
            if other is None or other.paragraph != own.paragraph or other.note or introduces(other):
                continue
            between = tokens[min(own.last, other.last) : max(own.first, other.first)]
            words = [t.lower for t in between if t.lower not in self._speech.lexicon.articles and t.text != ","]
            if between and len(between) <= _JOINED and words in (["and"], ["und"], ["et"], ["y"], ["e"], ["en"]):
                self.add(number, Candidate(other.citation, best.basis, best.score - 0.03, "joined", at))

    def _nearby(self, number: int, draft: Draft) -> Iterator[Near]:
        if draft.number < 0:
            before = self._speech.drafts[number - 1] if number else None
            return block_candidates(self._document, self._speech, self._near, draft, before)
        return inline_candidates(self._document, self._speech, self._near, self.clauses, draft)

    def _by_markup(self, number: int, draft: Draft) -> bool:
        """A cite attribute or a quotation given with its source leaves no question."""
        first = bisect_left(self._elements, draft.outer.start, key=self._start)
        if first < len(self._elements) and self._start(self._elements[first]) <= draft.outer.end:
            index = self._elements[first]
            self.add(number, Candidate(self._anchors[index].citation, Basis.CITE_ATTRIBUTE, 0.98, "cite", index))
            return True
        given = self._declared.get((draft.start, draft.end))
        if given is not None:
            self.add(number, Candidate(self._anchors[given].citation, Basis.GIVEN, 0.99, "given", given))
            return True
        return False


def _declared(document: Document, anchors: Sequence[Anchor]) -> dict[tuple[int, int], int]:
    """Quotations given with their source: where they stand, and the anchor of that source."""
    declared: dict[tuple[int, int], int] = {}
    for inline in document.inlines:
        if inline.kind is not InlineKind.GIVEN_QUOTE or not inline.cite:
            continue
        same = [at for at, a in enumerate(anchors) if document.links[a.number].href == inline.cite]
        if not same:
            # Inside a note: the anchor is the mark that leads to it.
            notes = {link.in_note for link in document.links if link.in_note and link.href == inline.cite}
            same = [at for at, a in enumerate(anchors) if document.links[a.number].note in notes]
        if same:
            nearest = min(same, key=lambda at: abs(anchors[at].span.start - inline.span.start))
            declared[inline.span.start, inline.span.end] = nearest
    return declared
