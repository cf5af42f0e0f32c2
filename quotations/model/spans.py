"""Where words stand: half-open ranges of code points, and the W3C way of naming a passage by its words.

>>> text = 'She called it "a very long night" in the memoir.'
>>> Span(15, 32).of(text)
'a very long night'
>>> TextQuoteSelector.around(text, Span(15, 32), context=8)
TextQuoteSelector(exact='a very long night', prefix='led it "', suffix='" in the')
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of code points in a text; raises ValueError unless 0 <= start <= end."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        # The slots are filled at once: no noun is made so often, and this takes half of what a frozen class's own way does.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The part of *text* that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in a saved file itself: lines and columns from 1, or the page.

    Columns count code points; the end column is that behind the last character.
    """

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """A passage known by its words and their neighbours (W3C Web Annotation, TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def around(cls, text: str, span: Span, *, context: int = 32) -> Self:
        """Select *span* of *text*, with *context* code points on either side."""
        return cls(
            exact=span.of(text),
            prefix=text[max(0, span.start - context) : span.start],
            suffix=text[span.end : span.end + context],
        )
