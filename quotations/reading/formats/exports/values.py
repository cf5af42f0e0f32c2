"""Values from outside as what they should be, or None."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime


def words(value: object) -> str | None:
    """A string with something in it."""
    return value.strip() if isinstance(value, str) and value.strip() else None


_EMPHASIS = re.compile(r"(\*\*|__|\*|_)(?=\S)([^*_\n]{1,2000})(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}\)")


def plain(value: object) -> str | None:
    """A string in Markdown without the marks of emphasis and links, as Readwise writes highlights."""
    found = words(value)
    if found is None:
        return None
    return words(_EMPHASIS.sub(r"\2", _LINK.sub(r"\1", found)))


def address(value: object) -> str | None:
    """A web address."""
    found = words(value)
    return found if found and re.match(r"(?i)https?://\S", found) else None


def moment(value: object) -> str | None:
    """A moment: ISO 8601 as written, or seconds (or milliseconds) since 1970."""
    if isinstance(value, str) and re.fullmatch(r"\d{9,13}(?:\.\d+)?", value.strip()):
        value = float(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
        try:
            return datetime.fromtimestamp(value / 1000 if value > 1e11 else value, UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            return None
    found = words(value)
    return found if found and re.match(r"\d{4}-\d\d", found) else None


def names(value: object) -> str | None:
    """One name, or a list of them, joined."""
    if isinstance(value, list):
        parts = [found for part in value[:50] if (found := names(part))]
        return ", ".join(parts) or None
    if isinstance(value, Mapping):
        full = " ".join(filter(None, (words(value.get("given")), words(value.get("family")))))
        return words(value.get("name")) or words(value.get("literal")) or full or None
    return words(value)


def listed(value: object) -> list[Mapping[str, object]]:
    """The objects of a list."""
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def literal(value: str) -> object:
    """A list in JSON or in Python's notation, as some services write one into a column."""
    for read in (json.loads, ast.literal_eval):
        try:
            return read(value[:10_000])
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            continue
    return value
