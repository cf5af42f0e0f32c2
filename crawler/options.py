"""What a person may set about the crawl. Imports no Scrapy, so that a configuration can be read without it."""

from __future__ import annotations

from dataclasses import dataclass

from crawler.hostrules import HostRule
from crawler.lanerules import LaneRule
from quotations.errors import ConfigError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlSettings:
    """How to look at sources. Times are seconds, sizes bytes.

    Raises:
        ConfigError: a number is out of its range.
    """

    allow_addresses: tuple[str, ...] = ()  #: CIDR blocks of private addresses that may be fetched
    resolve: tuple[str, ...] = ()  #: HOST:PORT:ADDRESS as curl's, IPv6 in brackets; admits nothing by itself
    contact: str = ""  #: an address or page for people whose sites we visit; part of the User-Agent
    user_agent: str = ""  #: the whole User-Agent instead of ours
    accept_language: str = "*"
    delay: float | None = None  #: between requests to one registrable domain; None: 1, and 0 where admitted
    width: int | None = None  #: requests at a time to one registrable domain; None: 1, and 8 where admitted
    total: int = 512  #: requests at a time in all; hanging servers hold theirs for seconds
    max_sources: int = 2000  #: a run; 0 for no limit
    max_per_host: int = 0  #: sources of one host a run; 0 for no limit
    hosts: tuple[HostRule, ...] = ()  #: what is asked of single hosts
    exclude: tuple[str, ...] = ()  #: hosts and beginnings of addresses that are not followed
    lanes: tuple[LaneRule, ...] = ()  #: turns beside those of registrable domains
    max_anonymous: int = 100  #: sources a run without a contact, admitted addresses apart
    max_body: int = 16 * MEBIBYTE  #: of a body, before and after content decoding; its start is kept
    max_hops: int = 20  #: redirects in one chain
    connect_timeout: float = 5.0  #: name and connection, each
    first_byte_timeout: float = 10.0
    whole_timeout: float = 20.0  #: one request, from connecting to its last byte
    max_wait: float = 20.0  #: what one source may make us wait in all by Retry-After
    respect_robots: bool = True
    browser: bool = False  #: pages that need a script to show their words are built by a browser
    browser_path: str = ""  #: of a Chromium; empty: the system's, else Playwright's own
    browser_timeout: float = 30.0  #: for one page, its requests' turns included
    crawl_delay_limit: float = 10.0  #: the longest Crawl-delay that is obeyed as written

    def __post_init__(self) -> None:
        for name in ("total", "max_body", "connect_timeout", "first_byte_timeout", "whole_timeout", "browser_timeout"):
            if getattr(self, name) <= 0:
                raise ConfigError(f"{name} must be more than 0", subject=name, hint=f"set {name} to a positive number")
        for name in ("max_sources", "max_per_host", "max_anonymous", "max_hops", "max_wait", "crawl_delay_limit"):
            if getattr(self, name) < 0:
                raise ConfigError(f"{name} cannot be negative", subject=name, hint=f"set {name} to 0 or more")
        if self.delay is not None and self.delay < 0:
            raise ConfigError("delay cannot be negative", subject="delay", hint="set delay to 0 or more seconds")
        if self.width is not None and self.width < 1:
            raise ConfigError("width must be at least 1", subject="width", hint="set width to 1 or more")
