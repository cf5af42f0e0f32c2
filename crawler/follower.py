"""Follows one want to its answer, hop by hop; each hop has its own turn, check, robots decision and tries."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime

from scrapy import Request
from scrapy.http import Headers, Response

from crawler import outcome, retry_after, tap
from crawler.domains import host_of
from crawler.encoding import Decoded
from crawler.failures import Failed
from crawler.hostrules import Rules
from crawler.journey import Journey
from crawler.lanes import Lanes, Stopped
from crawler.middlewares import CRAWL_DELAY, DECISION, SKIP
from crawler.options import CrawlSettings
from crawler.patience import Patience
from crawler.transport.chains import CHAIN
from crawler.transport.handler import LAX
from quotations.model import Capture, Failure
from quotations.model.errand import Errand

_PAUSE = 1.0  #: seconds before the second try of an answer that failed
_MOST_WAITS = 3
_LARGE = 256 * 1024  #: bytes from which a body is unpacked and looked at off the loop
_TRIED_AGAIN = frozenset({500, 502, 503, 504, 520, 521, 522, 523, 524})


class Follower:
    """Looks at one source after another.

    Args:
        download: `LaneDownloader.ask`.
        lanes: whose turns are taken.
        options: limits and manners.
        headers: of every request.
        stopping: set when the run is to end.
    """

    def __init__(
        self,
        download: Callable[[Request], Awaitable[Response]],
        lanes: Lanes,
        options: CrawlSettings,
        headers: Mapping[str, str],
        stopping: asyncio.Event,
    ) -> None:
        self._download = download
        self._lanes = lanes
        self._options = options
        self._headers = Headers(headers)
        self._stopping = stopping
        self._patience = Patience()
        self._rules = Rules(options.hosts, options.exclude)

    async def follow(self, url: str, earlier: Capture | None = None, errand: Errand | None = None) -> Capture:
        """The capture of *url*, whose lane's first turn has been taken and is given back here.

        Raises:
            Shortage: this machine ran out of something.
        """
        journey = Journey(url, earlier, errand)
        turn = _Turn(self._lanes, self._lanes.name(journey.at))
        try:
            return await self._follow(journey, turn)
        except (Failed, Stopped) as reason:
            if self._stopping.is_set() or isinstance(reason, Stopped):
                reason = Failed(Failure.INTERRUPTED, "the run was stopped")
            return outcome.failed(journey, reason)
        finally:
            turn.leave()

    async def _follow(self, journey: Journey, turn: _Turn) -> Capture:
        limit = self._options.max_body
        while True:
            refusal = self._rules.refusal(journey.at, datetime.now(UTC).date()) if self._rules else None
            if refusal is not None:
                raise Failed(Failure.NOT_FOLLOWED, refusal)
            response = await self._ask(journey, turn)
            if journey.redirect(response, self._options.max_hops):
                continue
            try:
                decoded = await self._unpack(response)
            except Failed as failure:
                return outcome.failed(journey, failure, response)
            if journey.refresh(response, decoded.body, self._options.max_hops):
                continue
            if len(decoded.body) < _LARGE:
                return outcome.answered(journey, response, decoded, limit)
            return await asyncio.to_thread(outcome.answered, journey, response, decoded, limit)

    async def _unpack(self, response: Response) -> Decoded:
        if len(response.body) < _LARGE // 8:
            return outcome.unpacked(response, self._options.max_body)
        return await asyncio.to_thread(outcome.unpacked, response, self._options.max_body)

    async def _ask(self, journey: Journey, turn: _Turn) -> Response:
        """One hop's answer, after as many tries as manners allow."""
        again = journey.form is None  # what was handed in may have arrived
        waits = 0
        while True:
            try:
                response = await self._once(journey, turn)
            except Failed as failure:
                host = host_of(journey.at)
                if failure.certificate and host not in journey.lax_hosts:
                    journey.lax_hosts.add(host)
                    journey.tls_faults += failure.certificate
                elif failure.again and again:
                    again = False
                    await self._sleep(_PAUSE)
                else:
                    raise
                continue
            wait = self._wait_for(journey, response)
            if wait is not None and waits < _MOST_WAITS:
                waits += 1
                journey.waited += wait
                self._lanes.pause(self._lanes.name(journey.at), wait)
                await self._sleep(wait)
            elif again and response.status in _TRIED_AGAIN and _asked_for(response) is None:
                again = False
                await self._sleep(_PAUSE)
            else:
                return response

    async def _once(self, journey: Journey, turn: _Turn) -> Response:
        host = host_of(journey.at)
        left = self._patience.left(host)
        if left is not None:
            raise Failed(Failure.BUDGET, f"{host} asks to be left alone for {left:.0f} s more")
        lax = host in journey.lax_hosts
        await turn.take(self._lanes.name(journey.at))
        request = self._request(journey, lax)
        try:
            response = await self._download(request)
        except Failed as failure:
            if failure.failure is Failure.DNS:  # a name that leads nowhere: nothing was sent
                turn.pass_on()
            raise
        finally:
            self._slow(request)  # before the turn is given back, or the next one begins at the old pace
            turn.leave()
            journey.robots = request.meta.get(DECISION)
        if not journey.private:
            tap.add(journey.exchanges, request, response)
        self._after(journey, response, lax)
        return response

    def _request(self, journey: Journey, lax: bool) -> Request:
        own: dict[str, str | bytes] = {**journey.condition(), **journey.own_headers()}
        cookie = journey.cookies.header(journey.at)
        if cookie:
            own["Cookie"] = cookie.encode("latin-1")
        meta = {LAX: lax, "verbatim_url": True, SKIP: journey.private}
        if journey.form is not None:
            request = Request(journey.at, method="POST", body=journey.form, meta=meta)
        else:
            request = Request(journey.at, meta=meta)
        request.headers = Headers({**self._headers, **Headers(own)}) if own else self._headers
        return request

    def _after(self, journey: Journey, response: Response, lax: bool) -> None:
        journey.cookies.take(journey.at, response.headers.getlist(b"Set-Cookie"))
        if journey.at.startswith("https:"):
            journey.verified = not lax and journey.verified is not False
            journey.showed(host_of(journey.at), response.meta.get(CHAIN, ()))

    def _slow(self, request: Request) -> None:
        """Keep to the Crawl-delay that robots.txt asks for, up to the limit."""
        delay = request.meta.get(CRAWL_DELAY)
        if delay:
            self._lanes.slow(self._lanes.name(request.url), min(delay, self._options.crawl_delay_limit))

    def _wait_for(self, journey: Journey, response: Response) -> float | None:
        """How long to wait before asking again, or None when the answer stands."""
        if response.status not in (429, 503):
            return None
        wait = _asked_for(response)
        if wait is None:
            return None
        if journey.waited + wait > self._options.max_wait:
            self._patience.note(host_of(journey.at), wait)
            return None
        return wait

    async def _sleep(self, seconds: float) -> None:
        """Raises: Stopped, as soon as the run is to end."""
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
        raise Stopped


def _asked_for(response: Response) -> float | None:
    """Seconds that *response* asks us to stay away; None where it does not, or in no way that can be read."""
    said, date = response.headers.get(b"Retry-After"), response.headers.get(b"Date")
    return retry_after.seconds(
        said.decode("latin-1") if said else None, date.decode("latin-1") if date else None, datetime.now(UTC)
    )


class _Turn:
    """The turn that a journey holds, if any; the first was taken before it began."""

    def __init__(self, lanes: Lanes, domain: str) -> None:
        self._lanes = lanes
        self._held: str | None = domain

    async def take(self, domain: str) -> None:
        if self._held == domain:
            return
        self.leave()
        await self._lanes.turn(domain)
        self._held = domain

    def pass_on(self) -> None:
        if self._held is not None:
            self._lanes.pass_on(self._held)

    def leave(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            self._lanes.leave(held)
