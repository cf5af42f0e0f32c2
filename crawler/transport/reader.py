"""A body up to its limit: what lies beyond is not fetched, and what came is kept."""

from __future__ import annotations

from typing import Any

from scrapy.core.downloader.handlers.http11 import _ResponseReader
from twisted.internet.protocol import connectionDone
from twisted.python.failure import Failure

from crawler.load import load_of

CAPPED = "capped"  #: flag of a response whose body was cut at the limit
DATALOSS = "dataloss"  #: Scrapy's flag: the connection ended before the announced length

# A body of millions of chunks of one byte costs us more than it costs its server.
_MOST_PIECES = 20_000
_LEAST_PIECE = 16


class CappedReader(_ResponseReader):
    """Scrapy's reader, which instead of throwing a long body away keeps its start."""

    def __init__(self, finished: Any, txresponse: Any, request: Any, crawler: Any, limit: int) -> None:
        super().__init__(finished, txresponse, request, 0, 0, False, crawler)
        self._limit = limit
        self._load = load_of(crawler)
        self._pieces = 0

    def dataReceived(self, data: bytes) -> None:  # noqa: N802, D102 - Twisted's interface
        if self._finished.called:
            return
        transport: Any = self.transport
        self._bodybuf.write(data)
        self._bytes_received += len(data)
        self._load.add(len(data))
        self._pieces += 1
        if self._bytes_received > self._limit or self._load.cuts(self._bytes_received) or self._crumbs():
            self._bodybuf.truncate(self._limit)
            self._unload()
            transport.stopProducing()
            transport.loseConnection()
            self._finish_response(flags=[CAPPED])

    def connectionLost(self, reason: Failure = connectionDone) -> None:  # noqa: N802, D102 - Twisted's interface
        self._unload()
        super().connectionLost(reason)

    def _crumbs(self) -> bool:
        return self._pieces > _MOST_PIECES and self._bytes_received < _LEAST_PIECE * self._pieces

    def _unload(self) -> None:
        # From here on the inbox counts it.
        weight, self._bytes_received = self._bytes_received, 0
        self._load.add(-weight)
