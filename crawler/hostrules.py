"""What a person asks of single hosts and addresses: slower, fewer at a time, no more than so many, or not at all.

Imports no Scrapy: the configuration reads it, the audit says it, the crawl keeps to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from crawler.domains import origin_of
from quotations.errors import ConfigError

_MOST_PATTERN = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class HostRule:
    """What is asked of one host and the hosts under it; None where nothing is."""

    host: str  #: in lower case, without port
    delay: float | None = None  #: seconds between requests
    width: int | None = None  #: requests at a time
    budget: int | None = None  #: sources a run
    skip: str = ""  #: why it is not asked at all
    until: date | None = None  #: the last day of that; None: for good

    def skips(self, today: date) -> bool:
        """Whether the host is not to be asked on that day."""
        return bool(self.skip) and (self.until is None or today <= self.until)


def host_rules(table: Mapping[str, Any], origin: str) -> tuple[HostRule, ...]:
    """The rules of a settings' table, host → what is asked of it.

    Raises:
        ConfigError: a name or value is wrong; *origin* says where the table stands.
    """
    return tuple(_rule(str(host), found, origin) for host, found in table.items())


def _rule(host: str, found: Any, origin: str) -> HostRule:
    name = plain_host(host.strip().removeprefix("*."))
    known = [one.name for one in fields(HostRule) if one.name != "host"]
    if not name or any(sign in name for sign in "/*@ ") or not isinstance(found, Mapping):
        raise _wrong(
            host, f"{origin}: hosts.{host!r} is no rule for a host", 'write [hosts."example.org"], then delay = 5'
        )
    for key in found:
        if key not in known:
            raise _wrong(host, f"{origin}: hosts.{host!r} has no {key}", f"a rule has {', '.join(known)}")
    try:
        until = found.get("until")
        rule = HostRule(
            host=name,
            delay=None if found.get("delay") is None else float(found["delay"]),
            width=None if found.get("width") is None else int(found["width"]),
            budget=None if found.get("budget") is None else int(found["budget"]),
            skip=_reason(found.get("skip")),
            until=until if isinstance(until, date) or until is None else date.fromisoformat(str(until)[:10]),
        )
    except (TypeError, ValueError) as error:
        raise _wrong(
            host,
            f"{origin}: hosts.{host!r}: {error}",
            "delay is seconds, width and budget are numbers, skip says why, until is a day such as 2026-12-31",
        ) from error
    if not (rule.delay is None or 0 <= rule.delay < 1e6) or any(
        one is not None and one < 1 for one in (rule.width, rule.budget)
    ):
        raise _wrong(
            host,
            f"{origin}: hosts.{host!r} has a number out of range",
            "delay is 0 or more, width and budget 1 or more; skip says that a host is not asked at all",
        )
    if rule.until and not rule.skip:
        raise _wrong(host, f"{origin}: hosts.{host!r} has until without skip", 'skip = "why" says what ends then')
    return rule


def tighter(before: HostRule, after: HostRule) -> HostRule:
    """Both rules of one host together: of each number the one that asks less."""
    delays = [one.delay for one in (before, after) if one.delay is not None]
    widths = [one.width for one in (before, after) if one.width is not None]
    budgets = [one.budget for one in (before, after) if one.budget is not None]
    skip = before if before.skip else after
    return HostRule(
        host=before.host,
        delay=max(delays, default=None),
        width=min(widths, default=None),
        budget=min(budgets, default=None),
        skip=skip.skip,
        until=skip.until,
    )


def _reason(said: Any) -> str:
    return "your settings say so" if said is True else "" if said in (None, False) else " ".join(str(said).split())


def _wrong(host: str, message: str, hint: str) -> ConfigError:
    return ConfigError(message, hint=hint, subject=f"hosts.{host}")


class Rules:
    """All rules of a run.

    Args:
        rules: one a host.
        exclude: hosts, or beginnings of addresses in which ``*`` stands for anything.
    """

    def __init__(self, rules: Iterable[HostRule] = (), exclude: Iterable[str] = ()) -> None:
        self._by_host = {rule.host: rule for rule in rules}
        self._exclude = [(pattern, _pieces(pattern)) for pattern in exclude]

    def __bool__(self) -> bool:
        return bool(self._by_host or self._exclude)

    def refusal(self, url: str, today: date) -> str | None:
        """Why *url* is not followed, in words that name the rule; None where it may be."""
        if not self:
            return None
        host = host_of(url)
        for rule in self.of(host):
            if rule.skips(today):
                until = f" until {rule.until.day} {rule.until:%B %Y}" if rule.until else ""
                return f"{rule.host} is skipped{until}: {rule.skip} (your settings, hosts)"
        for pattern, pieces in self._exclude:
            if _fits(pieces, url, host):
                return f"excluded by “{pattern}” (exclude)"
        return None

    def of(self, host: str) -> Iterator[HostRule]:
        """The rules of *host* and of those that it lies under, the nearest first."""
        labels = host.split(".") if self._by_host else []
        for at in range(len(labels)):
            rule = self._by_host.get(".".join(labels[at:]))
            if rule is not None:
                yield rule

    def manner(self, domain: str, width: int, delay: float) -> tuple[int, float]:
        """Width and delay of a registrable domain's one lane; of its subdomains' rules the strictest counts."""
        if not self._by_host:
            return width, delay
        from crawler.domains import domain_of  # the list of public suffixes, which few commands need

        own = self._by_host.get(domain)
        width = own.width if own is not None and own.width is not None else width
        delay = own.delay if own is not None and own.delay is not None else delay
        for rule in self._by_host.values():
            if rule.host != domain and (rule.width or rule.delay) and domain_of(f"http://{rule.host}/") == domain:
                width, delay = min(width, rule.width or width), max(delay, rule.delay or 0.0)
        return width, delay


def host_of(url: str) -> str:
    """The host that *url* names, in lower case; empty where it names none."""
    return _host_of(origin_of(url))


@lru_cache(maxsize=4096)
def _host_of(origin: str) -> str:
    try:
        return plain_host(urlsplit(origin).hostname or "")
    except ValueError:
        return ""


def plain_host(name: str) -> str:
    """A host's name in the form in which two spellings of it are equal: lower case, ASCII (IDNA), no dot at its end.

    >>> plain_host("Bücher.Example.")
    'xn--bcher-kva.example'
    """
    name = name.rstrip(".").lower()
    if name.isascii():
        return name
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name


def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(pattern[:_MOST_PATTERN].split("*"))


def _fits(pieces: tuple[str, ...], url: str, host: str) -> bool:
    """Whether *url* begins as the pattern says. A pattern without a slash or colon is a host."""
    whole = "*".join(pieces)
    if "/" not in whole and ":" not in whole:
        name = plain_host(whole.removeprefix("*."))
        return _begins(tuple(name.split("*")), host, end=True) or _begins(("", *f".{name}".split("*")), host, end=True)
    address = url if "://" in whole or whole.startswith("*") else url.partition("://")[2]
    return _begins(pieces, address, end=False)


def _begins(pieces: tuple[str, ...], words: str, *, end: bool) -> bool:
    """Whether *words* begin with the *pieces* in order, anything between them; with *end*, whether they end there too.

    One pass: the leftmost place of each piece leaves most to the next.
    """
    first, *rest = pieces
    if not words.startswith(first):
        return False
    if not rest:
        return not end or words == first
    at = len(first)
    for number, piece in enumerate(rest, 1):
        if end and number == len(rest):
            return len(words) - len(piece) >= at and words.endswith(piece)
        found = words.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True
