"""Note references in a PDF: figures that stand smaller and higher than the word before them."""

from __future__ import annotations

import re

from quotations.text.pdf.lines import Glyphs, Line

_CANDIDATE = re.compile(
    r"(?<=[^\W\d_]{3})\d{1,3}(?![\w.,]\d|\d)|(?<=[.,;:!?”’\"»)\]])\d{1,3}(?![\w.,]?\d|[%\w])|(?<=[^\W_.,;:!?”’\"»)])[*†‡§](?=[\s.,;:])"
)
_SMALLER = 0.9
_ALONE = re.compile(r"\[?\d{1,3}\]?(?:[,–-]\s?\d{1,3}){0,4}|[*†‡§]{1,2}")


def raised_figures(characters: str, glyphs: Glyphs) -> set[int]:
    """Indexes of the characters of *characters* that belong to note references."""
    found: set[int] = set()
    for candidate in _CANDIDATE.finditer(characters):
        at = candidate.start()
        before, figure = glyphs.box(at - 1), glyphs.box(at)
        height = before[3] - before[2]
        if height <= 0 or figure[3] - figure[2] > _SMALLER * height:
            continue
        if figure[2] > before[2] + 0.08 * height:
            found.update(range(at, candidate.end()))
    return found


def is_raised(before: Line, line: Line) -> bool:
    """Whether *line* is a note reference that pdfium gives as a line of its own, behind *before*."""
    if len(line.text) > 12 or not _ALONE.fullmatch(line.text):
        return False
    near = -2 < line.left - before.right < before.height
    return near and line.size < _SMALLER * before.size and line.bottom > before.bottom + 0.08 * before.height
