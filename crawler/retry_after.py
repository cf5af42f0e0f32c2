"""`Retry-After` (RFC 9110, 10.2.3): seconds or a date."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 366 * 24 * 3600.0


def seconds(value: str | None, said_at: str | None, now: datetime) -> float | None:
    """How long a server asks us to stay away, 0 or more, at most a year; None when it does not say.

    Args:
        value: the header.
        said_at: the same answer's `Date`, by whose clock a date is read where it is there.
        now: aware, for answers without one.
    """
    if value is None:
        return None
    text = value.strip()
    whole, _, part = text.partition(".")
    if (
        text.isascii() and whole.isdigit() and (part.isdigit() or not part)
    ):  # a part of a second is not allowed, and meant
        return min(float(whole[:12]) + bool(part.strip("0")), _LONGEST)
    until = _date(text)
    if until is None:
        return None
    return min(max((until - (_date(said_at) or now)).total_seconds(), 0.0), _LONGEST)


def _date(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        parsed = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
