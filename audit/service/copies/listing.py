"""What the archives hold of a page: door after door of one, one archive after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from audit.service.copies.desk import Desk
from quotations.judging.archives.choosing import NEAR, completed
from quotations.judging.archives.endpoints import (
    MOST_LISTED,
    available_address,
    cdx_address,
    stamped_address,
    timegate_address,
    timemap_address,
)
from quotations.judging.archives.faults import NEXT_DOOR, fault_of
from quotations.judging.archives.reading import from_link_header
from quotations.model import ArchiveFault, Capture, CopyList, Endpoints, Errand, HeldCopy

#: A list that was cut is asked for again from so long before the day that counts.
BEFORE = timedelta(days=400)
#: So many pages of one TimeMap are read.
PAGES = 4


async def copies(desk: Desk, page: str, moment: datetime) -> tuple[HeldCopy, ...]:
    """All copies of *page* that the archives list, by time.

    The next archive is asked only where those before have no copy within a month of *moment*.
    """
    found: list[HeldCopy] = []
    for ends in desk.archives:
        listed = await desk.once((ends.name, page, moment.date()), lambda ends=ends: _of(desk, ends, page, moment))  # type: ignore[misc]
        found += [replace(copy, archive=ends.name) for copy in listed.copies]
        if any(copy.answered and abs(copy.at - moment) <= NEAR for copy in found):
            break
    return completed(found)


async def _of(desk: Desk, ends: Endpoints, page: str, moment: datetime) -> CopyList:
    """What one archive lists, by the first of its doors that answers."""
    last = CopyList(whole=False)
    for errand, door in _doors(ends, page, moment):
        if (ends.name, door) in desk.closed:
            continue
        if desk.resting(ends):
            break
        found = await _listed(desk, ends, errand, page, door)
        if found.fault is None:
            desk.listed.add((ends.name, page))
            return await _completed(desk, ends, page, moment, found, door)
        desk.trouble(ends, page, found.fault, found.detail)
        if door == "cdx" and found.fault in (ArchiveFault.NOT_SERVED, ArchiveFault.NO_LIST):
            desk.closed.add((ends.name, door))
        last = found
        if found.fault not in NEXT_DOOR:
            break
    return last


def _doors(ends: Endpoints, page: str, moment: datetime) -> Iterator[tuple[Errand, str]]:
    """The questions for a list, the most telling first."""
    if ends.cdx:
        yield Errand(url=cdx_address(ends, page), why="archive's list"), "cdx"
    if ends.timemap:
        yield Errand(url=timemap_address(ends, page), why="archive's list"), "timemap"
    if ends.timegate:
        address, headers = timegate_address(ends, page, moment)
        yield Errand(url=address, as_of=moment.date(), why="archive's list", headers=headers), "timegate"
    if ends.copies:
        yield Errand(url=stamped_address(ends, page, moment), as_of=moment.date(), why="archive's list"), "stamped"
    if ends.available:
        yield Errand(url=available_address(ends, page, moment), why="archive's list"), "available"


async def _listed(desk: Desk, ends: Endpoints, errand: Errand, page: str, door: str) -> CopyList:
    look = await desk.ask(ends, errand)
    if door in ("timegate", "stamped") and look.failure is None:
        return _led(look, page, last=door == "stamped" or not ends.copies)
    fault = fault_of(look)
    if fault is None:
        return await desk.read_list(look, page)
    if look.status == 404 and look.media_type == "application/link-format":  # so does pywb say that it has none
        return CopyList()
    if look.status == 404 and look.size and look.media_type in ("application/json", "text/x-ndjson", "text/plain"):
        said = await desk.read_list(look, page)  # an index that says so in words has a list, and nothing on it
        if said.fault is None and not said.copies:
            return said
    return CopyList(whole=False, fault=fault[0], detail=fault[1])


def _led(look: Capture, page: str, *, last: bool) -> CopyList:
    """The copy to which a TimeGate or a timestamp led, with the neighbours that its header names (RFC 7089, 4.2).

    Not found is a word on what is held only at the *last* such door: there may be no TimeGate.
    """
    said = look.header("memento-datetime")
    if said is not None:
        return from_link_header(look.header("link") or "", page, (said, look.final_url or look.url))
    if look.status == 404 and last:
        return CopyList()
    fault = fault_of(look) or (ArchiveFault.NO_MEMENTO, f"a page of the archive’s own, HTTP {look.status}")
    return CopyList(whole=False, fault=fault[0], detail=fault[1])


async def _completed(desk: Desk, ends: Endpoints, page: str, moment: datetime, found: CopyList, door: str) -> CopyList:
    """*found* with the other pages of a TimeMap; of a list that was cut, the part from a year before *moment* on too."""
    more: list[HeldCopy] = []
    for address in found.pages[:PAGES]:
        if urlsplit(address).hostname in ends.hosts:
            more += (await _listed(desk, ends, Errand(url=address, why="archive's list"), page, "timemap")).copies
    if door == "cdx" and (not found.whole or len(found.copies) + found.rejected >= MOST_LISTED):
        errand = Errand(url=cdx_address(ends, page, moment - BEFORE), why="archive's list")
        more += (await _listed(desk, ends, errand, page, door)).copies
    return replace(found, copies=tuple(dict.fromkeys((*found.copies, *more)))) if more else found
