"""`judge`: one quotation against what was seen of its candidates (rules 14 to 17 of the law)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotations.comparison.languages import language_of
from quotations.comparison.tokens import tokenize
from quotations.judging.announced import with_announced
from quotations.judging.candidates import Candidate, Looked
from quotations.judging.compare import compare
from quotations.judging.context import context_flags, flags_of, transcript_unsure
from quotations.judging.emphasis import emphasis_flag
from quotations.judging.engine import engine
from quotations.judging.later import days_later
from quotations.judging.neighbours import with_neighbours
from quotations.judging.placement import placement_among
from quotations.judging.prospect import may_have
from quotations.judging.rules import SEVERITY
from quotations.judging.translated import translated
from quotations.judging.unread import not_read, state_of, unchecked
from quotations.model import (
    READABLE_STATES,
    Article,
    Attribution,
    Basis,
    Comparison,
    Finding,
    Flag,
    Group,
    Quotation,
    Severity,
    SourceSeen,
    State,
    Text,
    Verdict,
)  # fmt: skip

#: Verdicts that say that words are not there: they need a source read whole and a sure pairing.
ABSENCES = frozenset({Verdict.PARTIAL, Verdict.PARAPHRASE, Verdict.NOT_FOUND})
#: States whose text is a part of the source: what is in it is found, what is not may be in the rest.
_PART_STATES = frozenset({State.GATED, State.UNREADABLE, State.TOO_LARGE, State.NEEDS_RENDERING})


@dataclass(slots=True)
class _Heard:
    """A candidate with its comparison; None where there was no text to compare with, or none that could have the words."""

    candidate: Candidate
    comparison: Comparison | None

    @property
    def has_words(self) -> bool:
        """Whether the candidate's source has the words, as they are or nearly so."""
        return self.comparison is not None and self.comparison.verdict.rank <= Verdict.MINOR.rank


def judge(
    quotation: Quotation, candidates: Sequence[Candidate], *, article: Article | None = None, profile: str = "chicago",
    supplied: Sequence[Looked] = (),
) -> Finding:  # fmt: skip
    """The finding of *quotation*, whose *candidates* stand best first.

    *supplied* are copies that a person gave for no citation in particular: they can find, never accuse. Raises WordsError
    when the quotation holds no word, UsageError for an unknown *profile*.
    """
    heard = [_hear(quotation, candidate, article, profile, at > 0) for at, candidate in enumerate(candidates)]
    if not heard:
        silent = unchecked(quotation, None, SourceSeen(), "no_citation", None, profile)
        return _from_supplied(quotation, supplied, profile, None, silent, article)
    chosen = _chosen(heard)
    finding = _finding(quotation, chosen, heard, article, profile)
    if finding.verdict is Verdict.UNCHECKED:
        finding = _from_supplied(quotation, supplied, profile, chosen.candidate, finding, article)
    return finding


def _hear(quotation: Quotation, candidate: Candidate, article: Article | None, profile: str, further: bool) -> _Heard:
    """Compare with one candidate; a *further* one counts only if it has the words."""
    looked = candidate.looked
    index = None
    if looked is not None and ((state := state_of(candidate)) in READABLE_STATES or state in _PART_STATES):
        index = looked.ready()
    if index is None or not index.text.text.strip() or (further and not may_have(quotation.text, index)):
        return _Heard(candidate, None)
    locator = candidate.citation.locator if candidate.citation is not None else None
    comparison = compare(quotation, index, profile=profile, locator=locator, found_only=further)
    comparison = with_announced(
        quotation, comparison, article, lambda words: compare(words, index, profile=profile, locator=locator)
    )
    return _Heard(candidate, with_neighbours(quotation, comparison, index, article, profile))


def _chosen(heard: list[_Heard]) -> _Heard:
    """The candidate that the finding is about: the best one, unless it is not sure and another has the words."""
    first = heard[0]
    if first.candidate.attribution.sure or first.has_words:
        return first
    having = [one for one in heard if one.has_words]
    return min(having, key=_rank, default=first)


def _rank(one: _Heard) -> int:
    return one.comparison.verdict.rank if one.comparison is not None else len(Verdict)


def _finding(
    quotation: Quotation, chosen: _Heard, heard: list[_Heard], article: Article | None, profile: str
) -> Finding:
    candidate, comparison = chosen.candidate, chosen.comparison
    if comparison is None:
        return not_read(quotation, candidate, _source(candidate), profile)
    attribution = candidate.attribution
    flags = list(comparison.flags)
    rules = list(comparison.rules)
    if chosen is not heard[0]:
        attribution = replace(attribution, basis=Basis.EVIDENCE)
        flags.append(Flag.PAIRED_BY_EVIDENCE)
        rules.append("paired_by_evidence")
    index = candidate.looked.ready() if candidate.looked is not None else None
    assert index is not None
    assert candidate.looked is not None
    flags += context_flags(quotation, comparison, index, article) + emphasis_flag(quotation, comparison, index)
    checkability, reason, verdict = _checkability(quotation, chosen, heard, index.text.complete, index.language)
    foreign = checkability == "other_language" and comparison.verdict is not Verdict.PARTIAL
    if foreign and (candidate_passage := translated(quotation.text, index)) is not None:
        comparison, flags = candidate_passage, []
        rules = [operation.label for operation in comparison.operations]
    severity, days = _severity(comparison, verdict), None
    if severity is not None and verdict.group in (Group.ALTERED, Group.PARTLY, Group.ABSENT) and severity.rank > 0:
        days = days_later(article, candidate.citation, candidate.looked.capture)
        excuses = _excuses(verdict, attribution, index.text, days)
        flags += [flag for _, flag, _ in excuses if flag is not None]
        rules += [rule for rule, _, _ in excuses]
        severity = min((severity, *(ceiling for _, _, ceiling in excuses)), key=lambda one: one.rank)
        checkability = checkability if days is None else "later_version"
    if verdict is Verdict.UNCHECKED:
        why = {"other_language": "other_language", "ambiguous_pairing": "unsure_pairing"}
        rules.append(why.get(checkability, "part_read"))
    others = [one for one in heard if one is not chosen]
    finding = Finding(
        quotation=quotation, attribution=attribution, verdict=verdict, severity=severity, checkability=checkability, reason=reason,
        comparison=comparison, flags=flags_of(quotation, flags), confidence=comparison.confidence, source=_source(candidate),
        also=tuple(one.candidate.attribution.citation for one in others if one.has_words),
        days_later=days, rules=tuple(dict.fromkeys(rules)), profile=profile, engine=engine(),
    )  # fmt: skip
    if chosen.comparison is not None and chosen.comparison.verdict in ABSENCES:
        finding = replace(finding, placement=placement_among([(o.candidate, o.comparison) for o in others]))
    return finding


def _excuses(
    verdict: Verdict, attribution: Attribution, text: Text, days: int | None
) -> list[tuple[str, Flag | None, Severity]]:
    """What speaks for the article: the rule, its flag, and how much a difference may weigh at most (rules 14, 16, 17)."""
    found: list[tuple[str, Flag | None, Severity]] = []
    if transcript_unsure(text):
        found.append(("transcript_quality", Flag.TRANSCRIPT_QUALITY, Severity.WARNING))
    if days is not None:
        ceiling = Severity.NOTE if verdict in ABSENCES else Severity.WARNING
        found.append(("later_version", Flag.SOURCE_LATER, ceiling))
    if verdict.group is Group.ALTERED and not attribution.staked:
        found.append(("unstaked_pairing", None, Severity.NOTE))
    return found


def _checkability(
    quotation: Quotation, chosen: _Heard, heard: list[_Heard], complete: bool, language: str | None
) -> tuple[str, str | None, Verdict]:
    """What could be checked, the reason where not all could, and the verdict that may stand (rules 14 to 16)."""
    comparison = chosen.comparison
    assert comparison is not None
    link, verdict = chosen.candidate.link, comparison.verdict
    whole = complete and link.state in READABLE_STATES
    if verdict not in ABSENCES:
        return ("full" if whole else "partial"), (None if whole else link.reason), verdict
    if _foreign(quotation, language) or (verdict is Verdict.PARTIAL and _foreign_rest(comparison, language)):
        return "other_language", None, Verdict.UNCHECKED
    if (state := state_of(chosen.candidate)) not in READABLE_STATES:
        return f"link:{state.value}", link.reason, Verdict.UNCHECKED
    if not complete:
        return "partial", link.reason, Verdict.UNCHECKED
    if not heard[0].candidate.attribution.sure:
        return "ambiguous_pairing", None, Verdict.UNCHECKED
    return "full", None, verdict


def _foreign(quotation: Quotation, language: str | None) -> bool:
    """Whether the quotation is clearly in another language than its source."""
    return _in_another(tokenize(quotation.text).keys, language)


def _in_another(keys: Sequence[str], language: str | None) -> bool:
    if language is None or len(keys) < 5:
        return False
    own = language_of(keys, None)
    return own is not None and own != language.partition("-")[0]


def _foreign_rest(comparison: Comparison, language: str | None) -> bool:
    """Whether all that the source lacks is in another language than it: a translation set beside the original words."""
    absent = [one.article for one in comparison.operations if one.verdict is Verdict.PARTIAL]
    return bool(absent) and all(_in_another(tokenize(words).keys, language) for words in absent)


def _severity(comparison: Comparison, verdict: Verdict) -> Severity | None:
    """How much the verdict weighs; PARTIAL weighs as its worst piece does."""
    severity = SEVERITY.get(verdict)
    if verdict is Verdict.PARTIAL and any(one.verdict is Verdict.CRITICAL for one in comparison.operations):
        return Severity.ERROR
    return severity


def _source(candidate: Candidate) -> SourceSeen:
    looked, link = candidate.looked, candidate.link
    return (
        seen(looked, link.state, link.url)
        if looked is not None
        else SourceSeen(url=link.url, final_url=link.final_url, state=link.state)
    )


def seen(looked: Looked, state: State, url: str | None) -> SourceSeen:
    """The source of *looked* as a report shows it."""
    capture, text = looked.capture, looked.text
    return SourceSeen(
        url=url or capture.url, final_url=capture.final_url, state=state, captured_at=capture.captured_at, digest=capture.digest,
        complete=text.complete if text is not None else None, language=text.language if text is not None else None,
        title=text.title if text is not None else None, capture=capture.id,
    )  # fmt: skip


def _from_supplied(
    quotation: Quotation,
    supplied: Sequence[Looked],
    profile: str,
    candidate: Candidate | None,
    finding: Finding,
    article: Article | None,
) -> Finding:
    """A copy that a person gave for no citation in particular: what it has is found, what it lacks stays unchecked."""
    for looked in supplied:
        index = looked.ready()
        if index is None:
            continue
        comparison = compare(quotation, index, profile=profile, found_only=True)
        if comparison.verdict.rank > Verdict.CRITICAL.rank:
            continue
        attribution = Attribution(
            quotation=quotation.id, citation=candidate.attribution.citation if candidate else "", basis=Basis.EVIDENCE, score=0.5, margin=0.0,
        )  # fmt: skip
        flags = [
            *comparison.flags, *context_flags(quotation, comparison, index, article),
            *emphasis_flag(quotation, comparison, index), Flag.PAIRED_BY_EVIDENCE,
        ]  # fmt: skip
        return replace(
            finding, attribution=attribution, verdict=comparison.verdict, severity=_severity(comparison, comparison.verdict),
            checkability="full" if index.text.complete else "partial", reason=None, comparison=comparison,
            flags=flags_of(quotation, flags), confidence=comparison.confidence, source=seen(looked, State.SUPPLIED, None),
            rules=(*comparison.rules, "paired_by_evidence"),
        )  # fmt: skip
    return finding
