"""Between a job's wants and the spider's captures: what is asked for, what is going, what came of it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial

from crawler.address import wire
from crawler.failures import Failed, shortage
from crawler.follower import Follower
from crawler.guard.policy import Policy
from crawler.guard.urls import check_url
from crawler.lanes import Lanes
from crawler.load import Load
from quotations.errors import CitetrailError
from quotations.model import Capture, Failure
from quotations.model.errand import Errand

logger = logging.getLogger(__name__)

Look = Callable[[], Awaitable[Capture]]

_LEAST_WEIGHT = 16 * 1024  #: bytes that a capture takes in memory besides its body


class Inbox:
    """Takes addresses, begins each at its lane's turn, and hands every one exactly one capture.

    Args:
        follower: follows one address to its answer.
        lanes: whose turns are waited for.
        policy: the address guard's rules; what they refuse outright takes no turn.
        stopping: set when the run is to end.
        abort: ends all transfers at once.
        render: builds a page with a browser; None where nobody asked for one.
        load: what is held in memory; captures count in it until they are kept.
    """

    def __init__(
        self,
        follower: Follower,
        lanes: Lanes,
        policy: Policy,
        stopping: asyncio.Event,
        abort: Callable[[], None],
        load: Load,
        render: Callable[[Capture], Awaitable[Capture]] | None = None,
    ) -> None:
        self._follower = follower
        self._lanes = lanes
        self._policy = policy
        self._stopping = stopping
        self._abort = abort
        self._load = load
        self._render = render
        self._asked: dict[str, asyncio.Future[Capture]] = {}
        self._done: asyncio.Queue[Capture | None] = asyncio.Queue()
        self._going: set[asyncio.Task[None]] = set()
        self._backlog: dict[str, int] = {}
        load.on_heavy(lanes.hold)

    def take(
        self, url: str, earlier: Capture | None = None, errand: Errand | None = None, *, render: bool = False
    ) -> asyncio.Future[Capture]:
        """Have *url* looked at; one look serves all who ask for it meanwhile. A private *errand* is not kept."""
        asked = self._asked.get(url)
        if asked is None:
            asked = self._asked[url] = asyncio.get_running_loop().create_future()
            self._begin(url, partial(self._look, url, None if render else earlier, errand, render), errand)
        return asked

    async def finished(self) -> Capture | None:
        """The next capture that is ready to be kept, or None when there will be no more."""
        return await self._done.get()

    def close(self) -> None:
        """No more will be taken: `finished` ends when what is ready has been given."""
        self._done.put_nowait(None)

    def settle(self, url: str, kept: Capture | Exception) -> None:
        """Give those who asked for *url* their capture, now that it is kept, or the reason why it could not be."""
        self._lighten(url)
        asked = self._asked.pop(url, None)
        if asked is None or asked.done():
            return
        if isinstance(kept, Exception):
            asked.set_exception(kept)
        else:
            asked.set_result(kept)

    async def stop(self, patience: float = 3.0) -> None:
        """End all that is going: what has been fetched is kept, the rest is interrupted."""
        self._stopping.set()
        self._lanes.stop()
        self._abort()
        waiting = [asked for asked in self._asked.values() if not asked.done()]
        if waiting:
            await asyncio.wait(waiting, timeout=patience)

    async def _look(self, url: str, earlier: Capture | None, errand: Errand | None, render: bool) -> Capture:
        capture = await self._follower.follow(url, earlier, errand)
        return await self._render(capture) if render and self._render is not None else capture

    def _begin(self, url: str, look: Look, errand: Errand | None) -> None:
        try:
            at = wire(url)
            check_url(at, self._policy)
        except Failed as failed:
            self._never(url, failed.failure, failed.detail)
            return
        begin = partial(self._start, url, look, errand)
        self._lanes.enter(self._lanes.name(at), begin, partial(self._refused, url))

    def _start(self, url: str, look: Look, errand: Errand | None) -> None:
        task = asyncio.get_running_loop().create_task(self._one(url, look, errand))
        self._going.add(task)  # or nothing would hold it

    async def _one(self, url: str, look: Look, errand: Errand | None) -> None:
        try:
            capture = await look()
        except Exception as error:
            own = shortage(error)
            if own is not None or isinstance(error, CitetrailError):
                self.settle(url, own or error)
                return
            # Ours to mend, and one odd page must not end the run of all others.
            logger.exception("following %.200r", url)
            self._never(url, Failure.LIMIT, f"our reader broke on its answer: {type(error).__name__}: {error}")
        else:
            if errand is not None and errand.private:
                self.settle(url, capture)
                return
            self._weigh(capture)
            self._done.put_nowait(capture)
        finally:
            if (task := asyncio.current_task()) is not None:
                self._going.discard(task)

    def _weigh(self, capture: Capture) -> None:
        weight = self._backlog[capture.url] = _LEAST_WEIGHT + len(capture.body or b"")
        self._load.add(weight)

    def _lighten(self, url: str) -> None:
        self._load.add(-self._backlog.pop(url, 0))

    def _refused(self, url: str, why: Exception) -> None:
        if self._stopping.is_set():
            self._never(url, Failure.INTERRUPTED, "the run was stopped")
        else:
            self.settle(url, why)

    def _never(self, url: str, failure: Failure, detail: str) -> None:
        self._done.put_nowait(Capture(url=url, captured_at=datetime.now(UTC), failure=failure, detail=detail))
