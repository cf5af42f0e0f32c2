"""The download handler of http and https, the only ones that there are."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future

from crawler.failures import Failed
from crawler.guard.blocked import blocked
from crawler.settings import options_of, policy_of
from crawler.transport.agent import SourceAgent
from crawler.transport.errors import named
from crawler.transport.pool import Pools
from crawler.transport.tls import Trust
from quotations.model import Failure

LAX = "citetrail_lax"  #: request.meta: take any certificate


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP/1.1 handler behind the address guard, with our clocks and limits."""

    lazy = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._options = options_of(crawler.settings)
        pools = Pools.of(crawler, policy_of(crawler.settings), self._options.first_byte_timeout)
        self._pool, self._lax_pool = pools.verified, pools.lax
        self._trust, self._lax_trust = Trust(lax=False), Trust(lax=True)
        self._endpoints: dict[bool, dict[Any, Any]] = {False: {}, True: {}}
        self._going: set[Any] = set()
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
        lax = bool(request.meta.get(LAX))
        agent = SourceAgent(
            contextFactory=self._lax_trust if lax else self._trust,
            connectTimeout=self._options.whole_timeout,
            pool=self._lax_pool if lax else self._pool,
            fail_on_dataloss=False,
            crawler=self._crawler,
            connect=self._options.connect_timeout,
            limit=self._options.max_body,
            endpoints=self._endpoints[lax],
        )
        going = None
        try:
            with wrap_twisted_exceptions():
                going = agent.download_request(request)
                self._going.add(going)
                return await maybe_deferred_to_future(going)
        except Exception as error:
            raise named(error, urlsplit(request.url).hostname or "") from error
        finally:
            self._going.discard(going)

    def cancel_all(self) -> None:
        """End every transfer now, each fails at once, and begin none: what was on its way here must not start late."""
        self._over = True
        for going in tuple(self._going):
            going.cancel()

    async def close(self) -> None:
        """Let the kept connections go."""
        self.cancel_all()
        await super().close()
        self._lax_pool.closeCachedConnections()
