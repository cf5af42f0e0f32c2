"""Pages that send their reader on by themselves: the `Refresh` header and `<meta http-equiv=refresh>`."""

from __future__ import annotations

from dataclasses import dataclass

LOOKED_AT = 4096  #: bytes of the page
LONGEST = 5.0  #: seconds; who is sent on later has had time to read

_SKIPPED = ("noscript", "script", "style", "template", "title", "textarea")
_BLANK = " \t\n\r\f"


def target_of(value: str) -> str | None:
    """Where a refresh *value* ("3; url=…") leads within `LONGEST` seconds, as written, or None."""
    text = value.strip(_BLANK)
    digits = len(text) - len(text.lstrip("0123456789."))
    if not digits or len(text) > LOOKED_AT:
        return None
    try:
        delay = float(text[:digits].split(".")[0] or 0)
    except ValueError:
        return None
    rest = text[digits:].lstrip(_BLANK)
    if not rest.startswith((";", ",")) and digits and rest[:1] and text[digits : digits + 1] not in _BLANK:
        return None
    rest = rest.lstrip(";,").lstrip(_BLANK)
    if rest[:3].lower() == "url":
        after = rest[3:].lstrip(_BLANK)
        if after.startswith("="):
            rest = after[1:].lstrip(_BLANK)
    if rest[:1] in ("'", '"'):
        rest = rest[1:].partition(rest[0])[0]
    return rest.strip(_BLANK) or None if delay <= LONGEST else None


def meta_refresh(body: bytes) -> str | None:
    """The value of the page's first refresh that a reader with scripts meets in its first bytes, or None.

    One inside `noscript` is for others, unless the whole page is small and a script of it names the same target: so
    shorteners send every reader on.
    """
    page = body[:LOOKED_AT].decode("latin-1")
    if "refresh" not in page.lower():
        return None
    found = _walk(page)
    if found.refresh is None and found.fallback and len(body) <= LOOKED_AT:
        target = target_of(found.fallback)
        if target and target in found.scripts.replace("\\/", "/"):
            return found.fallback
    return found.refresh


@dataclass(slots=True)
class _Found:
    refresh: str | None = None
    fallback: str | None = None  #: inside noscript
    scripts: str = ""


def _walk(page: str, *, inside: bool = False) -> _Found:
    found = _Found()
    low = page.lower()
    place = 0
    while (place := low.find("<", place)) >= 0 and found.refresh is None:
        if low.startswith("<!--", place):
            place = _past(low, "-->", place + 4)
            continue
        name = _name(low, place + 1)
        if name in _SKIPPED:
            start, place = place + 1, _past(low, f"</{name}", place + 1)
            if name == "noscript" and found.fallback is None and not inside:
                found.fallback = _walk(page[start:place], inside=True).refresh
            elif name == "script":
                found.scripts += page[start:place]
            continue
        if name == "body":
            break
        end, attributes = _attributes(page, place + 1 + len(name)) if name == "meta" else (place + 1, {})
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            found.refresh = attributes.get("content")
        place = end
    return found


def _past(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)


def _name(low: str, start: int) -> str:
    end = start
    while end < len(low) and low[end].isalpha():
        end += 1
    return low[start:end]


def _attributes(page: str, place: int) -> tuple[int, dict[str, str]]:
    """The attributes from *place* to the tag's end, and where that is."""
    found: dict[str, str] = {}
    while place < len(page):
        while place < len(page) and page[place] in _BLANK + "/":
            place += 1
        if place >= len(page) or page[place] == ">":
            break
        start = place
        while place < len(page) and page[place] not in _BLANK + "=>/":
            place += 1
        name = page[start:place].lower()
        place, value = _value(page, place)
        if place == start:
            place += 1
        found.setdefault(name, value)
    return place + 1, found


def _value(page: str, place: int) -> tuple[int, str]:
    after = place
    while after < len(page) and page[after] in _BLANK:
        after += 1
    if page[after : after + 1] != "=":
        return place, ""
    after += 1
    while after < len(page) and page[after] in _BLANK:
        after += 1
    mark = page[after : after + 1]
    if mark in ("'", '"') and mark:
        end = page.find(mark, after + 1)
        return (len(page), "") if end < 0 else (end + 1, _plain(page[after + 1 : end]))
    end = after
    while end < len(page) and page[end] not in _BLANK + ">":
        end += 1
    return end, _plain(page[after:end])


def _plain(value: str) -> str:
    from html import unescape

    return unescape(value.encode("latin-1").decode("utf-8", "replace"))
