"""List markers that a program drew after all other words of the page, put back before the lines they stand beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

_MARKER = re.compile(r"[•◦▪‣●○■–-]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,5})[.)]")
#: A marker stands at most so many points before its line.
_NEAR = 40.0
#: So many lines about a marker's height are looked at.
_MOST = 20

Printed = TypeVar("Printed")


class Place(NamedTuple):
    """A printed line's words and where it stands, in points."""

    words: str
    left: float
    right: float
    middle: float
    size: float


def beside(lines: Sequence[Printed], place: Callable[[Printed], Place]) -> list[Printed]:
    """*lines* in their order, but for markers that stand alone: each goes before the line beside it."""
    places = [place(line) for line in lines]
    alone = [n for n, own in enumerate(places) if len(own.words) <= 6 and _MARKER.fullmatch(own.words)]
    if not alone:
        return list(lines)
    markers = frozenset(alone)
    mates = sorted((n for n in range(len(lines)) if n not in markers), key=lambda n: places[n].middle)
    before: dict[int, list[int]] = {}
    at = 0
    for marker in sorted(alone, key=lambda n: places[n].middle):
        while at < len(mates) and places[mates[at]].middle < places[marker].middle - 0.5 * places[marker].size:
            at += 1
        mate = _mate(places[marker], [(n, places[n]) for n in mates[at : at + _MOST]])
        if mate is not None:
            before.setdefault(mate, []).append(marker)
    moved = {marker for own in before.values() for marker in own}
    return [lines[n] for at in range(len(lines)) if at not in moved for n in (*before.get(at, ()), at)]


def _mate(marker: Place, mates: Sequence[tuple[int, Place]]) -> int | None:
    """The nearest line to the right of *marker* at its height."""
    fits = [
        (own.left, n)
        for n, own in mates
        if own.middle <= marker.middle + 0.5 * marker.size and -1 <= own.left - marker.right <= _NEAR
    ]
    return min(fits)[1] if fits else None
