"""How fast a domain may be asked: one request at a time and one second apart, unless a person admitted the address."""

from __future__ import annotations

from crawler.domains import domain_of
from crawler.guard.policy import Policy
from crawler.guard.urls import literal_of
from crawler.hostrules import Rules, host_of
from crawler.lanerules import LaneNames
from crawler.options import CrawlSettings

_WIDTH, _DELAY = 1, 1.0
_ADMITTED_WIDTH, _ADMITTED_DELAY = 8, 0.0


class Manners:
    """Width and delay of each lane.

    Args:
        options: what a person set for all of them.
        policy: what is admitted and pinned.
    """

    def __init__(self, options: CrawlSettings, policy: Policy) -> None:
        self._options = options
        self._policy = policy
        self._rules = Rules(options.hosts)
        self.lanes = LaneNames(options.lanes)

    def of(self, domain: str, hosts: tuple[str, ...] = ()) -> tuple[int, float]:
        """(requests at a time, seconds between them) for *domain*, or for the lane of that name."""
        own = self.lanes.rule(domain)
        if own is not None:
            domain, hosts = domain_of(own.prefix), (host_of(own.prefix),)
        admitted = any(self.admitted(host) for host in (domain, *hosts))
        width = self._options.width or (_ADMITTED_WIDTH if admitted else _WIDTH)
        delay = self._options.delay
        if delay is None:
            delay = _ADMITTED_DELAY if admitted else _DELAY
        if own is not None:
            delay = own.delay if own.delay is not None else delay if admitted else max(delay, own.least)
        return self._rules.manner(domain, width, delay)

    def admitted(self, host: str) -> bool:
        """Whether *host* is known, without asking anybody, to be an address that a person admitted."""
        literal = literal_of(host)
        if literal is not None:
            return self._policy.admits(literal)
        pinned = self._policy.pins.under(host)
        return bool(pinned) and all(self._policy.admits(address) for address in pinned)
