"""Tables drawn with characters: under a line of dashes that rules its columns, or in a grid of ``+--+``.

Pandoc writes both into Markdown and plain text ("simple", "multiline" and "grid" tables of its manual), Docutils and
Org-mode the grid. A column is where the ruling has it, counted in the cells of a terminal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import chain

from quotations.reading.formats.lines import Line
from quotations.values import plain_value

_DASHES = re.compile(r"[ \t]*-{2,}(?: +-{2,})+[ \t]*$")
_BORDER = re.compile(r"[ \t]*-{8,}[ \t]*$")
_GRID = re.compile(r"[ \t]*\+(?:[-=:]{2,}\+){1,100}[ \t]*$")
_CAPTION = re.compile(r"[ \t]*(?:Table)?: +\S")
_MOST = 2000  #: lines of one table


@plain_value
class Ruled:
    """A table: the pieces of its lines, cell by cell in reading order; its caption; how many lines it takes.

    The pieces of a cell over several lines do not stand together: those of the row's other cells come between.
    """

    pieces: list[Line]
    caption: list[Line]
    count: int


def ruled(lines: Sequence[Line], at: int) -> Ruled | None:
    """The table that begins with the line *at*; None when none does."""
    if _GRID.match(lines[at].text):
        return _grid(lines, at)
    border = _BORDER.match(lines[at].text) is not None
    for ahead in range(at + border, min(at + (7 if border else 2), len(lines))):
        if lines[ahead].blank:
            return None
        if _DASHES.match(lines[ahead].text):
            return _simple(lines, at, ahead, border=border)
    return None


def is_ruling(lines: Sequence[Line], at: int) -> bool:
    """Whether a table begins with the line *at*; for a look ahead while a paragraph is read."""
    if _GRID.match(lines[at].text):
        return True
    return at + 1 < len(lines) and bool(lines[at].text[:1].isspace() and _DASHES.match(lines[at + 1].text))


def _simple(lines: Sequence[Line], at: int, ruling: int, *, border: bool) -> Ruled | None:
    columns = [(found.start(), found.end()) for found in re.finditer(r"-+", lines[ruling].text)]
    rows: list[list[Line]] = [list(lines[at + border : ruling]), []]
    bounded = border or ruling == at
    close = (lines[at] if border else lines[ruling]).text.strip()
    end = ruling + 1
    stop = min(len(lines), end + _MOST)
    if bounded:
        closed = next((number for number in range(end, stop) if lines[number].text.strip() == close), None)
        if closed is None:
            return None
        stop = closed
    while end < stop and (bounded or not lines[end].blank):
        if lines[end].blank or not border:
            rows.append([])
        if not lines[end].blank:
            rows[-1].append(lines[end])
        end += 1
    caption, end = _caption(lines, end + bounded)
    return Ruled([piece for row in rows for piece in _pieces(row, columns)], caption, end - at)


def _grid(lines: Sequence[Line], at: int) -> Ruled:
    columns: list[tuple[int, int]] = []
    pieces: list[Line] = []
    row: list[Line] = []
    end = at
    while end < len(lines) and end - at < _MOST:
        text = lines[end].text
        if _GRID.match(text):
            pieces += _pieces(row, columns)
            row, columns = [], [found.span() for found in re.finditer(r"(?<=\+)[^+]+(?=\+)", text)]
        elif text.lstrip().startswith("|"):
            row.append(lines[end])
        else:
            break
        end += 1
    pieces += _pieces(row, columns)
    caption, end = _caption(lines, end)
    return Ruled(pieces, caption, end - at)


def _caption(lines: Sequence[Line], end: int) -> tuple[list[Line], int]:
    """The line behind a table that begins with a colon, and where what follows it begins."""
    start = end
    while start < len(lines) and start - end < 2 and lines[start].blank:
        start += 1
    if start == len(lines) or not _CAPTION.match(lines[start].text):
        return [], end
    stop = start + 1
    while stop < len(lines) and not lines[stop].blank:
        stop += 1
    head = lines[start]
    return [head.cut(head.text.index(":") + 1), *lines[start + 1 : stop]], stop


def _pieces(row: Sequence[Line], columns: Sequence[tuple[int, int]]) -> list[Line]:
    """The pieces of a row's lines that stand in its columns, cell by cell."""
    cells: list[list[Line]] = [[] for _ in columns]
    for line in row:
        places = _places(line.text)
        for number, (left, right) in enumerate(columns):
            stop = columns[number + 1][0] if number + 1 < len(columns) else right if "|" in line.text else 1 << 30
            start, end = _between(places, left if number else 0, stop)
            piece = Line(line.text[start:end].rstrip(" \t|"), line.start + start)
            lead = len(piece.text) - len(piece.text.lstrip(" \t|"))
            if piece.text[lead:]:
                cells[number].append(piece.cut(lead))
    return list(chain.from_iterable(cells))


def _places(text: str) -> list[int]:
    """Where each character begins on a terminal: those of East Asian scripts take two cells, marks none."""
    if text.isascii():
        return list(range(len(text)))
    places, at = [], 0
    for character in text:
        places.append(at)
        at += 0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
    return places


def _between(places: Sequence[int], left: int, right: int) -> tuple[int, int]:
    inside = [number for number, place in enumerate(places) if left <= place < right]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)
