"""Which words of a quotation the article sets off by italics or bold, and which it shows struck through."""

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
    # Beside words struck out, an insertion is set off for the same reason as bold ones are.
    kinds = _KINDS | {InlineKind.INSERTED} if struck(document, parts) else _KINDS
    return _set_off(document, parts, kinds)


def struck(document: Document, parts: Sequence[Span]) -> tuple[Span, ...]:
    """The ranges shown struck through in the text of the quotation that is made of *parts*."""
    if not any(one.kind is InlineKind.DELETED for one in document.inlines):
        return ()
    return _set_off(document, parts, frozenset({InlineKind.DELETED}))


def _set_off(document: Document, parts: Sequence[Span], kinds: frozenset[InlineKind]) -> tuple[Span, ...]:
    found: list[Span] = []
    offset = 0
    for part in parts:
        words = document.words(part)
        for inline in document.inlines:
            if inline.kind not in kinds or inline.span.end <= part.start or inline.span.start >= part.end:
                continue
            inner = Span(max(inline.span.start, part.start), min(inline.span.end, part.end))
            piece = document.words(inner)
            at = words.find(piece, len(document.words(Span(part.start, inner.start)))) if piece else -1
            if at >= 0 and len(piece) < len(words):
                found.append(Span(offset + at, offset + at + len(piece)))
        offset += len(words) + 1
    return tuple(sorted(set(found)))
