"""Whether what an archive sent is a copy, of when, and whether it holds the page.

An archive's own error page looks like a page: only the header ``Memento-Datetime`` makes it a copy (RFC 7089, 2.1.1).
"""

from __future__ import annotations

import re
from dataclasses import replace

from quotations.judging.archives.faults import copy_fault
from quotations.judging.archives.stamps import of_http_date
from quotations.judging.link_state.content import by_content
from quotations.judging.link_state.ruling import Facts, parts
from quotations.judging.link_state.walls import by_wall
from quotations.model import READABLE_STATES, ArchiveFault, Capture, Citation, Endpoints, HeldCopy, Memento, Text

_STAMP = re.compile(r"(/\d{4,14})(?:id_|mp_|if_)/")


def as_memento(
    look: Capture, ends: Endpoints, original: str, listed: HeldCopy | None = None
) -> Capture | tuple[ArchiveFault, str]:
    """The look at an archive as a capture of its copy's own time; what is amiss where it is no copy of a page.

    *listed* is the copy that was asked for; its host counts as the archive's own.
    """
    hosts = ends.hosts | {parts(listed.url).hostname or ""} if listed is not None and listed.url else ends.hosts
    fault = copy_fault(look, hosts, parts(look.final_url or look.url).hostname)
    if fault is not None:
        return fault
    at = of_http_date(look.header("memento-datetime") or "")
    if at is None:
        return ArchiveFault.NO_MEMENTO, "its Memento-Datetime is no date"
    if look.status != 200:
        return ArchiveFault.NO_MEMENTO, f"a copy of an error, HTTP {look.status}"
    if look.truncated:
        return ArchiveFault.DAMAGED, "a copy that breaks off"
    url = shown(look.final_url or look.url)
    return replace(
        look, captured_at=at, final_url=url, memento=Memento(archive=ends.name, original=original, at=at, url=url)
    )


def shown(address: str) -> str:
    """The address of a copy's raw bytes as that at which people open the copy."""
    return _STAMP.sub(r"\1/", address, count=1)


def readable_copy(citation: Citation, copy: Capture, text: Text | None) -> bool:
    """Whether an archive's *copy* holds the page, and not a wall or a notice that the archive met instead of it."""
    if text is None:
        return False
    # The way through the archive's own redirects says nothing of the page.
    facts = Facts(citation, replace(copy, url=copy.memento.original if copy.memento else copy.url, hops=()), text)
    return by_wall(facts) is None and by_content(facts).state in READABLE_STATES
