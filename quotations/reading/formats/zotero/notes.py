"""Notes of Zotero: a highlight becomes a quotation with its source given, a citation a link to what it cites."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from quotations.reading.formats.exports.values import address, listed, words

#: What every note has that quotes or cites an item.
_SIGNS = (b"data-citation-items=", b"data-citation=", b"data-annotation=")
_KEY = re.compile(r"/items/([A-Z0-9]{8})\b")
#: A note's JSON is longer than this (characters) only when somebody made it so.
_LONGEST = 200_000
#: Marks that the editor puts around the words it copies.
_MARKS = re.compile(r"^\s*[“\"„«「]|[”\"“»」]\s*$")


def is_note(data: bytes) -> bool:
    """Whether a page is a note written in Zotero."""
    return b"data-schema-version=" in data and any(sign in data for sign in _SIGNS)


def given_in_note(markup: str, known: Mapping[str, str] = MappingProxyType({})) -> str:
    """*markup* of a note with ``q`` elements for its highlights and links for its citations.

    Args:
        markup: the note's HTML.
        known: the addresses of the library's items, by their keys of eight characters.
    """
    from lxml import etree, html

    root: Any
    try:
        root = html.document_fromstring(markup)
    except (etree.ParserError, ValueError):
        return markup
    told = _items(root)

    def cited(item: object) -> str | None:
        """The address of a citation's item: as the note tells, else as the library does."""
        if not isinstance(item, Mapping):
            return None
        uris = [uri for uri in item.get("uris") or () if isinstance(uri, str)][:20]
        keys = [key[1] for uri in uris if (key := _KEY.search(uri))]
        return _address(item.get("itemData")) or next(
            (found for key in keys if (found := told.get(key) or known.get(key))), None
        )

    for span in root.xpath("//span[@data-annotation]"):
        _quoted(span, cited(_record(span.get("data-annotation")).get("citationItem")))
    for span in root.xpath("//span[@data-citation]"):
        found = (cited(item) for item in listed(_record(span.get("data-citation")).get("citationItems")))
        _linked(span, [url for url in found if url])
    return str(etree.tostring(root, encoding="unicode", method="html"))


def _quoted(span: Any, url: str | None) -> None:
    """A highlight: the words as copied, without the marks that the editor put around them."""
    if url is None:
        return
    span.tag = "q"
    span.set("cite", url)
    if len(span) == 0 and span.text:
        span.text = _MARKS.sub("", span.text)


def _linked(span: Any, urls: list[str]) -> None:
    """A citation: each of its items linked; links that only Zotero follows are undone."""
    for anchor in span.xpath(".//a[starts-with(@href, 'zotero:')]"):
        anchor.drop_tag()
    items = span.xpath(".//span[contains(@class, 'citation-item')]")
    if len(items) != len(urls):
        items = [span] if urls else []
    for item, url in zip(items, urls, strict=False):
        item.tag = "a"
        item.set("href", url)


def _items(root: Any) -> dict[str, str]:
    """The addresses of the items that a note carries with it, by their keys."""
    found = {}
    for holder in root.xpath("//*[@data-citation-items]"):
        for item in listed(_parsed(holder.get("data-citation-items"))):
            url = _address(item.get("itemData"))
            uris = item.get("uris")
            for uri in uris[:20] if isinstance(uris, list) else ():
                key = _KEY.search(str(uri))
                if key and url:
                    found[key[1]] = url
    return found


def _address(data: object) -> str | None:
    if not isinstance(data, Mapping):
        return None
    doi = words(data.get("DOI"))
    return address(data.get("URL")) or (f"https://doi.org/{doi}" if doi else None)


def _record(value: str | None) -> Mapping[str, object]:
    found = _parsed(value)
    return found if isinstance(found, Mapping) else {}


def _parsed(value: str | None) -> object:
    try:
        return json.loads(unquote(value or "")[:_LONGEST])
    except (ValueError, RecursionError):
        return None
