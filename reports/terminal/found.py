"""Which sources have words that were sought, each with its passage."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Finding
from reports.diff import side_by_side
from reports.opening import live_address
from reports.outcome import outcome
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.terminal.texts import PLACE, runs_of
from reports.words.phrases import counted, moment

#: Sources that are shown; the others are counted.
_SHOWN = 20
NOWHERE = "nothing that is held has these words"


def found_text(found: Sequence[Finding], screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """The sources in their order; words that nothing has are told so."""
    if not found:
        return NOWHERE
    layout = Layout(screen)
    layout.add((counted(len(found), "source has these words", "sources have these words"), "bold"))
    for finding in found[:_SHOWN]:
        _add(layout, finding)
    if len(found) > _SHOWN:
        layout.blank()
        layout.add((f"and {counted(len(found) - _SHOWN, 'other')}; --format json has them all", "dim"))
    return layout.text()


def _add(layout: Layout, finding: Finding) -> None:
    told, seen = outcome(finding), finding.source
    layout.blank()
    head = f"  {seen.title}" if seen.title else ""
    layout.add((f"{told.symbol} {told.title}", told.tone.value), head, hang=2)
    source = side_by_side(finding).source
    if source:
        layout.add(*runs_of(source, marks=PLACE), indent=2)
    layout.add((live_address(finding) or seen.url or "", "link"), indent=2)
    layout.add((f"read {moment(seen.captured_at)}", "dim"), indent=2)
