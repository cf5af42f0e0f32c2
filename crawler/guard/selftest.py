"""Whether the guard is really in place; asked once at the start, and by `doctor`."""

from __future__ import annotations

from typing import Any

from scrapy.crawler import Crawler

from crawler.guard.peers import GuardMiddleware
from crawler.guard.resolver import GuardedResolver
from crawler.reactor import the_reactor
from quotations.errors import GuardError

_PROBES = ("127.0.0.1", "169.254.169.254", "10.0.0.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "0.0.0.0")  # noqa: S104


def assert_guarded(crawler: Crawler) -> None:
    """Refuse to go on unless resolver, handlers and middleware are ours and refuse what they must.

    Raises:
        GuardError: a layer is missing; nothing has been fetched.
    """
    from crawler.settings import policy_of
    from crawler.transport.handler import GuardedHandler

    resolver = getattr(the_reactor(), "nameResolver", None)
    if not isinstance(resolver, GuardedResolver):
        raise _missing("the reactor's resolver is not the guard's")
    handlers: Any = crawler.engine.downloader.handlers
    for scheme in ("http", "https"):
        if not isinstance(handlers._get_handler(scheme), GuardedHandler):
            raise _missing(f"the handler of {scheme} is not the guard's")
    for scheme in ("file", "ftp", "s3", "data"):
        if handlers._get_handler(scheme) is not None:
            raise _missing(f"{scheme}: addresses have a handler")
    if crawler.get_downloader_middleware(GuardMiddleware) is None:
        raise _missing("the guard's middleware is not in place")
    policy = policy_of(crawler.settings)
    for address in _PROBES:
        if policy.why_not(address) is None and not policy.admits(address):
            raise _missing(f"{address} would be let through")


def _missing(what: str) -> GuardError:
    return GuardError(
        f"the address guard is not complete: {what}",
        hint="take settings of Scrapy's resolver and download handlers out of the configuration",
    )
