"""What ``read`` says of an article."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from quotations.model import Basis, QuotationForm, QuotationKind, Role, Target


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
