"""What became of a citation's link, decided from recorded facts alone (design §4).

The crawler records what happened and the readers what the page says of itself; the rules here judge both, so that
better rules judge old captures anew. The rules are asked in a fixed order and the first that knows decides:
failures below HTTP, walls (which may wear any status), the status itself, and last what an answer with content
holds. A state needs two signs, or one that is proof; what is ambiguous gets the lesser state. Where one more request
would tell, `wanted` says which.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.judging.link_state.copied import copied_on, copy_by_headers
from quotations.judging.link_state.deciding import Rulings
from quotations.judging.link_state.history import STRIKES, Strikes, ledger
from quotations.judging.link_state.notices import notices
from quotations.judging.link_state.probing import probe_address, probe_want
from quotations.judging.link_state.ruling import Facts
from quotations.judging.link_state.suspicion import suspected
from quotations.model import Capture, Citation, LinkState, Severity, State, Target, Text, Want

__all__ = ["STRIKES", "Look", "Rulings", "Strikes", "link_state", "probe_address", "wanted"]

_SEVERITY = {
    State.ALIVE: Severity.OK,
    State.MOVED: Severity.OK,
    State.SUPPLIED: Severity.OK,
    State.GONE: Severity.ERROR,
    State.HIJACKED: Severity.ERROR,
    State.SOFT_404: Severity.WARNING,
    State.PARKED: Severity.WARNING,
    State.UNSUPPORTED: None,
    State.LOST_TARGET: None,
    State.UNKNOWN: None,
}
#: A failure is an error only when the ledger says that it lasts.
_BY_LEDGER = frozenset({State.FAILED, State.SERVER_ERROR})


Look = tuple[Capture, Text | None]


def link_state(
    citation: Citation,
    looks: Sequence[Look],
    siblings: Sequence[Capture] = (),
    probe: Look | None = None,
    *,
    strikes: Strikes = STRIKES,
    rulings: Rulings | None = None,
) -> LinkState:
    """The state of one citation's link.

    Args:
        citation: the citation, with its own fragment.
        looks: every look at its source, newest first, each with the text that was read from it, if any.
        siblings: the newest captures of the article's other sources, for what only several addresses show.
        probe: the look at `probe_address` of the source, when `wanted` asked for one.
        strikes: how many failures over how long make a link dead.
        rulings: those that `wanted` came to on the way; what is known there is not decided again.
    """
    capture, text = looks[0] if looks else (None, None)
    facts = Facts(citation, capture, text, tuple(siblings), probe)
    ruling = (rulings or Rulings()).of(facts)
    history = ledger(tuple(capture for capture, _ in looks), ruling.state, strikes)
    severity = _SEVERITY.get(ruling.state, Severity.NOTE)
    if ruling.state in _BY_LEDGER and history.dead:
        severity = Severity.ERROR
    said, evidence = notices(facts, ruling.state)
    copy = capture.memento or copy_by_headers(capture) if capture else None
    if copy is not None:
        evidence = (*evidence, f"it is a copy that {copy.archive} made of {copy.original} on {copied_on(copy)}")
    return LinkState(
        citation=citation.id,
        href=citation.href,
        url=citation.url,
        state=ruling.state,
        reason=ruling.reason,
        severity=severity,
        final_url=capture.final_url if capture else None,
        notices=said,
        evidence=(*ruling.evidence, *evidence, *history.evidence),
        http_status=capture.status if capture else None,
        redirects=capture.hops if capture else (),
        captured_at=capture.captured_at if capture and capture.id else None,
        first_failed=history.first_failed,
        last_good=history.last_good,
        revived=history.revived,
        archive=copy,
    )


def wanted(
    citation: Citation, looks: Sequence[Look], siblings: Sequence[Capture] = (), *, rulings: Rulings | None = None
) -> Want | None:
    """The one more look that would tell whether a page stands in another's place; None when nothing is odd about it.

    What the rules come to on the way is put into *rulings*.
    """
    if not looks or citation.target is not Target.OK:
        return None
    capture, text = looks[0]
    facts = Facts(citation, capture, text, tuple(siblings))
    return probe_want(facts) if suspected(facts, (rulings or Rulings()).of(facts).state) else None
