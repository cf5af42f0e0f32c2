"""One request: the address as written, connecting under its own clock, the body up to its limit."""

from __future__ import annotations

from functools import partial
from typing import Any

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import _BindAddressAgent, _ScrapyAgent
from scrapy.http import Headers, Response
from twisted.internet.defer import Deferred

from crawler import tap
from crawler.reactor import the_reactor
from crawler.transport import chains
from crawler.transport.reader import CappedReader

BODY_LIMIT = "citetrail_body_limit"  #: request.meta: most bytes of this body, instead of the run's

# Sound, pictures and redirects hold no words for us: a beginning is enough to see that the type does not lie.
_NO_WORDS = (b"image/", b"audio/", b"video/", b"font/")
_NO_WORDS_LIMIT = 64 * 1024
_KEPT = 4096


class WrittenAgent(_BindAddressAgent):
    """Twisted's agent, asking for the path exactly as written: it would drop an empty query and break `//`."""

    written = b""
    endpoints: dict[Any, Any]  #: held, of one crawl and one way of trusting

    def _getEndpoint(self, uri: Any) -> Any:  # noqa: N802 - Twisted's name
        """An endpoint asks for its name anew whenever it connects; only what its name is made of need not be."""
        key = uri.scheme, uri.host, uri.port
        held = self.endpoints.get(key)
        if held is None:
            if len(self.endpoints) >= _KEPT:
                self.endpoints.clear()
            held = self.endpoints[key] = super()._getEndpoint(uri)
        return held

    def _requestWithEndpoint(  # noqa: N802 - Twisted's name
        self,
        key: Any,
        endpoint: Any,
        method: bytes,
        parsedURI: Any,  # noqa: N803
        headers: Any,
        bodyProducer: Any,  # noqa: N803
        requestPath: bytes,  # noqa: ARG002, N803
    ) -> Deferred[Any]:
        return super()._requestWithEndpoint(key, endpoint, method, parsedURI, headers, bodyProducer, self.written)


class SourceAgent(_ScrapyAgent):
    """Scrapy's agent with a connect timeout apart from the whole one, and our reader."""

    def __init__(self, *, connect: float, limit: int, endpoints: dict[Any, Any], **rest: Any) -> None:
        super().__init__(**rest)
        self._endpoints = endpoints
        self._connect = connect
        self._limit = limit

    def _get_agent(self, request: Request, timeout: float) -> WrittenAgent:
        agent = WrittenAgent(
            reactor=the_reactor(),
            contextFactory=self._contextFactory,
            connectTimeout=min(timeout, self._connect),
            pool=self._pool,
        )
        agent.written = written_path(request.url)
        agent.endpoints = self._endpoints
        tap.begin(request)
        return agent

    def _cb_bodyready(self, txresponse: Any, request: Request) -> Any:
        tap.head_came(request, txresponse)
        chains.note(request, txresponse)
        if txresponse.length == 0:
            return {
                "txresponse": txresponse,
                "certificate": getattr(txresponse, "_scrapy_certificate", None),
                "ip_address": getattr(txresponse, "_scrapy_ip_address", None),
            }
        finished: Deferred[Any] = Deferred(partial(self._cancel, txresponse=txresponse))
        limit = request.meta.get(BODY_LIMIT, self._limit)
        if _without_words(txresponse):
            limit = min(limit, _NO_WORDS_LIMIT)
        txresponse.deliverBody(CappedReader(finished, txresponse, request, self._crawler, limit))
        self._txresponse = txresponse
        return finished

    def _cb_bodydone(self, result: Any, url: str) -> Response:
        answer = result["txresponse"]
        headers: Headers = self._headers_from_twisted_response(answer)
        # A plain Response: nobody can ask it for a text that it would guess on the loop's thread.
        return Response(
            url,
            status=int(answer.code),
            headers=headers,
            body=result.get("body", b""),
            flags=result.get("flags"),
            ip_address=result.get("ip_address"),
        )


def _without_words(txresponse: Any) -> bool:
    headers = txresponse.headers
    kinds = headers.getRawHeaders(b"content-type", (b"",))
    if 300 <= txresponse.code < 400 and headers.hasHeader(b"location"):
        return True
    return bytes(kinds[-1]).strip().lower().startswith(_NO_WORDS)


def written_path(url: str) -> bytes:
    """The request target of an absolute ASCII *url*: path and query as written, "/" for none (RFC 9112, 3.2.1)."""
    rest = url.partition("://")[2].partition("#")[0]
    for place, char in enumerate(rest):
        if char in "/?":
            return (rest[place:] if char == "/" else "/" + rest[place:]).encode("ascii")
    return b"/"
