"""What several looks over days say: since when a link fails, when it was last good, and whether that is death.

A failure counts at most once an interval and several must follow one another, after the rule of Wikipedia's
InternetArchiveBot (three failures, each at least three days after the one before).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from quotations.model import Capture, Failure

#: So many failures, so far apart, make a link dead.
FAILURES = 3
INTERVAL = timedelta(days=3)

#: What says nothing about the link itself.
_SILENT = frozenset({Failure.BUDGET, Failure.INTERRUPTED, Failure.NOT_HELD, Failure.NOT_FOLLOWED, Failure.SCHEME})


@dataclass(frozen=True, slots=True)
class History:
    """What the looks so far say together."""

    first_failed: datetime | None = None
    last_good: datetime | None = None
    dead: bool = False
    evidence: tuple[str, ...] = ()


def ledger(looks: tuple[Capture, ...]) -> History:
    """The history of one source from its looks, newest first."""
    told = [look for look in looks if look.failure not in _SILENT]
    failing: list[datetime] = []
    for look in told:
        if _good(look):
            break
        failing.append(look.captured_at)
    last_good = next((look.captured_at for look in told if _good(look)), None)
    counted = 0
    last: datetime | None = None
    for moment in reversed(failing):
        if last is None or moment - last >= INTERVAL:
            counted, last = counted + 1, moment
    evidence = [f"failing since {failing[-1]:%-d %B %Y}, {len(failing)} looks"] if len(failing) > 1 else []
    if failing and last_good:
        evidence.append(f"last good on {last_good:%-d %B %Y}")
    if told and _good(told[0]) and any(not _good(look) for look in told[1:]):
        evidence.append("back after it had failed")
    return History(failing[-1] if failing else None, last_good, counted >= FAILURES, tuple(evidence))


def _good(look: Capture) -> bool:
    return look.failure is None and look.status is not None and 200 <= look.status < 400
