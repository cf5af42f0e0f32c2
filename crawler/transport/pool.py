"""Kept connections, capped: one a host for minutes would eat the descriptors of a crawl of thousands of hosts."""

from __future__ import annotations

import resource
from collections.abc import Hashable
from functools import partial
from typing import Any

from twisted.web.client import HTTPConnectionPool

from crawler.guard.policy import Policy
from crawler.transport.protocol import GuardedFactory

_KEEP_SECONDS = 30
_KEEP_A_HOST = 8
_KEEP_MOST = 256


def share_of_descriptors(most: int) -> int:
    """*most*, or a quarter of this process's descriptors where that is less: never so many connections of one kind."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return most if soft == resource.RLIM_INFINITY else max(1, min(most, soft // 4))


class CappedPool(HTTPConnectionPool):
    """Twisted's pool with a cap on all idle connections together."""

    def __init__(self, reactor: Any, policy: Policy, first_byte: float) -> None:
        super().__init__(reactor, persistent=True)
        self.maxPersistentPerHost = _KEEP_A_HOST
        self.cachedConnectionTimeout = _KEEP_SECONDS
        self._factory: Any = partial(GuardedFactory, policy=policy, first_byte=first_byte)
        self._limit = share_of_descriptors(_KEEP_MOST)
        self._keys: dict[Any, Hashable] = {}

    def _putConnection(self, key: Hashable, connection: Any) -> None:  # noqa: N802 - Twisted's name
        super()._putConnection(key, connection)
        self._keys[connection] = key
        while len(self._timeouts) > self._limit:
            oldest = next(iter(self._timeouts))
            self._timeouts[oldest].cancel()
            self._removeConnection(self._keys[oldest], oldest)
        if len(self._keys) > 2 * self._limit:
            self._forget()

    def _forget(self) -> None:
        self._keys = {connection: key for connection, key in self._keys.items() if connection in self._timeouts}
        self._connections = {key: held for key, held in self._connections.items() if held}
