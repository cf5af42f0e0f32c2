"""What a label needs to know of its surroundings: words as written, marks, sentences, speakers, junk."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from quotations.comparison.aligned import Aligned
from quotations.comparison.index import TextIndex
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import Likeness
from quotations.comparison.names import is_name, opens_as_name
from quotations.comparison.surface import closes_sentence
from quotations.model import SegmentRole, Span

_CLAUSE_MARK = re.compile(r"[,;:.!?()\[\]…—–]|\s-+\s|--")
_SENTENCE_END = re.compile(r"[.!?:,;…]")
_RUNNING = frozenset({SegmentRole.BODY, SegmentRole.QUOTE})
_PLACES = 12  #: of one word, looked at for a name
_FURNITURE_WORDS = 80
_LONG = 200  #: words from which sentences are counted roughly
_STOP = re.compile(r"[.!?。]\W*\s")
_INAUDIBLE = frozenset({"inaudible", "unintelligible", "indiscernible", "bleep", "bleeped", "inaud", "unverstandlich"})


@dataclass(slots=True)
class Scene:
    """An alignment with the text around it."""

    aligned: Aligned
    index: TextIndex
    lexicon: Lexicon
    likeness: Likeness

    @property
    def quote_keys(self) -> list[str]:
        """The folded words of the quotation."""
        return self.aligned.quoted.keys

    @property
    def source_keys(self) -> list[str]:
        """The folded words of the text."""
        return self.aligned.view.keys

    def quote_word(self, at: int) -> str:
        """Word *at* of the quotation as written."""
        return self.aligned.quoted.items[at].span.of(self.aligned.quoted.text)

    def source_word(self, at: int) -> str:
        """Word *at* of the text as written."""
        return self.aligned.view.words(at, at + 1)

    def quote_marks(self, left: int, right: int) -> str:
        """What stands between two words of the quotation."""
        items, text = self.aligned.quoted.items, self.aligned.quoted.text
        start = items[left].span.end if left >= 0 else 0
        end = items[right].span.start if right < len(items) else len(text)
        return text[start:end]

    def source_marks(self, left: int, right: int) -> str:
        """What stands between two words of the text, without hidden words."""
        return self.aligned.view.between(left, right)

    def mark_before(self, at: int) -> bool:
        """Whether a mark that parts clauses stands before word *at* of the text."""
        return (
            at <= 0
            or bool(_CLAUSE_MARK.search(self.source_marks(at - 1, at)))
            or self.block_of(at - 1) != self.block_of(at)
        )

    def sentence_ends_before(self, at: int) -> bool:
        """Whether a sentence of the text ends before word *at*."""
        return (
            at <= 0
            or at >= len(self.source_keys)
            or closes_sentence(self.source_marks(at - 1, at))
            or self.block_of(at - 1) != self.block_of(at)
        )

    def sentences_in(self, start: int, end: int) -> int:
        """How many ends of sentences lie inside words *start* … *end* of the text."""
        if end - start > _LONG:
            return len(_STOP.findall(self.aligned.view.words(start, end)))
        return sum(self.sentence_ends_before(at) for at in range(start + 1, end))

    def block_of(self, at: int) -> int:
        """The block of word *at* of the text."""
        view = self.aligned.view
        return self.index.block_at(view.start(at)) if 0 <= at < len(view.keys) else -1

    def skipped(self, at: int) -> bool:
        """Whether word *at* of the text may be stepped over: junk, label, stage direction, note, number of an item."""
        return self._skip_at(at) is not None or self._stray(at)

    def steps_over(self, start: int, end: int) -> tuple[int, int]:
        """What is left of words *start* … *end* of the text when what may be stepped over is taken from both sides.

        A block is no interruption of its own words.
        """
        view = self.aligned.view
        kept = [view.start(at) for at in (start - 1, end) if 0 <= at < len(view.keys)]

        def loose(at: int) -> bool:
            span = self._skip_at(at)
            return self._stray(at) if span is None else not any(span.start <= other < span.end for other in kept)

        while start < end and loose(start):
            start += 1
        while end > start and loose(end - 1):
            end -= 1
        return start, end

    def _skip_at(self, at: int) -> Span | None:
        """The range that may be stepped over around word *at* of the text."""
        skips = self.index.skips
        start = self.aligned.view.start(at)
        place = bisect_right(skips, start, key=lambda one: one[0].start) - 1
        return skips[place][0] if place >= 0 and start < skips[place][0].end else None

    def _stray(self, at: int) -> bool:
        """Whether a lone letter of another alphabet sticks to a mark: what a wrong decoding leaves."""
        word = self.source_word(at)
        if len(word) != 1 or word.isascii() or self.lexicon.language in ("ru", "ja", "zh", "ko", "ar"):
            return False
        marks = self.source_marks(at - 1, at)[-1:] + self.source_marks(at, at + 1)[:1]
        return any(not mark.isalnum() and not mark.isspace() for mark in marks)

    def furniture(self, start: int, end: int) -> bool:
        """Whether words *start* … *end* of the text are whole blocks of the page's furniture between two paragraphs.

        Furniture are blocks without any sentence (a credit, a form, a share line), and blocks that repeat other words of
        the page (a pull quote).
        """
        if not 0 < start < end < len(self.source_keys):
            return False
        blocks = self.index.blocks
        first, last = self.block_of(start), self.block_of(end - 1)
        if self.block_of(start - 1) == first or self.block_of(end) == last or end - start > _FURNITURE_WORDS:
            return False
        if not {blocks[self.block_of(start - 1)].role, blocks[self.block_of(end)].role} <= _RUNNING:
            return False
        return all(self._is_furniture(number) for number in range(first, last + 1))

    def _is_furniture(self, number: int) -> bool:
        block = self.index.blocks[number]
        if block.role is SegmentRole.HEADING or (block.label is not None and (block.speaker or "").isupper()):
            return False
        words = block.span.of(self.aligned.view.text).strip()
        if block.junk or not _SENTENCE_END.search(words[-3:]):
            return True
        return len(words) > 30 and self.aligned.view.text.count(words[:60].rstrip(".!?")) > 1

    def inaudible(self, at: int) -> bool:
        """Whether word *at* of the text says in brackets that nobody could hear it."""
        return self.source_keys[at] in _INAUDIBLE and self.source_marks(at - 1, at)[-1:] in "([" and at > 0

    def speaker_at(self, at: int) -> str | None:
        """Who says word *at* of the text, where the text names speakers."""
        blocks = self.index.blocks
        number = self.block_of(at)
        return blocks[number].speaker if 0 <= number < len(blocks) else None

    def quote_name(self, at: int) -> bool:
        """Whether word *at* of the quotation looks like a name."""
        word = self.quote_word(at)
        return bool(self.quote_keys[at]) and (
            is_name(word, self.quote_before(at), self.lexicon) or opens_as_name(word, self.lexicon)
        )

    def source_name(self, at: int) -> bool:
        """Whether word *at* of the text looks like a name."""
        return self._named(at) or self._named_elsewhere(at)

    def _named(self, at: int) -> bool:
        start = self.aligned.view.start(at)
        return is_name(self.source_word(at), self.aligned.view.text[max(0, start - 16) : start], self.lexicon)

    def _named_elsewhere(self, at: int) -> bool:
        """Whether a capitalised word that opens a sentence is a name wherever else the text has it."""
        if not self.source_word(at)[:1].isupper():
            return False
        others = [place for place in self.aligned.view.first_places(self.source_keys[at], _PLACES) if place != at]
        inner = [place for place in others if not self.sentence_ends_before(place)]
        if inner:
            return all(self._named(place) for place in inner)
        return opens_as_name(self.source_word(at), self.lexicon)

    def common_elsewhere(self, at: int) -> bool:
        """Whether the text writes word *at* without a capital in another place."""
        places = self.aligned.view.first_places(self.source_keys[at], _PLACES)
        return any(self.source_word(place)[:1].islower() for place in places)

    def quote_before(self, at: int) -> str:
        """The text of the quotation before its word *at*."""
        start = self.aligned.quoted.items[at].span.start
        return self.aligned.quoted.text[max(0, start - 16) : start]
