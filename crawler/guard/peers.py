"""Fourth layer: who really answered. It catches a handler that somebody swapped, and is kept as evidence."""

from __future__ import annotations

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.guard.blocked import blocked
from crawler.guard.policy import Policy
from crawler.guard.urls import check_url
from crawler.settings import policy_of


class GuardMiddleware:
    """First and fourth layer as one downloader middleware: the address before, the peer after."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(policy_of(crawler.settings))

    def process_request(self, request: Request) -> None:
        """Refuse what the address alone tells. Raises: Failed."""
        check_url(request.url, self._policy)

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse an answer from a refused peer, whatever let it through. Raises: Failed."""
        if response.ip_address is not None and (why := self._policy.why_not(str(response.ip_address))):
            raise blocked(f"{request.url} was answered by {response.ip_address}", why)
        return response
