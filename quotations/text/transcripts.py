"""Who speaks in a transcript: "NAME: …" opens a speech, and the blocks after it go on with it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from quotations.model import Segment, SegmentRole

_LABEL = re.compile(
    r"\s?(?:>>\s?)?(?P<name>[^\W\d_a-z][^:\n\[\](){}“”\"«»<>|/=]{0,58}?)(?:\s?[\[(](?P<aside>[^\[\]()\n]{1,40})[\])])?\s?:(?=\s|$)"
)
_SPEECH = frozenset((SegmentRole.BODY, SegmentRole.QUOTE, SegmentRole.LIST, SegmentRole.TABLE))
_LEAST, _SHARE = 4, 0.15
_NO_NAMES = frozenset(
    [
        "note",
        "notes",
        "update",
        "editor's",
        "note",
        "correction",
        "source",
        "sources",
        "photo",
        "image",
        "credit",
        "credits",
        "example",
        "warning",
        "tip",
        "step",
        "question",
        "answer",
        "read",
        "more",
        "related",
        "see",
        "also",
        "topics",
        "tags",
        "filed",
        "under",
        "date",
        "time",
        "location",
        "place",
        "address",
        "phone",
        "email",
        "e-mail",
        "website",
        "fax",
        "contact",
        "published",
        "updated",
        "share",
        "follow",
        "us",
        "by",
        "author",
        "price",
        "rating",
        "summary",
        "conclusion",
        "background",
        "results",
        "methods",
        "abstract",
        "keywords",
    ]
)


def with_speakers(text: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with their speakers, where four blocks or more open with a name and one name returns."""
    labels: dict[int, str] = {}
    spoken = 0
    for index, segment in enumerate(segments):
        if segment.role not in _SPEECH or segment.junk:
            continue
        spoken += 1
        found = _LABEL.match(text, segment.span.start, min(segment.span.end, segment.span.start + 120))
        if found and _is_name(found["name"].strip()):
            labels[index] = found["name"].strip()
    if not _is_transcript(Counter(labels.values()), len(labels), spoken):
        return segments
    return _spread(segments, labels)


def _is_name(words: str) -> bool:
    """Up to six words, all capitals or each beginning with one."""
    parts = words.split()
    if not 1 <= len(parts) <= 6 or words.lower() in _NO_NAMES or parts[0].lower() in _NO_NAMES:
        return False
    small = sum(
        1
        for part in parts
        if part[0].islower() and part not in ("de", "von", "van", "der", "la", "le", "du", "and", "of", "the")
    )
    return small == 0 and any(c.isalpha() for c in words)


def _is_transcript(names: Counter[str], labelled: int, spoken: int) -> bool:
    if labelled < _LEAST or labelled < _SHARE * spoken:
        return False
    return any(count > 1 for count in names.values()) and len(names) <= max(3, labelled * 3 // 4)


def _spread(segments: tuple[Segment, ...], labels: dict[int, str]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    speaker: str | None = None
    for index, segment in enumerate(segments):
        if segment.role in (
            SegmentRole.HEADING,
            SegmentRole.NAV,
            SegmentRole.COMMENTS,
            SegmentRole.HIDDEN,
            SegmentRole.METADATA,
        ):
            speaker = None
        speaker = labels.get(index, speaker)
        spoken = speaker if segment.role in _SPEECH and not segment.junk else None
        out.append(replace(segment, speaker=spoken) if spoken else segment)
    return tuple(out)
