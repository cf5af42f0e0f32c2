"""A body up to its limit: what lies beyond is not fetched, and what came is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twisted.internet.protocol import Protocol, connectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseDone
from twisted.web.http import PotentialDataLoss

from crawler.load import Load

CAPPED = "capped"  #: flag of a response whose body was cut at the limit
DATALOSS = "dataloss"  #: as Scrapy flags it: the connection ended before the announced length
PARTIAL = "partial"  #: as Scrapy flags it: no length was announced, so nobody knows

# A body of millions of chunks of one byte costs us more than it costs its server.
_MOST_PIECES = 20_000
_LEAST_PIECE = 16


class CappedReader(Protocol):
    """What a body is delivered to. It gives *done* the body and its flags, once, unless it was closed before.

    Args:
        limit: bytes that are kept.
        load: where they count until then.
        done: given the outcome.
    """

    def __init__(self, limit: int, load: Load, done: Callable[[bytes, tuple[str, ...]], None]) -> None:
        self._limit = limit
        self._load = load
        self._done = done
        self._pieces: list[bytes] = []
        self._size = 0
        self._over = False

    def dataReceived(self, data: bytes) -> None:  # noqa: N802, D102 - Twisted's interface
        if self._over:
            return
        self._pieces.append(data)
        self._size += len(data)
        self._load.add(len(data))
        if self._size > self._limit or self._load.cuts(self._size) or self._crumbs():
            transport: Any = self.transport
            transport.stopProducing()
            transport.loseConnection()
            self._finish(CAPPED)

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802, D102 - Twisted's interface
        if reason.check(ResponseDone):
            self._finish()
        else:
            self._finish(PARTIAL if reason.check(PotentialDataLoss) else DATALOSS)

    def close(self) -> None:
        """Hand nothing over any more."""
        self._over = True
        self._load.add(-self._size)
        self._size = 0
        self._pieces.clear()

    def _crumbs(self) -> bool:
        return len(self._pieces) > _MOST_PIECES and self._size < _LEAST_PIECE * len(self._pieces)

    def _finish(self, *flags: str) -> None:
        if self._over:
            return
        body = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        self.close()  # from here on the inbox counts it
        self._done(body[: self._limit] if len(body) > self._limit else body, flags)
