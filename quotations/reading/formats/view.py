"""A block's words without the line prefixes that interrupt them, with the way back to the file's own offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotations.model import Span


class View:
    """Pieces of a text, one a line, joined by line feeds; positions in it lead back to the text."""

    __slots__ = ("_raws", "_starts", "pieces", "text")

    def __init__(self, text: str, pieces: Sequence[tuple[int, int]]) -> None:
        self.pieces = tuple(pieces)
        self.text = "\n".join(text[start:end] for start, end in pieces)
        self._starts: list[int] = []
        self._raws: list[int] = []
        at = 0
        for start, end in pieces:
            self._starts.append(at)
            self._raws.append(start)
            at += end - start + 1

    def raw(self, at: int) -> int:
        """Where the character at *at* stands in the text."""
        piece = max(0, bisect_right(self._starts, at) - 1)
        return self._raws[piece] + at - self._starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The span of the text from the character at *start* to the one before *end*."""
        if end <= start:
            return Span(self.raw(start), self.raw(start))
        return Span(self.raw(start), self.raw(end - 1) + 1)
