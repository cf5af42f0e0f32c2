"""A stretch of a document as the words people read, with the way back to the document.

Mark-up that stands in the text (`Document.skip`) is left out; code keeps its length but loses its
characters, so that a quotation mark inside code opens and closes nothing while code inside a quotation
remains part of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotations.model import Span
from quotations.reading.document import SOFT_HYPHEN, BlockKind, Document, InlineKind
from quotations.values import plain_value

#: Stands for a character of code: a letter to every rule, a quotation mark to none.
CODE = "\ue000"

_SOFT = re.compile(SOFT_HYPHEN + "+")


@plain_value
class Flow:
    """Words in a row; `text` is without mark-up, `starts` and `origins` lead back to the document."""

    text: str
    starts: tuple[int, ...]  #: where each piece begins in `text`
    origins: tuple[int, ...]  #: where it begins in the document

    def origin(self, at: int) -> int:
        """The document's offset of the character *at* of the flow."""
        piece = bisect_right(self.starts, at) - 1
        return self.origins[piece] + at - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The document's span of ``text[start:end]``, which is not empty."""
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def place(self, origin: int) -> int:
        """Where the document's offset *origin* stands in the flow; the nearest later place if it was left out."""
        piece = bisect_right(self.origins, origin) - 1
        if piece < 0:
            return 0
        at = self.starts[piece] + origin - self.origins[piece]
        end = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(at, end)


class Flows:
    """Makes flows of one document; what to leave out and what is code is sorted once."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._skip = merged([*document.skip, *soft_hyphens(document.text)])
        self._code = merged(
            [i.span for i in document.inlines if i.kind is InlineKind.CODE]
            + [b.span for b in document.blocks if b.kind is BlockKind.CODE]
        )

    def of(self, spans: Sequence[Span]) -> Flow:
        """The flow of *spans*, which stand in order, an empty line between two."""
        pieces: list[str] = []
        starts: list[int] = []
        origins: list[int] = []
        length = 0
        for number, span in enumerate(spans):
            if number:
                # The gap belongs to the end of the piece before it, so that offsets stay in order.
                starts.append(length)
                origins.append(spans[number - 1].end)
                pieces.append("\n\n")
                length += 2
            for kept in without(span, self._skip):
                starts.append(length)
                origins.append(kept.start)
                pieces.append(self._masked(kept))
                length += len(kept)
        if not starts:
            starts, origins = [0], [spans[0].start if spans else 0]
        return Flow("".join(pieces), tuple(starts), tuple(origins))

    def _masked(self, span: Span) -> str:
        words = span.of(self._text)
        for code in meeting(span, self._code):
            start, end = max(code.start, span.start) - span.start, min(code.end, span.end) - span.start
            words = words[:start] + CODE * (end - start) + words[end:]
        return words


def soft_hyphens(text: str) -> list[Span]:
    """Where *text* says that a word may be divided, which nobody sees."""
    return [Span(found.start(), found.end()) for found in _SOFT.finditer(text)] if SOFT_HYPHEN in text else []


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """*spans* in order, those that touch or overlap made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def meeting(span: Span, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of *spans* (merged) that share a code point with *span*."""
    low = bisect_left(spans, span.start, key=lambda other: other.end)
    high = low
    while high < len(spans) and spans[high].start < span.end:
        high += 1
    return tuple(other for other in spans[low:high] if other.meets(span))


def without(span: Span, spans: tuple[Span, ...]) -> list[Span]:
    """What remains of *span* outside *spans* (merged)."""
    kept: list[Span] = []
    at = span.start
    for other in meeting(span, spans):
        if other.start > at:
            kept.append(Span(at, other.start))
        at = max(at, other.end)
    if at < span.end:
        kept.append(Span(at, span.end))
    return kept


def inside(span: Span, spans: Sequence[Span]) -> range:
    """The indices of those of *spans*, sorted by their starts, that begin in *span*."""
    return range(bisect_left(spans, span.start, key=_start), bisect_right(spans, span.end, key=_start))


def _start(span: Span) -> int:
    return span.start
