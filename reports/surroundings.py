"""What stands around a passage: enough to recognise the place, never more than sixty words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotations.model import Operation, Passage, Span

#: At most so many words are quoted around a passage (in front and behind together).
SURROUNDINGS = 60
#: A suffix of so many code points was cut by the selector; a shorter one ends with the text.
_CUT = 32
#: A differing word so near to the passage belongs to it.
_BESIDE = 40


def widened(passage: Passage, operations: Sequence[Operation]) -> Passage:
    """*passage* with the source's words at its edges that stand where the article has others."""
    if len(passage.exact) != len(passage.span):  # not the text's own letters: nothing can be counted off
        return passage
    start, end = passage.span.start, passage.span.end
    for operation in operations:
        if len(operation.span) and start - _BESIDE <= operation.span.start and operation.span.end <= end + _BESIDE:
            start, end = min(start, operation.span.start), max(end, operation.span.end)
    left, right = passage.span.start - start, end - passage.span.end
    if left > len(passage.prefix) or right > len(passage.suffix) or not (left or right):
        return passage
    kept = len(passage.prefix) - left
    return replace(
        passage,
        exact=passage.prefix[kept:] + passage.exact + passage.suffix[:right],
        prefix=passage.prefix[:kept],
        suffix=passage.suffix[right:],
        span=Span(start, end),
    )


def surroundings(passage: Passage) -> tuple[str, str]:
    """Up to `SURROUNDINGS` words around the passage, an ellipsis where the text goes on."""
    half = SURROUNDINGS // 2
    before, after = _tokens(passage.prefix), _tokens(passage.suffix)
    if passage.span.start > len(passage.prefix):  # the text goes on in front, and the first word may be a half
        whole = before[1:] if len(before) > 1 and passage.prefix[0].isalnum() else before
        before = ["…", *whole[-half:]]
    if len(passage.suffix) >= _CUT and not passage.suffix.endswith(
        "\n\n"
    ):  # what ends with its block is no half of one
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
