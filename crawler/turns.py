"""Turns that processes share, asked for in groups: a transaction for each would cost more than the request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

#: Asks for several domains' next turns at once: (domain, delay) → seconds to wait, in the same order.
Ask = Callable[[Sequence[tuple[str, float]]], list[float]]

_MOST = 200


class Turns:
    """A gate for lanes. While one group is being asked for, the next gathers.

    Args:
        ask: the archive's, called off the loop.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._waiting: list[tuple[tuple[str, float], asyncio.Future[float]]] = []
        self._task: asyncio.Task[None] | None = None

    async def __call__(self, domain: str, delay: float) -> float:
        """Take *domain*'s next turn; the seconds until it comes. Raises what the archive raises."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[float] = loop.create_future()
        self._waiting.append(((domain, delay), answer))
        if self._task is None or self._task.done():
            self._task = loop.create_task(self._drain())
        return await answer

    async def _drain(self) -> None:
        await asyncio.sleep(0)  # who comes in the same moment comes along
        while self._waiting:
            group, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            try:
                waits = await asyncio.to_thread(self._ask, [asked for asked, _ in group])
            except Exception as error:
                for _, answer in group:
                    if not answer.done():
                        answer.set_exception(error)
            else:
                for (_, answer), wait in zip(group, waits, strict=True):
                    if not answer.done():
                        answer.set_result(wait)
