"""What a page says of itself: address, title, author, publisher, day, language; each with how it was known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, cast

from bs4 import BeautifulSoup, Tag

from quotations.reading.formats.bylines import are_persons, names
from quotations.reading.formats.dates import within
from quotations.reading.html.canvas import Canvas
from quotations.reading.html.declared import Declared, collect, head_links, meta_values
from quotations.reading.html.facts import Facts
from quotations.reading.html.location import Sayings, find_addresses, is_todays, same_story
from quotations.reading.html.origin import moment, public, saver_record, scrapbook_record
from quotations.reading.html.skim import Skimmed
from quotations.reading.html.structured import address_of, article_object, is_organisation, names_of

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
_BYLINE = 120  #: code points of a byline
_LINE = 160  #: code points of a line that a date may share with a byline
_BLOCKS = frozenset({"p", "li", "td", "blockquote", "header", "figcaption", "dd"})
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
_SITE_SUFFIX = re.compile(r"\s+[|–—\-·»:•]\s+")


def read_facts(soup: BeautifulSoup, page: Skimmed, canvas: Canvas, base_url: str | None) -> Facts:
    """All facts of a page; *base_url* is what its container said of where it came from."""
    facts = Facts()
    tags = collect(soup)
    meta = meta_values(tags)
    told = article_object(page.json_ld)
    links = dict(reversed(head_links(tags)))
    root = soup.find("html")
    noted = cast("dict[str, str]", root.attrs) if isinstance(root, Tag) else {}
    saved = scrapbook_record(noted) if "data-scrapbook-source" in noted else saver_record(page.comments)
    said = Sayings(saved, base_url, links, meta, told, tags, page.replayed)
    find_addresses(facts, said, [link.href for link in canvas.links])
    if facts.archive and is_todays(facts.archive):
        # archive.today writes a head of its own: its site name and its moment of capture are not the page's.
        meta = {key: value for key, value in meta.items() if key in ("og:title", "author", "twitter:title")}
    _titles(facts, meta, told, tags)
    _people(facts, meta, told, tags)
    _days(facts, meta, told, tags)
    _language(facts, meta, told, tags)
    for name in _SYNDICATED:
        facts.note("original_url", public(meta.get(name), facts.base_url, facts.archive), f"meta {name}")
    based_on = public(address_of(told.get("isBasedOn")))
    if based_on and same_story(based_on, facts):
        facts.note("original_url", based_on, "JSON-LD isBasedOn")
    return facts


def _titles(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: Declared) -> None:
    facts.note("publisher", next(iter(names_of(told.get("publisher"))), None), "JSON-LD publisher")
    for name in _PUBLISHER:
        facts.note("publisher", (meta.get(name) or "").partition(" | ")[0], f"meta {name}")
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


def _people(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: Declared) -> None:
    _credit(facts, names_of(told.get("author")), "JSON-LD author", organisation=is_organisation(told.get("author")))
    for name in _AUTHOR:
        value = meta.get(name)
        if value and not value.startswith("@"):
            inverted = name.startswith(("citation", "dc"))
            _credit(facts, [names(value, inverted=inverted) or ""], f"meta {name}")
    if facts.get("author"):
        return
    named = tags.by_property.get("author")
    _credit(facts, map(_words, tags.authors), "link rel=author")
    _credit(facts, [_words(named)], "itemprop author")
    for tag in tags.bylines:
        credit = names(_words(tag)) if len(_words(tag)) <= _BYLINE else None
        if credit and are_persons(credit):
            facts.note("author", credit, "class byline")


def _credit(facts: Facts, credits: Iterable[str], how: str, *, organisation: bool = False) -> None:
    """Note who is named; the publisher's own name is set aside for want of a person's."""
    credit = ", ".join(dict.fromkeys(filter(None, map(names, credits))))
    if credit and (organisation or credit.casefold() == (facts.get("publisher") or "").casefold()):
        facts.reserve = facts.reserve or (credit, how)
    else:
        facts.note("author", credit, how)


def _days(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: Declared) -> None:
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
    first = next((tag for tag in tags.by_name.get("time", ()) if tag.get("datetime") and _stands_apart(tag)), None)
    if first is not None:
        facts.note("published", iso(first["datetime"]), "time element")


def _stands_apart(time: Tag) -> bool:
    """Whether a time stands in a line of its own, and not in a sentence that tells of another day."""
    block = next((up for up in time.parents if up.name in _BLOCKS), None)
    return block is None or block.name == "header" or len(_words(block)) <= _LINE


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
    if _EPOCH.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()
    found = _COMPACT.match(value)
    if found and 1 <= int(found[2]) <= 12 and 1 <= int(found[3]) <= 31:
        return "-".join(found.groups())
    written = within(value[:120])
    return moment(value) or (written[0] if written else None)


def _language(facts: Facts, meta: dict[str, str], told: dict[str, Any], tags: Declared) -> None:
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
