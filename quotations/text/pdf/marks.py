"""Note references in a PDF: figures that stand smaller and higher than the word before them."""

from __future__ import annotations

import re

from quotations.text.pdf.lines import Glyphs, Line

_CANDIDATE = re.compile(r"(?<!\d)(?:\d{1,3}|[*†‡§]{1,2})(?![\d%])")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?”’\"»)\]…])$")  # no power, unit or formula has one
_SMALLER, _HIGHER = 0.9, 0.08
_ALONE = re.compile(r"\[?\d{1,3}\]?(?:[,–-]\s?\d{1,3}){0,4}|[*†‡§]{1,2}")


def raised_figures(characters: str, glyphs: Glyphs) -> set[int]:
    """Indexes of the characters of *characters* that belong to note references."""
    found: set[int] = set()
    for candidate in _CANDIDATE.finditer(characters):
        at = candidate.start()
        # pdfium may see a gap, and a blank or the end of a line, between a word and its raised figure.
        before = characters[max(0, at - 6) : at]
        bare = before.rstrip()
        if len(before) - len(bare) > 2 or not _WORD_BEFORE.search(bare):
            continue
        word, figure = glyphs.box(at - 1 - len(before) + len(bare)), glyphs.box(at)
        height = word[3] - word[2]
        if len(before) > len(bare) and not -2 < figure[0] - word[1] < height:
            continue
        if figure[3] - figure[2] < _SMALLER * height and figure[2] > word[2] + _HIGHER * height:
            found.update(range(at, candidate.end()))
    return found


def is_raised(before: Line, line: Line) -> bool:
    """Whether *line* is a note reference that pdfium gives as a line of its own, behind *before*."""
    if len(line.text) > 12 or not _ALONE.fullmatch(line.text):
        return False
    near = -2 < line.left - before.right < before.height
    return near and line.size < _SMALLER * before.size and line.bottom > before.bottom + _HIGHER * before.height
