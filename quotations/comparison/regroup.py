"""Differences that belong together although equal words stand between them."""

from __future__ import annotations

from collections import Counter

from quotations.comparison.changes import Group, keys_of
from quotations.comparison.classes import negations
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import EQUAL
from quotations.comparison.numbers import is_numeral
from quotations.comparison.renaming import exchanged
from quotations.comparison.scene import Scene

_APART = 14  #: words between the old and the new place of what was moved
_CLAUSE = 9


def pair_moved(scene: Scene, groups: list[tuple[Group, list[str]]]) -> list[tuple[Group, list[str]]]:
    """Words left out in one place and put in at another near it were moved."""
    result = list(groups)
    for at, (group, labels) in enumerate(groups):
        if "number" in labels and at + 1 < len(groups) and _carried(scene, group, groups[at + 1][0]):
            result[at], result[at + 1] = (group, ["order"]), (groups[at + 1][0], [])
        if not group.only_skipped and not group.only_added:
            continue
        for other_at in range(at + 1, min(at + 4, len(groups))):
            other = groups[other_at][0]
            if group.only_skipped == other.only_skipped or not (other.only_skipped or other.only_added):
                continue
            cut, put = (group, other) if group.only_skipped else (other, group)
            words = scene.source_keys[cut.source : cut.source_end]
            again = [k for k in scene.quote_keys[put.quote : put.quote_end] if k]
            if sorted(words) != sorted(again) or abs(put.source - cut.source) > _APART:
                continue
            label = "moved" if words == again and _light(scene, cut.source, cut.source_end) else "order"
            label = "name" if label == "order" and exchanged(scene, cut, put) else label
            label = "negation" if label == "order" and _to_another_clause(scene, cut, put) else label
            result[at] = (group, [label])
            result[other_at] = (other, [])
            break
        else:
            if group.only_added and _from_before(scene, group):
                result[at] = (group, ["moved"])
    return result


def _to_another_clause(scene: Scene, cut: Group, put: Group) -> bool:
    """Whether a negation was moved from one clause into another: "never said that she", "said that she never"."""
    lexicon = scene.lexicon
    if not negations(scene.source_keys[cut.source : cut.source_end], lexicon):
        return False
    low, high = sorted((cut.source_end, put.source))
    between = scene.source_keys[low:high]
    return any(lexicon.has("clause_opener", key) or lexicon.has("relative", key) for key in between)


def _carried(scene: Scene, left: Group, right: Group) -> bool:
    """Whether a number moved from one of two neighbouring changes to the other together with what it counts."""
    if right.source - left.source_end > _APART:
        return False
    (quoted, source), (others, texts) = keys_of(scene.aligned, left), keys_of(scene.aligned, right)
    put, gone = Counter(quoted), Counter(source)
    again, cut = Counter(others), Counter(texts)
    moved = (put - gone) + (again - cut)
    if moved != (gone - put) + (cut - again) or (put - gone and gone - put) or (again - cut and cut - again):
        return False
    return any(not is_numeral(word, scene.lexicon) and not scene.lexicon.has("function", word) for word in moved)


def _from_before(scene: Scene, group: Group) -> bool:
    """Whether the added words are a light opening of the sentence that the quotation does not begin with."""
    first = min((step.source for step in scene.aligned.steps if step.kind == EQUAL), default=0)
    words = [k for k in scene.quote_keys[group.quote : group.quote_end] if k]
    start = first - len(words)
    return start >= 0 and scene.source_keys[start:first] == words and _light(scene, start, first)


def _light(scene: Scene, start: int, end: int) -> bool:
    """Whether the moved words are an adverb, function words, or a parenthesis, and no critical word."""
    lexicon, words = scene.lexicon, scene.source_keys[start:end]
    if negations(words, lexicon) or any(
        lexicon.has("restriction", word) or is_numeral(word, lexicon) for word in words
    ):
        return False
    if all(is_adverb(word, lexicon) for word in words):
        return True
    return scene.mark_before(start) and scene.mark_before(end)


def is_adverb(word: str, lexicon: Lexicon) -> bool:
    """Whether *word* is a particle or an adverb of degree or manner, told by the lexicon or its ending."""
    if any(lexicon.has(name, word) for name in ("small", "degree", "determiner")) or word in ("all", "both", "each"):
        return True
    return lexicon.language == "en" and word.endswith("ly") and len(word) > 5 and not lexicon.has("no_adverb", word)


def settle_negations(scene: Scene, groups: list[tuple[Group, list[str]]]) -> list[tuple[Group, list[str]]]:
    """A negation that left one word of a clause for another (was unsatisfied, was not satisfied) keeps the sum."""
    result = list(groups)
    for at, (group, labels) in enumerate(result):
        if "negation" not in labels:
            continue
        for other_at in range(at + 1, len(result)):
            other, others = result[other_at]
            if "negation" not in others or other.source - group.source_end > _CLAUSE:
                continue
            if _balance(scene, group) + _balance(scene, other) == 0 and not scene.sentences_in(
                group.source, other.source_end + 1
            ):
                result[at] = (group, ["polarity" if label == "negation" else label for label in labels])
                result[other_at] = (other, ["polarity" if label == "negation" else label for label in others])
                break
    return result


def settle_voice(scene: Scene, groups: list[tuple[Group, list[str]]]) -> list[tuple[Group, list[str]]]:
    """A form of *to be* and a *by* that both came or both went: who did it is now whom it was done to."""
    result = list(groups)
    for at, (group, labels) in enumerate(result):
        if labels != ["function_word"] or not _lone(scene, group, "be"):
            continue
        for other, others in result[at + 1 : at + 3]:
            same = group.only_added == other.only_added and group.only_skipped == other.only_skipped
            if (
                same
                and others == ["function_word"]
                and other.source - group.source_end <= _CLAUSE
                and _lone(scene, other, "by")
            ):
                result[at] = (group, ["aspect"])
    return result


def _lone(scene: Scene, group: Group, lemma: str) -> bool:
    """Whether *group* only adds or only drops one word, which is *lemma* or a form of it."""
    quoted, source = keys_of(scene.aligned, group)
    words = quoted + source
    return len(words) == 1 and scene.lexicon.form("lemma", words[0]) == lemma


def _balance(scene: Scene, group: Group) -> int:
    quoted, source = keys_of(scene.aligned, group)
    prefixes = scene.lexicon.words("negative_prefix")

    def prefixed(one: list[str], other: list[str]) -> int:
        return sum(any(word.startswith(p) and word[len(p) :] in other for p in prefixes) for word in one)

    near = scene.source_keys[max(0, group.source - _CLAUSE) : group.source_end + _CLAUSE]
    return (
        negations(quoted, scene.lexicon)
        + prefixed(quoted, source + near)
        - negations(source, scene.lexicon)
        - prefixed(source, quoted)
    )
