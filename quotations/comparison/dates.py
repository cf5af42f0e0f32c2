"""Dates in words: "3 March 2021", "March 3, 2021" and "the 3rd of March 2021" are one date in three orders.

So is "3.3.2021" where the lexicon numbers the months, as languages do that write dates so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotations.comparison.align import Step
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import EQUAL, NUMBER
from quotations.comparison.scene import Scene

_IN_FIGURES = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_OF = frozenset({"of", "de", "del"})
_LAST_DAY = 31
_BESIDE = 5  #: words of the text beside the aligned ones that may belong to the date


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words *start* … *end* that name a day of a month, perhaps with its year."""

    start: int
    end: int
    day: int
    month: str
    year: str | None

    @property
    def value(self) -> tuple[int, str, str | None]:
        """What the words say, whatever their order."""
        return self.day, self.month, self.year


def dates_in(keys: Sequence[str], lexicon: Lexicon, start: int = 0, end: int | None = None) -> list[DateWords]:
    """The dates whose month stands in words *start* … *end* of *keys*."""
    found: list[DateWords] = []
    same, months = lexicon.pairs.get("same_word", {}), lexicon.words("month")
    numbers = lexicon.pairs.get("month_number", {})
    for at in range(max(start, 0), min(len(keys), len(keys) if end is None else end)):
        month = same.get(keys[at], keys[at])
        if month in months:
            date = _around(keys, at, numbers.get(month, month))
            if date is not None:
                found.append(date)
        elif numbers and (figures := _IN_FIGURES.fullmatch(keys[at])):
            found.append(DateWords(at, at + 1, int(figures[1]), str(int(figures[2])), figures[3]))
    return found


def _around(keys: Sequence[str], at: int, month: str) -> DateWords | None:
    """The date with its month at *at*: the day before it, or behind it."""
    before = at - 1
    if before > 0 and keys[before] in _OF:
        before -= 1
    if before >= 0 and (day := _day(keys[before])):
        start = before - 1 if before and keys[before - 1] == "the" and before < at - 1 else before
        after = at + 2 if at + 2 < len(keys) and keys[at + 1] in _OF else at + 1
        year = _year(keys, after)
        return DateWords(start, after + 1 if year else at + 1, day, month, year)
    if at + 1 < len(keys) and (day := _day(keys[at + 1])):
        year = _year(keys, at + 2)
        return DateWords(at, at + 3 if year else at + 2, day, month, year)
    return None


def _day(key: str) -> int:
    """The day that *key* may be; 0 where it is none."""
    return int(key) if key.isascii() and key.isdigit() and len(key) <= 2 and int(key) <= _LAST_DAY else 0


def _year(keys: Sequence[str], at: int) -> str | None:
    key = keys[at] if at < len(keys) else ""
    return key if len(key) == 4 and key.isascii() and key.isdigit() else None


def settle_dates(steps: Sequence[Step], scene: Scene) -> list[Step]:
    """*steps* with each date that the text has in another order taken as one word of it."""
    settled = list(steps)
    for date in dates_in(scene.quote_keys, scene.lexicon):
        inside = [step for step in settled if step.quote < date.end and step.quote_end > date.start]
        if not inside or all(step.kind == EQUAL for step in inside):
            continue
        low = min(step.source for step in inside) - _BESIDE
        high = max(step.source_end for step in inside) + _BESIDE
        for other in dates_in(scene.source_keys, scene.lexicon, low, high):
            if other.value == date.value and (joined := _joined(settled, date, other)):
                settled = joined
                break
    return settled


def _joined(steps: list[Step], date: DateWords, other: DateWords) -> list[Step] | None:
    """*steps* with those of both dates made one; None where a step reaches beyond them."""
    touched = [
        at
        for at, step in enumerate(steps)
        if (step.quote < date.end and step.quote_end > date.start)
        or (step.source < other.end and step.source_end > other.start)
    ]
    for step in (steps[at] for at in touched):
        apart = step.quote < step.quote_end and not date.start <= step.quote <= step.quote_end <= date.end
        beyond = step.source < step.source_end and not other.start <= step.source <= step.source_end <= other.end
        if apart or beyond:
            return None
    if touched != list(range(touched[0], touched[-1] + 1)):
        return None
    whole = Step(NUMBER, date.start, date.end, other.start, other.end)
    return [*steps[: touched[0]], whole, *steps[touched[-1] + 1 :]]
