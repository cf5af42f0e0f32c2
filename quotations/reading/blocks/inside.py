"""Links and mark-up inside blocks, asked for by place."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Span
from quotations.reading.document import Block, Document, InlineKind
from quotations.reading.flow import inside
from quotations.reading.paragraphs import Paragraph

LONGEST_LINE = 160


class Marks:
    """The links and inline mark-up of a document, to be asked for by place."""

    def __init__(self, document: Document) -> None:
        self._links = sorted(link.span for link in document.links if len(link.span))
        self._inlines = sorted(
            (i.span, i.kind)
            for i in document.inlines
            if i.kind in (InlineKind.CITE, InlineKind.STRONG, InlineKind.GIVEN_QUOTE)
        )
        self._starts = [span for span, _ in self._inlines]

    def links(self, span: Span) -> list[Span]:
        """Where the links inside *span* stand."""
        return [link for at in inside(span, self._links) if span.holds(link := self._links[at])]

    def inlines(self, span: Span, kind: InlineKind) -> list[Span]:
        """Where the mark-up of *kind* inside *span* stands."""
        found = [self._inlines[at] for at in inside(span, self._starts)]
        return [inline for inline, other in found if other is kind and span.holds(inline)]


def linked(marks: Marks, paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Whether the paragraph *at* has a link: then what follows is more likely quoted than proposed."""
    return at >= 0 and bool(marks.links(paragraphs[at].blocks[-1].span))


def only_link(document: Document, marks: Marks, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a link and next to nothing else: a block's title line or source line."""
    span = paragraph.blocks[0].span
    words = document.words(span)
    linked = sum(len(document.words(link)) for link in marks.links(span))
    return 0 < len(words) <= LONGEST_LINE and linked >= 0.6 * len(words)


def label(document: Document, marks: Marks, block: Block) -> str:
    """The words in strong type with which the block begins."""
    for strong in marks.inlines(block.span, InlineKind.STRONG)[:1]:
        begins = document.words(Span(block.span.start, strong.start)) == ""
        return document.words(strong) if begins else ""
    return ""
