"""The spider: takes wants, follows each, yields exactly one Capture a want."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import scrapy

from crawler.address import wire
from crawler.agent import headers_of
from crawler.domains import domain_of
from crawler.failures import Failed
from crawler.follower import Follower
from crawler.guard.urls import check_url
from crawler.lanes import Gate, Lanes
from crawler.manners import Manners
from crawler.pipelines import Keeper
from crawler.settings import options_of, policy_of
from quotations.model import Capture, Failure

logger = logging.getLogger(__name__)


class SourceSpider(scrapy.Spider):
    """Looks at sources while its crawl is open; `take` is its inbox.

    Args:
        keeper: what keeps captures; None hands them back as they are.
        gate: the archive's turns across processes, or None.
        article: a saved article whose cited sources are looked at; the crawl ends with them.
    """

    name = "sources"

    def __init__(
        self,
        article: str | None = None,
        keeper: Keeper | None = None,
        gate: Gate | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(**rest)
        self.article = article
        self.keeper = keeper
        self._gate = gate
        self.opened = asyncio.Event()
        self.stopping = asyncio.Event()
        self._done: asyncio.Queue[Capture | None] = asyncio.Queue()
        self._asked: dict[str, asyncio.Future[Capture]] = {}
        self._going: set[asyncio.Task[None]] = set()

    async def start(self) -> AsyncIterator[Any]:
        """Yield captures as they come, until the engine stops or the article's sources are done."""
        self._prepare()
        if self.article is not None:
            self._going.add(asyncio.create_task(self._crawl_article(self.article)))
        self.opened.set()
        while (capture := await self._done.get()) is not None:
            yield capture

    def take(self, url: str, earlier: Capture | None = None) -> asyncio.Future[Capture]:
        """Have *url* looked at; one request serves all who ask for it meanwhile."""
        asked = self._asked.get(url)
        if asked is None:
            asked = self._asked[url] = asyncio.get_running_loop().create_future()
            self._begin(url, earlier)
        return asked

    def settle(self, url: str, kept: Capture | Exception) -> None:
        """Called by the pipeline when a capture is kept, or could not be."""
        asked = self._asked.pop(url, None)
        if asked is None or asked.done():
            return
        if isinstance(kept, Exception):
            asked.set_exception(kept)
        else:
            asked.set_result(kept)

    async def stop(self, patience: float = 3.0) -> None:
        """End all that is going: what has been fetched is kept, the rest is interrupted."""
        self.stopping.set()
        self._lanes.stop()
        for scheme in ("http", "https"):
            self.crawler.engine.downloader.handlers._get_handler(scheme).cancel_all()  # type: ignore[union-attr]
        waiting = [asked for asked in self._asked.values() if not asked.done()]
        if waiting:
            await asyncio.wait(waiting, timeout=patience)

    def _prepare(self) -> None:
        options = options_of(self.crawler.settings)
        self._policy = policy_of(self.crawler.settings)
        self._lanes = Lanes(options.total, Manners(options, self._policy).of, self._gate)
        self._follower = Follower(
            self.crawler.engine.download_async, self._lanes, options, headers_of(options), self.stopping
        )

    def _begin(self, url: str, earlier: Capture | None) -> None:
        try:
            at = wire(url)
            check_url(at, self._policy)
        except Failed as failed:
            self._done.put_nowait(_never(url, failed.failure, failed.detail))
            return
        domain = domain_of(at)
        self._lanes.enter(
            domain,
            lambda: self._spawn(url, earlier),
            lambda reason: self._refused(url, reason),
        )

    def _spawn(self, url: str, earlier: Capture | None) -> None:
        task = asyncio.get_running_loop().create_task(self._one(url, earlier))
        self._going.add(task)
        task.add_done_callback(self._going.discard)

    def _refused(self, url: str, reason: Exception) -> None:
        if self.stopping.is_set():
            self._done.put_nowait(_never(url, Failure.INTERRUPTED, "the run was stopped"))
        else:
            self.settle(url, reason)

    async def _one(self, url: str, earlier: Capture | None) -> None:
        try:
            self._done.put_nowait(await self._follower.follow(url, earlier))
        except Exception as error:
            logger.debug("following failed", exc_info=True)
            self.settle(url, error)

    async def _crawl_article(self, path: str) -> None:
        from crawler.cited import cited_urls

        try:
            urls = await asyncio.to_thread(cited_urls, path)
            outcomes = await asyncio.gather(*(self.take(url) for url in urls), return_exceptions=True)
            for url, found in zip(urls, outcomes, strict=True):
                logger.info("%s: %s", url, found if isinstance(found, BaseException) else told(found))
        finally:
            self._done.put_nowait(None)


def told(capture: Capture) -> str:
    """One line of an outcome, for a log."""
    if capture.failure is not None:
        return f"{capture.failure} ({capture.detail})"
    return f"{capture.status} {capture.media_type or ''}, {capture.size or 0} bytes, {capture.final_url}"


def _never(url: str, failure: Failure, detail: str) -> Capture:
    return Capture(url=url, captured_at=datetime.now(UTC), failure=failure, detail=detail)
