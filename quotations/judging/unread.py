"""Findings on quotations whose source was not read: why not, never that the words are missing."""

from __future__ import annotations

from quotations.judging.candidates import Candidate, Looked
from quotations.judging.context import flags_of
from quotations.judging.engine import engine
from quotations.model import Finding, Incomplete, Quotation, SourceSeen, State, Target, Verdict

#: What a copy is whose text says that it is none.
_AS_COPY = {Incomplete.SCANNED: State.NOT_TEXT, Incomplete.UNREADABLE: State.UNREADABLE}


def not_read(quotation: Quotation, candidate: Candidate, source: SourceSeen, profile: str) -> Finding:
    """The finding on a quotation whose *source*, that of *candidate*, gave no text to compare with."""
    citation, link = candidate.citation, candidate.link
    if citation is None or citation.target is Target.LOST or citation.url is None:
        return unchecked(quotation, candidate, source, "no_target", None, profile)
    return unchecked(quotation, candidate, source, f"link:{state_of(candidate).value}", link.reason, profile)


def state_of(candidate: Candidate) -> State:
    """In which state the source was when it was read: a copy handed in can be as unreadable as a page."""
    state, looked = candidate.link.state, candidate.looked
    if state is not State.SUPPLIED or looked is None:
        return state
    return _of_copy(looked)


def _of_copy(looked: Looked) -> State:
    text = looked.text
    if text is None:
        return State.UNREADABLE
    if text.incomplete in _AS_COPY:
        return _AS_COPY[text.incomplete]
    return State.SUPPLIED if text.text.strip() else State.UNREADABLE


def unchecked(
    quotation: Quotation,
    candidate: Candidate | None,
    source: SourceSeen,
    checkability: str,
    reason: str | None,
    profile: str,
) -> Finding:
    """A finding that says nothing of the quotation but why."""
    rule = checkability if checkability in ("no_citation", "no_target") else "not_read"
    return Finding(
        quotation=quotation,
        attribution=candidate.attribution if candidate else None,
        verdict=Verdict.UNCHECKED,
        severity=None,
        checkability=checkability,
        reason=reason,
        flags=flags_of(quotation),
        source=source,
        rules=(rule,),
        profile=profile,
        engine=engine(),
    )
