"""Pages put together to one text: paragraphs in reading order, then notes, then furniture."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from quotations.model import Segment, SegmentRole, Span, TextLink
from quotations.text.pdf.furniture import furniture
from quotations.text.pdf.lines import Line
from quotations.text.pdf.paragraphs import Paragraph, paragraphs_of

Joined: TypeAlias = tuple[str, tuple[Segment, ...], tuple[Span, ...], tuple[TextLink, ...]]


@dataclass(slots=True)
class Page:
    """What was read from one page."""

    lines: list[Line]
    characters: int
    pictures: bool
    raised: set[int] = field(default_factory=set)  #: indexes of characters that are raised figures
    links: list[tuple[str, int, int]] = field(default_factory=list)  #: address, first character, end
    legible: bool = True  #: whether its characters are what a reader sees


def put_together(pages: list[Page]) -> Joined:
    """Text, segments, note references and links of a document's pages."""
    outside = furniture([page.lines for page in pages])
    body = _common_size(pages, outside)
    main: list[Paragraph] = []
    notes: list[Paragraph] = []
    rest: list[Paragraph] = []
    for number, (page, apart) in enumerate(zip(pages, outside, strict=True), 1):
        kept = [line for index, line in enumerate(page.lines) if index not in apart]
        for paragraph in paragraphs_of(kept, number, body):
            (notes if paragraph.role is SegmentRole.NOTE else main).append(paragraph)
        rest += [
            Paragraph(number, SegmentRole.NAV, [line], [0], text=line.text)
            for index, line in enumerate(page.lines)
            if index in apart
        ]
    return _joined([*main, *notes, *rest], pages)


def _joined(paragraphs: list[Paragraph], pages: list[Page]) -> Joined:
    parts: list[str] = []
    segments: list[Segment] = []
    marks: list[Span] = []
    links: list[TextLink] = []
    length = item = 0
    last: Paragraph | None = None
    for paragraph in paragraphs:
        gap = _gap(last, paragraph)
        parts += [gap, paragraph.text]
        length += len(gap)
        item += paragraph.role is SegmentRole.LIST
        span = Span(length, length + len(paragraph.text))
        listed = item if paragraph.role is SegmentRole.LIST else None
        segments.append(
            Segment(span, paragraph.role, paragraph.page, junk=paragraph.role is SegmentRole.NAV, item=listed)
        )
        marks += _marks(paragraph, pages[paragraph.page - 1].raised, length)
        links += _links(paragraph, pages[paragraph.page - 1].links, length)
        length = span.end
        last = paragraph
    return "".join(parts), tuple(segments), tuple(marks), tuple(links)


def _gap(last: Paragraph | None, following: Paragraph) -> str:
    if last is None:
        return ""
    if last.role is following.role is SegmentRole.BODY and last.goes_on and following.text[:1].islower():
        if last.broken:
            return "\u00ad"
        return "\n" if last.text.endswith("-") else " "
    return "\n\n"


def _marks(paragraph: Paragraph, raised: set[int], offset: int) -> list[Span]:
    """Spans of the note references of a paragraph that begins at *offset*."""
    found: list[Span] = []
    for number, (line, start) in enumerate(zip(paragraph.lines, paragraph.starts, strict=True)):
        at = offset + start
        if number in paragraph.raised:
            found.append(Span(at, at + len(line.text)))
            continue
        for index in range(line.start, line.start + len(line.text)) if raised else ():
            if index not in raised:
                continue
            place = at + index - line.start
            if found and found[-1].end == place:
                found[-1] = Span(found[-1].start, place + 1)
            else:
                found.append(Span(place, place + 1))
    return found


def _links(paragraph: Paragraph, links: list[tuple[str, int, int]], offset: int) -> list[TextLink]:
    """The links that lie over a paragraph's lines, a piece for each line; *offset* is where the paragraph begins."""
    found: list[TextLink] = []
    for line, start in zip(paragraph.lines, paragraph.starts, strict=True) if links else ():
        for address, first, end in links:
            low, high = max(first, line.start), min(end, line.start + len(line.text))
            if low < high:
                at = offset + start - line.start
                found.append(TextLink(address, Span(at + low, at + high)))
    return found


def _common_size(pages: list[Page], outside: list[set[int]]) -> float:
    """The height of letters in which most of the document is set, furniture left aside."""
    sizes: Counter[float] = Counter()
    for page, apart in zip(pages, outside, strict=True):
        for index, line in enumerate(page.lines):
            if index not in apart:
                sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
