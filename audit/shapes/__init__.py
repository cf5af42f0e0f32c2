"""The published JSON shapes as types: the schemas in ``docs/schema`` and the server's OpenAPI are made from them.

A name once published stays; a new one may be added. `reports.records` makes the values.
"""

from __future__ import annotations

from typing import Any

from audit.shapes.articles import (
    ArchivedShape,
    ArticleShape,
    AttributionShape,
    CitationShape,
    QuotationShape,
    ReadShape,
)
from audit.shapes.audits import AuditShape, FindingShape, PlacementShape
from audit.shapes.checks import (
    ChanceShape,
    CheckShape,
    OmissionShape,
    OpenShape,
    OperationShape,
    PassageShape,
    SegmentShape,
    SourceShape,
)
from audit.shapes.links import LinkShape, LinksShape, OverrideShape, PlaceShape, RedirectShape
from audit.shapes.news import BeforeShape, LastShape, LinksNewsShape, NewsArticleShape, OneNewsShape, UnsteadyShape
from audit.shapes.runs import ErrorShape, FailedFileShape, WatchRunShape, WatchShape

__all__ = [
    "SCHEMA_VERSION",
    "SHAPES",
    "schema",
    "ArchivedShape",
    "ArticleShape",
    "AttributionShape",
    "AuditShape",
    "BeforeShape",
    "ChanceShape",
    "CheckShape",
    "CitationShape",
    "ErrorShape",
    "FailedFileShape",
    "FindingShape",
    "LastShape",
    "LinkShape",
    "LinksNewsShape",
    "LinksShape",
    "NewsArticleShape",
    "OmissionShape",
    "OneNewsShape",
    "OpenShape",
    "OperationShape",
    "OverrideShape",
    "PassageShape",
    "PlaceShape",
    "PlacementShape",
    "QuotationShape",
    "ReadShape",
    "RedirectShape",
    "SegmentShape",
    "SourceShape",
    "UnsteadyShape",
    "WatchRunShape",
    "WatchShape",
]

#: Raised when a shape gains a name.
SCHEMA_VERSION = 1

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
