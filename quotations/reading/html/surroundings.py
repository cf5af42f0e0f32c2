"""What an element makes of the place inside it: kind of block, what may hold the article, what stands beside it."""

from __future__ import annotations

from typing import Any

from quotations.reading.document import BlockKind
from quotations.reading.html import elements
from quotations.reading.html.places import Place, Surround

#: Ids of sections that are none of the article on every site.
_SECTIONS = frozenset({"comments", "respond", "disqus_thread", "related", "sidebar", "footer", "nav"})

#: Elements that tell by their name what they hold, and the attributes by which any other may.
_TELLING = frozenset({"article", "main", "nav", "aside", "form", "menu", "footer", "header"})
_SAYING = frozenset({"class", "id", "role", "epub:type", "itemprop"})
_NOTHING: dict[str, Any] = {}


def of_kind(place: Place, name: str) -> Place:
    """The place inside a block element of that name."""
    kind = elements.KINDS.get(name)
    if kind is None:
        if name == "p" and place.kind is BlockKind.TABLE_CELL:
            return place.of(BlockKind.PARAGRAPH, kept=place.kept)
        if name == "footer" and place.quote_depth:
            return place.of(BlockKind.BYLINE, kept=place.kept)
        return place
    if place.quote_depth and kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.CAPTION):
        kind = place.kind
    return place.of(kind, kept=place.kept or kind is BlockKind.CODE)


def surrounds(name: str, attributes: dict[str, str], place: Place) -> dict[str, Any]:
    """What of a place an element changes besides its kind."""
    if name not in _TELLING and _SAYING.isdisjoint(attributes):
        return _NOTHING
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip() if attributes else ""
    role = attributes.get("role") or attributes.get("epub:type") or "" if attributes else ""
    changes: dict[str, Any] = {}
    if names and elements.is_pull_quote(names):
        changes["kind"] = BlockKind.PULL_QUOTE
        return changes
    if (names and elements.is_notes(names)) or role.startswith(
        ("doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote")
    ):
        changes["notes"] = True
    body = _body(name, names, role, attributes)
    if body is not None:
        changes["bodies"] = (*place.bodies, body)
        changes["in_article"] = True
    reason = None if "notes" in changes else _chrome(name, attributes, role, place)
    if reason:
        weak = reason == "element aside" and (place.in_article or bool(changes.get("in_article")))
        changes["chrome"] = (*place.chrome, Surround(reason, weak=weak))
    return changes


def _body(name: str, names: str, role: str, attributes: dict[str, str]) -> Surround | None:
    if attributes and "articlebody" in (attributes.get("itemprop") or "").lower():
        return Surround("itemprop articleBody", rank=0)
    token = elements.body_name(names) if names and name not in ("body", "html", "li", "p", "span", "a") else None
    if token:
        return Surround(f"class {token}", rank=1)
    if name == "article" or role == "article":
        return Surround("element article", rank=2)
    if name == "main" or role == "main":
        return Surround("element main", rank=3)
    return None


def _chrome(name: str, attributes: dict[str, str], role: str, place: Place) -> str | None:
    if name in ("html", "body"):
        return None
    token = None
    if attributes:
        told = attributes.get("id") or ""
        if name == "section" and told not in _SECTIONS:
            told = ""  # its heading's words in another form
        token = elements.chrome_name(attributes.get("class") or "", told)
    if token:
        return f"class {token}"
    if name == "aside" and attributes and elements.is_remark(attributes.get("class") or ""):
        return None
    if name in ("nav", "aside", "form", "menu") or (name == "footer" and not place.quote_depth):
        return f"element {name}"
    if name == "header" and not place.in_article:
        return "element header"
    said = elements.chrome_role(role) if role else None
    return said or None


def unseen(attributes: dict[str, str]) -> bool:
    """Whether an element with these attributes is not shown."""
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if "style" in attributes and elements.unseen_style(attributes["style"]):
        return True
    return "class" in attributes and elements.unseen_class(attributes["class"])
