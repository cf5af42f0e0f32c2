"""An audit for a terminal: what needs a look in full, the rest in a line each, the unchecked by reason."""

from __future__ import annotations

from itertools import groupby

from quotations.model import Audit, Finding, Severity, Verdict
from reports.opening import archive_address, live_address
from reports.order import graded
from reports.outcome import archived, outcome
from reports.repair import differences_in_words, repairs
from reports.summary import links_sentence, sentence, summarise
from reports.terminal.check import add_texts
from reports.terminal.heading import add_heading
from reports.terminal.lines import Layout, clipped
from reports.terminal.links import add_links
from reports.terminal.screen import Screen
from reports.views.links import link_views
from reports.words.labels import FLAGS
from reports.words.phrases import number


def audit_text(audit: Audit, screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """The whole audit; with `Screen.verbose` what stands in its source in full too."""
    layout = Layout(screen)
    add_heading(layout, audit)
    summary = summarise(audit)
    layout.add((sentence(summary), "bold"))
    layout.add(links_sentence(summary))
    findings = graded(audit.findings)
    amiss = [
        f for f in findings if f.severity not in (None, Severity.OK) or (f.severity is Severity.OK and screen.verbose)
    ]
    _section(layout, "Quotations to look at", amiss)
    for finding in amiss:
        _add_finding(layout, finding)
    fine = [f for f in findings if f.severity is Severity.OK and not screen.verbose]
    _section(layout, "Stand in their source", fine)
    for finding in fine:
        _add_line(layout, finding)
    _add_unchecked(layout, [f for f in findings if f.verdict is Verdict.UNCHECKED])
    if any(link.amiss for link in link_views(audit.links, audit.article)):
        layout.blank()
        layout.add(("Links", "head"))
        add_links(layout, audit)
    return layout.text()


def _section(layout: Layout, title: str, findings: list[Finding]) -> None:
    if findings:
        layout.blank()
        layout.add((title, "head"), (f" {len(findings)}", "dim"))


def _add_finding(layout: Layout, finding: Finding) -> None:
    told = outcome(finding)
    layout.blank()
    where = f"quotation {number(finding.quotation.id)}{_to_link(finding)}"
    layout.add((f"{told.symbol} {told.title}", told.tone.value), (f"  {where}  {finding.verdict.value}", "dim"), hang=2)
    layout.add(told.sentence, indent=2)
    add_texts(layout, finding, indent=2)
    for line in (*differences_in_words(finding, most=3), *(FLAGS[flag] for flag in finding.flags)):
        layout.add(line, indent=2)
    address = live_address(finding) or finding.source.url
    if address:
        layout.add((address, "link"), indent=2)
    for step in repairs(finding)[:2]:
        layout.add(f"→ {step}", indent=2, hang=4)


def _add_line(layout: Layout, finding: Finding) -> None:
    told = outcome(finding)
    tail = f"  {told.title}" if finding.verdict is not Verdict.VERBATIM else ""
    room = layout.screen.width - len(tail) - 10
    quoted = clipped(finding.quotation.text, max(20, room))
    layout.add(
        (told.symbol, told.tone.value), f" {number(finding.quotation.id)}  “{quoted}”", (tail, "dim"), indent=2, hang=6
    )
    for flag in finding.flags:
        layout.add((FLAGS[flag], "dim"), indent=6)
    if archived(finding):
        layout.add((told.sentence, "later"), indent=6)
        layout.add((archive_address(finding) or "", "link"), indent=6)


def _add_unchecked(layout: Layout, findings: list[Finding]) -> None:
    """Grouped by what they want, so that one reason is told once."""
    _section(layout, "Could not be checked", findings)
    told = sorted(((outcome(f), f) for f in findings), key=lambda pair: pair[0].sentence)
    for reason, group in groupby(told, key=lambda pair: pair[0].sentence):
        pairs = list(group)
        layout.blank()
        layout.add(("? ", "open"), reason, indent=2, hang=4)
        alike = len({each.title for each, _ in pairs}) == 1 and len(pairs) > 1
        for each, finding in pairs:
            tail = f"  {number(finding.quotation.id)}{_to_link(finding) if alike else f'  {each.title.lower()}'}"
            quoted = clipped(finding.quotation.text, max(20, layout.screen.width - len(tail) - 8))
            layout.add(f"“{quoted}”", (tail, "dim"), indent=4, hang=6)
        if pairs[0][0].todo:
            layout.add(
                f"→ {pairs[0][0].todo if len(pairs) == 1 else _for_many(pairs[0][0].todo, pairs[0][1])}",
                indent=4,
                hang=6,
            )


def _to_link(finding: Finding) -> str:
    return f" → link {finding.attribution.citation}" if finding.attribution else ""


def _for_many(todo: str, finding: Finding) -> str:
    """The advice of one finding worded for several: the link's number stands open."""
    if finding.attribution is None:
        return todo
    return todo.replace(f"{finding.attribution.citation}=", "N=")
