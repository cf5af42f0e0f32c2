"""Prints that run from right to left, laid out as if seen in a mirror: their margin, their insets, their line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.formats.pdf.page import Box, Page

_RIGHT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT = re.compile(r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def mirror(pages: Sequence[Page]) -> None:
    """Turn the places of all lines and shapes of *pages* round, where most of their letters run from the right.

    To be called when everything that asks PDFium for places has been done.
    """
    words = "".join(line.text for page in pages for line in page.lines)
    if len(_RIGHT.findall(words)) <= len(_LEFT.findall(words)):
        return
    for page in pages:
        for line in page.lines:
            line.left, line.right = page.width - line.right, page.width - line.left
        page.bars = _turned(page.bars, page.width)
        page.dots = _turned(page.dots, page.width)
        page.pictures = _turned(page.pictures, page.width)


def _turned(boxes: Sequence[Box], width: float) -> list[Box]:
    return [(width - right, bottom, width - left, top) for left, bottom, right, top in boxes]
