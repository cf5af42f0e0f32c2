"""Lanes beside those of registrable domains: an archive's lists and its copies are asked at paces of their own.

Imports no Scrapy: the configuration makes the rules.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneRule:
    """One lane: the addresses that take their turns in it, and how far these lie apart."""

    prefix: str  #: with which its addresses begin
    name: str
    delay: float | None = None  #: seconds between requests, as a person set it
    least: float = 0.0  #: seconds between requests at least, where nobody set it nor admitted the address


class LaneNames:
    """Whose turn an address waits for: the rule with the longest beginning of it, else its registrable domain."""

    def __init__(self, rules: Iterable[LaneRule] = ()) -> None:
        self._rules = sorted(rules, key=lambda rule: -len(rule.prefix))
        self._by_name = {rule.name: rule for rule in self._rules}

    def __call__(self, url: str) -> str:
        """The name of the lane of an absolute ASCII *url*."""
        from crawler.domains import domain_of  # the list of public suffixes, which few commands need

        for rule in self._rules:
            if url.startswith(rule.prefix):
                return rule.name
        return domain_of(url)

    def rule(self, name: str) -> LaneRule | None:
        """The rule of the lane of that name; None where it is a domain's."""
        return self._by_name.get(name)
