"""What the lines of a Markdown file hold: leaves with their containers, hidden mark-up, definitions."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.reading.document import BlockKind
from quotations.values import plain_value


@plain_value
class Frame:
    """The containers that lines stand in."""

    depth: int = 0  #: of containers
    quotes: int = 0
    group: int | None = None
    cite: str | None = None
    note: str | None = None
    item: bool = False


@dataclass(slots=True)
class Leaf:
    """One block's words."""

    kind: BlockKind
    pieces: list[tuple[int, int]]
    frame: Frame
    level: int = 0  #: of a heading
    number: int | None = None  #: of an ordered list's item, on its first leaf


@dataclass(slots=True)
class Structure:
    """What the lines of a file hold."""

    leaves: list[Leaf] = field(default_factory=list)
    hidden: list[tuple[int, int]] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    notes: set[str] = field(default_factory=set)
    groups: int = 0
