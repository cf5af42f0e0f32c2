"""Two texts side by side: the article's words and the source's, with what differs marked in each.

Nothing is compared here. The differences are those that the comparison found, so that what a reader sees
marked is exactly what the verdict rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotations.model import Comparison, Finding, Group, Operation, Passage, Span, Verdict

#: At most so many words are quoted around a passage (in front and behind together).
SURROUNDINGS = 60
#: A suffix of so many code points was cut by the selector; a shorter one ends with the text.
_CUT = 32
#: A declared gap longer than this is shown by its ends.
_GAP = 40


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
    return SideBySide(article, passage_pieces(comparison.passage, comparison))


def passage_pieces(passage: Passage, comparison: Comparison | None = None) -> tuple[Piece, ...]:
    """*passage* in its surroundings; with *comparison* its differences marked."""
    before, after = _surroundings(passage)
    inside = _marked(passage.exact, _in_source(passage, comparison)) if comparison else (Piece(passage.exact),)
    pieces = [Piece(before, Mark.AROUND), *map(_abridged, inside), Piece(after, Mark.AROUND)]
    return tuple(piece for piece in pieces if piece.text)


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
            span
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


def _abridged(piece: Piece) -> Piece:
    """A long gap by its ends, with the number of words between."""
    words = piece.text.split()
    if piece.mark is not Mark.LEFT_OUT or len(words) <= _GAP:
        return piece
    left = len(words) - 20
    lead, tail = piece.text[: len(piece.text) - len(piece.text.lstrip())], piece.text[len(piece.text.rstrip()) :]
    return Piece(
        f"{lead}{' '.join(words[:10])} [{left} words] {' '.join(words[-10:])}{tail}", piece.mark, piece.allowed
    )


def _surroundings(passage: Passage) -> tuple[str, str]:
    """Up to `SURROUNDINGS` words around the passage, an ellipsis where the text goes on."""
    half = SURROUNDINGS // 2
    before, after = _tokens(passage.prefix), _tokens(passage.suffix)
    if passage.span.start > len(passage.prefix):  # the text goes on in front, and the first word may be a half
        whole = before[1:] if len(before) > 1 and passage.prefix[0].isalnum() else before
        before = ["…", *whole[-half:]]
    if len(passage.suffix) >= _CUT:
        whole = after[:-1] if len(after) > 1 and passage.suffix[-1].isalnum() else after
        after = [*whole[:half], "…"]
    front, back = _joined(before), _joined(after)
    gap_front, gap_back = _gap(passage.prefix, -1), _gap(passage.suffix, 0)
    return f"{front}{gap_front}" if front else "", f"{gap_back}{back}" if back else ""


def _gap(text: str, edge: int) -> str:
    """What stands between the passage and the word next to it."""
    blank = text[len(text.rstrip()) :] if edge else text[: len(text) - len(text.lstrip())]
    return "\n" if "\n" in blank else " " * bool(blank)


def _tokens(text: str) -> list[str]:
    """The words of *text*, and a line end where one block ends and another begins."""
    return re.findall(r"[^\s]+|\n", re.sub(r"\s*\n\s*", "\n", text.strip(" \t\r\n")))


def _joined(tokens: list[str]) -> str:
    return " ".join(tokens).replace(" \n ", "\n").strip("\n")


def differences(operations: Sequence[Operation], *, most: int = 8) -> tuple[Operation, ...]:
    """The operations that a person should see first: the gravest, then by place."""
    grave = [o for o in operations if not _allowed(o)] or list(operations)
    return tuple(sorted(grave, key=lambda o: -_gravity(o))[:most])


def _gravity(operation: Operation) -> int:
    return {Verdict.CRITICAL: 3, Verdict.SPLICED: 2, Verdict.ALTERED: 1}.get(operation.verdict, 0)
