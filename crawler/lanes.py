"""Turns: one lane a registrable domain, served in rotation, each with its width and delay, a total above them all.

What waits is a plain callback; nothing is begun before its lane's turn. Where lanes have a delay, the archive is asked
for the turn, so that processes which share it keep the delay together.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from time import monotonic

from crawler.domains import domain_of

#: Asks for a domain's next turn across processes: (domain, delay) → seconds to wait.
Gate = Callable[[str, float], Awaitable[float]]
Start = Callable[[], None]

_KEPT = 4096


class Stopped(Exception):
    """The run is over; no more turns are given."""


@dataclass(slots=True, eq=False)
class Lane:
    """One domain's turns."""

    domain: str
    width: int
    delay: float
    free_at: float = 0.0
    active: int = 0
    listed: bool = False
    unspent: bool = False  #: whether the last turn sent nothing, so that the next one may have it
    waiting: deque[tuple[Start, Callable[[Exception], None]]] = field(default_factory=deque)


class Lanes:
    """All lanes of one process.

    Args:
        total: turns at a time in all.
        manner: (width, delay) of a domain, asked when its lane is made.
        gate: the archive's turns, or None.
        name: the lane of an address.
    """

    def __init__(
        self,
        total: int,
        manner: Callable[[str], tuple[int, float]],
        gate: Gate | None = None,
        name: Callable[[str], str] = domain_of,
    ) -> None:
        self._total = total
        self.name = name
        self._manner = manner
        self._gate = gate
        self._lanes: dict[str, Lane] = {}
        self._ready: deque[Lane] = deque()
        self._active = 0
        self._held = False
        self._stopped = False
        self._asking: set[asyncio.Task[None]] = set()

    def enter(self, domain: str, start: Start, refuse: Callable[[Exception], None]) -> None:
        """Call *start* when it is *domain*'s turn; whoever was started must `leave`. *refuse* is called instead at a stop."""
        if self._stopped:
            refuse(Stopped())
            return
        lane = self._lane(domain)
        lane.waiting.append((start, refuse))
        self._list(lane)

    async def turn(self, domain: str) -> None:
        """Wait for *domain*'s turn, before all that has not begun; `leave` it afterwards. Raises: Stopped."""
        if self._stopped:
            raise Stopped
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        lane = self._lane(domain)
        lane.waiting.appendleft((lambda: turn.set_result(None), turn.set_exception))
        self._list(lane)
        await turn

    def leave(self, domain: str) -> None:
        """Give a turn back."""
        lane = self._lanes[domain]
        lane.active -= 1
        self._active -= 1
        lane.unspent = lane.unspent and bool(lane.waiting)
        self._list(lane)
        self._pump()

    def pass_on(self, domain: str) -> None:
        """Say that the turn now held sent nothing to *domain*: whoever is next need not wait for it."""
        self._lane(domain).unspent = True

    def pause(self, domain: str, seconds: float) -> None:
        """Give *domain* no turn for *seconds*."""
        lane = self._lane(domain)
        lane.free_at = max(lane.free_at, monotonic() + seconds)

    def slow(self, domain: str, delay: float) -> None:
        """Make *domain*'s delay at least *delay*; a lane without delay, an admitted address's, keeps none."""
        lane = self._lane(domain)
        if lane.delay and delay > lane.delay:
            lane.free_at += delay - lane.delay
            lane.delay = delay

    def hold(self, held: bool) -> None:
        """Give no turn while *held*: what has been fetched is waiting to be kept."""
        if held != self._held:
            self._held = held
            self._pump()

    def stop(self) -> None:
        """Refuse all that waits and whatever comes."""
        self._stopped = True
        for lane in self._lanes.values():
            while lane.waiting:
                lane.waiting.popleft()[1](Stopped())

    def _lane(self, domain: str) -> Lane:
        lane = self._lanes.get(domain)
        if lane is None:
            if len(self._lanes) >= _KEPT:
                self._forget()
            lane = self._lanes[domain] = Lane(domain, *self._manner(domain))
        return lane

    def _forget(self) -> None:
        now = monotonic()
        idle = [d for d, v in self._lanes.items() if not (v.active or v.listed or v.waiting) and v.free_at < now]
        for domain in idle:
            del self._lanes[domain]

    def _list(self, lane: Lane) -> None:
        if lane.listed or not lane.waiting or lane.active >= lane.width:
            return
        lane.listed = True
        if lane.unspent:
            lane.unspent, lane.free_at = False, monotonic()
            self._list_now(lane)
        elif lane.delay and self._gate is not None:
            task = asyncio.get_running_loop().create_task(self._through_gate(lane, self._gate))
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)
        else:
            self._list_after(lane, lane.free_at - monotonic())

    def _list_after(self, lane: Lane, seconds: float) -> None:
        if seconds > 0:
            asyncio.get_running_loop().call_later(seconds, self._list_now, lane)
        else:
            self._list_now(lane)

    def _list_now(self, lane: Lane) -> None:
        self._ready.append(lane)
        self._pump()

    async def _through_gate(self, lane: Lane, gate: Gate) -> None:
        # Asked for while the delay runs, since asking takes time too; but no turn is taken long before it is used.
        early = lane.free_at - monotonic() - lane.delay
        if early > 0:
            await asyncio.sleep(early)
        try:
            wait = await gate(lane.domain, lane.delay)
        except Exception as error:
            lane.listed = False
            while lane.waiting:
                lane.waiting.popleft()[1](error)
            return
        self._list_after(lane, max(wait, lane.free_at - monotonic()))

    def _pump(self) -> None:
        while self._ready and self._active < self._total and not self._held:
            lane = self._ready.popleft()
            lane.listed = False
            if not lane.waiting:
                continue
            start, _ = lane.waiting.popleft()
            lane.active += 1
            self._active += 1
            lane.free_at = max(lane.free_at, monotonic() + lane.delay)
            start()
            self._list(lane)
