"""The order in which a report tells its findings."""

from __future__ import annotations

from collections.abc import Iterable

from quotations.model import Finding, Severity


def graded(findings: Iterable[Finding]) -> list[Finding]:
    """By severity and then verdict, the gravest first; the unchecked last; equals in the article's order."""
    return sorted(findings, key=_gravity)


def _gravity(finding: Finding) -> tuple[int, int]:
    if finding.severity is None:
        return 9, 0
    if finding.severity is Severity.OK:
        return 0, 0
    return -finding.severity.rank, -finding.verdict.rank
