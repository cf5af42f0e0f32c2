"""Feeds: RSS, Atom and RDF by feedparser, JSON Feed 1.1 by itself; each entry is an article."""

from __future__ import annotations

import html
import io
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from quotations.errors import DamagedInput, EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats.entries import Entry, document

_MOST = 2000


def read_feed(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The entries of an RSS, Atom or RDF feed, newest as the feed has them."""
    import feedparser

    if b"<!ENTITY" in data[:1_000_000]:
        raise DamagedInput("The feed defines XML entities of its own.", hint="Save the feed again.", subject=name or "")
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        raise DamagedInput("The feed is broken.", hint="Save the feed again.", subject=name or "") from error
    if not feed.entries and (feed.bozo or not feed.version):
        raise DamagedInput("The feed is broken.", hint="Save the feed again.", subject=name or "")
    if not feed.entries:
        raise EmptyInput("The feed has no entry.", hint="Save it again later.", subject=name or "")
    about = feed.feed
    atom = str(feed.version).startswith("atom")
    return tuple(document(_entry(entry, about, atom=atom), "feed", base_url) for entry in feed.entries[:_MOST])


def _entry(entry: Any, about: Any, *, atom: bool) -> Entry:
    contents = [c for c in entry.get("content", []) if c.get("value")]
    body = max((str(c["value"]) for c in contents), key=len, default="") or str(entry.get("summary", ""))
    base = next((c.get("base") for c in contents if c.get("base")), None) or entry.get("summary_detail", {}).get("base")
    link = str(entry.get("link") or "")
    guid = str(entry.get("id") or "")
    link = link or (guid if re.match(r"https?://\S+$", guid) else "")
    return Entry(
        url=link or None,
        base=str(base) if base else None,
        title=_shown(entry),
        # An entry of Atom without an author of its own has the feed's (RFC 4287, section 4.2.1).
        author=_author(entry) or (_names(about) if atom else None),
        publisher=_plain((entry.get("source") or {}).get("title")) or _plain(about.get("title")),
        published=_moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        language=_plain(about.get("language")),
        html=body or None,
        how="the feed's entry",
    )


def _author(entry: Any) -> str | None:
    """The authors' names; RSS asks for an address with the name in parentheses, which feedparser cuts anywhere."""
    said = _plain(entry.get("author")) or ""
    if "@" in said:
        return re.sub(r"[()<>]|\S{1,200}@\S{1,200}", " ", said).strip() or None
    return _names(entry) or said or None


def _names(told: Any) -> str | None:
    """The names of an entry's or a feed's authors."""
    return ", ".join(dict.fromkeys(str(a["name"]) for a in told.get("authors", []) if a.get("name"))) or None


def _shown(entry: Any) -> str | None:
    """An entry's title as people read it: one that the feed gives as HTML without its mark-up."""
    title = _plain(entry.get("title"))
    kind = str((entry.get("title_detail") or {}).get("type") or "")
    if title is None or "html" not in kind:
        return title
    return html.unescape(re.sub(r"</?[A-Za-z][^<>]{0,500}>", "", title)).strip() or title


def read_json_feed(feed: Mapping[str, Any], *, base_url: str | None = None) -> tuple[Document, ...]:
    """The items of a JSON Feed that has been parsed."""
    items = [item for item in feed.get("items") or [] if isinstance(item, Mapping)][:_MOST]
    return tuple(document(_item(item, feed), "feed", base_url) for item in items)


def _item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    authors = item.get("authors") or feed.get("authors") or [item.get("author") or feed.get("author")]
    names = (
        [str(a["name"]) for a in authors if isinstance(a, Mapping) and a.get("name")]
        if isinstance(authors, list)
        else []
    )
    return Entry(
        url=_plain(item.get("url")) or _plain(item.get("external_url")),
        title=_plain(item.get("title")),
        author=", ".join(names) or None,
        publisher=_plain(feed.get("title")),
        published=_plain(item.get("date_published")),
        language=_plain(item.get("language")) or _plain(feed.get("language")),
        html=_plain(item.get("content_html")),
        text=_plain(item.get("content_text")) or _plain(item.get("summary")),
        how="the feed's item",
    )


def _plain(value: object) -> str | None:
    return str(value) if isinstance(value, str) and value.strip() else None


def _moment(parsed: time.struct_time | None) -> str | None:
    try:
        return datetime(*parsed[:6], tzinfo=UTC).isoformat() if parsed else None
    except (ValueError, TypeError):
        return None
