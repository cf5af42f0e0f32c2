"""Emphasis, strong, deleted and highlighted runs of Markdown: which delimiters pair (CommonMark 0.31, 6.2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from quotations.reading.document import InlineKind

_KINDS = {"~": InlineKind.DELETED, "=": None}


@dataclass(slots=True)
class Run:
    """Equal delimiter characters in a row: text[start:end] of the view, and whether they may open or close."""

    char: str
    start: int
    end: int
    opens: bool
    closes: bool


def run(text: str, at: int) -> Run:
    """The delimiter run that starts at *at*."""
    char, end = text[at], at
    while end < len(text) and text[end] == char:
        end += 1
    before, after = text[at - 1] if at else " ", text[end] if end < len(text) else " "
    left = not after.isspace() and (not _punctuation(after) or before.isspace() or _punctuation(before))
    right = not before.isspace() and (not _punctuation(before) or after.isspace() or _punctuation(after))
    if char == "_":
        left, right = (
            left and (not right or _punctuation(before)),
            right and (not left or _punctuation(after)),
        )
    if char in "~=" and end - at != 2:
        left = right = False
    return Run(char, at, end, left, right)


def paired(runs: list[Run]) -> Iterator[tuple[tuple[int, int], InlineKind | None, list[tuple[int, int]]]]:
    """Each pair's content, its kind (None for a highlight) and its two delimiters, all as view positions."""
    stacks: dict[str, list[Run]] = {}
    for closer in runs:
        stack = stacks.setdefault(closer.char, [])
        while closer.closes and stack and closer.end > closer.start:
            opener = stack[-1]
            used = 2 if min(opener.end - opener.start, closer.end - closer.start) >= 2 else 1
            marks = [(opener.end - used, opener.end), (closer.start, closer.start + used)]
            opener.end -= used
            closer.start += used
            kind = _KINDS.get(closer.char, InlineKind.STRONG if used == 2 else InlineKind.EMPHASIS)
            yield (marks[0][1], marks[1][0]), kind, marks
            if opener.end == opener.start:
                stack.pop()
        if closer.opens and closer.end > closer.start:
            stack.append(closer)


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
