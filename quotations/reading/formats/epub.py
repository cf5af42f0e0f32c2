"""EPUB books (EPUB 3.3, OCF): the chapters of the spine as one document, notes tied across files."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any
from urllib.parse import unquote

from quotations.errors import DamagedInput, InputTooLarge
from quotations.reading.document import Document
from quotations.reading.formats import epub_styles, markup
from quotations.reading.formats.draft import informed
from quotations.reading.formats.zipped import Zipped

#: Ways of scrambling embedded fonts, which lock nothing (OCF 4.4; Adobe's older one).
_FONT_METHODS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_MOST_TEXT = 80 * 1024 * 1024
_LANGUAGE = re.compile(r"<html\b[^<>]{0,500}?\s(?:xml:)?lang=[\"']([A-Za-z-]{2,20})[\"']")
_SHEETS, _SHEET = 20, 200_000  #: so many style sheets, so many bytes of each
_LANGUAGES = 30  #: chapters that are asked for their language
_BODY = re.compile(r"<body\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z][^\s<>/]*+(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*>")
_PLACE = re.compile(r"(\s)(id|name|href|src)(\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


def read_epub(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The book as one document; raises DamagedInput, also when a lock (DRM) keeps its text from being read."""
    from quotations.reading.html import read_html

    book = Zipped(data, name)
    package = _package(book, name)
    root = markup.parsed(book.read(package), name)
    manifest = {
        markup.attribute(item, "id"): item
        for item in markup.descendants(root, "item")
        if markup.attribute(item, "href")
    }
    folder = posixpath.dirname(package)
    chapters = list(_chapters(root, manifest, folder))
    _unlocked(book, frozenset(chapters), name)
    facts = _facts(root)
    if spoken := _spoken(book, chapters):
        facts["language"] = (spoken, "the chapters’ own language")
    sheets = [path for path in book.names if path.lower().endswith(".css")][:_SHEETS]
    classes = epub_styles.inset_classes(book.head(path, _SHEET).decode("utf-8", "replace") for path in sheets)
    page = _page(book, chapters, facts, name, classes)
    document = read_html(page, name=name, base_url=base_url, format="epub")
    return informed(document, facts)


def _package(book: Zipped, name: str | None) -> str:
    if "META-INF/container.xml" in book:
        container = markup.parsed(book.read("META-INF/container.xml"), name)
        for rootfile in markup.descendants(container, "rootfile"):
            path = markup.attribute(rootfile, "full-path")
            if path and path in book:
                return path
    path = next((member for member in book.names if member.lower().endswith(".opf")), None)
    if path is None:
        raise DamagedInput("The EPUB has no package file.", hint="Download the book again.", subject=name or "")
    return path


def _chapters(root: Any, manifest: Mapping[str | None, Any], folder: str) -> Iterator[str]:
    """The members of the spine in reading order, the table of contents left out."""
    for reference in markup.descendants(root, "itemref"):
        item = manifest.get(markup.attribute(reference, "idref"))
        if item is None or "nav" in (markup.attribute(item, "properties") or "").split():
            continue
        if (markup.attribute(item, "media-type") or "") in ("application/xhtml+xml", "text/html"):
            yield posixpath.normpath(posixpath.join(folder, unquote(markup.attribute(item, "href") or "")))


def _unlocked(book: Zipped, chapters: frozenset[str], name: str | None) -> None:
    """Raise DamagedInput when a chapter is encrypted; scrambled fonts are no lock."""
    if "META-INF/encryption.xml" not in book:
        return
    for entry in markup.descendants(markup.parsed(book.read("META-INF/encryption.xml"), name), "EncryptedData"):
        methods = [markup.attribute(m, "Algorithm") for m in markup.descendants(entry, "EncryptionMethod")]
        members = [unquote(markup.attribute(c, "URI") or "") for c in markup.descendants(entry, "CipherReference")]
        if not set(methods) <= _FONT_METHODS and any(posixpath.normpath(member) in chapters for member in members):
            raise DamagedInput(
                "The book is locked by DRM; its text is encrypted.",
                hint="Cite from a copy without DRM, or paste the passage as text.",
                subject=name or "",
            )


def _facts(root: Any) -> dict[str, tuple[object, str]]:
    found: dict[str, list[str]] = {}
    metadata = next(markup.descendants(root, "metadata"), None)
    for element in markup.children(metadata) if metadata is not None else ():
        words = markup.text_of(element)
        if words:
            found.setdefault(markup.local(element), []).append(words)
    source = next(
        (w for key in ("source", "identifier") for w in found.get(key, []) if re.match(r"https?://\S+$", w)), None
    )
    return {
        "title": (next(iter(found.get("title", [])), None), "the book's dc:title"),
        "author": (", ".join(dict.fromkeys(found.get("creator", []))), "the book's dc:creator"),
        "publisher": (next(iter(found.get("publisher", [])), None), "the book's dc:publisher"),
        "published": (next(iter(found.get("date", [])), None), "the book's dc:date"),
        "language": (next(iter(found.get("language", [])), None), "the book's dc:language"),
        "url": (source, "the book's dc:source or dc:identifier"),
    }


def _page(
    book: Zipped,
    chapters: list[str],
    facts: Mapping[str, tuple[object, str]],
    name: str | None,
    classes: frozenset[str],
) -> str:
    """All chapters in one page; ids and links between the files made the page's own."""
    from quotations.text.decoding import decode

    title = markup.escaped(str(facts["title"][0] or ""))
    pieces = [f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article>"]
    size = 0
    for path in dict.fromkeys(chapters):
        if path not in book:
            continue
        text, _ = decode(book.read(path))
        size += len(text)
        if size > _MOST_TEXT:
            raise InputTooLarge("The book is too large to be read as one article.", subject=name or "")
        own = epub_styles.quoted(_body(text), classes)
        own = _TAG.sub(partial(_rewritten, path=path, chapters=chapters), own)
        pieces.append(f'<section id="{_place(path, "")}">{own}</section>')
    if len(pieces) == 1:
        raise DamagedInput("The EPUB has no chapter.", hint="Download the book again.", subject=name or "")
    return "".join([*pieces, "</article></body></html>"])


def _body(text: str) -> str:
    """What stands between a chapter's body tags."""
    opening = _BODY.search(text)
    end = text.lower().rfind("</body")
    return text[opening.end() if opening else 0 : end if end >= 0 else len(text)]


def _rewritten(tag: re.Match[str], *, path: str, chapters: list[str]) -> str:
    def replace(match: re.Match[str]) -> str:
        space, key, equals, quoted = match.groups()
        value = quoted[1:-1]
        if key.lower() in ("id", "name"):
            return f'{space}{key}{equals}"{_place(path, value)}"'
        if key.lower() == "href" and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", value):
            file, _, fragment = value.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
            if target in chapters:
                return f'{space}{key}{equals}"#{_place(target, fragment)}"'
        return match[0]

    return _PLACE.sub(replace, tag[0])


def _spoken(book: Zipped, chapters: list[str]) -> str | None:
    """The language that most chapters name; programs that make books write their own into the package."""
    heads = [book.head(path, 2000).decode("utf-8", "replace") for path in chapters[:_LANGUAGES] if path in book]
    named = Counter(found[1].casefold() for head in heads if (found := _LANGUAGE.search(head)))
    return next((language for language, count in named.most_common(1) if 2 * count > named.total()), None)


def _place(path: str, fragment: str) -> str:
    """A fragment of one chapter as an id of the whole page."""
    return re.sub(r"[^\w.-]", "_", path) + "--" + fragment
