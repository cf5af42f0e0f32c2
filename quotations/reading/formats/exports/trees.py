"""Lists as JSON: wallabag, Omnivore, Karakeep, Linkwarden, Readwise, Raindrop, Hypothesis, CSL; known by their keys.

Lists that hold links only are in `quotations.reading.formats.exports.links`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from quotations.errors import DamagedInput, UnknownFormat
from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports import documents, links
from quotations.reading.formats.exports.values import address, listed, moment, names, plain, words

Item = Mapping[str, Any]


def read_tree(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The articles of a JSON file; raises DamagedInput for broken JSON and UnknownFormat for other JSON."""
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DamagedInput(
            f"The JSON is broken: {str(error)[:100]}.", hint="Export it again.", subject=name or ""
        ) from error
    if isinstance(tree, Mapping) and str(tree.get("version", "")).startswith("https://jsonfeed.org/version/"):
        from quotations.reading.formats.feeds import read_json_feed

        return read_json_feed(tree, base_url=base_url)
    for service, (fits, read) in _SHAPES.items():
        items = fits(tree)
        if items:
            return documents([e for item in items if (e := read(item))], service, name, base_url)
    raise UnknownFormat(
        "The JSON is in no export's shape that is read.",
        hint="Read are exports of wallabag, Omnivore, Karakeep, Linkwarden, Readwise, Raindrop, Hypothesis, Pinboard, ArchiveBox, browsers' bookmarks, CSL JSON and JSON Feed.",
        subject=name or "",
    )


def _rows(tree: object, *needed: str, key: str | None = None) -> list[Item]:
    """The objects of the tree's list, when the first ones have all the *needed* keys."""
    if key is not None:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    items = listed(tree)
    return items if items and all(all(k in item for k in needed) for item in items[:3]) else []


def _one(tree: object, *needed: str) -> list[Item]:
    return [tree] if isinstance(tree, Mapping) and all(key in tree for key in needed) else []


def wallabag(item: Item) -> Entry:
    """An article of wallabag; its "origin" is where the reader found it, no earlier place of publication."""
    return Entry(
        url=address(item.get("url")),
        title=words(item.get("title")),
        author=names(item.get("published_by")),
        publisher=words(item.get("domain_name")),
        published=moment(item.get("published_at")),
        saved_at=moment(item.get("created_at")),
        language=words(item.get("language")),
        html=words(item.get("content")),
        highlights=tuple(q for a in listed(item.get("annotations")) if (q := words(a.get("quote")))),
        how="the wallabag export",
    )


def _omnivore(item: Item) -> Entry:
    return Entry(
        url=address(item.get("url")) or address(item.get("originalUrl")),
        title=words(item.get("title")),
        author=names(item.get("author")),
        publisher=words(item.get("siteName")),
        published=moment(item.get("publishedAt")),
        saved_at=moment(item.get("savedAt")),
        html=words(item.get("content")),
        highlights=tuple(q for h in listed(item.get("highlights")) if (q := words(h.get("quote")))),
        how="the Omnivore export",
    )


def _karakeep(item: Item) -> Entry | None:
    content = item.get("content")
    if not isinstance(content, Mapping):
        return None
    url = address(content.get("url")) or address(content.get("sourceUrl"))
    text = words(content.get("text"))
    if url is None and text is None:
        return None
    return Entry(
        url=url,
        title=words(item.get("title")) or words(content.get("title")),
        author=names(content.get("author")),
        publisher=names(content.get("publisher")),
        published=moment(content.get("datePublished")),
        saved_at=moment(item.get("createdAt")),
        html=words(content.get("htmlContent")),
        text=text,
        highlights=tuple(q for h in listed(item.get("highlights")) if (q := words(h.get("text")))),
        how="the Karakeep export",
    )


def _linkwarden(item: Item) -> Entry:
    return Entry(
        url=address(item.get("url")),
        title=words(item.get("name")),
        saved_at=moment(item.get("createdAt")),
        html=None,
        text=words(item.get("textContent")),
        highlights=tuple(
            q for h in listed(item.get("highlight")) + listed(item.get("highlights")) if (q := words(h.get("text")))
        ),
        how="the Linkwarden export",
    )


def _readwise(item: Item) -> Entry:
    marked = listed(item.get("highlights"))
    return Entry(
        url=address(item.get("source_url")) or address(item.get("unique_url")),
        title=words(item.get("readable_title")) or words(item.get("title")),
        author=names(item.get("author")),
        publisher=words(item.get("site_name")),
        published=moment(item.get("published_date")),
        saved_at=moment(item.get("saved_at")) or moment(item.get("created_at")),
        html=words(item.get("html_content")),
        highlights=tuple(q for h in marked if (q := plain(h.get("text")) or plain(h.get("content")))),
        how="the Readwise export",
    )


def _raindrop(item: Item) -> Entry:
    return Entry(
        url=address(item.get("link")),
        title=words(item.get("title")),
        publisher=words(item.get("domain")),
        saved_at=moment(item.get("created")),
        highlights=tuple(q for h in listed(item.get("highlights")) if (q := words(h.get("text")))),
        how="the Raindrop export",
    )


def _hypothesis(item: Item) -> Entry | None:
    quotes = []
    for target in listed(item.get("target")):
        quotes += [q for s in listed(target.get("selector")) if (q := words(s.get("exact")))]
    url = address(item.get("uri")) or address(item.get("url"))
    if not quotes or url is None:
        return None
    document = item.get("document")
    title = document.get("title") if isinstance(document, Mapping) else None
    return Entry(
        url=url,
        title=names(title),
        saved_at=moment(item.get("created")),
        highlights=tuple(quotes),
        how="the Hypothesis export",
    )


def _csl(item: Item) -> Entry:
    doi = words(item.get("DOI"))
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    day = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(n) for n in day[:3] if str(n).isdigit()]
    return Entry(
        url=address(item.get("URL")) or (f"https://doi.org/{doi}" if doi else None),
        title=words(item.get("title")),
        author=names(item.get("author")),
        publisher=names(item.get("container-title")) or names(item.get("publisher")),
        published="-".join(f"{n:02d}" for n in numbers) or None,
        text=words(item.get("abstract")),
        how="the CSL record",
    )


def _linkwarden_rows(tree: object) -> list[Item]:
    return [
        link
        for collection in _rows(tree, "name", "links", key="collections")
        for link in listed(collection.get("links"))
    ]


def _readwise_rows(tree: object) -> list[Item]:
    """The documents, each with its highlights, which the Reader's list gives as documents of their own."""
    rows = (
        _rows(tree, "source_url", key="results")
        or _rows(tree, "source_url", "title")
        or _rows(tree, "source_url", "highlights")
    )
    marked: dict[object, list[Item]] = {}
    for row in rows:
        if row.get("parent_id") and row.get("category") == "highlight":
            marked.setdefault(str(row["parent_id"]), []).append(row)
    kept = [row for row in rows if not row.get("parent_id")]
    return [{**row, "highlights": marked[str(row.get("id"))]} if str(row.get("id")) in marked else row for row in kept]


def _wallabag_one(item: Item) -> Entry:
    """An article of wallabag's first version, whose dump of the table has no names of services."""
    return Entry(
        url=address(item.get("url")),
        title=words(item.get("title")),
        html=words(item.get("content")),
        how="the wallabag export",
    )


_SHAPES: dict[str, tuple[Callable[[object], list[Item]], Callable[[Item], Entry | None]]] = {
    "wallabag": (
        lambda t: _rows(t, "url", "content", "domain_name") or _one(t, "url", "content", "domain_name"),
        wallabag,
    ),
    "omnivore": (lambda t: _rows(t, "url", "title", "savedAt"), _omnivore),
    "karakeep": (lambda t: _rows(t, "content", "createdAt", key="bookmarks"), _karakeep),
    "linkwarden": (_linkwarden_rows, _linkwarden),
    "readwise": (_readwise_rows, _readwise),
    "raindrop": (lambda t: _rows(t, "link", "title", key="items") or _rows(t, "link", "title", "_id"), _raindrop),
    "hypothesis": (
        lambda t: (
            _rows(t, "target", "uri", key="annotations")
            or _rows(t, "target", "uri", key="rows")
            or _rows(t, "target", "uri")
        ),
        _hypothesis,
    ),
    **links.SHAPES,
    "wallabag_1": (lambda t: _rows(t, "url", "content", "is_read", "is_fav"), _wallabag_one),
    "csl": (lambda t: _rows(t, "type", "title", "id"), _csl),
}
