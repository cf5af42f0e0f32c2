"""What a page says of itself: meta elements, JSON-LD, dates, names; each value as the page gives it."""

from __future__ import annotations

import re
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from quotations.text.html.head import Head, date_of, squeeze
from quotations.text.html.linked_data import read_linked_data

_PUBLICATION = re.compile(r"(?:^|[\s_-])(?:publish(?:ed)?|pubdate|entry-date|post-date|dt-published)(?:$|[\s_-])", re.I)
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


def read_head(page: LexborHTMLParser, scripts: list[tuple[str, str]], markup: str) -> Head:
    """Read the metadata of *page*, whose scripts are (type, code) and which was written as *markup*."""
    head = Head()
    title = _title(page)
    head.title = squeeze(title.text(deep=True)) if title is not None else None
    for tag in ("html", "body", "link", "meta"):  # one by one, for a selector is asked of each element of the page
        for element in page.tags(tag):
            _read_element(head, tag, element.attributes)
    for kind, code in scripts:
        if "ld+json" in kind.lower():
            read_linked_data(head, code)
    head.published = head.published or date_of(head.first(*_PUBLISHED))
    head.modified = head.modified or date_of(head.first(*_MODIFIED))
    if not head.published and "datePublished" in markup:
        head.published = _itemprop(page, "datePublished")
    if not head.modified and "dateModified" in markup:
        head.modified = _itemprop(page, "dateModified")
    if not head.published:
        head.published = _time(page)
    head.site_name = head.first(*_SITE) or head.site_name
    head.extra[:0] = [said for name in (*_TITLES, *_DESCRIPTIONS) if (said := head.meta.get(name))]
    return head


def _title(page: LexborHTMLParser) -> LexborNode | None:
    """The title element of the head, else one that stands in the body itself."""
    titles = [(above.tag, title) for title in page.tags("title") if (above := title.parent) is not None]
    return next((title for part in ("head", "body") for tag, title in titles if tag == part), None)


def author_of(head: Head) -> str | None:
    """The author, as a meta element names it."""
    said = head.first(*_AUTHORS)
    return None if said is None or said.startswith(("http:", "https:")) else said


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
        head.meta.setdefault(name, squeeze(content[:20_000]) or "")


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


def _itemprop(page: LexborHTMLParser, name: str) -> str | None:
    for element in page.css(f"[itemprop~={name}]"):
        attributes = element.attributes
        if found := date_of(attributes.get("datetime") or attributes.get("content")):
            return found
    return None


def _time(page: LexborHTMLParser) -> str | None:
    """The date of a time element that says that it is the publication's, or the only date of the page."""
    dates: dict[str, None] = {}
    dated = (attributes for element in page.tags("time") if "datetime" in (attributes := element.attributes))
    for attributes in islice(dated, 50):
        found = date_of(attributes.get("datetime"))
        if found is None:
            continue
        if "pubdate" in attributes or _PUBLICATION.search(attributes.get("class") or ""):
            return found
        dates[found] = None
    return next(iter(dates)) if len(dates) == 1 else None
