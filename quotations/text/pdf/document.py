"""A PDF's bytes to its Text. Not thread-safe, as pdfium is not: one document at a time in a process."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from quotations.errors import DamagedInput
from quotations.model import Incomplete, Segment, SegmentRole, Span, Text, TextLink
from quotations.text.pdf.furniture import furniture
from quotations.text.pdf.lines import Glyphs, Line, lines_of
from quotations.text.pdf.links import links_of
from quotations.text.pdf.marks import raised_figures
from quotations.text.pdf.order import in_reading_order
from quotations.text.pdf.paragraphs import Paragraph, paragraphs_of
from quotations.text.transcripts import with_speakers

_MAX_PAGES, _MAX_CHARACTERS = 3000, 20_000_000
_FEW = 25  # characters: a page with fewer and a picture is a picture of text
_PASSWORD = 4  # FPDF_ERR_PASSWORD


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    characters: int
    pictures: bool
    raised: set[int] = field(default_factory=set)  #: indexes of characters that are raised figures
    links: list[tuple[str, int, int]] = field(default_factory=list)  #: address, first character, end


_Joined: TypeAlias = tuple[str, tuple[Segment, ...], tuple[Span, ...], tuple[TextLink, ...]]


def text_of_pdf(data: bytes, *, name: str | None = None) -> Text:
    """The Text of a PDF: paragraphs in reading order, then its notes, then running heads and page numbers.

    A quotation may go over a page; so notes and furniture, which stand between its halves, are put behind. Each
    segment keeps its page.

    Raises:
        DamagedInput: it is encrypted, or not even pdfium can open it.
    """
    document = _open(data, name or "")
    try:
        count = len(document)
        pages = list(_pages(document, min(count, _MAX_PAGES)))
        about = document.get_metadata_dict(skip_empty=True)
    finally:
        document.close()
    text, segments, marks, links = _put_together(pages)
    return Text(
        text=text,
        segments=with_speakers(text, segments),
        media_type="application/pdf",
        title=about.get("Title") or None,
        incomplete=_incomplete(pages, count, text),
        note_marks=marks,
        links=links,
        metadata={key.lower(): value for key, value in about.items() if key != "Title"},
    )


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise DamagedInput(
                "the PDF is encrypted with a password",
                hint="save a copy without the password and give that",
                subject=name,
            ) from error
        raise DamagedInput("the PDF is damaged and cannot be opened", hint="fetch it again", subject=name) from error


def _pages(document: pypdfium2.PdfDocument, count: int) -> Iterator[_Page]:
    total = 0
    for number in range(count):
        try:
            page = _read_page(document, document[number])
        except pypdfium2.PdfiumError:
            page = _Page([], 0, pictures=True)
        total += page.characters
        yield page
        if total > _MAX_CHARACTERS:
            return


def _read_page(document: Any, page: Any) -> _Page:
    words = page.get_textpage()
    try:
        count = words.count_chars()
        characters = words.get_text_range() if count > 0 else ""
        if len(characters) != count:
            characters = "".join(chr(pdfium.FPDFText_GetUnicode(words.raw, index) or 32) for index in range(count))
        characters = _clean(characters)
        glyphs = Glyphs(words.raw)
        lines = in_reading_order(lines_of(characters, glyphs))
        pictures = count < _FEW and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        return _Page(lines, count, pictures, raised_figures(characters, glyphs), links_of(document, page, words))
    finally:
        words.close()
        page.close()


def _clean(characters: str) -> str:
    """One character for each: halves of surrogates and controls become blanks."""
    if characters.isprintable():
        return characters
    return "".join(c if c in "\r\n\ufffe" or c.isprintable() or c == "\u00ad" else " " for c in characters)


def _put_together(pages: list[_Page]) -> _Joined:
    outside = furniture([page.lines for page in pages])
    body = _common_size(pages, outside)
    main: list[Paragraph] = []
    notes: list[Paragraph] = []
    rest: list[Paragraph] = []
    for number, (page, apart) in enumerate(zip(pages, outside, strict=True), 1):
        kept = [line for index, line in enumerate(page.lines) if index not in apart]
        for paragraph in paragraphs_of(kept, number, body):
            (notes if paragraph.role is SegmentRole.NOTE else main).append(paragraph)
        rest += [
            Paragraph(number, SegmentRole.NAV, [line], [0], text=line.text)
            for index, line in enumerate(page.lines)
            if index in apart
        ]
    return _joined([*main, *notes, *rest], pages)


def _joined(paragraphs: list[Paragraph], pages: list[_Page]) -> _Joined:
    parts: list[str] = []
    segments: list[Segment] = []
    marks: list[Span] = []
    links: list[TextLink] = []
    length = item = 0
    last: Paragraph | None = None
    for paragraph in paragraphs:
        gap = _gap(last, paragraph)
        parts += [gap, paragraph.text]
        length += len(gap)
        item += paragraph.role is SegmentRole.LIST
        span = Span(length, length + len(paragraph.text))
        listed = item if paragraph.role is SegmentRole.LIST else None
        segments.append(
            Segment(span, paragraph.role, paragraph.page, junk=paragraph.role is SegmentRole.NAV, item=listed)
        )
        marks += _marks(paragraph, pages[paragraph.page - 1].raised, length)
        links += _links(paragraph, pages[paragraph.page - 1].links, length)
        length = span.end
        last = paragraph
    return "".join(parts), tuple(segments), tuple(marks), tuple(links)


def _gap(last: Paragraph | None, following: Paragraph) -> str:
    if last is None:
        return ""
    if last.role is following.role is SegmentRole.BODY and last.goes_on and following.text[:1].islower():
        if last.broken:
            return "\u00ad"
        return "\n" if last.text.endswith("-") else " "
    return "\n\n"


def _marks(paragraph: Paragraph, raised: set[int], offset: int) -> list[Span]:
    """Spans of the note references of a paragraph that begins at *offset*."""
    found: list[Span] = []
    for number, (line, start) in enumerate(zip(paragraph.lines, paragraph.starts, strict=True)):
        at = offset + start
        if number in paragraph.raised:
            found.append(Span(at, at + len(line.text)))
            continue
        for index in range(line.start, line.start + len(line.text)) if raised else ():
            if index not in raised:
                continue
            place = at + index - line.start
            if found and found[-1].end == place:
                found[-1] = Span(found[-1].start, place + 1)
            else:
                found.append(Span(place, place + 1))
    return found


def _links(paragraph: Paragraph, links: list[tuple[str, int, int]], offset: int) -> list[TextLink]:
    """The links that lie over a paragraph's lines, a piece for each line; *offset* is where the paragraph begins."""
    found: list[TextLink] = []
    for line, start in zip(paragraph.lines, paragraph.starts, strict=True) if links else ():
        for address, first, end in links:
            low, high = max(first, line.start), min(end, line.start + len(line.text))
            if low < high:
                at = offset + start - line.start
                found.append(TextLink(address, Span(at + low, at + high)))
    return found


def _common_size(pages: list[_Page], outside: list[set[int]]) -> float:
    """The height of letters in which most of the document is set, furniture left aside."""
    sizes: Counter[float] = Counter()
    for page, apart in zip(pages, outside, strict=True):
        for index, line in enumerate(page.lines):
            if index not in apart:
                sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _incomplete(pages: list[_Page], count: int, text: str) -> Incomplete | None:
    if not pages:
        return Incomplete.UNREADABLE
    bare = sum(1 for page in pages if page.characters < _FEW and page.pictures)
    if bare * 2 >= len(pages):
        return Incomplete.SCANNED
    wrong = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    if wrong * 5 > len(text) or not text.strip():
        return Incomplete.UNREADABLE
    return Incomplete.PAGES if bare or len(pages) < count else None
