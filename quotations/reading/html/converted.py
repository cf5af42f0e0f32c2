"""What converters make of a page's mark-up, undone: names that lost their meaning, one quotation in several elements."""

from __future__ import annotations

import re
from collections import Counter

from quotations.reading.html import elements

_PARAGRAPH = re.compile(r"<p(?: class=\"([^\"<>]{1,200})\")?(?=[\s>])")
_FEWEST = 5  #: paragraphs: of fewer most may be furniture
#: LibreOffice writes each paragraph of a block quotation as one of its own, and signs in the head.
_LIBREOFFICE = re.compile(r"<meta name=\"generator\" content=\"LibreOffice", re.IGNORECASE)
_QUOTED_ON = re.compile(r"</blockquote>\s{0,40}<blockquote(?: [^<>]{0,300})?>", re.IGNORECASE)


def mended(markup: str) -> str:
    """*markup* without what a converter put there and the page's author did not mean."""
    if 'class="' in markup:
        markup = _without_common(markup)
    if _LIBREOFFICE.search(markup, 0, 4000):
        markup = _QUOTED_ON.sub("<p>", markup)
    return markup


def _without_common(markup: str) -> str:
    """*markup* without a name of furniture that most paragraphs bear: Calibre gives the first one's to all alike."""
    named: Counter[str | None] = Counter(found[1] for found in _PARAGRAPH.finditer(markup))
    every = named.total()
    if every < _FEWEST:
        return markup
    name, count = named.most_common(1)[0]
    if name is None or 2 * count <= every or not elements.chrome_name(name):
        return markup
    return markup.replace(f'<p class="{name}"', "<p")
