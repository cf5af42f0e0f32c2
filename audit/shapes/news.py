"""What ``links --since-last`` tells."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from audit.shapes.links import LinkShape
from quotations.judging.news import NewsKind
from quotations.model import Severity, State


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
