"""Note references in a PDF: figures that stand smaller and higher than the word before them."""

from __future__ import annotations

import re

from quotations.text.pdf.lines import Glyphs, Line

_CANDIDATE = re.compile(r"(?<!\d)(?:\d{1,3}|[*†‡§]{1,2})(?![\d%])")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?”’\"»)\]…])\s?$")  # no power, unit or formula has one
_SMALLER, _HIGHER = 0.9, 0.08
_ALONE = re.compile(r"\[?\d{1,3}\]?(?:[,–-]\s?\d{1,3}){0,4}|[*†‡§]{1,2}")


def raised_figures(characters: str, glyphs: Glyphs) -> set[int]:
    """Indexes of the characters of *characters* that belong to note references."""
    found: set[int] = set()
    for candidate in _CANDIDATE.finditer(characters):
        at = candidate.start()
        before = characters[max(0, at - 5) : at]
        if not _WORD_BEFORE.search(before):
            continue
        # pdfium may see a gap, and a blank, between a word and its raised figure.
        word, figure = glyphs.box(at - 2 if before[-1].isspace() else at - 1), glyphs.box(at)
        height = word[3] - word[2]
        if figure[3] - figure[2] < _SMALLER * height and figure[2] > word[2] + _HIGHER * height:
            found.update(range(at, candidate.end()))
    return found


def is_raised(before: Line, line: Line) -> bool:
    """Whether *line* is a note reference that pdfium gives as a line of its own, behind *before*."""
    if len(line.text) > 12 or not _ALONE.fullmatch(line.text):
        return False
    near = -2 < line.left - before.right < before.height
    return near and line.size < _SMALLER * before.size and line.bottom > before.bottom + _HIGHER * before.height
