"""A source's bytes to its `Text`: the words in reading order, labelled, with what was not shown set apart.

The door is `read_text`. Derived text is keyed by the digest of the bytes and `TEXT_VERSION`, and can be made again.
"""

from __future__ import annotations

from dataclasses import replace

from quotations.errors import EmptyInput
from quotations.model import Incomplete, Text
from quotations.text.decoding import decode
from quotations.text.sniff import Format, sniff

#: Raised whenever the same bytes give another text or other labels.
TEXT_VERSION = "6"

__all__ = ["TEXT_VERSION", "read_text"]


def read_text(
    data: bytes,
    *,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
    name: str | None = None,
    truncated: bool = False,
) -> Text:
    """Read a source.

    Args:
        data: its bytes, after any content-coding.
        media_type: what the server called them; the bytes themselves are asked first.
        charset: the label of the Content-Type header.
        url: where they came from; its path's ending is a hint like *name*.
        name: a file's name.
        truncated: whether the bytes are known to be cut off.

    Raises:
        EmptyInput: there is nothing in it.
        UnknownFormat: it is no text, page, PDF or transcript.
        DamagedInput: it is a PDF that is encrypted or cannot be read.
    """
    named = name or (url or "").partition("#")[0].partition("?")[0].rpartition("/")[2] or None
    kind = sniff(data, media_type, named)
    text = _read(kind, data, media_type=media_type, charset=charset, name=named, truncated=truncated)
    if truncated and text.incomplete is None:
        text = replace(text, incomplete=Incomplete.TRUNCATED)
    return text if text.version == TEXT_VERSION else replace(text, version=TEXT_VERSION)


def _read(
    kind: Format, data: bytes, *, media_type: str | None, charset: str | None, name: str | None, truncated: bool
) -> Text:
    if kind is Format.PDF:
        from quotations.text.pdf import text_of_pdf

        return text_of_pdf(data, name=name)
    if kind is Format.MHTML:
        from quotations.text.mhtml import text_of_mhtml

        return text_of_mhtml(data, name=name, truncated=truncated)
    characters, codec = decode(data, charset, html=kind in (Format.HTML, Format.XML))
    if not characters.strip():
        raise EmptyInput("the source is empty", subject=name or "")
    if kind is Format.HTML:
        from quotations.text.html.page import text_of_html

        return text_of_html(characters, charset=codec, truncated=truncated)
    if kind is Format.CAPTIONS:
        from quotations.text.captions import text_of_captions

        return text_of_captions(characters, charset=codec)
    if kind is Format.JSON or kind is Format.XML:
        from quotations.text.structured import text_of_json, text_of_xml

        return (
            text_of_json(characters, charset=codec) if kind is Format.JSON else text_of_xml(characters, charset=codec)
        )
    if kind is Format.MARKDOWN:
        from quotations.text.markdown import text_of_markdown

        return text_of_markdown(characters, charset=codec)
    from quotations.text.plain import text_of

    plain = (media_type or "").partition(";")[0].strip().lower()
    return text_of(characters, media_type=plain if plain.startswith("text/") else "text/plain", charset=codec)
