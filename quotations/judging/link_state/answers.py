"""States that follow from how the look ended or from the status alone."""

from __future__ import annotations

import re

from quotations.judging.days import lasting
from quotations.judging.link_state.gates import by_gate
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.model import Failure, State

_FAILURES = {
    Failure.DNS: (State.FAILED, "dns"),
    Failure.CONNECTION_REFUSED: (State.FAILED, "connection_refused"),
    Failure.TLS: (State.FAILED, "tls"),
    Failure.TIMEOUT: (State.FAILED, "timeout"),
    Failure.RESET: (State.FAILED, "reset"),
    Failure.PROTOCOL: (State.FAILED, "protocol"),
    Failure.REDIRECT_LOOP: (State.FAILED, "redirect_loop"),
    Failure.LIMIT: (State.FAILED, "protocol"),
    Failure.ROBOTS: (State.DISALLOWED, "robots"),
    Failure.BLOCKED_ADDRESS: (State.BLOCKED_ADDRESS, None),
    Failure.SCHEME: (State.UNSUPPORTED, "scheme"),
    Failure.TOO_LARGE: (State.TOO_LARGE, None),
    Failure.BUDGET: (State.UNKNOWN, "budget"),
    Failure.INTERRUPTED: (State.UNKNOWN, "interrupted"),
    Failure.NOT_HELD: (State.UNKNOWN, "not_held"),
    Failure.NOT_FOLLOWED: (State.UNKNOWN, "not_followed"),
}

_STATUS = {
    401: (State.GATED, "login"),
    402: (State.GATED, "payment"),
    404: (State.GONE, "http_404"),
    407: (State.GATED, "login"),
    410: (State.GONE, "http_410"),
    429: (State.LIMITED, "http_429"),
    451: (State.LEGAL, "http_451"),
    503: (State.LIMITED, "http_503"),
    511: (State.GATED, "login"),
}


#: RFC 7725, 4: who keeps the page back.
_BLOCKED_BY = re.compile(r"<([^<>]{1,400})>\s*;[^,<]{0,200}\brel\s*=\s*\"?blocked-by\b", re.I)
_UNSEEN = {
    Failure.NOT_HELD: "nothing is held of this source, and nothing was asked for",
    Failure.INTERRUPTED: "the run was stopped before this was looked at",
}
#: Failures of connecting: of these the ledger makes death, but not of what stops at a limit of ours.
CONNECTING = frozenset(
    failure for failure, (state, _) in _FAILURES.items() if state is State.FAILED and failure is not Failure.LIMIT
)


def by_failure(facts: Facts) -> Ruling | None:
    """The state of a look that got no answer, or of a copy that a person supplied."""
    look = facts.look
    if look.supplied is not None:
        return Ruling(State.SUPPLIED, None, (f"read from the copy given: {look.supplied}",))
    if look.failure is None:
        return None
    state, reason = _FAILURES[look.failure]
    evidence = [look.detail] if look.detail else []
    if look.failure is Failure.ROBOTS and look.robots and look.robots.rule and look.robots.rule not in look.detail:
        evidence.append(f"robots.txt: {look.robots.rule}")
    if look.failure is Failure.LIMIT:
        evidence.append("a limit of ours: a browser may get further, and it never counts as dead")
    if look.hops and (state is State.FAILED or look.failure is Failure.NOT_FOLLOWED):
        evidence.append(f"on the way: {look.hops[0].status or 'refresh'} to {look.hops[-1].location[:200]}")
    return Ruling(
        state, reason, tuple(evidence) or (_UNSEEN.get(look.failure, f"there was no answer: {reason or state.value}"),)
    )


def by_status(facts: Facts) -> Ruling | None:
    """The state that the server's own status gives; None for an answer that has content to look at."""
    status = facts.look.status
    if status is None:
        return Ruling(State.FAILED, "protocol", ("there was no answer that could be read",))
    # A redirect that names no address shows its own body, as 300 does: browsers show it.
    if 200 <= status < 300 or (300 <= status < 400 and facts.page.shown):
        return None
    said: tuple[str, ...] = (f"the server answered {status}",)
    if status == 403 and (gate := by_gate(facts)):
        return gate
    if status in _STATUS:
        state, reason = _STATUS[status]
        if status == 503 and facts.look.retry_after is None:
            return Ruling(State.SERVER_ERROR, "http_503", said)
        if state is State.LIMITED and facts.look.retry_after is not None:
            said = (*said, f"it asks to come back in {lasting(facts.look.retry_after)}")
        if status == 451 and (whom := _BLOCKED_BY.search(facts.look.header("link") or "")):
            said = (*said, f"who keeps it back: {whom[1][:200]}")
        return Ruling(state, reason, (*said, *_words(facts)))
    if 500 <= status < 600:
        return Ruling(State.SERVER_ERROR, f"http_{status}", (*said, *_words(facts)))
    if status >= 400:
        return Ruling(State.REFUSED, f"http_{status}", (*said, *_words(facts)))
    return Ruling(State.FAILED, "protocol", said)


def _words(facts: Facts) -> tuple[str, ...]:
    """What the page of an error says, for a person to check."""
    title = facts.titles[0].strip() if facts.titles else ""
    return (f"its page says “{title[:120]}”",) if title else ()
