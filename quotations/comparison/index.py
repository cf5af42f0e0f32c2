"""A text made ready to be searched: its words, where each stands, and what kind of block they stand in.

Three views of one text share its offsets: what readers see; the same without what may be stepped over inside a passage
(advertisements, captions, speaker labels, note marks, stage directions); and what no reader sees.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from quotations.comparison.blocks import Block, blocks_of
from quotations.comparison.breaks import joined
from quotations.comparison.interruptions import interruptions
from quotations.comparison.languages import language_of
from quotations.comparison.tokens import Tokens, tokenize
from quotations.model import SegmentRole, Span, Text

UNSEEN = frozenset({SegmentRole.HIDDEN, SegmentRole.METADATA})


@dataclass
class View:
    """Words of a text in order, with the positions of each word."""

    text: str
    tokens: Tokens

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Where each word stands; made when a quotation first asks for more than the whole of its words."""
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.tokens.keys):
            postings[key].append(at)
        return dict(postings)

    @property
    def indexed(self) -> bool:
        """Whether `postings` are made."""
        return "postings" in self.__dict__

    @cached_property
    def _line(self) -> str:
        """All words, each between two blanks."""
        return f" {' '.join(self.tokens.keys)} "

    def whole(self, keys: Sequence[str], most: int) -> list[int]:
        """The first *most* places where all *keys* stand in a row; found without the index, as a string in a string."""
        line, sought = self._line, f" {' '.join(keys)} "
        places: list[int] = []
        at, counted, word = line.find(sought), 0, 0
        while at >= 0 and len(places) < most:
            word += line.count(" ", counted, at)
            counted = at
            places.append(word)
            at = line.find(sought, at + 1)
        return places

    def __len__(self) -> int:
        return len(self.tokens.keys)

    def span(self, start: int, end: int) -> Span:
        """Where the words from *start* to *end* (half-open, not empty) stand in the text."""
        return Span(self.tokens.starts[start], max(self.tokens.starts[start], self.tokens.ends[end - 1]))

    def words(self, start: int, end: int) -> str:
        """The text from word *start* to word *end* (half-open), as it stands there."""
        return self.span(start, end).of(self.text) if start < end else ""

    def between(self, left: int, right: int) -> str:
        """What stands between two words."""
        if left < 0:
            return self.text[max(0, self.tokens.starts[0] - 40) : self.tokens.starts[0]] if len(self) else ""
        if right >= len(self):
            return self.text[self.tokens.ends[left] : self.tokens.ends[left] + 40]
        return self.text[self.tokens.ends[left] : self.tokens.starts[right]]

    def at(self, offset: int) -> int:
        """The first word that ends behind *offset*."""
        return bisect_right(self.tokens.ends, offset)


class TextIndex:
    """A `Text` folded and indexed once; what is rarely needed is made when it is first asked for."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._all = tokenize(text.text)

    @cached_property
    def seen(self) -> View:
        """What readers see."""
        hidden = [s.span for s in self.text.segments if s.role in UNSEEN]
        return View(self.text.text, _without(self._all, hidden))

    @cached_property
    def plain(self) -> View | None:
        """What readers see, without what may be stepped over; None where there is nothing of the kind."""
        skipped = [s for s, _ in self.skips]
        if not skipped:
            return None
        return View(self.text.text, _without(self.seen.tokens, skipped))

    @cached_property
    def undivided(self) -> View | None:
        """What readers see, with words that line ends divide as one; None where none is divided."""
        tokens = joined(self.text.text, self.seen.tokens)
        return View(self.text.text, tokens) if tokens is not None else None

    @cached_property
    def unseen(self) -> View | None:
        """What stands in the file and is not shown; None where there is nothing of the kind."""
        hidden = [s.span for s in self.text.segments if s.role in UNSEEN]
        if not hidden:
            return None
        return View(self.text.text, _within(self._all, hidden))

    @cached_property
    def skips(self) -> tuple[tuple[Span, str], ...]:
        """What may be stepped over inside a passage, with what it is, in order."""
        return interruptions(self.text, self.blocks)

    @cached_property
    def language(self) -> str | None:
        """The language of the words that readers see; the declared one where they do not clearly say another."""
        return language_of(self._all.keys[:3000], self.text.language)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text, in order."""
        return blocks_of(self.text)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    def block_at(self, offset: int) -> int:
        """The number of the last block that starts at or before *offset*; 0 where there is none."""
        return max(0, bisect_right(self._block_starts, offset) - 1)


def index(text: Text) -> TextIndex:
    """Make *text* ready to be compared with; linear in its length."""
    return TextIndex(text)


def _without(tokens: Tokens, spans: list[Span]) -> Tokens:
    """The words that stand outside *spans* (in order)."""
    if not spans:
        return tokens
    kept = Tokens()
    at = 0
    for span in spans:
        stop = bisect_left(tokens.starts, span.start)
        if stop > at:
            _extend(kept, tokens, at, stop)
        at = max(at, bisect_left(tokens.starts, span.end))
    _extend(kept, tokens, at, len(tokens))
    return kept


def _within(tokens: Tokens, spans: list[Span]) -> Tokens:
    """The words that stand inside *spans* (in order)."""
    kept = Tokens()
    for span in spans:
        _extend(kept, tokens, bisect_left(tokens.starts, span.start), bisect_left(tokens.starts, span.end))
    return kept


def _extend(kept: Tokens, tokens: Tokens, start: int, stop: int) -> None:
    kept.keys += tokens.keys[start:stop]
    kept.starts += tokens.starts[start:stop]
    kept.ends += tokens.ends[start:stop]
