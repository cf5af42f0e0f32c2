"""What a page says of itself in JSON-LD (schema.org): dates, payment, counts, and words told nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator

from quotations.text.html.head import Head, date_of, squeeze, without_surrogates, words_of

_MAX_LD, _MAX_ITEMS = 2_000_000, 5000
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


def read_linked_data(head: Head, code: str) -> None:
    """Add what one script of JSON-LD says to *head*; a broken one says nothing."""
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
    head.published = head.published or date_of(thing.get("datePublished"))
    head.modified = head.modified or date_of(thing.get("dateModified"))
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        head.site_name = head.site_name or squeeze(without_surrogates(str(publisher["name"])))
    kind = thing.get("@type")
    if isinstance(kind, str):
        head.ld_types = (*head.ld_types, kind)[:20]
        if kind in ("WebSite", "NewsMediaOrganization") and isinstance(thing.get("name"), str):
            head.site_name = head.site_name or str(thing["name"])
    for key in _WORDS_KEYS:
        said = thing.get(key)
        if isinstance(said, str) and len(said) > 2 and (plain := words_of(said)):
            head.extra.append(without_surrogates(plain))
