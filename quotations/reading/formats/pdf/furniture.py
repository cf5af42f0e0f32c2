"""Headers, footers and page numbers of a print: known by their place and by coming back on every page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from urllib.parse import unquote

from quotations.reading.formats.pdf.page import Line, Page

_ZONE = 0.12  #: share of the page's height that headers and footers may take
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—|\s]*(?:page|seite|p\.|pag\.)?\s*\d{1,4}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?[-–—|\s]*$"
)
_STAMP = re.compile(
    r"(?:\d{1,4} (?:of|von|de|sur|/) \d{1,4}\s+)?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+(?:at\s+)?(\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?)(?:\s+(.*))?$"
)
_STAMP_LAST = re.compile(
    r"(?<=\S)\s+\d{1,4}[./-]\d{1,2}[./-]\d{2,4},\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?$"
)
_ADDRESS = re.compile(
    r"(?:(\S.{0,200}?)\s+)?(?:about:reader\?url=)?((?:https?|file)(?:://|%3A%2F%2F)\S+)(?:\s+(?:page\s+)?\d{1,4}(?:\s*(?:/|of|von)\s*\d{1,4})?)?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Printed:
    """What a browser printed around the page."""

    address: str | None = None
    begun: str | None = None  #: how an address begins that was too long and ends in dots
    title: str | None = None
    stamp: str | None = None  #: day and hour of the print, as printed


def strip(pages: list[Page]) -> Printed:
    """Take the headers and footers out of *pages* and say what they told."""
    printed = Printed()
    counted = _counted(pages)
    margins = [[line for line in page.lines if id(line) in counted or _in_margin(line, page)] for page in pages]
    seen = Counter(key for lines in margins for key in {_key(line) for line in lines})
    for page, lines in zip(pages, margins, strict=True):
        out = set()
        for line in lines:
            words = line.words
            if (stamp := _STAMP.match(_stamped(words))) and _outermost(line, page):
                printed.stamp = printed.stamp or f"{stamp[1]} {stamp[2]}".strip()
                printed.title = printed.title or (None if _PAGE_NUMBER.match(stamp[3] or "") else stamp[3])
            elif (address := _ADDRESS.match(words)) and _outermost(line, page) and _apart(line, page):
                _addressed(printed, address[2])
                printed.title = printed.title or (address[1] or "").strip() or None
            elif not (
                (_PAGE_NUMBER.match(words) and _outermost(line, page))
                or (len(pages) > 1 and seen[_key(line)] >= max(2, len(pages) * 0.5) and len(words) < 160)
            ):
                continue
            out.add(id(line))
        page.lines = [line for line in page.lines if id(line) not in out]
    return printed


def _addressed(printed: Printed, address: str) -> None:
    whole = address.rstrip(".…")
    whole = whole if "://" in whole else unquote(whole)
    if address.endswith(("...", "…")):
        printed.begun = printed.begun or whole
    else:
        printed.address = printed.address or whole


def _stamped(words: str) -> str:
    """A header with its stamp at its head: where the page runs from right to left, it stands last."""
    last = _STAMP_LAST.search(words)
    return f"{last[0].strip()} {words[: last.start()]}".rstrip() if last else words


def _counted(pages: list[Page]) -> set[int]:
    """The lowest lines of the pages where they are numbers that rise with the pages, however high the page ends."""
    lowest = [min(page.lines, key=lambda line: line.centre) for page in pages if page.lines]
    numbers = [(line, int(line.words) - line.page) for line in lowest if re.fullmatch(r"[0-9]{1,4}", line.words)]
    first, most = Counter(number for _, number in numbers).most_common(1)[0] if numbers else (0, 0)
    return {id(line) for line, number in numbers if number == first} if most >= max(2, 0.7 * len(pages)) else set()


def _in_margin(line: Line, page: Page) -> bool:
    return line.bottom > page.height * (1 - _ZONE) or line.top < page.height * _ZONE


def _outermost(line: Line, page: Page) -> bool:
    """Whether nothing stands between the line and the page's edge but lines at the same height."""
    if line.centre > page.height / 2:
        return all(other.centre <= line.top for other in page.lines)
    return all(other.centre >= line.bottom for other in page.lines)


def _apart(line: Line, page: Page) -> bool:
    """Whether there is more room between the line and its neighbour than between two lines of a paragraph."""
    height = line.top - line.bottom
    gaps = [max(other.bottom - line.top, line.bottom - other.top) for other in page.lines if other is not line]
    return all(gap > 0.6 * height or gap < -0.5 * height for gap in gaps)


def _key(line: Line) -> str:
    return _NUMBER.sub("0", line.words.casefold())
