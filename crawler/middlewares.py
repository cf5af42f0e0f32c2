"""robots.txt before every request of a source."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.agent import PRODUCT, headers_of
from crawler.failures import Failed
from crawler.robots.rules import LIMIT
from crawler.robots.store import RobotsStore
from crawler.settings import options_of
from crawler.transport.downloader import downloader_of
from crawler.transport.handler import BODY_LIMIT, LAX
from quotations.model import Failure, RobotsDecision

SKIP = "citetrail_no_robots"  #: request.meta: this request is robots.txt itself
DECISION = "citetrail_robots"  #: request.meta: the RobotsDecision, set here
CRAWL_DELAY = "citetrail_crawl_delay"  #: request.meta: seconds, set here


class RobotsMiddleware:
    """Lets a request pass by its origin's robots.txt, and writes the decision on it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._options = options_of(crawler.settings)
        self._headers = headers_of(self._options)
        self._store = RobotsStore(self._fetch, PRODUCT)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises: Failed, with ROBOTS when it is disallowed."""
        if request.meta.get(SKIP) or not self._options.respect_robots:
            return
        decision, delay = await self._store.decide(request.url, lax=bool(request.meta.get(LAX)))
        request.meta[DECISION] = decision
        request.meta[CRAWL_DELAY] = delay
        if not decision.allowed:
            raise Failed(Failure.ROBOTS, _words(decision), robots=decision)

    async def _fetch(self, url: str, lax: bool) -> Response:
        meta = {SKIP: True, LAX: lax, BODY_LIMIT: LIMIT, "verbatim_url": True}
        return await downloader_of(self._crawler).ask(Request(url, headers=self._headers, meta=meta))


def _words(decision: RobotsDecision) -> str:
    if decision.rule:
        return f"robots.txt says {decision.rule!r}"
    return f"robots.txt answers {decision.status}" if decision.status else "robots.txt did not answer"
