"""Wikitext as Wikipedia's editors write it: references tied to their notes, ``quote=`` parameters as given quotations."""

from __future__ import annotations

import re

from quotations.reading.document import Document
from quotations.reading.formats.markup import escaped
from quotations.reading.formats.wikitext import lines, templates
from quotations.reading.formats.wikitext.references import References
from quotations.reading.formats.wikitext.scan import braces

__all__ = ["read_wikitext"]

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SILENT = re.compile(
    r"<(gallery|math|score|timeline|syntaxhighlight|source|nowiki|pre)\b[^<>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_SHORT = re.compile(r"\{\{\s*short description\s*\|\s*([^{}|]*)", re.IGNORECASE)


def read_wikitext(
    text: str,
    *,
    name: str | None = None,  # noqa: ARG001 - every reader is called the same way
    base_url: str | None = None,
) -> Document:
    """The article that the wikitext is; its text is what a reader of the page sees."""
    from quotations.reading.formats.noted import given_in_notes
    from quotations.reading.html import read_html

    source = _SILENT.sub(lambda m: f"<code>{escaped(m[0][:0])}</code>", _COMMENT.sub("", text))
    references = References()
    source = references.taken(source)
    source = braces(source, templates.html)
    article = lines.html(source)
    notes = references.section(lambda inner: lines.inline(braces(inner, templates.html)))
    page = f"<!DOCTYPE html><html><body><article>{references.marked(article)}</article>{notes}</body></html>"
    return given_in_notes(read_html(page, base_url=base_url, format="wikitext"))
