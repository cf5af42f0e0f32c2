"""Audits as SARIF 2.1.0 (OASIS), which code-scanning services show beside the article's own lines.

What could not be checked is of the kind "open" and has no level: it blames nothing. The location is the
article's file; the source's address stands among the properties, as scanning services refuse web addresses.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from quotations.model import Audit, Finding, LinkState, Override, Place, Severity, Span, State, Verdict
from reports.opening import live_address
from reports.outcome import outcome
from reports.places import Lines, Places
from reports.repair import differences_in_words
from reports.visible import in_json
from reports.words.links import STATES, in_persons_words, reason_in_words
from reports.words.phrases import begun, ended
from reports.words.phrases import since as told_since
from reports.words.verdicts import VERDICTS

Json = dict[str, Any]
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(audits: Sequence[Audit]) -> str:
    """One run over all *audits*, its results in the articles' order."""
    results = [result for audit in audits for result in _results(audit)]
    engine = next((finding.engine for audit in audits for finding in audit.findings), {})
    driver = {"name": "Citetrail", "version": engine.get("version", "0"), "rules": list(_rules())}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return in_json(json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)) + "\n"


def _rules() -> Iterable[Json]:
    for verdict, said in VERDICTS.items():
        yield _rule(f"quotation/{verdict.value}", said.title, said.sentence)
    for state, said in STATES.items():
        yield _rule(f"link/{state.value}", said.title, said.sentence)


def _rule(id: str, title: str, sentence: str) -> Json:
    return {
        "id": id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": sentence.replace("{touches}", "") or title},
    }


def _results(audit: Audit) -> Iterable[Json]:
    lines, places = Lines(audit.article), Places(audit.article)
    for finding in audit.findings:
        if finding.severity is not Severity.OK:
            yield _of_finding(finding, audit, lines)
    for link in audit.links:
        if link.severity not in (None, Severity.OK):
            yield _of_link(link, audit, places.of(link.citation))


def _of_finding(finding: Finding, audit: Audit, lines: Lines) -> Json:
    told = outcome(finding)
    message = " ".join([f"{told.title}: “{finding.quotation.text}”.", told.sentence, *differences_in_words(finding)])
    address = live_address(finding)
    return {
        "ruleId": f"quotation/{finding.verdict.value}",
        **_level(finding.severity, unchecked=finding.verdict is Verdict.UNCHECKED),
        "message": {"text": message},
        "locations": [_location(audit, lines, finding.quotation.span)],
        "partialFingerprints": {"quotation/v1": _fingerprint(finding.quotation.text, finding.source.url or "")},
        "properties": {"checkability": finding.checkability, "source": address, "todo": told.todo},
    }


def _of_link(link: LinkState, audit: Audit, place: Place | None) -> Json:
    said, reason = STATES[link.state], reason_in_words(link.reason)
    title = f"{said.title} ({reason})" if reason else said.title
    where = link.url or link.href
    since = begun(", ".join(told_since(link)))
    told = [f"{title}: {where}.", said.sentence, *(begun(ended(one)) for one in link.evidence), ended(since)]
    return {
        "ruleId": f"link/{link.state.value}",
        **_level(link.severity, unchecked=link.state is State.UNKNOWN),
        "message": {"text": " ".join(filter(None, told))},
        "locations": [_at(audit, place)],
        "partialFingerprints": {"link/v1": _fingerprint(where, link.state.value)},
        **_suppressed(link.override),
        "properties": {
            "url": link.url,
            "link": link.citation,
            "page": place.page if place else None,
            "evidence": list(link.evidence),
            "todo": said.todo,
        },
    }


def _suppressed(said: Override | None) -> Json:
    """A person's word as SARIF has it (3.35): the result stands, and is known to be none."""
    if said is None or said.stale or said.word.severity not in (Severity.OK, Severity.NOTE):
        return {}
    told = in_persons_words(said, f"{said.at:%Y-%m-%d}")
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": told}]}


def _level(severity: Severity | None, *, unchecked: bool) -> Json:
    if unchecked or severity is None:
        return {"kind": "open", "level": "none"}
    return {"kind": "fail", "level": severity.value}


def _location(audit: Audit, lines: Lines, span: Span) -> Json:
    return _at(audit, lines.region(span))


def _at(audit: Audit, place: Place | None) -> Json:
    """The article's file, and the region in it; a page of a PDF is told in words, since no region has one."""
    physical: Json = {"artifactLocation": {"uri": quote(audit.name or "article", errors="replace")}}
    if place is not None and place.line is not None:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    location: Json = {"physicalLocation": physical}
    if place is not None and place.page is not None:
        location["message"] = {"text": f"page {place.page}"}
    return location


def _fingerprint(*parts: str) -> str:
    """The same for the same words and source, wherever they stand in the file."""
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
