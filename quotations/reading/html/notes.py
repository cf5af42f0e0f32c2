"""Foot- and endnotes of a page: which links are marks, which blocks are notes, which links lead back.

A mark is a short link forward to a target in the same page; a back link leads from a note to what stands before it.
Both are common knowledge of every system that makes notes (Pandoc, MediaWiki, Google Docs, Word's HTML), none of
which agrees with another on names: so direction and shape decide, names only help.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from quotations.model import Span
from quotations.reading.document import BlockKind
from quotations.reading.html.canvas import Canvas, DraftBlock, DraftLink, tightened
from quotations.reading.html.itself import inside_links
from quotations.urls import clean

_LABEL = re.compile(
    r"\W{0,3}(?:\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶‖#]{1,3})\W{0,3}|\W{0,3}(?:notes?|n|nb|fn|ref|anm|lower-alpha)\.?[\s\xa0]?\d{1,4}\W{0,3}",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"[\W\d]{0,6}(?:↩|↑|⤴|⏎|\^|←|back|return|jump(?: up)?(?: to)?)?[\W\da-z]{0,4}|(?:back|return|jump)\b.{0,30}",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"cmnt\d{1,5}|_msocom_\d{1,5}")
_NOTE_WORDS = re.compile(
    r"(?:^|[\s_-])(?:foot-?note|end-?note|noteref|doc-noteref|fn|fnref|reference|cite_note|ftnt|note)", re.IGNORECASE
)
_BEGINS = re.compile(r"\s*[\[(]?(?:\d{1,4}|[*†‡§^↑a-z])[\])]?[.:)\]]?\s", re.IGNORECASE)
#: A note whose target stands inside its first line goes on for at most so many blocks.
_PARAGRAPHS = 6


@dataclass(slots=True)
class Notes:
    """What was found; ids are the fragment targets of the notes."""

    by_block: dict[int, str] = field(default_factory=dict)
    marks: dict[int, str] = field(default_factory=dict)  #: index of a link → the note that it points to
    in_note: dict[int, str] = field(default_factory=dict)  #: index of a link → the note in which it stands
    back: set[int] = field(default_factory=set)
    inside: frozenset[int] = frozenset()  #: indexes of the links into the page itself
    comments: set[int] = field(default_factory=set)  #: blocks that are reviewers' comments
    hidden: list[Span] = field(default_factory=list)

    @property
    def skip(self) -> tuple[Span, ...]:
        """Marks and back links, which are printed but are no words of the text; in order, without overlaps."""
        merged: list[Span] = []
        for span in sorted(self.hidden):
            if merged and span.start <= merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            elif len(span):
                merged.append(span)
        return tuple(merged)


def find_notes(canvas: Canvas, text: str, base_url: str | None) -> Notes:
    """The notes of the page on *canvas*."""
    notes = Notes()
    inside = inside_links(canvas, base_url)
    notes.inside = frozenset(inside)
    if not inside:
        return notes
    for index, target in inside.items():
        if _is_mark(canvas, text, canvas.links[index], target):
            notes.marks[index] = target
    _extend(canvas, text, notes)
    _back_links(canvas, text, notes, inside)
    for index in notes.marks:
        notes.hidden.append(_with_brackets(text, canvas.links[index]))
    _join(text, notes)
    _set_comments_apart(notes)
    return notes


def _set_comments_apart(notes: Notes) -> None:
    """Reviewers' comments in the margin, which Google Docs and Word write as notes, are none of the author's."""
    for index in [index for index, note in notes.marks.items() if _COMMENT.fullmatch(note)]:
        del notes.marks[index]
    notes.comments = {number for number, note in notes.by_block.items() if _COMMENT.fullmatch(note)}
    for number in notes.comments:
        del notes.by_block[number]
    for index in [index for index, note in notes.in_note.items() if _COMMENT.fullmatch(note)]:
        del notes.in_note[index]


def _range(canvas: Canvas, id: str) -> range:
    """The blocks of the element that carries *id*; one block when it is inside a line."""
    first, end = canvas.targets[id]
    first = min(first, len(canvas.blocks))
    return range(first, min(max(end, first + 1), len(canvas.blocks)))


def _is_mark(canvas: Canvas, text: str, link: DraftLink, id: str) -> bool:
    blocks = _range(canvas, id)
    if not blocks or canvas.blocks[blocks[0]].kind is BlockKind.HEADING:
        return False
    if blocks[0] <= link.block and link.block not in (blocks[0] - 1,):
        return False
    start, end = tightened(text, link.start, link.end)
    words = text[start:end]
    named = bool(_NOTE_WORDS.search(link.classes))
    if not (named and len(words) <= 40) and not (words and _LABEL.fullmatch(words)):
        return False
    note = canvas.blocks[blocks[0]]
    return bool(
        link.raised
        or named
        or note.place.notes
        or _NOTE_WORDS.search(id)
        or (words[:1] in "[(*†‡" and note.kind is not BlockKind.TABLE_CELL)
        or _BEGINS.match(text, note.start)
    ) and _apart(canvas, note, link)


def _apart(canvas: Canvas, note: DraftBlock, link: DraftLink) -> bool:
    """Whether the target stands in a block of its own, after the mark's."""
    return link.block < len(canvas.blocks) and note is not canvas.blocks[link.block]


def _extend(canvas: Canvas, text: str, notes: Notes) -> None:
    """Give each note its blocks; one whose target is inside a line goes on up to the next note."""
    starts = sorted({_range(canvas, note)[0] for note in notes.marks.values()})
    following = dict(pairwise(starts))
    marked = {canvas.links[index].block for index in notes.marks}
    for note in dict.fromkeys(notes.marks.values()):
        blocks = _range(canvas, note)
        end = blocks[-1] + 1
        if canvas.targets[note][1] < 0 or len(blocks) == 1:
            after = following.get(blocks[0])
            if after is not None and after - blocks[0] <= _PARAGRAPHS:
                # The article goes on where a heading or another mark stands.
                own = range(blocks[0] + 1, after)
                ends = (n for n in own if n in marked or canvas.blocks[n].kind is BlockKind.HEADING)
                end = max(end, next(ends, after))
            elif end - blocks[0] == 1 and _only_label(text, canvas.blocks[blocks[0]]):
                end = min(end + 1, len(canvas.blocks))
        for number in range(blocks[0], end):
            if canvas.blocks[number].kind is not BlockKind.HEADING:
                notes.by_block.setdefault(number, note)


def _only_label(text: str, block: DraftBlock) -> bool:
    """Whether a block is only the note's number, with its words in the block behind it."""
    return bool(_LABEL.fullmatch(text[block.start : block.end].strip()))


def _back_links(canvas: Canvas, text: str, notes: Notes, inside: dict[int, str]) -> None:
    for index, link in enumerate(canvas.links):
        note = notes.by_block.get(link.block)
        if note is None or index in notes.marks:
            continue
        start, end = tightened(text, link.start, link.end)
        target = inside.get(index)
        backward = target is not None and canvas.targets[target][0] < link.block
        lost = target is None and clean(link.href).startswith("#") and bool(_BACK.fullmatch(text[start:end]))
        if backward or lost:
            notes.back.add(index)
            notes.hidden.append(_label_of(canvas, text, link))
        else:
            notes.in_note[index] = note


def _label_of(canvas: Canvas, text: str, link: DraftLink) -> Span:
    """A back link's words; where they open the note, with the blank behind them."""
    start, end = tightened(text, link.start, link.end)
    block = canvas.blocks[link.block]
    if start == block.start:
        while end < block.end and text[end] in " \t\n\xa0.:":
            end += 1
    return Span(start, end)


def _with_brackets(text: str, link: DraftLink) -> Span:
    start, end = tightened(text, link.start, link.end)
    if text[start - 1 : start] + text[end : end + 1] in ("[]", "()") and start:
        return Span(start - 1, end + 1)
    return Span(start, end)


def _join(text: str, notes: Notes) -> None:
    """What stands between two marks in a row (a comma, a blank) is no word either."""
    spans = sorted(notes.hidden)
    for one, two in pairwise(spans):
        if 0 < two.start - one.end <= 3 and not text[one.end : two.start].strip(" ,;–-\xa0"):
            notes.hidden.append(Span(one.end, two.start))
