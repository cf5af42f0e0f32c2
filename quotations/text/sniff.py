"""What bytes are, told by themselves first and by their label only where they do not say (after WHATWG MIME Sniffing)."""

from __future__ import annotations

import re
from enum import StrEnum

from quotations.errors import EmptyInput, UnknownFormat


class Format(StrEnum):
    """The formats whose words are read as a source's."""

    HTML = "html"
    PDF = "pdf"
    PLAIN = "plain"
    CAPTIONS = "captions"
    JSON = "json"
    XML = "xml"
    MHTML = "mhtml"
    MARKDOWN = "markdown"


_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP container (DOCX, ODT, EPUB, ZIP)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"%!PS", "a PostScript file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"\x1aE\xdf\xa3", "a Matroska recording"),
    (b"fLaC", "a FLAC recording"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"\0asm", "a program"),
)
_MARKS = tuple(mark for mark, _ in _BINARY)
_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|link|style|p|div|span|a|br|h[1-6]|table|ul|ol|li|article|main|section|"
    rb"blockquote|em|strong|b|i|img|iframe|nav|header|footer|form|font|center|pre|!--)(?=[\s>/!-])",
    re.I,
)
_XML_ROOT = re.compile(rb"<(?!\?|!)([A-Za-z_][\w.:-]{0,60})")
_HTML_SPACE = re.compile(rb"\A(?:\s|<!--.{0,4000}?-->|<\?xml[^>]{0,400}>)*", re.S)
_CUE = re.compile(rb"\A\s*(?:WEBVTT\b|(?:\d{1,6}\s*\r?\n)?\d{1,2}:\d\d:\d\d[,.]\d{3}\s+-->)")
_MIME = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,40}\r?\n){1,60}")
_MIME_KIND = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_PLAIN_NAMES = (".txt", ".text", ".rst", ".log", ".csv", ".tsv", ".org", ".tex", ".adoc")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml", ".xht", ".php", ".asp", ".aspx")
_CONTROLS = bytes(range(9)) + bytes((11,)) + bytes(range(14, 27)) + bytes(range(28, 32))
_HEAD = 4096
_HINT = "save it as HTML, PDF or plain text and give that"


def sniff(data: bytes, media_type: str | None = None, name: str | None = None) -> Format:
    """The format of *data*.

    Args:
        data: the bytes.
        media_type: what the server called them, parameters allowed.
        name: a file's name, the weakest hint.

    Raises:
        EmptyInput: there is nothing but white space.
        UnknownFormat: they are pictures, sound, archives or programs.
    """
    subject = name or ""
    if not data or (not data[:_HEAD].strip() and not data.strip()):
        raise EmptyInput("the source is empty", subject=subject)
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    _refuse_binary(data, subject)
    kind = (media_type or "").partition(";")[0].strip().lower()
    head = data[:_HEAD].replace(b"\0", b"")
    head = head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if _is_mime(head) or kind in ("multipart/related", "message/rfc822"):
        return Format.MHTML
    if _CUE.match(head) or kind in ("text/vtt", "application/x-subrip"):
        return Format.CAPTIONS
    return _text_format(head, kind, (name or "").lower())


def _text_format(head: bytes, kind: str, name: str) -> Format:
    body = head[_HTML_SPACE.match(head).end() :] if head.lstrip()[:1] == b"<" else head.lstrip()  # type: ignore[union-attr]
    if _is_json(kind, name, body):
        return Format.JSON
    if body.startswith(b"<"):
        if _TAG.match(body):
            return Format.PLAIN if kind == "text/plain" and not name.endswith(_HTML_NAMES) else Format.HTML
        root = _XML_ROOT.search(body)
        if (
            root
            and kind not in ("text/html", "text/plain")
            and (head.lstrip().startswith(b"<?xml") or kind.endswith("xml") or name.endswith(".xml"))
        ):
            return Format.HTML if root[1].lower() == b"html" else Format.XML
    if kind in ("text/html", "application/xhtml+xml"):
        return Format.HTML
    if kind in ("text/markdown", "text/x-markdown") or name.endswith(_MARKDOWN_NAMES):
        return Format.MARKDOWN
    if kind.startswith("text/") and kind != "text/xml":
        return Format.PLAIN
    if name.endswith(_PLAIN_NAMES):
        return Format.PLAIN
    return Format.HTML if name.endswith(_HTML_NAMES) or _TAG.search(head) else Format.PLAIN


def _is_mime(head: bytes) -> bool:
    """Whether the bytes begin with the header of a message: several fields, one of them MIME's."""
    fields = _MIME.match(head)
    return fields is not None and b"mime-version:" in fields[0].lower() and bool(_MIME_KIND.search(fields[0]))


def _is_json(kind: str, name: str, body: bytes) -> bool:
    if body[:1] not in (b"{", b"["):
        return False
    if kind in ("application/json", "text/json") or kind.endswith("+json") or name.endswith((".json", ".jsonld")):
        return True
    return not kind and bool(re.match(rb"[\[{]\s*(?:[\"{\[\]}]|-?\d)", body)) and body[1:2] != b"["


def controls_in(sample: bytes) -> int:
    """How many bytes of *sample* are control characters that no text has, zero among them."""
    if not any(map(sample.__contains__, _CONTROLS)):  # as a rule; quicker than to look at each byte
        return 0
    return len(sample) - len(sample.translate(None, _CONTROLS))


def _refuse_binary(data: bytes, subject: str) -> None:
    if data.startswith(_MARKS):
        what = next(what for mark, what in _BINARY if data.startswith(mark))
        raise UnknownFormat(f"the source is {what}, not text", hint=_HINT, subject=subject)
    if data[4:8] == b"ftyp" or data[:4] == b"RIFF":
        raise UnknownFormat("the source is a recording or a picture, not text", hint=_HINT, subject=subject)
    sample = data[:_HEAD]
    controls = controls_in(sample)
    if controls * 10 > len(sample) and sample[:2] not in (b"\xff\xfe", b"\xfe\xff") and not _looks_wide(sample):
        raise UnknownFormat("the source is binary data, not text", hint=_HINT, subject=subject)


def _looks_wide(sample: bytes) -> bool:
    """UTF-16 of a Latin script: zeros at every other place."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    return len(sample) >= 8 and max(even, odd) * 3 > len(sample) and min(even, odd) * 8 < max(even, odd)
