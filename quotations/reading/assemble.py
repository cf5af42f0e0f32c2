"""From a reader's `Document` to the `Article` that is audited: the same steps for every format."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from quotations.errors import InputError
from quotations.model import Article, Citation, Place
from quotations.reading.citations.finding import find_citations
from quotations.reading.document import Document
from quotations.reading.formats import Format, format_of, read_documents
from quotations.reading.formats.crowded import check_count
from quotations.reading.pairing import attribute
from quotations.reading.quotes import find_quotations
from quotations.reading.saved.carriers import placed


def read_articles(data: bytes, *, name: str | None = None, base_url: str | None = None) -> tuple[Article, ...]:
    """The articles that saved bytes hold: one, or many where the file is a list, an export or a feed.

    Args:
        data: the file as it is.
        name: its name, a hint at its format only.
        base_url: the address it was saved from, when the file does not say.

    Raises:
        InputError: the bytes are empty, in no format that is read, or damaged.
    """
    documents = read_documents(data, name=name, base_url=base_url)
    for document in documents:
        check_count(len(document.links), name)
    found = tuple(article_of(document) for document in documents)
    if len(found) == 1 and found[0].citations and found[0].format == "html" and format_of(data, name) is Format.HTML:
        return (placed(found[0], data),)
    return found


def read_article(data: bytes, *, name: str | None = None, base_url: str | None = None) -> Article:
    """The one article that saved bytes hold; raises InputError when there is none or more than one."""
    found = read_articles(data, name=name, base_url=base_url)
    if len(found) != 1:
        raise InputError(f"{len(found)} articles stand in this file", hint="use read_articles", subject=name or "")
    return found[0]


def article_of(document: Document) -> Article:
    """Quotations, citations and their pairing found in *document*."""
    quotations = find_quotations(document)
    citations, ids = find_citations(document)
    if document.pages:
        citations = _on_pages(citations, document.pages)
    return Article(
        text=document.text,
        format=document.format,
        title=document.title,
        author=document.author,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        original_url=document.original_url,
        original_publisher=document.original_publisher,
        saved_at=document.saved_at,
        language=document.language,
        provenance=document.provenance,
        quotations=quotations,
        citations=citations,
        attributions=attribute(document, quotations, citations, ids),
    )


def _on_pages(citations: tuple[Citation, ...], pages: tuple[tuple[int, int], ...]) -> tuple[Citation, ...]:
    """*citations* with the page on which each begins."""
    starts = [offset for offset, _ in pages]
    found = []
    for one in citations:
        at = max(0, bisect_right(starts, one.span.start) - 1)
        found.append(replace(one, place=Place(page=pages[at][1])))
    return tuple(found)
