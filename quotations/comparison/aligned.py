"""A whole quotation held against a text, step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.comparison.align import Step
from quotations.comparison.index import View
from quotations.comparison.likeness import CONTRACTION, EQUAL, NUMBER, SPELLING, STEM
from quotations.comparison.quoted import Quoted

MATCHED = frozenset({EQUAL, SPELLING, CONTRACTION, NUMBER, STEM, "join"})


@dataclass(slots=True)
class Aligned:
    """An alignment of a whole quotation: steps in the quotation's order; jumps back are steps of kind "jump"."""

    quoted: Quoted
    view: View
    weights: list[float]
    steps: list[Step] = field(default_factory=list)
    matched: float = 0.0  #: bits
    pieces: int = 1
    places: tuple[int, ...] = ()  #: words of the text at which the whole quotation stands, word for word

    @property
    def total(self) -> float:
        """Bits of the whole quotation."""
        return sum(self.weights)

    @property
    def coverage(self) -> float:
        """The share of the weight that is matched."""
        total = self.total
        return self.matched / total if total else 0.0

    def source_range(self) -> tuple[int, int] | None:
        """The first matched word of the text and the one behind the last; None where nothing matched."""
        held = [s for s in self.steps if s.kind in MATCHED]
        if not held:
            return None
        return min(s.source for s in held), max(s.source_end for s in held)
