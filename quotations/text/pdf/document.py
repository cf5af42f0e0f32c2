"""A PDF's bytes to its Text. Not thread-safe, as pdfium is not: one document at a time in a process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from quotations.errors import DamagedInput
from quotations.model import Incomplete, Text
from quotations.text.pdf.about import about, characters
from quotations.text.pdf.legible import legible
from quotations.text.pdf.lines import Glyphs, lines_of
from quotations.text.pdf.links import links_of
from quotations.text.pdf.marks import raised_figures
from quotations.text.pdf.order import in_reading_order
from quotations.text.pdf.pages import Page, put_together
from quotations.text.references import bracketed_marks, in_order
from quotations.text.transcripts import with_speakers

_MAX_PAGES, _MAX_CHARACTERS = 3000, 20_000_000
_FEW = 25  # characters: a page with fewer and a picture is a picture of text
_PASSWORD = 4  # FPDF_ERR_PASSWORD


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
        said = about(document)
    finally:
        document.close()
    text, segments, marks, links = put_together(pages)
    return Text(
        text=text,
        segments=with_speakers(text, segments),
        media_type="application/pdf",
        title=said.get("Title") or None,
        incomplete=_incomplete(pages, count, text),
        note_marks=in_order((*marks, *bracketed_marks(text, segments))),
        links=links,
        metadata={key.lower(): value for key, value in said.items() if key != "Title"},
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


def _pages(document: pypdfium2.PdfDocument, count: int) -> Iterator[Page]:
    total = 0
    for number in range(count):
        try:
            page = _read_page(document, document[number])
        except pypdfium2.PdfiumError:
            page = Page([], 0, pictures=True)
        total += page.characters
        yield page
        if total > _MAX_CHARACTERS:
            return


def _read_page(document: Any, page: Any) -> Page:
    words = page.get_textpage()
    try:
        count = words.count_chars()
        glyphs = Glyphs(words.raw)
        said = _clean(characters(words, count))
        drawn = glyphs.read(said)
        lines = in_reading_order(lines_of(drawn, glyphs))
        pictures = count < _FEW and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        links = links_of(document, page, words)
        return Page(lines, count, pictures, raised_figures(drawn, glyphs), links, legible(page, words, said))
    finally:
        words.close()
        page.close()


def _clean(characters: str) -> str:
    """One character for each: halves of surrogates and controls become blanks."""
    if characters.isprintable():
        return characters
    return "".join(c if c in "\r\n\ufffe" or c.isprintable() or c == "\u00ad" else " " for c in characters)


def _incomplete(pages: list[Page], count: int, text: str) -> Incomplete | None:
    if not pages:
        return Incomplete.UNREADABLE
    # Letters that only a reader's eye can tell are pictures to a program: the same must be done about them.
    bare = sum(1 for page in pages if (page.characters < _FEW and page.pictures) or not page.legible)
    if bare * 2 >= len(pages):
        return Incomplete.SCANNED
    wrong = sum(1 for c in text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff")
    if wrong * 5 > len(text) or not text.strip():
        return Incomplete.UNREADABLE
    return Incomplete.PAGES if bare or len(pages) < count else None
