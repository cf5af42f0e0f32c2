"""Markdown as clippers, converters and people write it; the text is the file itself, mark-up included."""

from __future__ import annotations

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Document, Link, Region
from quotations.reading.formats import copied, fragments, notes
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.lines import lines
from quotations.reading.formats.markdown import blocks, export, front_matter
from quotations.reading.formats.markdown.inline import Names, Scanner
from quotations.reading.formats.markdown.structure import Leaf
from quotations.reading.formats.view import View
from quotations.reading.regions.ruling import assign_regions

__all__ = ["read_markdown"]


def read_markdown(
    text: str,
    *,
    name: str | None = None,  # noqa: ARG001 - every reader is called the same way
    base_url: str | None = None,
    format: str = "markdown",
) -> Document:
    """The document that the Markdown *text* is."""
    draft = Draft(text, base_url=base_url)
    body = front_matter.read(draft)
    structure = blocks.read([line for line in lines(text) if line.start >= body])
    names = Names(structure.definitions, structure.notes)
    for start, end in structure.hidden:
        draft.hide(start, end)
    for leaf in structure.leaves:
        _leaf(draft, leaf, names)
    _cited(draft)
    export.facts(draft)
    copied.facts(draft)
    notes.resolve(draft)
    fragments.given(draft)
    return assign_regions(draft.document(format))


def _cited(draft: Draft) -> None:
    """The addresses that block quotations in HTML name themselves, each once where its quotation begins."""
    known: set[tuple[int | None, str]] = set()
    for block in draft.blocks:
        if block.cite and (block.quote_group, block.cite) not in known:
            known.add((block.quote_group, block.cite))
            at = block.span.start
            draft.links.append(Link(span=Span(at, at), href=block.cite, element="blockquote"))


def _leaf(draft: Draft, leaf: Leaf, names: Names) -> None:
    """Read one leaf's inline text and keep its block when it has any words."""
    view = View(draft.text, leaf.pieces)
    frame = leaf.frame
    for (_, end), (start, _) in zip(leaf.pieces, leaf.pieces[1:], strict=False):
        gap = draft.text[end:start]
        prefix = gap.lstrip("\r\n \t")
        if prefix:
            draft.hide(start - len(prefix), start)
    if leaf.kind is not BlockKind.CODE:
        scanner = Scanner(view, draft, names, frame.note)
        scanner.scan()
        if not scanner.visible:
            return
    draft.blocks.append(
        Block(
            span=Span(leaf.pieces[0][0], leaf.pieces[-1][1]),
            kind=leaf.kind,
            region=Region.NOTES if frame.note else Region.MAIN,
            region_reason="note" if frame.note else "",
            quote_depth=frame.quotes,
            quote_group=frame.group,
            cite=frame.cite,
            note=frame.note,
        )
    )
    if leaf.level:
        draft.levels[leaf.pieces[0][0]] = leaf.level
    if leaf.number is not None:
        draft.numbers[leaf.pieces[0][0]] = leaf.number
