"""What else to know of a link that answered: a missing fragment, another site, a correction, a marked paywall."""

from __future__ import annotations

from urllib.parse import urlsplit

from quotations.judging.link_state.certificates import unverified
from quotations.judging.link_state.directives import missing_words
from quotations.judging.link_state.fragments import missing_place
from quotations.judging.link_state.ruling import Facts
from quotations.model import READABLE_STATES, Capture, Notice, State, Text
from quotations.urls import site

_PAID = frozenset({"locked", "metered", "premium", "paid"})
_NAMED = {"retracted": Notice.RETRACTED, "corrected": Notice.CORRECTED}


def notices(facts: Facts, state: State) -> tuple[tuple[Notice, ...], tuple[str, ...]]:
    """The notices and, for each, the sentence that shows it."""
    look, text = facts.capture, facts.text
    if look is None or state not in READABLE_STATES:
        return (), ()
    found = _of_the_way(look)
    if text is not None:
        found += _of_the_page(text)
        if facts.citation.locator or any("#" in hop.location for hop in look.hops):
            found += _of_the_place(_fragment(facts), text)
    return tuple(dict.fromkeys(notice for notice, _ in found)), tuple(words for _, words in found)


def _of_the_way(look: Capture) -> list[tuple[Notice, str]]:
    found = []
    if look.hops and look.final_url and site(look.final_url) != site(look.url):
        found.append((Notice.CROSS_SITE, f"the answer comes from another site, {urlsplit(look.final_url).hostname}"))
    if look.tls_verified is False:
        found.append((Notice.UNVERIFIED_TLS, unverified(look)))
    if len({hop.status in (301, 308) for hop in look.hops}) == 2:
        found.append((Notice.MIXED_REDIRECTS, "permanent and temporary redirects are mixed"))
    return found


def _of_the_page(text: Text) -> list[tuple[Notice, str]]:
    found = []
    if text.facts.accessible_for_free is False or (text.facts.content_tier or "").lower() in _PAID:
        found.append((Notice.PAYWALL_MARKED, "the page is marked as paid, and its whole text was read"))
    for notice in text.notices:
        kind, _, words = notice.partition(": ")
        if kind in _NAMED:
            found.append((_NAMED[kind], f"the page says “{words[:200]}”"))
    return found


def _of_the_place(fragment: str, text: Text) -> list[tuple[Notice, str]]:
    name, _, directive = fragment.partition(":~:")
    found = []
    if said := missing_place(name, text):
        found.append((Notice.FRAGMENT_MISSING, said))
    if words := missing_words(directive, text):
        found.append(
            (Notice.TEXT_DIRECTIVE_MISSING, f"the link points to words that the page does not show: “{words[:160]}”")
        )
    return found


def _fragment(facts: Facts) -> str:
    """The fragment that a browser ends with: a redirect's own before the one that it was asked with (RFC 9110, 10.2.2)."""
    for hop in reversed(facts.look.hops):
        own = hop.location.partition("#")[2]
        if own:
            return own
    return facts.citation.locator or ""
