"""The blocks of a text: paragraphs, items, cells, headings, and in a transcript who says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from quotations.model import Segment, SegmentRole, Span, Text

#: A speaker's label at the beginning of a line: capitals, or one to four names, then a colon.
_LABEL = re.compile(
    r"^[ \t>*_]*(?P<who>(?:[A-Z][A-Z.,'’\-]{1,24}(?:[ \t]+(?:[A-Z][A-Z.,'’\-]{0,24}|\([^()\n]{1,40}\))){0,5})"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep)\.[ \t])?[A-Z][a-zà-ÿ’'\-]{1,20}(?:[ \t]+[A-Z][A-Za-zà-ÿ.’'\-]{0,20}){0,3})[*_]*:[*_]*(?=\s)",
    re.MULTILINE,
)
_FEWEST_LABELS = 4


@dataclass(frozen=True, slots=True)
class Block:
    """One block: where it stands, what it is, who says it (None where nobody is named), where its label ends."""

    span: Span
    role: SegmentRole
    speaker: str | None = None
    label: Span | None = None  #: of the speaker's label, colon included
    junk: bool = False
    item: int | None = None


def blocks_of(text: Text) -> tuple[Block, ...]:
    """The blocks that readers see, in order; paragraphs between blank lines where none are marked."""
    segments = [s for s in text.segments if s.role not in (SegmentRole.HIDDEN, SegmentRole.METADATA)]
    if not segments:
        segments = [Segment(span, SegmentRole.BODY) for span in _paragraphs(text.text)]
    labels = _labels(text.text)
    starts = [span.start for span, _ in labels]
    blocks: list[Block] = []
    speaker: str | None = None
    for segment in segments:
        span = segment.span
        inside = labels[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if segment.role is SegmentRole.HEADING:
            speaker = None
        edges = [where.start for where, _ in inside] + [span.end]
        if edges[0] > span.start:
            blocks.append(_block(segment, Span(span.start, edges[0]), segment.speaker or speaker, None))
        for (where, who), end in zip(inside, edges[1:], strict=True):
            speaker = who
            blocks.append(_block(segment, Span(where.start, end), who, where))
    return tuple(blocks)


def _block(segment: Segment, span: Span, speaker: str | None, label: Span | None) -> Block:
    return Block(span, segment.role, speaker, label, segment.junk, segment.item)


def _paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for gap in re.finditer(r"\n[ \t\r]*\n\s*", text):
        if gap.start() > start:
            spans.append(Span(start, gap.start()))
        start = gap.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def _labels(text: str) -> list[tuple[Span, str]]:
    """The speakers' labels, when the text is a transcript: four or more, of which one comes twice."""
    if ":" not in text:
        return []
    found = [(Span(m.start("who"), m.end()), m["who"].strip(" .,*_")) for m in _LABEL.finditer(text)]
    counts = Counter(who for _, who in found)
    repeated = {who for who, times in counts.items() if times > 1}
    if len(found) < _FEWEST_LABELS or not repeated:
        return []
    return [(span, who) for span, who in found if who in repeated or who.isupper()]
