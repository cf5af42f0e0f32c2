"""The elements in which a page says something of itself, found in one pass over its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bs4 import BeautifulSoup, Tag


@dataclass(slots=True)
class Declared:
    """The elements in which a page says something of itself, found in one pass."""

    by_name: dict[str, list[Tag]] = field(default_factory=dict)
    by_property: dict[str, Tag] = field(default_factory=dict)
    authors: list[Tag] = field(default_factory=list)
    bylines: list[Tag] = field(default_factory=list)

    def first(self, name: str) -> Tag | None:
        """The first element of that name."""
        found = self.by_name.get(name)
        return found[0] if found else None


_TOLD = frozenset({"html", "meta", "link", "base", "title", "h1", "time"})
_KEPT = 400
_BYLINE = re.compile(r"(?:[a-z]+[-_]{1,2})?(?:byline|author)(?:[-_]{1,2}(?:names?|text|link))?", re.IGNORECASE)
_ASIDE = re.compile(r"comment|related|bio\b|sidebar|card|teaser", re.IGNORECASE)


def collect(soup: BeautifulSoup) -> Declared:
    """What *soup* declares; at most 400 elements of a name."""
    tags = Declared()
    for tag in soup.descendants:
        if not isinstance(tag, Tag):
            continue
        if tag.name in _TOLD:
            held = tags.by_name.setdefault(tag.name, [])
            if len(held) < _KEPT:
                held.append(tag)
        if "itemprop" in tag.attrs:
            tags.by_property.setdefault(str(tag.attrs["itemprop"]).lower(), tag)
        if "class" in tag.attrs and len(tags.bylines) < 4 and _is_byline(tag):
            tags.bylines.append(tag)
        if tag.name == "a" and "author" in str(tag.attrs.get("rel") or "").split() and len(tags.authors) < 4:
            tags.authors.append(tag)
    return tags


def _is_byline(tag: Tag) -> bool:
    if not _names_byline(str(tag.attrs["class"])):
        return False
    above = (up for up in tag.parents if up.name not in ("body", "html", "[document]"))
    return not any(up.name in ("aside", "footer", "nav") or _ASIDE.search(str(up.get("class") or "")) for up in above)


@lru_cache(maxsize=8192)
def _names_byline(classes: str) -> bool:
    return any(_BYLINE.fullmatch(name) for name in classes.split())


def meta_values(tags: Declared) -> dict[str, str]:
    """Name (lower case) → content of the meta elements, first one first; several authors joined."""
    found: dict[str, str] = {}
    for tag in tags.by_name.get("meta", ()):
        name = str(tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "").lower()
        content = tag.get("content")
        if not name or not isinstance(content, str) or not content.strip():
            continue
        if name in ("citation_author", "dc.creator", "author") and name in found:
            if content.strip() not in found[name].split("; "):
                found[name] = f"{found[name]}; {content.strip()}"
        else:
            found.setdefault(name, content.strip())
    return found


def head_links(tags: Declared) -> list[tuple[str, str]]:
    """Relation and address of the link elements."""
    return [
        (rel, str(tag["href"]))
        for tag in tags.by_name.get("link", ())
        if tag.get("href")
        for rel in str(tag.get("rel") or "").lower().split()
    ]
