"""Kindle's ``My Clippings.txt``: what a reader marked in books, a book an article, each clipping between rows of "=".

A clipping is the book's title with its author in parentheses, a line that says what was marked where and when (in the
device's language), a blank line and the words. Notes and bookmarks have no words of the book.
"""

from __future__ import annotations

import re

from quotations.reading.document import Document
from quotations.reading.formats.bylines import names
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import documents

_ROW = re.compile(r"^={10}[ \t\r]*$", re.MULTILINE)
_AUTHOR = re.compile(r"\s*\(([^()]{1,200})\)\s*$")
#: Highlight, in the languages that the device speaks.
_MARKED = re.compile(
    r"(?i)highlight|markierung|surlignement|subrayado|evidenziazione|destaque|markering|выдел|标注|ハイライト"
)
_SAID = re.compile(r"^\s*-\s")


def is_clippings(text: str) -> bool:
    """Whether a file begins as such a file does."""
    first = text.lstrip("\ufeff \r\n").split("\n", 3)
    return len(first) >= 3 and bool(_SAID.match(first[1])) and "|" in first[1] and bool(_ROW.search(text[:20_000]))


def read_clippings(text: str, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The books of the file, each with the words that were marked in it; raises EmptyInput when there are none."""
    books: dict[str, list[str]] = {}
    for clipping in _ROW.split(text.lstrip("\ufeff").replace("\r\n", "\n")):
        lines = clipping.strip().split("\n")
        if len(lines) >= 3 and _SAID.match(lines[1]) and _MARKED.search(lines[1]):
            books.setdefault(lines[0].strip("\ufeff "), []).append("\n".join(lines[2:]).strip())
    entries = []
    for book, marked in books.items():
        author = _AUTHOR.search(book)
        entries.append(
            Entry(
                title=book[: author.start()] if author else book,
                author=names(author[1], inverted=True) if author else None,
                highlights=tuple(dict.fromkeys(words for words in marked if words)),
                how="the Kindle clippings",
            )
        )
    return documents(entries, "kindle", name, base_url)
