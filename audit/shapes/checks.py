"""The answer of ``check``: a verdict with its evidence."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from quotations.model import Confidence, Flag, Group, Severity, State, Verdict


class SegmentShape(TypedDict):
    """One segment of a quotation; offsets into the source's text."""

    text: str
    verdict: Verdict
    start: int | None
    end: int | None


class OperationShape(TypedDict):
    """One labelled difference; offsets into the source's text."""

    label: str
    article: str
    source: str
    start: int
    end: int


class OmissionShape(TypedDict):
    """What a declared gap leaves out."""

    text: str
    words: int
    sentences: int


class PassageShape(TypedDict):
    """Where the words stand; offsets into the source's text."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    page: int | None
    section: str | None


class ChanceShape(TypedDict):
    """How likely the match is by accident."""

    bits: float | None
    expected: float | None
    in_words: str | None


class SourceShape(TypedDict):
    """The source as it was when it was judged."""

    url: str | None
    final_url: str | None
    state: State
    captured_at: str | None
    digest: str | None
    complete: bool | None
    language: str | None
    title: str | None


class OpenShape(TypedDict):
    """Addresses that open the source at the passage."""

    live: str | None
    archive: str | None


class CheckShape(TypedDict):
    """What ``check`` prints, and ``POST /api/v1/check`` answers."""

    id: str
    quote: str
    verdict: Verdict
    group: Group
    severity: Severity | None
    checkability: str
    reason: str | None
    flags: list[Flag]
    segments: list[SegmentShape]
    operations: list[OperationShape]
    omitted: list[OmissionShape]
    passage: PassageShape | None
    chance: ChanceShape
    confidence: Confidence
    source: SourceShape
    open: OpenShape
    rules: list[str]
    engine: dict[str, Any]
    archived: list[str]
