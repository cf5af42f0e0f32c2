"""A saved page as a `Document`."""

from __future__ import annotations

from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Inline, Link, Region
from quotations.reading.html.bodies import Decision, decide
from quotations.reading.html.canvas import Canvas, DraftInline, DraftLink, tightened
from quotations.reading.html.completion import completed
from quotations.reading.html.converted import mended
from quotations.reading.html.facts import Facts
from quotations.reading.html.metadata import read_facts
from quotations.reading.html.notes import Notes, find_notes
from quotations.reading.html.skim import skim
from quotations.reading.html.tree import dismantle, tree_of
from quotations.reading.html.walk import Walk
from quotations.reading.regions.ruling import assign_regions

#: A table cell longer than this (characters) is a paragraph of a page that was laid out with tables.
_CELL = 160
#: Marks of a wiki's own workshop inside a line: "citation needed", "edit".
_TOOLS = frozenset({"class noprint", "class Inline-Template", "class mw-editsection", "class editsection"})


def read_html(
    data: bytes | str,
    *,
    name: str | None = None,  # noqa: ARG001 - every reader is called the same way
    base_url: str | None = None,
    format: str = "html",
) -> Document:
    """Read a saved web page.

    Args:
        data: the page's bytes, or its text when it has been decoded (a part of a mail, a chapter of a book).
        name: of the file; a hint for messages only.
        base_url: where the page was saved from, when the file does not say; a mail's or a feed's own record.
        format: what `Document.format` shall say.

    Raises nothing on damaged mark-up: what can be read is read.
    """
    markup, charset = _decoded(data)
    page = skim(mended(markup))
    soup = tree_of(page.markup)
    canvas = Canvas()
    Walk(canvas).read(soup)
    text = canvas.text
    facts = read_facts(soup, page, canvas, base_url)
    dismantle(soup)
    decisions = decide(canvas.blocks, text, page.markup, facts.get("title"))
    notes = find_notes(canvas, text, facts.base_url)
    document = Document(
        text=text,
        format=format,
        pages=(),
        blocks=tuple(_blocks(canvas, decisions, notes)),
        links=tuple(_links(canvas, text, notes)),
        inlines=tuple(_inlines(canvas.inlines, text)),
        skip=notes.skip,
        base_url=facts.base_url,
        archive=facts.archive,
        charset=charset,
        provenance=dict(facts.provenance),
        **facts.values,
    )
    numbers = {block.start: block.number for block in canvas.blocks if block.number is not None}
    return assign_regions(_credited(completed(document, numbers, marked=bool(notes.marks)), facts))


def _credited(document: Document, facts: Facts) -> Document:
    """*document* with the organisation that its page names as the author, where no person is named."""
    if document.author is not None or facts.reserve is None:
        return document
    author, how = facts.reserve
    return replace(document, author=author, provenance={**document.provenance, "author": how})


def _decoded(data: bytes | str) -> tuple[str, str]:
    if isinstance(data, str):
        return data, "utf-8"
    from quotations.text.decoding import decode

    markup, charset = decode(data, html=True)
    # A page in UTF-16 asks its queries in UTF-8 (WHATWG Encoding, "get an output encoding").
    return markup, "utf-8" if charset.startswith("utf-16") else charset


def _blocks(canvas: Canvas, decisions: list[Decision], notes: Notes) -> list[Block]:
    found = []
    for number, (draft, (region, reason)) in enumerate(zip(canvas.blocks, decisions, strict=True)):
        note = notes.by_block.get(number)
        kind = draft.kind
        if kind is BlockKind.TABLE_CELL and draft.end - draft.start > _CELL:
            kind = BlockKind.PARAGRAPH
        if number in notes.comments:
            region, reason = Region.CHROME, "a reviewer's comment"
        if note is not None:
            kind, region, reason = BlockKind.NOTE, Region.NOTES, "a note that a mark points to"
        found.append(
            Block(
                span=Span(draft.start, draft.end),
                kind=kind,
                region=region,
                region_reason=reason,
                quote_depth=draft.place.quote_depth,
                quote_group=draft.place.quote_group,
                cite=draft.place.cite,
                note=note,
                ids=tuple(dict.fromkeys(draft.ids)),
            )
        )
    return found


def _links(canvas: Canvas, text: str, notes: Notes) -> list[Link]:
    found = []
    for index, draft in enumerate(canvas.links):
        noted = index in notes.in_note
        mark = notes.marks.get(index)
        tools = next((s.reason for s in draft.place.chrome if s.reason in _TOOLS), "")
        found.append(
            Link(
                span=_place(draft, text, canvas),
                href=draft.href,
                element="ref" if mark is not None else draft.element,
                rel=draft.rel,
                region=Region.CHROME if tools else Region.NOTES if noted else Region.MAIN,
                region_reason=tools or ("in a note" if noted else ""),
                note=mark,
                in_note=notes.in_note.get(index),
                back_link=index in notes.back,
                inside=index in notes.inside,
                original=draft.original,
                as_of=draft.as_of,
            )
        )
    return found


def _place(draft: DraftLink, text: str, canvas: Canvas) -> Span:
    """The link's words; for an address without words (a cite attribute) the point where what it belongs to begins."""
    start, end = tightened(text, draft.start, draft.end)
    if start == end and draft.element in ("q", "blockquote") and draft.block < len(canvas.blocks):
        start = max(start, canvas.blocks[draft.block].start)
        while start < len(text) and text[start].isspace():
            start += 1
        end = start
    return Span(start, end)


def _inlines(drafts: list[DraftInline], text: str) -> list[Inline]:
    found = []
    for draft in drafts:
        start, end = tightened(text, draft.start, draft.end)
        if end > start:
            found.append(Inline(span=Span(start, end), kind=draft.kind, cite=draft.cite))
    return found
