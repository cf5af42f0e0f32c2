"""One quotation on demand: words against a file, a pasted text, or a page."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from audit.endpoints import archives_of
from audit.service.bench import Bench, Looker
from audit.service.rendering import never_built
from audit.service.texts import Shelf, looked, own_looks
from quotations.judging import Candidate, Looked, judge
from quotations.judging.link_state import link_state
from quotations.model import (
    Article,
    Attribution,
    Basis,
    Capture,
    Citation,
    Finding,
    LinkState,
    Quotation,
    Span,
    Target,
    Text,
    Want,
)
from quotations.urls import is_web, locator, source_url

#: The attribution of a question: whoever asked named the source.
GIVEN = Attribution(quotation="1", citation="1", basis=Basis.GIVEN, score=1.0, margin=1.0)


def check_text(words: str, text: Text, capture: Capture, *, profile: str) -> Finding:
    """Judge *words* against a text that a person gave; nothing is stored."""
    cited = Citation(id="1", href=capture.url, url=capture.url, anchor="", span=Span(0, 0))
    return _judged(words, cited, Looked(capture=capture, text=text), (capture,), profile)[0]


def check_url(
    words: str,
    url: str,
    bench: Bench,
    *,
    max_age: timedelta,
    as_of: date | None = None,
    progress: Callable[[Capture], None] | None = None,
) -> Finding:
    """Judge *words* against the page at *url*, cited on the day *as_of*: a capture young enough, or a new one."""
    cited = citation(url, as_of)
    held = held_capture(cited, bench, max_age)

    async def job(field: Looker) -> Finding:
        return await check_with(field, words, cited, bench, held=held, progress=progress)

    return bench.run(job, network=cited.target is Target.OK and (held is None or bool(bench.config.archives)))


def held_capture(cited: Citation, bench: Bench, max_age: timedelta) -> Capture | None:
    """The newest capture that is held of the source, if it is young enough or nothing else may be had."""
    if cited.url is None or bench.config.fresh:
        return None
    held = bench.archive.latest([cited.url]).get(cited.url)
    if held is None or not (bench.config.offline or bench.now() - held.captured_at <= max_age):
        return None
    if bench.config.browser and not bench.config.offline and never_built([held], bench.sandbox, bench.archive):
        return None
    return held


async def check_with(
    field: Looker,
    words: str,
    cited: Citation,
    bench: Bench,
    *,
    held: Capture | None,
    shelf: Shelf | None = None,
    progress: Callable[[Capture], None] | None = None,
) -> Finding:
    """Judge *words* against one source inside a crawl that is already under way; a *shelf* spares reading it again."""
    if held is None and cited.target is Target.OK and cited.url is not None:
        (held,) = await field.look([Want(url=cited.url, why="asked")], progress=progress)

    def work() -> tuple[Finding, LinkState]:
        if held is None:
            return _judged(words, cited, None, (), bench.config.profile)
        history = own_looks(bench.archive.history(held.url)) if held.id else [held]
        seen = (shelf.looked if shelf else looked)(held, bench.sandbox, bench.archive)
        return _judged(words, cited, seen, tuple(history) or (held,), bench.config.profile)

    finding, link = await asyncio.to_thread(work)
    archives = archives_of(bench.config.archives, bench.config.endpoints)
    if not archives:
        return finding
    from audit.service.copies.desk import Desk
    from audit.service.copies.opinion import second_opinion

    question = Article(text=words, format="text", citations=(cited,))
    (found,), _ = await second_opinion(question, [finding], [link], Desk(archives, field, bench))
    return found


def citation(url: str, as_of: date | None = None) -> Citation:
    """The citation that a person made by naming an address, and perhaps the day on which it was cited."""
    supported = is_web(url)
    return Citation(
        id="1",
        href=url,
        url=source_url(url) if supported else url,
        anchor="",
        span=Span(0, 0),
        locator=locator(url) if supported else None,
        as_of=as_of,
        target=Target.OK if supported else Target.UNSUPPORTED,
    )


def given_copy(data: bytes, name: str, now: datetime, *, url: str | None = None) -> Capture:
    """The capture of a file or text that a person gave in place of the network's answer."""
    return Capture(
        url=url or name,
        captured_at=now,
        final_url=url,
        digest="sha256:" + hashlib.sha256(data).hexdigest(),
        size=len(data),
        supplied=name,
        body=data,
    )


def _judged(
    words: str, cited: Citation, seen: Looked | None, history: tuple[Capture, ...], profile: str
) -> tuple[Finding, LinkState]:
    looks = [(capture, seen.text if seen and at == 0 else None) for at, capture in enumerate(history)]
    if seen and (not looks or looks[0][0].captured_at != seen.capture.captured_at):
        looks.insert(0, (seen.capture, seen.text))
    link = link_state(cited, looks)
    candidate = Candidate(attribution=GIVEN, citation=cited, link=link, looked=seen)
    finding = judge(Quotation.asked(words), [candidate], profile=profile)
    return replace(finding, profile=profile), link
