"""wallabag's export as XML: the fields of its JSON export as elements, each entry an element of the list."""

from __future__ import annotations

from typing import Any

from quotations.errors import UnknownFormat
from quotations.reading.document import Document
from quotations.reading.formats import markup
from quotations.reading.formats.exports import documents
from quotations.reading.formats.exports.trees import wallabag


def read_entries(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The articles of the list; raises UnknownFormat when its entries are something else."""
    items = [_fields(entry) for entry in markup.children(markup.parsed(data, name), "entry")]
    if not items or not all("url" in item and "content" in item for item in items[:3]):
        raise UnknownFormat(
            "The file is XML of a kind that is not read (result).", hint="Export it as JSON.", subject=name or ""
        )
    return documents([wallabag(item) for item in items], "wallabag", name, base_url)


def _fields(entry: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in markup.children(entry):
        inner = list(markup.children(field, "entry"))
        kind = markup.local(field)
        if kind == "annotations":
            found[kind] = [_fields(one) for one in inner]
        else:
            found[kind] = [markup.text_of(one) for one in inner] if inner else field.text
    return found
