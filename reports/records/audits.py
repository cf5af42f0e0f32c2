"""What ``audit`` and ``links`` print."""

from __future__ import annotations

from quotations.codec import encode
from quotations.model import Audit, LinkState, Override
from reports.places import Places
from reports.records.answers import Record
from reports.records.articles import attributions_of, metadata_record
from reports.records.findings import finding_record
from reports.summary import summarise


def audit_record(audit: Audit) -> Record:
    """What ``audit`` prints of one article: findings and links in the article's order."""
    record = links_record(audit)
    paired = attributions_of(audit.article)
    findings = [finding_record(finding, paired) for finding in audit.findings]
    return {"audit": record.pop("audit"), "article": record.pop("article"), "findings": findings, **record}


def links_record(audit: Audit) -> Record:
    """What ``links`` prints of one article: the audit without its findings."""
    places = Places(audit.article)
    return {
        "audit": audit.id or None,
        "article": metadata_record(audit.article),
        "links": [link_record(link, places) for link in audit.links],
        "summary": summarise(audit).record(),
        "run": encode(audit.run),
    }


def link_record(link: LinkState, places: Places) -> Record:
    """What became of one citation, and where it stands in the saved file."""
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
        "revived": encode(link.revived),
        "archive": encode(link.archive),
        "override": _override(link.override),
        "place": encode(places.of(link.citation)),
    }


def _override(said: Override | None) -> Record | None:
    """A person's word on a source; it replaces neither state nor severity."""
    if said is None:
        return None
    return {
        "word": said.word.value,
        "who": said.who,
        "why": said.why,
        "at": encode(said.at),
        "stale": said.stale,
    }
