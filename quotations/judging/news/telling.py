"""What one look at a link says, as far as news go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from urllib.parse import urlsplit

from quotations.model import Audit, LinkState, Severity, State


class Told(Enum):
    """What a state says."""

    THERE = 1
    DEAD = 2
    CLOSED = 3
    UNSTEADY = 4
    NOTHING = 5


_TOLD = {
    **dict.fromkeys((State.GONE, State.SOFT_404, State.PARKED, State.HIJACKED), Told.DEAD),
    **dict.fromkeys((State.REFUSED, State.CHALLENGED, State.GATED, State.LEGAL, State.DISALLOWED), Told.CLOSED),
    **dict.fromkeys((State.FAILED, State.SERVER_ERROR, State.LIMITED, State.UNREADABLE), Told.UNSTEADY),
    # A copy that a person gave says nothing of the page itself.
    **dict.fromkeys(
        (State.UNKNOWN, State.LOST_TARGET, State.UNSUPPORTED, State.BLOCKED_ADDRESS, State.SUPPLIED), Told.NOTHING
    ),
}

Seen = Sequence[tuple[LinkState, datetime]]  #: what earlier audits saw of one source clearly, newest first


def told_of(link: LinkState) -> Told:
    """What the state of *link* says."""
    if link.state in (State.FAILED, State.SERVER_ERROR) and link.severity is Severity.ERROR:
        return Told.DEAD
    return _TOLD.get(link.state, Told.THERE)


def by_source(links: Iterable[LinkState]) -> list[tuple[LinkState, ...]]:
    """The links of each source together, in the article's order."""
    groups: dict[str, list[LinkState]] = {}
    for link in links:
        if link.url is not None:
            groups.setdefault(link.url, []).append(link)
    return [tuple(group) for group in groups.values()]


class Earlier:
    """What earlier audits of an article saw.

    Args:
        audits: newest first.
    """

    def __init__(self, audits: Sequence[Audit]) -> None:
        self._looks: list[tuple[datetime, dict[str, LinkState]]] = []
        for audit in audits:
            by_url: dict[str, LinkState] = {}
            for link in audit.links:
                if link.url is not None:
                    by_url.setdefault(link.url, link)
            self._looks.append((audit.audited_at, by_url))

    def clearly(self, link: LinkState) -> Seen:
        """What was seen clearly of the source of *link*, newest first."""
        found = ((by_url.get(link.url or ""), at) for at, by_url in self._looks)
        return [(one, at) for one, at in found if one and told_of(one) not in (Told.UNSTEADY, Told.NOTHING)]


def host_of(link: LinkState) -> str:
    """The host that a link names."""
    try:
        return urlsplit(link.url or "").hostname or ""
    except ValueError:
        return ""
