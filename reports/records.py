"""Audits as JSON values: the published shapes, every key always there, null or empty where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import Any

from quotations.codec import Json, encode
from quotations.errors import CitetrailError
from quotations.model import (
    Article,
    Attribution,
    Audit,
    Chance,
    Citation,
    Comparison,
    Finding,
    Flag,
    LinkState,
    Passage,
    Placement,
    Quotation,
    SegmentMatch,
    SourceSeen,
    State,
)
from reports.addresses import at_passage, followable
from reports.summary import summarise
from reports.visible import in_json

Record = dict[str, Any]

_METADATA = (
    *("title", "author", "publisher", "published", "url", "original_url", "original_publisher"),
    *("saved_at", "language", "format", "text"),
)

_UNREAD = {"no_target": State.LOST_TARGET}


def as_line(record: Record) -> str:
    """*record* as one line of JSON; several make JSON Lines."""
    return in_json(json.dumps(record, ensure_ascii=False, separators=(", ", ": "), allow_nan=False))


def article_record(article: Article) -> Record:
    """What ``read`` prints of one article."""
    return {
        "article": _metadata(article),
        "quotations": [_quotation(q, article.candidates(q.id)) for q in article.quotations],
        "citations": [_citation(c) for c in article.citations],
    }


def articles_record(articles: Sequence[Article]) -> Record:
    """What ``read`` prints of one file: its article, or ``{"articles": […]}`` when it holds several."""
    if len(articles) == 1:
        return article_record(articles[0])
    return {"articles": [article_record(article) for article in articles]}


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
    }


def audit_record(audit: Audit) -> Record:
    """What ``audit`` prints of one article: findings and links in the article's order."""
    record = links_record(audit)
    findings = [_finding(finding, audit.article) for finding in audit.findings]
    return {"audit": record.pop("audit"), "article": record.pop("article"), "findings": findings, **record}


def links_record(audit: Audit) -> Record:
    """What ``links`` prints of one article: the audit without its findings."""
    return {
        "audit": audit.id or None,
        "article": _metadata(audit.article),
        "links": [_link(link) for link in audit.links],
        "summary": summarise(audit).record(),
        "run": encode(audit.run),
    }


def error_record(error: CitetrailError, *, id: str | None = None) -> Record:
    """An error as JSON; with *id* as a line of ``check --batch``."""
    told = {"code": error.code, "message": error.message, "hint": error.hint, "subject": error.subject}
    return {"error": told} if id is None else {"id": id, "error": told}


def watch_record(
    id: str,
    target: str,
    *,
    new: int = 0,
    changed: int = 0,
    unchanged: int = 0,
    failed: Iterable[tuple[str, CitetrailError]] = (),
    audits: Iterable[str] = (),
) -> Record:
    """One watch of ``watch run``: what it met and which audits it made; *failed* are files and why."""
    return {
        "id": id,
        "target": target,
        "new": new,
        "changed": changed,
        "unchanged": unchanged,
        "failed": [{"file": file, "error": error_record(error)["error"]} for file, error in failed],
        "audits": list(audits),
    }


def watches_record(watches: Iterable[Record]) -> Record:
    """What ``watch run`` prints."""
    return {"watches": list(watches)}


def live_address(finding: Finding) -> str | None:
    """The source's own address, opened at the passage; None when it has none on the web."""
    seen, passage = finding.source, finding.comparison.passage if finding.comparison else None
    ambiguous = Flag.SEVERAL_OCCURRENCES in finding.flags
    return at_passage(followable(seen.final_url) or seen.url, passage, ambiguous=ambiguous)


def archive_address(finding: Finding) -> str | None:
    """An archived version that has the words, opened at the passage; None when none is known."""
    placement = finding.placement
    if placement is None or "archive" not in placement.rung:
        return None
    return at_passage(placement.url, placement.passage)


def _metadata(article: Article) -> Record:
    return {**{name: getattr(article, name) for name in _METADATA}, "provenance": dict(article.provenance)}


def _quotation(quotation: Quotation, attributions: Sequence[Attribution]) -> Record:
    return {
        "id": quotation.id,
        "text": quotation.text,
        "start": quotation.span.start,
        "end": quotation.span.end,
        "parts": encode(quotation.parts),
        "form": quotation.form.value,
        "kind": quotation.kind.value,
        "kind_reason": quotation.kind_reason,
        "speaker": quotation.speaker,
        "cue": quotation.cue,
        "echo_of": quotation.echo_of,
        "attributions": [_attribution(a) for a in attributions],
    }


def _attribution(attribution: Attribution) -> Record:
    names = ("citation", "basis", "score", "margin")
    return {name: encode(getattr(attribution, name)) for name in names}


def _citation(citation: Citation) -> Record:
    return {
        "id": citation.id,
        "href": citation.href,
        "url": citation.url,
        "archived": encode(citation.archived),
        "anchor": citation.anchor,
        "start": citation.span.start,
        "end": citation.span.end,
        "role": citation.role.value,
        "role_reason": citation.role_reason,
        "locator": citation.locator,
        "target": citation.target.value,
        "note": citation.note,
    }


def _finding(finding: Finding, article: Article) -> Record:
    return {
        **check_record(finding),
        "quotation": _quotation(finding.quotation, article.candidates(finding.quotation.id)),
        "attribution": _attribution(finding.attribution) if finding.attribution else None,
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


def _link(link: LinkState) -> Record:
    return {
        "citation": link.citation,
        "href": link.href,
        "url": link.url,
        "final_url": link.final_url,
        "state": link.state.value,
        "reason": link.reason,
        "severity": encode(link.severity),
        "notices": encode(link.notices),
        "evidence": list(link.evidence),
        "http_status": link.http_status,
        "redirects": [{"url": hop.url, "status": hop.status} for hop in link.redirects],
        "first_failed": encode(link.first_failed),
        "last_good": encode(link.last_good),
        "archive": encode(link.archive),
    }


__all__ = [
    "Json",
    "Record",
    "archive_address",
    "article_record",
    "articles_record",
    "as_line",
    "audit_record",
    "check_record",
    "error_record",
    "links_record",
    "live_address",
    "watch_record",
    "watches_record",
]
