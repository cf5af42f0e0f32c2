"""What a page says of itself: meta elements, JSON-LD, dates, names; each value as the page gives it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

_MAX_LD, _MAX_ITEMS = 2_000_000, 5000
_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?")
_PUBLICATION = re.compile(r"(?:^|[\s_-])(?:publish(?:ed)?|pubdate|entry-date|post-date|dt-published)(?:$|[\s_-])", re.I)
_WORDS_KEYS = (
    "articleBody",
    "text",
    "transcript",
    "reviewBody",
    "abstract",
    "description",
    "headline",
    "alternativeHeadline",
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "dcterms.issued", "citation_publication_date", "citation_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publication_date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
)
_SITE = ("og:site_name", "application-name", "dc.publisher", "citation_publisher", "twitter:app:name:iphone")
_TITLES = ("og:title", "twitter:title", "citation_title", "dc.title")
_DESCRIPTIONS = ("description", "og:description", "twitter:description", "dc.description", "citation_abstract")
_AUTHORS = ("author", "article:author", "dc.creator", "citation_author", "parsely-author", "byl", "sailthru.author")


@dataclass(slots=True)
class Head:
    """The metadata of one page."""

    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)  #: lower-case name or property → first content
    canonical: str | None = None
    language: str | None = None
    refresh: tuple[float, str] | None = None
    published: str | None = None
    modified: str | None = None
    site_name: str | None = None
    accessible_for_free: bool | None = None
    declared_words: int | None = None
    extra: list[str] = field(default_factory=list)  #: words said only in metadata
    ld_types: tuple[str, ...] = ()

    def first(self, *names: str) -> str | None:
        """The first of these meta values that the page has."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


def read_head(page: LexborHTMLParser, scripts: list[tuple[str, str]]) -> Head:
    """Read the metadata of *page*, whose scripts are (type, code)."""
    head = Head()
    title = page.css_first("head > title") or page.css_first("body > title")
    head.title = _squeeze(title.text(deep=True)) if title is not None else None
    for element in page.css("meta, link[rel], html, body"):
        _read_element(head, element.tag or "", element.attributes)
    for kind, code in scripts:
        if "ld+json" in kind.lower():
            _read_ld(head, code)
    head.published = head.published or _date(head.first(*_PUBLISHED)) or _itemprop(page, "datePublished") or _time(page)
    head.modified = head.modified or _date(head.first(*_MODIFIED)) or _itemprop(page, "dateModified")
    head.site_name = head.first(*_SITE) or head.site_name
    head.extra[:0] = [said for name in (*_TITLES, *_DESCRIPTIONS) if (said := head.meta.get(name))]
    return head


def author_of(head: Head) -> str | None:
    """The author, as a meta element names it."""
    said = head.first(*_AUTHORS)
    return None if said is None or said.startswith(("http:", "https:")) else said


def words_of(markup: str) -> str:
    """The words of a string that may carry mark-up and entities, twice escaped or not."""
    plain = html.unescape(markup) if "&" in markup else markup
    if "<" in plain:
        plain = _TAGS.sub(" ", plain)
    return html.unescape(plain).strip() if "&" in plain else plain.strip()


def _read_element(head: Head, tag: str, attributes: dict[str, str | None]) -> None:
    if tag in ("html", "body"):
        language = attributes.get("lang") or attributes.get("xml:lang")
        if language and not head.language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", language.strip()):
            head.language = language.strip().replace("_", "-")
        return
    if tag == "link":
        if "canonical" in (attributes.get("rel") or "").lower().split() and attributes.get("href"):
            head.canonical = head.canonical or (attributes["href"] or "").strip()
        return
    content = attributes.get("content")
    if not content:
        return
    equivalent = (attributes.get("http-equiv") or "").lower()
    if equivalent == "refresh":
        head.refresh = head.refresh or parse_refresh(content)
    name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or equivalent).lower()
    if name:
        head.meta.setdefault(name, _squeeze(content[:20_000]) or "")


def parse_refresh(content: str) -> tuple[float, str] | None:
    """Seconds and target of a meta refresh (HTML Standard, "shared declarative refresh steps"); "" for the page itself."""
    found = re.match(
        r"\s*(\d{0,9}(?:\.\d{0,9})?)[\d.]*\s*(?:[;,\s]\s*(?:url\s*=\s*)?(.*))?$", content[:4000], re.I | re.S
    )
    if found is None or not (found[1] or "").strip("."):
        return None
    target = (found[2] or "").strip()
    if target[:1] in ("'", '"'):
        target = target[1:].split(target[0], 1)[0]
    return float(found[1]), target


def _read_ld(head: Head, code: str) -> None:
    code = (
        code[:_MAX_LD]
        .strip()
        .removeprefix("<!--")
        .removesuffix("-->")
        .removeprefix("//<![CDATA[")
        .removesuffix("//]]>")
    )
    try:
        value = json.loads(code, strict=False)
    except (ValueError, RecursionError):
        return
    for thing in _things(value):
        _read_thing(head, thing)


def _things(value: object) -> Iterator[dict[str, object]]:
    """All objects of a JSON value, outermost first, without recursion and not more than are of use."""
    waiting, seen = [value], 0
    while waiting and seen < _MAX_ITEMS:
        current = waiting.pop()
        seen += 1
        if isinstance(current, dict):
            yield current
            waiting.extend(v for v in reversed(list(current.values())) if isinstance(v, dict | list))
        elif isinstance(current, list):
            waiting.extend(v for v in reversed(current) if isinstance(v, dict | list))


def _read_thing(head: Head, thing: dict[str, object]) -> None:
    free = thing.get("isAccessibleForFree")
    if isinstance(free, bool | str):
        open_to_all = str(free).strip().lower() not in (
            "false",
            "no",
            "0",
            "http://schema.org/false",
            "https://schema.org/false",
        )
        head.accessible_for_free = open_to_all and head.accessible_for_free is not False
    words = thing.get("wordCount")
    if isinstance(words, int | str) and head.declared_words is None and str(words).isdecimal() and len(str(words)) < 9:
        head.declared_words = int(words)
    head.published = head.published or _date(thing.get("datePublished"))
    head.modified = head.modified or _date(thing.get("dateModified"))
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        head.site_name = head.site_name or _squeeze(_without_surrogates(str(publisher["name"])))
    kind = thing.get("@type")
    if isinstance(kind, str):
        head.ld_types = (*head.ld_types, kind)[:20]
        if kind in ("WebSite", "NewsMediaOrganization") and isinstance(thing.get("name"), str):
            head.site_name = head.site_name or str(thing["name"])
    for key in _WORDS_KEYS:
        said = thing.get(key)
        if isinstance(said, str) and len(said) > 2 and (plain := words_of(said)):
            head.extra.append(_without_surrogates(plain))


def _date(value: object) -> str | None:
    """An ISO 8601 date or time as given; None for others and for the year 1, which means "unknown"."""
    if not isinstance(value, str):
        return None
    found = _DATE.match(value.strip())
    return found[0] if found and found[0][:4] > "1400" else None


def _itemprop(page: LexborHTMLParser, name: str) -> str | None:
    for element in page.css(f"[itemprop~={name}]"):
        attributes = element.attributes
        if found := _date(attributes.get("datetime") or attributes.get("content")):
            return found
    return None


def _time(page: LexborHTMLParser) -> str | None:
    """The date of a time element that says that it is the publication's, or the only date of the page."""
    dates: dict[str, None] = {}
    for element in page.css("time[datetime]")[:50]:
        attributes = element.attributes
        found = _date(attributes.get("datetime"))
        if found is None:
            continue
        if "pubdate" in attributes or _PUBLICATION.search(attributes.get("class") or ""):
            return found
        dates[found] = None
    return next(iter(dates)) if len(dates) == 1 else None


def _squeeze(text: str) -> str | None:
    return _SPACE.sub(" ", text).strip() or None


def _without_surrogates(text: str) -> str:
    """JSON may escape half of a pair; such a half is no character."""
    return text.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in text) else text
