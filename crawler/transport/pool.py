"""Kept connections, capped: one a host for minutes would eat the descriptors of a crawl of thousands of hosts."""

from __future__ import annotations

import asyncio
import resource
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler
from twisted.internet.defer import Deferred, succeed
from twisted.web.client import _RetryingHTTP11ClientProtocol

from crawler.guard.policy import Policy
from crawler.transport.protocol import GuardedFactory, SourceProtocol
from crawler.transport.routes import Route

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
            held = _pools[crawler] = cls(*(CappedPool(policy, first_byte, size) for size in sizes))
        return held


_pools: WeakKeyDictionary[Crawler, Pools] = WeakKeyDictionary()


def share_of_descriptors(most: int) -> int:
    """*most*, or a quarter of this process's descriptors where that is less: never so many connections of one kind."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return most if soft == resource.RLIM_INFINITY else max(1, min(most, soft // 4))


class CappedPool:
    """Connections that wait for the next request of their origin, for a while and not too many of them.

    Args:
        policy: which addresses may be connected to.
        first_byte: seconds that a connection may take to begin an answer.
        limit: connections that wait, of all origins together.
    """

    def __init__(self, policy: Policy, first_byte: float, limit: int) -> None:
        self._policy = policy
        self._first_byte = first_byte
        self._limit = limit
        self._idle: dict[Hashable, list[SourceProtocol]] = {}
        self._kept: dict[SourceProtocol, tuple[Hashable, float]] = {}  #: since when, the oldest first
        self._sweep: asyncio.TimerHandle | None = None  #: one clock for all: most are asked again before it rings

    def connection(self, route: Route) -> Deferred[Any]:
        """One that can be asked once; a kept one that turns out to be closed is replaced, once, by a new one."""
        while idle := self._idle.get(route.key):
            connection = idle[-1]
            self._forget(connection)
            if connection.state == "QUIESCENT":
                return succeed(_RetryingHTTP11ClientProtocol(connection, lambda: self._open(route)))
        return self._open(route)

    def close(self) -> None:
        """Let them all go."""
        if self._sweep is not None:
            self._sweep.cancel()
        for connection in tuple(self._kept):
            self._forget(connection)
            connection.abort()

    def _open(self, route: Route) -> Deferred[Any]:
        factory = GuardedFactory(partial(self._keep, route.key), repr(route.key), self._policy, self._first_byte)
        opened: Deferred[Any] = route.endpoint.connect(factory)
        return opened

    def _keep(self, key: Hashable, connection: SourceProtocol) -> None:
        idle = self._idle.setdefault(key, [])
        idle.append(connection)
        self._kept[connection] = key, monotonic()
        if len(idle) > _KEEP_A_HOST:
            self._drop(idle[0])
        if len(self._kept) > self._limit:
            self._drop(next(iter(self._kept)))
        if self._sweep is None:
            self._sweep = asyncio.get_running_loop().call_later(_KEEP_SECONDS, self._drop_old)

    def _drop_old(self) -> None:
        self._sweep = None
        now = monotonic()
        for connection, (_, since) in tuple(self._kept.items()):
            if since + _KEEP_SECONDS > now:
                self._sweep = asyncio.get_running_loop().call_later(since + _KEEP_SECONDS - now, self._drop_old)
                return
            self._drop(connection)

    def _drop(self, connection: SourceProtocol) -> None:
        self._forget(connection)
        transport: Any = connection.transport
        transport.loseConnection()

    def _forget(self, connection: SourceProtocol) -> None:
        key, _ = self._kept.pop(connection)
        idle = self._idle[key]
        idle.remove(connection)
        if not idle:
            del self._idle[key]
