"""Pages that a program recognised from pictures: its letters are as high as it guessed, anew in each line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from quotations.reading.formats.pdf.page import Page

_PROGRAM = re.compile(r"(?i)\b(?:ocrmypdf|tesseract|ocr)\b")
_BULLET = re.compile(r"[•e+«*°¢©o]\.? (?=\S)")
#: Guesses for one height of letters lie so near.
_NEAR = (0.75, 1.3)


def level(pages: Sequence[Page], metadata: dict[str, str]) -> None:
    """Give the lines of recognised pages that are about as high as most the height of these."""
    if not _PROGRAM.search(f"{metadata.get('Creator', '')} {metadata.get('Producer', '')}"):
        return
    lines = [line for page in pages for line in page.lines]
    sizes = [line.size for line in lines for _ in range(1 + len(line.text) // 10)]
    usual = median(sizes) if sizes else 0.0
    for line in lines:
        if _NEAR[0] * usual <= line.size <= _NEAR[1] * usual:
            line.size = usual
    for one, other in pairwise(lines):
        # Bullets are taken for letters and signs, and not all of a list for the same.
        if _BULLET.match(one.text) and _BULLET.match(other.text) and abs(one.left - other.left) < usual / 2:
            one.text, other.text = f"•{one.text[1:]}", f"•{other.text[1:]}"
