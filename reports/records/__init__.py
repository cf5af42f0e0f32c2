"""Audits as JSON values: the published shapes, every key always there, null or empty where nothing is known."""

from __future__ import annotations

from reports.records.answers import Record, as_line, error_record, watch_record, watches_record
from reports.records.articles import article_record, articles_record
from reports.records.audits import audit_record, links_record
from reports.records.findings import check_record

__all__ = [
    "Record",
    "article_record",
    "articles_record",
    "as_line",
    "audit_record",
    "check_record",
    "error_record",
    "links_record",
    "watch_record",
    "watches_record",
]
