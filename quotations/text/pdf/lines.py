"""The lines of a PDF page with their places; pdfium gives characters in the order in which they were drawn."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from quotations.text.pdf.accents import composed
from quotations.text.pdf.righted import righted

SOFT_HYPHEN = "\u00ad"
_BROKEN_WORD = "\ufffe"  # pdfium's sign for a hyphen at a line's end; the word goes on behind it
_WIDE_GAP = 1.0  # of the letters' height: wider gaps inside a line may part columns


@dataclass(slots=True)
class Line:
    """A line of one page; coordinates in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float  #: height of its letters
    start: int = 0  #: index of its first character on the page
    gaps: tuple[tuple[int, float, float], ...] = ()  #: index in *text*, left and right of each wide gap
    broken: bool = False  #: whether its last word goes on in the next line

    @property
    def height(self) -> float:
        """Height of the line's box."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Height of the line's middle on the page."""
        return (self.top + self.bottom) / 2

    def part(self, begin: int, end: int, left: float, right: float) -> Line:
        """The part of the line between two indexes of its text."""
        return Line(self.text[begin:end].strip(), left, right, self.bottom, self.top, self.size, self.start + begin)


class Glyphs:
    """The places of a text page's characters."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._box = pdfium.FS_RECTF()
        self._moved: dict[int, int] = {}  #: index in the text as it is read → pdfium's

    def read(self, characters: str) -> str:
        """*characters* of the page, one a glyph, as they are read; from now on an index is one of this text."""
        text, self._moved = righted(composed(characters, self._sides), self._sides)
        return text

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a character's box."""
        index = self._moved.get(index, index)
        if not pdfium.FPDFText_GetLooseCharBox(self._handle, index, ctypes.byref(self._box)):
            return 0.0, 0.0, 0.0, 0.0
        box = self._box
        return box.left, box.right, box.bottom, box.top

    def size(self, index: int) -> float:
        """The font size of a character, in the font's own units."""
        return float(pdfium.FPDFText_GetFontSize(self._handle, index))

    def _sides(self, index: int) -> tuple[float, float]:
        return self.box(index)[:2]


def lines_of(characters: str, glyphs: Glyphs) -> list[Line]:
    """The lines of a page whose text is *characters*, one a glyph, in the order drawn."""
    found: list[Line] = []
    start = 0
    for raw in characters.split("\n"):
        at = start
        pieces = raw.split(_BROKEN_WORD)
        for number, piece in enumerate(pieces):
            line = _line(piece.replace("\r", ""), at, glyphs)
            if line is not None:
                line.broken = number + 1 < len(pieces)
                found.append(line)
            at += len(piece) + 1
        start += len(raw) + 1
    return found


def _line(text: str, start: int, glyphs: Glyphs) -> Line | None:
    lead = len(text) - len(text.lstrip())
    plain = text.strip()
    if not plain:
        return None
    first = start + lead
    left, right, bottom, top = glyphs.box(first)
    end_left, end_right, *_ = glyphs.box(first + len(plain) - 1)
    # A raised figure or a generated blank has another height than the line: letters inside it tell.
    heights = sorted((box[3] - box[2], box[2], box[3]) for box in map(glyphs.box, _letters(plain, first)))
    size, bottom, top = heights[len(heights) // 2] if heights else (top - bottom, bottom, top)
    return Line(
        plain,
        min(left, end_left),
        max(right, end_right),
        bottom,
        top,
        size,
        start=first,
        gaps=_gaps(plain, first, glyphs),
    )


def _letters(text: str, first: int) -> list[int]:
    """Indexes of up to three letters or figures of the line, well apart."""
    found = []
    for at in (len(text) // 4, len(text) // 2, len(text) * 3 // 4):
        near = next((index for index in range(at, min(at + 8, len(text))) if text[index].isalnum()), None)
        if near is not None:
            found.append(first + near)
    return found


def _gaps(text: str, first: int, glyphs: Glyphs) -> tuple[tuple[int, float, float], ...]:
    found = []
    at = text.find(" ", 1)
    while 0 < at < len(text) - 1:
        left, right = glyphs.box(first + at - 1), glyphs.box(first + at + 1)
        if right[0] - left[1] > _WIDE_GAP * max(left[3] - left[2], 1.0):
            found.append((at, left[1], right[0]))
        at = text.find(" ", at + 1)
    return tuple(found)
