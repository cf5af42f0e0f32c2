"""Who speaks in a transcript: "NAME: …" opens a speech, and the blocks after it go on with it.

A wrong speaker would make two people's words of one sentence, so a text is a transcript only when names return and
what stands behind them is speech.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from quotations.model import Segment, SegmentRole

_LABEL = re.compile(
    r"\s?(?:>>\s?)?(?P<name>[^\W\d_a-z][^:\n\[\](){}“”\"«»<>|/=]{0,58}?)(?:\s?[\[(][^\[\]()\n]{1,40}[\])])?\s?[:：](?=\s|$)"
)
_SPEECH = frozenset((SegmentRole.BODY, SegmentRole.QUOTE))
_BREAKING = frozenset(
    (
        SegmentRole.HEADING,
        SegmentRole.NAV,
        SegmentRole.COMMENTS,
        SegmentRole.HIDDEN,
        SegmentRole.METADATA,
        SegmentRole.TEASER,
    )
)
_LEAST = 4  # speeches that make a transcript
_DENSE = 0.3  # share of the blocks between the first and the last label that carry one
_SENTENCE = re.compile(r"[.?!…—–-][\"”’'»)\]]{0,3}\s*$|\)\s*$")
_LITTLE = frozenset(
    ["de", "von", "van", "der", "den", "la", "le", "du", "of", "the", "and", "da", "di", "del", "y", "und", "et"]
)
_NO_NAMES = frozenset(
    [
        "chapter",
        "section",
        "figure",
        "fig",
        "table",
        "appendix",
        "part",
        "page",
        "line",
        "item",
        "example",
        "exhibit",
        "article",
        "paragraph",
        "volume",
        "no",
        "note",
        "notes",
        "dear",
        "ps",
        "re",
        "subject",
        "update",
        "updated",
        "editor's",
        "correction",
        "source",
        "sources",
        "photo",
        "photos",
        "image",
        "credit",
        "credits",
        "warning",
        "tip",
        "step",
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
        "breaking",
        "exclusive",
        "published",
        "share",
        "follow",
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
        "search",
        "watch",
        "video",
        "listen",
        "labels",
        "edition",
        "ausgabe",
        "quelle",
        "von",
        "übersetzt",
        "reading",
        "today",
        "tomorrow",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "ad",
        "advertisement",
        "strict",
        "notice",
        "error",
        "deprecated",
    ]
)


def with_speakers(text: str, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with their speakers, where the text is a transcript; else as they are."""
    labels = _labels(text, segments)
    if len(labels) < _LEAST or not _is_transcript(labels):
        return segments
    return _spread(segments, labels)


def _labels(text: str, segments: tuple[Segment, ...]) -> dict[int, str]:
    """Names that open speeches, by the index of their segment; only names whose blocks are mostly sentences."""
    if ":" not in text and "：" not in text:
        return {}
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    spoken: defaultdict[str, int] = defaultdict(int)
    for index, segment in enumerate(segments):
        if segment.role not in _SPEECH or segment.junk:
            continue
        start, end = segment.span.start, segment.span.end
        if text.find(":", start, min(end, start + 120)) < 0 and text.find("：", start, min(end, start + 120)) < 0:
            continue
        found = _LABEL.match(text, start, min(end, start + 120))
        if found is None or not _is_name(name := found["name"].strip()):
            continue
        by_name[name].append(index)
        # A label alone on its line is followed by its speech.
        spoken[name] += found.end() >= end - 1 or bool(_SENTENCE.search(text, max(found.end(), end - 12), end))
    return {
        index: name for name, indexes in by_name.items() if spoken[name] * 3 >= len(indexes) * 2 for index in indexes
    }


def _is_name(words: str) -> bool:
    """Up to six words, each beginning with a capital apart from particles, and no word of layout."""
    parts = words.split()
    if not 1 <= len(parts) <= 6 or parts[0].lower() in _NO_NAMES or parts[-1][0].islower():
        return False
    if any(part[0].islower() and part not in _LITTLE for part in parts):
        return False
    return not any(c.isdigit() for c in words) or words.isupper()


def _is_transcript(labels: dict[int, str]) -> bool:
    """Names return, and either they are set in capitals or most blocks between the first and the last carry one."""
    counts: defaultdict[str, int] = defaultdict(int)
    for name in labels.values():
        counts[name] += 1
    returning = [name for name, count in counts.items() if count > 1]
    if not returning or len(counts) > max(3, len(labels) * 3 // 4):
        return False
    if len(returning) > 1 and sum(name.isupper() for name in returning) * 2 > len(returning):
        return True
    return len(labels) >= _DENSE * (max(labels) - min(labels) + 1)


def _spread(segments: tuple[Segment, ...], labels: dict[int, str]) -> tuple[Segment, ...]:
    out: list[Segment] = []
    speaker: str | None = None
    for index, segment in enumerate(segments):
        if segment.role in _BREAKING:
            speaker = None
        speaker = labels.get(index, speaker)
        spoken = speaker if segment.role in _SPEECH and not segment.junk else None
        out.append(replace(segment, speaker=spoken) if spoken else segment)
    return tuple(out)
