"""JSON-LD as pages really have it: several objects, graphs, lists, and one page in thirty that is no JSON.

Reads schema.org's Article and its kin (https://schema.org/Article), nothing else.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLES = re.compile(
    r"Article$|^(?:BlogPosting|Report|Review|WebPage|SocialMediaPosting|NewsArticle|CreativeWork|LiveBlogPosting)$"
)
_TRAILING_COMMA = re.compile(r",(\s{0,200}[}\]])")
_FIELDS = re.compile(
    r"\"(datePublished|headline|inLanguage|isBasedOn|mainEntityOfPage|url)\"\s{0,20}:\s{0,20}\"((?:[^\"\\\n]|\\.){1,2000})\""
)
_NODES = 3000
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)?|(?://\s*)?(?:\]\]>|-->)?\s*$")


def article_object(scripts: tuple[str, ...]) -> dict[str, Any]:
    """The object that tells of the article, of all JSON-LD *scripts*; {} when none does."""
    best: tuple[int, dict[str, Any]] = (0, {})
    for script in scripts:
        for node in _nodes(_parsed(script)):
            weight = _weight(node)
            if weight > best[0]:
                best = weight, node
    return best[1]


def _weight(node: dict[str, Any]) -> int:
    kinds = node.get("@type") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    names = [kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)]
    if not any(_ARTICLES.search(name) for name in names):
        return 0
    weight = 1 if set(names) <= {"WebPage", "CreativeWork"} else 4
    return weight + sum(key in node for key in ("datePublished", "headline", "author", "articleBody"))


def _parsed(script: str) -> Any:
    script = _WRAPPING.sub("", script.strip())
    for attempt in (script, html.unescape(script), _TRAILING_COMMA.sub(r"\1", script)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    found = dict(reversed(_FIELDS.findall(script)))
    return {"@type": "Article", **found} if found else None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value, without recursion and with an end."""
    waiting = [value]
    for _ in range(_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting += [child for child in node.values() if isinstance(child, dict | list)]
        elif isinstance(node, list):
            waiting += [child for child in node if isinstance(child, dict | list)]


def names_of(value: Any) -> list[str]:
    """The names of persons or organisations in a schema.org property, in order."""
    found: list[str] = []
    for node in value if isinstance(value, list) else [value]:
        name = _full(node) if isinstance(node, dict) else node
        if isinstance(name, list):
            found += [part for part in name if isinstance(part, str)]
        elif isinstance(name, str):
            found.append(name)
    return [name for name in found if name.strip() and "://" not in name]


def _full(node: dict[str, Any]) -> Any:
    given = [part for part in (node.get("givenName"), node.get("familyName")) if isinstance(part, str)]
    return node.get("name") or " ".join(given)


def is_organisation(value: Any) -> bool:
    """Whether a schema.org property names organisations only."""
    nodes = value if isinstance(value, list) else [value]
    kinds = [str(node.get("@type", "")) for node in nodes if isinstance(node, dict)]
    return bool(kinds) and len(kinds) == len(nodes) and all(kind.endswith("Organization") for kind in kinds)


def address_of(value: Any) -> str | None:
    """The address in a schema.org property that is one, or an object with one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None
