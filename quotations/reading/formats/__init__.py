"""One reader a format: saved bytes in, documents out."""

from __future__ import annotations

from quotations.errors import EmptyInput, UnknownFormat
from quotations.reading.document import Document
from quotations.reading.formats import detect

__all__ = ["read_documents"]


def read_documents(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Document, ...]:
    """The documents that a saved file holds: one, or many in a list, an export or a feed.

    The content decides the format, *name* (a file's name, with or without folders) is only a hint. Raises EmptyInput,
    UnknownFormat, DamagedInput or InputTooLarge, each with *name* as its subject.
    """
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise EmptyInput("The file holds no text.", subject=name or "")
    return (_characters(data, name, base_url),)


def _characters(data: bytes, name: str | None, base_url: str | None) -> Document:
    from quotations.text.decoding import decode

    if b"\x00" in data[:8192] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnknownFormat(
            "The file is binary and in no format that is read.",
            hint=f"Read today: {detect.READ_TODAY}.",
            subject=name or "",
        )
    text, _ = decode(data, html=False)
    match detect.of_text(text, name):
        case detect.Format.HTML:
            from quotations.reading.html import read_html

            return read_html(data, name=name, base_url=base_url)
        case detect.Format.MARKDOWN:
            from quotations.reading.formats.markdown import read_markdown

            return read_markdown(text, base_url=base_url)
        case _:
            from quotations.reading.formats.plain import read_plain

            return read_plain(text, base_url=base_url)
