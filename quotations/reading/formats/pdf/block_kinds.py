"""What the paragraphs of a printed page are: headings, indented or bordered quotations, list items, cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf.measures import Measures
from quotations.reading.formats.pdf.page import Page
from quotations.reading.formats.pdf.paragraph import Paragraph

MARKER = re.compile(r"[•‣◦●○▪■–—*-]\s+\S|\(?\d{1,3}[.)]\s+\S|\[\d{1,3}\]\s*\S|(?!p\.\s*\d)[a-z][.)]\s+\S")
BULLET = re.compile(r"(?:[•‣◦●○▪■–—*-]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s*$")
#: Where lines run from right to left.
_TRAILED = re.compile(r"\S\s+[•‣◦●○▪■]$")
_FEWEST_QUOTED = 8
_EDGE = (1.0, 4.0)  #: points: how wide a border beside words is
_CELL = 160  #: characters
#: Thai, Lao, Burmese, Khmer, kana and Chinese characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


def tell(own: Sequence[Paragraph], page: Page, measures: Measures) -> None:
    """Give each of a page's own paragraphs its kind: by what is drawn around it, its letters, and what it follows."""
    for paragraph in own:
        paragraph.kind = _celled(paragraph) or _drawn(paragraph, page, measures) or _kind(paragraph, measures)
    _led(own, measures)
    _listed(own, measures)


def alike(quote: Paragraph, after: Paragraph, measures: Measures) -> bool:
    """Whether what follows a block quotation is set in just as far, too few or too long words though it has."""
    left = quote.lines[-1].left
    even = all(abs(line.left - left) < 2 for line in after.lines) and measures.inset(after.lines[0]) >= 12
    return even and quote.kind is BlockKind.QUOTE and after.kind is BlockKind.PARAGRAPH


def _celled(paragraph: Paragraph) -> BlockKind | None:
    """What a table's cell is: one of many words is a paragraph of a page that was laid out with tables."""
    if paragraph.lines[0].cell is None:
        return None
    return BlockKind.TABLE_CELL if len(paragraph.words) <= _CELL else BlockKind.PARAGRAPH


def _drawn(paragraph: Paragraph, page: Page, measures: Measures) -> BlockKind | None:
    """What a bar or a dot drawn before the paragraph, or a border around it, makes of it."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    for left, bottom, right, top in page.dots:
        if 0 < first.left - right <= 1.5 * first.size and first.bottom <= (bottom + top) / 2 <= first.top and left > 0:
            return BlockKind.LIST_ITEM
    for _, bottom, right, top in page.bars:
        if (
            0 < first.left - right <= 40
            and bottom <= last.centre
            and first.centre <= top
            and top - bottom < 0.7 * page.height
        ):
            return BlockKind.QUOTE
    return BlockKind.QUOTE if _bordered(paragraph, page, measures) else None


def _bordered(paragraph: Paragraph, page: Page, measures: Measures) -> bool:
    """Whether a border that begins at the margin sets the lines in by its own width and no more.

    Firefox's reader view draws block quotations so, in letters of the text's size.
    """
    first, last = paragraph.lines[0], paragraph.lines[-1]
    margin = measures.margin(first)
    if not all(_EDGE[0] <= line.left - margin <= _EDGE[1] for line in paragraph.lines):
        return False
    around = [
        frame
        for frame in page.frames
        if abs(frame[0] - margin) <= 1 and frame[1] <= last.centre and first.centre <= frame[3]
    ]
    whole = abs(first.size - measures.size) < 0.08 * measures.size and _length(paragraph.words) >= 5
    # A short paragraph of several, or its rest on the next page.
    height = first.top - last.bottom
    return any(whole or top >= page.height or top - bottom > 2 * height for _, bottom, _, top in around)


def _kind(paragraph: Paragraph, measures: Measures) -> BlockKind:
    first = paragraph.lines[0]
    words = paragraph.words
    if first.size >= 1.15 * measures.size and len(words) <= 300:
        return BlockKind.HEADING
    if MARKER.match(first.words) or BULLET.match(first.words) or _TRAILED.search(first.words):
        return BlockKind.LIST_ITEM
    insets = [measures.inset(line) for line in paragraph.lines]
    right = measures.rights.get(measures.margin(first), 0.0)
    width = right - measures.margin(first)
    far = max(line.right for line in paragraph.lines)
    narrow = far <= right - min(12.0, 0.03 * width)
    if 12 <= min(insets) <= 0.4 * width and _length(words) >= 5 and (narrow or words[0] in '“„«"'):
        return BlockKind.QUOTE
    return BlockKind.PARAGRAPH


def _length(words: str) -> int:
    """How many words there are; in scripts that set none apart, two characters count as one."""
    return max(len(words.split()), len(_UNSPACED.findall(words)) // 2)


def _led(own: Sequence[Paragraph], measures: Measures) -> None:
    """Lines set in from the left alone, under a paragraph that ends with a colon, are a block quotation.

    A paragraph's own first line is set in by itself; here every line is, and by as much. A single line tells of that
    only where paragraphs begin at the margin.
    """
    begun = any(len(p.lines) > 1 and measures.inset(p.lines[0]) >= measures.inset(p.lines[1]) + 6 for p in own)
    for one, other in pairwise(own):
        insets = [measures.inset(line) for line in other.lines]
        whole = len(insets) > begun and min(insets) >= 12 and max(insets) - min(insets) <= 3
        leads = one.kind is BlockKind.PARAGRAPH and one.words.rstrip().endswith(":")
        if whole and leads and other.kind is BlockKind.PARAGRAPH and _length(other.words) >= _FEWEST_QUOTED:
            other.kind = BlockKind.QUOTE
    for one, other in pairwise(own):
        if alike(one, other, measures):
            other.kind = BlockKind.QUOTE


def _listed(own: Sequence[Paragraph], measures: Measures) -> None:
    """Inset blocks that follow one another without a gap are a list whose bullets are drawings, not letters."""
    for one, other in pairwise(paragraph for paragraph in own if paragraph.lines[0].cell is None):
        a, b = one.lines[-1], other.lines[0]
        close = 0 < a.bottom - b.bottom <= 1.28 * measures.leading(b) and abs(one.lines[0].left - b.left) < 2
        if close and BlockKind.QUOTE in (one.kind, other.kind) and measures.inset(b) >= 12:
            one.kind = other.kind = BlockKind.LIST_ITEM
