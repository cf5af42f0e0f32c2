"""Days as people print them at the head of an article; the whole line or field must be a day, nothing is guessed."""

from __future__ import annotations

import re
from datetime import date

#: The number of a month by its names.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari jänner",
            "february feb februar février febrero febbraio fevereiro februari",
            "march mar märz mars marzo março maart",
            "april apr avril abril aprile",
            "may mai mayo maggio maio mei",
            "june jun juni juin junio giugno junho",
            "july jul juli juillet julio luglio julho",
            "august aug août agosto augustus",
            "september sep sept septembre septiembre settembre setembro",
            "october oct oktober octobre octubre ottobre outubro okt",
            "november nov novembre noviembre novembro",
            "december dec dezember décembre diciembre dicembre dezembro dez",
        ),
        1,
    )
    for name in names.split()
}
_WORD = r"([^\W\d_]{3,12})\.?"
_YEAR = r"((?:1[6-9]|20)\d\d)"
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|mie|jeu|jue|ven|vie|gio|sam|dim|dom|sáb|sab|"
    r"seg|ter|qua|qui|sex|ma|wo|vr|za|zo|on|to|ti)[^\W\d_]{0,9}\.?,?\s+)?"
)
_TIME = r"(?:,?\s+(?:at\s+|um\s+|à\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+(?:[A-Z]{2,5}|Uhr))?)?"
_FORMS = (
    re.compile(rf"(?i:{_WEEKDAY}){_WORD}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}{_TIME}"),  # November 16, 2022
    re.compile(
        rf"(?i:{_WEEKDAY})(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?{_WORD},?\s+(?:de\s+|del\s+)?{_YEAR}{_TIME}"
    ),
    re.compile(rf"{_YEAR}[-/年]\s?(\d{{1,2}})[-/月]\s?(\d{{1,2}})日?(?:[T ]\d{{2}}:\d{{2}}\S{{0,20}})?"),
    re.compile(rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_YEAR}{_TIME}"),  # 16.11.2022
    re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/{_YEAR}{_TIME}"),  # 11/16/2022 or 16/11/2022; 5/2/2022 is nobody's day
)
_ANYWHERE = tuple(re.compile(rf"(?<![\w-]){form.pattern.removeprefix(f'(?i:{_WEEKDAY})')}(?!\w)") for form in _FORMS)


def day(words: str) -> str | None:
    """The ISO day that *words* are, wholly, or None."""
    words = " ".join(words.split()).strip(" .,;|·•–—()")
    if len(words) > 80:
        return None
    for number, form in enumerate(_FORMS):
        if match := form.fullmatch(words):
            return _iso(number, match)
    return None


def within(words: str) -> tuple[str, int, int] | None:
    """The first day that stands in *words*, as ISO day with its start and end, or None."""
    found = [(m.start(), n, m) for n, form in enumerate(_ANYWHERE) for m in [form.search(words[:2000])] if m]
    for _, number, match in sorted(found, key=lambda item: item[0]):
        if iso := _iso(number, match):
            return iso, match.start(), match.end()
    return None


def _iso(form: int, match: re.Match[str]) -> str | None:
    one, two, three = match.groups()
    match form:
        case 0:
            year, month, number = three, MONTHS.get(one.lower()), two
        case 1:
            year, month, number = three, MONTHS.get(two.lower()), one
        case 2:
            year, month, number = one, int(two), three
        case 3:
            year, month, number = three, int(two), one
        case _:
            year, month, number = three, *_which(int(one), int(two))
    try:
        return date(int(year), month or 0, int(number)).isoformat()
    except ValueError:
        return None


def _which(one: int, two: int) -> tuple[int, str]:
    """Month and day of two numbers, of which only one can be the month; month 0 when both can."""
    if one == two or two > 12 >= one:
        return one, str(two)
    return (two, str(one)) if one > 12 else (0, "0")
