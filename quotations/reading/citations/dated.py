"""The day for which a source is cited: "retrieved 3 May 2021", "archived from the original on …", in its own entry."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from quotations.model import Span
from quotations.reading.document import Document
from quotations.reading.formats.dates import within

_STATED = re.compile(
    r"\b(?:retrieved|accessed|archived|visited|viewed|last (?:checked|seen|visited|accessed)|as of|abgerufen|consult[eé]e?|"
    r"consultado|consultato|geraadpleegd|acessado)\b[^.;]{0,60}",
    re.IGNORECASE,
)
#: Letters that one of them always has; sought in small letters, for a search without regard to case tries all at each word.
_LED = re.compile(r"retr|acce|arch|visi|view|last|as o|abge|cons|gera|aces")
#: So far behind a link its own entry still goes on.
_REACH = 160


def cited_day(document: Document, span: Span) -> date | None:
    """The day stated behind the link at *span* in the same block, and before the next link; None when none is."""
    number = bisect_right(document.blocks, span.start, key=lambda block: block.span.start) - 1
    if number < 0 or not len(span):
        return None
    end = min(document.blocks[number].span.end, span.end + _REACH)
    words = document.text[span.end : end]
    found = _STATED.search(words) if _LED.search(words.lower()) else None
    if not found:
        return None
    day = within(words[found.start() : found.start() + 100])
    return date.fromisoformat(day[0]) if day else None
