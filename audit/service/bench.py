"""What every job works with, and the two ways a job gets at sources: a crawl, or the archive alone."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from audit.config import Config
from audit.endpoints import archives_of, lanes_of
from crawler.sandbox import Sandbox
from quotations.model import Capture, Failure, Want

if TYPE_CHECKING:
    from crawler.options import CrawlSettings
    from storage import Archive

T = TypeVar("T")


class Looker(Protocol):
    """Whoever can look at sources: the crawler's field, or nobody."""

    async def look(
        self,
        wants: Iterable[Want],
        *,
        progress: Callable[[Capture], None] | None = None,
        earlier: Mapping[str, Capture] | None = None,
    ) -> list[Capture]:
        """One capture a want, in order; *earlier* captures need not be sent again if nothing has changed."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Configuration, sandbox, archive and clock of one run."""

    config: Config
    sandbox: Sandbox
    archive: Archive
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def ready(self) -> None:
        """Have the readers running, and load what a crawl needs while they read."""
        self.sandbox.start()
        if not self.config.offline:
            threading.Thread(target=_load, name="loading", daemon=True).start()

    def run(self, job: Callable[[Looker], Awaitable[T]], *, network: bool = True) -> T:
        """Run *job* inside one crawl, or without any when it needs no *network* or we are offline."""
        if self.config.offline or not network:
            return asyncio.run(_awaited(job(Nobody(self.now))))
        from crawler.run import run

        settings = crawl_settings(self.config)
        if self.config.browser:
            from audit.service.rendering import with_browser

            return run(with_browser(job, self.sandbox, self.archive), settings=settings, archive=self.archive)
        return run(job, settings=settings, archive=self.archive)


def _load() -> None:
    with suppress(Exception):  # told where it is needed
        import crawler.run  # noqa: F401


async def _awaited(job: Awaitable[T]) -> T:
    return await job


@dataclass(frozen=True, slots=True)
class Nobody:
    """Looks at nothing: what the archive does not hold is not held."""

    now: Callable[[], datetime]

    async def look(
        self,
        wants: Iterable[Want],
        *,
        progress: Callable[[Capture], None] | None = None,
        earlier: Mapping[str, Capture] | None = None,  # noqa: ARG002 - nobody asks a server
    ) -> list[Capture]:
        """One capture a want that says that nothing is held."""
        seen = [Capture(url=want.url, captured_at=self.now(), failure=Failure.NOT_HELD) for want in wants]
        if progress is not None:
            for capture in seen:
                progress(capture)
        return seen


def crawl_settings(config: Config) -> CrawlSettings:
    """The crawler's settings out of ours: the only translation between the two."""
    from crawler.options import CrawlSettings

    return CrawlSettings(
        allow_addresses=config.allow_address,
        resolve=config.resolve,
        contact=config.contact,
        delay=config.delay if config.delay >= 0 else None,
        max_sources=config.max_sources,
        max_per_host=config.max_per_host,
        hosts=config.hosts,
        exclude=config.exclude,
        browser=config.browser,
        browser_path=config.browser_path,
        browser_timeout=config.browser_timeout,
        max_body=config.max_body,
        lanes=lanes_of(archives_of(config.archives, config.endpoints)),
    )
