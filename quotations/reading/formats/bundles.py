"""ZIP files that hold a saved page or an export: SingleFile's, Google Docs' web page, Pocket's and Omnivore's exports."""

from __future__ import annotations

import json
import posixpath
import re

from quotations.errors import UnknownFormat
from quotations.reading.document import Document
from quotations.reading.formats.detect import READ_TODAY
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import MOST, documents
from quotations.reading.formats.exports.values import address, listed, moment, words
from quotations.reading.formats.zipped import Zipped


def read_bundle(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The articles of a ZIP file; raises UnknownFormat when it is no bundle that is read."""
    from quotations.reading.formats.web import read_page

    package = Zipped(data, name)
    pages = [member for member in package.names if re.search(r"(?i)\.x?html?$", member)]
    if "index.html" in package:
        return (read_page(package.read("index.html"), name=name, base_url=base_url),)
    records = [member for member in package.names if re.fullmatch(r"metadata_\d+(?:_to_\d+)?\.json", member)]
    if records:
        return _omnivore(package, records, name, base_url)
    tables = [member for member in package.names if re.fullmatch(r"(?:.*/)?part_\d+\.csv", member)]
    if tables:
        from quotations.reading.formats.exports.tables import read_table
        from quotations.text.decoding import decode

        parts = [read_table(decode(package.read(t), html=False)[0], name=name, base_url=base_url) for t in tables]
        return tuple(found for part in parts for found in part)[:MOST]
    outer = [member for member in pages if "/" not in member]
    if len(outer) == 1:
        return (read_page(package.read(outer[0]), name=name, base_url=base_url),)
    raise UnknownFormat(
        "The ZIP file is no saved page, book, document or export that is read.",
        hint=f"Unpack it and read the files in it. Read today: {READ_TODAY}.",
        subject=name or "",
    )


def _omnivore(package: Zipped, records: list[str], name: str | None, base_url: str | None) -> tuple[Document, ...]:
    """Omnivore's full export: records with the pages and the highlights beside them."""
    entries: list[Entry] = []
    for member in records:
        try:
            items = listed(json.loads(package.read(member)))
        except (ValueError, RecursionError):
            continue
        for item in items[:MOST]:
            slug = posixpath.basename(words(item.get("slug")) or "")
            entries.append(
                Entry(
                    url=address(item.get("url")),
                    title=words(item.get("title")),
                    author=words(item.get("author")),
                    published=moment(item.get("publishedAt")),
                    saved_at=moment(item.get("savedAt")),
                    html=_member(package, f"content/{slug}.html"),
                    highlights=_quotes(_member(package, f"highlights/{slug}.md")),
                    how="the Omnivore export",
                )
            )
    return documents(entries, "omnivore", name, base_url)


def _member(package: Zipped, member: str) -> str | None:
    return package.read(member).decode("utf-8", "replace") if member in package else None


def _quotes(source: str | None) -> tuple[str, ...]:
    """The block quotations of a file of highlights."""
    if not source:
        return ()
    groups = re.findall(r"(?m)(?:^>[^\n]*\n?)+", source)
    return tuple(" ".join(re.sub(r"(?m)^> ?", "", group).split()) for group in groups)
