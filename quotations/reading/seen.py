"""Blocks with what the rules about regions ask of them: words, links, and how much of the words is linked."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from quotations.model import Span
from quotations.reading.document import Block, Document, Link, Region

_SENTENCE_ENDS = tuple(".!?…:;\"”’»“)'。！？」』")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules ask about one block."""

    block: Block
    words: str
    links: tuple[Link, ...]
    bare: int  #: words outside links
    linked: float  #: share of the characters that are linked

    @property
    def open(self) -> bool:
        """Whether nobody has decided yet."""
        return self.block.region is Region.MAIN and not self.block.region_reason

    @property
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
        held = tuple(
            link
            for link in links[max(0, bisect_left(starts, block.span.start) - 1) : bisect_left(starts, block.span.end)]
            if link.span.meets(block.span)
        )
        words = document.words(block.span)
        inside = [document.words(_common(link.span, block.span)) for link in held]
        carried = sum(map(len, inside))
        bare = len(words.split()) - sum(len(anchor.split()) for anchor in inside)
        seen.append(Seen(block, words, held, max(0, bare), min(1.0, carried / len(words)) if words else 0.0))
    return seen


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.end, other.end))
