"""A text made ready to be searched: its words, where each stands, and what kind of block they stand in.

Three views of one text share its offsets: what readers see; the same without what may be stepped over inside a passage
(advertisements, captions, speaker labels, note marks, stage directions); and what no reader sees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import compress, islice

from quotations.comparison.blocks import Block, blocks_of
from quotations.comparison.breaks import fused
from quotations.comparison.interruptions import interruptions
from quotations.comparison.languages import language_of
from quotations.comparison.words import Located, Words, inside, outside
from quotations.model import SegmentRole, Span, Text

_SCANS = 4  #: so many times words are looked for one by one before all are indexed
_HEARD, _SAMPLE = 3000, 400  #: words by which a text's language is known: of so many about so many
_FEW = 2000  #: places of a word that are looked at one by one
UNSEEN = frozenset({SegmentRole.HIDDEN, SegmentRole.METADATA})


class View:
    """Words of a text in order, with the positions of each word."""

    def __init__(self, text: str, words: Located) -> None:
        self.text = text
        self.keys = words.keys
        self.start, self.end = words.start, words.end
        self._found: dict[str, list[int]] = {}  #: postings of the words that were asked for
        self._scans = 0

    @cached_property
    def postings(self) -> dict[str, list[int]]:
        """Where each word stands."""
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            postings[key].append(at)
        return dict(postings)

    def places(self, keys: Iterable[str]) -> Mapping[str, list[int]]:
        """Where each of *keys* stands that stands anywhere; words of other quotations may be among the answer.

        The first quotations look only for their own words, which costs a fraction of the whole index; from some on
        it is made.
        """
        if "postings" in self.__dict__:
            return self.postings
        found = self._found
        wanted = {key for key in keys if key not in found}
        if wanted:
            self._scans += 1
            if self._scans > _SCANS:
                found.clear()
                return self.postings
            own = self.keys
            for key in wanted:
                found[key] = []
            for at in compress(range(len(own)), map(wanted.__contains__, own)):
                found[own[at]].append(at)
        return found

    @cached_property
    def _line(self) -> str:
        """All words, each between two blanks."""
        return f" {' '.join(self.keys)} "

    def whole(self, keys: Sequence[str], most: int) -> list[int]:
        """The first *most* places where all *keys* stand in a row: by the rarest of them, or as a string in a string."""
        if "postings" in self.__dict__:
            counts = [len(self.postings.get(key, ())) for key in keys]
            at = counts.index(min(counts))
            if counts[at] <= _FEW:
                row, own = list(keys), self.keys
                firsts = (place - at for place in self.postings.get(keys[at], ()) if place >= at)
                return list(islice((first for first in firsts if own[first : first + len(row)] == row), most))
        line, sought = self._line, f" {' '.join(keys)} "
        places: list[int] = []
        at, counted, word = line.find(sought), 0, 0
        while at >= 0 and len(places) < most:
            word += line.count(" ", counted, at)
            counted = at
            places.append(word)
            at = line.find(sought, at + 1)
        return places

    def first_places(self, key: str, most: int) -> list[int]:
        """The first *most* places of one word."""
        if "postings" in self.__dict__:
            return self.postings.get(key, [])[:most]
        places: list[int] = []
        with suppress(ValueError):
            while len(places) < most:
                places.append(self.keys.index(key, places[-1] + 1 if places else 0))
        return places

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, start: int, end: int) -> Span:
        """Where the words from *start* to *end* (half-open, not empty) stand in the text."""
        begin = self.start(start)
        return Span(begin, max(begin, self.end(end - 1)))

    def words(self, start: int, end: int) -> str:
        """The text from word *start* to word *end* (half-open), as it stands there."""
        return self.text[self.start(start) : self.end(end - 1)] if start < end else ""

    def between(self, left: int, right: int) -> str:
        """What stands between two words."""
        if left < 0:
            return self.text[max(0, self.start(0) - 40) : self.start(0)] if self.keys else ""
        begin = self.end(left)
        return self.text[begin : self.start(right) if right < len(self.keys) else begin + 40]


class TextIndex:
    """A `Text` folded and indexed once; what is rarely needed is made when it is first asked for."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self._all = Words(text.text)

    @cached_property
    def _hidden(self) -> list[Span]:
        """What no reader sees; neighbours as one."""
        hidden: list[Span] = []
        for segment in self.text.segments:
            if segment.role not in UNSEEN:
                continue
            span = segment.span
            if hidden and hidden[-1].end <= span.start and not self.text.text[hidden[-1].end : span.start].strip():
                hidden[-1] = Span(hidden[-1].start, span.end)
            else:
                hidden.append(span)
        return hidden

    @cached_property
    def _seen(self) -> Located:
        return outside(self._all, self._hidden)

    @cached_property
    def seen(self) -> View:
        """What readers see."""
        return View(self.text.text, self._seen)

    @cached_property
    def plain(self) -> View | None:
        """What readers see, without what may be stepped over; None where there is nothing of the kind."""
        skipped = [s for s, _ in self.skips]
        if not skipped:
            return None
        return View(self.text.text, outside(self._seen, skipped))

    @cached_property
    def undivided(self) -> View | None:
        """What readers see, with words that line ends divide as one; None where none is divided."""
        words = fused(self.text.text, self._seen)
        return View(self.text.text, words) if words is not None else None

    @cached_property
    def unseen(self) -> View | None:
        """What stands in the file and is not shown; None where there is nothing of the kind."""
        return View(self.text.text, inside(self._all, self._hidden)) if self._hidden else None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every folded word of the text, seen or not."""
        return frozenset(self._all.keys)

    @cached_property
    def skips(self) -> tuple[tuple[Span, str], ...]:
        """What may be stepped over inside a passage, with what it is, in order."""
        return interruptions(self.text, self.blocks)

    @cached_property
    def language(self) -> str | None:
        """The language of the words that readers see; the declared one where they do not clearly say another."""
        keys = self._all.keys[:_HEARD]
        # A sample from all over the text tells as much; of a short one every word is needed.
        return language_of(keys[:: max(1, len(keys) // _SAMPLE)], self.text.language)

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
