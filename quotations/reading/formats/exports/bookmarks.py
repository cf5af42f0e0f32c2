"""Bookmark files (``NETSCAPE-Bookmark-file-1``) of browsers and services, and Pocket's old HTML export."""

from __future__ import annotations

import html
import re

from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import MOST, documents
from quotations.reading.formats.exports.values import address, moment
from quotations.reading.formats.markdown.tags import attributes

_ENTRY = re.compile(r"<a\s((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*)>([^<]{0,2000})</a>", re.IGNORECASE)


def read_bookmarks(text: str, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The bookmarked articles; folders and tags are left out."""
    entries: list[Entry] = []
    for match in _ENTRY.finditer(text):
        known = attributes(match[1])
        url = address(known.get("href"))
        if url and len(entries) < MOST:
            title = " ".join(html.unescape(match[2]).split())
            saved = moment(known.get("add_date") or known.get("time_added"))
            entries.append(
                Entry(url=url, title=title if title != url else None, saved_at=saved, how="the bookmark file")
            )
    return documents(entries, "bookmarks", name, base_url)
