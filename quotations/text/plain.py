"""Plain text: paragraphs, pages and soft wraps as they stand; nothing of the characters is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.model import Segment, SegmentRole, Span, Text
from quotations.text.references import bracketed_marks
from quotations.text.transcripts import with_speakers

_BLANK = re.compile(r"[ \t\r\f\v]*\n(?:[ \t\r\v]*\n)+|\f")
_ITEM = re.compile(r"[ \t]{0,8}(?:[-*•·–]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t]+\S")
_HEADING = re.compile(r"#{1,6} \S|[^\n]{1,120}\n(?:={3,}|-{3,})[ \t]*(?:\n|$)")
_RULE_LINE = re.compile(r"[\s*_=~#-]{3,}")


def text_of(words: str, *, media_type: str = "text/plain", charset: str | None = None) -> Text:
    """The Text of pasted or plain words; offsets count in the words themselves, every line end is a line feed."""
    text = words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words
    segments = tuple(_blocks(text))
    return Text(
        text=text,
        segments=with_speakers(text, segments),
        media_type=media_type,
        charset=charset,
        note_marks=tuple(bracketed_marks(text, segments)),
    )


def _blocks(text: str) -> Iterator[Segment]:
    page = 1 if "\f" in text else None
    at = 0
    item = 0
    for gap in _BLANK.finditer(text):
        for segment in _block(text, at, gap.start(), page, item):
            item = segment.item or item
            yield segment
        if page is not None:
            page += gap[0].count("\f")
        at = gap.end()
    yield from _block(text, at, len(text), page, item)


def _block(text: str, start: int, end: int, page: int | None, item: int) -> Iterator[Segment]:
    """The block between two empty lines: one segment, or one an item where each line opens one."""
    while start < end and text[start].isspace() and text[start] not in " \t":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    if _RULE_LINE.fullmatch(text, start, end):
        yield Segment(Span(start, end), SegmentRole.BODY, page, junk=True)
        return
    if _HEADING.match(text, start, end):
        line = text.find("\n", start, end)
        if line < 0 or _HEADING.fullmatch(text, start, end):
            yield Segment(Span(start, end), SegmentRole.HEADING, page)
            return
    marks = [
        found.start()
        for found in re.finditer(r"^", text[start:end], re.M)
        if _ITEM.match(text, start + found.start(), end)
    ]
    if not marks or (marks[0] != 0 and len(marks) < 2):
        yield Segment(Span(start, end), SegmentRole.BODY, page)
        return
    if marks[0] != 0:
        yield from _trimmed(text, start, start + marks[0], SegmentRole.BODY, page, None)
    for number, mark in enumerate(marks, 1):
        stop = marks[number] if number < len(marks) else end - start
        yield from _trimmed(text, start + mark, start + stop, SegmentRole.LIST, page, item + number)


def _trimmed(
    text: str, start: int, end: int, role: SegmentRole, page: int | None, item: int | None
) -> Iterator[Segment]:
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Segment(Span(start, end), role, page, item=item)
