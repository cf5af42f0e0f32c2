"""What became of an article's links, for a terminal."""

from __future__ import annotations

from quotations.model import Audit, LinkState, Severity, State
from reports.summary import links_sentence, summarise
from reports.terminal.heading import add_heading
from reports.terminal.lines import Layout
from reports.terminal.screen import Screen
from reports.words.links import NOTICES, STATES, reason_in_words
from reports.words.phrases import begun, counted, since

_SIGNS = {Severity.OK: "✓", Severity.NOTE: "≈", Severity.WARNING: "≠", Severity.ERROR: "✗", None: "?"}


def links_text(audit: Audit, screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """Every link and its state, the gravest first."""
    layout = Layout(screen)
    add_heading(layout, audit)
    layout.add((links_sentence(summarise(audit)), "bold"))
    layout.blank()
    add_links(layout, audit, everything=True)
    return layout.text()


def add_links(layout: Layout, audit: Audit, *, everything: bool = False) -> None:
    """The links that need a look; with *everything* the others after them, one line each."""
    anchors = {citation.id: citation.anchor for citation in audit.article.citations}
    amiss = [link for link in audit.links if needs_look(link)]
    for link in by_severity(amiss):
        _add_in_full(layout, link, anchors.get(link.citation, ""))
    rest = [link for link in audit.links if not needs_look(link)]
    if amiss and rest and everything:
        layout.blank()
    if everything:
        for link in rest:
            _add_in_short(layout, link)
    elif rest:
        layout.add((f"{counted(len(rest), 'other link')} with nothing to do, or not looked at.", "dim"), indent=2)


def needs_look(link: LinkState) -> bool:
    """Whether there is something to know of *link* that a person may act on."""
    return link.severity not in (None, Severity.OK) or bool(link.notices)


def by_severity(links: list[LinkState]) -> list[LinkState]:
    """The gravest first, otherwise in the article's order."""
    return sorted(links, key=lambda link: -(link.severity.rank if link.severity else -1))


def _add_in_full(layout: Layout, link: LinkState, anchor: str) -> None:
    said, reason = STATES[link.state], reason_in_words(link.reason)
    tone = link.severity.value if link.severity else "open"
    title = f"{said.title} ({reason})" if reason else said.title
    layout.add((f"{_SIGNS[link.severity]} {title}", tone), (f"  link {link.citation}", "dim"), indent=2, hang=4)
    if anchor:
        layout.add(f"“{anchor[:120]}”", indent=4)
    layout.add((link.url or link.href or "(no address)", "link"), indent=4)
    if link.final_url and link.final_url != link.url and link.state is State.MOVED:
        layout.add("now ", (link.final_url, "link"), indent=4)
    when = begun(", ".join(since(link.first_failed, link.last_good, link.captured_at)))
    facts = [*map(begun, link.evidence[:3]), *(NOTICES[notice].sentence for notice in link.notices), when]
    for fact in filter(None, facts):
        layout.add((fact, "dim"), indent=4)
    if said.todo:
        layout.add(f"→ {said.todo}", indent=4, hang=6)


def _add_in_short(layout: Layout, link: LinkState) -> None:
    reason = reason_in_words(link.reason)
    title = f"{STATES[link.state].title}, {reason}" if reason else STATES[link.state].title
    where = link.url or link.href or "(no address)"
    tone = link.severity.value if link.severity else "open"
    layout.add((_SIGNS[link.severity], tone), f" {link.citation}  {title}  ", (where, "dim"), indent=2, hang=6)
