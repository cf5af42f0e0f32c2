"""The facts that judging a link's state asks of a page."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from quotations.model import PageFacts
from quotations.text.html.heads import Head
from quotations.text.html.markers import markers_of
from quotations.text.html.walk import Walked

_ROOTS = "#root,#app,#__next,#__nuxt,#svelte,#___gatsby,#react-root,#app-root,#application,#main-app,app-root,[ng-app],[data-reactroot],[ng-version],#ember-app,#q-app"
_DEMAND = re.compile(
    r"(?:enable|activate|turn on|switch on|requires?|need|without|disabled|allow|supports?)\s(?:\w{1,12}\s){0,4}java ?script|"
    r"java ?script\s(?:\w{1,12}\s){0,4}(?:required|disabled|enabled|turned (?:on|off)|needed|not enabled|must be)|"
    r"java ?script\s(?:\w{1,12}\s){0,5}(?:aktivieren|aktiviert|deaktiviert|einschalten|erforderlich|benötigt|activé|désactivé|requis|habilitado|desactivado|attivare|abilitato|disattivato|ingeschakeld|uitgeschakeld)|"
    r"(?:activer|activez|habilita\w{0,3}|activa\w{0,3}|attiva\w{0,3}|aktivieren sie|bitte aktivieren|ative|включите|włącz)\s(?:\w{1,12}\s){0,3}java ?script",
    re.I,
)


def page_facts(
    page: LexborHTMLParser, markup: str, walked: Walked, head: Head, blocks: list[str], lead: str
) -> PageFacts:
    """Gather them; *blocks* are the shown blocks' texts, *lead* the first heading shown."""
    shown = walked.shown.length
    said = " ".join((*(block for block in blocks[:40] if len(block) < 300), walked.hidden.text()[:5000]))
    return PageFacts(
        canonical=head.canonical,
        meta_refresh=head.refresh,
        accessible_for_free=head.accessible_for_free,
        content_tier=head.first("article:content_tier"),
        declared_words=head.declared_words,
        password_field=walked.password_field,
        noscript_demand=bool(_DEMAND.search(said)),
        app_root=_empty_root(page),
        scripts=len(walked.scripts),
        markers=markers_of(markup, head.title, lead, blocks, shown),
        ids=tuple(dict.fromkeys(walked.ids)),
        robots_meta=head.first("robots"),
        og_type=head.first("og:type"),
        lead=lead,
    )


def _empty_root(page: LexborHTMLParser) -> bool:
    """Whether there is a mount point of an application with nothing in it that a reader could read."""
    for root in page.css(_ROOTS)[:20]:
        if root.css_first("p,li,h1,h2,article") is None and len(root.text(deep=True).strip()) < 40:
            return True
    return False
