"""Words by which somebody goes on from the quotation just before, whoever he is: an answer, something added, a pronoun."""

from __future__ import annotations

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.drafts import Draft
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.joins import ANSWERS
from quotations.reading.quotes import Speech

_ADDS = frozenset(("added", "adds", "adding"))
_NAMELESS = frozenset("he she er sie il elle él ella lui lei ele ela hij zij".split())  # noqa: SIM905
#: Verbs with whom somebody speaks to right behind them, and how many tokens his name takes.
_TOLD, _WHOM = frozenset(("told", "tells", "asked", "asks", "assured", "reminded")), 3
_DIRECT = frozenset((Basis.CUE_LINK, Basis.NAMED_SOURCE))
#: What is left of the score of what was said before, by what goes on.
_ANSWERED, _ADDED, _MEANT = 0.92, 0.95, 0.85


class GoesOn:
    """Carries the source of the quotation before over to words that go on from it."""

    def __init__(self, speech: Speech, candidates: Candidates) -> None:
        self._speech = speech
        self._candidates = candidates

    def answer(self, number: int, draft: Draft, last: int | None) -> None:
        """An answer was given where the question was asked, and “it continued” goes on."""
        head = self._head(number, draft, last)
        goes_on = draft.cue is not None and not ANSWERS.isdisjoint(draft.cue.casefold().split())
        goes_on = goes_on or (last is not None and self._tells(draft, last))
        if head is not None and goes_on and head.basis is not Basis.NOTE:
            self._candidates.add(number, carried(head, head.score * _ANSWERED, "answer"))

    def added(self, number: int, draft: Draft, last: int | None) -> None:
        """“…,” the mayor's mother said. She added that “…”: who adds something goes on, whatever she is called there."""
        head = self._head(number, draft, last)
        if head is None or head.basis not in (*_DIRECT, Basis.SAME_SENTENCE) or draft.cue is None or not draft.heard:
            return
        at, voice = draft.heard
        if voice.subject is None or _ADDS.isdisjoint(draft.cue.casefold().split()):
            return
        if self._speech.scenes[at].tokens[voice.subject.first].lower in self._speech.lexicon.pronouns:
            self._candidates.add(number, carried(head, head.score * _ADDED, "added"))

    def pronoun(self, number: int, draft: Draft, key: str, last: int | None) -> None:
        """“…,” the engineer wrote in [the memo](…). He warned that “…”: one who has no name goes on."""
        if key not in _NAMELESS or last is None or not self._beside(draft, last):
            return
        speaker, head = self._speech.drafts[last].speaker, self._candidates.best(last)
        if not speaker or (speaker[:1].isupper() and len(speaker.split()) > 1):
            # One with a name would have been known again.
            return
        if head is not None and head.score >= STAKED and head.basis in _DIRECT:
            self._candidates.add(number, carried(head, head.score * _MEANT, "pronoun"))

    def _tells(self, draft: Draft, last: int) -> bool:
        """“…,” Fenn told Krol, who spoke just before: one answers the other."""
        asked = self._speech.drafts[last].speaker
        if draft.heard is None or draft.heard[1].cue is None or not asked or not asked[:1].isupper():
            return False
        at, voice = draft.heard
        cue = voice.cue[1] if voice.cue is not None else 0
        tokens = self._speech.scenes[at].tokens
        told = tokens[cue - 1].lower in _TOLD and asked != draft.speaker
        return told and any(t.lower == asked.casefold().split()[-1] for t in tokens[cue : cue + _WHOM])

    def _head(self, number: int, draft: Draft, last: int | None) -> Candidate | None:
        """What the quotation before was staked on, if the draft has nothing as good and stands beside it."""
        best = self._candidates.best(number)
        if last is None or (best is not None and best.score >= STAKED) or not self._beside(draft, last):
            return None
        head = self._candidates.best(last)
        return head if head is not None and head.score >= STAKED else None

    def _beside(self, draft: Draft, last: int) -> bool:
        """Whether the quotation *last* stands in the draft's paragraph or the one before, and was not told to the reporter."""
        apart = draft.places[0][0] - self._speech.drafts[last].places[-1][0]
        return apart <= 1 and not self._candidates.told.bars(last)


def carried(candidate: Candidate, score: float, route: str) -> Candidate:
    """The same link for words that go on, with a basis that says how they came to it."""
    basis = candidate.basis if candidate.basis in (Basis.PARAGRAPH, Basis.NAMED_SOURCE) else Basis.SAME_SPEAKER
    return Candidate(candidate.citation, basis, score, route, candidate.anchor)
