"""Printed lines put together again into paragraphs, in reading order and over the ends of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.document import BlockKind
from quotations.reading.formats.pdf import block_kinds
from quotations.reading.formats.pdf.block_kinds import BULLET, MARKER
from quotations.reading.formats.pdf.feet import without_feet
from quotations.reading.formats.pdf.measures import ENDS, Measures
from quotations.reading.formats.pdf.page import Line, Page
from quotations.reading.formats.pdf.paragraph import Paragraph

_DASH = re.compile(r"[—–―]\s*\S")
_INCHES = re.compile(r"\d\"(?!\w)")


def paragraphs(pages: Sequence[Page], measures: Measures) -> list[Paragraph]:
    """The blocks of all pages in reading order; a paragraph that goes over a page's end is one."""
    found: list[Paragraph] = []
    notes: list[Paragraph] = []
    for page in pages:
        columns, foot = without_feet(_cut(page.lines, measures), page, measures.size)
        notes.extend(foot)
        own = _columns_joined(columns, measures)
        block_kinds.tell(own, page, measures)
        before = _last_running(found)
        if own and before is not None and block_kinds.alike(before, own[0], measures):
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
    if MARKER.match(line.words) and (last.words.endswith(ENDS) or measures.short(last) or MARKER.match(first.words)):
        return True
    if min(first.size, line.size) >= 1.15 * measures.size and drop <= 1.28 * leading:
        return abs((line.left + line.right) - (last.left + last.right)) > 8 and abs(line.left - last.left) >= 7
    step = line.left - _row(paragraph, leading).left
    if abs(step) >= 7:
        hanging = step > 0 and last is first and bool(MARKER.match(first.words) or BULLET.match(first.words))
        returning = step < 0 and last is first and step > -45
        return not (hanging or returning)
    return last.words.endswith(ENDS) and measures.room(last, line)


def _signs(paragraph: Paragraph, line: Line) -> bool:
    """Whether the line says who wrote the lines right above it: set in as far, behind a dash ("— Ada Marl, 1902")."""
    last, first = paragraph.lines[-1], paragraph.lines[0]
    even = abs(line.left - last.left) < 2 and abs(first.left - last.left) < 2
    return even and bool(_DASH.match(line.words)) and last.words.endswith(ENDS) and not MARKER.match(first.words)


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
    if not same or MARKER.match(line.words) or BULLET.match(line.words):
        return False
    words = paragraph.words
    unclosed = words.count("“") > words.count("”") or (words.count('"') - len(_INCHES.findall(words))) % 2 == 1
    if line.words[:1].islower():
        return True
    if measures.short(last) and not unclosed:
        return False
    return unclosed or not last.words.endswith(ENDS)


def _last_running(found: list[Paragraph]) -> Paragraph | None:
    """The paragraph that the next page may go on with."""
    return found[-1] if found and found[-1].kind is not BlockKind.HEADING else None


def _goes_on(before: Paragraph, after: Paragraph, measures: Measures) -> bool:
    if after.kind is BlockKind.HEADING or (before.kind is BlockKind.QUOTE) != (after.kind is BlockKind.QUOTE):
        return False
    return _runs(before, after.lines[0], measures)
