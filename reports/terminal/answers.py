"""The answers of a batch, each on a line of its own, with what there is to say of it beneath."""

from __future__ import annotations

from quotations.model import Finding, Group
from reports.outcome import outcome
from reports.repair import differences_in_words
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.visible import in_terminal

_NAME, _VERDICT = 8, 13  #: columns


def answer_lines(id: str | None, finding: Finding, screen: Screen) -> str:
    """The verdict and the words; beneath them what differs, or why nothing could be said."""
    layout = Layout(screen)
    told = outcome(finding)
    margin = _NAME + _VERDICT + 2
    head = f"{in_terminal(id or '–'):<{_NAME}} "
    words = " ".join(finding.quotation.text.split())
    layout.add(head, (f"{finding.verdict.value:<{_VERDICT}}", told.tone.value), f" {words}", hang=margin)
    if finding.verdict.group in (Group.UNCHECKED, Group.ABSENT):
        layout.add((told.title, "dim"), indent=margin)
    for line in differences_in_words(finding):
        layout.add((line, "dim"), indent=margin)
    return layout.text().rstrip("\n")


def fault_line(id: str | None, message: str) -> str:
    """A line of the batch that could not be answered."""
    return f"{in_terminal(id or '–'):<{_NAME}} {'error':<{_VERDICT}} {in_terminal(message)}"
