"""How many sources one run may look at, in all and of one host; what is over goes on in the next."""

from __future__ import annotations

from collections import Counter

from crawler.hostrules import Rules, host_of

_NEXT = "the next run goes on with the rest"


class Budget:
    """Counts the sources of one run.

    Args:
        most: sources in all; 0 for no limit.
        most_anonymous: sources that are not admitted addresses, where no contact is set; 0 for no limit.
        most_per_host: sources of one host; 0 for no limit.
        rules: budgets of single hosts.
    """

    def __init__(self, most: int, most_anonymous: int, most_per_host: int = 0, rules: Rules | None = None) -> None:
        self._most = most
        self._most_anonymous = most_anonymous
        self._most_per_host = most_per_host
        self._rules = rules or Rules()
        self._taken: set[str] = set()
        self._of_host: Counter[str] = Counter()
        self._anonymous = 0
        self._counts_hosts = bool(most_per_host) or bool(self._rules)

    def take(self, url: str, *, admitted: bool) -> str | None:
        """Take one for *url*, which counts once; or why it is put off."""
        if url in self._taken:
            return None
        if self._most and len(self._taken) >= self._most:
            return f"more than {self._most} sources in one run (max_sources); {_NEXT}"
        limits = self._limits(host_of(url)) if self._counts_hosts else []
        for name, most, told in limits:
            if self._of_host[name] >= most:
                return f"more than {most} sources of {name} in one run ({told}); {_NEXT}"
        if self._most_anonymous and not admitted:
            if self._anonymous >= self._most_anonymous:
                return f"more than {self._most_anonymous} sources in one run need a contact; set `contact`"
            self._anonymous += 1
        self._of_host.update(name for name, _, _ in limits)
        self._taken.add(url)
        return None

    def _limits(self, host: str) -> list[tuple[str, int, str]]:
        """What counts for *host*: the name that is counted, how many it may have, and the setting that says so."""
        limits = [(rule.host, rule.budget, "hosts, budget") for rule in self._rules.of(host) if rule.budget is not None]
        if self._most_per_host and not any(name == host for name, _, _ in limits):
            limits.append((host, self._most_per_host, "max_per_host"))
        return limits
