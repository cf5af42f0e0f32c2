"""How many were checked and what was found, as counts and as one sentence.

Shares are of what was checked and of nothing else: an audit that could check nothing has found nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quotations.model import Audit, Finding, Group, LinkState, Severity, State, Verdict
from reports.outcome import archived, later, misattributed, unstaked
from reports.words.phrases import counted

_THERE = frozenset({State.ALIVE, State.MOVED, State.SUPPLIED, State.NOT_TEXT, State.TOO_LARGE, State.NEEDS_RENDERING})
_LOST = frozenset({State.GONE, State.SOFT_404, State.PARKED, State.HIJACKED})
_CLOSED = frozenset({State.REFUSED, State.CHALLENGED, State.GATED, State.LIMITED, State.LEGAL, State.DISALLOWED})
_TROUBLE = frozenset({State.FAILED, State.SERVER_ERROR, State.UNREADABLE})


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of one audit, or of several together."""

    quotations: int  #: found in the article, judged or not
    classes: Counter[str]  #: of the judged, by what a person would call it
    verdicts: Counter[str]
    severities: Counter[str]  #: of findings that were checked
    because: Counter[str]  #: of the unchecked, by checkability
    states: Counter[str]  #: of links
    worst: Severity | None
    asked: bool = True  #: whether quotations were to be judged; not where links alone were asked about

    @property
    def judged(self) -> int:
        """How many findings there are."""
        return self.classes.total()

    @property
    def unchecked(self) -> int:
        """How many of them could not be checked."""
        return self.classes["unchecked"]

    @property
    def checked(self) -> int:
        """How many were held against their source."""
        return self.judged - self.unchecked

    @property
    def links(self) -> int:
        """How many citations there are."""
        return self.states.total()

    def share(self, name: str) -> float | None:
        """The part of the checked that is in the class *name*, 0 to 1; None when nothing was checked."""
        return self.classes[name] / self.checked if self.checked else None

    def plus(self, other: Summary) -> Summary:
        """The counts of both together."""
        return Summary(
            quotations=self.quotations + other.quotations,
            classes=self.classes + other.classes,
            verdicts=self.verdicts + other.verdicts,
            severities=self.severities + other.severities,
            because=self.because + other.because,
            states=self.states + other.states,
            worst=gravest((self.worst, other.worst)),
            asked=self.asked or other.asked,
        )

    def record(self) -> dict[str, Any]:
        """The counts as a JSON value."""
        return {
            "sentence": sentence(self),
            "quotations": self.quotations,
            "judged": self.judged,
            "checked": self.checked,
            "unchecked": self.unchecked,
            "found": {name: self.classes[name] for name in CLASSES if name != "unchecked"},
            "unchecked_because": dict(sorted(self.because.items())),
            "verdicts": {verdict.value: self.verdicts[verdict.value] for verdict in Verdict},
            "severities": {severity.value: self.severities[severity.value] for severity in Severity},
            "links": {"total": self.links, "states": dict(sorted(self.states.items()))},
            "worst": self.worst.value if self.worst else None,
        }


#: What a person would call a finding, in the order in which the sentence tells it: one of them, several of them.
CLASSES: dict[str, tuple[str, str]] = {
    "stands": ("stands in its source", "stand in their source"),
    "earlier": ("stands in an earlier version", "stand in an earlier version"),
    "small": ("has a small unmarked change", "have small unmarked changes"),
    "changed": ("was changed", "were changed"),
    "critical": ("was changed where it counts", "were changed where it counts"),
    "partly": ("stands there in part", "stand there in part"),
    "short": ("is too short to tell", "are too short to tell"),
    "elsewhere": ("stands in another source", "stand in another source"),
    "absent": ("is not there", "are not there"),
    "later": (
        "differs from today’s version",
        "differ from today’s version",
    ),
    "nearest": ("reads differently in the nearest link", "read differently in the nearest link"),
    "unchecked": ("could not be checked", "could not be checked"),
}


def classed(finding: Finding) -> str:
    """The name in `CLASSES` of what *finding* comes to."""
    verdict = finding.verdict
    if verdict is Verdict.UNCHECKED:
        return "unchecked"
    if archived(finding):
        return "earlier"
    if misattributed(finding):
        return "elsewhere"
    if later(finding):
        return "later"
    if unstaked(finding):
        return "nearest"
    if verdict.group in (Group.EXACT, Group.MARKED):
        return "stands"
    single = {Verdict.MINOR: "small", Verdict.CRITICAL: "critical", Verdict.WEAK: "short", Verdict.PARTIAL: "partly"}
    return single.get(verdict, "absent" if verdict.group is Group.ABSENT else "changed")


def summarise(*audits: Audit) -> Summary:
    """The counts of *audits* together."""
    findings = [finding for audit in audits for finding in audit.findings]
    links = [link for audit in audits for link in audit.links]
    return Summary(
        quotations=sum(len(audit.article.quotations) for audit in audits),
        classes=Counter(classed(finding) for finding in findings),
        verdicts=Counter(finding.verdict.value for finding in findings),
        severities=Counter(finding.severity.value for finding in findings if finding.severity),
        because=Counter(f.checkability for f in findings if f.verdict is Verdict.UNCHECKED),
        states=Counter(link.state.value for link in links),
        worst=worst(findings, links),
        asked=any(audit.findings or audit.run.get("quotations", True) for audit in audits),
    )


def none() -> Summary:
    """The counts of no audit at all."""
    return Summary(0, Counter(), Counter(), Counter(), Counter(), Counter(), None, asked=False)


def worst(findings: Iterable[Finding], links: Iterable[LinkState] = ()) -> Severity | None:
    """The gravest severity among *findings* and *links*; None when nothing has one."""
    return gravest({*(finding.severity for finding in findings), *(link.severity for link in links)})


def weight(*audits: Audit) -> Severity | None:
    """What counts for an exit code: as `worst`, but a person's word on a source goes before what was found of it."""
    found = {f.severity for audit in audits for f in audit.findings}
    found |= {link.weight for audit in audits for link in audit.links}
    return gravest(found)


def gravest(severities: Iterable[Severity | None]) -> Severity | None:
    """The gravest of *severities*; None when there is none."""
    return max(filter(None, severities), key=lambda severity: severity.rank, default=None)


def sentence(summary: Summary) -> str:
    """What was checked and what was found, in one sentence."""
    if not summary.quotations:
        return "No quotation was found."
    head = counted(summary.quotations, "quotation")
    if not summary.asked:
        return f"{head}; not judged, for only the links were asked about."
    if not summary.judged:
        return f"{head}; none of a kind that is judged."
    if summary.judged != summary.quotations:
        head = f"{head}, {counted(summary.judged, 'judged', 'judged')}"
    names = [name for name in CLASSES if summary.classes[name] and name != "unchecked"]
    if summary.checked:
        found = ", ".join(counted(summary.classes[name], *CLASSES[name]) for name in names)
        head = f"{head}; {summary.checked} checked: {found}"
    if summary.unchecked == summary.judged:
        return f"{head}; {'it' if summary.judged == 1 else 'none of them'} could {'not ' * (summary.judged == 1)}be checked."
    if summary.unchecked:
        head = f"{head}; {counted(summary.unchecked, *CLASSES['unchecked'])}"
    return f"{head}."


def links_sentence(summary: Summary) -> str:
    """What became of the links, in one sentence."""
    if not summary.links:
        return "No link was found."
    groups = (
        (_THERE, "is there", "are there"),
        (_LOST, "is gone", "are gone"),
        (_TROUBLE, "gave no readable answer", "gave no readable answer"),
        (_CLOSED, "would not let us look", "would not let us look"),
        ({State.LOST_TARGET}, "has lost its address", "have lost their address"),
        ({State.UNSUPPORTED}, "is no web address", "are no web addresses"),
        ({State.BLOCKED_ADDRESS}, "was not fetched for safety", "were not fetched for safety"),
        ({State.UNKNOWN}, "was not looked at", "were not looked at"),
    )
    told = []
    for states, one, many in groups:
        number = sum(summary.states[state.value] for state in states)
        if number:
            told.append(counted(number, one, many))
    return f"{counted(summary.links, 'link')}: {', '.join(told)}."
