"""The elements in which a page says something of itself, found in one pass over its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from quotations.reading.html.tree import Element, Tree


@dataclass(slots=True)
class Declared:
    """The elements in which a page says something of itself, found in one pass."""

    by_name: dict[str, list[Element]] = field(default_factory=dict)
    by_property: dict[str, Element] = field(default_factory=dict)
    authors: list[Element] = field(default_factory=list)
    bylines: list[Element] = field(default_factory=list)

    def first(self, name: str) -> Element | None:
        """The first element of that name."""
        found = self.by_name.get(name)
        return found[0] if found else None


_TOLD = frozenset({"html", "meta", "link", "base", "title", "h1", "time"})
_KEPT = 400
_BYLINE = re.compile(r"(?:[a-z]+[-_]{1,2})?(?:byline|author)(?:[-_]{1,2}(?:names?|text|link))?", re.IGNORECASE)
_ASIDE = re.compile(r"comment|related|bio\b|sidebar|card|teaser", re.IGNORECASE)


def collect(tree: Tree) -> Declared:
    """What *tree* declares; at most 400 elements of a name."""
    tags = Declared()
    for tag in tree.elements:
        if tag.name in _TOLD:
            held = tags.by_name.setdefault(tag.name, [])
            if len(held) < _KEPT:
                held.append(tag)
        attrs = tag.attrs
        if not attrs:
            continue
        if "itemprop" in attrs:
            tags.by_property.setdefault(attrs["itemprop"].lower(), tag)
        if "class" in attrs and len(tags.bylines) < 4 and _is_byline(tag):
            tags.bylines.append(tag)
        if tag.name == "a" and "rel" in attrs and "author" in attrs["rel"].split() and len(tags.authors) < 4:
            tags.authors.append(tag)
    return tags


def _is_byline(tag: Element) -> bool:
    if not _names_byline(tag.attrs["class"]):
        return False
    above = (up for up in tag.ancestors() if up.name not in ("body", "html"))
    return not any(up.name in ("aside", "footer", "nav") or _ASIDE.search(up.attrs.get("class", "")) for up in above)


@lru_cache(maxsize=8192)
def _names_byline(names: str) -> bool:
    return any(_BYLINE.fullmatch(name) for name in names.split())


def meta_values(tags: Declared) -> dict[str, str]:
    """Name (lower case) → content of the meta elements, first one first; several authors joined."""
    found: dict[str, str] = {}
    for tag in tags.by_name.get("meta", ()):
        told = tag.attrs
        name = (
            told.get("property") or told.get("name") or told.get("itemprop") or told.get("http-equiv") or ""
        ).lower()
        content = told.get("content")
        if not name or content is None or not content.strip():
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
        (rel, tag.attrs["href"])
        for tag in tags.by_name.get("link", ())
        if tag.attrs.get("href")
        for rel in tag.attrs.get("rel", "").lower().split()
    ]
