"""List markers that a program printed after all other words of the page, put back before the lines they stand beside."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.formats.pdf.page import Line

_MARKER = re.compile(r"[•◦▪‣●○■–-]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]")
#: A marker stands at most so many points before its line.
_NEAR = 40.0


def beside(lines: Sequence[Line]) -> list[Line]:
    """*lines* in reading order; only markers that stand alone on a line of their own are moved."""
    alone = [line for line in lines if len(line.words) <= 6 and _MARKER.fullmatch(line.words)]
    if not alone:
        return list(lines)
    moved = {id(line) for line in alone}
    rest = [line for line in lines if id(line) not in moved]
    before: dict[int, list[Line]] = {}
    mates = sorted(rest, key=lambda line: line.centre)
    at = 0
    left_over = []
    for marker in sorted(alone, key=lambda line: line.centre):
        while at < len(mates) and mates[at].centre < marker.centre - 0.5 * marker.size:
            at += 1
        mate = _mate(marker, mates, at)
        if mate is None:
            left_over.append(marker)
        else:
            before.setdefault(id(mate), []).append(marker)
    kept = {id(line) for line in left_over}
    return [
        piece
        for line in lines
        if id(line) in kept or id(line) not in moved
        for piece in (*before.get(id(line), ()), line)
    ]


def _mate(marker: Line, mates: Sequence[Line], at: int) -> Line | None:
    """The line nearest to the right of *marker* at its height."""
    nearest: Line | None = None
    for line in mates[at : at + 20]:
        if line.centre > marker.centre + 0.5 * marker.size:
            break
        if -1 <= line.left - marker.right <= _NEAR and (nearest is None or line.left < nearest.left):
            nearest = line
    return nearest
