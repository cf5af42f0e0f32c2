"""Prints by browsers turned into text (``pdftotext``): their heads and feet, which stand among the article's words."""

from __future__ import annotations

import re

from quotations.reading.formats.draft import Draft
from quotations.reading.formats.lines import Line

#: Day and hour of the print, and behind them, as in the print or on the next line, the page's title.
_STAMP = re.compile(
    r"[\f\s]{0,200}\d{1,4}[./-]\d{1,2}[./-]\d{2,4},\s{1,4}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s{2,200}(\S.{0,300}))?\s*$"
)
_ADDRESS = re.compile(r"\s{0,200}(https?://\S{1,2000})(?:\s{1,200}\d{1,4}/\d{1,4})?\s*$")
_PAGE = re.compile(r"\s{0,200}\d{1,4}/\d{1,4}\s*$")


def strip(draft: Draft, every: list[Line]) -> None:
    """Hide and blank the heads and feet among the lines *every*, and note the title and address that they tell."""
    at = next((n for n, line in enumerate(every) if not line.blank), None)
    stamp = _STAMP.match(every[at].text) if at is not None else None
    if at is None or stamp is None:
        return
    head = every[at].text.strip("\f ")
    title = stamp[1] or next((line.text.strip() for line in every[at + 1 : at + 4] if not line.blank), "")
    for number, line in enumerate(every):
        fresh = number == at or "\f" in line.text
        own = (fresh and line.text.strip("\f ") == head) or _PAGE.match(line.text)
        if own or (not stamp[1] and line.text.strip() == title and _headed(every, number)):
            _blank(draft, every, number)
        elif (address := _ADDRESS.match(line.text)) and _ended(every, number):
            draft.note("url", address[1], "footer of the print")
            _blank(draft, every, number)
    draft.note("title", title, "header of the print")


def _blank(draft: Draft, every: list[Line], at: int) -> None:
    draft.hide(every[at].start, every[at].end)
    every[at] = Line("\f" if "\f" in every[at].text else "", every[at].start)


def _headed(every: list[Line], at: int) -> bool:
    """Whether the line stands right under a page's head, blanked already."""
    return any(one.text == "\f" or not one.start for one in every[max(0, at - 3) : at])


def _ended(every: list[Line], at: int) -> bool:
    """Whether a page ends below the line."""
    below = [line for line in every[at + 1 : at + 5] if not line.blank or "\f" in line.text]
    return not below or "\f" in below[0].text or bool(_PAGE.match(below[0].text))
