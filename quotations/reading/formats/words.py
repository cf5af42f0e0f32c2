"""The words of a span of a draft, without the mark-up that is hidden in it."""

from __future__ import annotations

from bisect import bisect_left

from quotations.model import Span
from quotations.reading.formats.draft import Draft


def visible(draft: Draft, span: Span) -> str:
    """The words of *span* without what is hidden in it, blanks collapsed."""
    hidden = draft.hidden
    out: list[str] = []
    at = span.start
    for index in range(max(0, bisect_left(hidden, span) - 1), len(hidden)):
        skip = hidden[index]
        if skip.start >= span.end:
            break
        if skip.end > at:
            out.append(draft.text[at : max(at, skip.start)])
            at = min(skip.end, span.end)
    out.append(draft.text[at : span.end])
    return " ".join("".join(out).split())
