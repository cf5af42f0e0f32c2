"""How much a page shows of its own, so that a notice can be told from an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quotations.model import Segment, SegmentRole, Text

#: The roles of what a reader sees.
SHOWN = frozenset(SegmentRole) - {SegmentRole.HIDDEN, SegmentRole.METADATA}
_FRAME = frozenset({SegmentRole.NAV, SegmentRole.TEASER, SegmentRole.COMMENTS})
_PROSE = frozenset({SegmentRole.BODY, SegmentRole.QUOTE, SegmentRole.LIST, SegmentRole.NOTE, SegmentRole.CODE})
#: A block of so many letters is a paragraph that somebody wrote, not a line of a notice.
PARAGRAPH = 140
#: So many letters in paragraphs make an article.
ESSAY = 800
#: So many letters in paragraphs are no notice any more, whatever the title says.
PROSE = 500
#: Below so many letters of its own a page may be nothing but a notice.
SHORT = 1500
#: A heading that is a link, and fewer letters under it, is a teaser for another page.
_TEASER = 400
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
    def told(self) -> bool:
        """Whether somebody tells something on the page, so that a title which only begins as a notice does is no notice."""
        return self.essay >= PROSE

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
    links = [(link.span.start, link.span.end) for link in text.links if not link.href.startswith("#")]
    tally = _Tally()
    at = 0
    for segment in text.segments:
        if segment.role not in SHOWN:
            continue
        words = text.text[segment.span.start : segment.span.end]
        size = letters(words)
        tally.shown += size
        if segment.role not in _FRAME and not segment.junk:
            inside, at = _linked(segment, links, at)
            tally.take(segment.role, words, size, max(size - inside, 0))
    return tally.page()


@dataclass(slots=True)
class _Tally:
    """What has been counted so far; paragraphs wait until their section ends, since a teaser's are no article."""

    shown: int = 0
    own: int = 0
    essay: int = 0
    waiting: int = 0
    teaser: bool = False
    blocks: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)

    def take(self, role: SegmentRole, words: str, size: int, mine: int) -> None:
        """Count one block of *size* letters, of which *mine* are no link's."""
        self.own += mine
        if role is SegmentRole.HEADING:
            self._end_section()
            self.teaser = mine * 5 < size
            self.headings.append(words)
        elif role in _PROSE and mine >= PARAGRAPH:
            self.waiting += mine
        if len(self.blocks) < _MOST_BLOCKS:
            self.blocks.append(words)

    def page(self) -> Page:
        """The measures."""
        self._end_section()
        return Page(self.shown, self.own, self.essay, tuple(self.blocks), tuple(self.headings[:_MOST_BLOCKS]))

    def _end_section(self) -> None:
        if not self.teaser or self.waiting >= _TEASER:
            self.essay += self.waiting
        self.waiting = 0


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
