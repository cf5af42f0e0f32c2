"""Links that were not looked at though they were to be: put off by a budget, interrupted, or nowhere held."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from quotations.model import Audit, State
from quotations.urls import host_of
from reports.words.phrases import counted

_NAMES = 2  #: sites of which none is known, before the fault is taken to be near
_MEANT = frozenset({"budget", "interrupted", "not_held"})


def unlooked(audits: Iterable[Audit]) -> bool:
    """Whether some link was to be looked at and was not; one that is left out by a rule or its role is not meant."""
    return any(link.state is State.UNKNOWN and link.reason in _MEANT for audit in audits for link in audit.links)


def put_off(audits: Iterable[Audit]) -> Iterator[str]:
    """What the budgets of a run put off, a sentence for each reason."""
    found: Counter[str] = Counter()
    said: dict[str, str] = {}
    for audit in audits:
        for link in audit.links:
            if link.state is State.UNKNOWN and link.reason == "budget":
                why = link.evidence[0] if link.evidence else "the budget of one run"
                alike = re.sub(r"\d+ s more", "", why)  # of one host that asks to be left alone the seconds differ
                said.setdefault(alike, why)
                found[alike] += 1
    for alike, number in found.items():
        yield f"{counted(number, 'link was', 'links were')} put off: {said[alike]}"


def cut_off(audits: Iterable[Audit]) -> str | None:
    """That no name at all could be looked up, which says more of this machine than of the sites; None where one could."""
    seen = [link for audit in audits for link in audit.links if link.captured_at is not None]
    hosts = (host_of(link.url or "") for link in seen)
    names = {host for host in hosts if host and ":" not in host}  # a literal address is no name
    if len(names) < _NAMES or not all(link.state is State.FAILED and link.reason == "dns" for link in seen):
        return None
    return "no name of a site could be looked up: see whether this machine is connected, and run again"
