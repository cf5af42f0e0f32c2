"""What a page shows without mark-up for it: bare addresses, numbered notes, text directives, byline and date line.

The rules are those of plain text (`quotations.reading.formats`), applied to what the page's mark-up leaves open.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Document, InlineKind, Link, Region
from quotations.reading.formats import addresses, authoryear, copied, fragments, note_list, notes
from quotations.reading.formats.draft import Draft
from quotations.urls import clean

#: Why a block that is set apart may still name the author, the day or the first place of publication.
_CREDITS = ("class byline", "class author", "class post-meta", "class entry-meta", "element header", "class metadata")


def completed(document: Document, numbers: dict[int, int], *, marked: bool) -> Document:
    """*document* with what its words alone say; *numbers* are its list items', *marked* if its notes are known."""
    draft = Draft(
        document.text,
        blocks=list(document.blocks),
        links=list(document.links),
        inlines=list(document.inlines),
        skip=list(document.skip),
        base_url=document.base_url,
        numbers=numbers,
    )
    _bare(draft)
    if document.url:
        draft.facts["url"] = document.url
    if not marked:
        draft.raised += _raised(document)
        notes.resolve(draft)
    else:
        authoryear.resolve(draft, note_list.listed(draft))
    fragments.given(draft)
    made = draft.document(document.format)
    return _credited(replace(document, blocks=made.blocks, links=made.links, inlines=made.inlines, skip=made.skip))


def _bare(draft: Draft) -> None:
    """Take addresses that stand in the text and in no link as links.

    One that a print style sheet wrote behind its own link is that link's, and no word of the text.
    """
    linked = sorted((link for link in draft.links if len(link.span)), key=lambda link: link.span)
    starts = [link.span.start for link in linked]
    for start, end in addresses.bare(draft.text):
        at = bisect_left(starts, end) - 1
        before = linked[at] if at >= 0 else None
        if before is not None and before.span.end > start:
            continue
        if before is not None and _printed_behind(draft.text, before, start, end):
            draft.hide(before.span.end, end + 1)
            continue
        block = bisect_left(draft.blocks, start + 1, key=lambda block: block.span.start) - 1
        note = draft.blocks[block].note if block >= 0 else None
        href = addresses.completed(draft.text[start:end])
        draft.links.append(Link(span=Span(start, end), href=href, element="bare", in_note=note))
        if block >= 0 and addresses.written_out(draft.text, draft.blocks[block].span.start, start, end):
            draft.hide(start - 1, end + 1)


def _printed_behind(text: str, link: Link, start: int, end: int) -> bool:
    """Whether text[start:end], in brackets, is the address of the link before it."""
    if (
        text[start - 1 : start] + text[end : end + 1] not in ("()", "[]", "<>")
        or text[link.span.end : start - 1].strip()
    ):
        return False
    return addresses.completed(text[start:end]).rstrip("/") == clean(link.href).rstrip("/")


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
