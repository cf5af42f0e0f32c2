"""Note references in a PDF: figures that stand smaller and higher than the word before them."""

from __future__ import annotations

import re

from quotations.text.pdf.lines import Glyphs

_CANDIDATE = re.compile(
    r"(?<=[^\W\d_]{3})\d{1,3}(?![\w.,]\d|\d)|(?<=[.,;:!?”’\"»)\]])\d{1,3}(?![\w.,]?\d|[%\w])|(?<=[^\W_.,;:!?”’\"»)])[*†‡§](?=[\s.,;:])"
)
_SMALLER = 0.85


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
