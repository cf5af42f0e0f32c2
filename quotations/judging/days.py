"""A day as evidence tells it."""

from __future__ import annotations

import math
from datetime import date


def in_words(moment: date) -> str:
    """*moment* as "3 March 2025"; of a time, its own day."""
    return f"{moment.day} {moment:%B %Y}"


#: A unit, its seconds, and how many of it are told before the next is taken; days are told whatever their number.
_UNITS = (("second", 1, 60), ("minute", 60, 60), ("hour", 3600, 48))
_DAY = 86400


def lasting(seconds: float) -> str:
    """A time to wait as people say it, no shorter than it is: "45 seconds", "2 minutes", "1 hour", "3 days"."""
    left = max(0, math.ceil(seconds))
    for unit, long, most in _UNITS:
        number = math.ceil(left / long)
        if number < most:
            return _counted(number, unit)
    return _counted(math.ceil(left / _DAY), "day")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number:,} {unit}s"
