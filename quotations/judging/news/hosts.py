"""Hosts that give no answer: told once, whatever the number of their links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotations.judging.news.items import News, NewsKind, Unsteady
from quotations.judging.news.telling import host_of
from quotations.model import LinkState, State

_SILENT = frozenset({State.FAILED, State.SERVER_ERROR})


def hosts_together(found: Sequence[News]) -> Iterable[News]:
    """*found* with the sources of a host that no longer answers as one news."""
    silent: dict[str, list[News]] = {}
    for one in found:
        if one.kind is NewsKind.DEAD and one.link.state in _SILENT:
            silent.setdefault(host_of(one.link), []).append(one)
    for one in found:
        group = silent.get(host_of(one.link), [one]) if one.link.state in _SILENT else [one]
        if one is group[0]:
            links = tuple(link for each in group for link in each.links)
            since = min((each.since for each in group if each.since), default=None)
            yield (
                one
                if len(group) == 1
                else News(
                    kind=one.kind,
                    severity=one.severity,
                    links=links,
                    since=since,
                    before=one.before,
                    before_at=one.before_at,
                )
            )


def unsteady_hosts(groups: Sequence[tuple[LinkState, ...]]) -> Iterable[Unsteady]:
    """The hosts of *groups* of failing links, each once, with since when the first of its links fails."""
    hosts: dict[str, list[LinkState]] = {}
    for links in groups:
        hosts.setdefault(host_of(links[0]), []).extend(links)
    for host, failing in hosts.items():
        since = min((link.first_failed for link in failing if link.first_failed), default=None)
        yield Unsteady(host=host, links=tuple(failing), since=since)
