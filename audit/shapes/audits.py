"""An audit: findings, links and counts."""

from __future__ import annotations

from typing_extensions import TypedDict  # pydantic reads typing's own only from Python 3.12 on

from audit.shapes.articles import AttributionShape, QuotationShape
from audit.shapes.checks import CheckShape, PassageShape
from audit.shapes.links import LinksShape


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


class AuditShape(LinksShape):
    """What ``audit`` prints of one article, and ``GET /api/v1/audits/ID`` answers."""

    findings: list[FindingShape]
