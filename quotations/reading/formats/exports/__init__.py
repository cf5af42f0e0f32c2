"""Exports of read-later and bookmark services: lists of articles, some with their text and the reader's highlights.

Shapes as the services' own documentation and the importers of Karakeep and wallabag have them.
"""

from __future__ import annotations

from quotations.errors import EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry, document

__all__ = ["MOST", "documents"]

MOST = 20_000  #: entries of one list


def documents(entries: list[Entry], format: str, name: str | None, base_url: str | None) -> tuple[Document, ...]:
    """The documents of a list's entries that say anything; raises EmptyInput when there is none."""
    entries = [e for e in entries if e.url or e.title or e.text or e.html or e.highlights]
    if not entries:
        raise EmptyInput("The list holds no article.", hint="Export it again.", subject=name or "")
    return tuple(document(entry, format, base_url) for entry in entries[:MOST])
