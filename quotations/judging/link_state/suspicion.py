"""When an answer is odd enough to be worth one more request."""

from __future__ import annotations

from urllib.parse import urljoin

from quotations.judging.link_state.places import host, is_home
from quotations.judging.link_state.probing import weakly_missing
from quotations.judging.link_state.ruling import Facts, parts
from quotations.judging.link_state.soft404 import fans_in, says_itself
from quotations.model import State

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def suspected(facts: Facts, state: State) -> str | None:
    """Why a page that seems alive may be another page in its place; None when nothing speaks for it."""
    if state not in (State.ALIVE, State.MOVED) or facts.text is None or facts.text.media_type not in _PAGES:
        return None
    if is_home(facts.cited) or facts.look.failure is not None or says_itself(facts):
        return None
    if points_home(facts):
        return "the page names the home page as its own address"
    if weakly_missing(facts):
        return "the page sounds as if something were missing"
    if fans_in(facts):
        return "another cited address gets the same page"
    if facts.strange:
        return "the page has hardly one of the words that cite it"
    return None


def points_home(facts: Facts) -> bool:
    """Whether the page at an address of its own says that it is the home page."""
    assert facts.text is not None
    said = facts.text.facts.canonical or facts.text.metadata.get("og:url")
    if not said:
        return False
    try:
        named = parts(urljoin(facts.look.final_url or facts.look.url, said))
    except ValueError:
        return False
    return is_home(named) and host(named) == host(facts.final) and not is_home(facts.final)
