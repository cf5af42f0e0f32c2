"""Books and office documents as sources: the Text of an EPUB, DOCX or ODT, made of what the article reader sees in it."""

from __future__ import annotations

from dataclasses import replace

from quotations.errors import UnknownFormat
from quotations.model import Segment, SegmentRole, Span, Text, TextLink
from quotations.reading.document import BlockKind, Document, InlineKind, Region
from quotations.text import TEXT_VERSION

#: The formats, each with its media type as registered with IANA.
MEDIA_TYPES = {
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_ROLES = {
    BlockKind.HEADING: SegmentRole.HEADING,
    BlockKind.LIST_ITEM: SegmentRole.LIST,
    BlockKind.TABLE_CELL: SegmentRole.TABLE,
    BlockKind.CAPTION: SegmentRole.CAPTION,
    BlockKind.NOTE: SegmentRole.NOTE,
    BlockKind.QUOTE: SegmentRole.QUOTE,
    BlockKind.CODE: SegmentRole.CODE,
}
_EMPHASIS = (InlineKind.EMPHASIS, InlineKind.STRONG)


def text_of_package(data: bytes, *, name: str | None = None) -> Text:
    """The words of a book or office document in reading order.

    Args:
        data: its bytes, a ZIP container.
        name: a file's name.

    Raises:
        UnknownFormat: the container is neither EPUB, DOCX nor ODT.
        DamagedInput: it is broken, locked, or unpacks beyond reason.
        EmptyInput: it holds no words.
    """
    from quotations.reading.formats import read_documents

    documents = read_documents(data, name=name)
    if len(documents) != 1 or documents[0].format not in MEDIA_TYPES:
        raise UnknownFormat(
            "the source is a ZIP container and no EPUB, DOCX or ODT", hint="unpack it first", subject=name or ""
        )
    return _text(documents[0])


def _text(document: Document) -> Text:
    segments = []
    for number, block in enumerate(document.blocks, 1):
        role = _ROLES.get(block.kind, SegmentRole.BODY)
        role = SegmentRole.NAV if block.region is Region.CHROME else role
        item = number if role in (SegmentRole.LIST, SegmentRole.TABLE) else None
        segments.append(Segment(block.span, role, item=item))
    return Text(
        text=document.text,
        segments=_apart(segments),
        media_type=MEDIA_TYPES[document.format],
        title=document.title,
        language=document.language,
        language_basis="declared" if document.language else None,
        published=document.published,
        emphasised=tuple(inline.span for inline in document.inlines if inline.kind in _EMPHASIS),
        note_marks=tuple(link.span for link in document.links if link.note and len(link.span)),
        links=tuple(TextLink(link.href, link.span) for link in document.links if len(link.span)),
        version=TEXT_VERSION,
    )


def _apart(segments: list[Segment]) -> tuple[Segment, ...]:
    """The segments without overlap: a block inside another ends it."""
    found: list[Segment] = []
    for segment in sorted(segments, key=lambda one: one.span):
        if found and found[-1].span.end > segment.span.start:
            before = found.pop()
            if before.span.start < segment.span.start:
                found.append(replace(before, span=Span(before.span.start, segment.span.start)))
        if len(segment.span):
            found.append(segment)
    return tuple(found)
