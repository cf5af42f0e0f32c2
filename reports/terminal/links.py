"""What became of an article's links, for a terminal: each state once, with what to do; under it its links."""

from __future__ import annotations

from dataclasses import replace

from quotations.model import Audit
from reports.outcome import SYMBOLS, Tone
from reports.summary import links_sentence, summarise
from reports.terminal.heading import add_heading
from reports.terminal.lines import Layout, columns
from reports.terminal.screen import Screen
from reports.views.links import LinkView, alike, by_severity, link_views
from reports.words.phrases import begun, counted

#: From more links than this on, an overview goes before the list.
_MANY = 12


def links_text(audit: Audit, screen: Screen = Screen()) -> str:  # noqa: B008 - a frozen value
    """Every link and its state, the gravest first."""
    layout = Layout(screen)
    add_heading(layout, audit)
    layout.add((links_sentence(summarise(audit)), "bold"))
    if len(audit.links) > _MANY:
        _add_overview(layout, alike(by_severity(link_views(audit.links, audit.article))))
    add_links(layout, audit, everything=True)
    return layout.text()


def _add_overview(layout: Layout, groups: list[list[LinkView]]) -> None:
    """How many links each state has, the gravest first: the whole of a long list at a glance."""
    counts: dict[tuple[Tone, str], int] = {}
    for group in groups:
        key = (group[0].tone, group[0].title)
        counts[key] = counts.get(key, 0) + len(group)
    width = max(columns(title) for _, title in counts) + 2
    layout.blank()
    for (tone, title), number in counts.items():
        blanks = " " * (width - columns(title))
        layout.add((f"{SYMBOLS[tone]} {title}", tone.value), f"{blanks}{number:>5}", indent=2)


def add_links(layout: Layout, audit: Audit, *, everything: bool = False) -> None:
    """The links that need a look; with *everything* the others after them, one line each."""
    links = link_views(audit.links, audit.article)
    amiss = [link for link in links if link.amiss]
    for group in alike(by_severity(amiss)):
        _add_group(layout, group)
    rest = [link for link in links if not link.amiss]
    if everything:
        for group in alike(rest):
            _add_in_short(layout, group)
    elif rest:
        layout.blank()
        layout.add((f"{counted(len(rest), 'other link')} with nothing to do, or not looked at.", "dim"), indent=2)


def _add_group(layout: Layout, group: list[LinkView]) -> None:
    first = group[0]
    layout.blank()
    _add_title(layout, first, len(group))
    layout.add((first.sentence, ""), indent=4)
    if first.todo:
        layout.add(f"→ {first.todo}", indent=4, hang=6)
    shared = len(group) > 1 and all(link.since == first.since for link in group)
    if shared and first.since:
        layout.add((f"{begun(', '.join(first.since))}.", "dim"), indent=4)
    width = max(len(link.number) for link in group) + 2
    for link in group:
        layout.blank()
        add_in_full(layout, link if not shared else replace(link, since=()), 4 + width)


def _add_title(layout: Layout, first: LinkView, number: int, reason: str = "") -> None:
    title = f"{SYMBOLS[first.tone]} {first.title}"
    told = f": {reason}" if reason else ""
    layout.add((f"{title}{told}", first.tone.value), (f"  {counted(number, 'link')}", "dim"), indent=2, hang=4)


def add_in_full(layout: Layout, link: LinkView, indent: int, when: str = "") -> None:
    """One link with all that is told of it; *when* instead of its own words on since when."""
    head = f"{' ' * 4}{link.number}"
    facts = " · ".join(filter(None, (link.reason, link.place)))
    if link.anchor:
        layout.add(f"“{link.anchor[:120]}”", (f"  {facts}" if facts else "", "dim"), first=head, indent=indent)
    elif facts:
        layout.add((facts, "dim"), first=head, indent=indent)
    layout.add((link.address or "(no address)", "link"), first="" if link.anchor or facts else head, indent=indent)
    if link.now:
        layout.add("now ", (link.now, "link"), indent=indent, hang=indent + 4)
    if link.why:
        layout.add((" ".join(link.why), "dim"), indent=indent)
    if link.archived:
        layout.add("◷ ", (" ".join(link.archived), "later"), indent=indent, hang=indent + 2)
    if link.copy:
        layout.add("copy ", (link.copy, "link"), indent=indent, hang=indent)
    when = when or (begun(", ".join(link.since)) + "." if link.since else "")
    if when:
        layout.add((when, "dim"), indent=indent)
    if link.person:
        layout.add((f"☞ {link.person}", "bold"), indent=indent, hang=indent + 2)


def _add_in_short(layout: Layout, group: list[LinkView]) -> None:
    first = group[0]
    layout.blank()
    alone = first.tone is Tone.OPEN and len({(link.reason, link.why) for link in group}) == 1
    _add_title(layout, first, len(group), first.reason if alone else "")
    if alone and first.why:
        layout.add(" ".join(first.why), indent=4)
    if first.todo:
        layout.add(f"→ {first.todo}", indent=4, hang=6)
    width = max(len(link.number) for link in group) + 2
    for link in group:
        layout.add((link.address or "(no address)", "link"), first=f"{' ' * 4}{link.number}", indent=4 + width)
        if link.tone is Tone.OPEN and link.open and link.why and not alone:  # the address itself does not say it
            layout.add((" ".join(link.why), "dim"), indent=4 + width)
        if link.now:
            kind = f"{link.reason}, now " if link.reason else "now "
            layout.add((kind, "dim"), (link.now, "link"), indent=4 + width, hang=8 + width)
        if link.archived:
            layout.add("◷ ", (" ".join(link.archived), "later"), indent=4 + width, hang=6 + width)
        if link.back:
            layout.add((link.back, "dim"), indent=4 + width)
