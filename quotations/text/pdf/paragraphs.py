"""Lines to blocks: paragraphs, headings, list items and notes, by their distance, size and place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from quotations.model import SegmentRole
from quotations.text.pdf.lines import SOFT_HYPHEN, Line
from quotations.text.pdf.marks import is_raised

_ITEM = re.compile(r"(?:[•▪●◦‣·–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S|[•▪●◦‣]$")
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\])[.)]?\s?\S")
_ENDED = re.compile(r"[.!?:;…][\"”’'»)\]\d]{0,4}$")
_HYPHENS = ("-", "‐", "‑")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, on one page."""

    page: int
    role: SegmentRole
    lines: list[Line] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)  #: where each line begins in the text
    raised: list[int] = field(default_factory=list)  #: indexes of lines that are note references
    text: str = ""
    broken: bool = False  #: whether its last word goes on in the next paragraph

    @property
    def goes_on(self) -> bool:
        """Whether its last sentence has not ended."""
        return self.broken or self.text.endswith(_HYPHENS) or not _ENDED.search(self.text[-8:])


def paragraphs_of(lines: list[Line], page: int, body: float) -> list[Paragraph]:
    """The paragraphs of a page's lines in reading order; *body* is the height of the document's common letters."""
    groups: list[list[Line]] = []
    pitch = _pitch(lines)
    for line in lines:
        if groups and _joins(groups[-1], line, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_paragraph(group, page, body) for group in groups]


def _pitch(lines: list[Line]) -> float:
    """The common distance of neighbouring lines, in line heights."""
    steps = [
        (one.middle - other.middle) / one.height
        for one, other in pairwise(lines)
        if one.height > 0 and 0 < one.middle - other.middle < 3 * one.height
    ]
    return median(steps) if steps else 1.2


def _joins(group: list[Line], line: Line, pitch: float) -> bool:
    """Whether *line* goes on with the paragraph of *group*."""
    last = group[-1]
    if last.broken:
        return True
    height = max(last.height, 1.0)
    step = (last.middle - line.middle) / height
    if abs(last.middle - line.middle) < 0.6 * height and line.left >= last.right - height:
        return True  # a drop capital, a raised figure or a cell of the same row
    # Fonts of one size have boxes of several heights; a sentence that goes on outweighs a difference.
    goes_on = not _ENDED.search(last.text[-8:]) and line.text[0].islower()
    reach, difference = (1.7, 0.45) if goes_on else (1.35, 0.18)
    if not 0 < step < reach * pitch or abs(last.size - line.size) > difference * last.size:
        return False
    if _ITEM.match(line.text) and (not _ITEM.match(group[0].text) or line.left <= group[0].left + height):
        return False
    return not _opens_paragraph(group, line, height)


def _opens_paragraph(group: list[Line], line: Line, height: float) -> bool:
    """An indented line, or one after a line that ended early, begins a paragraph when the sentence before has ended."""
    last = group[-1]
    if not _ENDED.search(last.text[-8:]):
        return False
    edge = min(one.left for one in group[-4:])
    if line.left > edge + 0.6 * height and len(group) > 1 and not _ITEM.match(group[0].text):
        return True
    width = max(one.right for one in group[-6:]) - edge
    return len(group) > 1 and last.right < max(line.right, edge + width) - 0.25 * width


def _paragraph(group: list[Line], page: int, body: float) -> Paragraph:
    made = Paragraph(page, _role(group, body))
    parts: list[str] = []
    length = 0
    for index, line in enumerate(group):
        made.starts.append(length)
        if index and is_raised(group[index - 1], line):
            made.raised.append(index)
        text = line.text
        if index + 1 < len(group):
            text += _link(line, group[index + 1])
        parts.append(text)
        length += len(text)
    made.lines, made.text, made.broken = group, "".join(parts), group[-1].broken
    return made


def _link(line: Line, following: Line) -> str:
    """What stands between two lines: nothing inside a word, a line end after a hyphen that may be one of spelling."""
    if line.broken:
        return SOFT_HYPHEN
    if line.text.endswith(_HYPHENS) and line.text[-2:-1].isalpha():
        return "\n"
    if line.size > 1.6 * following.size and len(line.text) <= 2 and line.text[-1:].isalpha():
        return "" if following.text[:1].islower() or following.left - line.right < 0.1 * line.height else " "
    return "" if is_raised(line, following) and following.left - line.right < 0.3 * line.height else " "


def _role(group: list[Line], body: float) -> SegmentRole:
    size = median(line.size for line in group)
    text = group[0].text
    if size > 1.15 * body and sum(len(line.text) for line in group) < 300 and len(group) <= 5:
        return SegmentRole.HEADING
    if size < 0.93 * body and _NOTE.match(text):
        return SegmentRole.NOTE
    return SegmentRole.LIST if _ITEM.match(text) else SegmentRole.BODY
