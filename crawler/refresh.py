"""Pages that send their reader on by themselves: the `Refresh` header and `<meta http-equiv=refresh>`."""

from __future__ import annotations

from dataclasses import dataclass

LOOKED_AT = 32 * 1024  #: bytes of the page: styles and scripts may stand before it
LONGEST = 5.0  #: seconds; who is sent on later has had time to read
PATIENT = 30.0  #: seconds that a reader waits on a page which says little more than that it sends him on
SMALL = 4096  #: bytes of a page that only sends on

_FEW_WORDS = 500  #: letters outside of tags
#: Names of tests whether the reader is a person: where a wall sends a browser on, nobody of ours goes.
_TESTS = ("captcha", "challenge", "bm-verify", "cf_chl", "_incapsula", "/distil_", "px-captcha", "punish")
_SKIPPED = ("noscript", "script", "style", "template", "title", "textarea")
_BLANK = " \t\n\r\f"


def target_of(value: str, longest: float = LONGEST, *, itself: bool = False) -> str | None:
    """Where a refresh *value* ("3; url=…") leads within *longest* seconds, as written, or None; a wall's test is nowhere.

    With *itself*, one that names no address leads to the same page, "".
    """
    text = value.strip(_BLANK)
    digits = len(text) - len(text.lstrip("0123456789."))
    if not digits or len(text) > SMALL:
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
    target = rest.strip(_BLANK)
    if not rest and itself and delay <= longest:
        return ""
    if not target or delay > longest or any(name in target.lower() for name in _TESTS):
        return None
    return target


def sent_on(body: bytes) -> str | None:
    """Where the page sends every reader on by its first refresh, as written, or None.

    A page with words of its own must do so in its head, and at once. A refresh inside `noscript` is for others, unless
    the whole page is small and a script of it names the same target: so shorteners send every reader on.
    """
    page = body[:LOOKED_AT].decode("latin-1")
    if "refresh" not in page.lower():
        return None
    found = _walk(page)
    if found.refresh is not None:
        few = len(body) <= LOOKED_AT and found.letters < _FEW_WORDS
        if few and (again := target_of(found.refresh, itself=True)) == "":
            return again
        return target_of(found.refresh, PATIENT if few else LONGEST) if few or not found.late else None
    if found.fallback and len(body) <= SMALL:
        target = target_of(found.fallback)
        if target and target in found.scripts.replace("\\/", "/"):
            return target
    return None


@dataclass(slots=True)
class _Found:
    refresh: str | None = None
    fallback: str | None = None  #: inside noscript
    scripts: str = ""
    late: bool = False  #: it stands in the body
    letters: int = 0  #: outside of tags


def _walk(page: str, *, inside: bool = False) -> _Found:
    found = _Found()
    low = page.lower()
    place = 0
    body, shown = False, 0
    while (tag := low.find("<", place)) >= 0:
        found.letters += len(page[shown:tag].strip(_BLANK))
        place = tag
        if low.startswith("<!--", place):
            shown = place = _past(low, "-->", place + 4)
            continue
        name = _name(low, place + 1)
        if name in _SKIPPED:
            start, place = place + 1, _past(low, f"</{name}", place + 1)
            if name == "noscript" and found.fallback is None and not inside:
                found.fallback = _walk(page[start:place], inside=True).refresh
            elif name == "script":
                found.scripts += page[start:place]
            shown = place = _past(low, ">", place)
            continue
        body = body or name == "body"
        end, attributes = _attributes(page, place + 1 + len(name)) if name == "meta" else (_past(low, ">", tag), {})
        if found.refresh is None and attributes.get("http-equiv", "").strip().lower() == "refresh":
            found.refresh, found.late = attributes.get("content"), body
        shown = place = end
    found.letters += len(page[shown:].strip(_BLANK))
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
