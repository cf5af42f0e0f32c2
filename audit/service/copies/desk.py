"""Asks the configured archives on behalf of one article: each question once, each archive within its budget.

What an archive answers is kept in our own archive under the address that was asked, and a copy besides under its
source, with its own time: so a second run asks nothing that is known, and an offline one judges by what is held.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from audit.service.bench import Bench, Looker
from audit.service.texts import looked
from quotations.errors import SandboxError
from quotations.judging import Looked
from quotations.judging.archives.endpoints import copy_address
from quotations.judging.archives.faults import RESTS
from quotations.judging.archives.mementos import as_memento, readable_copy, shown
from quotations.model import (
    ArchiveFault,
    Capture,
    Citation,
    CopyList,
    Endpoints,
    Errand,
    Failure,
    HeldCopy,
    Memento,
)

T = TypeVar("T")
NEVER = 1_000_000

#: How long a list stays good, and how long a refusal.
KEPT, REFUSED = timedelta(days=7), timedelta(hours=6)
#: A copy never changes.
FOR_GOOD = timedelta(days=36_500)
#: A copy that is so far from the one asked for is another.
SAME = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Trouble:
    """An archive's answer that was none, about one page."""

    archive: str
    page: str
    fault: ArchiveFault
    detail: str


class Desk:
    """The archives of one audit.

    Args:
        archives: whom to ask, in order.
        field: how to ask.
        bench: where answers are kept and read.
        progress: hears of every answer.
        handed: answers that somebody hands in, by the address that was asked; they go before all others.
    """

    def __init__(
        self,
        archives: Sequence[Endpoints],
        field: Looker,
        bench: Bench,
        progress: Callable[[Capture], None] | None = None,
        handed: Mapping[str, Sequence[Capture]] | None = None,
    ) -> None:
        self.archives = tuple(archives)
        self.bench = bench
        self.troubles: list[Trouble] = []
        self.rests_on: dict[str, None] = {}  #: ids of the copies that were read, as kept
        self.answers: dict[str, None] = {}  #: ids of all that the archives answered
        self.closed: set[tuple[str, str]] = set()  #: archive and door, where the archive has no such door
        self.listed: set[tuple[str, str]] = set()  #: archive and page, where the archive said what it holds
        self._by_name = {one.name: one for one in self.archives}
        self._field = field
        self._progress = progress
        self._handed = handed or {}
        self._spent: Counter[str] = Counter()
        self._faults: Counter[tuple[str, ArchiveFault]] = Counter()
        self._resting: dict[str, tuple[ArchiveFault, str]] = {}
        self._asked: dict[object, asyncio.Future[object]] = {}
        self._texts: dict[tuple[str, str], Looked] = {}  #: by page and the archive's digest

    async def once(self, key: object, work: Callable[[], Awaitable[T]]) -> T:
        """What *work* comes to, done once however many ask at the same time."""
        if key not in self._asked:
            self._asked[key] = asyncio.ensure_future(work())
        return await self._asked[key]  # type: ignore[return-value]

    async def ask(self, ends: Endpoints, errand: Errand, good: timedelta = KEPT) -> Capture:
        """The archive's answer, handed in, held since not longer than *good* or given now."""
        if errand.url in self._handed:
            return self._handed[errand.url][0]
        held = await asyncio.to_thread(self._held, errand.url, good)
        if held is not None:
            self.answers[held.id] = None
            return held
        if self.bench.config.offline:
            return Capture(url=errand.url, captured_at=self.bench.now(), failure=Failure.NOT_HELD)
        if ends.name in self._resting:
            return self._unasked(errand, *self._resting[ends.name])
        if self._spent[ends.name] >= ends.budget:
            self._resting[ends.name] = ArchiveFault.BUDGET, f"its budget of {ends.budget} requests is spent"
            return self._unasked(errand, *self._resting[ends.name])
        self._spent[ends.name] += 1
        (capture,) = await self._field.look([errand], progress=self._progress)
        if not errand.private:
            self.answers[capture.id] = None
        return capture

    def trouble(self, ends: Endpoints, page: str, fault: ArchiveFault, detail: str) -> None:
        """Record what is amiss with an answer; some faults end the asking of that archive in this run."""
        if self.bench.config.offline:
            return
        self.troubles.append(Trouble(ends.name, page, fault, detail))
        self._faults[ends.name, fault] += 1
        if self._faults[ends.name, fault] >= RESTS.get(fault, NEVER):
            self._resting.setdefault(ends.name, (fault, detail))

    def resting(self, ends: Endpoints) -> bool:
        """Whether the archive is asked nothing more in this run."""
        return ends.name in self._resting

    async def copy(self, page: str, copy: HeldCopy, citation: Citation) -> Looked | None:
        """A listed copy, fetched and read; None where it is none, or does not hold the page.

        A copy whose bytes are known by the archive's digest is not fetched again.
        """
        known = self._texts.get((page, copy.digest)) if copy.digest else None
        if known is not None:
            return _of_same_bytes(known, copy, copy_address(self._by_name[copy.archive], copy))
        return await self.once((copy.archive, copy.at, copy.original), lambda: self._fetched(page, copy, citation))

    async def _fetched(self, page: str, copy: HeldCopy, citation: Citation) -> Looked | None:
        ends = self._by_name[copy.archive]
        address = copy_address(ends, copy)
        if address is None:
            return None
        headers = () if ends.copies else (("Prefer", "raw"),)
        errand = Errand(url=address, as_of=copy.at.date(), why="archived copy", headers=headers)
        rested = self.resting(ends)
        answer = as_memento(await self.ask(ends, errand, FOR_GOOD), ends, page, copy)
        if not isinstance(answer, Capture):
            if not rested:
                self.trouble(ends, page, *answer)
            return None
        return await asyncio.to_thread(self._read, page, copy, citation, answer)

    def _read(self, page: str, copy: HeldCopy, citation: Citation, capture: Capture) -> Looked | None:
        look = looked(capture, self.bench.sandbox, self.bench.archive)
        if not readable_copy(citation, capture, look.text):
            return None
        self._keep(page, capture)
        if copy.digest and abs(capture.captured_at - copy.at) <= SAME:
            self._texts[page, copy.digest] = look
        return look

    def _keep(self, page: str, capture: Capture) -> None:
        """The copy beside the looks at its source, once; one that was handed in is not kept."""
        if capture.body is not None:
            return
        held = self.bench.archive.history(page)
        kept = [one for one in held if one.memento is not None and one.memento.url == capture.final_url]
        if not kept:
            kept = self.bench.archive.keep_captures([replace(capture, url=page, id="", body=None)])
        self.rests_on[kept[0].id] = None

    async def read_list(self, capture: Capture, page: str) -> CopyList:
        """The list that an answer holds, read in the sandbox."""
        return await asyncio.to_thread(self._list, capture, page)

    def _list(self, capture: Capture, page: str) -> CopyList:
        data = capture.body
        if data is None and capture.digest is not None:
            data = self.bench.archive.body(capture.digest)
        try:
            return self.bench.sandbox.copies(data or b"", page=page, truncated=capture.truncated)
        except SandboxError as error:
            return CopyList(whole=False, fault=ArchiveFault.DAMAGED, detail=error.message)

    def _held(self, url: str, good: timedelta) -> Capture | None:
        archive, config = self.bench.archive, self.bench.config
        if config.offline or (
            not (config.fresh and good is not FOR_GOOD)
            and not archive.due([url], self.bench.now(), good=good, failed=REFUSED)
        ):
            return archive.latest([url]).get(url)
        return None

    def _unasked(self, errand: Errand, fault: ArchiveFault, detail: str) -> Capture:
        failure = Failure.BUDGET if fault is ArchiveFault.BUDGET else Failure.INTERRUPTED
        return Capture(url=errand.url, captured_at=self.bench.now(), failure=failure, detail=detail)


def _of_same_bytes(known: Looked, copy: HeldCopy, address: str | None) -> Looked:
    """The look at bytes that are known, as the copy that repeats them."""
    capture = known.capture
    memento = capture.memento
    if memento is None or memento.at == copy.at:
        return known
    url = shown(address) if address else None
    again = Memento(archive=copy.archive, original=memento.original, at=copy.at, url=url)
    return replace(known, capture=replace(capture, captured_at=copy.at, memento=again, final_url=url, id=""))
