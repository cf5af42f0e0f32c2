"""Links into the page itself, whatever address its saver wrote for it.

A page's own fragments stand in it as ``#fn1``; savers complete them: with the page's address (Chromium, reader views),
with another scheme than its canonical one, or with the name of the file on a disk (wget, HTTrack). Where nothing tells
the page's address, two links of one address tell it that lead to each other's places in this page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from quotations.reading.html.canvas import Canvas, DraftLink
from quotations.urls import clean, resolve, scheme_of, source_url

#: What a server adds to a directory's address, and a saver to a page's name.
_FILE = re.compile(r"(?:/(?:index|default)\.(?:x?html?|php|aspx?))?/?$|\.x?html?$", re.IGNORECASE)


def inside_links(canvas: Canvas, base_url: str | None) -> dict[int, str]:
    """Index of each link into the page itself, with the target in it that it names."""
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, link in enumerate(canvas.links):
        page, target = _parted(canvas, link)
        if target:
            named[page].append((index, target))
    own = [page for page, links in named.items() if _is_own(page, base_url) or _mutual(canvas, links)]
    return {index: target for page in own for index, target in named[page]}


def _parted(canvas: Canvas, link: DraftLink) -> tuple[str, str]:
    """The address before the fragment, and the element of this page that the fragment names."""
    page, _, fragment = clean(link.href).partition("#")
    if not fragment:
        return page, ""
    target = fragment if fragment in canvas.targets else unquote(fragment)
    return page, target if target in canvas.targets else ""


def _is_own(page: str, base_url: str | None) -> bool:
    if not page or scheme_of(page) == "file":  # the copy itself, under its name on the saver's disk
        return True
    return base_url is not None and _bare(resolve(page, base_url) or "") == _bare(base_url)


def _bare(url: str) -> str:
    """An address without what differs between two spellings of one page's."""
    address = source_url(url).partition("://")[2].removeprefix("www.")
    path, mark, query = address.partition("?")
    return _FILE.sub("", path) + mark + query


def _mutual(canvas: Canvas, links: list[tuple[int, str]]) -> bool:
    """Whether one of *links* leads to where another stands that leads back."""
    places = {target: canvas.targets[target] for _, target in links}
    leads: dict[int, set[int]] = defaultdict(set)
    for index, target in links:
        first, end = places[target]
        leads[canvas.links[index].block].update(range(first, max(min(end, first + 3), first + 1)))
    return any(block in leads.get(there, ()) for block, led in leads.items() for there in led if there != block)
