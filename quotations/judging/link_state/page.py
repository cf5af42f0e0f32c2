"""How much a page shows of its own, so that a notice can be told from an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quotations.model import Segment, SegmentRole, Text

#: The roles of what a reader sees.
SHOWN = frozenset(SegmentRole) - {SegmentRole.HIDDEN, SegmentRole.METADATA}
_FRAME = frozenset({SegmentRole.NAV, SegmentRole.TEASER, SegmentRole.COMMENTS})
_PROSE = frozenset({SegmentRole.BODY, SegmentRole.QUOTE, SegmentRole.LIST, SegmentRole.NOTE, SegmentRole.CODE})
#: A block of so many letters is a paragraph that somebody wrote, not a line of a notice.
PARAGRAPH = 140
#: So many letters in paragraphs make an article.
ESSAY = 800
#: Below so many letters of its own a page may be nothing but a notice.
SHORT = 1500
_MOST_BLOCKS = 400
#: One of these says as much as two or three letters.
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Page:
    """Measures of one text, in letters of an alphabet (a Chinese character counts for two and a half)."""

    shown: int = 0  #: all that a reader sees
    own: int = 0  #: without navigation, teasers, comments and the words of links
    essay: int = 0  #: what stands in paragraphs
    blocks: tuple[str, ...] = ()  #: its own first blocks, headings among them
    headings: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether somebody's article stands on the page."""
        return self.essay >= ESSAY

    @property
    def bare(self) -> bool:
        """Whether the page may be nothing but a notice, a form or a wall."""
        return self.own < SHORT and not self.whole


def measure(text: Text | None) -> Page:
    """The measures of *text*; all zero when there is none."""
    if text is None:
        return Page()
    if not text.segments:
        lines = [line.strip() for line in text.text[:100_000].split("\n") if line.strip()]
        size = letters(text.text)
        return Page(size, size, sum(letters(line) for line in lines), tuple(lines[:_MOST_BLOCKS]))
    linked = [(link.span.start, link.span.end) for link in text.links]
    shown = own = essay = at = 0
    blocks: list[str] = []
    headings: list[str] = []
    for segment in text.segments:
        if segment.role not in SHOWN:
            continue
        words = text.text[segment.span.start : segment.span.end]
        size = letters(words)
        shown += size
        if segment.role in _FRAME or segment.junk:
            continue
        inside, at = _linked(segment, linked, at)
        mine = max(size - inside, 0)
        own += mine
        if segment.role is SegmentRole.HEADING:
            headings.append(words)
        elif segment.role in _PROSE and mine >= PARAGRAPH:
            essay += mine
        if len(blocks) < _MOST_BLOCKS:
            blocks.append(words)
    return Page(shown, own, essay, tuple(blocks), tuple(headings[:_MOST_BLOCKS]))


def letters(words: str) -> int:
    """How much *words* say, in letters of an alphabet."""
    return len(words) if words.isascii() else len(words) + int(1.5 * len(_DENSE.findall(words)))


def _linked(segment: Segment, links: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """Code points of *segment* that are the words of links, and where in *links* to go on."""
    inside = 0
    while at < len(links) and links[at][1] <= segment.span.start:
        at += 1
    here = at
    while here < len(links) and links[here][0] < segment.span.end:
        inside += min(links[here][1], segment.span.end) - max(links[here][0], segment.span.start)
        here += 1
    return inside, at
