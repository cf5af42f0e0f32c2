"""What PDFium sees on a page: lines with their place and size, and the rectangles of links."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from quotations.text.pdf.about import characters
from quotations.text.pdf.legible import legible
from quotations.text.pdf.lines import Glyphs

#: What PDFium makes of a hyphen-minus at a line's end, which may be the word's own or the line's.
LINE_END_HYPHEN = "\ufffe"
#: Characters that only a broken word has at a line's end.
BREAK_HYPHENS = "\u00ad\u2010\u0002"
_RAISED = re.compile(r"(?<=[^\s\d(\[])\[?\d{1,3}\]?(?!\d)")
_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")  # PDFium goes on in the next line without a line end after U+FFFE


Box = tuple[float, float, float, float]  #: left, bottom, right, top
_MOST_SHAPES = 20_000
_MARKS = 4  #: so many may stand between a letter and the mark of a note
_WIDE = 150  #: points
_LETTERS = 9  #: so many of a line are looked at for their height


@dataclass(slots=True)
class Line:
    """One printed line. Lengths are points; the origin is the page's lower left corner."""

    page: int
    first: int  #: index of its first character on the page
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float  #: of its letters
    raised: list[tuple[int, int]] = field(default_factory=list)  #: raised small numbers in it
    offsets: list[int] = field(default_factory=list)  #: where each character went in the document's text; -1: nowhere
    cell: tuple[int, int] | None = None  #: the cell of a table in which it stands: row and column

    @property
    def words(self) -> str:
        """The line's words, ends stripped."""
        return self.text.strip()

    @property
    def centre(self) -> float:
        """Its height on the page."""
        return (self.bottom + self.top) / 2


@dataclass(slots=True)
class Target:
    """One rectangle that leads somewhere."""

    href: str
    left: float
    bottom: float
    right: float
    top: float
    found: list[tuple[Line, int, int]] = field(
        default_factory=list
    )  #: lines, with the first and last character covered


@dataclass(slots=True)
class Page:
    """One page's lines and links."""

    number: int
    width: float
    height: float
    lines: list[Line]
    targets: list[Target]
    bars: list[Box] = field(default_factory=list)  #: upright strokes, as beside block quotations
    dots: list[Box] = field(default_factory=list)  #: small shapes, as before list items
    pictures: list[Box] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)  #: level strokes, as between a table's rows
    frames: list[Box] = field(default_factory=list)  #: wide shapes around lines, as Firefox draws a block's border
    boxes: Any = None  #: gives a character's box, as long as the page is open
    legible: bool = True  #: whether its characters are what a reader sees


def read(page: Any, number: int) -> Page:
    """The lines and links of a pypdfium2 page."""
    width, height = page.get_size()
    text_page = page.get_textpage()
    boxes = Boxes(text_page)
    drawn = characters(text_page, text_page.count_chars(), "\ufffd")
    lines = []
    for match in _LINE.finditer(boxes.read(drawn)):
        line = _line(boxes, match, number)
        if line is not None:
            lines.append(line)
    bars, dots, pictures, rules, frames = _shapes(page)
    clear = legible(page, text_page, drawn)
    return Page(number, width, height, lines, list(_targets(page)), bars, dots, pictures, rules, frames, boxes, clear)


class Boxes(Glyphs):
    """The boxes of a page's characters."""

    def __init__(self, text_page: Any) -> None:
        super().__init__(text_page.raw)
        self._page = text_page  # PDFium frees the characters with it

    def of(self, index: int) -> Box | None:
        """Left, bottom, right, top of the character, or None when it has no place."""
        left, right, bottom, top = self.box(index)
        return (left, bottom, right, top) if right > left else None


def _line(boxes: Boxes, match: re.Match[str], number: int) -> Line | None:
    text = match[0]
    inner = text.strip()
    if not inner:
        return None
    start = match.start() + len(text) - len(text.lstrip())
    ends = [box for at in (start, start + len(inner) - 1) if (box := boxes.of(at))]
    if not ends:
        return None
    size = boxes.size(start)
    bottom, top = min(box[1] for box in ends), max(box[3] for box in ends)
    return Line(
        page=number,
        first=match.start(),
        text=text,
        left=min(box[0] for box in ends),
        right=max(box[2] for box in ends),
        bottom=bottom,
        top=top,
        size=size if size > 1.5 else _height(boxes, start, len(inner)),
        raised=[found.span() for found in _RAISED.finditer(text) if _small(boxes, match.start(), text, found.start())],
    )


def _height(boxes: Boxes, start: int, length: int) -> float:
    """Of most of the line's first letters: a bullet before them is lower, a raised mark at its end stands higher."""
    heights = [box[3] - box[1] for at in range(start, start + min(length, _LETTERS)) if (box := boxes.of(at))]
    return median(heights) if heights else 0.0


def _small(boxes: Boxes, first: int, text: str, at: int) -> bool:
    """Whether the character is set smaller and higher than the letter before it; a full stop tells of no height."""
    before = at - 1
    while before > max(0, at - _MARKS) and not text[before].isalnum():
        before -= 1
    letter, own = boxes.of(first + (before if text[before].isalnum() else at - 1)), boxes.of(first + at)
    if letter is None or own is None:
        return False
    return own[3] - own[1] < 0.9 * (letter[3] - letter[1]) and own[1] > letter[1] + 0.5


def _shapes(page: Any) -> tuple[list[Box], list[Box], list[Box], list[Box], list[Box]]:
    """The page's upright strokes, its small shapes, its pictures, its level strokes and what is drawn around lines."""
    import pypdfium2.raw as raw

    bars: list[Box] = []
    dots: list[Box] = []
    pictures: list[Box] = []
    rules: list[Box] = []
    frames: list[Box] = []
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(min(_MOST_SHAPES, raw.FPDFPage_CountObjects(page.raw))):
        shape = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            continue
        if not raw.FPDFPageObj_GetBounds(shape, *(ctypes.byref(side) for side in sides)):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append((left, bottom, right, top))
        elif right - left <= 8 and top - bottom >= 11:
            bars.append((left, bottom, right, top))
        elif top - bottom <= 4 and right - left >= 16:
            rules.append((left, bottom, right, top))
        elif 1 < right - left <= 9 and 1 < top - bottom <= 9:
            dots.append((left, bottom, right, top))
        elif top - bottom >= 11 and right - left >= _WIDE:
            frames.append((left, bottom, right, top))
    return bars, dots, pictures, rules, frames


def _targets(page: Any) -> Iterator[Target]:
    """The page's link rectangles that lead to an address."""
    import pypdfium2.raw as raw

    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    for _ in range(20_000):
        if not raw.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
            return
        action = raw.FPDFLink_GetAction(link)
        size = raw.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0) if action else 0
        if not 1 < size < 20_000:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, size)
        href = buffer.raw[: size - 1].decode("utf-8", "replace").strip()
        rect = raw.FS_RECTF()
        if href and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            low, high = sorted((rect.bottom, rect.top))
            yield Target(href, min(rect.left, rect.right), low, max(rect.left, rect.right), high)
