"""Which words of a quotation the article sets off by italics or bold, and which it shows struck through."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from quotations.model import Span
from quotations.reading.document import Document, Inline, InlineKind

_KINDS = frozenset({InlineKind.EMPHASIS, InlineKind.STRONG})
_STRUCK = frozenset({InlineKind.DELETED})
_TELLING = _KINDS | _STRUCK | {InlineKind.INSERTED}
#: Formats whose readers note emphasis; elsewhere nothing is known of it.
_FORMATS = frozenset({"html", "markdown", "mhtml", "eml", "docx", "odt", "epub", "wikitext"})


class Emphasis:
    """What a document sets off, looked through once for all of its quotations."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._inlines = sorted((i for i in document.inlines if i.kind in _TELLING), key=lambda i: i.span.start)
        self._starts = [inline.span.start for inline in self._inlines]
        #: Where the farthest of an inline and all before it ends: they may hold one another.
        self._ends = list(accumulate((inline.span.end for inline in self._inlines), max))
        kinds = {inline.kind for inline in self._inlines}
        self._told = document.format in _FORMATS or not kinds.isdisjoint(_KINDS)
        self._strikes = InlineKind.DELETED in kinds

    def emphasised(self, parts: Sequence[Span]) -> tuple[Span, ...] | None:
        """The set-off ranges in the text of the quotation that is made of *parts*; None where the format does not tell.

        A part that is set off as a whole is set so by the article's style: that emphasises nothing.
        """
        if not self._told:
            return None
        # Beside words struck out, an insertion is set off for the same reason as bold ones are.
        return self._set_off(parts, _KINDS | {InlineKind.INSERTED} if self.struck(parts) else _KINDS)

    def struck(self, parts: Sequence[Span]) -> tuple[Span, ...]:
        """The ranges shown struck through in the text of the quotation that is made of *parts*."""
        return self._set_off(parts, _STRUCK) if self._strikes else ()

    def _set_off(self, parts: Sequence[Span], kinds: frozenset[InlineKind]) -> tuple[Span, ...]:
        met = [[inline for inline in self._meeting(part) if inline.kind in kinds] for part in parts]
        if not any(met):
            return ()
        document = self._document
        found: set[Span] = set()
        offset = 0
        for part, inlines in zip(parts, met, strict=True):
            words = document.words(part)
            for inline in inlines:
                inner = Span(max(inline.span.start, part.start), min(inline.span.end, part.end))
                piece = document.words(inner)
                at = words.find(piece, len(document.words(Span(part.start, inner.start)))) if piece else -1
                if at >= 0 and len(piece) < len(words):
                    found.add(Span(offset + at, offset + at + len(piece)))
            offset += len(words) + 1
        return tuple(sorted(found))

    def _meeting(self, part: Span) -> list[Inline]:
        first, last = bisect_right(self._ends, part.start), bisect_left(self._starts, part.end)
        return [inline for inline in self._inlines[first:last] if inline.span.end > part.start]
