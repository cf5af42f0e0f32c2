"""JSON lists of links without their pages: bookmarks of browsers and services, open tabs, ArchiveBox's index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from quotations.reading.formats.entries import Entry
from quotations.reading.formats.exports.values import address, listed, moment, words

Item = Mapping[str, Any]

_MOST_NODES = 100_000
#: Chrome counts microseconds from 1601, Unix seconds from 1970.
_EPOCH = 11_644_473_600


def _below(tree: object) -> Iterator[Item]:
    """The objects of a tree of folders in its order."""
    stack = [tree] if isinstance(tree, Mapping) else []
    for _ in range(_MOST_NODES):
        if not stack:
            return
        item = stack.pop()
        yield item
        stack.extend(reversed(listed(item.get("children"))))


def firefox_rows(tree: object) -> list[Item]:
    """The bookmarks of Firefox's backup."""
    if not isinstance(tree, Mapping) or not {"guid", "children"} <= tree.keys():
        return []
    return [item for item in _below(tree) if item.get("uri")]


def firefox(item: Item) -> Entry | None:
    """A bookmark of Firefox, its moment in microseconds."""
    added = item.get("dateAdded")
    saved = moment(added / 1_000_000) if isinstance(added, int) else None
    return _link(item.get("uri"), item.get("title"), saved, "the Firefox backup")


def chrome_rows(tree: object) -> list[Item]:
    """The bookmarks in Chrome's own file ``Bookmarks``."""
    roots = tree.get("roots") if isinstance(tree, Mapping) else None
    folders = roots.values() if isinstance(roots, Mapping) else ()
    return [item for folder in folders for item in _below(folder) if item.get("type") == "url"]


def chrome(item: Item) -> Entry | None:
    """A bookmark of Chrome."""
    added = str(item.get("date_added") or "")
    saved = moment(int(added) / 1_000_000 - _EPOCH) if added.isdecimal() and len(added) < 20 else None
    return _link(item.get("url"), item.get("name"), saved, "Chrome’s bookmarks")


def tab_rows(tree: object) -> list[Item]:
    """The tabs of a saved session (Tab Session Manager)."""
    found: list[Item] = []
    for session in listed(tree):
        windows = session.get("windows")
        for window in windows.values() if isinstance(windows, Mapping) else ():
            tabs = window.values() if isinstance(window, Mapping) else ()
            found += [tab for tab in tabs if isinstance(tab, Mapping) and "url" in tab]
    return found


def tab(item: Item) -> Entry | None:
    """An open tab."""
    return _link(item.get("url"), item.get("title"), moment(item.get("lastAccessed")), "the saved session")


def pinboard(item: Item) -> Entry | None:
    """A bookmark of Pinboard, whose "description" is the title."""
    return _link(item.get("href"), item.get("description"), moment(item.get("time")), "the Pinboard export")


def bookmark(item: Item) -> Entry | None:
    """A bookmark of Delicious or elCurator."""
    saved = moment(item.get("created")) or moment(item.get("created_at"))
    return _link(item.get("url"), item.get("title"), saved, "the list of bookmarks")


def readability(item: Item) -> Entry | None:
    """A page saved with Readability."""
    return _link(
        item.get("article__url"), item.get("article__title"), moment(item.get("date_added")), "the Readability export"
    )


def archive_box(item: Item) -> Entry | None:
    """A snapshot of ArchiveBox by its index."""
    stamp = str(item.get("timestamp") or "")
    return _link(item.get("url"), item.get("title"), moment(stamp), "ArchiveBox’s index")


def _link(url: object, title: object, saved: str | None, how: str) -> Entry | None:
    found = address(url)
    return Entry(url=found, title=words(title), saved_at=saved, how=how) if found else None


Shape = tuple[Callable[[object], list[Item]], Callable[[Item], Entry | None]]


def _rows(tree: object, *needed: str) -> list[Item]:
    if isinstance(tree, Mapping):
        return [tree] if all(key in tree for key in needed) else []
    items = listed(tree)
    return items if items and all(all(k in item for k in needed) for item in items[:3]) else []


SHAPES: dict[str, Shape] = {
    "archivebox": (lambda t: _rows(t, "url", "timestamp", "history"), archive_box),
    "firefox": (firefox_rows, firefox),
    "chrome": (chrome_rows, chrome),
    "tabs": (tab_rows, tab),
    "pinboard": (lambda t: _rows(t, "href", "description", "time"), pinboard),
    "readability": (
        lambda t: _rows(t.get("bookmarks"), "article__url") if isinstance(t, Mapping) else [],
        readability,
    ),
    "bookmarks": (lambda t: _rows(t, "url", "title", "created") or _rows(t, "url", "title", "created_at"), bookmark),
}
