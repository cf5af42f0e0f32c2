"""Which words of a quotation the article sets off by italics or bold."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Span
from quotations.reading.document import Document, InlineKind

_KINDS = frozenset({InlineKind.EMPHASIS, InlineKind.STRONG})
#: Formats whose readers note emphasis; elsewhere nothing is known of it.
_FORMATS = frozenset({"html", "markdown", "mhtml", "eml", "docx", "odt", "epub", "wikitext"})


def emphasised(document: Document, parts: Sequence[Span]) -> tuple[Span, ...] | None:
    """The set-off ranges in the text of the quotation that is made of *parts*; None where the format does not tell.

    A part that is set off as a whole is set so by the article's style: that emphasises nothing.
    """
    if document.format not in _FORMATS and not any(one.kind in _KINDS for one in document.inlines):
        return None
    found: list[Span] = []
    offset = 0
    for part in parts:
        words = document.words(part)
        for inline in document.inlines:
            if inline.kind not in _KINDS or inline.span.end <= part.start or inline.span.start >= part.end:
                continue
            inner = Span(max(inline.span.start, part.start), min(inline.span.end, part.end))
            piece = document.words(inner)
            at = words.find(piece, len(document.words(Span(part.start, inner.start)))) if piece else -1
            if at >= 0 and len(piece) < len(words):
                found.append(Span(offset + at, offset + at + len(piece)))
        offset += len(words) + 1
    return tuple(sorted(set(found)))
