from __future__ import annotations

from typing import Any

from scrapy import Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter


class QuietFormatter(LogFormatter):
    """Says nothing of single pages: outcomes are data, and addresses from outside stay out of the log."""

    def crawled(self, request: Any, response: Response, spider: Spider) -> Any:  # noqa: ARG002, D102
        return None

    def scraped(self, item: Any, response: Any, spider: Spider) -> Any:  # noqa: ARG002, D102
        return None
