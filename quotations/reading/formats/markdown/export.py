"""What clippers and reading services write at the head of the Markdown that they export.

Readwise's and its like: a list under "Metadata" names author, full title and address. Omnivore's and its like: a link
"Read Original". The highlights below are the reader's quotations of that address: their source is given, and the
exported note is nobody's publication. MarkDownload's: the page's excerpt as a block quotation, which quotes nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Inline, InlineKind, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.words import visible

_METADATA = re.compile(r"(?i)^\W*(?:metadata|article metadata|properties)\W*$")
_HIGHLIGHTS = re.compile(
    r"(?i)^\W*(?:my )?(?:highlights?(?: & notes| and notes)?|new highlights? added.*|annotations?)\W*$"
)
_EXCERPT = re.compile(r"(?i)^\W*excerpt\W*$")
_ORIGINAL = re.compile(
    r"(?i)^\W*(?:read (?:the )?original|original(?: (?:article|source|url|link))?|source(?: url)?|view original)\W*$"
)
_PAIR = re.compile(
    r"(?i)^(author|authors|full title|title|url|source|category|document note|published|date)\s*:{1,2}\s*"
)
_BACK = re.compile(r"(?i)^\W*(?:view highlight|location \d+|page \d+|(?:read|open|view) in .*|link|[↗⤴↩🔗]\ufe0f?)\W*$")
_FACTS = {"full title": "title", "author": "author", "authors": "author", "published": "published"}
_ANCHOR = re.compile(r"\s*\^[\w-]{4,40}\s*$")


def facts(draft: Draft) -> None:
    """Take the facts of the head and mark the highlights as given quotations, when this is such a file."""
    _excerpt(draft)
    below = next((i for i, block in enumerate(draft.blocks) if _heads(draft, block, _HIGHLIGHTS)), None)
    if below is None:
        return
    source = _metadata(draft) or _original(draft, draft.blocks[below].span.start)
    if source:
        _highlights(draft, below, source)


def _metadata(draft: Draft) -> str | None:
    """Take the facts of a list under "Metadata"; the address that it names."""
    start = next((i for i, block in enumerate(draft.blocks) if _heads(draft, block, _METADATA)), None)
    source: str | None = None
    for block in draft.blocks[start + 1 :] if start is not None else ():
        if block.kind is BlockKind.HEADING:
            break
        words = visible(draft, block.span)
        if pair := _PAIR.match(words):
            key, value = pair[1].lower(), words[pair.end() :].strip()
            if key in _FACTS:
                draft.note(_FACTS[key], value.strip("[]#"), f"metadata list: {key}")
            elif key in ("url", "source") and source is None:
                source = _source(draft, block)
    return source


def _source(draft: Draft, block: Block) -> str | None:
    """The address in a line of the list, which is no furniture whatever stands around it."""
    for at, link in enumerate(draft.links):
        if block.span.holds(link.span):
            draft.links[at] = replace(link, region=Region.LIST, region_reason="where the highlights were made")
            return link.href
    return None


def _original(draft: Draft, before: int) -> str | None:
    """The address of the link to the original above the highlights."""
    for link in draft.links:
        if link.span.start < before and _ORIGINAL.match(visible(draft, link.span)):
            return link.href
    return None


def _highlights(draft: Draft, heading: int, source: str) -> None:
    for block in draft.blocks[heading + 1 :]:
        if block.kind is BlockKind.HEADING:
            continue
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.PARAGRAPH):
            continue
        end = block.span.end
        if anchor := _ANCHOR.search(draft.text, block.span.start, end):
            end = anchor.start()
        for at, link in enumerate(draft.links):
            if block.span.holds(link.span) and _BACK.match(visible(draft, link.span)):
                end = min(end, link.span.start)
                draft.links[at] = replace(link, region=Region.CHROME, region_reason="leads back into the reading app")
        words = draft.text[block.span.start : end].rstrip(" ([\n\t\r")
        if words and not re.match(r"\W*(?:Tags|Note)s?:", words):
            span = Span(block.span.start, block.span.start + len(words))
            draft.inlines.append(Inline(span=span, kind=InlineKind.GIVEN_QUOTE, cite=source))


def _excerpt(draft: Draft) -> None:
    """Set the clipper's excerpt apart: a block quotation that begins with that heading."""
    groups = {b.quote_group for b in draft.blocks if b.quote_group is not None and _heads(draft, b, _EXCERPT)}
    for index, block in enumerate(draft.blocks):
        if block.quote_group in groups:
            draft.blocks[index] = replace(
                block,
                kind=BlockKind.PARAGRAPH,
                quote_depth=0,
                quote_group=None,
                region=Region.CHROME,
                region_reason="the clipper's excerpt",
            )


def _heads(draft: Draft, block: Block, pattern: re.Pattern[str]) -> bool:
    return block.kind is BlockKind.HEADING and bool(pattern.match(visible(draft, block.span)))
