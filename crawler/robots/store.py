"""Who may be asked: robots.txt of each origin, fetched once a day at most."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic

from scrapy.http import Response

from crawler.address import location, wire
from crawler.domains import origin_of
from crawler.encoding import Bomb, decode
from crawler.failures import Failed
from crawler.robots.rules import LIMIT, Rules, read
from quotations.model import Failure, RobotsDecision

DAY = 24 * 3600.0
_FAILURE = 60.0  #: seconds that a failure is remembered: other sources of a dead host need not wait for it again
_CLOSED = 600.0  #: seconds that a robots.txt out of order is taken to stay so
_KEPT = 4096
_MOST_HOPS = 5  # RFC 9309, 2.3.1.2
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_MANY = 429

#: Fetches one robots.txt: (address, take any certificate) → answer. Raises Failed.
Fetch = Callable[[str, bool], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Robots:
    """One origin's robots.txt: its rules, or why everything or nothing is allowed."""

    rules: Rules
    status: int | None = None
    closed: str = ""  #: why everything is disallowed


class RobotsStore:
    """Decides by robots.txt, asked for at most once a day an origin and kept bounded.

    Args:
        fetch: how to ask for a robots.txt.
        product: our name in robots.txt.
    """

    def __init__(self, fetch: Fetch, product: str) -> None:
        self._fetch = fetch
        self._product = product
        self._held: dict[tuple[str, bool], tuple[float, asyncio.Future[Robots]]] = {}

    async def decide(self, url: str, *, lax: bool = False) -> tuple[RobotsDecision, float | None]:
        """What *url*'s robots.txt says of it, and the Crawl-delay.

        Raises:
            Failed: robots.txt failed below HTTP, and so would the source.
        """
        robots = await self._robots(url, lax)
        if robots.closed:
            return RobotsDecision(allowed=False, rule=None, status=robots.status), None
        allowed, line = robots.rules.verdict(url)
        return RobotsDecision(allowed=allowed, rule=line, status=robots.status), robots.rules.crawl_delay

    async def _robots(self, url: str, lax: bool) -> Robots:
        key = (origin_of(url), lax)
        until, held = self._held.get(key, (0.0, None))
        if held is None or until < monotonic():
            held = asyncio.ensure_future(self._ask(key[0] + "/robots.txt", lax))
            self._keep(key, held, DAY)
            held.add_done_callback(partial(self._asked, key))
        return held.result() if held.done() else await asyncio.shield(held)

    def _asked(self, key: tuple[str, bool], done: asyncio.Future[Robots]) -> None:
        if done.cancelled():
            self._held.pop(key, None)
        elif done.exception() is not None:
            self._keep(key, done, _FAILURE)
        elif done.result().closed:
            self._keep(key, done, _CLOSED)

    def _keep(self, key: tuple[str, bool], held: asyncio.Future[Robots], seconds: float) -> None:
        if len(self._held) >= _KEPT and key not in self._held:
            for old in list(self._held)[: _KEPT // 8]:
                del self._held[old]
        self._held[key] = (monotonic() + seconds, held)

    async def _ask(self, url: str, lax: bool) -> Robots:
        try:
            answer = await self._follow(url, lax)
        except Failed as failed:
            if failed.failure is Failure.TIMEOUT and failed.connected:
                # Nothing may be asked for without robots.txt (RFC 9309, 2.3.1.4), and a host that takes connections and
                # says nothing forbids nothing: it is out of order.
                raise Failed(failed.failure, f"{failed.detail}, asked for robots.txt", connected=True) from failed
            raise
        if answer is None:
            return Robots(Rules())
        if answer.status >= 500 or answer.status == _TOO_MANY:
            return Robots(Rules(), answer.status, f"robots.txt answers {answer.status}")
        if not 200 <= answer.status < 300:
            return Robots(Rules(), answer.status)
        coding = (answer.headers.get(b"Content-Encoding") or b"").decode("latin-1")
        try:
            body = decode(answer.body, coding, LIMIT).body
        except Bomb:
            return Robots(Rules(), answer.status, "robots.txt is a decompression bomb")
        return Robots(read(body, self._product), answer.status)

    async def _follow(self, url: str, lax: bool) -> Response | None:
        """The answer at the end of robots.txt's own redirects; None where they lead nowhere that we may go."""
        again = True
        for hop in range(_MOST_HOPS + 1):
            try:
                try:
                    answer = await self._fetch(url, lax)
                except Failed as failed:
                    if not (failed.again and again):
                        raise
                    again = False
                    answer = await self._fetch(url, lax)
            except Failed as failed:
                failed.again = False  # it has been tried again, and is remembered for the other sources of the host
                if hop and failed.failure in (Failure.BLOCKED_ADDRESS, Failure.SCHEME):
                    return None
                raise
            target = answer.headers.get(b"Location")
            if answer.status not in _REDIRECTS or not target:
                return answer
            try:
                url = wire(location(url, target))
            except Failed:
                return None
        return None
