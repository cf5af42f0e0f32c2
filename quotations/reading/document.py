"""What every format's reader yields: the text people see, its blocks, links and inline marks, and metadata.

A reader turns bytes into a `Document` and nothing else; finding quotations, classing citations and pairing
them are the same code for every format and work on `Document` alone. All spans count in `Document.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quotations.model import Span
from quotations.values import plain_value

#: Where a word may be divided; seen by nobody unless it is.
SOFT_HYPHEN = "\u00ad"


class BlockKind(StrEnum):
    """What a block of the document is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"  #: a paragraph inside a block quotation
    LIST_ITEM = "list_item"
    TABLE_CELL = "table_cell"
    CAPTION = "caption"
    CODE = "code"
    NOTE = "note"  #: the text of a footnote or endnote
    BYLINE = "byline"
    PULL_QUOTE = "pull_quote"


class Region(StrEnum):
    """Which part of the document a block or link belongs to."""

    MAIN = "main"  #: the article's own body
    NOTES = "notes"  #: foot- and endnotes
    LIST = "list"  #: a reference list, "further reading"
    CHROME = "chrome"  #: navigation, sharing, newsletter, legal footer


@plain_value(kw_only=True)
class Block:
    """One block of the document. Blocks stand in order and do not overlap."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    region: Region = Region.MAIN
    region_reason: str = ""  #: "element nav", "link density .82", "trafilatura left it out" …
    quote_depth: int = 0  #: how many block quotations surround it
    quote_group: int | None = None  #: the same number for all blocks of one outermost block quotation
    cite: str | None = None  #: the cite attribute of the block quotation
    note: str | None = None  #: id of the note, for a note's block
    ids: tuple[str, ...] = ()  #: fragment targets at or in the block


@plain_value(kw_only=True)
class Link:
    """A pointer as it stands in the document."""

    span: Span  #: of the words that carry it; empty where there are none (an image's link, a cite attribute)
    href: str  #: as written, entities decoded
    element: str = "a"  #: "a", "q", "blockquote", "area", "ref" (a note mark), "bare" (an address in the text) …
    rel: tuple[str, ...] = ()
    region: Region = Region.MAIN
    region_reason: str = ""
    note: str | None = None  #: id of the note it points to, when the note is in this document
    in_note: str | None = None  #: id of the note in whose text it stands
    back_link: bool = False  #: leads from a note back to its mark
    inside: bool = False  #: leads into the page itself, though its saver may have written an address before the ``#``
    original: str | None = None  #: a robust link's data-originalurl
    as_of: str | None = None  #: a robust link's data-versiondate, or "retrieved on"


class InlineKind(StrEnum):
    """Inline mark-up that matters to quotations."""

    Q = "q"  #: a quoting element; the span is its content
    CITE = "cite"
    CODE = "code"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    SUPERSCRIPT = "superscript"
    DELETED = "deleted"
    INSERTED = "inserted"
    GIVEN_QUOTE = "given_quote"  #: a quotation with its source given: a template's quote=, a reader's highlight


@plain_value(kw_only=True)
class Inline:
    """One run of inline mark-up."""

    span: Span
    kind: InlineKind
    cite: str | None = None  #: the address that the element itself names


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A saved file as its reader understood it."""

    text: str
    format: str
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    inlines: tuple[Inline, ...] = ()
    skip: tuple[
        Span, ...
    ] = ()  #: mark-up or page furniture that stands in `text` and is not words (Markdown syntax, a PDF's page header); in order, without overlaps
    pages: tuple[tuple[int, int], ...] = ()  #: offsets at which the words of a page begin, each with its page from 1
    base_url: str | None = None  #: against which relative addresses resolve
    charset: str = "utf-8"  #: of the file as it was saved, in which browsers encode the query of its links
    archive: str | None = None  #: prefix of the archive that this copy was saved from, whose rewritten links are undone
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    original_url: str | None = None
    original_publisher: str | None = None
    saved_at: str | None = None
    language: str | None = None
    provenance: Mapping[str, str] = field(default_factory=dict)

    def words(self, span: Span) -> str:
        """The words of *span* without skipped mark-up, runs of white space as one blank, ends stripped."""
        pieces: list[str] = []
        at = span.start
        for index in range(bisect_right(self.skip, at, key=_end), len(self.skip)):
            skip = self.skip[index]
            if skip.start >= span.end:
                break
            pieces.append(self.text[at : max(at, skip.start)])
            at = skip.end
        if not pieces:
            words = self.text[at : span.end]
            if words.isprintable() and "  " not in words:  # then it has no other blanks than " "
                return words.strip(" ")
        pieces.append(self.text[at : span.end])
        return " ".join("".join(pieces).replace(SOFT_HYPHEN, "").split())


def _end(span: Span) -> int:
    return span.end
