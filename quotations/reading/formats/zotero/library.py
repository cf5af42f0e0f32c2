"""Zotero's database (``zotero.sqlite``): its items with what was highlighted in them, and the notes written of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from quotations.errors import DamagedInput, EmptyInput, UnknownFormat
from quotations.reading.document import Document
from quotations.reading.formats.draft import informed
from quotations.reading.formats.entries import Entry, document
from quotations.reading.formats.exports import MOST
from quotations.reading.formats.exports.values import address, words
from quotations.reading.formats.zotero.notes import given_in_note

#: So many thousand steps of the database's machine are enough for any library; a view made to run for ever is not one.
_STEPS = 20_000
_FIELDS = ("title", "url", "DOI", "date", "language", "websiteTitle", "publicationTitle", "blogTitle", "publisher")

_ITEMS = """
SELECT i.itemID, i.key, i.dateAdded, f.fieldName, v.value
FROM items i JOIN itemData d ON d.itemID = i.itemID JOIN fields f ON f.fieldID = d.fieldID
JOIN itemDataValues v ON v.valueID = d.valueID
WHERE i.itemID NOT IN (SELECT itemID FROM deletedItems) AND i.itemID NOT IN (SELECT itemID FROM itemAttachments)
ORDER BY i.itemID
"""
_AUTHORS = """
SELECT ic.itemID, c.firstName, c.lastName FROM itemCreators ic JOIN creators c ON c.creatorID = ic.creatorID
ORDER BY ic.itemID, ic.orderIndex
"""
_HIGHLIGHTS = """
SELECT a.parentItemID, n.text FROM itemAnnotations n JOIN itemAttachments a ON a.itemID = n.parentItemID
WHERE n.text IS NOT NULL AND n.itemID NOT IN (SELECT itemID FROM deletedItems) ORDER BY a.parentItemID, n.sortIndex
"""
_NOTES = """
SELECT n.title, n.note, i.dateAdded FROM itemNotes n JOIN items i ON i.itemID = n.itemID
WHERE n.note IS NOT NULL AND n.itemID NOT IN (SELECT itemID FROM deletedItems) ORDER BY n.itemID
"""


def read_library(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The items of a library, each with its highlights as quotations of it, and then its notes.

    Raises:
        UnknownFormat: the database is no library of Zotero's.
        DamagedInput: it cannot be read, or takes more work than a library does.
        EmptyInput: it holds neither item nor note.
    """
    try:
        with _opened(data) as library:
            tables = {row[0] for row in library.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not {"items", "itemData", "itemNotes", "itemAttachments"} <= tables:
                raise UnknownFormat(
                    "The file is a database, and no library of Zotero's.",
                    hint="Export the notes or pages from the program.",
                    subject=name or "",
                )
            entries = _entries(library, "itemAnnotations" in tables)
            notes = library.execute(_NOTES).fetchmany(MOST)
    except sqlite3.Error as error:
        raise DamagedInput(
            f"The library cannot be read: {str(error)[:100]}.",
            hint="Close Zotero, or copy its newest zotero.sqlite.bak, and try again.",
            subject=name or "",
        ) from error
    if not entries and not notes:
        raise EmptyInput("The library holds neither item nor note.", subject=name or "")
    known = {key: entry.url for key, entry in entries.items() if entry.url}
    return (
        *(document(entry, "zotero", base_url) for entry in list(entries.values())[:MOST]),
        *(_note(title, note, added, known, base_url) for title, note, added in notes if words(note)),
    )


@contextmanager
def _opened(data: bytes) -> Iterator[sqlite3.Connection]:
    """A database from its bytes, in memory, for reading alone; its own code does not run without bound."""
    connection = sqlite3.connect(":memory:")
    try:
        # Bytes 18 and 19 say that a log stands beside the file, which a database in memory cannot have.
        connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        left = iter(range(_STEPS))
        connection.set_progress_handler(lambda: next(left, None) is None, 1000)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        yield connection
    finally:
        connection.close()


def _entries(library: sqlite3.Connection, annotated: bool) -> dict[str, Entry]:
    """The items by their keys."""
    values: dict[int, dict[str, str]] = {}
    for item, key, added, field, value in library.execute(_ITEMS):
        row = values.setdefault(item, {"key": str(key), "added": str(added or "")})
        if field in _FIELDS and isinstance(value, str):
            row[field] = value
    authors: dict[int, list[str]] = {}
    for item, first, last in library.execute(_AUTHORS):
        authors.setdefault(item, []).append(" ".join(filter(None, (words(first), words(last)))))
    marked: dict[int, list[str]] = {}
    for item, text in library.execute(_HIGHLIGHTS) if annotated else ():
        if found := words(text):
            marked.setdefault(item, []).append(found)
    return {
        row["key"]: _entry(row, authors.get(item, []), tuple(marked.get(item, [])))
        for item, row in values.items()
        if row.get("title") or row.get("url")
    }


def _entry(row: dict[str, str], authors: list[str], highlights: tuple[str, ...]) -> Entry:
    doi = words(row.get("DOI"))
    return Entry(
        url=address(row.get("url")) or (f"https://doi.org/{doi}" if doi else None),
        title=words(row.get("title")),
        author=", ".join(name for name in authors[:50] if name) or None,
        publisher=next((row[f] for f in _FIELDS[5:] if words(row.get(f))), None),
        published=_day(row.get("date")),
        saved_at=_moment(row["added"]),
        language=words(row.get("language")),
        highlights=highlights,
        how="the Zotero library",
    )


def _day(value: str | None) -> str | None:
    """A day as Zotero keeps it: "2021-03-00 March 2021" is the month alone; the words are the person's own."""
    found = re.match(r"(\d{4})(-\d\d)?(-\d\d)?", value or "")
    return None if found is None else "".join(part for part in found.groups() if part and part not in ("-00", "0000"))


def _moment(value: str) -> str | None:
    """When an item was added: UTC, as SQLite writes it."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)", value)
    return f"{found[1]}T{found[2]}Z" if found else None


def _note(title: object, note: str, added: object, known: dict[str, str], base_url: str | None) -> Document:
    from quotations.reading.html import read_html

    markup = given_in_note(f"<html><body><article>{note}</article></body></html>", known)
    facts: dict[str, tuple[object, str]] = {
        "title": (words(title), "the note's first line"),
        "saved_at": (_moment(str(added or "")), "when the note was made"),
    }
    return informed(read_html(markup, base_url=base_url, format="zotero"), facts)
