"""What a page shows without mark-up for it: bare addresses, numbered notes, text directives, byline and date line.

The rules are those of plain text (`quotations.reading.formats`), applied to what the page's mark-up leaves open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Document, InlineKind, Link, Region
from quotations.reading.formats import addresses, copied, fragments, notes
from quotations.reading.formats.draft import Draft

#: Why a block that is set apart may still name the author, the day or the first place of publication.
_CREDITS = ("class byline", "class author", "class post-meta", "class entry-meta", "element header", "class metadata")


def completed(document: Document, numbers: dict[int, int], *, marked: bool) -> Document:
    """*document* with what its words alone say; *numbers* are its list items', *marked* if its notes are known."""
    draft = Draft(
        document.text,
        blocks=list(document.blocks),
        links=[*document.links, *_bare(document)],
        inlines=list(document.inlines),
        skip=list(document.skip),
        base_url=document.base_url,
        numbers=numbers,
    )
    if document.url:
        draft.facts["url"] = document.url
    if not marked:
        draft.raised += _raised(document)
        notes.resolve(draft)
    fragments.given(draft)
    made = draft.document(document.format)
    return _credited(replace(document, blocks=made.blocks, links=made.links, inlines=made.inlines, skip=made.skip))


def _bare(document: Document) -> list[Link]:
    """Addresses that stand in the text and in no link."""
    taken = sorted(link.span for link in document.links if len(link.span))
    starts = [span.start for span in taken]
    found = []
    for start, end in addresses.bare(document.text):
        at = bisect_left(starts, end) - 1
        if at < 0 or taken[at].end <= start:
            found.append(
                Link(span=Span(start, end), href=addresses.completed(document.text[start:end]), element="bare")
            )
    return found


def _raised(document: Document) -> list[Span]:
    """Raised numbers that are no links: marks whose notes are to be found by their number."""
    return [
        inline.span
        for inline in document.inlines
        if inline.kind is InlineKind.SUPERSCRIPT and inline.span.of(document.text).strip("[]").isdecimal()
    ]


def _credited(document: Document) -> Document:
    """*document* with author, day and first publication as its own lines name them, where nothing better does."""
    shown = tuple(
        block
        for block in document.blocks
        if not block.quote_depth and (block.region is Region.MAIN or block.region_reason.startswith(_CREDITS))
    )
    if not shown:
        return document
    told = copied.informed(replace(document, blocks=shown))
    return replace(told, blocks=document.blocks)
