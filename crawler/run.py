"""One reactor, one crawl, any job: `run` opens the crawl, awaits the job and closes both."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import resource
import signal
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings

from crawler.field import Field
from crawler.guard.policy import Policy
from crawler.guard.selftest import assert_guarded
from crawler.manners import Manners
from crawler.options import CrawlSettings
from crawler.pipelines import gate_of
from crawler.spiders.sources import SourceSpider
from quotations.errors import CitetrailError, CrawlError

if TYPE_CHECKING:
    from storage.archive import Archive
    from storage.writer import Writer

__all__ = ["CrawlSettings", "Field", "run"]

logger = logging.getLogger(__name__)

T = TypeVar("T")
Job = Callable[[Field], Awaitable[T]]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)
# Full collections stop the loop for tens of milliseconds once ten thousand captures have gone through it.
_COLLECT = (20_000, 50, 50)
_DESCRIPTORS = 8192
#: Seconds after a signal in which all must have ended by itself; then we leave as at a second one. What has been fetched
#: is kept by then, and a service manager's patience (systemd: 90 s) is not tried.
_LAST = 60.0
_spent: list[bool] = []


def run(job: Job[T], *, settings: CrawlSettings | None = None, archive: Archive | None = None) -> T:
    """Open one crawl, await *job* with its `Field`, close the crawl, give the job's result.

    Once a process: the reactor cannot start again. At SIGINT or SIGTERM what has been fetched is kept, the job is
    cancelled (or what it gave to `Field.on_stop` called), and the signal is raised here when all is closed; a second
    signal leaves at once.

    Raises:
        ConfigError: a setting cannot be read.
        GuardError: the address guard is not in place; nothing has been fetched.
        CrawlError: the crawl could not start or go on, or this process has crawled before.
        KeyboardInterrupt: SIGINT came.
        SystemExit: SIGTERM came; its code is 143.
    """
    if _spent:
        raise CrawlError("A process can crawl only once.", hint="Start another process for the next crawl.")
    settings = settings or CrawlSettings()
    Policy(settings.allow_addresses, settings.resolve)  # refused here, with our words, rather than inside Scrapy
    _spent.append(True)
    _more_descriptors()
    process = AsyncCrawlerProcess(scrapy_settings(settings))
    crawler = process.create_crawler(SourceSpider)
    open_run: _Run[T] = _Run(crawler, job, settings)
    writer = _writer(archive) if archive is not None else None
    try:
        crawl = process.crawl(
            crawler, waits=True, keeper=writer, gate=gate_of(archive) if archive is not None else None
        )
        loop = asyncio.get_event_loop()
        open_run.listen(
            loop
        )  # before anything runs: a signal that raised in the middle of a callback would be told as its error
        main = loop.create_task(open_run.main(crawl))
        gc.freeze()
        gc.set_threshold(*_COLLECT)
        process.start(install_signal_handlers=False)
    finally:
        if writer is not None:
            writer.close()
    if open_run.signal == signal.SIGINT:
        raise KeyboardInterrupt
    if open_run.signal is not None:
        raise SystemExit(128 + open_run.signal)
    if not main.done():
        raise CrawlError("the crawl ended before its job")
    return main.result()


def _more_descriptors() -> None:
    """Raise the soft limit of open files, as far as a crawl can use it and this process may: a shell's is often 1,024."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _DESCRIPTORS if hard == resource.RLIM_INFINITY else min(_DESCRIPTORS, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _writer(archive: Archive) -> Writer:
    from storage.writer import Writer

    return Writer(archive)


def scrapy_settings(options: CrawlSettings) -> Settings:
    """Scrapy's settings of a run: this package's alone, never those of a project in the working directory."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("CITETRAIL_OPTIONS", options, priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", False, priority="cmdline")
    with suppress(ImportError):
        import uvloop  # noqa: F401

        settings.set("ASYNCIO_EVENT_LOOP", "uvloop.Loop", priority="cmdline")
    return settings


class _Run(Generic[T]):
    """The life of one run on the loop."""

    def __init__(self, crawler: Crawler, job: Job[T], settings: CrawlSettings) -> None:
        self._crawler = crawler
        self._job = job
        self._settings = settings
        self._field: Field | None = None
        self._task: asyncio.Future[T] | None = None
        self._ending: asyncio.Task[None] | None = None
        self.signal: int | None = None

    def listen(self, loop: asyncio.AbstractEventLoop) -> None:
        """Hear signals on *loop* from its first turn on."""
        for number in _SIGNALS:
            loop.add_signal_handler(number, self._on_signal, number)

    async def main(self, crawl: asyncio.Task[None]) -> T:
        """Open, do the job, close. Every closing step stands alone: one that fails must not leave the loop deaf."""
        try:
            spider = await self._opened(crawl)
            self._field = Field(spider, self._settings, _admitted(self._settings))
            self._task = asyncio.ensure_future(self._job(self._field))
            if self.signal is not None:
                self._task.cancel()
            return await self._task
        finally:
            await self._close()
            if self.signal is None:
                _give_back_signals(None)

    async def _opened(self, crawl: asyncio.Task[None]) -> SourceSpider:
        while self._crawler.spider is None and not crawl.done():
            await asyncio.sleep(0)
        spider = self._crawler.spider
        if isinstance(spider, SourceSpider):
            waiting = asyncio.ensure_future(spider.opened.wait())
            await asyncio.wait({crawl, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if spider.opened.is_set():
                assert_guarded(self._crawler)  # the spider asked too, but Scrapy keeps its errors to itself
                return spider
        error = crawl.exception() if crawl.done() and not crawl.cancelled() else None
        if isinstance(error, CitetrailError):
            raise error
        raise CrawlError(f"The crawl could not be opened: {error or 'it ended at once'}.") from error

    async def _close(self) -> None:
        for step in (self._stop_spider, self._end_browser, self._crawler.stop_async):
            try:
                await step()
            except Exception:
                logger.exception("closing the crawl")

    async def _stop_spider(self) -> None:
        if self._ending is not None:
            await asyncio.wait({self._ending})
        elif isinstance(self._crawler.spider, SourceSpider) and self._crawler.spider.opened.is_set():
            await self._crawler.spider.inbox.stop()

    async def _end_browser(self) -> None:
        if isinstance(self._crawler.spider, SourceSpider):
            await self._crawler.spider.end_browser()

    def _on_signal(self, number: int) -> None:
        self.signal = number
        # Outside the loop, so that a second signal is heard even where the job holds the loop.
        _give_back_signals(_leave)
        _leave_at_last(number)
        if self._task is not None and self._field is not None:
            self._ending = asyncio.get_running_loop().create_task(self._end(self._task, self._field))

    async def _end(self, task: asyncio.Future[T], field: Field) -> None:
        callbacks = field.stop_callbacks()
        try:
            for callback in callbacks:
                callback()
            spider = self._crawler.spider
            if isinstance(spider, SourceSpider):
                await spider.inbox.stop()
        finally:  # whatever went wrong: a job that nobody cancels would be waited for for ever
            if not callbacks:
                task.cancel()


def _give_back_signals(then: Any) -> None:
    """Take our handlers off the loop, and have *then* instead (None: as they are by default)."""
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.remove_signal_handler(number)
        if then is not None:
            signal.signal(number, then)


def _leave_at_last(number: int) -> None:
    """See to it that the process ends, whatever thread, lock or file system it then waits for."""
    clock = threading.Timer(_LAST, _leave, (number, None))
    clock.daemon = True
    clock.start()


def _leave(number: int, _: object) -> None:
    os._exit(128 + number)


def _admitted(settings: CrawlSettings) -> Callable[[str], bool]:
    return Manners(settings, Policy(settings.allow_addresses, settings.resolve)).admitted
