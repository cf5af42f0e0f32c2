"""What a page says of itself: address, title, author, publisher, day, language; each with how it was known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup, Tag

from quotations.reading.formats.dates import within
from quotations.reading.html.canvas import Canvas
from quotations.reading.html.facts import Facts
from quotations.reading.html.origin import (
    Saved,
    archive_by_links,
    is_root,
    moment,
    near,
    public,
    saver_record,
)
from quotations.reading.html.skim import Skimmed
from quotations.reading.html.structured import address_of, article_object, names_of
from quotations.urls import archive_prefix, archived, resolve
from quotations.urls.archives import TODAYS

_AUTHOR = ("author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
           "article:author", "twitter:creator:name", "cxenseparse:author")  # fmt: skip
_PUBLISHER = ("og:site_name", "citation_journal_title", "citation_publisher", "dc.publisher", "dcterms.publisher",
              "application-name")  # fmt: skip
_PUBLISHED = ("article:published_time", "og:article:published_time", "og:published_time", "citation_publication_date",
              "citation_online_date", "citation_date", "parsely-pub-date", "dc.date.issued", "dcterms.issued", "dc.date",
              "dcterms.date", "dcterms.created", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
              "publication_date", "date.issued", "pdate", "displaydate", "datepublished", "article.published",
              "cxenseparse:recs:publishtime", "date")  # fmt: skip
_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "headline")
_SYNDICATED = ("syndication-source", "original-source")
_ISO = re.compile(r"((?:1[6-9]|20)\d\d)-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)[/.]?(\d\d)[/.]?(\d\d)(?!\d)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_BY = re.compile(
    r"^(?:(?:analysis|opinion|story|words|text|written|reported|posted) )?(?:by|von|par|por|di|door)\s+", re.IGNORECASE
)
_SITE_SUFFIX = re.compile(r"\s+[|–—\-·»:•]\s+")


@dataclass(slots=True)
class _Tags:
    """The elements in which a page says something of itself, found in one pass."""

    by_name: dict[str, list[Tag]] = field(default_factory=dict)
    by_property: dict[str, Tag] = field(default_factory=dict)
    authors: list[Tag] = field(default_factory=list)

    def first(self, name: str) -> Tag | None:
        """The first element of that name."""
        found = self.by_name.get(name)
        return found[0] if found else None


_TOLD = frozenset({"html", "meta", "link", "base", "title", "h1", "time"})
_KEPT = 400


def _collect(soup: BeautifulSoup) -> _Tags:
    tags = _Tags()
    for tag in soup.descendants:
        if not isinstance(tag, Tag):
            continue
        if tag.name in _TOLD:
            held = tags.by_name.setdefault(tag.name, [])
            if len(held) < _KEPT:
                held.append(tag)
        if "itemprop" in tag.attrs:
            tags.by_property.setdefault(str(tag.attrs["itemprop"]).lower(), tag)
        if tag.name == "a" and "author" in str(tag.attrs.get("rel") or "").split() and len(tags.authors) < 4:
            tags.authors.append(tag)
    return tags


def read_facts(soup: BeautifulSoup, page: Skimmed, canvas: Canvas, base_url: str | None) -> Facts:
    """All facts of a page; *base_url* is what its container said of where it came from."""
    facts = Facts()
    tags = _collect(soup)
    meta = _meta(tags)
    told = article_object(page.json_ld)
    saved = saver_record(page.comments)
    links = dict(reversed(_head_links(tags)))
    _addresses(facts, saved, base_url, links, meta, told, tags, canvas)
    if facts.archive and _is_todays(facts.archive):
        # archive.today writes a head of its own: its site name and its moment of capture are not the page's.
        meta = {key: value for key, value in meta.items() if key in ("og:title", "author", "twitter:title")}
    _titles(facts, meta, told, tags)
    _people(facts, meta, told, tags)
    _days(facts, meta, told, tags)
    _language(facts, meta, told, tags)
    for name in _SYNDICATED:
        facts.note("original_url", public(meta.get(name), facts.base_url, facts.archive), f"meta {name}")
    facts.note("original_url", public(address_of(told.get("isBasedOn"))), "JSON-LD isBasedOn")
    return facts


def _meta(tags: _Tags) -> dict[str, str]:
    """Name (lower case) → content of the meta elements, first one first; several authors joined."""
    found: dict[str, str] = {}
    for tag in tags.by_name.get("meta", ()):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        content = tag.get("content")
        if not name or not isinstance(content, str) or not content.strip():
            continue
        if name in ("citation_author", "dc.creator") and name in found:
            found[name] = f"{found[name]}; {content.strip()}"
        else:
            found.setdefault(name, content.strip())
    return found


def _head_links(tags: _Tags) -> list[tuple[str, str]]:
    return [
        (rel, str(tag["href"]))
        for tag in tags.by_name.get("link", ())
        if tag.get("href")
        for rel in str(tag.get("rel") or "").lower().split()
    ]


def _is_todays(archive: str) -> bool:
    return archive.partition("://")[2] in TODAYS


def _addresses(
    facts: Facts,
    saved: Saved,
    base_url: str | None,
    links: dict[str, str],
    meta: dict[str, str],
    told: dict[str, Any],
    tags: _Tags,
    canvas: Canvas,
) -> None:
    own = saved.url if saved.url and saved.url.startswith(("http://", "https://")) else None
    own = own or base_url
    ways = [own, links.get("canonical"), links.get("bookmark"), meta.get("og:url")]
    copies = [way for way in ways if way and archived(way)]
    prefix = archive_prefix(copies[0]) if copies else archive_by_links([link.href for link in canvas.links])
    facts.archive = prefix
    if copies:
        copy = archived(copies[0])
        if copy is not None and copy.at is not None:
            facts.note("saved_at", copy.at.isoformat(), "the archive’s timestamp")
    facts.note("saved_at", saved.at, saved.by)
    here = public(own, None, prefix)
    canonical = public(links.get("canonical"), here, prefix)
    shown = public(meta.get("og:url"), here, prefix)
    if prefix and _is_todays(prefix) and shown and near(shown, prefix):
        shown = None
    if canonical and is_root(canonical) and ((here and not is_root(here)) or (shown and not is_root(shown))):
        canonical = None
    copy_of = copies and public(copies[0])
    if canonical and (here or shown) and not near(canonical, here or shown):
        facts.note("original_url", canonical, "canonical link to another site")
        canonical = None
    facts.note("url", canonical, "canonical link")
    facts.note("url", shown if not (here and shown and is_root(shown) and not is_root(here)) else None, "og:url")
    facts.note("url", copy_of, "the archive’s address of the copy")
    facts.note(
        "url",
        public(address_of(told.get("url")) or address_of(told.get("mainEntityOfPage")), here, prefix),
        "JSON-LD url",
    )
    facts.note("url", here, saved.by if own == saved.url else "given with the page")
    facts.base_url = _base(tags, here or facts.get("url"), prefix)


def _base(tags: _Tags, document_url: str | None, archive: str | None) -> str | None:
    tag = next((tag for tag in tags.by_name.get("base", ()) if tag.get("href")), None)
    if tag is not None:
        found = public(str(tag["href"]), document_url, archive) or resolve(str(tag["href"]), document_url)
        if found and found.startswith(("http://", "https://")):
            return found
    return document_url


def _titles(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: _Tags) -> None:
    facts.note("publisher", next(iter(names_of(told.get("publisher"))), None), "JSON-LD publisher")
    for name in _PUBLISHER:
        facts.note("publisher", meta.get(name), f"meta {name}")
    facts.note("title", told.get("headline"), "JSON-LD headline")
    for name in _TITLE:
        facts.note("title", _without_site(meta.get(name), facts.get("publisher")), f"meta {name}")
    words, shown = _words(tags.first("h1")), _words(tags.first("title"))
    if words and shown.casefold().startswith(words.casefold()):
        facts.note("title", words, "heading")
        named = _SITE_SUFFIX.match(shown, len(words))
        if named and shown[named.end() :].count(" ") <= 5:
            facts.note("publisher", shown[named.end() :], "title element")
    facts.note("title", _without_site(shown, facts.get("publisher")), "title element")
    facts.note("title", words, "heading")


def _words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag is not None else ""


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """*title* without the site's name behind a bar or dash."""
    parts = list(_SITE_SUFFIX.finditer(title or ""))
    if not title or not parts:
        return title
    start, end = parts[-1].span()
    last = title[end:].strip()
    named = publisher is not None and last.casefold() == publisher.strip().casefold()
    barred = "|" in title[start:end] and last.count(" ") <= 3 and title[:start].count(" ") >= 2
    return title[:start] if named or barred else title


def _people(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: _Tags) -> None:
    facts.note("author", ", ".join(_BY.sub("", name) for name in names_of(told.get("author"))), "JSON-LD author")
    for name in _AUTHOR:
        value = meta.get(name)
        if value and "://" not in value and not value.startswith("@"):
            facts.note("author", _BY.sub("", value), f"meta {name}")
    if facts.get("author"):
        return
    named = tags.by_property.get("author")
    for how, held in (("link rel=author", tags.authors), ("itemprop author", [named] if named else [])):
        names = [_words(tag) for tag in held]
        facts.note("author", ", ".join(dict.fromkeys(_BY.sub("", n) for n in names if n and len(n) < 80)), how)


def _days(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: _Tags) -> None:
    facts.note("published", iso(told.get("datePublished")), "JSON-LD datePublished")
    for name in _PUBLISHED:
        facts.note("published", iso(meta.get(name)), f"meta {name}")
    if facts.get("published"):
        return
    stated = tags.by_property.get("datepublished")
    if stated is not None:
        facts.note(
            "published",
            iso(stated.get("content") or stated.get("datetime") or stated.get_text()),
            "itemprop datePublished",
        )
    first = next((tag for tag in tags.by_name.get("time", ()) if tag.get("datetime")), None)
    if first is not None:
        facts.note("published", iso(first["datetime"]), "time element")


def iso(value: object) -> str | None:
    """A day or moment in ISO 8601 from the ways in which pages write one; None when it is none or nobody's time."""
    if not isinstance(value, str):
        return None
    value = value.strip()
    found = _ISO.match(value)
    if found:
        year, month, day, clock, zone = found.groups()
        if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
            return None
        return f"{year}-{month}-{day}" + (f"T{clock}{zone or ''}" if clock else "")
    found = _COMPACT.match(value)
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31:
        return "-".join(found.groups())
    written = within(value[:120])
    return moment(value) or (written[0] if written else None)


def _language(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: _Tags) -> None:
    root = tags.first("html")
    declared = (root.get("lang") or root.get("xml:lang")) if root is not None else None
    told_language = told.get("inLanguage")
    for value, how in (
        (declared, "html lang"),
        (meta.get("content-language"), "meta content-language"),
        (told_language if isinstance(told_language, str) else None, "JSON-LD inLanguage"),
        (meta.get("og:locale"), "meta og:locale"),
        (meta.get("dc.language"), "meta dc.language"),
    ):
        if (
            isinstance(value, str)
            and _LANGUAGE.fullmatch(value.strip())
            and value.strip().lower() not in ("und", "mul", "zxx")
        ):
            facts.note("language", value.strip().replace("_", "-"), how)
