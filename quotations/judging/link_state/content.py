"""What an answer with content really holds: its page, another in its place, a gate, or nothing that can be read."""

from __future__ import annotations

from quotations.judging.link_state.gates import by_gate
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.judging.link_state.sale import by_sale
from quotations.judging.link_state.soft404 import by_body, by_way, by_words
from quotations.model import Incomplete, State

_PAGES = ("text/", "application/xhtml", "application/xml", "application/json", "application/pdf")


def by_content(facts: Facts) -> Ruling:
    """The state of a page that answered; the last rule, which always decides."""
    for one in (_nothing, by_sale, by_gate, by_way, by_words, _unread, by_body):
        ruling = one(facts)
        if ruling is not None:
            return ruling
    return _alive(facts)


def _nothing(facts: Facts) -> Ruling | None:
    look, text = facts.look, facts.text
    if look.status in (204, 205) or look.size == 0:
        return Ruling(State.UNREADABLE, "empty", (f"the server answered {look.status} without a body",))
    if look.truncated and (text is None or text.incomplete in (None, Incomplete.TRUNCATED)):
        came = f": {look.size:,} bytes" if look.size else ""
        return Ruling(State.UNREADABLE, "truncated", (f"only the beginning of the body arrived{came}",))
    if text is None:
        kind = look.media_type
        if kind is not None and kind.startswith(_PAGES):
            return Ruling(State.UNREADABLE, "encoding", (f"the body is called {kind} and could not be read as such",))
        return Ruling(State.NOT_TEXT, None, (f"the body is {kind or 'of no known type'}, not text",))
    if text.incomplete is Incomplete.UNREADABLE:
        if facts.page.shown == 0 and text.text.strip() == "" and look.size and look.size < 2_000:
            return Ruling(State.UNREADABLE, "empty", ("the page shows no text",))
        return Ruling(State.UNREADABLE, "encoding", ("the body is damaged or in no encoding that could be read",))
    if text.incomplete is Incomplete.SCANNED:
        return Ruling(State.NOT_TEXT, None, ("the pages are pictures of text",))
    return None


def _unread(facts: Facts) -> Ruling | None:
    text = facts.text
    assert text is not None
    if text.incomplete is Incomplete.SCRIPT:
        return Ruling(State.NEEDS_RENDERING, None, ("the page shows its words only after a script has run",))
    if facts.page.shown == 0:
        return Ruling(State.UNREADABLE, "empty", ("the page shows no text",))
    return None


def _alive(facts: Facts) -> Ruling:
    look = facts.look
    moves = list(look.hops)
    if not moves:
        return Ruling(State.ALIVE, None, (f"the server answered {look.status}",))
    permanent = all(hop.status in (301, 308) for hop in moves)
    way = " → ".join(str(hop.status) if hop.status else "refresh" for hop in moves)
    return Ruling(State.MOVED, "permanent" if permanent else "temporary", (f"redirected ({way}) to {look.final_url}",))
