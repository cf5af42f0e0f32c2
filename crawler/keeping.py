"""Captures that another thread keeps, and how the loop comes to know that they are safe."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import Protocol

from quotations.model import Capture


class Keeper(Protocol):
    """What keeps captures: `storage.writer.Writer`."""

    def submit(self, capture: Capture) -> Future[Capture]:
        """Have *capture* kept; done when it is safe."""
        ...


class Kept:
    """What another thread has kept, told to the loop: all of a group at one wake-up, which costs as much as a page."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done: list[tuple[Future[Capture], asyncio.Future[Capture]]] = []

    async def of(self, handed_in: Future[Capture]) -> Capture:
        """The outcome of *handed_in*. Raises what it raises."""
        loop = asyncio.get_running_loop()
        here: asyncio.Future[Capture] = loop.create_future()
        handed_in.add_done_callback(lambda done: self._come(loop, done, here))
        return await here

    def _come(
        self, loop: asyncio.AbstractEventLoop, done: Future[Capture], here: asyncio.Future[Capture]
    ) -> None:  # in that other thread
        with self._lock:
            self._done.append((done, here))
            first = len(self._done) == 1
        if first:
            with suppress(RuntimeError):  # the loop is over, and nobody waits
                loop.call_soon_threadsafe(self._tell)

    def _tell(self) -> None:
        with self._lock:
            group, self._done = self._done, []
        for done, here in group:
            if here.done():
                continue
            error = done.exception()
            if error is not None:
                here.set_exception(error)
            else:
                here.set_result(done.result())
