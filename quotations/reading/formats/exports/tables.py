"""Lists as CSV: Pocket, Instapaper, Readwise Reader, Readwise highlights, Matter, Raindrop, Zotero; known by columns."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Mapping

from quotations.errors import DamagedInput
from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import MOST, documents
from quotations.reading.formats.exports.values import address, moment, words

#: Service → columns that its table must have (lower case); the first that fits counts.
SHAPES: dict[str, frozenset[str]] = {
    "readwise": frozenset({"highlight", "book title"}),
    "reader": frozenset({"title", "url", "saved date"}),
    "instapaper": frozenset({"url", "title", "selection", "folder"}),
    "pocket": frozenset({"title", "url", "time_added"}),
    "zotero": frozenset({"key", "item type", "title", "url"}),
    "matter": frozenset({"title", "author", "publisher", "url"}),
    "raindrop": frozenset({"title", "url", "excerpt"}),
    "list": frozenset({"title", "url"}),
}


def shape(head: str) -> str | None:
    """The service whose table begins with the line *head*, or None when it is no such table."""
    line = head.lstrip("\ufeff").split("\n", 1)[0].strip()
    if "," not in line or len(line) > 4000:
        return None
    try:
        columns = frozenset(cell.strip().lower() for cell in next(csv.reader([line]), []))
    except csv.Error:
        return None
    return next((service for service, needed in SHAPES.items() if needed <= columns), None)


def read_table(text: str, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The articles of a table; raises DamagedInput when its rows do not fit its columns."""
    service = shape(text[:8000]) or "list"
    try:
        rows = list(itertools.islice(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")), MOST + 1))
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
    if url is None or (service == "reader" and (row.get("location") or "").lower() == "feed"):
        return None
    return Entry(
        url=url,
        title=_title(row.get("title"), url),
        author=words(row.get("author")),
        publisher=words(row.get("publisher")) or words(row.get("publication title")),
        published=words(row.get("date")) or words(row.get("published date")),
        saved_at=moment(row.get("time_added") or row.get("timestamp") or row.get("saved date") or row.get("created")),
        highlights=(selection,) if selection else (),
        how=f"the {service} export",
    )


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
