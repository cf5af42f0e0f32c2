"""Which blocks and links are the article and which stand around it, by signs that every format has.

A reader that knows more (elements, class names, print margins) sets `Block.region` and `Block.region_reason` itself;
here only what is still undecided is judged: by its words, by how much of it is linked, and by where it stands between
the first and the last paragraph of prose. Links follow their block, unless their own address or words say more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from quotations.reading.document import Block, BlockKind, Document, Link, Region
from quotations.reading.formats.dates import within
from quotations.reading.regions import furniture
from quotations.reading.regions.intents import intent_of
from quotations.reading.regions.seen import Seen, look
from quotations.urls import clean, host_of, site

#: So many links to one host tell which site a page is of.
_MANY = 8
#: A sentence that leads to a link has at least so many words.
_LED = 4
#: So many links that are all of a line are a menu.
_MENU = 3
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.CODE, BlockKind.TABLE_CELL})
_LISTED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.NOTE})
_OPENING = frozenset("“„«»\"'‘「『‚‹")


def assign_regions(document: Document) -> Document:
    """*document* with the region of every block and link that its reader left open, each with its reason."""
    seen = look(document)
    decided: dict[int, tuple[Region, str]] = {}
    _sections(seen, decided)
    _around(seen, decided, document)
    _inside(seen, decided, document)
    blocks = tuple(
        replace(s.block, region=decided[i][0], region_reason=decided[i][1]) if i in decided else s.block
        for i, s in enumerate(seen)
    )
    return replace(document, blocks=blocks, links=_links(document, blocks))


def _is_prose(s: Seen) -> bool:
    """A paragraph that tells something; bylines, labels and appeals are none."""
    if s.block.kind not in _PROSE or not s.open or s.bare < 4 or s.outside:
        return False
    return s.bare >= 25 or (s.ends_sentence and s.count >= 6 and not _is_label(s))


def _is_label(s: Seen) -> bool:
    return bool(furniture.SHELF_LABEL.match(s.words)) and (bool(s.links) or s.count <= 25) and s.bare <= 12


def _is_date_line(words: str) -> bool:
    """Whether *words* is a line with a day and hardly a name beside it ("The Paper, November 16, 2022")."""
    found = within(words) if len(words) <= 90 and not words.endswith(("?", "!")) else None
    if found is None:
        return False
    rest = furniture.BESIDE_A_DATE.sub(" ", words[: found[1]] + " " + words[found[2] :])
    return len(rest.split()) <= 4


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


def _around(seen: list[Seen], decided: dict[int, tuple[Region, str]], document: Document) -> None:
    """Everything before the first and after the last paragraph of prose."""
    prose = [i for i, s in enumerate(seen) if i not in decided and _is_prose(s)]
    if not prose:
        return
    start = next((i for i in prose if seen[i].bare >= 20), prose[0])
    for i in range(start):
        reason = _head_reason(seen[i], document) if not _in_row(seen, i) else None
        if i not in decided and reason:
            decided[i] = Region.CHROME, reason
    authors = _authors(seen[:start], document)
    home = _home(document)
    last = len(seen)
    while last > 0:
        s = seen[last - 1]
        if last - 1 not in decided and s.open:
            reason = _tail_reason(s, authors, home)
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


def _authors(head: list[Seen], document: Document) -> tuple[str, ...]:
    names = [document.author] if document.author else []
    for s in head:
        found = furniture.BYLINE.match(s.words)
        if found and s.count <= 12:
            names.append(s.words[found.end() :].strip(" .,"))
    return tuple(name.casefold() for name in names if name)


def _head_reason(s: Seen, document: Document) -> str | None:
    if not s.open or s.block.kind in (BlockKind.QUOTE, BlockKind.NOTE):
        return None
    if s.block.kind is BlockKind.HEADING:
        title = document.title and document.title.casefold() == s.words.casefold()
        return "shelf above the article" if s.link_line and s.count <= 6 and not title else None
    if _is_byline(s):
        return "byline"
    if document.author and s.words.casefold().strip(" .,") == document.author.casefold():
        return "byline"
    if _is_date_line(s.words):
        return "line with the date"
    if _is_label(s):
        return "label with the site's own shelves"
    # Several links in a row are a menu, even when the last of them ends as a sentence does; a stop behind it ends a sentence.
    told = s.ends_sentence and (len(s.links) < _MENU or not s.words.endswith(document.words(s.links[-1].span)))
    if s.link_line and not s.words.endswith(":") and not told and not all(map(_is_deep, s.links)):
        return "line of links above the article"
    return s.outside


def _is_byline(s: Seen) -> bool:
    """Whether a line begins as bylines do and goes on with names."""
    found = furniture.BYLINE.match(s.words)
    if not found or s.count > 20 or s.words.endswith((".", "?", "!")):
        return False
    names = s.words[found.end() :].split()
    return names[0][:1].isupper() and sum(name[:1].isupper() for name in names) * 2 >= len(names)


def _is_deep(link: Link) -> bool:
    """Whether a link leads to a page inside some site, as a source does, and not to a site or a profile."""
    href = clean(link.href).split("?")[0].rstrip("/")
    return href.startswith(("http://", "https://")) and href.count("/") >= 4


def _tail_reason(s: Seen, authors: tuple[str, ...], home: str) -> str | None:
    """Why a block after the article is none of it; "" when it may be either, None when it is the article's."""
    words = s.words
    if furniture.END_MARK.match(words):
        return ""
    reason = s.outside
    if reason:
        return reason
    if s.count <= 90 and (furniture.REACH.search(s.lower) or s.appeals):
        return "about the author or the site"
    if furniture.FOOTER_LABEL.match(words):
        return "label of a footer"
    if s.block.kind in (BlockKind.NOTE, BlockKind.CAPTION, BlockKind.HEADING, BlockKind.BYLINE) or s.block.quote_depth:
        return ""
    if _is_label(s):
        return "label with the site's own shelves"
    if any(words.casefold().startswith(name) for name in authors) and furniture.BIOGRAPHY.match(words):
        return "about the author"
    if s.count <= 12 and _is_byline(s):
        return "byline"
    if _is_date_line(words):
        return "line with the date"
    if s.links and not s.quotes:
        linked = s.link_line and not s.ends_sentence
        if linked and s.block.kind is not BlockKind.LIST_ITEM and not words.endswith(":"):
            return "line of links below the article"
        if home and s.linked > 0.3 and not s.ends_sentence and all(_is_home(link.href, home) for link in s.links):
            return "line with a link into the same site below the article"
    return None


def _inside(seen: list[Seen], decided: dict[int, tuple[Region, str]], document: Document) -> None:
    """Lines that are only links, between paragraphs: shelves of the site, further reading, or the article's own."""
    home = _home(document)
    for i, s in enumerate(seen):
        if i in decided or not s.open:
            continue
        if s.block.kind is BlockKind.HEADING:
            if (
                home
                and s.link_line
                and s.words != document.title
                and all(_is_home(link.href, home) for link in s.links)
            ):
                decided[i] = Region.CHROME, "a heading that is a link into the same site"
            continue
        if s.count <= 45 and s.appeals and not s.quotes:
            decided[i] = Region.CHROME, "asks to follow, share or subscribe"
        elif not s.links:
            continue
        elif s.count <= 60 and furniture.CREDIT.match(s.words) and not s.quotes:
            decided[i] = Region.CHROME, "names who made a picture"
        elif _is_label(s) and not s.words.endswith(":") and s.bare <= 8:
            own = not home or all(_is_home(link.href, home) for link in s.links)
            decided[i] = (Region.CHROME, "points to more of the site") if own else (Region.LIST, "points to more")
        elif s.link_line and not _carries(s, seen, i):
            if home and all(_is_home(link.href, home) for link in s.links):
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

    An IP address or a bare machine name is no site: many may share it.
    """
    if document.url:
        home = site(document.url)
        return home if _names_a_site(home) else ""
    hosts = Counter(host for link in document.links if (host := host_of(link.href)))
    if not hosts:
        return ""
    host, count = hosts.most_common(1)[0]
    return site(f"http://{host}/") if count >= _MANY and count > 0.5 * hosts.total() and _names_a_site(host) else ""


def _names_a_site(host: str) -> bool:
    return "." in host and not host.replace(".", "").isdigit()


def _is_home(href: str, home: str) -> bool:
    host = host_of(href)
    return host is None or site(href) == home


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
