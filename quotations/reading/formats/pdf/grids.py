"""Tables of a print: what stands between the strokes of a grid is a cell, whatever line PDFium gives it in.

PDFium joins the words of one height to a line over all columns. The strokes that a program draws about its cells tell
them apart: upright ones of one height are the sides of a row's cells, level ones between them part it into rows. A
table between level strokes alone, as TeX sets them, has its columns where no line between them has a letter.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotations.reading.formats.pdf.page import Box, Line, Page

_SAME = 3.0  #: points: strokes nearer than this are one
_NARROWEST = 8.0  #: points: a column
_TALLEST = 0.4  #: share of the page's height: taller strokes part the columns of a newspaper
_SIDES = 3  #: strokes of a row: two cells and more
_MOST_ROWS = 2_000
_MOST_RULES = 200
_MOST_LINES = 60
_WIDEST_WORD = 60.0  #: points: shorter level strokes are underlines
_STRIPE = 6.0  #: points: blanks are narrower


@dataclass(frozen=True, slots=True)
class _Row:
    bottom: float
    top: float
    sides: tuple[float, ...]  #: from left to right

    def column(self, across: float) -> int | None:
        """In which of its cells a place lies."""
        at = bisect_right(self.sides, across) - 1
        return at if 0 <= at < len(self.sides) - 1 else None


def celled(page: Page) -> list[Line]:
    """The lines of *page*, which is open, with the words of each table's cell in lines of its own, cell by cell."""
    rows = _rows(page)
    if not rows:
        return page.lines
    cells: dict[int, dict[int, list[Line]]] = {}  #: row → column → pieces of lines
    begun: dict[int, list[int]] = {}  #: line → the rows that begin at it
    left: list[list[Line]] = []  #: what of each line stands in no cell
    for number, line in enumerate(page.lines):
        inside = [n for n, row in enumerate(rows) if row.bottom < line.top and line.bottom < row.top]
        outside = []
        for cell, piece in _parted(page, line, rows, inside) if inside else [(None, line)]:
            if cell is None:
                outside.append(piece)
            else:
                row, column = cell
                if row not in cells:
                    begun.setdefault(number, []).append(row)
                cells.setdefault(row, {}).setdefault(column, []).append(piece)
        left.append(outside)
    if all(len(columns) < 2 for columns in cells.values()):
        return page.lines
    found: list[Line] = []
    for number, outside in enumerate(left):
        found += outside
        for row in sorted(begun.get(number, ())):
            found += _in_order(row, cells[row])
    return found


def _in_order(row: int, columns: Mapping[int, list[Line]]) -> Iterator[Line]:
    """The lines of a row, cell by cell; where it has one only, they stand in no table."""
    for column in sorted(columns):
        for line in sorted(columns[column], key=lambda line: (-round(line.centre), line.left)):
            yield replace(line, cell=(row, column)) if len(columns) > 1 else line


def _rows(page: Page) -> list[_Row]:
    """The rows that the page's strokes draw, from the top."""
    groups: list[list[Box]] = []
    for bar in sorted(page.bars, key=lambda box: (box[1], box[3], box[0])):
        same = groups and abs(groups[-1][0][1] - bar[1]) < _SAME and abs(groups[-1][0][3] - bar[3]) < _SAME
        if same:
            groups[-1].append(bar)
        elif len(groups) < _MOST_ROWS:
            groups.append([bar])
    found = []
    for bars in groups:
        bottom, top = bars[0][1], bars[0][3]
        sides = _apart([(box[0] + box[2]) / 2 for box in bars], _NARROWEST)
        if len(sides) >= _SIDES and top - bottom <= _TALLEST * page.height:
            found += [_Row(low, high, sides) for low, high in pairwise(_levels(page, bottom, top, sides))]
    if not found:
        found = list(_booked(page))
    return sorted(found, key=lambda row: -row.top)


def _booked(page: Page) -> Iterator[_Row]:
    """The rows of tables that have level strokes of one width above and below them, each line a row."""
    rules = sorted((box for box in page.rules if box[2] - box[0] >= _WIDEST_WORD), key=lambda box: -box[1])
    for above, below in pairwise(rules[:_MOST_RULES]):
        if abs(above[0] - below[0]) > _SAME or abs(above[2] - below[2]) > _SAME:
            continue
        lines = [line for line in page.lines if below[3] < line.centre < above[1]]
        heights = _apart([line.centre for line in lines], _NARROWEST)
        gaps = _stripes(page, lines, above[0], above[2]) if 1 <= len(heights) <= _MOST_LINES else []
        if gaps and (len(heights) > 1 or len(gaps) > 1):
            sides = (above[0] - _SAME, *gaps, above[2] + _SAME)
            for height in heights:
                yield _Row(height - _NARROWEST / 2, height + _NARROWEST / 2, sides)


def _stripes(page: Page, lines: Sequence[Line], left: float, right: float) -> list[float]:
    """The middles of the upright stripes between *left* and *right* in which none of *lines* has a letter."""
    boxes = [
        box
        for line in lines
        for index, character in enumerate(line.text)
        if not character.isspace() and (box := page.boxes.of(line.first + index)) is not None
    ]
    edge, found = right, []
    reach = left
    for box in sorted(boxes):
        if box[0] - reach >= _STRIPE and reach > left and box[0] < edge:
            found.append((box[0] + reach) / 2)
        reach = max(reach, box[2])
    return found


def _levels(page: Page, bottom: float, top: float, sides: tuple[float, ...]) -> tuple[float, ...]:
    """The heights at which level strokes part what stands between *bottom* and *top*."""
    width = sides[-1] - sides[0]
    crossing = [
        (box[1] + box[3]) / 2
        for box in page.rules
        if bottom < box[1] and box[3] < top and min(box[2], sides[-1]) - max(box[0], sides[0]) > 0.9 * width
    ]
    return _apart([bottom, *crossing, top], _NARROWEST)


def _apart(places: Sequence[float], least: float) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] >= least:
            found.append(place)
    return tuple(found)


def _parted(
    page: Page, line: Line, rows: Sequence[_Row], inside: Sequence[int]
) -> list[tuple[tuple[int, int] | None, Line]]:
    """The pieces of *line*, each with the cell in which it stands."""
    runs: list[tuple[tuple[int, int] | None, int, int]] = []
    for index, character in enumerate(line.text):
        box = None if character.isspace() else page.boxes.of(line.first + index)
        cell = runs[-1][0] if runs else None
        if box is not None:
            across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
            cell = next(
                (
                    (n, column)
                    for n in inside
                    if rows[n].bottom <= up <= rows[n].top and (column := rows[n].column(across)) is not None
                ),
                None,
            )
        if runs and (box is None or runs[-1][0] == cell):
            runs[-1] = (runs[-1][0], runs[-1][1], index + 1)
        elif box is not None:
            runs.append((cell, index, index + 1))
    if len(runs) < 2:
        return [(runs[0][0] if runs else None, line)]
    return [(cell, _piece(page, line, start, end)) for cell, start, end in runs]


def _piece(page: Page, line: Line, start: int, end: int) -> Line:
    end = start + len(line.text[start:end].rstrip())
    boxes = [box for at in (start, end - 1) if (box := page.boxes.of(line.first + at))]
    return replace(
        line,
        first=line.first + start,
        text=line.text[start:end],
        left=min((box[0] for box in boxes), default=line.left),
        right=max((box[2] for box in boxes), default=line.right),
        bottom=min((box[1] for box in boxes), default=line.bottom),
        top=max((box[3] for box in boxes), default=line.top),
        raised=[(low - start, high - start) for low, high in line.raised if start <= low and high <= end],
        offsets=[],
    )
