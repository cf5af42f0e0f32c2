"""The words of a long text: all of them at once, and where they stand only for those that are asked about.

Folding and parting a text costs less than knowing the place of each of its words, and few places are ever looked at: those
around a passage. So the text is parted at its blanks, what stands between two of them is looked up in a table that all
texts share, and the places are worked out by stretches of some hundred characters when one of their words is asked for.
The words are those that `tokenize` gives for the whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol

from quotations.comparison.fold import Folded, fold
from quotations.comparison.tokens import FIGURES, FUSED, has_minus, joined, words_in
from quotations.model import Span

_STRETCH, _FURTHEST = 256, 320  #: characters, up to the next blank, or line where no blank is near
_MOST, _LONGEST = 50_000, 24  #: entries of the table, and characters of one
#: The hyphen or dash first: so it is found much quicker.
_MAY_BE_MINUS = re.compile(r"[-–−](?=\S)(?:(?<=−)|(?<=^.)|(?<=[ \n(\[\u00a0\t].))")
_BLANK = re.compile(r"[ \n]")
_EDGE = ".,;:!?\"()'…-"  #: marks that are part of no word at its edges


class Located(Protocol):
    """Words in order and where they stand in the raw text."""

    keys: list[str]

    def start(self, at: int) -> int:
        """Where word *at* begins."""
        ...

    def end(self, at: int) -> int:
        """Where word *at* ends; not before it begins, but for words that share one character."""
        ...

    def from_(self, offset: int) -> int:
        """The first word that begins at or behind *offset*."""
        ...


class _Several(dict[str, list[str]]):
    """The words of what stands between two blanks, where they are not one, or it is long."""

    def __missing__(self, chunk: str) -> list[str]:
        words = words_in(chunk)[0]
        if len(chunk) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[chunk] = words
        return words


_SEVERAL = _Several()


class _Only(dict[str, str]):
    """The word of what stands between two blanks; empty where `_SEVERAL` has to be asked."""

    def __missing__(self, chunk: str) -> str:
        bare = chunk.strip(_EDGE)
        if bare.isascii() and bare.isalpha() and bare.islower() and bare not in FUSED:
            word = bare
        elif len(chunk) > _LONGEST:
            return ""
        else:
            words = _SEVERAL[chunk]
            word = words[0] if len(words) == 1 else ""
        if len(chunk) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[chunk] = word
        return word


_ONLY = _Only()


def _words_of(text: str) -> list[str]:
    """The words of a folded *text*, which begins and ends at blanks."""
    chunks = text.split()
    words = list(map(_ONLY.__getitem__, chunks))
    at = grown = 0
    for _ in range(words.count("")):
        at = words.index("", at)
        more = _SEVERAL[chunks[at - grown]]
        words[at : at + 1] = more
        at += len(more)
        grown += len(more) - 1
    return words


class Words:
    """The words of one raw text."""

    def __init__(self, raw: str) -> None:
        self._length = len(raw)
        folded = fold(raw)
        self._changes = folded.changes
        self._map = Folded("", folded.changes)
        self._text = joined(folded.text)
        self._begins: list[int] = []  #: of each stretch, in the folded text
        self._firsts: list[int] = []  #: the first word of each stretch
        self._known: dict[int, tuple[list[int], list[int]]] = {}  #: starts and ends of the words of a stretch
        self.keys: list[str] = []
        self._part()
        self._sign(raw)

    def _part(self) -> None:
        text, keys = self._text, self.keys
        at, size = 0, len(text)
        while at < size:
            end = text.find(" ", at + _STRETCH, at + _FURTHEST)
            if end < 0:
                blank = _BLANK.search(text, at + _STRETCH)
                end = blank.start() if blank else size
            self._begins.append(at)
            self._firsts.append(len(keys))
            keys += _words_of(text[at:end])
            at = end

    def _sign(self, raw: str) -> None:
        """Give figures their minus."""
        if "-" not in raw and "−" not in raw and "–" not in raw:
            return
        for mark in _MAY_BE_MINUS.finditer(raw):
            at, start = self.from_(mark.end()), mark.end()
            while at < len(self.keys) and self.start(at) == start:  # a half is two words of one character
                if self.keys[at][0] in FIGURES and has_minus(raw, start, first=not at):
                    self.keys[at] = "-" + self.keys[at]
                at += 1

    def start(self, at: int) -> int:
        """Where word *at* begins."""
        stretch = bisect_right(self._firsts, at) - 1
        known = self._known.get(stretch) or self._places(stretch)
        return known[0][at - self._firsts[stretch]]

    def end(self, at: int) -> int:
        """Where word *at* ends."""
        stretch = bisect_right(self._firsts, at) - 1
        known = self._known.get(stretch) or self._places(stretch)
        return known[1][at - self._firsts[stretch]]

    def from_(self, offset: int) -> int:
        """The first word that begins at or behind *offset*."""
        if offset >= self._length:
            return len(self.keys)
        stretch = bisect_right(self._begins, offset, key=self._raw) - 1
        if stretch < 0:
            return 0
        if not self._changes:
            head = self._text[self._begins[stretch] : offset]
            if not head or head[-1] in " \n":  # as a rule a block begins here
                return self._among(self._firsts[stretch] + len(_words_of(head)))
        starts = (self._known.get(stretch) or self._places(stretch))[0]
        at = self._firsts[stretch] + bisect_left(starts, offset)
        while at > 0 and self.start(at - 1) >= offset:  # words of one character may stand in two stretches
            at -= 1
        return self._among(at)

    def _among(self, at: int) -> int:
        return max(0, min(at, len(self.keys)))

    def part(self, low: int, high: int) -> Words:
        """The words from *low* to *high* (half-open): as quick as all of them."""
        part = Words.__new__(Words)
        part.__dict__.update(self.__dict__)
        part.keys = self.keys[low:high]
        part._firsts = [first - low for first in self._firsts]
        return part

    def _raw(self, offset: int) -> int:
        return self._map.raw(offset) if self._changes else offset

    def _places(self, stretch: int) -> tuple[list[int], list[int]]:
        """The starts and ends of the words of one stretch in the raw text."""
        begin = self._begins[stretch]
        stop = self._begins[stretch + 1] if stretch + 1 < len(self._begins) else len(self._text)
        _, starts, ends, _ = words_in(self._text[begin:stop])
        starts, ends = [begin + start for start in starts], [begin + end for end in ends]
        if self._changes:
            low = max(0, bisect_left(self._changes, (begin,)) - 1)
            high = bisect_left(self._changes, (stop + 1,))
            starts, ends = Folded("", self._changes[low:high]).raws(starts, ends)
        self._known[stretch] = starts, ends
        return starts, ends


class Kept:
    """Some ranges of other words, in order."""

    def __init__(self, words: Located, ranges: Sequence[tuple[int, int]]) -> None:
        self._words = words
        self._ranges = ranges
        self._firsts = list(accumulate((high - low for low, high in self._ranges), initial=0))
        self.keys: list[str] = []
        for low, high in self._ranges:
            self.keys += words.keys[low:high]

    def _place(self, at: int) -> tuple[int, int]:
        """The range of word *at*, and its number among the words that the ranges are of."""
        number = bisect_right(self._firsts, at) - 1
        return number, self._ranges[number][0] + at - self._firsts[number]

    def start(self, at: int) -> int:
        """Where word *at* begins."""
        return self._words.start(self._place(at)[1])

    def end(self, at: int) -> int:
        """Where word *at* ends."""
        return self._words.end(self._place(at)[1])

    def from_(self, offset: int) -> int:
        """The first word that begins at or behind *offset*; the ranges must not overlap."""
        word = self._words.from_(offset)
        number = bisect_right(self._ranges, word, key=lambda one: one[1])
        if number == len(self._ranges):
            return len(self.keys)
        return self._firsts[number] + max(0, word - self._ranges[number][0])


class Fused(Kept):
    """Other words, the *second* parts of divided ones fused with what stands before them."""

    def __init__(self, words: Located, second: Sequence[int]) -> None:
        ranges: list[tuple[int, int]] = []
        self._tails: list[int] = []  #: how many parts the last word of each range takes in
        low = 0
        for at in second:
            if at > low:
                ranges.append((low, at))
                self._tails.append(0)
            self._tails[-1] += 1
            low = at + 1
        super().__init__(words, [*ranges, (low, len(words.keys))] if low < len(words.keys) else ranges)
        for number, (_, high) in enumerate(ranges):
            self.keys[self._firsts[number + 1] - 1] += "".join(words.keys[high : high + self._tails[number]])

    def end(self, at: int) -> int:
        """Where word *at* ends."""
        number, word = self._place(at)
        if number < len(self._tails) and word + 1 == self._ranges[number][1]:
            word += self._tails[number]
        return self._words.end(word)


def outside(words: Located, spans: Sequence[Span]) -> Located:
    """The words that begin outside *spans* (in order)."""
    if not spans:
        return words
    ranges: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        ranges.append((at, words.from_(span.start)))
        at = max(at, words.from_(span.end))
    return _kept(words, [*ranges, (at, len(words.keys))])


def inside(words: Located, spans: Sequence[Span]) -> Located:
    """The words that begin inside *spans* (in order)."""
    return _kept(words, [(words.from_(span.start), words.from_(span.end)) for span in spans])


def _kept(words: Located, ranges: Sequence[tuple[int, int]]) -> Located:
    ranges = [(low, high) for low, high in ranges if low < high]
    if len(ranges) == 1 and isinstance(words, Words):  # as a rule only the head of a page is hidden
        return words.part(*ranges[0])
    return Kept(words, ranges)
