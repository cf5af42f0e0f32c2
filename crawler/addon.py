"""All that makes Scrapy ours, as one addon: it wins over settings of a command line or another project."""

from __future__ import annotations

from scrapy.settings import BaseSettings

# Above "cmdline" (40): whoever runs `scrapy -s TWISTED_DNS_RESOLVER=…` still goes through the guard.
_FORCED = 100

_GUARD = {
    "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
    "TWISTED_REACTOR_ENABLED": True,
    "TWISTED_DNS_RESOLVER": "crawler.guard.resolver.GuardedResolver",
    "DOWNLOAD_HANDLERS": {
        "http": "crawler.transport.handler.GuardedHandler",
        "https": "crawler.transport.handler.GuardedHandler",
        "file": None,
        "data": None,
        "ftp": None,
        "s3": None,
    },
    "DOWNLOAD_HANDLERS_BASE": {},
    # Both run code for whoever reaches their port.
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "EXTENSIONS_BASE": {},
}

_MANNERS = {
    "DOWNLOADER_MIDDLEWARES_BASE": {},
    "DOWNLOADER_MIDDLEWARES": {
        "crawler.guard.peers.GuardMiddleware": 100,
        "crawler.middlewares.RobotsMiddleware": 200,
    },
    "SPIDER_MIDDLEWARES_BASE": {},
    "ITEM_PIPELINES": {"crawler.pipelines.KeepPipeline": 300},
    # Lanes of ours, one a registrable domain, take the place of Scrapy's slots, which follow a redirect's first host.
    "DOWNLOADER": "crawler.transport.downloader.LaneDownloader",
    "CONCURRENT_REQUESTS": 0,
    # The default starts a hundred workers for every answer.
    "CONCURRENT_ITEMS": 4,
    "DOWNLOAD_FAIL_ON_DATALOSS": False,
    "DOWNLOAD_WARNSIZE": 0,
    "REACTOR_THREADPOOL_MAXSIZE": 32,
    "LOG_FORMATTER": "crawler.logs.QuietFormatter",
    "COOKIES_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
}


class CitetrailAddon:
    """Guard and manners for `run` and for `scrapy` from a checkout alike."""

    @classmethod
    def update_pre_crawler_settings(cls, settings: BaseSettings) -> None:
        """The resolver is the process's: later is too late."""
        settings.set("TWISTED_DNS_RESOLVER", _GUARD["TWISTED_DNS_RESOLVER"], priority=_FORCED)

    def update_settings(self, settings: BaseSettings) -> None:
        """Called by Scrapy before the crawl's parts are made."""
        for name, value in (_GUARD | _MANNERS).items():
            settings.set(name, value, priority=_FORCED)
