"""One reader a format: saved bytes in, documents out."""

from __future__ import annotations

from importlib import import_module

from quotations.errors import EmptyInput
from quotations.reading.document import Document
from quotations.reading.formats import crowded, detect, titles
from quotations.reading.formats.detect import Format

__all__ = ["Format", "format_of", "read_documents"]

#: Readers of bytes; each is loaded when its format comes.
_OF_BYTES = {
    Format.PDF: ("pdf", "read_pdf"),
    Format.MHTML: ("mail", "read_mhtml"),
    Format.EML: ("mail", "read_mail"),
    Format.EPUB: ("epub", "read_epub"),
    Format.DOCX: ("docx", "read_docx"),
    Format.ODT: ("odt", "read_odt"),
    Format.ENEX: ("enex", "read_enex"),
    Format.FEED: ("feeds", "read_feed"),
    Format.JSON: ("exports.trees", "read_tree"),
    Format.WARC: ("warc", "read_warc"),
    Format.WACZ: ("warc", "read_wacz"),
    Format.ZIP: ("bundles", "read_bundle"),
    Format.MEDIAWIKI: ("wikitext.dump", "read_dump"),
    Format.HTML: ("web", "read_page"),
    Format.ZOTERO: ("zotero.library", "read_library"),
    Format.WALLABAG: ("exports.wallabag", "read_entries"),
}
#: What converters make of pages.
_CONVERTED = frozenset({Format.EPUB, Format.DOCX, Format.ODT, Format.PDF, Format.MARKDOWN})
#: Readers of characters.
_OF_TEXT = {
    Format.MARKDOWN: ("markdown", "read_markdown"),
    Format.TEXT: ("plain", "read_plain"),
    Format.WIKITEXT: ("wikitext", "read_wikitext"),
    Format.CSV: ("exports.tables", "read_table"),
    Format.BOOKMARKS: ("exports.bookmarks", "read_bookmarks"),
    Format.CLIPPINGS: ("exports.clippings", "read_clippings"),
}


def read_documents(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The documents that a saved file holds: one, or many in a list, an export or a feed.

    The content decides the format, *name* (a file's name, with or without folders) is only a hint. Raises EmptyInput,
    UnknownFormat, DamagedInput or InputTooLarge, each with *name* as its subject.
    """
    kind, text = _format(data, name)
    crowded.check(kind, data if text is None else text, name)
    if text is not None and kind in _OF_TEXT:
        found = _read(_OF_TEXT[kind], text, name, base_url)
    else:
        found = _read(_OF_BYTES[kind], data, name, base_url)
    return tuple(map(titles.without_site, found)) if kind in _CONVERTED else found


def format_of(data: bytes, name: str | None = None) -> Format:
    """The format that the file is in; raises as `read_documents` does."""
    return _format(data, name)[0]


def _format(data: bytes, name: str | None) -> tuple[Format, str | None]:
    """The format, and the characters of a file that had to be decoded to tell."""
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise EmptyInput("The file holds no text.", subject=name or "")
    kind = detect.of_bytes(data, name)
    if kind is not None:
        return kind, None
    from quotations.text.decoding import decode

    text, _ = decode(data, html=False)
    return detect.of_text(text, name), text


def _read(reader: tuple[str, str], source: bytes | str, name: str | None, base_url: str | None) -> tuple[Document, ...]:
    module, function = reader
    read = getattr(import_module(f"{__name__}.{module}"), function)
    found = read(source, name=name, base_url=base_url)
    return found if isinstance(found, tuple) else (found,)
