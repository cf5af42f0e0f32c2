"""The item pipeline: every capture is safe in the archive before its want counts as done."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, Self

from scrapy.crawler import Crawler

from quotations.model import Capture

if TYPE_CHECKING:
    from concurrent.futures import Future


class Keeper(Protocol):
    """What keeps captures: `storage.writer.Writer`."""

    def submit(self, capture: Capture) -> Future[Capture]:
        """Have *capture* kept; done when it is safe."""
        ...


class KeepPipeline:
    """Hands each capture to the archive's writer, off the loop, and settles its want."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_item(self, item: Capture) -> Capture:
        """Scrapy's interface."""
        from crawler.spiders.sources import SourceSpider

        spider = self._crawler.spider
        assert isinstance(spider, SourceSpider)
        try:
            kept = await _keep(item, spider.keeper)
        except Exception as error:
            spider.settle(item.url, error)
            return replace(item, body=None)
        spider.settle(item.url, kept)
        return kept


async def _keep(capture: Capture, keeper: Keeper | None) -> Capture:
    if keeper is not None:
        return await asyncio.wrap_future(keeper.submit(capture))
    if capture.body is None:
        return capture
    return replace(capture, digest="sha256:" + hashlib.sha256(capture.body).hexdigest())
