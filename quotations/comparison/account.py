"""The account of one reading of a quotation against one view of a text: every difference, named and placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.comparison.aligned import MATCHED, Aligned
from quotations.comparison.changes import Change
from quotations.comparison.gaps import Gap
from quotations.comparison.scene import Scene


@dataclass(slots=True)
class Account:
    """What was found: the alignment, its changes in the quotation's order, and its declared gaps."""

    scene: Scene
    changes: list[Change] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    fakes_stop: bool = False
    first: int = 0  #: the first matched word of the text
    last: int = 0  #: the last one, inclusive
    told: bool = True  #: False where the differences were not worth naming

    @property
    def aligned(self) -> Aligned:
        """The alignment under the account."""
        return self.scene.aligned

    def range(self) -> tuple[int, int]:
        """The first matched word of the text in its own order, and the one behind the last."""
        held = [step for step in self.aligned.steps if step.kind in MATCHED]
        return min(step.source for step in held), max(step.source_end for step in held)
