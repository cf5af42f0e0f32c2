"""Moments as archives write them: fourteen digits in addresses and lists, HTTP dates in headers and TimeMaps."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime


def stamp(at: datetime) -> str:
    """*at* (aware) as the fourteen digits that archives put before an address."""
    return at.astimezone(UTC).strftime("%Y%m%d%H%M%S").rjust(14, "0")


def of_stamp(digits: str) -> datetime | None:
    """The moment of a timestamp, UTC; None where it is none (a month 13, as old lists have)."""
    if len(digits) != 14 or not (digits.isascii() and digits.isdecimal()):
        return None
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def http_date(at: datetime) -> str:
    """*at* (aware) as `Accept-Datetime` wants it (RFC 1123, GMT)."""
    return format_datetime(at.astimezone(UTC), usegmt=True)


def of_http_date(said: str) -> datetime | None:
    """The moment of a header or TimeMap, UTC; None where it is none."""
    try:
        at = parsedate_to_datetime(said[:80])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def noon(day: date) -> datetime:
    """The middle of *day*, UTC: what a day without an hour stands for."""
    return datetime.combine(day, time(12), UTC)
