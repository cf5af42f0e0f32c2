"""From an account to a verdict: each difference by its rule, the worst decides, and enough must match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quotations.comparison.account import Account
from quotations.comparison.aligned import MATCHED, Aligned
from quotations.comparison.changes import Change
from quotations.comparison.classes import content
from quotations.comparison.numbers import is_numeral
from quotations.comparison.shuffled import content_held
from quotations.comparison.significance import LIGHT, SURE, expected
from quotations.judging.rules import RULES
from quotations.model import Verdict

_ALTERED_FROM, _PARAPHRASE_FROM = 0.75, 0.5
_SHUFFLED_FROM, _SHUFFLED_WORDS = 0.6, 3
_PART_BITS = 70.0
_WHOLE = 0.999  #: of the weight
_EIGHT = 8  #: words from which two changed ones are as good as one
_DOTS = re.compile(r"\.\s?\.|…")
_ABSENT = frozenset({"absent_words", "segment_absent"})


@dataclass(slots=True)
class Judged:
    """An account with its verdict and the verdicts of its changes."""

    account: Account
    verdict: Verdict
    outcomes: list[tuple[Change, Verdict]]
    bits: float
    expected: float

    @property
    def found(self) -> bool:
        """Whether a passage carries the words."""
        return self.verdict.rank < Verdict.PARAPHRASE.rank


def outcome(label: str, profile: Mapping[str, Verdict]) -> Verdict | None:
    """What the rule *label* comes to under *profile*; None where it only sets a flag."""
    return profile.get(label, RULES[label].verdict)


def judge_account(account: Account, profile: Mapping[str, Verdict], *, size: int | None = None) -> Judged:
    """The verdict of *account*; *size* is the length of the text in words, for significance."""
    if not account.told:
        bits, words = account.aligned.matched, len(account.aligned.view)
        return Judged(account, Verdict.NOT_FOUND, [], bits, expected(bits, words))
    _absent_segments(account)
    _whole_of_edges(account)
    outcomes = [(change, found) for change in account.changes if (found := outcome(change.label, profile)) is not None]
    words = len(account.aligned.view) if size is None else size
    bits = account.aligned.matched
    judged = Judged(account, Verdict.VERBATIM, outcomes, bits, expected(bits, words))
    judged.verdict = _verdict(judged)
    return judged


def may_be_found(aligned: Aligned) -> bool:
    """False where chance explains what is matched, and words are missing: NOT_FOUND, whatever the differences are called."""
    light = expected(aligned.matched, len(aligned.view)) > LIGHT
    return not light or aligned.coverage > _WHOLE or not _missing(aligned)


def _whole_of_edges(account: Account) -> None:
    quoted = account.aligned.quoted
    size = len(quoted.items)
    scene = account.scene
    if quoted.opens_with_gap and not _DOTS.search(scene.source_marks(account.first - 1, account.first)):
        account.changes.insert(0, Change("gap_edge", 0, 0, account.first, account.first))
    if quoted.closes_with_gap and not _DOTS.search(scene.source_marks(account.last, account.last + 1)):
        account.changes.append(Change("gap_edge", size, size, account.last, account.last))
    account.changes += [Change("sic", size, size, account.last, account.last) for _ in quoted.notes[:1]]


def _absent_segments(account: Account) -> None:
    """Mark each segment of which nothing is matched."""
    segments = account.aligned.quoted.segments
    if len(segments) < 2:
        return
    held = {at for step in account.aligned.steps if step.kind in MATCHED for at in range(step.quote, step.quote_end)}
    keys = account.scene.quote_keys
    for segment in segments:
        if not any(at in held for at in segment) and any(keys[at] for at in segment):
            account.changes.append(Change("segment_absent", segment.start, segment.stop, account.last, account.last))


def _verdict(judged: Judged) -> Verdict:
    account, outcomes = judged.account, judged.outcomes
    aligned = account.aligned
    worst = max((verdict for _, verdict in outcomes), key=lambda v: v.rank, default=Verdict.VERBATIM)
    literal = worst.rank <= Verdict.ELIDED.rank
    if judged.expected > LIGHT:
        return Verdict.WEAK if literal and (aligned.coverage > _WHOLE or not _missing(aligned)) else Verdict.NOT_FOUND
    if literal:
        return worst
    absent = [change for change, _ in outcomes if change.label in _ABSENT]
    if absent:
        return _partial(judged, absent, worst)
    if aligned.coverage >= _ALTERED_FROM or _few_changed(account):
        return worst
    return _paraphrase(account)


def _paraphrase(account: Account) -> Verdict:
    """PARAPHRASE where half of the weight is matched, two words of content among it; else NOT_FOUND.

    Words that one sentence has in another order carry the content, too, when they are most of it and more than a few.
    """
    scene = account.scene
    held = [scene.quote_keys[s.quote] for s in account.aligned.steps if s.kind in MATCHED]
    if account.aligned.coverage >= _PARAPHRASE_FROM and len(content(held, scene.lexicon)) >= 2:
        return Verdict.PARAPHRASE
    share, words = content_held(scene)
    return Verdict.PARAPHRASE if share >= _SHUFFLED_FROM and words >= _SHUFFLED_WORDS else Verdict.NOT_FOUND


def _partial(judged: Judged, absent: list[Change], worst: Verdict) -> Verdict:
    """PARTIAL where what remains is covered, significant, and half of the whole (or 70 bits)."""
    aligned = judged.account.aligned
    weights = aligned.weights
    gone = {at for change in absent for at in range(change.quote, change.quote_end)}
    rest = sum(weight for at, weight in enumerate(weights) if at not in gone)
    total = aligned.total
    if (
        rest
        and judged.bits / rest >= _ALTERED_FROM
        and judged.expected < SURE
        and (rest >= total / 2 or judged.bits >= _PART_BITS)
    ):
        return Verdict.PARTIAL
    if aligned.coverage >= _ALTERED_FROM:
        return worst
    if _few_changed(judged.account):
        return Verdict.ALTERED
    return _paraphrase(judged.account)


def _few_changed(account: Account) -> bool:
    """Whether one word was changed, or two from eight words on, beside a rest that is significant; a number is one word."""
    words = sum(1 for key in account.scene.quote_keys if key)
    lexicon = account.scene.lexicon
    missing = [key for key in _missing(account.aligned) if not lexicon.has("article", key)]
    missing = [
        key for at, key in enumerate(missing)
        if not (at and is_numeral(key, lexicon) and is_numeral(missing[at - 1], lexicon))
    ]  # fmt: skip
    return len(missing) <= (2 if words >= _EIGHT else 1)


def _missing(aligned: Aligned) -> list[str]:
    """The words of the quotation that are matched with no word of the text."""
    held = {at for step in aligned.steps if step.kind in MATCHED for at in range(step.quote, step.quote_end)}
    return [key for at, key in enumerate(aligned.quoted.keys) if key and at not in held]
