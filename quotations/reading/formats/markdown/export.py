"""What reading services write at the head of the Markdown that they export (Readwise's template, and its like).

A list under "Metadata" names author, full title and address, and the highlights below are the reader's quotations
of that address: their source is given, and the exported note is nobody's publication.
"""

from __future__ import annotations

import re

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Inline, InlineKind
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.words import visible

_METADATA = re.compile(r"(?i)^\W*(?:metadata|article metadata|properties)\W*$")
_HIGHLIGHTS = re.compile(r"(?i)^\W*(?:highlights?|new highlights? added.*|annotations?)\W*$")
_PAIR = re.compile(
    r"(?i)^(author|authors|full title|title|url|source|category|document note|published|date)\s*:{1,2}\s*"
)
_BACK = re.compile(r"(?i)^\W*(?:view highlight|location \d+|page \d+|read in .*|open in .*|view in .*|\u2197|link)\W*$")
_FACTS = {"full title": "title", "author": "author", "authors": "author", "published": "published"}


def facts(draft: Draft) -> None:
    """Take the facts of the metadata list and mark the highlights as given quotations, when this is such a file."""
    start = next((i for i, block in enumerate(draft.blocks) if _heads(draft, block, _METADATA)), None)
    if start is None:
        return
    source: str | None = None
    for block in draft.blocks[start + 1 :]:
        if block.kind is BlockKind.HEADING:
            break
        words = visible(draft, block.span)
        if pair := _PAIR.match(words):
            key, value = pair[1].lower(), words[pair.end() :].strip()
            if key in _FACTS:
                draft.note(_FACTS[key], value.strip("[]#"), f"metadata list: {key}")
            elif key in ("url", "source") and source is None:
                source = next((x.href for x in draft.links if block.span.holds(x.span)), None)
    if source:
        _highlights(draft, start, source)


def _highlights(draft: Draft, start: int, source: str) -> None:
    below = False
    for block in draft.blocks[start + 1 :]:
        if block.kind is BlockKind.HEADING:
            below = below or _heads(draft, block, _HIGHLIGHTS)
        elif below and block.kind in (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PARAGRAPH):
            end = block.span.end
            for link in draft.links:
                if block.span.holds(link.span) and _BACK.match(link.span.of(draft.text)):
                    end = min(end, link.span.start)
            words = draft.text[block.span.start : end].rstrip(" ([\n\t\r")
            if words and not words.startswith(("Tags:", "Note:", "**Tags", "**Note")):
                span = Span(block.span.start, block.span.start + len(words))
                draft.inlines.append(Inline(span=span, kind=InlineKind.GIVEN_QUOTE, cite=source))


def _heads(draft: Draft, block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind is BlockKind.HEADING and bool(pattern.match(visible(draft, block.span)))
