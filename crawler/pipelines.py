"""The item pipeline: every capture is safe in the archive before its want counts as done."""

from __future__ import annotations

import asyncio
import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy.crawler import Crawler

from crawler.keeping import Keeper, Kept
from crawler.lanes import Gate
from crawler.turns import Turns
from quotations.model import Capture, Failure

if TYPE_CHECKING:
    from crawler.spiders.sources import SourceSpider
    from storage.archive import Archive
    from storage.writer import Writer


class KeepPipeline:
    """Hands each capture to the archive's writer, off the loop, and settles its want.

    Under `scrapy crawl` nobody has opened an archive: there it opens the default one itself, or the one that the
    setting CITETRAIL_DB names.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._own: tuple[Archive, Writer] | None = None
        self._kept = Kept()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def open_spider(self) -> None:
        """Scrapy's interface."""
        spider = self._spider()
        if spider.article is None or spider.keeper is not None:
            return
        from storage.archive import Archive
        from storage.writer import Writer

        archive = await asyncio.to_thread(Archive.open, self._crawler.settings.get("CITETRAIL_DB") or default_db())
        writer = Writer(archive)
        self._own = archive, writer
        spider.keeper, spider.gate = writer, gate_of(archive)

    async def close_spider(self) -> None:
        """Scrapy's interface."""
        if self._own is not None:
            archive, writer = self._own
            await asyncio.to_thread(writer.close)
            archive.close()

    async def process_item(self, item: Capture) -> Capture:
        """Scrapy's interface."""
        spider = self._spider()
        try:
            kept = await self._keep(item, spider.keeper)
        except Exception as error:
            spider.inbox.settle(item.url, error)
            return replace(item, body=None)
        spider.inbox.settle(item.url, kept)
        return kept

    def _spider(self) -> SourceSpider:
        spider: SourceSpider = self._crawler.spider  # type: ignore[assignment]
        return spider

    async def _keep(self, capture: Capture, keeper: Keeper | None) -> Capture:
        # What the guard refuses tells of our settings, not of the source: kept, it would pass for a fresh look at it
        # when the same person comes back a minute later with the address admitted.
        if keeper is not None and capture.failure is not Failure.BLOCKED_ADDRESS:
            return await self._kept.of(keeper.submit(capture))
        if capture.body is None:
            return capture
        return replace(capture, digest="sha256:" + hashlib.sha256(capture.body).hexdigest())


def gate_of(archive: Archive) -> Gate:
    """Turns that processes share, by *archive*."""
    return Turns(archive.domain_turns)


def default_db() -> Path:
    """Where the archive is when nobody says: under the person's data directory (XDG base directories)."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "citetrail" / "archive.db"
