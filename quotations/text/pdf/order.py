"""Lines of a page in the order in which they are read.

The order drawn is the order read in nearly all PDFs. Two kinds are mended: columns drawn row by row, so that a line
holds pieces of two columns, and pages drawn in no order, which are sorted by columns and height.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from quotations.text.pdf.lines import Line
from quotations.text.pdf.markers import Place, beside
from quotations.text.pdf.ruby import without_ruby

_LEAST_LINES = 6  # fewer lines with a gap at one place are a table or chance
_PROSE = 22  # code points: shorter pieces on both sides of a gap are cells of a table
_DISORDER = 0.12
_INITIAL = 2  # code points of a large initial, an opening mark with it


def in_reading_order(lines: list[Line]) -> list[Line]:
    """The lines in reading order."""
    lines = beside(without_ruby(_initials_first(lines), _place), _place)
    parted = _part_columns(lines)
    if parted is not None:
        return parted
    if len(lines) > _LEAST_LINES and _disorder(lines) > _DISORDER:
        return _sorted(lines)
    return lines


def _place(line: Line) -> Place:
    return Place(line.text.strip(), line.left, line.right, line.middle, line.size)


def _initials_first(lines: list[Line]) -> list[Line]:
    """A large initial is often drawn before or after all else: it goes before the line that it opens."""
    initials = [
        line for line in lines if len(line.text) <= _INITIAL and line.text[-1].isalpha() and line.text[0].isupper()
    ]
    for initial in initials[:20]:
        opened = next(
            (
                line
                for line in lines
                if line is not initial
                and initial.size > 1.6 * line.size
                and abs(line.top - initial.top) < line.height
                and -2 < line.left - initial.right < line.height
            ),
            None,
        )
        if opened is not None:
            lines = [line for line in lines if line is not initial]
            lines.insert(lines.index(opened), initial)
    return lines


def _part_columns(lines: list[Line]) -> list[Line] | None:
    """Lines cut at a gutter that most of them share; None when there is none."""
    gapped = [line for line in lines if line.gaps]
    if len(gapped) < _LEAST_LINES:
        return None
    at = _gutter(gapped)
    if at is None:
        return None
    out: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    pieces = 0
    for line in sorted(lines, key=lambda one: -one.middle):
        gap = next((gap for gap in line.gaps if gap[1] <= at <= gap[2]), None)
        if gap is not None:
            left.append(line.part(0, gap[0], line.left, gap[1]))
            right.append(line.part(gap[0] + 1, len(line.text), gap[2], line.right))
            pieces += 1
        elif line.right <= at:
            left.append(line)
        elif line.left >= at:
            right.append(line)
        else:
            out += [*left, *right, line]
            left, right = [], []
    out += [*left, *right]
    return out if pieces >= _LEAST_LINES and pieces * 3 > len(lines) else None


def _gutter(gapped: list[Line]) -> float | None:
    """Where columns part: the place that most gaps cover, if what stands on both sides is prose."""
    edges = sorted({round((gap[1] + gap[2]) / 2) for line in gapped for gap in line.gaps})
    best, most = None, 0
    for at in edges[:200]:
        covered = sum(any(gap[1] <= at <= gap[2] for gap in line.gaps) for line in gapped)
        if covered > most:
            best, most = at, covered
    if best is None or most < _LEAST_LINES:
        return None
    before, after = [], []
    for line in gapped:
        gap = next((gap for gap in line.gaps if gap[1] <= best <= gap[2]), None)
        if gap is not None and len(line.gaps) == 1:
            before.append(gap[0])
            after.append(len(line.text) - gap[0])
    if len(before) < _LEAST_LINES or median(before) < _PROSE or median(after) < _PROSE:
        return None
    return float(best)


def _disorder(lines: list[Line]) -> float:
    """The share of lines that stand above the line drawn before them although in the same column."""
    back = 0
    for one, other in pairwise(lines):
        shared = min(one.right, other.right) - max(one.left, other.left)
        if shared > 0 and other.middle > one.middle + one.height:
            back += 1
    return back / len(lines)


def _sorted(lines: list[Line]) -> list[Line]:
    """By columns from the left, each from the top; a line that spans columns ends those above it."""
    out: list[Line] = []
    waiting = sorted(lines, key=lambda one: -one.middle)
    gutter = _empty_stripe(waiting)
    if gutter is None:
        return sorted(lines, key=lambda one: (-round(one.middle / max(one.height, 1.0)), one.left))
    left: list[Line] = []
    right: list[Line] = []
    for line in waiting:
        if line.right <= gutter:
            left.append(line)
        elif line.left >= gutter:
            right.append(line)
        else:
            out += [*left, *right, line]
            left, right = [], []
    return [*out, *left, *right]


def _empty_stripe(lines: list[Line]) -> float | None:
    """A place across the page that few lines cross, with many on either side."""
    low, high = min(line.left for line in lines), max(line.right for line in lines)
    for step in range(30, 71, 2):
        at = low + (high - low) * step / 100
        crossing = sum(line.left < at < line.right for line in lines)
        before = sum(line.right <= at for line in lines)
        after = len(lines) - crossing - before
        if crossing * 5 < len(lines) and min(before, after) * 4 > len(lines):
            return at
    return None
