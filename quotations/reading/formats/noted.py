"""Quotations inside notes: the words that an author copied from the source beside its address (CS1's ``quote=``)."""

from __future__ import annotations

from dataclasses import replace

from quotations.reading.document import BlockKind, Document, Inline, InlineKind


def given_in_notes(document: Document) -> Document:
    """*document* with each ``q`` of a note that names a source made a quotation whose source is given."""
    inlines = tuple(_given(document, inline) for inline in document.inlines)
    return replace(document, inlines=inlines) if inlines != document.inlines else document


def _given(document: Document, inline: Inline) -> Inline:
    if inline.kind is not InlineKind.Q or inline.cite:
        return inline
    block = next((b for b in document.blocks if b.span.holds(inline.span)), None)
    if block is None or block.kind is not BlockKind.NOTE:
        return inline
    hrefs = [
        link.href for link in document.links if link.in_note == block.note and not link.back_link and link.note is None
    ]
    return replace(inline, kind=InlineKind.GIVEN_QUOTE, cite=hrefs[0]) if hrefs else inline
