"""The facts at the head of a Markdown or text file: YAML between ``---`` lines, TOML between ``+++`` lines, bare lines.

Keys as Obsidian Web Clipper, MarkDownload, Omnivore, Readwise, Zotero plug-ins, Jekyll and Hugo write them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime

from quotations.reading.formats.bylines import names
from quotations.reading.formats.draft import Draft

_FENCED = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,60000}?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
#: Lines ``Key: value`` at the head and nothing around them, as MultiMarkdown, Pelican and text savers write them.
_BARE = re.compile(r"\ufeff?((?:[A-Za-z][A-Za-z _-]{1,30}:[ \t]+[^\r\n]{1,500}\r?\n){2,20})[ \t]*(?:\r?\n|$)")
_PLAIN_KEYS = frozenset(
    {"title", "author", "authors", "source", "url", "link", "date", "published", "publisher", "site", "slug", "tags"}
)
_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "name"),
    "author": ("author", "authors", "byline", "creator", "by"),
    "publisher": ("publisher", "site", "site_name", "sitename", "publication", "website"),
    "published": ("published", "date_published", "publish_date", "published_at", "pubdate", "date"),
    "url": ("source", "url", "link", "permalink", "source_url", "original_url", "canonical", "canonical_url", "uri"),
    "saved_at": ("created", "clipped", "saved", "date_saved", "saved_at", "retrieved", "accessed", "date_added"),
    "language": ("language", "lang"),
}
_ZONED = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?) \(UTC ([+-]\d\d:\d\d)\)")
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
#: Pandoc writes its metadata in Markdown, escapes and all.
_ESCAPED = re.compile(r"\\([|$*_#<>\[\]`~^@'\"])")
_LINK = re.compile(r"^\[([^\]]*)\]\((\S+?)\)$")


def read(draft: Draft) -> int:
    """Take the facts of the front matter, hide it, and say where the text proper begins (0 when there is none)."""
    match = _FENCED.match(draft.text)
    if match is not None:
        values = _toml(match[2]) if match[1] == "+++" else _yaml(match[2])
    else:
        match = _BARE.match(draft.text)
        values = _lines(match[1]) if match else None
        named = {str(key).casefold() for key in values or ()}
        if len(named & _PLAIN_KEYS) < 2:
            values = None
    if match is None or values is None:
        return 0
    draft.hide(match.start(), match.end())
    folded = {str(key).strip().casefold().replace(" ", "_").replace("-", "_"): value for key, value in values.items()}
    for name, keys in _KEYS.items():
        for key in keys:
            if words := _words(folded.get(key), name):
                draft.note(name, words, f"front matter: {key}")
                break
    return match.end()


def _yaml(source: str) -> Mapping[object, object] | None:
    import yaml

    if len(re.findall(r"(?:^|\s)[&*][A-Za-z]", source)) > 20:
        return None  # aliases of aliases: no clipper writes them, bombs do
    try:
        values = yaml.safe_load(source)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return _lines(source)
    return values if isinstance(values, Mapping) else None


def _iso(words: str) -> str:
    """A moment as MarkDownload writes it, with its zone in words, as ISO 8601; others as they stand."""
    found = _ZONED.fullmatch(words)
    return f"{found[1]}{found[2]}" if found else words


def _toml(source: str) -> Mapping[object, object] | None:
    try:
        return dict(tomllib.loads(source).items())
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _lines(source: str) -> Mapping[object, object]:
    """``key: value`` line by line, for front matter that some template wrote without quoting."""
    found: dict[object, object] = {}
    for line in source.splitlines():
        key, colon, value = line.partition(":")
        if colon and key and not key[0].isspace():
            found.setdefault(key.strip(), value.strip().strip("\"'"))
    return found


def _words(value: object, name: str) -> str:
    """A value as words: lists joined, wiki links reduced to what they show, days as ISO 8601."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (_words(part, name) for part in value[:50])))
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    words = _ESCAPED.sub(r"\1", _WIKI.sub(r"\1", str(value))).strip()
    if link := _LINK.match(words):
        words = link[2] if name == "url" else link[1]
    if name == "author":
        return names(words) or ""
    if name in ("published", "saved_at"):
        return _iso(words)
    if name == "url":
        return words if re.match(r"(?i)https?://\S+$", words) else ""
    return words
