"""The classes of words whose change turns the sense: what a run of words holds of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotations.comparison.lexicon import Lexicon

_SAME = {
    "everybody": "everyone", "anybody": "anyone", "somebody": "someone", "nobody": "no", "none": "no", "amost": "almost",
    "greater": "more", "higher": "more", "larger": "more", "fewer": "less", "lower": "less", "smaller": "less", "perhaps": "maybe",
    "likely": "probably", "allegedly": "reportedly", "purportedly": "reportedly", "supposedly": "reportedly",
}  # fmt: skip
_CRITICAL_QUANTITY = frozenset(
    {
        "any",
        "each",
        "either",
        "other",
        "many",
        "much",
        "something",
        "anything",
        "anyone",
        "anybody",
        "both",
        "usually",
        "frequently",
        "several",
        "someone",
        "somebody",
    }
)


def negations(keys: Sequence[str], lexicon: Lexicon) -> int:
    """How many negations stand in *keys*; none in phrases that only look like one: *not only* in one character each."""
    if "no_negation" in lexicon.lists:
        keys = phrases_out(keys, ("no_negation",), lexicon)
    return sum(lexicon.has("strict_negation", key) for key in keys)


def negated_endings(keys: Sequence[str], lexicon: Lexicon) -> int:
    """How many endings of verbs in *keys* deny, where a script has no words for it: ない, ません."""
    phrases = lexicon.phrases("negation_ending")
    return sum(
        list(keys[at : at + len(phrase)]) == phrase
        for at, key in enumerate(keys)
        for phrase in phrases.get(key, ())
    )  # fmt: skip


def phrases_out(keys: Sequence[str], names: Sequence[str], lexicon: Lexicon) -> list[str]:
    """*keys* without the phrases of the lists *names* (written with ``_``) and without their single words."""
    phrases = lexicon.phrases(*names)
    if phrases.keys().isdisjoint(keys):
        return list(keys)
    rest: list[str] = []
    at = 0
    while at < len(keys):
        for phrase in phrases.get(keys[at], ()):
            if list(keys[at : at + len(phrase)]) == phrase:
                at += len(phrase)
                break
        else:
            rest.append(keys[at])
            at += 1
    return rest


def modals(keys: Sequence[str], lexicon: Lexicon) -> Counter[str]:
    """The classes of modal verbs in *keys*; "going to" is *will*, "have to" and "need to" are *must*."""
    found: Counter[str] = Counter()
    for at, key in enumerate(keys):
        after = keys[at + 1] if at + 1 < len(keys) else ""
        if key == "going" and after == "to":
            found["will"] += 1
        elif lexicon.has("have_to", key) and after == "to":
            found["must"] += 1
        elif key in lexicon.pairs.get("modal_class", {}):
            found[lexicon.form("modal_class", key)] += 1
    return found


def members(keys: Sequence[str], name: str, lexicon: Lexicon) -> set[str]:
    """The words of the list *name* in *keys*, words of one sense as one."""
    listed = lexicon.words(name)
    return {
        _SAME.get(key, key)
        for key in keys
        if key in listed and not (name == "quantifier" and key in _CRITICAL_QUANTITY)
    }


def persons(keys: Sequence[str], lexicon: Lexicon) -> Counter[str]:
    """The persons of the pronouns in *keys*."""
    table = lexicon.pairs.get("person", {})
    return Counter(table[key] for key in keys if key in table)


def content(keys: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The words of *keys* that are no function words."""
    return [key for key in keys if not lexicon.has("function", key)]
