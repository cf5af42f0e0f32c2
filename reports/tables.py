"""Findings and links as CSV (RFC 4180), one row each, safe to open in a spreadsheet.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP recommends: a title or a
quotation may come from anywhere.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from quotations.codec import encode
from quotations.model import Audit, Finding, LinkState, Place, Severity
from reports.opening import archive_address, live_address
from reports.outcome import outcome
from reports.places import Places
from reports.repair import differences_in_words
from reports.visible import in_xml
from reports.words.labels import SEVERITIES
from reports.words.links import STATES

_FORMULA = tuple("=+-@＝＋－＠")
_BLANKS = " \u00a0\ufeff\u200b\u2060"


def findings_table(audits: Sequence[Audit]) -> str:
    """One row a finding of every audit."""
    return table(_finding_row(audit, finding) for audit in audits for finding in audit.findings)


def links_table(audits: Sequence[Audit]) -> str:
    """One row a link of every audit."""
    return table(row for audit in audits for row in _link_rows(audit))


def cell(value: object) -> str:
    """*value* as one cell's text: no formula, no control character but line ends and tabs."""
    text = "" if value is None else in_xml(str(value))
    acting = text[:1] in ("\t", "\r", "\n") or text.lstrip(_BLANKS).startswith(_FORMULA)
    return f"'{text}" if acting else text


def table(rows: Iterable[Mapping[str, object]], names: Sequence[str] = ()) -> str:
    """*rows* as CSV under their names, or under *names*, which then stand there without any row too."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    head = list(names)
    if head:
        writer.writerow(head)
    for row in rows:
        if not head:
            head = list(row)
            writer.writerow(head)
        writer.writerow([cell(value) for value in row.values()])
    return out.getvalue()


def _finding_row(audit: Audit, finding: Finding) -> dict[str, object]:
    told, seen, placement = outcome(finding), finding.source, finding.placement
    passage = finding.comparison.passage if finding.comparison else None
    return {
        "audit": audit.id,
        "article": audit.article.title or audit.name,
        "quotation": finding.quotation.id,
        "quote": finding.quotation.text,
        "speaker": finding.quotation.speaker,
        "verdict": finding.verdict.value,
        "in words": told.title,
        "severity": encode(finding.severity),
        "weight": SEVERITIES[finding.severity],
        "checkability": finding.checkability,
        "reason": finding.reason,
        "flags": " ".join(finding.flags),
        "differences": " ".join(differences_in_words(finding)),
        "link": finding.attribution.citation if finding.attribution else None,
        "source": seen.final_url or seen.url,
        "source title": seen.title,
        "read at": encode(seen.captured_at),
        "digest": seen.digest,
        "passage": passage.exact if passage else None,
        "page": passage.page if passage else None,
        "found elsewhere": placement.url if placement else None,
        "open": live_address(finding),
        "archived": archive_address(finding),
    }


def _link_rows(audit: Audit) -> Iterable[dict[str, object]]:
    anchors = {citation.id: citation.anchor for citation in audit.article.citations}
    places = Places(audit.article)
    for link in audit.links:
        yield _link_row(audit, link, anchors.get(link.citation), places.of(link.citation) or Place())


def _link_row(audit: Audit, link: LinkState, anchor: str | None, place: Place) -> dict[str, object]:
    said = link.override
    return {
        "audit": audit.id,
        "article": audit.article.title or audit.name,
        "link": link.citation,
        "anchor": anchor,
        "url": link.url,
        "href": link.href,
        "state": link.state.value,
        "in words": STATES[link.state].title,
        "reason": link.reason,
        "severity": encode(link.severity),
        "notices": " ".join(link.notices),
        "evidence": "; ".join(link.evidence),
        "status": link.http_status,
        "leads to": link.final_url,
        "first failed": encode(link.first_failed),
        "last good": encode(link.last_good),
        "good again since": encode(link.revived),
        "looked at": encode(link.captured_at),
        "copy": link.archive.url if link.archive else None,
        "what to do": STATES[link.state].todo if link.severity is not Severity.OK else "",
        "person says": said.word.value if said else None,
        "who": said.who if said else None,
        "said at": encode(said.at) if said else None,
        "said why": said.why if said else None,
        "still counts": None if said is None else "no" if said.stale else "yes",
        "file": audit.name,
        "line": place.line,
        "column": place.column,
        "page": place.page,
    }
