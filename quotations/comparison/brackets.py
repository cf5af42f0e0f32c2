"""The bracket ledger: what each editorial bracket replaced, and whether it swallowed or added what turns the sense."""

from __future__ import annotations

from quotations.comparison.align import Step
from quotations.comparison.changes import Change
from quotations.comparison.classes import members, modals, negations, phrases_out
from quotations.comparison.numbers import Number, numbers_of, same_numbers
from quotations.comparison.scene import Scene

_MASKS = frozenset(
    {"expletive", "censored", "bleep", "bleeped", "redacted", "deleted", "profanity", "swear", "obscenity"}
)


def bracket_changes(scene: Scene, step: Step) -> list[Change]:
    """The labels of one bracket: "bracket", or "bracket_critical" when it swallows or adds a critical word."""
    lexicon = scene.lexicon
    inner = list(scene.aligned.quoted.items[step.quote].inner)
    taken = scene.source_keys[step.source : step.source_end]
    label = "bracket"
    if not _MASKS & set(inner) and inner != taken:
        said = phrases_out(inner, ("interjection",), lexicon)
        left = phrases_out(taken, ("interjection",), lexicon) if len(taken) > 1 or not taken else taken
        figures = [numbers_of(keys, lexicon)[0] for keys in (said, left)]
        turned = (
            negations(said, lexicon) != negations(left, lexicon)
            or (taken and set(modals(said, lexicon)) != set(modals(left, lexicon)))
            or (not taken and modals(said, lexicon))
            or set(members(said, "condition", lexicon)) != set(members(left, "condition", lexicon))
            or (_counts(figures[1]) and not same_numbers(*figures))
        )
        if turned:
            label = "bracket_critical"
        elif scene.sentences_in(step.source, step.source_end):
            label = "bracket_wide"
    return [Change(label, step.quote, step.quote_end, step.source, step.source_end)]


def _counts(figures: list[Number]) -> bool:
    """Whether any of *figures* is a number that a reader would miss: not "one", not "half"."""
    return any(number.figure is not None or number.value not in (None, 1.0) for number in figures)
