"""The download handler of http and https, the only ones that there are."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader._idna_patch import _install_twisted_idna_fallbacks
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.failures import Failed
from crawler.guard.blocked import blocked
from crawler.load import load_of
from crawler.settings import options_of, policy_of
from crawler.transport.errors import named
from crawler.transport.exchange import Exchange
from crawler.transport.pool import CappedPool, Pools
from crawler.transport.routes import Routes
from crawler.transport.tls import Trust
from quotations.model import Failure

BODY_LIMIT = "citetrail_body_limit"  #: request.meta: most bytes of this body, instead of the run's
LAX = "citetrail_lax"  #: request.meta: take any certificate


class GuardedHandler(BaseDownloadHandler):
    """HTTP/1.1 behind the address guard, with our clocks and limits, on Twisted's connections."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        _install_twisted_idna_fallbacks()  # names with underscores, which IDNA 2008 has not and the DNS has
        self._options = options_of(crawler.settings)
        self._load = load_of(crawler)
        pools = Pools.of(crawler, policy_of(crawler.settings), self._options.first_byte_timeout)
        patience = min(self._options.connect_timeout, self._options.whole_timeout)
        self._ways: dict[bool, tuple[Routes, CappedPool]] = {
            lax: (Routes(Trust(lax=lax), patience), pool) for lax, pool in ((False, pools.verified), (True, pools.lax))
        }
        self._going: set[Exchange] = set()
        self._over = False

    async def download_request(self, request: Request) -> Response:
        """Ask for *request* once.

        Raises:
            Failed: there is no answer.
            Shortage: this machine ran out of something.
        """
        if self._over:
            raise Failed(Failure.INTERRUPTED, "stopped")
        if request.meta.get("proxy"):
            raise blocked(str(request.meta["proxy"]), "a proxy would resolve names behind the guard")
        routes, pool = self._ways[bool(request.meta.get(LAX))]
        exchange = Exchange(request, request.meta.get(BODY_LIMIT, self._options.max_body), self._load)
        self._going.add(exchange)
        try:
            return await exchange.take_place(routes.to(request.url), pool, self._options.whole_timeout)
        except Exception as error:
            raise named(error, urlsplit(request.url).hostname or "") from error
        finally:
            self._going.discard(exchange)

    def cancel_all(self) -> None:
        """End every transfer now, each fails at once, and begin none: what was on its way here must not start late."""
        self._over = True
        for going in tuple(self._going):
            going.cancel()

    async def close(self) -> None:
        """Let the kept connections go."""
        self.cancel_all()
        for _, pool in self._ways.values():
            pool.close()
