"""What is new about links since the last look, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quotations.codec import encode
from quotations.judging.news import LinkNews, News, Unsteady
from quotations.model import Severity
from reports.outcome import SYMBOLS, Tone
from reports.places import Places
from reports.records.answers import Record, as_line
from reports.records.articles import metadata_record
from reports.records.audits import link_record
from reports.terminal.heading import add_heading
from reports.terminal.lines import Layout
from reports.terminal.links import add_in_full
from reports.terminal.screen import Screen
from reports.views.links import LinkView, link_views
from reports.words.news import FIRST, KINDS, UNSTEADY, sentence, since_in_words
from reports.words.phrases import begun, counted, day

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING}


def news_text(all_news: Sequence[LinkNews], screen: Screen) -> str:
    """The news of each article, those with any first in their order; the others in a line."""
    layout = Layout(screen)
    for one in all_news:
        layout.blank()
        _add(layout, one)
    return layout.text()


def news_json(all_news: Sequence[LinkNews], _: Screen) -> str:
    """One object an article, one a line."""
    return "".join(f"{as_line(news_record(one))}\n" for one in all_news)


#: What `links --since-last` may be asked for.
NEWS_FORMATS: Mapping[str, Callable[[Sequence[LinkNews], Screen], str]] = {"terminal": news_text, "json": news_json}


def news_record(one: LinkNews) -> Record:
    """The news of one article as a JSON value."""
    places = Places(one.audit.article)
    article = metadata_record(one.audit.article)
    return {
        "audit": one.audit.id or None,
        "last": {"audit": one.last_audit or None, "at": encode(one.last)} if one.last else None,
        "article": {"name": one.audit.name, "title": article["title"], "url": article["url"]},
        "news": [_news_record(news, places) for news in one.news],
        "unsteady": [
            {"host": host.host, "links": [link.citation for link in host.links], "since": encode(host.since)}
            for host in one.unsteady
        ],
        "links": len(one.audit.links),
        "worst": one.worst.value if one.worst else None,
    }


def told(one: LinkNews) -> str:
    """What is new in one sentence; empty where nothing is, or there is nothing to compare with."""
    return sentence(one.news, len(one.audit.links), one.last) if one.news and one.last is not None else ""


def _news_record(news: News, places: Places) -> Record:
    return {
        "news": news.kind.value,
        "severity": news.severity.value,
        "since": encode(news.since),
        "links": [link_record(link, places) for link in news.links],
        "before": {"state": news.before.state.value, "reason": news.before.reason, "at": encode(news.before_at)}
        if news.before is not None
        else None,
        "quotations": list(news.quotations),
    }


def _add(layout: Layout, one: LinkNews) -> None:
    add_heading(layout, one.audit)
    if one.last is None:
        layout.add((FIRST, "bold"))
        return
    layout.add(
        (sentence(one.news, len(one.audit.links) - sum(len(host.links) for host in one.unsteady), one.last), "bold")
    )
    views = {view.number: view for view in link_views(one.audit.links, one.audit.article)}
    kinds = dict.fromkeys(news.kind for news in one.news)
    for kind in kinds:
        _add_kind(layout, [news for news in one.news if news.kind is kind], views)
    if one.unsteady:
        layout.blank()
        layout.add((f"{SYMBOLS[Tone.OPEN]} {UNSTEADY.title}", "open"), indent=2)
        layout.add(UNSTEADY.sentence, indent=4)
        for host in one.unsteady:
            _add_host(layout, host, views)


def _add_kind(layout: Layout, group: list[News], views: Mapping[str, LinkView]) -> None:
    said = KINDS[group[0].kind]
    tone = _TONES.get(max((one.severity for one in group), key=lambda one: one.rank), Tone.NOTE)
    number = counted(sum(len(news.links) for news in group), "link")
    layout.blank()
    layout.add((f"{SYMBOLS[tone]} {said.title}", tone.value), (f"  {number}", "dim"), indent=2, hang=4)
    layout.add(said.sentence, indent=4)
    if said.todo:
        layout.add(f"→ {said.todo}", indent=4, hang=6)
    width = max(len(link.citation) for news in group for link in news.links) + 2
    for news in group:
        for link in news.links:
            layout.blank()
            add_in_full(layout, views[link.citation], 4 + width, when=begun(since_in_words(news)) + ".")
        for words in news.quotations:
            layout.add(f"“{words[:200]}”", indent=4 + width)


def _add_host(layout: Layout, host: Unsteady, views: Mapping[str, LinkView]) -> None:
    reasons = ", ".join(dict.fromkeys(views[link.citation].reason for link in host.links))
    since = f", failing since {day(host.since)}" if host.since else ""
    number = counted(len(host.links), "link")
    layout.add(f"{host.host}  {number}: {reasons}{since}", indent=4, hang=6)
