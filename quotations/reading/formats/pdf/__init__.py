"""PDF print-outs of articles, read with PDFium: paragraphs over line and page ends, links from rectangles to words."""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.errors import DamagedInput, EmptyInput, InputTooLarge
from quotations.reading.document import BlockKind, Document
from quotations.reading.formats import copied, dates, notes, plain
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.pdf import (
    captions,
    compose,
    furniture,
    grids,
    layout,
    measures,
    mirrored,
    recognised,
    shifted,
    wallabag,
)
from quotations.reading.formats.pdf.page import Line, Page, read
from quotations.reading.regions.ruling import assign_regions
from quotations.text.pdf.about import about
from quotations.text.pdf.markers import Place, beside
from quotations.text.pdf.ruby import without_ruby

__all__ = ["read_pdf"]

_MOST_PAGES = 1000
_BEGUN = 24  #: so many letters of an address tell it from the site's other pages
_HEADINGS = 12  #: among so many the article's own is looked for
_BROWSER = re.compile(r"Skia/PDF|Mozilla/|Firefox|AppleWebKit|Safari|Chrom(?:e|ium)")
_PDF_DATE = re.compile(r"D?:?(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")


def read_pdf(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Document:
    """The document that a PDF is; raises DamagedInput, EmptyInput (pictures of letters only) or InputTooLarge."""
    pages, metadata = _pages(data, name)
    printed = furniture.strip(pages)
    if not any(page.lines for page in pages):
        raise _without_text("The PDF holds pictures of pages and no text.", name)
    if sum(not page.legible for page in pages) * 2 >= len(pages):
        raise _without_text("The PDF's fonts do not say which letters they draw.", name)
    habits = measures.measure(pages)
    paragraphs = layout.paragraphs(pages, habits)
    captions.mark(paragraphs, pages)
    composed = compose.compose(paragraphs, hyphenated=not _by_browser(metadata))
    draft = Draft(composed.text, base_url=base_url)
    draft.blocks.extend(composed.blocks)
    draft.levels.update(composed.levels)
    draft.links.extend(compose.links(pages, composed))
    covered = [link.span for link in draft.links]
    for block in composed.blocks:
        plain.links(draft, block.span)
    draft.links = [x for x in draft.links if x.element != "bare" or not any(x.span.meets(span) for span in covered)]
    compose.unprinted(draft)
    compose.marks(composed, draft)
    draft.note("url", wallabag.address(pages, metadata), "wallabag's page before the article")
    _facts(draft, printed, metadata)
    copied.facts(draft)
    notes.resolve(draft)
    return replace(assign_regions(draft.document("pdf")), pages=compose.pages(composed))


def _without_text(message: str, name: str | None) -> EmptyInput:
    return EmptyInput(
        message, hint="Run a text recognition over it first, for example ocrmypdf --force-ocr.", subject=name or ""
    )


def _pages(data: bytes, name: str | None) -> tuple[list[Page], dict[str, str]]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MOST_PAGES:
                raise InputTooLarge(
                    f"The PDF has {len(document)} pages; at most {_MOST_PAGES} are read as an article.",
                    hint="Print the pages that are meant into a file of their own.",
                    subject=name or "",
                )
            pages = []
            for number, page in enumerate(document):
                pages.append(read(page, number))
            for page in pages:
                page.lines = without_ruby(grids.celled(page), _place)
                compose.locate(page)
            mirrored.mirror(pages)
            for page in pages:
                page.lines = beside(page.lines, _place)
            metadata = about(document)
            shifted.restore(pages, metadata)
            recognised.level(pages, metadata)
            wallabag.strip(pages, metadata)
            return pages, metadata
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise DamagedInput(
            "The PDF is locked with a password." if locked else "The PDF is broken.",
            hint="Open it and print it to a new PDF."
            if locked
            else "Open it in a viewer and print it to a new PDF, or save the page again.",
            subject=name or "",
        ) from error


def _place(line: Line) -> Place:
    return Place(line.words, line.left, line.right, line.centre, line.size)


def _facts(draft: Draft, printed: furniture.Printed, metadata: dict[str, str]) -> None:
    if (
        printed.address
        and printed.address.lower().startswith("http")
        and (printed.address.isascii() or not shifted.by(metadata))
    ):
        draft.note("url", printed.address, "footer of the print")
    if (begun := printed.begun or "").lower().startswith("http") and len(begun) >= _BEGUN:
        own = next((link.href for link in draft.links if link.href.startswith(begun)), None)
        draft.note("url", own.partition("#")[0] if own else None, "header of the print and a link to the page itself")
    headings = [b.span.of(draft.text) for b in draft.blocks if b.kind is BlockKind.HEADING]
    title = metadata.get("Title", "").strip()
    if re.search(r"(?i)\.(?:docx?|indd|pdf|html?|odt|tex)$|^(?:untitled|microsoft word|https?:)", title):
        title = ""
    shown = next((words for words in headings[:_HEADINGS] if title.casefold().startswith(words.casefold())), "")
    if title and shown:
        draft.note("title", shown, "first heading and the PDF's own title")
    draft.note("title", title, "the PDF's own title")
    # The letters of a header may come out broken or in another order than those of the page.
    same = next((words for words in headings[:_HEADINGS] if _letters(words) == _letters(printed.title or "")), "")
    draft.note("title", same, "first heading and the header of the print")
    draft.note("title", None if "\ufffd" in (printed.title or "") else printed.title, "header of the print")
    draft.note("author", metadata.get("Author"), "the PDF's own author")
    made = _PDF_DATE.match(metadata.get("CreationDate", ""))
    if made and _by_browser(metadata):
        day = f"{made[1]}-{made[2]}-{made[3]}"
        if dates.day(day):
            draft.note("saved_at", day, "when the PDF was printed")


def _letters(words: str) -> list[str]:
    return sorted(char for char in words.casefold() if char.isalnum())


def _by_browser(metadata: dict[str, str]) -> bool:
    """Whether a browser printed the PDF."""
    return bool(_BROWSER.search(f"{metadata.get('Producer', '')} {metadata.get('Creator', '')}"))
