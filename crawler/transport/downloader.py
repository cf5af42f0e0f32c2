"""Scrapy's downloader without its slots, whose work our lanes do: middlewares and handler, and nothing between them."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider
from scrapy.core.downloader import Downloader
from scrapy.crawler import Crawler
from scrapy.exceptions import NotSupported
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro


class LaneDownloader(Downloader):
    """Answers in the coroutine that asks: no task of the engine's or of a slot's stands between it and the answer."""

    async def ask(self, request: Request) -> Response:
        """The answer to *request*. The middlewares are ours: they refuse by raising, and never answer themselves.

        Raises:
            Failed: there is no answer.
            Shortage: this machine ran out of something.
        """
        steps: Any = self.middleware.methods
        handlers: Any = self.handlers
        self.active.add(request)
        try:
            for check in steps["process_request"]:
                waits = check(request=request)
                if waits is not None:
                    await waits
            handler = handlers._get_handler(request.url.partition(":")[0])
            if handler is None:
                raise NotSupported(f"no handler for {request.url[:200]}")
            response: Response = await handler.download_request(request)
            response.request = request
            for check in steps["process_response"]:
                response = check(request=request, response=response)
            return response
        finally:
            self.active.remove(request)

    def fetch(self, request: Request, spider: Spider | None = None) -> Any:  # noqa: ARG002
        """Scrapy's interface, for whatever comes by its engine."""
        return deferred_from_coro(self.ask(request))


def downloader_of(crawler: Crawler) -> LaneDownloader:
    """The one of an open crawl."""
    engine: Any = crawler.engine
    downloader: LaneDownloader = engine.downloader
    return downloader
