"""Lengths of time as people write them: ``90s``, ``15m``, ``6h``, ``30d``, ``2w``."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from quotations.errors import ConfigError

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def duration(words: str) -> timedelta:
    """The length of time that *words* say; raises ConfigError when they say none.

    >>> duration("36h")
    datetime.timedelta(days=1, seconds=43200)
    """
    found = re.fullmatch(r"\s*(\d{1,6})\s*([smhdw])?\s*", words.lower())
    if not found:
        raise ConfigError(f"{words!r} is no length of time", hint="write it as 90s, 15m, 6h, 30d or 2w", subject=words)
    return timedelta(**{_UNITS[found[2] or "s"]: int(found[1])})


def day(words: str) -> date:
    """The day that *words* say (ISO 8601); raises ConfigError when they say none."""
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError as error:
        raise ConfigError(f"{words!r} is no day", hint="write it as 2026-11-25", subject=words) from error


def since(words: str, now: datetime) -> datetime:
    """The moment that *words* say: a day, or a length of time before *now*."""
    try:
        return now - duration(words)
    except ConfigError:
        pass
    try:
        return datetime.combine(day(words), datetime.min.time(), UTC)
    except ConfigError as error:
        raise ConfigError(
            f"{words!r} is no day and no length of time", hint="write it as 2026-11-25, or as 7d", subject=words
        ) from error
