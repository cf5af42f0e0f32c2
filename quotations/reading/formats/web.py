"""Saved web pages: the HTML reader, and what Wikipedia's citations and Zotero's notes quote."""

from __future__ import annotations

from quotations.reading.document import Document
from quotations.reading.formats.zotero.notes import given_in_note, is_note


def read_page(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The document that a saved page is."""
    from quotations.reading.formats.noted import given_in_notes
    from quotations.reading.html import read_html

    page: bytes | str = data
    if is_note(data):
        from quotations.text.decoding import decode

        page = given_in_note(decode(data, html=True)[0])
    return given_in_notes(read_html(page, name=name, base_url=base_url))
