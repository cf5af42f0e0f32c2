"""Scrapy's settings for this project: `scrapy.cfg` names this module, and `run` builds on it.

Names that begin with CITETRAIL are ours; from a checkout they are read from the environment, under `run` they come as
one `CrawlSettings`.
"""

from __future__ import annotations

import os

from scrapy.settings import BaseSettings

from crawler.guard.policy import Policy
from crawler.options import CrawlSettings

BOT_NAME = "citetrail"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
ADDONS = {"crawler.addon.CitetrailAddon": 1}
LOG_LEVEL = "INFO"
STATS_DUMP = False

CITETRAIL_ALLOW_ADDRESS = os.environ.get("CITETRAIL_ALLOW_ADDRESS", "")
CITETRAIL_RESOLVE = os.environ.get("CITETRAIL_RESOLVE", "")
CITETRAIL_CONTACT = os.environ.get("CITETRAIL_CONTACT", "")
CITETRAIL_DB = os.environ.get("CITETRAIL_DB", "")


def options_of(settings: BaseSettings) -> CrawlSettings:
    """Our own settings out of Scrapy's. Raises: ConfigError."""
    options = settings.get("CITETRAIL_OPTIONS")
    if isinstance(options, CrawlSettings):
        return options
    return CrawlSettings(
        allow_addresses=_words(settings.get("CITETRAIL_ALLOW_ADDRESS")),
        resolve=_words(settings.get("CITETRAIL_RESOLVE")),
        contact=str(settings.get("CITETRAIL_CONTACT") or ""),
    )


def policy_of(settings: BaseSettings) -> Policy:
    """The address guard's rules out of Scrapy's settings. Raises: ConfigError."""
    options = options_of(settings)
    return Policy(options.allow_addresses, options.resolve)


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(value or "").split())
