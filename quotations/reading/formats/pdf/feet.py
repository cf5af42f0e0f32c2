"""Footnotes: what stands in smaller letters at the foot of a page, or of each of its columns, behind a number or mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf.page import Page
from quotations.reading.formats.pdf.paragraph import Paragraph

_NOTE = re.compile(r"(\d{1,3}|[*†‡§¹²³⁰⁴-⁹]{1,3})[.)]?\s*(?=[^\W\d_]|[“\"‘'\[(]|https?:)")
_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s]*")
#: Footnotes are set at most so large, measured by the letters of the text.
_SMALL = 0.93
#: They begin in this lower part of the page.
_LOW = 0.6


def without_feet(own: Sequence[Paragraph], page: Page, size: float) -> tuple[list[list[Paragraph]], list[Paragraph]]:
    """A page's paragraphs, column by column where feet part them, and its footnotes in order.

    Args:
        own: the paragraphs in the order printed.
        page: the page.
        size: of the letters in which most of the document is set, in points.
    """
    columns: list[list[Paragraph]] = [[]]
    notes: list[Paragraph] = []
    for column in _columns(own):
        foot = _foot(column, page, size)
        notes.extend(foot)
        columns[-1].extend(p for p in column if not any(p is note for note in foot))
        if foot:
            columns.append([])
    return [column for column in columns if column], notes


def _columns(own: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Runs of paragraphs that each stand below the one before."""
    found: list[list[Paragraph]] = [list(own[:1])]
    for one, other in pairwise(own):
        if other.lines[0].bottom > one.lines[-1].top:
            found.append([])
        found[-1].append(other)
    return found


def _foot(column: Sequence[Paragraph], page: Page, size: float) -> list[Paragraph]:
    foot: list[Paragraph] = []
    for paragraph in reversed(column):
        if not foot and _PAGE_NUMBER.fullmatch(paragraph.words):
            continue
        first = paragraph.lines[0]
        if max(line.size for line in paragraph.lines) > _SMALL * size or first.top > _LOW * page.height:
            break
        foot.append(paragraph)
    foot.reverse()
    kept: list[Paragraph] = []
    for paragraph in foot:
        mark = _NOTE.match(paragraph.words)
        if mark:
            paragraph.kind, paragraph.note = BlockKind.NOTE, mark[1]
            kept.append(paragraph)
        elif kept:
            kept[-1].lines.extend(paragraph.lines)
            kept.append(paragraph)
    return [p for p in kept if p.note] if all(p.note for p in kept) else kept
