"""JSON and XML as sources: their own words, each value or element a block; the document itself is not shown."""

from __future__ import annotations

import json
import re

from quotations.model import Segment, SegmentRole, Span, Text
from quotations.text.plain import text_of

_MAX_VALUES = 200_000
_MARKUP = re.compile(r"</?(?:p|br|div|a|em|strong|b|i|ul|li|h[1-6]|blockquote|span)\b[^<>]{0,2000}>", re.I)
_XML_SKIP = re.compile(r"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^<>\[]*(?:\[.*?\]\s*)?>", re.S)
_XML_PIECE = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<(/?)([A-Za-z_][\w.:-]*)[^<>]*>|([^<]+)|<", re.S)
#: Elements of articles in XML (JATS, TEI, DocBook) that stand inside a line.
_INLINE = frozenset(
    [
        "italic",
        "bold",
        "sup",
        "sub",
        "sc",
        "underline",
        "monospace",
        "xref",
        "ext-link",
        "named-content",
        "styled-content",
        "hi",
        "ref",
        "emphasis",
        "link",
        "i",
        "b",
        "em",
        "strong",
        "a",
        "span",
        "name",
        "surname",
        "given-names",
        "term",
        "q",
        "code",
    ]
)


def text_of_json(characters: str, *, charset: str | None = None) -> Text:
    """The string values of a JSON document, in order; one that does not parse is read as plain text."""
    try:
        value = json.loads(characters, strict=False)
    except (ValueError, RecursionError):
        return text_of(characters, media_type="application/json", charset=charset)
    found: list[str] = []
    waiting: list[object] = [value]
    seen = 0
    while waiting and seen < _MAX_VALUES:
        current = waiting.pop()
        seen += 1
        if isinstance(current, dict):
            waiting.extend(reversed(list(current.values())))
        elif isinstance(current, list):
            waiting.extend(reversed(current))
        elif isinstance(current, str) and current.strip():
            found.append(_words(current))
    return _blocks([words for words in found if words], "application/json", charset)


def text_of_xml(characters: str, *, charset: str | None = None) -> Text:
    """The words of an XML document, a block for each element that is not set inside a line.

    Entities of the document's own are never expanded: only the five of XML and numbers are.
    """
    found: list[str] = []
    line: list[str] = []

    def end() -> None:
        words = " ".join("".join(line).split())
        line.clear()
        if words:
            found.append(words)

    for piece in _XML_PIECE.finditer(_XML_SKIP.sub("", characters)):
        data, _, name, text = piece.groups()
        if data is not None:
            line.append(_words(data))
        elif text is not None:
            line.append(_words(text) if "&" not in text else _unescaped(text))
        elif name and name.rpartition(":")[2].lower() not in _INLINE:
            end()
    end()
    return _blocks(found, "application/xml", charset)


def _unescaped(text: str) -> str:
    import html

    plain = html.unescape(text)
    return _words(plain) if _MARKUP.search(plain) else plain


def _words(value: str) -> str:
    """A value's words; mark-up inside it (a post's content, a feed's entry) is read as HTML."""
    if not _MARKUP.search(value):
        return value if value.isprintable() else value.encode("utf-8", "replace").decode("utf-8")
    from quotations.text.html.page import text_of_html

    inner = text_of_html(value)
    return "\n\n".join(
        s.span.of(inner.text) for s in inner.segments if s.role not in (SegmentRole.HIDDEN, SegmentRole.METADATA)
    )


def _blocks(found: list[str], media_type: str, charset: str | None) -> Text:
    segments = []
    length = 0
    for words in found:
        segments.append(Segment(Span(length, length + len(words)), SegmentRole.BODY))
        length += len(words) + 2
    return Text(text="\n\n".join(found), segments=tuple(segments), media_type=media_type, charset=charset)
