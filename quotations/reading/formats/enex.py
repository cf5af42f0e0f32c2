"""Evernote exports (``.enex``): each note is an article, its clipped page's address in the note's attributes."""

from __future__ import annotations

import re
from typing import Any

from quotations.errors import EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats import markup
from quotations.reading.formats.between import between
from quotations.reading.formats.draft import informed

_RESOURCE = re.compile(r"<resource>"), re.compile(r"</resource>")
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^<>]{0,200}\?>")
_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$")


def read_enex(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The notes of an export, attachments left out."""
    from quotations.text.decoding import decode

    text = between(decode(data, html=False)[0], *_RESOURCE, lambda _mark, _inner: "")
    root = markup.parsed(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace"), name)
    notes = tuple(_note(note, name, base_url) for note in markup.children(root, "note"))
    if not notes:
        raise EmptyInput("The export holds no note.", hint="Export the notes again.", subject=name or "")
    return notes


def _note(note: Any, name: str | None, base_url: str | None) -> Document:
    from quotations.reading.html import read_html

    found = {markup.local(element): element for element in markup.children(note)}
    attributes = found.get("note-attributes")
    told = {markup.local(e): markup.text_of(e) for e in markup.children(attributes)} if attributes is not None else {}
    source = told.get("source-url", "")
    url = source if re.match(r"(?i)https?://\S+$", source) else None
    content = found["content"].text or "" if "content" in found else ""
    body = re.sub(r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>]*>\s*)?", "", content).replace("<en-note", "<div", 1)
    document = read_html(
        f"<html><body>{body.replace('</en-note>', '</div>')}</body></html>",
        name=name,
        base_url=url or base_url,
        format="enex",
    )
    stamp = _STAMP.match(markup.text_of(found.get("created")))
    return informed(
        document,
        {
            "title": (markup.text_of(found.get("title")), "the note's title"),
            "url": (url, "the note's source-url"),
            "saved_at": ("{}-{}-{}T{}:{}:{}Z".format(*stamp.groups()) if stamp else None, "when the note was made"),
        },
    )
