"""A finding in the light of an archived copy: where the copy has the words, it is the copy's (rules 16 and 17 of the law)."""

from __future__ import annotations

from dataclasses import replace

from quotations.judging.candidates import Candidate, Looked
from quotations.judging.findings import judge
from quotations.judging.placement import place
from quotations.model import Article, Citation, Confidence, Finding, LinkState, Placement, State, Verdict

RUNG = "archived_version"

#: States in which a copy is worth asking for. Who asks not to be looked at is not looked at elsewhere.
LOST = frozenset({
    State.GONE, State.SOFT_404, State.PARKED, State.HIJACKED, State.FAILED, State.SERVER_ERROR, State.CHALLENGED,
    State.GATED, State.REFUSED, State.LIMITED, State.UNREADABLE, State.NEEDS_RENDERING,
})  # fmt: skip
_CHANGED = frozenset({
    Verdict.ALTERED, Verdict.SPLICED, Verdict.CRITICAL, Verdict.PARTIAL, Verdict.PARAPHRASE, Verdict.NOT_FOUND,
})  # fmt: skip


def worth_asking(finding: Finding, link: LinkState) -> bool:
    """Whether the words may have stood in an earlier version, whatever other source has them today."""
    if link.state is State.SUPPLIED:  # a person's own copy stands for the source
        return False
    return finding.verdict in _CHANGED or (finding.verdict is Verdict.UNCHECKED and link.state in LOST)


def placed_in(finding: Finding, copy: Looked | None) -> Placement | None:
    """Where the words stand in *copy*; None where they do not, or no better than on the live page."""
    index = copy.ready() if copy is not None else None
    if copy is None or index is None:
        return None
    placement = place(finding.quotation, [(RUNG, copy.capture, index)], profile=finding.profile)
    if placement.url is None or placement.verdict is None:
        return None
    better = finding.verdict is Verdict.UNCHECKED or placement.verdict.rank < finding.verdict.rank
    return placement if better else None


def judged_by(
    finding: Finding,
    placement: Placement,
    copy: Looked,
    link: LinkState,
    citation: Citation,
    article: Article | None,
    *,
    certain: bool,
) -> Finding:
    """*finding* with what *copy* shows, where the words stand as *placement* says.

    Words that the copy has as they are quoted, small changes apart, clear the finding: its verdict is then that of the
    copy. Any other change leaves the verdict as it was, and only the place is told: a copy can find, never accuse.
    *certain*: whether the copies on either side of the day cited agree.
    """
    placement = _with_search(finding, placement)
    assert finding.attribution is not None
    read = replace(link, state=State.ALIVE, reason=None)
    candidate = Candidate(attribution=finding.attribution, citation=citation, link=read, looked=copy)
    found = judge(finding.quotation, [candidate], article=article, profile=finding.profile)
    if found.verdict.rank > Verdict.MINOR.rank:
        return replace(finding, placement=placement)
    return replace(
        found,
        placement=placement,
        source=replace(found.source, state=link.state, final_url=link.final_url or link.url),
        confidence=found.confidence if certain or found.confidence is Confidence.LOW else Confidence.MEDIUM,
        rules=(*found.rules, RUNG),
        also=finding.also,
    )


def only_placed(finding: Finding, placement: Placement) -> Finding:
    """*finding* with the place of its words in a copy that nobody could have read on the day cited."""
    return replace(finding, placement=_with_search(finding, placement))


def _with_search(finding: Finding, placement: Placement) -> Placement:
    searched = finding.placement.searched if finding.placement else ()
    return replace(placement, searched=tuple(dict.fromkeys((*searched, RUNG))))


def sought_in_vain(finding: Finding) -> Finding:
    """*finding* with the note that the copies were searched too."""
    held = finding.placement or Placement(rung="nowhere_held")
    return replace(finding, placement=replace(held, searched=tuple(dict.fromkeys((*held.searched, RUNG)))))
