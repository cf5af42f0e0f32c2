"""Pages as text browsers write them out (Lynx and w3m ``-dump``): ``[8]said on the radio``, and a list of addresses.

The number stands before the words of its link, not behind what it proves, and leads to no note: the list at the end
is the page's links, its menu's among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import BlockKind, Link, Region
from quotations.reading.formats.draft import Draft

_ENTRY = re.compile(r"\s*(?:\[(\d{1,4})\]|(\d{1,4})\.)\s+((?:https?|file|ftp|mailto):\S*)\s*$", re.IGNORECASE)
_LISTED = re.compile(r"(?i)\s*references:?\s*$")
_MARK = re.compile(r"\[(\d{1,4})\](?:\s?\^)?[ \t]*(?:\n[ \t]*)?(?=[^\s\]])")
#: The words of a link to a note, and of one back from it.
_NOTED = re.compile(r"\[?(\d{1,3})\]?(?!\w)")
_BACK = re.compile(r"[↩↑⤴⏎^]")
#: So many words behind the number are taken for the link's: where they end is not written.
_ANCHOR = re.compile(r"(?:[^\s.,;:!?()\[\]“”„«»\"]+[ \t\n]+){0,3}[^\s.,;:!?()\[\]“”„«»\"]+")
_FEWEST = 3


def linked(draft: Draft) -> None:
    """Make links of the numbers in a text browser's dump, each with the address that its list has."""
    at = max((n for n, block in enumerate(draft.blocks) if _LISTED.match(block.span.of(draft.text))), default=-1)
    if at < 0:
        return
    addresses: dict[str, str] = {}
    for block in draft.blocks[at + 1 :]:
        for line in block.span.of(draft.text).splitlines():
            found = _ENTRY.match(line)
            if found:
                addresses[found[1] or found[2]] = found[3]
            elif len(line.split()) > 3:
                return  # a list that somebody wrote
    if len(addresses) < _FEWEST or set(addresses) != {str(n) for n in range(1, len(addresses) + 1)}:
        return
    body = draft.blocks[at].span.start
    marks = _marks(draft.text, body, addresses)
    ahead = sum(not draft.text[mark.start() - 1 : mark.start()].strip() for mark in marks)
    if 2 * ahead < len(marks) or not marks:
        return  # numbers behind the words: notes
    draft.links = [link for link in draft.links if link.span.start < body]
    for mark in marks:
        draft.hide(*mark.span())
        inside = "#" in addresses[mark[1]]
        if inside and (noted := _NOTED.match(draft.text, mark.end(), body)):
            draft.raised.append(Span(*noted.span(1)))
            draft.hide(*noted.span())
            continue
        if inside and _BACK.match(draft.text, mark.end()):
            continue
        words = _ANCHOR.match(draft.text, mark.end(), body)
        span = Span(mark.end(), words.end() if words else mark.end() + 1)
        draft.links.append(Link(span=span, href=addresses[mark[1]]))
    for number, block in enumerate(draft.blocks[at:], at):
        draft.blocks[number] = replace(
            block,
            kind=BlockKind.LIST_ITEM,
            region=Region.CHROME,
            region_reason="a text browser's list of the page's links",
            quote_depth=0,
            quote_group=None,
        )


def _marks(text: str, body: int, addresses: Mapping[str, str]) -> list[re.Match[str]]:
    """The numbers of links; the one right behind another is that link's word, ``[12][1]``."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, 0, body):
        if mark[1] in addresses and not (found and mark.start() == found[-1].end()):
            found.append(mark)
    return found
