"""Saved web pages: the HTML reader, and what Wikipedia's citations quote."""

from __future__ import annotations

from quotations.reading.document import Document


def read_page(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The document that a saved page is."""
    from quotations.reading.formats.noted import given_in_notes
    from quotations.reading.html import read_html

    return given_in_notes(read_html(data, name=name, base_url=base_url))
