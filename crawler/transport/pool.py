"""Kept connections, capped: one a host for minutes would eat the descriptors of a crawl of thousands of hosts."""

from __future__ import annotations

import resource
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler
from twisted.web.client import HTTPConnectionPool

from crawler.guard.policy import Policy
from crawler.reactor import the_reactor
from crawler.transport.protocol import GuardedFactory

_KEEP_SECONDS = 30
_KEEP_A_HOST = 8
_KEEP_MOST = 2048


@dataclass(frozen=True, slots=True)
class Pools:
    """The kept connections of one crawl; never mixed: one that took any certificate must not serve who wants it verified."""

    verified: CappedPool
    lax: CappedPool

    @classmethod
    def of(cls, crawler: Crawler, policy: Policy, first_byte: float) -> Pools:
        """One for all handlers of *crawler*, so that the cap is on all their connections together."""
        held = _pools.get(crawler)
        if held is None:
            limit = share_of_descriptors(_KEEP_MOST)
            sizes = limit, max(1, limit // 4)
            held = _pools[crawler] = cls(*(CappedPool(the_reactor(), policy, first_byte, size) for size in sizes))
        return held


_pools: WeakKeyDictionary[Crawler, Pools] = WeakKeyDictionary()


def share_of_descriptors(most: int) -> int:
    """*most*, or a quarter of this process's descriptors where that is less: never so many connections of one kind."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return most if soft == resource.RLIM_INFINITY else max(1, min(most, soft // 4))


class CappedPool(HTTPConnectionPool):
    """Twisted's pool with a cap on all idle connections together."""

    def __init__(self, reactor: Any, policy: Policy, first_byte: float, limit: int) -> None:
        super().__init__(reactor, persistent=True)
        self.maxPersistentPerHost = _KEEP_A_HOST
        self.cachedConnectionTimeout = _KEEP_SECONDS
        self._factory: Any = partial(GuardedFactory, policy=policy, first_byte=first_byte)
        self._limit = limit
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
