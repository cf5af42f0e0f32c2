"""What one line above or below an article is: a byline, a label, a menu, about the author; None where it is the article's."""

from __future__ import annotations

from quotations.reading.document import BlockKind, Document, Link
from quotations.reading.formats.dates import within
from quotations.reading.regions import furniture
from quotations.reading.regions.seen import Seen
from quotations.urls import clean, host_of, site

#: So many links that are all of a line are a menu.
_MENU = 3


def is_label(s: Seen) -> bool:
    """Whether a line begins as shelves of the site do, and says little else."""
    return bool(furniture.SHELF_LABEL.match(s.words)) and (bool(s.links) or s.count <= 25) and s.bare <= 12


def _is_date_line(words: str) -> bool:
    """Whether *words* is a line with a day and hardly a name beside it ("The Paper, November 16, 2022")."""
    found = within(words) if len(words) <= 90 and not words.endswith(("?", "!")) else None
    if found is None:
        return False
    rest = furniture.BESIDE_A_DATE.sub(" ", words[: found[1]] + " " + words[found[2] :])
    return len(rest.split()) <= 4


def authors(head: list[Seen], document: Document) -> tuple[str, ...]:
    """Who wrote the article, by its metadata and the bylines above it, in one case."""
    names = [document.author] if document.author else []
    for s in head:
        found = furniture.BYLINE.match(s.words)
        if found and s.count <= 12:
            names.append(s.words[found.end() :].strip(" .,"))
    return tuple(name.casefold() for name in names if name)


def head_reason(s: Seen, document: Document) -> str | None:
    """Why a block above the article is none of it; None where it may be the article's."""
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
    if is_label(s):
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


def tail_reason(s: Seen, authors: tuple[str, ...], home: str) -> str | None:
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
    if is_label(s):
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
        if s.linked > 0.3 and not s.ends_sentence and leads_home(s, home):
            return "line with a link into the same site below the article"
    return None


def leads_home(s: Seen, home: str) -> bool:
    """Whether every link of a line leads into the site *home*; never where that is not known."""
    return bool(home) and all(host_of(link.href) is None or site(link.href) == home for link in s.links)
