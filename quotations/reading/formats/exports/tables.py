"""Lists as CSV: Pocket, Instapaper, wallabag, Readwise, Matter, mymind, Raindrop, Zotero; known by their columns."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Mapping

from quotations.errors import DamagedInput
from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import MOST, documents
from quotations.reading.formats.exports.values import address, moment, words

_LONGEST_CELL = 20_000_000
#: Service → columns that its table must have (lower case); the first that fits counts.
SHAPES: dict[str, frozenset[str]] = {
    "readwise": frozenset({"highlight", "book title"}),
    "reader": frozenset({"title", "url", "saved date"}),
    "instapaper": frozenset({"url", "title", "selection", "folder"}),
    "pocket": frozenset({"title", "url", "time_added"}),
    "zotero": frozenset({"key", "item type", "title", "url"}),
    "matter": frozenset({"title", "author", "publisher", "url"}),
    "raindrop": frozenset({"title", "url", "excerpt"}),
    "wallabag": frozenset({"title", "url", "content", "mime type"}),
    "mymind": frozenset({"type", "title", "url", "content", "note"}),
    "list": frozenset({"title", "url"}),
}


def shape(head: str) -> str | None:
    """The service whose table begins with the line *head*, or None when it is no such table."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].strip()
    mark = separator(line)
    if mark not in line or len(line) > 4000:
        return None
    try:
        columns = frozenset(cell.strip().lower() for cell in next(csv.reader([line], delimiter=mark), []))
    except csv.Error:
        return None
    return next((service for service, needed in SHAPES.items() if needed <= columns), None)


def separator(line: str) -> str:
    """What stands between the columns of a table's first line: wallabag and half of Europe's tables have semicolons."""
    return max(",;\t", key=line.count)


def read_table(text: str, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The articles of a table; raises DamagedInput when its rows do not fit its columns."""
    service = shape(text[:8000]) or "list"
    table = io.StringIO(text.lstrip("\ufeff"), newline="")
    mark = separator(text[:4000].split("\n", 1)[0])
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(itertools.islice(csv.DictReader(table, delimiter=mark), MOST + 1))
    except csv.Error as error:
        raise DamagedInput(f"The table is broken: {error}.", hint="Export it again.", subject=name or "") from error
    tables = [
        {str(k).strip().lower(): v for k, v in row.items() if k is not None and isinstance(v, str)} for row in rows
    ]
    if service == "readwise":
        return documents(_highlighted(tables), service, name, base_url)
    entries = [entry for row in tables if (entry := _entry(row, service))]
    return documents(entries, service, name, base_url)


def _entry(row: Mapping[str, str], service: str) -> Entry | None:
    url = address(row.get("url"))
    selection = words(row.get("selection")) if service == "instapaper" else None
    content = words(row.get("content")) if service in ("wallabag", "mymind") else None
    noted = selection or content
    if service == "reader" and (row.get("location") or "").lower() == "feed":
        return None
    if url is None:
        # A note of the reader's own: words without a page.
        return Entry(title=words(row.get("title")), text=noted, how=f"the {service} export") if noted else None
    return Entry(
        url=url,
        title=_title(row.get("title"), url),
        language=words(row.get("language")) if service == "wallabag" else None,
        html=content if service == "wallabag" else None,
        author=words(row.get("author")),
        publisher=words(row.get("publisher")) or words(row.get("publication title")),
        published=words(row.get("date")) or words(row.get("published date")),
        saved_at=_saved(row),
        highlights=(selection,) if selection else _marked(row.get("highlights")) if service == "raindrop" else (),
        how=f"the {service} export",
    )


def _saved(row: Mapping[str, str]) -> str | None:
    """When the reader kept the article; wallabag writes day, month, year."""
    if found := re.match(r"(\d\d)/(\d\d)/(\d{4})\b", row.get("creation date") or ""):
        return "-".join(reversed(found.groups()))
    return moment(row.get("time_added") or row.get("timestamp") or row.get("saved date") or row.get("created"))


def _marked(cell: str | None) -> tuple[str, ...]:
    """Raindrop's highlights: all in one cell, each behind its label."""
    pieces = re.split(r"(?m)^Highlight:", cell or "")[1:]
    return tuple(found for piece in pieces if (found := words(re.split(r"(?m)^Note:", piece, maxsplit=1)[0])))


def _title(title: str | None, url: str) -> str | None:
    """The title, unless the service put the address there for want of one."""
    found = words(title)
    return None if found is None or found == url else found


def _highlighted(rows: list[dict[str, str]]) -> list[Entry]:
    """Highlights gathered by the work they are from."""
    works: dict[tuple[str | None, str | None], list[dict[str, str]]] = {}
    for row in rows:
        works.setdefault((words(row.get("book title")), address(row.get("url"))), []).append(row)
    return [
        Entry(
            url=url,
            title=title,
            author=words(own[0].get("book author")),
            saved_at=moment(own[0].get("highlighted at")),
            highlights=tuple(found for row in own if (found := words(row.get("highlight")))),
            how="the Readwise export",
        )
        for (title, url), own in works.items()
    ]
