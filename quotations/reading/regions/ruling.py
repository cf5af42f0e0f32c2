"""Which blocks and links are the article and which stand around it, by signs that every format has.

A reader that knows more (elements, class names, print margins) sets `Block.region` and `Block.region_reason` itself;
here only what is still undecided is judged: by its words, by how much of it is linked, and by where it stands between
the first and the last paragraph of prose. Links follow their block, unless their own address or words say more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from quotations.reading.document import Block, BlockKind, Document, Link, Region
from quotations.reading.regions import furniture
from quotations.reading.regions.edges import authors, head_reason, is_label, leads_home, tail_reason
from quotations.reading.regions.intents import intent_of
from quotations.reading.regions.seen import Seen, look
from quotations.urls import host_of, site, unwrap

#: So many links to one host tell which site a page is of.
_MANY = 8
#: Hosts that count the clicks in letters and send them on: of mailing services, and by the names that others give them.
_FORWARDS = re.compile(
    r"(?:^|\.)(?:list-manage\.com|beehiiv\.com|sendgrid\.net|mailjet\.com|hubspotlinks\.com|convertkit-mail\d?\.com|"
    r"klclick\d?\.com|sendibt\d\.com|cmail\d+\.com|createsend\d?\.com|mlsend\d?\.com|awstrack\.me)$|"
    r"^(?:clicks?|links?|lnk|ct|trk|track(?:ing)?|url\d+|e?mail|go)\d?\."
)
#: A sentence that leads to a link has at least so many words.
_LED = 4
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.TABLE_CELL})
_LISTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.NOTE})
_OPENING = frozenset("“„«»\"'‘「『‚‹")


def assign_regions(document: Document) -> Document:
    """*document* with the region of every block and link that its reader left open, each with its reason."""
    seen = look(document)
    decided: dict[int, tuple[Region, str]] = {}
    _sections(seen, decided)
    home = _home(document)
    _around(seen, decided, document, home)
    _inside(seen, decided, document, home)
    blocks = tuple(
        replace(s.block, region=decided[i][0], region_reason=decided[i][1]) if i in decided else s.block
        for i, s in enumerate(seen)
    )
    return replace(document, blocks=blocks, links=_links(document, blocks))


def _is_prose(s: Seen) -> bool:
    """A paragraph that tells something; bylines, labels and appeals are none."""
    if s.block.kind not in _PROSE or not s.open or s.bare < 4 or s.outside:
        return False
    return s.bare >= 25 or (s.ends_sentence and s.count >= 6 and not is_label(s))


def _sections(seen: list[Seen], decided: dict[int, tuple[Region, str]]) -> None:
    """Reference lists, notes and shelves under a heading that says so."""
    under: tuple[Region, str] | None = None
    for i, s in enumerate(seen):
        cell = s.block.kind is BlockKind.TABLE_CELL
        if s.block.kind is BlockKind.HEADING or (s.count <= 4 and not s.links and s.open and not cell):
            if furniture.REFERENCES.match(s.words):
                under = Region.LIST, f"under “{s.words}”"
                continue
            if furniture.NOTES.match(s.words):
                under = Region.NOTES, f"under “{s.words}”"
                continue
            if s.block.kind is BlockKind.HEADING:
                shelf = s.open and furniture.SHELF_HEADING.match(s.words)
                under = (Region.CHROME, f"under “{s.words}”") if shelf else None
                if under:
                    decided[i] = under
                continue
        if under is None or not s.open:
            continue
        if under[0] is Region.CHROME:
            if s.link_line or s.bare < 25:
                decided[i] = under
            else:
                # Prose after all: the heading was the article's own.
                under = None
                if seen[i - 1].block.kind is BlockKind.HEADING:
                    decided.pop(i - 1, None)
        elif under[0] is Region.LIST and s.block.kind is BlockKind.PARAGRAPH and s.bare >= 40 and not s.links:
            under = None
        elif s.block.kind in _LISTED and not s.outside:
            decided[i] = under


def _around(seen: list[Seen], decided: dict[int, tuple[Region, str]], document: Document, home: str) -> None:
    """Everything before the first and after the last paragraph of prose."""
    prose = [i for i, s in enumerate(seen) if i not in decided and _is_prose(s)]
    if not prose:
        return
    start = next((i for i in prose if seen[i].bare >= 20), prose[0])
    for i in range(start):
        reason = head_reason(seen[i], document) if not _in_row(seen, i) else None
        if i not in decided and reason:
            decided[i] = Region.CHROME, reason
    names = authors(seen[:start], document)
    last = len(seen)
    while last > 0:
        s = seen[last - 1]
        if last - 1 not in decided and s.open:
            reason = tail_reason(s, names, home)
            if (
                reason is None
                or (last > 1 and (_names_source(s, seen[last - 2]) or _led(s, seen[last - 2])))
                or _in_row(seen, last - 1)
            ):
                break
            if reason:
                decided[last - 1] = Region.CHROME, reason
        last -= 1


def _in_row(seen: list[Seen], i: int) -> bool:
    """Whether a cell or an item that is only a link stands beside one that is only a quotation."""
    kind = seen[i].block.kind
    if kind not in (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM) or not seen[i].link_line:
        return False
    beside = seen[max(0, i - 1) : i] + seen[i + 1 : i + 2]
    return any(n.block.kind is kind and n.words[:1] in _OPENING for n in beside if n.words)


def _names_source(s: Seen, before: Seen) -> bool:
    """Whether a line of links right behind a block quotation says where that is from."""
    return bool(s.links) and bool(before.block.quote_depth) and bool(furniture.SOURCE.match(s.words))


def _led(s: Seen, before: Seen) -> bool:
    """Whether a link stands on a line of its own behind a sentence that leads to it: “Here are her full remarks:”."""
    label = furniture.SHELF_LABEL.match(before.words)
    return len(s.links) == 1 and before.words.endswith(":") and before.count >= _LED and before.open and not label


def _inside(seen: list[Seen], decided: dict[int, tuple[Region, str]], document: Document, home: str) -> None:
    """Lines that are only links, between paragraphs: shelves of the site, further reading, or the article's own."""
    for i, s in enumerate(seen):
        if i in decided or not s.open:
            continue
        if s.block.kind is BlockKind.HEADING:
            if s.link_line and s.words != document.title and leads_home(s, home):
                decided[i] = Region.CHROME, "a heading that is a link into the same site"
            continue
        if s.count <= 45 and not s.quotes and s.appeals:
            decided[i] = Region.CHROME, "asks to follow, share or subscribe"
        elif not s.links:
            continue
        elif s.count <= 60 and furniture.CREDIT.match(s.words) and not s.quotes:
            decided[i] = Region.CHROME, "names who made a picture"
        elif is_label(s) and not s.words.endswith(":") and s.bare <= 8:
            own = not home or leads_home(s, home)
            decided[i] = (Region.CHROME, "points to more of the site") if own else (Region.LIST, "points to more")
        elif s.link_line and not _carries(s, seen, i):
            if leads_home(s, home):
                decided[i] = Region.CHROME, "a line that is only a link into the same site"
            else:
                decided[i] = Region.LIST, "a line that is only a link"


def _carries(s: Seen, seen: list[Seen], i: int) -> bool:
    """Whether a line that is only a link belongs to what is told: it leads in, it quotes, it says a sentence."""
    if s.words.endswith(":") or s.quotes or s.block.quote_depth:
        return True
    if (s.count >= 8 or s.bare) and s.words.endswith((".", "!", ".”", "!”")):
        return True
    neighbours = seen[max(0, i - 1) : i] + seen[i + 1 : i + 2]
    return any(n.block.quote_depth for n in neighbours)


def _home(document: Document) -> str:
    """The site of the article: its own address's, else the one to which most of its links lead; "" when none is.

    An IP address or a bare machine name is no site: many may share it; nor is a host that a newsletter's links pass by.
    """
    if document.url:
        home = site(document.url)
        return home if _names_a_site(home) else ""
    hosts = Counter(host for link in document.links if (host := host_of(link.href)))
    if not hosts:
        return ""
    host, count = hosts.most_common(1)[0]
    if count < _MANY or count <= 0.5 * hosts.total() or not _names_a_site(host) or _FORWARDS.search(host):
        return ""
    first = next(link.href for link in document.links if host_of(link.href) == host)
    return site(f"http://{host}/") if host_of(unwrap(first)) == host else ""


def _names_a_site(host: str) -> bool:
    return "." in host and not host.replace(".", "").isdigit()


def _links(document: Document, blocks: tuple[Block, ...]) -> tuple[Link, ...]:
    starts = [block.span.start for block in blocks]
    return tuple(_placed(link, blocks, starts) for link in document.links)


def _placed(link: Link, blocks: tuple[Block, ...], starts: list[int]) -> Link:
    if link.region is not Region.MAIN or link.region_reason:
        return link
    intent = "leads from a note back to its mark" if link.back_link else intent_of(link.href, link.rel)
    if not intent and not len(link.span) and link.element in ("a", "area"):
        intent = "a picture’s link, without words"
    if intent:
        return replace(link, region=Region.CHROME, region_reason=intent)
    at = bisect_left(starts, link.span.start + 1) - 1
    if at >= 0 and (link.span.start < blocks[at].span.end or link.span.start == blocks[at].span.end):
        block = blocks[at]
        if block.region is Region.MAIN and not block.region_reason:
            return link
        return replace(link, region=block.region, region_reason=block.region_reason)
    return link
