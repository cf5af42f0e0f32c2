"""Articles at addresses: each page looked at as a source is, and read as a saved file is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

from audit.inputs import Input
from audit.service.bench import Bench, Looker
from audit.service.checking import citation
from audit.service.order import Page
from audit.service.reading import ReadFile, answered, read_files
from audit.service.texts import looked
from crawler.sandbox import jobs
from quotations.errors import CitetrailError, UnreadPage, UsageError
from quotations.judging.link_state import link_state
from quotations.model import READABLE_STATES, Capture, State, Want
from quotations.urls import is_web, source_url
from reports.words.links import REASONS, STATES

#: States of what answered: for pages that are read as texts they are faults, for feeds and books not.
_NO_PAGE = frozenset({State.UNREADABLE, State.NOT_TEXT})
#: States that another run may find changed.
_LATER = frozenset({State.UNKNOWN, State.LIMITED, State.FAILED, State.SERVER_ERROR})
#: Types whose characters the answer's own label decides.
_CHARACTERS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


async def read_pages(
    pages: Sequence[Page],
    field: Looker,
    bench: Bench,
    *,
    good: timedelta,
    failed: timedelta,
    progress: Callable[[Capture], None] | None = None,
) -> list[ReadFile]:
    """Each of *pages* read, in order; what cannot be read carries its error.

    Args:
        pages: their addresses; each is looked at, unless something young enough is held.
        field: looks at them.
        bench: reads and keeps them.
        good: how old a held page may be.
        failed: how old a held failure may be.
        progress: hears of every page that was looked at.
    """
    wanted = list(dict.fromkeys(source_url(page.url) for page in pages if is_web(page.url)))
    held = await asyncio.to_thread(bench.archive.latest, wanted)
    due = [url for url in wanted if bench.config.fresh or not (bench.config.offline and url in held)]
    if due and not bench.config.fresh:
        due = await asyncio.to_thread(bench.archive.due, due, bench.now(), good, failed)
    seen = {url: one for url, one in held.items() if url not in due}
    if due:
        answers = await field.look([Want(url=url, why="article") for url in due], progress=progress, earlier=held)
        seen |= dict(zip(due, answers, strict=True))
    reading = (asyncio.to_thread(_read, page, seen.get(source_url(page.url)), bench) for page in pages)
    return list(await asyncio.gather(*reading))


def read_inputs(given: Sequence[Input], bench: Bench, *, age: timedelta, base_url: str | None) -> list[ReadFile]:
    """Each of *given* read, in order: saved files, and pages at addresses by one crawl."""
    pages = [Page(url=one.url) for one in given if one.url is not None]

    async def job(field: Looker) -> list[ReadFile]:
        return await read_pages(pages, field, bench, good=age, failed=age)

    read = iter(bench.run(job))
    files = read_files((one for one in given if one.url is None), bench.sandbox, bench.config, base_url=base_url)
    return [next(read if one.url is not None else files) for one in given]


def _read(page: Page, capture: Capture | None, bench: Bench) -> ReadFile:
    """What stands at *page*, as *capture* has it."""
    one = Input(page.named_by or page.url, url=page.url)
    try:
        if capture is None:
            raise UsageError(
                f"{page.url} is no web address that can be fetched",
                hint="name an http or https address, or a saved file",
                subject=page.url,
            )
        body = (bench.archive.body(capture.digest) if capture.digest else None) or b""
        charset = capture.charset if capture.media_type in _CHARACTERS else None
        base = capture.final_url or page.url
        # Begun before it is known whether the page is one for readers: two children read it at the same time.
        answer = bench.sandbox.submit(jobs.articles(body, name=page.url, base_url=base, charset=charset))
        _there(page, capture, bool(body), bench)
        found = answered(answer, page.url)
    except CitetrailError as error:
        return ReadFile(one, error=error)
    return ReadFile(one, body, found)


def _there(page: Page, capture: Capture, held: bool, bench: Bench) -> None:
    """Raise UnreadPage for a page that is gone, walled or empty, or of which no bytes are *held*."""
    seen = looked(capture, bench.sandbox, bench.archive)
    link = link_state(citation(page.url), [(capture, seen.text)])
    if held and (link.state in READABLE_STATES or (link.state in _NO_PAGE and capture.status == 200)):
        return
    said = STATES[link.state]
    later = "run again without --offline" if bench.config.offline else "run again later"
    why = REASONS.get(link.reason or "", "")
    raise UnreadPage(
        f"{page.url} could not be read: {said.title[0].lower()}{said.title[1:]}{f' ({why})' if why else ''}",
        hint=later if link.state in _LATER else "save the page from your browser and name the file",
        subject=page.url,
    )
