"""Wikitext as Wikipedia's editors write it: references tied to their notes, ``quote=`` parameters as given quotations."""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.reading.document import Document
from quotations.reading.formats.between import between
from quotations.reading.formats.draft import informed
from quotations.reading.formats.wikitext import lines, templates
from quotations.reading.formats.wikitext.references import References
from quotations.reading.formats.wikitext.scan import braces

__all__ = ["read_wikitext"]

_COMMENT = re.compile(r"<!--"), re.compile(r"-->")
_SUBJECT = re.compile(r"(?:<p>)?[^<>]{0,40}<b>(.{1,200}?)</b>")
_SILENT = ("gallery", "math", "score", "timeline", "syntaxhighlight", "source", "nowiki", "pre")


def read_wikitext(
    text: str,
    *,
    name: str | None = None,  # noqa: ARG001 - every reader is called the same way
    base_url: str | None = None,
) -> Document:
    """The article that the wikitext is; its text is what a reader of the page sees."""
    from quotations.reading.formats.noted import given_in_notes
    from quotations.reading.html import read_html

    source = _silenced(text)
    references = References()
    source = references.taken(source)
    source = braces(source, templates.html)
    article = lines.html(source)
    notes = references.section(lambda inner: lines.inline(braces(inner, templates.html)))
    subject = _SUBJECT.match(article)
    page = f"<!DOCTYPE html><html><body><article>{references.marked(article)}</article>{notes}</body></html>"
    document = given_in_notes(read_html(page, base_url=base_url, format="wikitext"))
    words = re.sub(r"<[^<>]*>", "", subject[1]) if subject else None
    return replace(informed(document, {"title": (words, "the first words, set bold")}), title=words)


def _silenced(text: str) -> str:
    """*text* without comments and without what is no prose: formulas, code, galleries."""
    text = between(text, *_COMMENT, lambda _mark, _inner: "")
    for name in _SILENT:
        if f"<{name}" in text:
            opening = re.compile(rf"<{name}\b[^<>]{{0,500}}>", re.IGNORECASE)
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
            text = between(text, opening, closing, lambda _mark, _inner: "")
    return text
