"""A page's title in a book or office document: converters keep the site's name behind it, the heading has none."""

from __future__ import annotations

import re

from quotations.reading.document import BlockKind, Document
from quotations.reading.formats.draft import informed

_SITE = re.compile(r"\s+[|–—·»:-]\s+\S.{0,60}$")
_FIRST = 40  #: blocks among which the article's heading stands


def is_site(rest: str) -> bool:
    """Whether *rest* is the name of a site behind a title, with what parts the two."""
    return bool(_SITE.fullmatch(rest))


def without_site(document: Document) -> Document:
    """*document* with its heading for title, where the title is the heading and the name of a site."""
    title = document.title or ""
    for block in document.blocks[:_FIRST]:
        words = document.words(block.span) if block.kind is BlockKind.HEADING else ""
        if words and title.startswith(words) and is_site(title[len(words) :]):
            return informed(document, {"title": (words, "first heading and the document's own title")})
    return document
