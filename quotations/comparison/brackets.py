"""The bracket ledger: what each editorial bracket replaced, and whether it swallowed or added what turns the sense."""

from __future__ import annotations

from collections import Counter

from quotations.comparison.align import Step
from quotations.comparison.changes import Change
from quotations.comparison.classes import members, modals, negations, phrases_out
from quotations.comparison.number_rows import same_numbers
from quotations.comparison.numbers import Number, is_numeral, numbers_of
from quotations.comparison.scene import Scene

_PHRASE, _EDITORIAL = 4, 12  #: words of an editor's round brackets from which they may be, and are, the text's own
_PLACES = 20  #: of their first word that are looked at
_MASKS = frozenset(
    {"expletive", "censored", "bleep", "bleeped", "redacted", "deleted", "profanity", "swear", "obscenity"}
)


def bracket_changes(scene: Scene, step: Step) -> list[Change]:
    """The labels of one bracket: "bracket", or "bracket_critical" when it swallows or adds a critical word."""
    lexicon = scene.lexicon
    inner = list(scene.aligned.quoted.items[step.quote].inner)
    taken = scene.source_keys[step.source : step.source_end] or _determiner(scene, step) or _behind(scene, step, inner)
    label = "bracket"
    printed = _printed(scene, step, len(inner))
    if printed and inner != printed[: len(inner)]:
        same = same_numbers(numbers_of(inner, lexicon)[0], numbers_of(printed[: len(inner)], lexicon)[0])
        label = "word" if same else "bracket_critical"
    elif not _MASKS & set(inner) and inner != taken:
        said = inner if _denies(scene, step, inner) else phrases_out(inner, ("interjection",), lexicon)
        left = phrases_out(taken, ("interjection",), lexicon) if len(taken) > 1 or not taken else taken
        figures = [numbers_of(keys, lexicon)[0] for keys in (said, left)]
        turned = (
            negations(said, lexicon) != negations(left, lexicon)
            or (taken and set(modals(said, lexicon)) != set(modals(left, lexicon)))
            or (not taken and modals(said, lexicon))
            or members(said, "condition", lexicon) != members(left, "condition", lexicon)
            or (_counts(figures[1]) and not same_numbers(*figures))
        )
        if turned:
            label = "bracket_critical"
        elif scene.sentences_in(step.source, step.source_end) or _spoken(scene, step, inner):
            label = "bracket_wide"
    return [Change(label, step.quote, step.quote_end, step.source, step.source_end)]


def _determiner(scene: Scene, step: Step) -> list[str]:
    """The number or negation before the first word kept, where a bracket that opens the quotation stands for it."""
    at = step.source - 1
    if step.quote or at < 0 or scene.mark_before(step.source):
        return []
    key = scene.source_keys[at]
    return [key] if is_numeral(key, scene.lexicon) or negations([key], scene.lexicon) else []


def _behind(scene: Scene, step: Step, inner: list[str]) -> list[str]:
    """The number or negation behind the last word kept, where a bracket that holds one closes a piece of the quotation."""
    at, quoted = step.source_end, scene.aligned.quoted
    closes = any(step.quote_end == segment.stop for segment in quoted.segments)
    if not closes or not 0 < at < len(scene.source_keys) or scene.mark_before(at):
        return []
    key = scene.source_keys[at]
    if is_numeral(key, scene.lexicon):
        return [key] if any(is_numeral(word, scene.lexicon) for word in inner) else []
    return [key] if negations([key], scene.lexicon) != negations(inner, scene.lexicon) == 0 else []


def _spoken(scene: Scene, step: Step, inner: list[str]) -> bool:
    """Whether round brackets hold more than the phrase that an editor puts in, or words that the text itself has."""
    if not scene.aligned.quoted.items[step.quote].round or len(inner) < _PHRASE:
        return False
    keys, size = scene.source_keys, len(inner)
    return size > _EDITORIAL or any(
        keys[at : at + size] == inner for at in scene.aligned.view.first_places(inner[0], _PLACES)
    )


def _denies(scene: Scene, step: Step, inner: list[str]) -> bool:
    """Whether a bracket is nothing but a word that also answers, and denies here: "[no]" between words, not "[no,]"."""
    if len(inner) != 1 or not negations(inner, scene.lexicon):
        return False
    items, quoted = scene.aligned.quoted.items, scene.aligned.quoted.text
    written = items[step.quote].span.of(quoted)
    around = written[1:-1].strip()[-1:] + scene.quote_marks(step.quote, step.quote + 1).strip()[:1]
    return not any(mark in ",.!?;:" for mark in around)


def _printed(scene: Scene, step: Step, size: int) -> list[str]:
    """The words of a bracket that the text prints where the quotation has one, when most of its words are the same."""
    keys = scene.source_keys
    inner = Counter(scene.aligned.quoted.items[step.quote].inner)
    for at in {step.source, step.source_end}:
        if 0 < at < len(keys) and scene.source_marks(at - 1, at).rstrip()[-1:] == "[":
            words = keys[at : at + size + 2]
            if 2 * (inner & Counter(words)).total() > size:
                return words
    return []


def _counts(figures: list[Number]) -> bool:
    """Whether any of *figures* is a number that a reader would miss: not "one", not "half"."""
    return any(number.figure is not None or number.value not in (None, 1.0) for number in figures)
