"""The spider: its inbox takes wants, each is followed, and exactly one Capture a want is yielded."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import scrapy

from crawler.agent import headers_of
from crawler.follower import Follower
from crawler.guard.selftest import assert_guarded
from crawler.inbox import Inbox
from crawler.keeping import Keeper
from crawler.lanes import Gate, Lanes
from crawler.load import load_of
from crawler.manners import Manners
from crawler.settings import options_of, policy_of
from crawler.transport.downloader import downloader_of
from crawler.transport.pool import share_of_descriptors
from quotations.errors import CitetrailError
from quotations.model import Capture

if TYPE_CHECKING:
    from crawler.rendering.renderer import Renderer

logger = logging.getLogger(__name__)

_AT_ONCE = 32  #: captures that are handed on before the loop goes round


class SourceSpider(scrapy.Spider):
    """Looks at sources while its crawl is open.

    Args:
        article: a saved article whose cited sources are looked at; the crawl ends with them.
        waits: stay open for what comes into the inbox, until the crawl is stopped.
        keeper: what keeps captures; None hands them back as they are.
        gate: the archive's turns across processes, or None.
    """

    name = "sources"
    # Between two items of `start` the engine lets the whole loop go round once, unless it has its hands full: with
    # hundreds of connections that is a tenth of a second for each capture. With this it always has them full.
    custom_settings = {"SCRAPER_SLOT_MAX_ACTIVE_SIZE": -1}  # noqa: RUF012 - Scrapy's interface

    def __init__(
        self,
        article: str | None = None,
        *,
        waits: bool = False,
        keeper: Keeper | None = None,
        gate: Gate | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(**rest)
        self.article = article
        self.keeper = keeper
        self.gate = gate
        self._waits = waits
        self._renderer: Renderer | None = None
        self.opened = asyncio.Event()
        self.inbox: Inbox

    async def start(self) -> AsyncIterator[Any]:
        """Yield captures as they come."""
        self.inbox = self._inbox()
        self.opened.set()
        assert_guarded(self.crawler)
        reading = None if self._waits else asyncio.create_task(self._crawl_article())
        number = 0
        while (capture := await self.inbox.finished()) is not None:
            yield capture
            number += 1
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)
        if reading is not None:
            await reading

    def _inbox(self) -> Inbox:
        options, policy = options_of(self.crawler.settings), policy_of(self.crawler.settings)
        stopping = asyncio.Event()
        ask = downloader_of(self.crawler).ask
        manners = Manners(options, policy)
        lanes = Lanes(share_of_descriptors(options.total), manners.of, self.gate, manners.lanes)
        follower = Follower(ask, lanes, options, headers_of(options), stopping)
        render = None
        if options.browser:
            from crawler.rendering.renderer import Renderer

            self._renderer = Renderer(ask, lanes, options, headers_of(options))
            render = self._renderer.rendered
        return Inbox(follower, lanes, policy, stopping, self._abort, load_of(self.crawler), render)

    async def end_browser(self) -> None:
        """End the browser that builds pages, if there is one."""
        if self._renderer is not None:
            await self._renderer.close()

    def _abort(self) -> None:
        handlers: Any = self.crawler.engine.downloader.handlers
        for scheme in ("http", "https"):
            handlers._get_handler(scheme).cancel_all()

    async def _crawl_article(self) -> None:
        from crawler.cited import cited_urls

        try:
            if self.article is None:
                logger.error("Say whose sources: scrapy crawl sources -a article=FILE")
                return
            urls = await asyncio.to_thread(cited_urls, self.article)
            outcomes = await asyncio.gather(*map(self.inbox.take, urls), return_exceptions=True)
            for url, outcome in zip(urls, outcomes, strict=True):
                logger.info("%s: %s", url, told(outcome) if isinstance(outcome, Capture) else outcome)
        except CitetrailError as error:
            logger.error("%s %s", error.message, error.hint)
        finally:
            self.inbox.close()


def told(capture: Capture) -> str:
    """One line of an outcome, for a log."""
    if capture.failure is not None:
        return f"{capture.failure} ({capture.detail})"
    return f"{capture.status} {capture.media_type or ''}, {capture.size or 0} bytes, {capture.final_url}"
