"""A block of printed lines in the making."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf.page import Line


@dataclass(slots=True)
class Paragraph:
    """The lines of one block."""

    lines: list[Line]
    kind: BlockKind = BlockKind.PARAGRAPH
    note: str | None = None

    @property
    def words(self) -> str:
        """Its words, roughly."""
        return " ".join(line.words for line in self.lines)
