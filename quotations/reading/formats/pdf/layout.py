"""Printed lines put together again: paragraphs, headings, indented quotations, list items, notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf.feet import without_feet
from quotations.reading.formats.pdf.page import Line, Page
from quotations.reading.formats.pdf.paragraph import Paragraph

_MARKER = re.compile(r"[•‣◦●○▪■–—*-]\s+\S|\(?\d{1,3}[.)]\s+\S|\[\d{1,3}\]\s*\S|(?!p\.\s*\d)[a-z][.)]\s+\S")
#: Where lines run from right to left.
_TRAILED = re.compile(r"\S\s+[•‣◦●○▪■]$")
_DASH = re.compile(r"[—–―]\s*\S")
_BULLET = re.compile(r"(?:[•‣◦●○▪■–—*-]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s*$")
_INCHES = re.compile(r"\d\"(?!\w)")
_ENDS = tuple('.!?…:”"»’)]')
_FEWEST_QUOTED = 8
_EDGE = (1.0, 4.0)  #: points: how wide a border beside words is
_CELL = 160  #: characters
#: Thai, Lao, Burmese, Khmer, kana and Chinese characters.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(slots=True)
class Measures:
    """The print's own habits."""

    size: float  #: of the body's letters
    leadings: dict[float, float]  #: the size of letters → from one baseline to the next
    margins: list[float]  #: where the body's columns begin
    rights: dict[float, float]  #: where the column that begins there ends
    ends: dict[int, tuple[int, float]]  #: a line's beginning → how many lines begin there, and how far they go

    def leading(self, line: Line) -> float:
        """The usual distance from the line's baseline to the next."""
        # Headings are too few to show it, and some fonts give boxes lower than their own letters.
        heading = 1.2 * line.size if line.size >= 1.15 * self.size else 0.0
        return self.leadings.get(_rounded(line.size), max(heading, 1.25 * (line.top - line.bottom)))

    def margin(self, line: Line) -> float:
        """The margin that the line belongs to."""
        fits = [margin for margin in self.margins if margin <= line.left + 2]
        return max(fits) if fits else line.left

    def inset(self, line: Line) -> float:
        """How far the line begins right of its column's margin."""
        return line.left - self.margin(line)

    def right(self, line: Line) -> float:
        """Where lines that begin where this one does end at the most; the column's end when it stands alone."""
        own = self.ends.get(round(line.left), (0, 0.0))
        return own[1] if own[0] >= 3 else self.rights.get(self.margin(line), line.right)

    def short(self, line: Line) -> bool:
        """Whether the line ends well before its column does."""
        right = self.right(line)
        return line.right < right - 0.12 * max(1.0, right - line.left)

    def room(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would have had room on the line: it was put on a new one on purpose."""
        words = following.words
        first = words.split(maxsplit=1)[0] if words else ""
        width = (following.right - following.left) / max(1, len(words)) * (len(first) + 1.5)
        return line.right + width < self.right(line)


def measure(pages: Sequence[Page]) -> Measures:
    """The measures of the body: what most characters have."""
    every = [line for page in pages for line in page.lines if line.cell is None]
    sizes: Counter[float] = Counter()
    lefts: Counter[int] = Counter()
    for line in every:
        # Prose has long lines; menus and teasers have many short ones.
        sizes[_rounded(line.size)] += len(line.text) if len(line.words) > 40 else len(line.text) // 4
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    body = [line for line in every if abs(line.size - size) <= 0.6]
    for line in body:
        lefts[round(line.left)] += 1
    margins = [float(left) for left, count in lefts.items() if count >= max(2, 0.18 * len(body))]
    margins = [m for m in sorted(margins) if not any(0 < m - other <= 60 for other in margins)] or [
        float(min(lefts, default=0))
    ]
    sure = _gaps(every, sure=True)
    leadings = {
        rounded: min([_leading(gaps, rounded), *([_leading(sure[rounded], rounded)] if rounded in sure else [])])
        for rounded, gaps in _gaps(every).items()
        if len(gaps) >= 3
    }
    measures = Measures(size, leadings, margins, {}, {})
    for line in body:
        count, far = measures.ends.get(round(line.left), (0, 0.0))
        measures.ends[round(line.left)] = (count + 1, max(far, line.right))
        margin = measures.margin(line)
        measures.rights[margin] = max(measures.rights.get(margin, 0.0), line.right)
    return measures


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _gaps(every: Sequence[Line], *, sure: bool = False) -> dict[float, list[float]]:
    """The distances of neighbouring baselines by the size of their letters; *sure*: where a sentence plainly goes on.

    In a short text most lines are paragraphs of their own, and the usual distance is that of paragraphs.
    """
    found: dict[float, list[float]] = {}
    for a, b in pairwise(every):
        size, drop = _rounded(a.size), a.bottom - b.bottom
        if sure and (not b.words[:1].islower() or a.words.endswith(_ENDS) or abs(a.left - b.left) > 2):
            continue
        if a.page == b.page and _rounded(b.size) == size and 0 < drop < 4 * (a.top - a.bottom):
            found.setdefault(size, []).append(drop)
    return found


def _leading(gaps: list[float], size: float) -> float:
    """The usual distance of baselines: the median of the smaller half, so that gaps between paragraphs do not count."""
    ordered = sorted(gap for gap in gaps if gap > 0.5 * size)
    return median(ordered[: len(ordered) // 2 + 1]) if ordered else 1.3 * size


def paragraphs(pages: Sequence[Page], measures: Measures) -> list[Paragraph]:
    """The blocks of all pages in reading order; a paragraph that goes over a page's end is one."""
    found: list[Paragraph] = []
    notes: list[Paragraph] = []
    for page in pages:
        columns, foot = without_feet(_cut(page.lines, measures), page, measures.size)
        notes.extend(foot)
        own = _columns_joined(columns, measures)
        for paragraph in own:
            paragraph.kind = _celled(paragraph) or _drawn(paragraph, page, measures) or _kind(paragraph, measures)
        _led(own, measures)
        _listed(own, measures)
        before = _last_running(found)
        if own and before is not None and _alike(before, own[0], measures):
            own[0].kind = BlockKind.QUOTE
        if own and before is not None and _goes_on(before, own[0], measures):
            before.lines.extend(own.pop(0).lines)
        found.extend(own)
    return found + notes


def _columns_joined(columns: Sequence[Sequence[Paragraph]], measures: Measures) -> list[Paragraph]:
    """The paragraphs of a page; one that footnotes part from its rest at the head of the next column is one."""
    own: list[Paragraph] = []
    for column in columns:
        rest = list(column)
        if own and rest and _runs(own[-1], rest[0].lines[0], measures):
            own[-1].lines.extend(rest.pop(0).lines)
        own.extend(rest)
    return own


def _cut(lines: Sequence[Line], measures: Measures) -> list[Paragraph]:
    found: list[Paragraph] = []
    for line in lines:
        if not found or _begins(found[-1], line, measures):
            found.append(Paragraph([line]))
        else:
            found[-1].lines.append(line)
    return found


def _begins(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    last, first = paragraph.lines[-1], paragraph.lines[0]
    if last.cell is not None or line.cell is not None:
        return last.cell != line.cell
    drop = last.bottom - line.bottom
    leading = measures.leading(line)
    if abs(drop) < 0.4 * leading:
        return False  # the same line, printed in pieces
    if drop < 0:
        return not _runs(paragraph, line, measures)  # the next column
    if drop > 1.28 * leading or abs(line.size - last.size) > 0.08 * measures.size:
        return not _raised(last, line)
    if _signs(paragraph, line):
        return False
    if _MARKER.match(line.words) and (last.words.endswith(_ENDS) or measures.short(last) or _MARKER.match(first.words)):
        return True
    if min(first.size, line.size) >= 1.15 * measures.size and drop <= 1.28 * leading:
        return abs((line.left + line.right) - (last.left + last.right)) > 8 and abs(line.left - last.left) >= 7
    step = line.left - _row(paragraph, leading).left
    if abs(step) >= 7:
        hanging = step > 0 and last is first and bool(_MARKER.match(first.words) or _BULLET.match(first.words))
        returning = step < 0 and last is first and step > -45
        return not (hanging or returning)
    return last.words.endswith(_ENDS) and measures.room(last, line)


def _signs(paragraph: Paragraph, line: Line) -> bool:
    """Whether the line says who wrote the lines right above it: set in as far, behind a dash ("— Ada Marl, 1902")."""
    last, first = paragraph.lines[-1], paragraph.lines[0]
    even = abs(line.left - last.left) < 2 and abs(first.left - last.left) < 2
    return even and bool(_DASH.match(line.words)) and last.words.endswith(_ENDS) and not _MARKER.match(first.words)


def _row(paragraph: Paragraph, leading: float) -> Line:
    """The first piece of the paragraph's last line, which PDFium may give in pieces."""
    first = paragraph.lines[-1]
    for line in reversed(paragraph.lines[-8:-1]):
        marker = len(line.words) <= 4 and not line.words[-1:].isalnum()
        if marker or abs(line.bottom - first.bottom) >= 0.4 * leading or line.left >= first.left:
            break
        first = line
    return first


def _raised(last: Line, line: Line) -> bool:
    """Whether one of the two is only a raised mark beside the other."""
    beside = last.bottom - last.size < line.top <= last.top + last.size
    return beside and len(line.words) <= 3 and line.words.isdigit()


def _runs(paragraph: Paragraph, line: Line, measures: Measures) -> bool:
    last = paragraph.lines[-1]
    same = abs(line.size - last.size) <= 0.08 * measures.size and last.cell is None and line.cell is None
    if not same or _MARKER.match(line.words) or _BULLET.match(line.words):
        return False
    words = paragraph.words
    unclosed = words.count("“") > words.count("”") or (words.count('"') - len(_INCHES.findall(words))) % 2 == 1
    if line.words[:1].islower():
        return True
    if measures.short(last) and not unclosed:
        return False
    return unclosed or not last.words.endswith(_ENDS)


def _last_running(found: list[Paragraph]) -> Paragraph | None:
    """The paragraph that the next page may go on with."""
    return found[-1] if found and found[-1].kind is not BlockKind.HEADING else None


def _alike(quote: Paragraph, after: Paragraph, measures: Measures) -> bool:
    """Whether what follows a block quotation is set in just as far, too few or too long words though it has."""
    left = quote.lines[-1].left
    even = all(abs(line.left - left) < 2 for line in after.lines) and measures.inset(after.lines[0]) >= 12
    return even and quote.kind is BlockKind.QUOTE and after.kind is BlockKind.PARAGRAPH


def _goes_on(before: Paragraph, after: Paragraph, measures: Measures) -> bool:
    if after.kind is BlockKind.HEADING or (before.kind is BlockKind.QUOTE) != (after.kind is BlockKind.QUOTE):
        return False
    return _runs(before, after.lines[0], measures)


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
    if _MARKER.match(first.words) or _BULLET.match(first.words) or _TRAILED.search(first.words):
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
        if _alike(one, other, measures):
            other.kind = BlockKind.QUOTE


def _listed(own: Sequence[Paragraph], measures: Measures) -> None:
    """Inset blocks that follow one another without a gap are a list whose bullets are drawings, not letters."""
    for one, other in pairwise(paragraph for paragraph in own if paragraph.lines[0].cell is None):
        a, b = one.lines[-1], other.lines[0]
        close = 0 < a.bottom - b.bottom <= 1.28 * measures.leading(b) and abs(one.lines[0].left - b.left) < 2
        if close and BlockKind.QUOTE in (one.kind, other.kind) and measures.inset(b) >= 12:
            one.kind = other.kind = BlockKind.LIST_ITEM
