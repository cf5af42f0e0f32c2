"""One request and its answer: a connection, the head, the body up to its limit, all before one deadline."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

from scrapy import Request
from scrapy.http import Headers, Response
from twisted.internet.defer import CancelledError, Deferred
from twisted.python.failure import Failure as TwistedFailure
from twisted.web.iweb import UNKNOWN_LENGTH

from crawler import tap
from crawler.failures import Failed
from crawler.load import Load
from crawler.transport import chains
from crawler.transport.parser import CONNECTION
from crawler.transport.pool import CappedPool
from crawler.transport.reader import CappedReader
from crawler.transport.routes import Route
from crawler.transport.written import Written
from quotations.model import Failure

# Sound, pictures and redirects hold no words for us: a beginning is enough to see that the type does not lie.
_NO_WORDS = (b"image/", b"audio/", b"video/", b"font/")
_NO_WORDS_LIMIT = 64 * 1024


class Exchange:
    """Asks once. Its steps are Twisted's callbacks; who awaits it wakes when all is there.

    Args:
        request: what is asked.
        limit: most bytes of the body that are kept.
        load: where its bytes count until the answer is handed over.
    """

    def __init__(self, request: Request, limit: int, load: Load) -> None:
        self._request = request
        self._limit = limit
        self._load = load
        self._answer: asyncio.Future[Response] = asyncio.get_running_loop().create_future()
        self._step: Deferred[Any] | None = None  #: what is waited for, until the head is there
        self._reader: CappedReader | None = None
        self._connection: Any = None

    async def take_place(self, route: Route, pool: CappedPool, seconds: float) -> Response:
        """The answer, which must be whole within *seconds*.

        Raises:
            Exception: what Twisted or OpenSSL raised; or Failed.
        """
        alarm = asyncio.get_running_loop().call_later(seconds, self._late, route.key[1])
        try:
            written = Written(self._request, route.host)
            tap.begin(self._request, written.head)
            self._then(pool.connection(route), lambda connection: self._ask(connection, written))
            return await self._answer
        except asyncio.CancelledError:
            self._stop()
            raise
        finally:
            alarm.cancel()

    def cancel(self) -> None:
        """End it now."""
        self._end(Failed(Failure.INTERRUPTED, "stopped"))

    def _late(self, host: str) -> None:
        self._end(Failed(Failure.TIMEOUT, f"{host} had not ended its answer in time", connected=True))

    def _then(self, step: Deferred[Any], go: Callable[[Any], None]) -> None:
        self._step = step
        step.addCallback(go)
        step.addErrback(self._failed)

    def _failed(self, why: TwistedFailure) -> None:
        self._end(why.value or CancelledError())

    def _ask(self, connection: Any, written: Written) -> None:
        self._then(connection.request(written), self._head_came)

    def _head_came(self, answer: Any) -> None:
        self._step = None
        self._connection = getattr(answer, CONNECTION)
        tap.head_came(self._request, answer)
        chains.note(self._request, self._connection)
        if self._answer.done():
            self._connection.abortConnection()
        elif answer.length == 0:
            self._whole(answer, b"", ())
        else:
            limit = min(self._limit, _NO_WORDS_LIMIT) if _without_words(answer) else self._limit
            self._reader = CappedReader(limit, self._load, lambda body, flags: self._whole(answer, body, flags))
            answer.deliverBody(self._reader)

    def _whole(self, answer: Any, body: bytes, flags: tuple[str, ...]) -> None:
        if self._answer.done():
            return
        try:
            response = self._response(answer, body, flags)
        except Exception as error:  # Twisted would only log it, and who waits would learn nothing until the deadline
            self._end(error)
        else:
            self._answer.set_result(response)

    def _response(self, answer: Any, body: bytes, flags: tuple[str, ...]) -> Response:
        peer = _address(self._connection.getPeer().host)
        # A plain Response: nobody can ask it for a text that it would guess on the loop's thread.
        response = Response(self._request.url, status=int(answer.code), body=body, flags=list(flags), ip_address=peer)
        response.headers = _headers(answer)
        return response

    def _end(self, why: BaseException) -> None:
        if self._answer.done():
            return
        self._answer.set_exception(why)
        self._stop()

    def _stop(self) -> None:
        if self._step is not None:
            self._step.cancel()
        if self._reader is not None:
            self._reader.close()
            self._connection.abortConnection()


_address: Callable[[str], IPv4Address | IPv6Address] = lru_cache(maxsize=1024)(ip_address)


def _headers(answer: Any) -> Headers:
    headers = Headers()
    if answer.length is not UNKNOWN_LENGTH:
        dict.__setitem__(headers, b"Content-Length", [b"%d" % answer.length])
    for name, values in answer.headers.getAllRawHeaders():
        dict.__setitem__(headers, name.title(), values)  # as Scrapy writes names; the values are bytes already
    return headers


def _without_words(answer: Any) -> bool:
    if 300 <= answer.code < 400 and answer.headers.hasHeader(b"location"):
        return True
    kinds = answer.headers.getRawHeaders(b"content-type", (b"",))
    return bytes(kinds[-1]).strip().lower().startswith(_NO_WORDS)
