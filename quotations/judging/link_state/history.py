"""What several looks over days say: since when a link fails, when it was last good, and whether that is death.

A failure counts at most once an interval and several must follow one another, after the rule of Wikipedia's
InternetArchiveBot (three failures, each at least three days after the one before). A wall, a limit or a gate is
neither a failure nor a success: it says nothing of the page behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from quotations.judging.days import in_words
from quotations.judging.link_state.answers import CONNECTING
from quotations.model import Capture, State


@dataclass(frozen=True, slots=True)
class Strikes:
    """So many failures, each so long after the one that counted before, make a link dead."""

    failures: int = 3
    interval: timedelta = timedelta(days=3)


STRIKES = Strikes()

#: States in which an answer of 2xx holds no page: earlier looks that saw the same are no better.
_EMPTY_HANDED = frozenset({State.SOFT_404, State.PARKED, State.HIJACKED, State.SERVER_ERROR})
#: States that only lasting failures make death; None where nobody judged.
_BY_LEDGER = frozenset({State.FAILED, State.SERVER_ERROR, None})
_NOTHING_TOLD = frozenset({State.CHALLENGED, State.GATED, State.LEGAL})
_WALLS = ("cf-mitigated", "x-vercel-mitigated", "x-amzn-waf-action")


class Told(Enum):
    """What one look says of the link."""

    GOOD = 1
    BAD = 2
    NOTHING = 3


@dataclass(frozen=True, slots=True)
class History:
    """What the looks so far say together."""

    first_failed: datetime | None = None
    last_good: datetime | None = None
    dead: bool = False
    revived: datetime | None = None  #: since when it is good again, after it had failed
    evidence: tuple[str, ...] = ()


def ledger(looks: Sequence[Capture], state: State | None = None, strikes: Strikes = STRIKES) -> History:
    """The history of one source.

    Args:
        looks: newest first.
        state: what the newest look was judged to be; without it, and for older looks, by status alone.
        strikes: what makes a link dead.
    """
    if not looks:
        return History()
    told = [(look, _told(look, looks[0], state)) for look in looks]
    clear = [(look.captured_at, word is Told.GOOD) for look, word in told if word is not Told.NOTHING]
    failing: list[datetime] = []
    for moment, good in clear:
        if good:
            break
        failing.append(moment)
    last_good = next((moment for moment, good in clear if good), None)
    counted = _counted(failing, strikes.interval)
    back = _back(clear)
    said = [_failing(failing, counted, strikes, by_ledger=state in _BY_LEDGER)] if len(failing) > 1 else []
    if failing and last_good:
        said.append(f"last good on {in_words(last_good)}")
    if back is not None:
        said.append("back after it had failed")
    return History(
        first_failed=failing[-1] if failing else None,
        last_good=last_good,
        dead=counted >= strikes.failures,
        revived=back,
        evidence=tuple(said),
    )


def _back(clear: list[tuple[datetime, bool]]) -> datetime | None:
    """Since when the source is good again; None where it is not, or never failed."""
    since: datetime | None = None
    for moment, good in clear:
        if not good:
            return since
        since = moment
    return None


def _counted(failing: list[datetime], interval: timedelta) -> int:
    """How many of the failures count: one an interval."""
    counted = 0
    last: datetime | None = None
    for moment in reversed(failing):
        if last is None or moment - last >= interval:
            counted, last = counted + 1, moment
    return counted


def _failing(failing: list[datetime], counted: int, strikes: Strikes, *, by_ledger: bool) -> str:
    """Since when, and, where failures are counted until a link is dead, how far that is."""
    since = f"failing since {in_words(failing[-1])}, {len(failing)} looks"
    apart = _long(strikes.interval)
    if not by_ledger:  # the server itself says that it is gone
        return since
    if counted < strikes.failures:
        return f"{since}; {counted} of {strikes.failures} that count, each {apart} after the one before"
    return f"{since}; {strikes.failures} of them at least {apart} apart: it counts as dead"


def _long(interval: timedelta) -> str:
    """The interval in its largest whole unit."""
    seconds = int(interval.total_seconds())
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size and seconds % size == 0:
            return f"{seconds // size} {unit}{'s' * (seconds != size)}"
    return f"{seconds} seconds"


def _told(look: Capture, newest: Capture, state: State | None) -> Told:
    if look.failure is not None:
        return Told.BAD if look.failure in CONNECTING else Told.NOTHING
    if look is newest and state in _NOTHING_TOLD:
        return Told.NOTHING
    if state in _EMPTY_HANDED and (look is newest or (look.digest is not None and look.digest == newest.digest)):
        return Told.BAD
    status = look.status
    if status is None or any(look.header(name) for name in _WALLS):
        return Told.NOTHING
    if 200 <= status < 400:
        return Told.GOOD
    if status == 503 and look.retry_after is not None:
        return Told.NOTHING
    return Told.BAD if status in (404, 410) or 500 <= status < 600 else Told.NOTHING
