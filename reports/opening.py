"""Addresses at which a person can see a finding's passage."""

from __future__ import annotations

from quotations.model import Finding, Flag, Verdict
from reports.addresses import at_passage, followable
from reports.outcome import archived


def live_address(finding: Finding) -> str | None:
    """The source's own address, opened at the passage if it has one; None when it has none on the web."""
    seen, passage = finding.source, finding.comparison.passage if finding.comparison else None
    if finding.verdict is Verdict.NOT_FOUND or archived(finding):  # the live page does not have it
        passage = None
    ambiguous = Flag.SEVERAL_OCCURRENCES in finding.flags
    return at_passage(followable(seen.final_url) or seen.url, passage, ambiguous=ambiguous)


def archive_address(finding: Finding) -> str | None:
    """An archived version that has the words, opened at the passage; None when none is known."""
    placement = finding.placement
    if placement is None or "archive" not in placement.rung:
        return None
    return at_passage(placement.url, placement.passage)
