"""What a page asks for while it builds itself: fetched by us, through guard, robots.txt and lanes, within limits."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response

from crawler import outcome
from crawler.address import location, wire
from crawler.failures import Failed
from crawler.journey import REDIRECTS
from crawler.lanes import Lanes
from crawler.transport.handler import BODY_LIMIT, LAX
from quotations.model import Capture, Failure
from quotations.urls import site

#: Of one page: requests, bytes of one answer, bytes of all, redirects of one request.
MOST, LARGEST, MOST_BYTES, _HOPS = 100, 4 * 1024 * 1024, 24 * 1024 * 1024, 5
#: What words may come from; pictures, sound, fonts, style and frames are not asked for.
_KINDS = frozenset({"document", "script", "xhr", "fetch"})
#: Headers of the page's own requests that go along. No cookies, no credentials, no Referer.
_SENT = ("accept", "origin")
_TOLD = ("content-type", "access-control-allow-origin", "access-control-expose-headers", "cache-control")


class Supplies:
    """The answers to one page's requests.

    Args:
        download: `LaneDownloader.ask`.
        lanes: whose turns are taken.
        headers: of every request.
        capture: the look whose page is built; its body answers for its own address.
    """

    def __init__(
        self,
        download: Callable[[Request], Awaitable[Response]],
        lanes: Lanes,
        headers: Mapping[str, str],
        capture: Capture,
    ) -> None:
        self._download = download
        self._lanes = lanes
        self._headers = headers
        self._capture = capture
        self._own = (capture.final_url or capture.url).partition("#")[0]
        self._host = urlsplit(self._own).hostname
        self._site = site(self._own)
        self._count = 0
        self._bytes = 0
        self.going = 0
        self.lacking: list[str] = []  #: what its own site, or the guard, kept from the page

    async def answer(self, route: Any) -> None:
        """Answer one of the page's requests, or end it."""
        self.going += 1
        with suppress(Exception):  # the page may be gone by now
            answer = None
            try:
                answer = await self._answer(route.request)
            except Failed as failed:
                self._lacks(route.request.url, failed)
            except Exception as error:  # the run is over, or a fault of ours: the page must not wait for it
                self._lacks(route.request.url, Failed(Failure.INTERRUPTED, f"{type(error).__name__}: {error}"))
            if answer is None:
                await route.abort("blockedbyclient")
            else:
                status, headers, body = answer
                await route.fulfill(status=status, headers=headers, body=body)
        self.going -= 1

    def _lacks(self, url: str, failed: Failed) -> None:
        """Note a request that failed: others' counters and adverts are not missed, a private address is named."""
        if (failed.failure is Failure.BLOCKED_ADDRESS or site(url) == self._site) and len(self.lacking) < MOST:
            self.lacking.append(failed.detail)

    async def _answer(self, request: Any) -> tuple[int, dict[str, str], bytes] | None:
        if request.resource_type not in _KINDS:
            return None
        if request.method != "GET":
            raise Failed(Failure.NOT_FOLLOWED, f"{request.method} {request.url}: nothing is sent")
        if request.resource_type == "document":
            if request.frame.parent_frame is not None:
                return None
            if self._capture.body is not None and request.url.partition("#")[0] in (self._own, wire(self._own)):
                kind = f"{self._capture.media_type or 'text/html'}"
                if self._capture.charset:
                    kind += f"; charset={self._capture.charset}"
                return 200, {"content-type": kind}, self._capture.body
        if self._count >= MOST or self._bytes >= MOST_BYTES:
            raise Failed(Failure.TOO_LARGE, f"{request.url}: more than {MOST} requests or {MOST_BYTES >> 20} MiB")
        self._count += 1
        response = await self._fetch(request.url, request.headers)
        body = outcome.unpacked(response, LARGEST).body
        self._bytes += len(body)
        told = {name: (response.headers.get(name) or b"").decode("latin-1") for name in _TOLD}
        return response.status, {name: value for name, value in told.items() if value}, body

    async def _fetch(self, url: str, asked: Mapping[str, str]) -> Response:
        headers = {**self._headers, **{name.title(): asked[name] for name in _SENT if name in asked}}
        for _ in range(_HOPS):
            at = wire(url)
            lax = self._capture.tls_verified is False and urlsplit(at).hostname == self._host
            meta = {LAX: lax, BODY_LIMIT: LARGEST, "verbatim_url": True}
            lane = self._lanes.name(at)
            await self._lanes.turn(lane)
            try:
                response = await self._download(Request(at, headers=headers, meta=meta))
            finally:
                self._lanes.leave(lane)
            written = response.headers.get(b"Location")
            if response.status not in REDIRECTS or not written:
                return response
            url = location(at, written)
        raise Failed(Failure.REDIRECT_LOOP, f"more than {_HOPS} redirects")
