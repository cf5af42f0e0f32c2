"""The cheapest reading of a paragraph's marks: Viterbi's algorithm over stacks of open marks, with a bounded beam."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from quotations.reading.marks.signs import CLOSES, DIRECTED_OPEN, DOUBLE, FAMILY
from quotations.reading.marks.weighing import Mark, find_marks
from quotations.values import plain_value

#: How many readings are kept after each mark, and how deep marks may nest.
BEAM = 12
DEEPEST = 3
#: The price of a quotation that nothing closes, and from which price on a mark stands where none opens.
_LEFT_OPEN = 4.6
_MISPLACED = 1.0
_SINGLE_LEFT_OPEN = 3.0
#: The price of a quotation that the next paragraph opens again.
_CARRIED_ON = 0.4
#: Of two marks that open, and one that closes, the second is the likelier one: the first was never closed.
_PASSED_INSIDE = 0.8
Stack = tuple[int, ...]
#: (opening, closing, depth). The complement of a mark as the closing one: that one opens the quotation again.
Pairs = tuple[tuple[int, int, int], ...]


@plain_value
class Pair:
    """A quotation's marks: the words are ``text[start:end]``."""

    start: int
    end: int
    opening: str
    closing: str  #: empty when the paragraph ended first
    outer_start: int
    outer_end: int
    depth: int  #: 1 for the outermost

    @property
    def closed(self) -> bool:
        """Whether a mark closes it."""
        return bool(self.closing)


class _Reading(NamedTuple):
    price: float
    stack: Stack  #: indices into the marks
    pairs: Pairs | None  #: that its last mark closes; earlier ones are linked below
    before: _Reading | None


class Marked:
    """A paragraph's marks and the readings of them, weighed once however often it is asked for its quotations."""

    def __init__(self, text: str, *, apostrophes: bool = False) -> None:
        """*apostrophes*: two of them are a double mark."""
        self.text = text
        self.marks = find_marks(text, apostrophes=apostrophes)

    @cached_property
    def _plain(self) -> list[Pair] | None:
        """The quotations where each mark is only one thing at no price, as most are, and nothing is left open.

        Whatever else the marks were read as would have its price, so that no other reading is asked for.
        """
        closed = _free(self.marks)
        if closed is None:
            return None
        pairs = [_pair(self.marks, *one) for one in closed]
        return sorted(pairs, key=lambda p: (p.start, -p.end))

    @cached_property
    def _readings(self) -> list[_Reading]:
        readings: dict[Stack, _Reading] = {(): _Reading(0.0, (), None, None)}
        for number in range(len(self.marks)):
            readings = _step(readings, self.marks, number)
        return list(readings.values())

    def pairs(self, *, carries_on: bool = False) -> list[Pair]:
        """The quotations, nested ones after the one that holds them; one that nothing closes ends with the paragraph.

        *carries_on* says that the next paragraph begins with an opening mark, so that a quotation left open here
        is as printers do it.
        """
        if not self.marks:
            return []
        if self._plain is not None:
            return list(self._plain)
        left_open = _CARRIED_ON if carries_on else _LEFT_OPEN
        best = min(self._readings, key=lambda r: r.price + _unclosed(r.stack, self.marks, left_open))
        return _pairs(best, self.marks, self.text)


def pair_marks(text: str, *, carries_on: bool = False, apostrophes: bool = False) -> list[Pair]:
    """The quotations of a paragraph that is asked once: see `Marked`."""
    return Marked(text, apostrophes=apostrophes).pairs(carries_on=carries_on)


def _free(marks: list[Mark]) -> list[tuple[int, int, int]] | None:
    """The only reading of *marks* that has no price; None where there is none or may be another."""
    stack: list[int] = []
    closed: list[tuple[int, int, int]] = []
    for number, mark in enumerate(marks):
        passes = mark.passed + (_PASSED_INSIDE if stack and mark.sign in DIRECTED_OPEN else 0.0) == 0
        opens = mark.sign in CLOSES and len(stack) < DEEPEST and mark.opens + _nesting(stack, marks, mark) == 0
        held = marks[stack[-1]] if stack else None
        closes = held is not None and mark.start > held.end and mark.closes + CLOSES[held.sign].get(mark.sign, 1.0) == 0
        if passes + opens + closes != 1:
            return None
        if opens:
            stack.append(number)
        elif closes:
            closed.append((stack.pop(), number, len(stack) + 1))
    return closed if not stack else None


def _unclosed(stack: Stack, marks: list[Mark], left_open: float) -> float:
    return sum([_still_open(marks[at], left_open) for at in stack]) if stack else 0.0


def _still_open(mark: Mark, left_open: float) -> float:
    if mark.sign not in DOUBLE:
        carried = left_open < _LEFT_OPEN and mark.sign in DIRECTED_OPEN and mark.opens < _MISPLACED
        return 2 * _CARRIED_ON if carried else _SINGLE_LEFT_OPEN
    # What stands where a closing mark stands opens nothing that the next paragraph could carry on.
    return left_open if mark.opens < _MISPLACED else max(left_open, _LEFT_OPEN)


def _step(readings: dict[Stack, _Reading], marks: list[Mark], number: int) -> dict[Stack, _Reading]:
    mark = marks[number]
    found: dict[Stack, _Reading] = {}
    opens, directed = mark.sign in CLOSES, mark.sign in DIRECTED_OPEN

    def keep(price: float, stack: Stack, pairs: Pairs | None, before: _Reading) -> None:
        other = found.get(stack)
        if other is None or price < other.price:
            found[stack] = _Reading(price, stack, pairs, before)

    for reading in readings.values():
        price, stack = reading.price, reading.stack
        keep(price + (mark.passed + (_PASSED_INSIDE if stack and directed else 0.0)), stack, None, reading)
        if opens and len(stack) < DEEPEST:
            keep(price + mark.opens + _nesting(stack, marks, mark), (*stack, number), None, reading)
        if not stack:
            continue
        held = marks[stack[-1]]
        if len(stack) == 1 and mark.new_line and mark.sign == held.sign and mark.sign in DOUBLE:
            # Lines that are paragraphs, each opened anew: the one before ends unclosed.
            again = price + mark.opens + _CARRIED_ON + held.opens
            keep(again, (number,), ((stack[0], ~number, 1),), reading)
        closing = CLOSES[held.sign].get(mark.sign)
        if closing is not None and mark.start >= held.end:
            empty = 1.0 if mark.start == held.end else 0.0
            pairs = ((stack[-1], number, len(stack)),)
            keep(price + mark.closes + closing + empty, stack[:-1], pairs, reading)
    if len(found) > BEAM:
        return {r.stack: r for r in sorted(found.values(), key=lambda r: (r.price, r.stack))[:BEAM]}
    return found


def _nesting(stack: Sequence[int], marks: list[Mark], mark: Mark) -> float:
    """A quotation inside a quotation takes the other kind of marks."""
    if not stack:
        return 0.0 if mark.sign in DOUBLE else 0.5
    outer = marks[stack[-1]].sign
    if mark.sign not in DOUBLE and outer not in DOUBLE:
        return 2.5 if mark.sign == outer else 0.8
    if mark.sign not in DOUBLE or outer not in DOUBLE:
        return 0.0
    family, other = FAMILY.get(mark.sign), FAMILY.get(outer)
    if family == other:
        return 2.5
    return 0.3 if "g" in (family, other) or "k" in (family, other) else 1.5


def _pairs(reading: _Reading, marks: list[Mark], text: str) -> list[Pair]:
    pairs = [_left_open(marks[at], text, len(text), depth) for depth, at in enumerate(reading.stack, 1)]
    step: _Reading | None = reading
    while step is not None:
        for opening, closing, depth in step.pairs or ():
            if closing < 0:
                pairs.append(_left_open(marks[opening], text, marks[~closing].start, depth))
                continue
            pairs.append(_pair(marks, opening, closing, depth))
        step = step.before
    return sorted(pairs, key=lambda p: (p.start, -p.end))


def _pair(marks: list[Mark], opening: int, closing: int, depth: int) -> Pair:
    first, last = marks[opening], marks[closing]
    return Pair(first.end, last.start, first.sign, last.sign, first.start, last.end, depth)


def _left_open(mark: Mark, text: str, end: int, depth: int) -> Pair:
    """The quotation that *mark* opens and nothing closes, up to the last word before *end*."""
    while end > mark.end and text[end - 1].isspace():
        end -= 1
    return Pair(mark.end, end, mark.sign, "", mark.start, end, depth)
