"""Readings set small over Chinese characters (ruby), which are no words of the line that they stand over."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from quotations.text.pdf.markers import Place

#: Kana, bopomofo and Latin letters with tone marks; nothing else is written as a reading.
_READING = re.compile(r"[\u3041-\u309f\u30a0-\u30ff\u3100-\u312f\u31a0-\u31bfa-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s]+")
_EAST_ASIAN = re.compile(r"[\u3400-\u9fff]")
_SMALLER = 0.62  #: of the letters under it
_AWAY = 1.3  #: of their size: from the middle of the reading to theirs

Printed = TypeVar("Printed")


def without_ruby(lines: Sequence[Printed], place: Callable[[Printed], Place]) -> list[Printed]:
    """*lines* in their order without those that are readings of the line under them."""
    places = [place(line) for line in lines]
    if not any(_EAST_ASIAN.search(own.words) for own in places):
        return list(lines)
    return [line for n, line in enumerate(lines) if not _is_ruby(places[n], places[max(0, n - 4) : n + 5])]


def _is_ruby(own: Place, near: Sequence[Place]) -> bool:
    if len(own.words) > 80 or not _READING.fullmatch(own.words):
        return False
    return any(
        own.size <= _SMALLER * base.size
        and 0 < own.middle - base.middle <= _AWAY * base.size
        and base.left - own.size <= own.left
        and own.right <= base.right + own.size
        and _EAST_ASIAN.search(base.words)
        for base in near
    )
