"""The published JSON shapes as types: the schemas in ``docs/schema`` and the server's OpenAPI are made from them.

A name once published stays; a new one may be added. `reports.records` makes the values.
"""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from quotations.judging.news import NewsKind
from quotations.model import (
    Basis,
    Confidence,
    Flag,
    Group,
    Notice,
    QuotationForm,
    QuotationKind,
    Role,
    Severity,
    State,
    Target,
    Verdict,
    Word,
)

#: Raised when a shape gains a name.
SCHEMA_VERSION = 1


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


class AttributionShape(TypedDict):
    """A quotation's claim on a citation."""

    citation: str
    basis: Basis
    score: float
    margin: float


class QuotationShape(TypedDict):
    """One quotation; offsets into the article's text."""

    id: str
    text: str
    start: int
    end: int
    parts: list[tuple[int, int]]
    form: QuotationForm
    kind: QuotationKind
    kind_reason: str
    speaker: str | None
    cue: str | None
    echo_of: str | None
    attributions: list[AttributionShape]


class ArchivedShape(TypedDict):
    """Of what and when an archive's copy is one."""

    original: str
    at: str | None


class CitationShape(TypedDict):
    """One citation; offsets into the article's text."""

    id: str
    href: str
    url: str | None
    archived: ArchivedShape | None
    anchor: str
    start: int
    end: int
    role: Role
    role_reason: str
    locator: str | None
    target: Target
    note: str | None


class ArticleShape(TypedDict):
    """What is known of an article; null where it is not."""

    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    url: str | None
    original_url: str | None
    original_publisher: str | None
    saved_at: str | None
    language: str | None
    format: str
    text: str
    provenance: dict[str, str]


class ReadShape(TypedDict):
    """What ``read`` prints of one article."""

    article: ArticleShape
    quotations: list[QuotationShape]
    citations: list[CitationShape]


class PlacementShape(TypedDict):
    """Where the words are when the cited source does not have them."""

    rung: str
    url: str | None
    captured_at: str | None
    passage: PassageShape | None
    searched: list[str]


class FindingShape(CheckShape):
    """One finding of an audit."""

    quotation: QuotationShape
    attribution: AttributionShape | None
    placement: PlacementShape | None
    also: list[str]


class RedirectShape(TypedDict):
    """One redirect on the way."""

    url: str
    status: int


class OverrideShape(TypedDict):
    """A person's word on a source; stale once what is found is not what it was said of."""

    word: Word
    who: str
    why: str
    at: str
    stale: bool


class PlaceShape(TypedDict):
    """Where a citation stands in the saved file: lines and columns (code points) from 1, or the page of a PDF."""

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None


class LinkShape(TypedDict):
    """What became of one citation."""

    citation: str
    href: str
    url: str | None
    final_url: str | None
    state: State
    reason: str | None
    severity: Severity | None
    notices: list[Notice]
    evidence: list[str]
    http_status: int | None
    redirects: list[RedirectShape]
    first_failed: str | None
    last_good: str | None
    revived: str | None
    archive: dict[str, Any] | None
    override: OverrideShape | None
    place: PlaceShape | None


class LinksShape(TypedDict):
    """What ``links`` prints of one article."""

    audit: str | None
    article: ArticleShape
    links: list[LinkShape]
    summary: dict[str, Any]
    run: dict[str, Any]


class AuditShape(LinksShape):
    """What ``audit`` prints of one article, and ``GET /api/v1/audits/ID`` answers."""

    findings: list[FindingShape]


class BeforeShape(TypedDict):
    """How a link was when it was last seen clearly."""

    state: State
    reason: str | None
    at: str | None


class OneNewsShape(TypedDict):
    """One thing that happened to a source; to a whole host where it no longer answers."""

    news: NewsKind
    severity: Severity
    since: str | None
    links: list[LinkShape]
    before: BeforeShape | None
    quotations: list[str]


class UnsteadyShape(TypedDict):
    """A host that gave no answer this time and is not dead for that; its links by their citations."""

    host: str
    links: list[str]
    since: str | None


class LastShape(TypedDict):
    """The audit with which this one is compared."""

    audit: str | None
    at: str


class NewsArticleShape(TypedDict):
    """Whose news they are."""

    name: str
    title: str | None
    url: str | None


class LinksNewsShape(TypedDict):
    """What ``links --since-last`` prints of one article."""

    audit: str | None
    last: LastShape | None
    article: NewsArticleShape
    news: list[OneNewsShape]
    unsteady: list[UnsteadyShape]
    links: int
    worst: Severity | None


class ErrorShape(TypedDict):
    """What went wrong, and what to do."""

    code: str
    message: str
    hint: str
    subject: str


class FailedFileShape(TypedDict):
    """A file of a watch that could not be read."""

    file: str
    error: ErrorShape


class WatchShape(TypedDict):
    """What one watch met in one run."""

    id: str
    target: str
    new: int
    changed: int
    unchanged: int
    failed: list[FailedFileShape]
    audits: list[str]


class WatchRunShape(TypedDict):
    """What ``watch run`` prints."""

    watches: list[WatchShape]


#: File name → shape of each published schema.
SHAPES: dict[str, type] = {
    "read": ReadShape,
    "check": CheckShape,
    "audit": AuditShape,
    "links": LinksShape,
    "links-since-last": LinksNewsShape,
    "watch-run": WatchRunShape,
}


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the published shape *name*; raises KeyError for another."""
    from pydantic import ConfigDict, TypeAdapter, with_config

    shape = SHAPES[name]
    made = TypeAdapter(with_config(ConfigDict(extra="forbid"))(shape)).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"citetrail/{name}/v{SCHEMA_VERSION}",
        **made,
    }
