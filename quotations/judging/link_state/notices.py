"""What else to know of a link that answered: a missing fragment, another site, a correction, a marked paywall."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from quotations.urls import site

from quotations.judging.link_state.ruling import Facts
from quotations.model import READABLE_STATES, Notice, State

#: Prefixes that sites put before an id that the author wrote.
_PREFIXES = ("user-content-", "cite_note-", "fn:", "fnref:")


def notices(facts: Facts, state: State) -> tuple[tuple[Notice, ...], tuple[str, ...]]:
    """The notices and, for each, the sentence that shows it."""
    found: list[tuple[Notice, str]] = []
    look, text = facts.capture, facts.text
    if look is None or state not in READABLE_STATES:
        return (), ()
    if look.hops and look.final_url and site(look.final_url) != site(look.url):
        found.append((Notice.CROSS_SITE, f"the answer comes from {urlsplit(look.final_url).hostname}"))
    if look.tls_verified is False:
        found.append((Notice.UNVERIFIED_TLS, "the certificate could not be verified"))
    statuses = {hop.status in (301, 308) for hop in look.hops}
    if len(statuses) == 2:
        found.append((Notice.MIXED_REDIRECTS, "permanent and temporary redirects are mixed"))
    if text is not None:
        if text.facts.accessible_for_free is False or text.facts.content_tier in ("locked", "metered"):
            found.append((Notice.PAYWALL_MARKED, "the page is marked as paid, and its whole text was read"))
        for notice in text.notices:
            kind, _, words = notice.partition(": ")
            named = {"retracted": Notice.RETRACTED, "corrected": Notice.CORRECTED}.get(kind)
            if named:
                found.append((named, words[:200]))
        if facts.citation.locator:
            found.extend(_locator(facts))
    return tuple(dict.fromkeys(n for n, _ in found)), tuple(words for _, words in found)


def _locator(facts: Facts) -> list[tuple[Notice, str]]:
    """Whether the place that the citation names is there."""
    text, locator = facts.text, facts.citation.locator or ""
    assert text is not None
    fragment, _, directive = locator.partition(":~:")
    found = []
    if fragment and text.media_type == "text/html" and not _has(text.facts.ids, fragment):
        found.append((Notice.FRAGMENT_MISSING, f"the page has no place named #{fragment}"))
    if directive.startswith("text="):
        from quotations.judging.link_state.directives import stands

        if not stands(directive, text):
            found.append((Notice.TEXT_DIRECTIVE_MISSING, "the words that the link points to are not on the page"))
    return found


def _has(ids: tuple[str, ...], fragment: str) -> bool:
    if fragment.lower() in ("", "top") or fragment.startswith(("!", "/", "?")):  # an application's own address
        return True
    known = set(ids)
    written = {fragment, unquote(fragment)}
    return any(one in known or any(prefix + one in known for prefix in _PREFIXES) for one in written)
