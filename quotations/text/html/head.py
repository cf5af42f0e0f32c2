"""The metadata of a page as one value, and the small readers of words and dates that fill it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?")


@dataclass(slots=True)
class Head:
    """The metadata of one page."""

    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)  #: lower-case name or property → first content
    canonical: str | None = None
    language: str | None = None
    refresh: tuple[float, str] | None = None
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    accessible_for_free: bool | None = None
    declared_words: int | None = None
    extra: list[str] = field(default_factory=list)  #: words said only in metadata
    ld_types: tuple[str, ...] = ()

    def first(self, *names: str) -> str | None:
        """The first of these meta values that the page has."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def words_of(markup: str) -> str:
    """The words of a string that may carry mark-up and entities, twice escaped or not."""
    plain = html.unescape(markup) if "&" in markup else markup
    if "<" in plain:
        plain = _TAGS.sub(" ", plain)
    return html.unescape(plain).strip() if "&" in plain else plain.strip()


def squeeze(text: str) -> str | None:
    """*text* with its white space collapsed; None when nothing is left."""
    return _SPACE.sub(" ", text).strip() or None


def without_surrogates(text: str) -> str:
    """JSON may escape half of a pair; such a half is no character."""
    return text.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in text) else text


def date_of(value: object) -> str | None:
    """An ISO 8601 date or time as given; None for others and for the year 1, which means "unknown"."""
    if not isinstance(value, str):
        return None
    found = _DATE.match(value.strip())
    return found[0] if found and found[0][:4] > "1400" else None
