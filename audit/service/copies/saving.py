"""Living sources of which the archive has no young copy, handed to its Save Page Now with the person's own keys.

The queue needs no store: what a run leaves undone, the next finds without a copy; and a page that is handed in twice
within an hour gets the same job.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import quote

from audit.service.bench import Looker
from audit.service.copies.desk import Desk
from audit.service.copies.listing import copies
from audit.service.texts import looked
from quotations.errors import SandboxError
from quotations.judging.archives import sentences
from quotations.judging.archives.choosing import NEAR
from quotations.judging.archives.endpoints import copy_address
from quotations.judging.archives.faults import fault_of
from quotations.judging.archives.mementos import as_memento, shown
from quotations.judging.archives.saving import Saved, meaning, request, seen_there, soon
from quotations.judging.days import in_words
from quotations.judging.link_state.probing import ALIKE, alike
from quotations.model import (
    ArchiveFault,
    Article,
    Capture,
    Citation,
    Endpoints,
    Errand,
    HeldCopy,
    LinkState,
    Memento,
    SaveAnswer,
    State,
    Target,
)
from quotations.urls import kept_by_archive

#: Seconds between questions after one job; the last is repeated. In all about three minutes, then it is untold.
PAUSES = (2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0)
#: How often a page is handed in again while the archive is busy, and the seconds before.
TRIES, BUSY = 3, 15.0
AT_ONCE = 3
#: Pages handed in within a minute; the archive takes seven.
A_MINUTE = 6
#: Hand-ins in a row that nothing answers, after which no more are made.
SILENT = 3

Sleep = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What came of one page."""

    saved: Saved
    words: str
    copy: Memento | None = None


class Saving:
    """Hands in pages for one article.

    Args:
        desk: whom to ask for the copies that are held.
        ends: the archive that is to keep pages; has a door for it.
        keys: the person's, ``ACCESS:SECRET``.
        field: how to ask.
        sleep: waits between questions.
    """

    def __init__(self, desk: Desk, ends: Endpoints, keys: str, field: Looker, sleep: Sleep = asyncio.sleep) -> None:
        self._desk = desk
        self._ends = ends
        self._headers = (("Accept", "application/json"), ("Authorization", f"LOW {keys}"))
        self._field = field
        self._sleep = sleep
        self._stopped = ""
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._gate = asyncio.Lock()
        self._times: deque[float] = deque()
        self._silent = 0

    async def keep(
        self, article: Article, links: Sequence[LinkState]
    ) -> tuple[tuple[LinkState, ...], dict[Saved, int]]:
        """*links* with what became of those that were to be kept, and how many came to what."""
        cited = {citation.id: citation for citation in article.citations}
        pages = {link.url: cited[link.citation] for link in links if link.url and _worth(link, cited[link.citation])}
        told = dict(zip(pages, await asyncio.gather(*(self._one(page) for page in pages)), strict=True))
        counts = {saved: sum(one.saved is saved for one in told.values()) for saved in Saved}
        return tuple(_saying(link, told.get(link.url or "")) for link in links), counts

    async def _one(self, page: str) -> Kept:
        now = self._desk.bench.now()
        held = [copy for copy in await copies(self._desk, page, now) if copy.answered and now - copy.at <= NEAR]
        if held:
            newest = max(held, key=lambda copy: copy.at)
            return Kept(Saved.HELD, f"{newest.archive} has a copy of {in_words(newest.at)} already")
        async with self._turns:
            return await self._handed_in(page, now)

    async def _handed_in(self, page: str, began: datetime) -> Kept:
        answer = SaveAnswer(status="error")
        for turn in range(TRIES):
            if turn:
                await self._sleep(BUSY)
            if self._stopped:
                break
            await self._paced()
            answer = await self._ask(f"{self._ends.save}#{_name(page)}-{turn}", request(page, NEAR.days))
            if answer.status == "pending" and answer.job and not _much_later(answer):
                answer = await self._awaited(answer.job)
            if answer.status == "success":
                return await self._verified(page, answer)
            if answer.status == "pending":
                return await self._found(page, began) or self._untold(answer)
            if not soon(answer.error):
                break
        # Pages of which nothing was said have been kept all the same.
        found = await self._found(page, began) if answer.error == "no-answer" else None
        return found or self._refused(answer)

    async def _paced(self) -> None:
        """Wait until another page may be handed in."""
        now = asyncio.get_running_loop().time
        async with self._gate:
            if len(self._times) >= A_MINUTE and (wait := 60 - (now() - self._times.popleft())) > 0:
                await self._sleep(wait)
            self._times.append(now())

    async def _awaited(self, job: str) -> SaveAnswer:
        """The last word on a job; still pending where it is not done in time, or where nobody answers for it."""
        answer = SaveAnswer(status="pending", job=job)
        for number, pause in enumerate(PAUSES):
            await self._sleep(pause)
            told = await self._ask(f"{self._ends.save}/status/{quote(job, safe='')}#{number}", None)
            if told.error != "no-answer":
                answer = told
            if answer.status != "pending":
                break
        return answer

    async def _ask(self, url: str, form: bytes | None) -> SaveAnswer:
        errand = Errand(url=url, why="save page now", headers=self._headers, body=form, private=True)
        (look,) = await self._field.look([errand])
        fault = fault_of(look)
        told = await self._read(look.body) if look.body and look.status != 401 else SaveAnswer(status="error")
        if fault is None or told.error is not None:
            self._silent = 0
            return told
        return self._faulty(look, *fault, handing_in=form is not None)

    async def _read(self, body: bytes) -> SaveAnswer:
        try:
            return await asyncio.to_thread(self._desk.bench.sandbox.save_answer, body)
        except SandboxError as error:
            return SaveAnswer(status="error", message=error.message)

    def _faulty(self, look: Capture, fault: ArchiveFault, detail: str, *, handing_in: bool) -> SaveAnswer:
        """An answer below the archive's own words; a refusal of the keys or of more pages ends the queue."""
        self._silent += fault is ArchiveFault.UNREACHABLE
        if look.status in (401, 403):
            self._stopped = f"does not take your keys ({detail})"
            return SaveAnswer(status="error", message=detail)
        if handing_in and (fault is ArchiveFault.LIMITED or self._silent >= SILENT):
            self._stopped = sentences.trouble("", fault, detail).strip()
        return SaveAnswer(status="error", message=detail, error="no-answer")

    def _refused(self, answer: SaveAnswer) -> Kept:
        saved = meaning(answer.error)
        why = (answer.message or answer.error or "no reason given").rstrip(".")
        if saved is Saved.STOPPED:
            self._stopped = f"takes no more from you now ({why})"
        if self._stopped:
            return Kept(Saved.STOPPED, f"not handed in: {self._ends.name} {self._stopped}")
        if saved is Saved.HELD:
            said = "kept it today already" if answer.error != "same-snapshot" else f"has a young copy already: {why}"
            return Kept(saved, f"{self._ends.name} {said}")
        told = "could not keep it this time" if saved is Saved.AGAIN else "cannot keep it"
        there = seen_there(answer.error)  # a second opinion: the archive looks from another network
        also = f"; to the archive the page answered {there}" if there else ""
        return Kept(saved, f"{self._ends.name} {told}: {why}{also}")

    async def _verified(self, page: str, answer: SaveAnswer) -> Kept:
        """The new copy, looked at: the archive shows some only after a while."""
        if answer.at is None:
            return Kept(Saved.SAVED, f"{self._ends.name} kept it")
        copy = HeldCopy(at=answer.at, original=answer.original or page, archive=self._ends.name)
        address = copy_address(self._ends, copy) or ""
        memento = Memento(archive=self._ends.name, original=page, at=answer.at, url=shown(address) or None)
        told = f"{self._ends.name} kept it on {in_words(answer.at)}"
        if answer.http_status not in (None, 200):
            return Kept(Saved.REFUSED, f"{told}, but what it saw was HTTP {answer.http_status}")
        look = await self._desk.ask(self._ends, Errand(url=address, why="archived copy"), timedelta(0))
        found = as_memento(look, self._ends, page)
        if not isinstance(found, Capture) or abs(found.captured_at - answer.at) > timedelta(minutes=1):
            return Kept(Saved.SAVED, f"{told}; the copy is not shown yet", memento)
        same = await asyncio.to_thread(self._reads_alike, page, found)
        said = {True: f"{told}, and the copy reads as the page does", None: told}
        return Kept(
            Saved.SAVED, said.get(same, f"{told}, but the copy reads otherwise than the page: look at it"), memento
        )

    def _reads_alike(self, page: str, copy: Capture) -> bool | None:
        """Whether the new copy says what the page said to us, and not what a wall said; None where that is not known."""
        bench = self._desk.bench
        live = bench.archive.latest([page]).get(page)
        texts = [looked(one, bench.sandbox, bench.archive).text for one in (copy, live) if one is not None]
        if len(texts) < 2 or any(text is None for text in texts):
            return None
        return alike(*(text.text for text in texts if text is not None)) >= ALIKE

    async def _found(self, page: str, began: datetime) -> Kept | None:
        """A job that was not done in time may have been done all the same: the list of copies tells."""
        held = [copy for copy in await self._listed_now(page) if copy.at >= began - timedelta(minutes=5)]
        if not held:
            return None
        return await self._verified(page, SaveAnswer(status="success", at=held[-1].at, original=held[-1].original))

    def _untold(self, answer: SaveAnswer) -> Kept:
        told = f", which says: {answer.message}" if answer.message else ", which has not said yet what came of it"
        return Kept(Saved.UNTOLD, f"handed in to {self._ends.name}{told}".rstrip("."))

    async def _listed_now(self, page: str) -> Sequence[HeldCopy]:
        bench = self._desk.bench
        fresh = Desk([self._ends], self._field, replace(bench, config=replace(bench.config, fresh=True)))
        return await copies(fresh, page, bench.now())


def _much_later(answer: SaveAnswer) -> bool:
    """Whether the archive says that it begins in hours: a job that nobody need wait for."""
    said = answer.message.lower()
    return "will start in" in said and "hour" in said


def _worth(link: LinkState, citation: Citation) -> bool:
    """Whether a link leads to a living page of the web that is not an archive's copy."""
    alive = link.state in (State.ALIVE, State.MOVED)
    ours = citation.target is Target.OK and citation.archived is None
    return alive and ours and link.url is not None and link.archive is None and not kept_by_archive(link.url)


def _saying(link: LinkState, kept: Kept | None) -> LinkState:
    if kept is None or link.state not in (State.ALIVE, State.MOVED):
        return link
    return replace(
        link,
        evidence=(*link.evidence, kept.words),
        archived=(*link.archived, kept.words),
        archive=kept.copy or link.archive,
    )


def _name(page: str) -> str:
    return hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()[:16]
