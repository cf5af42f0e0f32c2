"""PDF documents, page by page."""

from __future__ import annotations

from quotations.errors import DamagedInput
from quotations.model import Incomplete, Segment, SegmentRole, Span, Text


def text_of_pdf(data: bytes, *, name: str | None = None) -> Text:
    """The Text of a PDF; raises DamagedInput when it is encrypted or cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedInput("the PDF cannot be opened", subject=name or "") from error
    parts: list[str] = []
    segments: list[Segment] = []
    length = 0
    for number in range(len(document)):
        words = document[number].get_textpage().get_text_range().replace("\r\n", "\n").strip()
        if not words:
            continue
        if parts:
            parts.append("\n\n")
            length += 2
        parts.append(words)
        segments.append(Segment(Span(length, length + len(words)), SegmentRole.BODY, page=number + 1))
        length += len(words)
    text = "".join(parts)
    return Text(
        text=text,
        segments=tuple(segments),
        media_type="application/pdf",
        incomplete=None if text else Incomplete.SCANNED,
    )
