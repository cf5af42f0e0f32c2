"""From an alignment to named differences: neighbouring unequal steps form one change, and each change gets its labels.

A label says what was changed; what that comes to is a matter of `quotations.judging.rules`. One change may carry
several labels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotations.comparison.align import Step
from quotations.comparison.aligned import Aligned
from quotations.comparison.likeness import CONTRACTION, EQUAL, NUMBER, SPELLING, STEM


@dataclass(frozen=True, slots=True)
class Change:
    """One labelled difference: words *quote* … *quote_end* of the quotation, *source* … *source_end* of the text."""

    label: str
    quote: int
    quote_end: int
    source: int
    source_end: int


@dataclass(slots=True)
class Group:
    """Neighbouring unequal steps."""

    quote: int
    quote_end: int
    source: int
    source_end: int

    @property
    def only_skipped(self) -> bool:
        """Whether the quotation has no word here."""
        return self.quote == self.quote_end

    @property
    def only_added(self) -> bool:
        """Whether the text has no word here."""
        return self.source == self.source_end

    def change(self, label: str) -> Change:
        """This group under *label*."""
        return Change(label, self.quote, self.quote_end, self.source, self.source_end)


_SOFT = frozenset({SPELLING, CONTRACTION, NUMBER, STEM})
_BOUNDS = frozenset({EQUAL, "bracket", "gap", "jump", "join"})


def groups_of(steps: Sequence[Step]) -> Iterator[tuple[Group | None, Step | None]]:
    """The unequal neighbours as groups, and every other step as it is, in order."""
    current: list[Step] = []
    for step in steps:
        if step.kind in _BOUNDS:
            yield from _flush(current)
            current = []
            yield None, step
        else:
            current.append(step)
    yield from _flush(current)


def _flush(steps: list[Step]) -> Iterator[tuple[Group | None, Step | None]]:
    """One group of what is unequal; words that are only soft forms of each other stand alone at its edges."""
    while steps and steps[0].kind in _SOFT and (len(steps) == 1 or steps[1].kind in _SOFT or steps[0].kind != STEM):
        yield None, steps.pop(0)
    tail: list[Step] = []
    while steps and steps[-1].kind in (SPELLING, CONTRACTION):
        tail.insert(0, steps.pop())
    if steps:
        yield Group(
            min(s.quote for s in steps), max(s.quote_end for s in steps),
            min(s.source for s in steps), max(s.source_end for s in steps),
        ), None  # fmt: skip
    for step in tail:
        yield None, step


def keys_of(aligned: Aligned, group: Group) -> tuple[list[str], list[str]]:
    """The folded words of both sides of *group*; brackets have no word."""
    quoted = [key for key in aligned.quoted.keys[group.quote : group.quote_end] if key]
    return quoted, aligned.view.keys[group.source : group.source_end]
