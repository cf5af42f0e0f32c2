"""Word documents (ECMA-376): hyperlinks and field codes, notes with their own relationships, tracked changes accepted."""

from __future__ import annotations

import re
from typing import Any

from quotations.reading.document import Document
from quotations.reading.formats import copied, markup
from quotations.reading.formats.docx.body import Body
from quotations.reading.formats.docx.styles import Styles
from quotations.reading.formats.draft import informed
from quotations.reading.formats.zipped import Zipped

__all__ = ["read_docx"]


#: A heading that converters to Word put before the article's own.
_CONTENTS = re.compile(
    r"(?i)(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|inhoud"
)


def read_docx(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The document that a ``.docx`` file is."""
    from quotations.reading.html import read_html

    package = Zipped(data, name)
    main = _main(package, name)
    folder, _, file = main.rpartition("/")

    def part(own: str) -> tuple[Any, dict[str, str]]:
        path = f"{folder}/{own}" if folder else own
        tree = markup.parsed(package.read(path), name) if path in package else None
        return tree, _relationships(package, folder, own, name)

    styles = Styles(part("styles.xml")[0])
    tree, targets = part(file)
    body = Body(styles, targets)
    pieces = ["<!DOCTYPE html><html><body><article>", body.html(tree), "</article>"]
    for own, kind in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        notes, note_targets = part(own)
        if notes is not None:
            pieces.append(body.notes(notes, kind, note_targets))
    page = "".join([*pieces, "</body></html>"])
    document = read_html(page, name=name, base_url=base_url, format="docx")
    document = copied.informed(document)
    return informed(document, _facts(package, document, name))


def _main(package: Zipped, name: str | None) -> str:
    if "_rels/.rels" in package:
        root = markup.parsed(package.read("_rels/.rels"), name)
        for relation in markup.children(root, "Relationship"):
            target = (markup.attribute(relation, "Target") or "").lstrip("/")
            if (markup.attribute(relation, "Type") or "").endswith("/officeDocument") and target in package:
                return target
    return "word/document.xml"


def _relationships(package: Zipped, folder: str, file: str, name: str | None) -> dict[str, str]:
    path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    if path not in package:
        return {}
    root = markup.parsed(package.read(path), name)
    return {
        markup.attribute(r, "Id") or "": markup.attribute(r, "Target") or ""
        for r in markup.children(root, "Relationship")
        if (markup.attribute(r, "Type") or "").endswith("/hyperlink")
    }


def _facts(package: Zipped, document: Document, name: str | None) -> dict[str, tuple[object, str]]:
    if "docProps/core.xml" not in package:
        return {}
    root = markup.parsed(package.read("docProps/core.xml"), name)
    found = {markup.local(element): markup.text_of(element) for element in markup.children(root)}
    facts: dict[str, tuple[object, str]] = {"saved_at": (found.get("modified"), "the document's own properties")}
    if not document.title or _CONTENTS.fullmatch(document.title):
        facts["title"] = (found.get("title"), "the document's own properties")
    if not document.author:
        facts["author"] = (found.get("creator"), "the document's own properties")
    if not document.language:
        facts["language"] = (found.get("language"), "the document's own properties")
    return facts
