"""The facts that judging a link's state asks of a page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from quotations.model import PageFacts, SegmentRole
from quotations.text.html.head import Head
from quotations.text.html.markers import markers_of
from quotations.text.html.walked import Walked

_ROOTS = "#root,#app,#__next,#__nuxt,#svelte,#___gatsby,#react-root,#app-root,#application,#main-app,app-root,[ng-app],[data-reactroot],[ng-version],#ember-app,#q-app"
_DEMAND = re.compile(
    r"\b(?:enable|activate|turn on|switch on|requires?|need|without|disabled|allow|supports?)\s(?:\w{1,12}\s){0,4}java ?script|"
    r"java ?script\s(?:\w{1,12}\s){0,4}(?:required|disabled|enabled|turned (?:on|off)|needed|not enabled|must be)|"
    r"java ?script\s(?:\w{1,12}\s){0,5}(?:aktivieren|aktiviert|deaktiviert|einschalten|erforderlich|benötigt|activé|désactivé|requis|habilitado|desactivado|attivare|abilitato|disattivato|ingeschakeld|uitgeschakeld)|"
    r"\b(?:activer|activez|habilita\w{0,3}|activa\w{0,3}|attiva\w{0,3}|aktivieren sie|bitte aktivieren|ative|включите|włącz)\s(?:\w{1,12}\s){0,3}java ?script",
)
_FRAMES, _MOST_FRAMES = "frame,iframe,embed,object[data]", 10
_NAV = SegmentRole.NAV
_SHORT = 2000  # code points: what has more of its own is no empty shell


def page_facts(
    page: LexborHTMLParser, markup: str, walked: Walked, head: Head, blocks: list[str], lead: str
) -> PageFacts:
    """Gather them; *blocks* are the shown blocks' texts, *lead* the first heading shown."""
    own = [words for words, block in zip(blocks, walked.shown.blocks, strict=True) if block.role is not _NAV]
    short = sum(map(len, own)) < _SHORT
    return PageFacts(
        canonical=head.canonical,
        meta_refresh=head.refresh,
        accessible_for_free=head.accessible_for_free,
        content_tier=head.first("article:content_tier"),
        declared_words=head.declared_words,
        password_field=walked.password_field,
        noscript_demand=_demands_script(walked, blocks),
        app_root=short and _empty_root(page),
        scripts=len(walked.scripts) or int(short and page.css_first("script[src]") is not None),
        markers=markers_of(markup, head.title, lead, own),
        ids=tuple(dict.fromkeys(walked.ids)),
        robots_meta=head.first("robots"),
        og_type=head.first("og:type"),
        lead=lead,
        frames=_frames(page) if short else (),
    )


def _frames(page: LexborHTMLParser) -> tuple[str, ...]:
    """What the page shows inside itself: frames, and documents that a viewer of the browser's opens."""
    found = (node.attributes.get("src") or node.attributes.get("data") for node in page.css(_FRAMES)[:_MOST_FRAMES])
    return tuple(dict.fromkeys(address.strip()[:2000] for address in found if address and address.strip()))


def _demands_script(walked: Walked, blocks: list[str]) -> bool:
    """Whether the page asks for JavaScript, in a noscript element or a short block."""
    said = " ¶ ".join((*(block for block in blocks[:40] if len(block) < 300), walked.hidden.text()[:5000])).lower()
    return ("javascript" in said or "java script" in said) and bool(_DEMAND.search(said))


def _empty_root(page: LexborHTMLParser) -> bool:
    """Whether there is a mount point of an application with nothing in it that a reader could read."""
    for root in page.css(_ROOTS)[:20]:
        if root.css_first("p,li,h1,h2,article") is None and len(root.text(deep=True).strip()) < 40:
            return True
    return False
