"""Tables in HTML inside Markdown, which has none of its own with captions or spans (Pandoc, GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quotations.reading.document import BlockKind
from quotations.reading.formats.lines import Line

_OPEN = re.compile(r" {0,3}<table[\s>]", re.IGNORECASE)
_CELL = re.compile(r"<(/?)(td|th|caption)\b[^<>]{0,2000}>", re.IGNORECASE)
_MOST = 2000  #: lines of one table


def end(lines: Sequence[Line], at: int) -> int | None:
    """How many lines the table takes that begins with the line *at*; None when it never ends."""
    for stop in range(at, min(len(lines), at + _MOST)):
        if "</table" in lines[stop].text.lower():
            return stop - at + 1
    return None


def opens(line: Line) -> bool:
    """Whether a table begins with the line."""
    return _OPEN.match(line.text) is not None


def cells(lines: Sequence[Line]) -> Iterator[tuple[BlockKind, list[Line]]]:
    """The cells of a table in order, each the pieces of its lines."""
    kind: BlockKind | None = None
    pieces: list[Line] = []
    for line in lines:
        at = 0
        for tag in (*_CELL.finditer(line.text), None):
            stop = tag.start() if tag else len(line.text)
            if kind is not None and line.text[at:stop].strip():
                pieces.append(Line(line.text[at:stop], line.start + at))
            if tag is None:
                break
            if kind is not None and pieces:
                yield kind, pieces
            pieces = []
            kind = None if tag[1] else BlockKind.CAPTION if tag[2].lower() == "caption" else BlockKind.TABLE_CELL
            at = tag.end()
