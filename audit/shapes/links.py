"""What became of an article's links."""

from __future__ import annotations

from typing import Any

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from audit.shapes.articles import ArticleShape
from quotations.model import Notice, Severity, State, Word


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
