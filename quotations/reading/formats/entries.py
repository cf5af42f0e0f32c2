"""One entry of a list, an export or a feed as a document: its text if the list holds it, and the reader's highlights."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Inline, InlineKind, Link, Region
from quotations.reading.formats.draft import informed


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a list says of one article."""

    url: str | None = None
    base: str | None = None  #: against which its addresses resolve, when that is not `url`
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    saved_at: str | None = None
    original_url: str | None = None
    language: str | None = None
    html: str | None = None
    text: str | None = None
    highlights: tuple[str, ...] = ()  #: words that the reader marked in the article at `url`
    how: str = "the list's entry"

    def facts(self) -> dict[str, tuple[object, str]]:
        """What is known, each with how."""
        names = ("url", "title", "author", "publisher", "published", "saved_at", "original_url", "language")
        return {name: (getattr(self, name), self.how) for name in names}


def document(entry: Entry, format: str, base_url: str | None = None) -> Document:
    """The document of an entry; one without text has its title for text, and without that its address."""
    base = entry.base or entry.url or base_url
    if entry.html:
        from quotations.reading.html import read_html

        found = read_html(f"<html><body><article>{entry.html}</article></body></html>", base_url=base, format=format)
    elif entry.text:
        from quotations.reading.formats.plain import read_plain

        found = read_plain(entry.text, base_url=base, format=format)
    else:
        words = entry.title or entry.url or ""
        # A title is no text of the article: what it sets in marks is quoted by nobody here.
        reason = "the list has its title only"
        heading = Block(span=Span(0, len(words)), kind=BlockKind.HEADING, region=Region.CHROME, region_reason=reason)
        blocks = (heading,) if words else ()
        found = Document(text=words, format=format, blocks=blocks, base_url=base)
    return with_highlights(informed(found, entry.facts()), entry.highlights, entry.url)


def with_highlights(found: Document, highlights: tuple[str, ...], source: str | None) -> Document:
    """*found* with the reader's highlights after its text, each a quotation whose source is given."""
    text, blocks, links, inlines = found.text, list(found.blocks), list(found.links), list(found.inlines)
    group = max((block.quote_group or 0 for block in blocks), default=0)
    for words in highlights:
        if not words.strip():
            continue
        text = f"{text.rstrip()}\n\n" if text.strip() else ""
        span = Span(len(text), len(text) + len(words.strip()))
        text += words.strip()
        group += 1
        reason = "marked by the reader"
        blocks.append(
            Block(span=span, kind=BlockKind.QUOTE, quote_depth=1, quote_group=group, cite=source, region_reason=reason)
        )
        inlines.append(Inline(span=span, kind=InlineKind.GIVEN_QUOTE, cite=source))
        if source:
            links.append(Link(span=Span(span.start, span.start), href=source, element="q", region_reason=reason))
    return replace(found, text=text, blocks=tuple(blocks), links=tuple(links), inlines=tuple(inlines))
