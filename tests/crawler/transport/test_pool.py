"""Connections that wait for the next request."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from twisted.internet.defer import succeed

from crawler.guard.policy import Policy
from crawler.transport import pool as module
from crawler.transport.pool import CappedPool
from crawler.transport.routes import Route

pytestmark = pytest.mark.unit


class Connection:
    """One that answers at once and is idle again."""

    def __init__(self, quiescent: Callable[[Any], None]) -> None:
        self.quiescent = quiescent
        self.state = "QUIESCENT"
        self.transport = self
        self.closed = False

    def loseConnection(self) -> None:  # noqa: N802
        self.closed = True

    abort = loseConnection


class Endpoint:
    def __init__(self) -> None:
        self.opened: list[Connection] = []

    def connect(self, factory: Any) -> Any:
        self.opened.append(Connection(factory._quiescentCallback))
        return succeed(self.opened[-1])


def route(host: str) -> Route:
    return Route(("http", host, 80), host.encode(), Endpoint())


def taken(pool: CappedPool, way: Route) -> Any:
    got: list[Any] = []
    pool.connection(way).addCallback(got.append)
    return getattr(got[0], "_clientProtocol", got[0])


def used(pool: CappedPool, way: Route) -> Any:
    connection = taken(pool, way)
    connection.quiescent(connection)
    return connection


def test_a_connection_serves_the_next_request_of_its_origin_alone() -> None:
    async def crawl() -> None:
        pool, one, other = CappedPool(Policy(), 1.0, 10), route("a.example"), route("b.example")
        first = used(pool, one)
        assert taken(pool, other) is not first
        assert taken(pool, one) is first
        assert taken(pool, one) is not first, "it is in use"

    asyncio.run(crawl())


def test_one_that_its_server_closed_is_not_used_again() -> None:
    async def crawl() -> None:
        pool, way = CappedPool(Policy(), 1.0, 10), route("a.example")
        first = used(pool, way)
        first.state = "CONNECTION_LOST"
        assert taken(pool, way) is not first

    asyncio.run(crawl())


def test_the_oldest_goes_where_too_many_wait() -> None:
    async def crawl() -> None:
        pool = CappedPool(Policy(), 1.0, 3)
        connections = [used(pool, route(f"{name}.example")) for name in "abcde"]
        assert [one.closed for one in connections] == [True, True, False, False, False]
        pool.close()
        assert all(one.closed for one in connections)

    asyncio.run(crawl())


def test_all_go_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEEP_SECONDS", 0.01)

    async def crawl() -> None:
        pool = CappedPool(Policy(), 1.0, 10)
        connections = [used(pool, route(f"{name}.example")) for name in "ab"]
        while not all(one.closed for one in connections):
            await asyncio.sleep(0.01)

    asyncio.run(asyncio.wait_for(crawl(), 10))
