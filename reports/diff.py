"""Two texts side by side: the article's words and the source's, with what differs marked in each.

Nothing is compared here. The differences are those that the comparison found, so that what a reader sees
marked is exactly what the verdict rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate

from quotations.model import Comparison, Finding, Group, Operation, Passage, Span, Verdict
from reports.surroundings import surroundings, widened

#: What was left out is shown by its ends when it has more words than this.
_GAP = 40
#: Words of a passage that are shown whole where no quotation's length says more.
_PASSAGE = 120
#: A line as wide as people wrap text, which does not end a sentence, its end, and how the next one begins.
_WRAPPED = re.compile(r"([^\n]{40}[^\n.:;!?])\n(?=(\w))")
#: The least part of a quotation that makes a passage worth showing though the words are not there.
_NEAR = 1 / 3


class Mark(StrEnum):
    """What a piece of text is to the other text."""

    SAME = "same"
    ONLY_ARTICLE = "only_article"
    ONLY_SOURCE = "only_source"
    MISSING = "missing"  #: an empty place in the article where the source has words
    LEFT_OUT = "left_out"  #: words of the source that the article's ellipsis stands for
    AROUND = "around"  #: the passage's surroundings


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one mark; `allowed` when the difference is one that may pass unmarked or is marked."""

    text: str
    mark: Mark = Mark.SAME
    allowed: bool = False
    label: str = ""  #: of the operation, when there is one


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both texts in pieces."""

    article: tuple[Piece, ...]
    source: tuple[Piece, ...]  #: empty when no passage was found


def side_by_side(finding: Finding) -> SideBySide:
    """The texts of *finding*, its differences marked, the passage in its surroundings."""
    comparison = finding.comparison
    if comparison is None:
        return SideBySide((Piece(finding.quotation.text),), ())
    article = _marked(finding.quotation.text, _in_article(finding.quotation.text, comparison))
    if comparison.passage is None:
        return SideBySide(article, ())
    if finding.verdict is Verdict.NOT_FOUND and _share_kept(article) < _NEAR:
        return SideBySide((Piece(finding.quotation.text),), ())  # what matches is chance, not the nearest passage
    size = len(finding.quotation.text.split())
    return SideBySide(article, passage_pieces(comparison.passage, comparison, size=size))


def passage_pieces(
    passage: Passage, comparison: Comparison | None = None, *, size: int = _PASSAGE
) -> tuple[Piece, ...]:
    """*passage* in its surroundings; with *comparison* its differences marked.

    *size* is the number of words quoted: of what the source has besides, only the ends are shown.
    """
    if comparison:
        passage = widened(passage, comparison.operations)
    before, after = surroundings(passage)
    inside = _marked(passage.exact, _in_source(passage, comparison)) if comparison else (Piece(passage.exact),)
    inside = tuple(_abridged(piece, size) for piece in inside)
    pieces = [Piece(before, Mark.AROUND), *inside, Piece(after, Mark.AROUND)]
    return _flowing([piece for piece in pieces if piece.text])


def _flowing(pieces: list[Piece]) -> tuple[Piece, ...]:
    """*pieces* without the line ends of plain text that was wrapped to a width; those that part blocks stay."""
    whole = "".join(piece.text for piece in pieces)
    text = _WRAPPED.sub(lambda found: f"{found[1]} " if found[2].islower() else found[0], whole)
    ends = list(accumulate(len(piece.text) for piece in pieces))
    return tuple(
        replace(piece, text=text[end - len(piece.text) : end]) for piece, end in zip(pieces, ends, strict=True)
    )


def _share_kept(article: tuple[Piece, ...]) -> float:
    """The part of the quotation's letters that the source has too."""
    total = sum(len(piece.text) for piece in article if piece.mark is not Mark.MISSING)
    kept = sum(len(piece.text) for piece in article if piece.mark is Mark.SAME)
    return kept / total if total else 0.0


def _in_article(text: str, comparison: Comparison) -> list[tuple[Span, Piece]]:
    """Where the article's own words stand in *text*, and the empty places where it left some out."""
    marks: list[tuple[Span, Piece]] = []
    at = 0
    for operation in comparison.operations:
        span = operation.at if operation.at is not None else _next(text, operation.article, at)
        if span is None or span.end > len(text):
            continue
        at = max(at, span.end)
        mark = Mark.ONLY_ARTICLE if len(span) else Mark.MISSING
        if mark is Mark.ONLY_ARTICLE or operation.source:
            marks.append(
                (
                    span,
                    Piece(operation.source if mark is Mark.MISSING else "", mark, _allowed(operation), operation.label),
                )
            )
    at = 0
    for segment in comparison.segments:
        span = _next(text, segment.text, at)
        at = span.end if span is not None else at
        if (
            span is not None
            and segment.span is None
            and segment.verdict.group in (Group.ABSENT, Group.PARTLY)
            and len(comparison.segments) > 1
        ):
            marks.append((span, Piece("", Mark.ONLY_ARTICLE, label="missing_segment")))
    return marks


def _in_source(passage: Passage, comparison: Comparison) -> list[tuple[Span, Piece]]:
    """Where the source's own words and the declared gaps stand in the passage."""
    marks: list[tuple[Span, Piece]] = []
    aligned = len(passage.exact) == len(passage.span)
    at = 0
    for operation in comparison.operations:
        span = _inside(operation.span, passage) if aligned else _next(passage.exact, operation.source, at)
        if span is not None and len(span):
            at = max(at, span.end)
            marks.append((span, Piece("", Mark.ONLY_SOURCE, _allowed(operation), operation.label)))
    for omission in comparison.omitted:
        span = _inside(omission.span, passage) if aligned else _next(passage.exact, omission.text, 0)
        if span is not None and len(span):
            marks.append((span, Piece("", Mark.LEFT_OUT, allowed=True)))
    return marks


def _marked(text: str, marks: Iterable[tuple[Span, Piece]]) -> tuple[Piece, ...]:
    """*text* cut at *marks*; where two overlap the first to begin keeps its words."""
    pieces: list[Piece] = []
    at = 0
    for span, piece in sorted(marks, key=lambda mark: (mark[0].start, mark[0].end)):
        if span.end < at or (span.end == at and len(span)):
            continue
        start = max(at, span.start)
        pieces.append(Piece(text[at:start]))
        shown = piece.text if piece.mark is Mark.MISSING else text[start : span.end]
        pieces.append(Piece(shown, piece.mark, piece.allowed, piece.label))
        at = max(start, span.end)
    pieces.append(Piece(text[at:]))
    return tuple(piece for piece in pieces if piece.text)


def _allowed(operation: Operation) -> bool:
    return operation.verdict.group in (Group.EXACT, Group.MARKED)


def _inside(span: Span, passage: Passage) -> Span | None:
    """*span* of the source's text as one of the passage's, or None where it lies outside."""
    start, end = max(span.start, passage.span.start), min(span.end, passage.span.end)
    return Span(start - passage.span.start, end - passage.span.start) if start < end else None


def _next(text: str, words: str, at: int) -> Span | None:
    found = text.find(words, at) if words else -1
    return None if found < 0 else Span(found, found + len(words))


def _abridged(piece: Piece, size: int) -> Piece:
    """A long piece by its ends, with the number of words between."""
    words = piece.text.split()
    ends = size + 5 if piece.mark is Mark.SAME else 10
    most = 2 * ends + _GAP if piece.mark is Mark.SAME else _GAP
    if len(words) <= most:
        return piece
    lead, tail = piece.text[: len(piece.text) - len(piece.text.lstrip())], piece.text[len(piece.text.rstrip()) :]
    between = f"[{len(words) - 2 * ends} words]"
    shown = f"{lead}{' '.join(words[:ends])} {between} {' '.join(words[-ends:])}{tail}"
    return replace(piece, text=shown)
