"""Where a document has its notes: lists under a heading that says so, and blocks that turn out to be notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import BlockKind, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.words import visible

HEADING = re.compile(
    r"(?i)^\W*(?:foot|end)?(?:notes?|references|sources|citations|bibliography|works cited|literature|"
    r"anmerkungen|fu(?:ß|ss)noten|quellen|literatur|einzelnachweise|notes et r[eé]f[eé]rences|r[eé]f[eé]rences|"
    r"notas|fuentes|referencias|note|fonti|bibliografia|bibliografía|noten|bronnen)\W*$"
)
_ENTRY_ID = re.compile(r"(?i)(?:citeref|bib(?:item|ref)?[-_.:]?|ref-|cite\.)\w")


def listed(draft: Draft) -> list[int]:
    """The blocks, by index, that are entries of a reference list: under a heading that says so, or set apart as one."""
    found, under = [], False
    for index, block in enumerate(draft.blocks):
        words = visible(draft, block.span) if len(block.span) < 60 else ""
        if words and HEADING.match(words.strip("#*_ :")):
            under = True
        elif block.kind is BlockKind.HEADING:
            under = False
        elif any(map(_ENTRY_ID.match, block.ids)) or (block.note is None and (under or block.region is Region.LIST)):
            found.append(index)
    return found


def set_apart(draft: Draft, notes: Mapping[int, str]) -> None:
    """Make notes of the blocks of these indexes, each with its id, and of the links in them."""
    held: list[tuple[Span, str]] = []
    for index, note in notes.items():
        block = draft.blocks[index]
        held.append((block.span, note))
        draft.blocks[index] = replace(
            block,
            kind=BlockKind.NOTE,
            note=note,
            region=Region.NOTES,
            region_reason="note that a mark leads to",
            quote_depth=0,
            quote_group=None,
        )
    held.sort()
    starts = [span.start for span, _ in held]
    for at, link in enumerate(draft.links):
        place = bisect_right(starts, link.span.start) - 1
        if place >= 0 and held[place][0].holds(link.span) and link.note is None and not link.back_link:
            draft.links[at] = replace(link, in_note=held[place][1], region=Region.NOTES, region_reason="in a note")
