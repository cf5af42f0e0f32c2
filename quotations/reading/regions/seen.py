"""Blocks with what the rules about regions ask of them: words, links, and how much of the words is linked."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from quotations.model import Span
from quotations.reading.document import Block, Document, Link, Region
from quotations.reading.regions import furniture

_SENTENCE_ENDS = tuple(".!?…:;\"”’»“)'。！？」』")
_MARKS = '“”„«»"'
#: In words: what may be an appeal, one without a link, a note on where a copy first stood; what quotes at length.
_SHORT, _APPEALING, _SYNDICATED, _LENGTHY = 60, 40, 35, 13


class Seen:
    """What the rules ask about one block; words and links are looked up when they are first asked for."""

    def __init__(self, document: Document, block: Block, links: tuple[Link, ...]) -> None:
        self.block = block
        self.links = links
        self._document = document

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.block.region is Region.MAIN and not self.block.region_reason

    @cached_property
    def words(self) -> str:
        """Its words without mark-up."""
        return self._document.words(self.block.span)

    @cached_property
    def lower(self) -> str:
        """Its words in small letters."""
        return self.words.lower()

    @cached_property
    def outside(self) -> str | None:
        """Why its words alone say that it is none of the article; None when they do not."""
        short = self.count <= _SHORT
        if short and (self.links or self.count <= _APPEALING) and not self.quotes and self.appeals:
            return "asks to follow, share or subscribe"
        if furniture.LEGAL.search(self.lower[:600]) and not (self.count > _SHORT and "“" in self.words[:80]):
            return "rights and terms"
        if self.count <= _SYNDICATED and furniture.syndicated(self.lower):
            return "says where it first stood"
        return None

    @cached_property
    def appeals(self) -> bool:
        """Whether it asks to follow, share, subscribe, join or pay."""
        return furniture.APPEAL.search(self.lower) is not None

    @property
    def quotes(self) -> bool:
        """Whether it may quote somebody at length."""
        return any(mark in self.words for mark in _MARKS) and self.count > _LENGTHY

    @cached_property
    def _anchors(self) -> list[str]:
        return [self._document.words(_common(link.span, self.block.span)) for link in self.links]

    @cached_property
    def bare(self) -> int:
        """How many of its words are outside links."""
        return max(0, self.count - sum(len(anchor.split()) for anchor in self._anchors))

    @cached_property
    def linked(self) -> float:
        """The share of its characters that is linked, 0 to 1."""
        return min(1.0, sum(map(len, self._anchors)) / len(self.words)) if self.words else 0.0

    @cached_property
    def count(self) -> int:
        """How many words it has."""
        return self.words.count(" ") + 1 if self.words else 0

    @property
    def ends_sentence(self) -> bool:
        """Whether its last mark can end a sentence or lead to the next."""
        return self.words.endswith(_SENTENCE_ENDS)

    @property
    def link_line(self) -> bool:
        """Whether it is links and hardly a word more."""
        return bool(self.links) and self.bare <= 3 and self.linked > 0.6


def look(document: Document) -> list[Seen]:
    """The blocks of *document* with what is asked of them."""
    links = sorted((link for link in document.links if len(link.span)), key=lambda link: link.span)
    starts = [link.span.start for link in links]
    seen = []
    for block in document.blocks:
        first = max(0, bisect_left(starts, block.span.start) - 1)
        near = links[first : bisect_left(starts, block.span.end)]
        seen.append(Seen(document, block, tuple(link for link in near if link.span.meets(block.span))))
    return seen


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))
