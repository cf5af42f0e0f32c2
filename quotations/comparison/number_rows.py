"""Whether two rows of numbers are the same, whatever a number was told apart by: blanks, a colon, a stroke."""

from __future__ import annotations

from quotations.comparison.numbers import GROUP, GROUPS, Number


def same_numbers(left: list[Number], right: list[Number]) -> bool:
    """Whether two lists hold the same numbers in the same order; 10:30 is 10.30, and 2/3 is two thirds."""
    at = to = 0
    while at < len(left) and to < len(right):
        sizes = _same_from(left[at:], right[to:])
        if sizes is None:
            return False
        at, to = at + sizes[0], to + sizes[1]
    return at == len(left) and to == len(right)


def _same_from(left: list[Number], right: list[Number]) -> tuple[int, int] | None:
    """How many numbers at the beginning of both lists are one and the same; None where none are."""
    apart = len(left) - len(right)
    for size in range(2, min(GROUPS, abs(apart) + 1) + 1):
        many, one = (left, right) if apart > 0 else (right, left)
        if _parted(many[:size], one[:1]) or _grouped(many[:size], one[:1]):
            return (size, 1) if apart > 0 else (1, size)
    return (1, 1) if left[0].same(right[0]) else None


def _grouped(many: list[Number], one: list[Number]) -> bool:
    """Whether *many* are one number whose thousands are parted by blanks: 1 200 000."""
    figures = [number.figure or "" for number in many]
    if (
        len(one) != 1
        or len(many) < 2
        or any(number.unit for number in many[:-1])
        or not figures[0].lstrip("-").isdigit()
    ):
        return False
    if len(figures[0].lstrip("-")) > GROUP or not all(part.isdigit() and len(part) == GROUP for part in figures[1:]):
        return False
    return Number("".join(figures), None, many[-1].unit).same(one[0])


def _parted(two: list[Number], one: list[Number]) -> bool:
    """Whether figures written with a mark between them, and so told apart, are one number on the other side."""
    if len(two) != 2 or len(one) != 1 or two[0].figure is None or two[1].figure is None or two[0].unit:
        return False
    hour, minute = two[0].figure, two[1].figure
    minutes = minute[:2]
    if not (hour.isdigit() and minutes.isdigit()) or two[1].unit != one[0].unit:
        return False
    if one[0].figure is not None:
        sixty = len(minutes) == 2 and not minute[2:3].isdigit() and int(minutes) < 60
        return one[0].figure == f"{hour}.{minute}" and int(hour) <= 24 and sixty
    if not minute.isdigit():
        return False
    return one[0].value is not None and int(minute) > 0 and one[0].value == int(hour) / int(minute)
