"""Note references that are plain characters: "[12]" set close behind a word or a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotations.model import Segment, SegmentRole, Span

_CLOSE = re.compile(
    r"\[(?<=(?:[^\W\d_]{2}|[.,;:!?”’\"»)\]]{2}|[^\W\d_][.,;:!?”’\"»)]|[\da-z]\])\[)(?:\d{1,3}(?:[,–-] ?\d{1,3}){0,5}|[a-z])\](?=[\s.,;:!?”’)\[—–]|$)"
)
_OUTSIDE = frozenset((SegmentRole.CODE, SegmentRole.HIDDEN, SegmentRole.METADATA))


def bracketed_marks(text: str, segments: tuple[Segment, ...]) -> list[Span]:
    """Spans of bracketed references in the shown prose of *text*."""
    if "]" not in text:
        return []
    found: list[Span] = []
    at = 0
    for mark in _CLOSE.finditer(text):
        while at < len(segments) and segments[at].span.end <= mark.start():
            at += 1
        if at < len(segments) and segments[at].role not in _OUTSIDE:
            found.append(Span(mark.start(), mark.end()))
    return found


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that stand inside another."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
