"""What ``check`` prints, and what an audit adds to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from quotations.codec import encode
from quotations.model import (
    Attribution,
    Chance,
    Comparison,
    Finding,
    Passage,
    Placement,
    SegmentMatch,
    SourceSeen,
    State,
)
from reports.opening import archive_address, live_address
from reports.records.answers import Record
from reports.records.articles import attribution_record, quotation_record

_UNREAD = {"no_target": State.LOST_TARGET}


def check_record(finding: Finding, *, id: str | None = None, quote: str | None = None) -> Record:
    """What ``check`` and each line of ``check --batch`` print; *id* and *quote* as they were asked."""
    comparison = finding.comparison or Comparison(verdict=finding.verdict)
    passage = comparison.passage
    return {
        "id": finding.quotation.id if id is None else id,
        "quote": finding.quotation.text if quote is None else quote,
        "verdict": finding.verdict.value,
        "group": finding.verdict.group.value,
        "severity": encode(finding.severity),
        "checkability": finding.checkability,
        "reason": finding.reason,
        "flags": [flag.value for flag in finding.flags],
        "segments": [_segment(segment) for segment in comparison.segments],
        "operations": [
            {"label": o.label, "article": o.article, "source": o.source, "start": o.span.start, "end": o.span.end}
            for o in comparison.operations
        ],
        "omitted": [{"text": o.text, "words": o.words, "sentences": o.sentences} for o in comparison.omitted],
        "passage": _passage(passage),
        "chance": _chance(comparison.chance),
        "confidence": finding.confidence.value,
        "source": _source(finding),
        "open": {"live": live_address(finding), "archive": archive_address(finding)},
        "rules": list(finding.rules or comparison.rules),
        "engine": dict(finding.engine),
        "archived": list(finding.archived),
    }


def finding_record(finding: Finding, paired: Mapping[str, Sequence[Attribution]]) -> Record:
    """A finding of an audit: what ``check`` prints, the quotation, and where else the words are.

    *paired* are the article's attributions by quotation.
    """
    return {
        **check_record(finding),
        "quotation": quotation_record(finding.quotation, paired.get(finding.quotation.id, ())),
        "attribution": attribution_record(finding.attribution) if finding.attribution else None,
        "placement": _placement(finding.placement),
        "also": list(finding.also),
    }


def _placement(placement: Placement | None) -> Record | None:
    if placement is None:
        return None
    return {
        "rung": placement.rung,
        "url": placement.url,
        "captured_at": encode(placement.captured_at),
        "passage": _passage(placement.passage),
        "searched": list(placement.searched),
    }


def _passage(passage: Passage | None) -> Record | None:
    if passage is None:
        return None
    return {
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "start": passage.span.start,
        "end": passage.span.end,
        "page": passage.page,
        "section": passage.section,
    }


def _segment(segment: SegmentMatch) -> Record:
    span = segment.span
    return {
        "text": segment.text,
        "verdict": segment.verdict.value,
        "start": None if span is None else span.start,
        "end": None if span is None else span.end,
    }


def _chance(chance: Chance | None) -> Record:
    if chance is None:
        return {"bits": None, "expected": None, "in_words": None}
    return {"bits": _number(chance.bits), "expected": _number(chance.expected), "in_words": chance.in_words}


def _number(value: float) -> float | None:
    """JSON has no infinity."""
    return value if isfinite(value) else None


def _source(finding: Finding) -> Record:
    seen: SourceSeen = finding.source
    names = ("url", "final_url", "state", "captured_at", "digest", "complete", "language", "title")
    return {**{name: encode(getattr(seen, name)) for name in names}, "state": _state(finding).value}


def _state(finding: Finding) -> State:
    """The source's state; where nothing was looked at, the one that says why."""
    if finding.source.state is not None:
        return finding.source.state
    if finding.checkability.startswith("link:"):
        return State(finding.checkability.removeprefix("link:"))
    return _UNREAD.get(finding.checkability, State.UNKNOWN)
