"""The rules of link states in their order, each link's facts judged once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quotations.judging.link_state.answers import by_failure, by_status
from quotations.judging.link_state.content import by_content
from quotations.judging.link_state.gates import by_country
from quotations.judging.link_state.ruling import Facts, Ruling
from quotations.judging.link_state.walls import by_wall
from quotations.model import Incomplete, State, Target


def _forgotten(facts: Facts) -> Ruling | None:
    """A page that answered, of which nobody may tell any more what it said."""
    if facts.text is None or facts.text.incomplete is not Incomplete.FORGOTTEN:
        return None
    return Ruling(State.UNKNOWN, "not_held", ("what the page said was taken out of the archive for good",))


#: The order in which the rules are asked.
RULES = (by_failure, by_wall, by_country, by_status, _forgotten, by_content)


_PAGE = 3  #: of what a ruling rests on: the citation, the look and its text


def rule(facts: Facts) -> Ruling:
    """The first ruling that the rules come to; every link has one."""
    if facts.citation.target is Target.LOST:
        return Ruling(State.LOST_TARGET, None, ("the saved copy holds no address for this link",))
    if facts.citation.target is Target.UNSUPPORTED:
        return Ruling(State.UNSUPPORTED, "scheme", (f"not an http or https address: {facts.citation.href[:80]}",))
    if facts.capture is None:
        return Ruling(State.UNKNOWN, "not_held", ("nothing is held of this source",))
    for one in RULES:
        ruling = one(facts)
        if ruling is not None:
            return ruling
    raise AssertionError("by_content decides whatever the others leave")


class Rulings:
    """What the rules came to for the citations of one article: asked again of the same facts, they are not run again.

    Where only what stands beside the page is new (a probe, siblings), the page is not measured again.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[tuple[object, ...], Ruling, Mapping[str, Any]]] = {}

    def of(self, facts: Facts) -> Ruling:
        """The ruling on *facts*; the last on each citation is remembered."""
        probe = facts.probe or ()
        seen = (facts.citation, facts.capture, facts.text, not probe, *probe, *facts.siblings)
        held = self._held.get(facts.citation.id)
        if held is not None and all(map(_same, held[0][:_PAGE], seen)):
            if len(held[0]) == len(seen) and all(map(_same, held[0], seen)):
                return held[1]
            facts.know(held[2])
        ruling = rule(facts)
        self._held[facts.citation.id] = (seen, ruling, facts.measured())
        return ruling


def _same(one: object, other: object) -> bool:
    return one is other
