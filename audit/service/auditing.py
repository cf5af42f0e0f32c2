"""The audit of one article: look at what it cites, judge every quotation and every link, keep the whole."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from audit.endpoints import archives_of, keeper
from audit.service.ahead import Ahead
from audit.service.bench import Bench, Looker
from audit.service.copies.desk import Desk
from audit.service.copies.opinion import second_opinion
from audit.service.copies.saving import Saving
from audit.service.evidence import rests_on
from audit.service.gathering import gather
from audit.service.handed import with_sources
from audit.service.held import Held
from audit.service.judgement import Evidence, judge_article, still_wanted
from audit.service.order import Order
from audit.service.overrides import beside
from audit.service.rendering import never_built
from crawler.hostrules import Rules
from quotations.judging.archives.saving import Saved
from quotations.model import Audit, Capture, Citation, Target, Want

#: How often judgement may ask for more looks.
ROUNDS = 3
#: How long a look that judgement asked for (a site's answer to an invented address) stays good.
KEPT = timedelta(days=7)


def addresses(order: Order, bench: Bench) -> dict[str, Citation]:
    """The sources to look at, by address: cited by a followed role, not lost, not supplied."""
    roles = set(bench.config.roles)
    rules, today = Rules(bench.config.hosts, bench.config.exclude), bench.now().date()
    found: dict[str, Citation] = {}
    for citation in order.article.citations:
        address = _address(citation, order)
        if address is None or citation.id in order.supplied.by_citation or address in order.supplied.by_url:
            continue
        if rules.refusal(address, today) is not None:
            continue
        if "all" in roles or citation.role.value in roles or citation.id in order.supplied.instead:
            found.setdefault(address, citation)
    return found


def due(order: Order, bench: Bench) -> list[str]:
    """Those sources of which nothing young enough is held."""
    wanted = [url for url in addresses(order, bench) if url not in order.supplied.handed.looks]
    if bench.config.fresh or not wanted:
        return _longest_unseen(wanted, bench)
    old = bench.archive.due(wanted, bench.now(), good=order.good, failed=order.failed)
    if not bench.config.browser or bench.config.offline:
        return old
    young = bench.archive.latest([url for url in wanted if url not in set(old)])
    return old + never_built(young.values(), bench.sandbox, bench.archive)


def _longest_unseen(urls: list[str], bench: Bench) -> list[str]:
    """*urls* with those first that were looked at longest ago or never: where a budget ends a run, the next goes on."""
    seen = bench.archive.latest(urls) if urls else {}
    return sorted(urls, key=lambda url: seen[url].captured_at.timestamp() if url in seen else 0.0)


async def audit_article(
    order: Order,
    field: Looker,
    bench: Bench,
    *,
    progress: Callable[[Capture], None] | None = None,
    phase: Callable[[str], None] = lambda _: None,
) -> Audit:
    """Audit one article inside a crawl that is under way, and keep what was found.

    *progress* hears of every look, *phase* of what is done while nothing is looked at.
    """
    started = bench.now()
    article_id = order.held or await asyncio.to_thread(
        bench.archive.keep_article, order.article, order.data, order.name
    )
    # By itself, so that what was seen of the sources has gone when this is kept.
    audit = await _found(order, field, bench, progress, phase)
    told = {"started": started.isoformat(), "finished": bench.now().isoformat(), "article": article_id}
    audit = replace(audit, run={**told, "input": order.given or order.name, **audit.run})
    return replace(audit, id=await asyncio.to_thread(bench.archive.keep_audit, audit))


async def _found(
    order: Order,
    field: Looker,
    bench: Bench,
    progress: Callable[[Capture], None] | None,
    phase: Callable[[str], None],
) -> Audit:
    """What is found of one article, and the looks that it rests on."""
    cited = addresses(order, bench)
    wants = [Want(url=url, as_of=order.as_of or cited[url].as_of) for url in await asyncio.to_thread(due, order, bench)]
    evidence, looked_at = await _see(wants, order, field, bench, progress)
    phase("judging")
    audit = await asyncio.to_thread(_judge, order, evidence, bench)
    held = Held(order.article, evidence, bench)
    audit = replace(audit, findings=await asyncio.to_thread(held.near, audit.findings))
    audit, kept = await _by_archives(order, audit, field, bench, progress)
    phase("looking for absent words")
    audit = replace(audit, findings=await asyncio.to_thread(held.anywhere, audit.findings))
    run = {"looked": looked_at, "sources": len(cited), **_asked(order, bench), **kept}
    seen = await asyncio.to_thread(rests_on, order, evidence, bench.archive)
    seen = (*seen, *(audit.captures or ()), *held.named(audit.findings))
    return replace(audit, run=run, captures=tuple(filter(str.isdigit, dict.fromkeys(seen))))


def _asked(order: Order, bench: Bench) -> dict[str, str | bool | None]:
    """What was asked of an audit, as its run tells it."""
    return {
        "quotations": order.quotations,
        "profile": bench.config.profile,
        "offline": bench.config.offline,
        "admitted": " ".join(bench.config.allow_address) or None,
        "archives": " ".join(bench.config.archives) or None,
    }


async def _see(
    wants: list[Want], order: Order, field: Looker, bench: Bench, progress: Callable[[Capture], None] | None
) -> tuple[Evidence, int]:
    """Look at *wants* and at what judgement wants to see besides: all that is seen, and how many looks it took."""
    looked_at = 0
    fresh: dict[str, Capture] = {}
    evidence = Evidence(texts={}, histories={}, followed=frozenset())
    newly: set[str] | None = None
    cited = addresses(order, bench)
    with Ahead(bench) as ahead:
        came = _each(ahead.come, progress)
        for _ in range(ROUNDS):
            if wants:
                earlier = await asyncio.to_thread(bench.archive.latest, [want.url for want in wants])
                captures = await field.look(wants, progress=came, earlier=earlier)
                looked_at += len(captures)
                fresh |= {want.url: capture for want, capture in zip(wants, captures, strict=True)}
            evidence = await asyncio.to_thread(gather, order, cited, fresh, bench, evidence, ahead.looked)
            further = await asyncio.to_thread(still_wanted, order, evidence, newly)
            asked = [want for want in further if want.url not in fresh]
            if not asked:
                break
            newly = {want.url for want in asked}
            wants = await asyncio.to_thread(_not_held, asked, fresh, order, bench)
    return evidence, looked_at


def _each(first: Callable[[Capture], None], second: Callable[[Capture], None] | None) -> Callable[[Capture], None]:
    """Whoever hears of a look, one after the other."""

    def tell(capture: Capture) -> None:
        first(capture)
        if second is not None:
            second(capture)

    return tell


async def _by_archives(
    order: Order, audit: Audit, field: Looker, bench: Bench, progress: Callable[[Capture], None] | None
) -> tuple[Audit, dict[str, int]]:
    """*audit* with what archives add, and how many pages they were given to keep and kept; nothing unless configured."""
    archives = archives_of(bench.config.archives, bench.config.endpoints)
    if not archives:
        return audit, {}
    desk = Desk(archives, field, bench, progress, order.supplied.handed.looks)
    findings, links = await second_opinion(order.article, audit.findings, audit.links, desk)
    if not bench.config.save or bench.config.offline:
        return replace(audit, findings=findings, links=links, captures=(*desk.rests_on, *desk.answers)), {}
    saving = Saving(desk, keeper(archives), bench.config.save_keys, field)
    links, counts = await saving.keep(order.article, links)
    given = sum(count for saved, count in counts.items() if saved is not Saved.HELD)
    audit = replace(audit, findings=findings, links=links, captures=(*desk.rests_on, *desk.answers))
    return audit, {"to_keep": given, "kept": counts[Saved.SAVED]}


def _not_held(wants: Sequence[Want], fresh: dict[str, Capture], order: Order, bench: Bench) -> list[Want]:
    """Those of *wants* of which nothing young enough is held; what is held or was handed in is put into *fresh*."""
    handed = order.supplied.handed.looks
    fresh |= {want.url: handed[want.url][0] for want in wants if want.url in handed}
    wants = [want for want in wants if want.url not in handed]
    urls = [want.url for want in wants]
    due = set(bench.archive.due(urls, bench.now(), good=KEPT, failed=KEPT)) if urls else set()
    if due != set(urls):
        fresh |= {url: held for url, held in bench.archive.latest(urls).items() if url not in due}
    return [want for want in wants if want.url in due]


def _judge(order: Order, evidence: Evidence, bench: Bench) -> Audit:
    """Judge the article by what was seen."""
    findings, links = judge_article(order, evidence, bench.config)
    links = with_sources(beside(links, bench.archive), order.supplied.handed)
    return Audit(article=order.article, findings=findings, links=links, audited_at=bench.now(), name=order.name)


def _address(citation: Citation, order: Order) -> str | None:
    if citation.id in order.supplied.instead:
        return order.supplied.instead[citation.id]
    if citation.target is not Target.OK:
        return None
    return citation.url
