"""The head's bar: how the findings divide, as widths of a drawing that needs no inline style."""

from __future__ import annotations

from dataclasses import dataclass

from reports.outcome import Tone
from reports.summary import CLASSES, Summary
from reports.words.phrases import counted

WIDTH = 1000
_GAP = 4
_TONES = {
    "absent": Tone.ERROR,
    "elsewhere": Tone.ELSEWHERE,
    "critical": Tone.ERROR,
    "changed": Tone.WARNING,
    "partly": Tone.WARNING,
    "small": Tone.NOTE,
    "short": Tone.NOTE,
    "nearest": Tone.NOTE,
    "later": Tone.LATER,
    "earlier": Tone.LATER,
    "stands": Tone.OK,
    "unchecked": Tone.OPEN,
}


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the bar, in thousandths of its width."""

    tone: Tone
    start: float
    width: float
    words: str


def proportions(summary: Summary) -> tuple[Share, ...]:
    """One share a class that occurs, the gravest first, the unchecked last."""
    present = [(name, tone) for name, tone in _TONES.items() if summary.classes[name]]
    if not present:
        return ()
    room = WIDTH - _GAP * (len(present) - 1)
    shares, start = [], 0.0
    for name, tone in present:
        width = room * summary.classes[name] / summary.judged
        shares.append(Share(tone, round(start, 1), round(width, 1), counted(summary.classes[name], *CLASSES[name])))
        start += width + _GAP
    return tuple(shares)
