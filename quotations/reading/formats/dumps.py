"""Pages as text browsers write them out (Lynx and w3m ``-dump``): ``[8]said on the radio``, and a list of addresses.

The number stands before the words of its link, not behind what it proves, and leads to no note: the list at the end
is the page's links, its menu's among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import BlockKind, Link, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.lines import Line

_ENTRY = re.compile(r"\s*(?:\[(\d{1,4})\]|(\d{1,4})\.)\s+((?:https?|file|ftp|mailto):\S*)\s*$", re.IGNORECASE)
_LISTED = re.compile(r"(?i)\s*references:?\s*$")
_MARK = re.compile(r"\^?\[(\d{1,4})\](?:\s?\^)?[ \t]*(?:\n[ \t]*)?(?=[^\s\]])")
_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
#: The words of a link to a note, and of one back from it.
_NOTED = re.compile(r"\[?(\d{1,3})\]?(?!\w)")
_BACK = re.compile(r"[↩↑⤴⏎^]")
#: So many words behind the number are taken for the link's: where they end is not written.
_ANCHOR = re.compile(r"(?:[^\s.,;:!?()\[\]“”„«»\"]+(?:[ \t]+|[ \t]*\n[ \t]*)){0,3}[^\s.,;:!?()\[\]“”„«»\"]+")
_FEWEST = 3
_LIST = re.compile(r"(?im)^[ \t]*references:?[ \t]*$")
#: Stands in lines for what is no word of theirs; neither a blank nor a letter.
_JOINER = "\u2060"
#: ELinks writes the links of a page's head above its words.
_RELATED = re.compile(r"(?:\s*Link: \[\d{1,4}\][\w -]{1,40}(?:\n|\Z)){1,40}")
_HEAD = 3


def unnumbered(text: str, every: list[Line]) -> list[Line]:
    """The lines of a text browser's dump without the numbers of its links: one at a line's head begins no entry."""
    at = max((found.start() for found in _LIST.finditer(text)), default=-1)
    if at < 0 or sum(bool(_ENTRY.match(line)) for line in text[at : at + 2000].splitlines()) < _FEWEST:
        return every
    return [
        Line(_NUMBER.sub(lambda mark: _JOINER * len(mark[0]), line.text), line.start) if line.start < at else line
        for line in every
    ]


def linked(draft: Draft) -> None:
    """Make links of the numbers in a text browser's dump, each with the address that its list has."""
    at = max((n for n, block in enumerate(draft.blocks) if _LISTED.match(block.span.of(draft.text))), default=-1)
    if at < 0:
        return
    addresses = _addresses(draft, at + 1)
    numbers = [int(number) for number in addresses]
    # ELinks counts pictures, too, and leaves them out of its list.
    if len(numbers) < _FEWEST or numbers != sorted(numbers) or numbers[-1] > 2 * len(numbers):
        return
    body = draft.blocks[at].span.start
    marks = _marks(draft.text, body, addresses)
    ahead = sum(not draft.text[mark.start() - 1 : mark.start()].strip() for mark in marks)
    if 2 * ahead < len(marks) or not marks:
        return  # numbers behind the words: notes
    draft.links = [link for link in draft.links if link.span.start < body]
    own = _own(draft.text, marks, addresses, body)
    begun = {block.span.start for block in draft.blocks}
    for mark in marks:
        draft.hide(*mark.span())
        page, _, fragment = addresses[mark[1]].partition("#")
        if fragment and (noted := _NOTED.match(draft.text, mark.end(), body)):
            if mark.start() not in begun:  # there it is the note's own number
                draft.raised.append(Span(*noted.span(1)))
                draft.hide(*noted.span())
            continue
        if fragment and (page in own or page.startswith("file:")):
            continue  # a place of the page itself
        words = _ANCHOR.match(draft.text, mark.end(), body)
        span = Span(mark.end(), words.end() if words else mark.end() + 1)
        draft.links.append(Link(span=span, href=addresses[mark[1]]))
    for block in draft.blocks[:_HEAD]:
        if related := _RELATED.match(draft.text, block.span.start, block.span.end):
            draft.hide(*related.span())
            draft.links = [link for link in draft.links if link.span.start >= related.end()]
    _set_aside(draft, at)


def _addresses(draft: Draft, first: int) -> dict[str, str]:
    """The addresses of the list that the blocks from *first* on are, by number; none where somebody wrote it."""
    addresses: dict[str, str] = {}
    for block in draft.blocks[first:]:
        for line in block.span.of(draft.text).splitlines():
            found = _ENTRY.match(line)
            if found:
                addresses[found[1] or found[2]] = found[3]
            elif len(line.split()) > 3:
                return {}
    return addresses


def _set_aside(draft: Draft, at: int) -> None:
    """Take the list that begins with block *at* for what it is: the browser's, none of the page's."""
    for number, block in enumerate(draft.blocks[at:], at):
        draft.blocks[number] = replace(
            block,
            kind=BlockKind.LIST_ITEM,
            region=Region.CHROME,
            region_reason="a text browser's list of the page's links",
            quote_depth=0,
            quote_group=None,
        )


def _own(text: str, marks: Sequence[re.Match[str]], addresses: Mapping[str, str], body: int) -> set[str]:
    """The page's own address: where the marks of its notes and the arrows behind these lead."""
    return {
        addresses[mark[1]].partition("#")[0]
        for mark in marks
        if "#" in addresses[mark[1]] and (_NOTED.match(text, mark.end(), body) or _BACK.match(text, mark.end()))
    }


def _marks(text: str, body: int, addresses: Mapping[str, str]) -> list[re.Match[str]]:
    """The numbers of links; the one right behind another is that link's word, ``[12][1]``."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(text, 0, body):
        if mark[1] in addresses and not (found and mark.start() == found[-1].end()):
            found.append(mark)
    return found
