"""Small words that turn the sense only beside their neighbours: *yet to*, *not just*, *a few*, *about* before a number."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.changes import Group
from quotations.comparison.classes import negations
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.numbers import is_numeral
from quotations.comparison.scene import Scene

_NE = 6  #: words between a French *ne* and its partner
_QUALIFIES = 3  #: words before a number that may say that it is not exact
_SIZES = frozenset({"about", "around", "over", "under", "above", "below"})


def turned(scene: Scene, group: Group) -> list[str]:
    """The critical labels that *group* gets from the kept words beside it; empty where it turns nothing."""
    lexicon = scene.lexicon
    sides = (scene.quote_keys, group.quote, group.quote_end), (scene.source_keys, group.source, group.source_end)
    labels: list[str] = []
    if _touching(*sides[0], lexicon) != _touching(*sides[1], lexicon) and not any(
        negations(keys[start:end], lexicon) for keys, start, end in sides
    ):
        labels.append("negation")
    if (
        any(_of_paucity(*side, lexicon) for side in sides if side[1] == side[2] - 1)
        and group.only_skipped != group.only_added
    ):
        labels.append("quantifier")
    if _touching(*sides[0], lexicon, "partitive") != _touching(*sides[1], lexicon, "partitive"):
        labels.append("quantifier")
    if any(_with_ne(*side, lexicon) for side in sides) and not labels:
        labels.append("quantifier")
    if _as_or_than(sides[0][0][group.quote : group.quote_end], sides[1][0][group.source : group.source_end]):
        labels.append("comparison")
    if _before_number(scene, group):
        mine, theirs = (_estimates(keys[start:end], lexicon) for keys, start, end in sides)
        if mine != theirs:
            labels.append("comparison" if (mine | theirs) - {"about", "almost"} else "hedge")
    return labels


def _touching(
    keys: Sequence[str], start: int, end: int, lexicon: Lexicon, name: str = "turning_phrase"
) -> dict[tuple[str, ...], int]:
    """The phrases of the list *name* that words *start* … *end* take part in, or that meet where they are missing, and how often."""
    known = lexicon.phrases(name)
    found: dict[tuple[str, ...], int] = {}
    for at in range(max(0, start - 1), min(end + 1, len(keys))):
        for phrase in known.get(keys[at], ()):
            if at + len(phrase) > start and at < max(end, start + 1) and list(keys[at : at + len(phrase)]) == phrase:
                found[tuple(phrase)] = found.get(tuple(phrase), 0) + 1
    return found


def _of_paucity(keys: Sequence[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the word at *start* is the article that makes *few* some: "a few", "a little"."""
    return lexicon.has("article", keys[start]) and end < len(keys) and lexicon.has("paucity", keys[end])


def _with_ne(keys: Sequence[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words *start* … *end* hold what only a *ne* before them turns: ne … que, ne … plus."""
    partner = next((at for at in range(start, end) if lexicon.has("ne_partner", keys[at])), None)
    return partner is not None and any(lexicon.has("ne", key) for key in keys[max(0, partner - _NE) : partner])


def _as_or_than(quoted: Sequence[str], source: Sequence[str]) -> bool:
    """Whether one side likens (as … as) where the other one compares (more … than)."""
    more = {"more", "less", "fewer", "than"}
    return any(
        "as" in one and more & set(other) and not more & set(one) for one, other in ((quoted, source), (source, quoted))
    )


def _before_number(scene: Scene, group: Group) -> bool:
    """Whether the same number follows the change in both texts."""
    quote, source = scene.quote_keys, scene.source_keys
    return (
        group.quote_end < len(quote)
        and group.source_end < len(source)
        and is_numeral(quote[group.quote_end], scene.lexicon)
        and is_numeral(source[group.source_end], scene.lexicon)
    )


def before_number(keys: Sequence[str], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words *start* … *end* qualify the number behind them, or go on with the one before them: up to, million."""
    if start == end:
        return False
    after = end < len(keys) and is_numeral(keys[end], lexicon)
    if after and (
        _estimates(keys[max(start, end - _QUALIFIES) : end], lexicon)
        or (keys[end - 1] == "of" and is_numeral(keys[end - 2], lexicon))
    ):
        return True
    scaled = keys[start] in lexicon.pairs.get("magnitude", {}) or lexicon.form("same_word", keys[start]) == "percent"
    return start > 0 and scaled and is_numeral(keys[start - 1], lexicon)


def _estimates(keys: Sequence[str], lexicon: Lexicon) -> set[str]:
    """What *keys* say of the number behind them; nothing where a preposition of another use is among them."""
    words = [key for key in keys if key]
    phrases = lexicon.phrases("about_phrase")
    found: set[str] = set()
    at = 0
    while at < len(words):
        phrase = next((one for one in phrases.get(words[at], ()) if words[at : at + len(one)] == one), None)
        name = "_".join(phrase) if phrase else words[at]
        if phrase or lexicon.has("about_number", name):
            found.add(lexicon.form("sense", name))
        elif lexicon.has("preposition", name) and name not in _SIZES:
            return set()
        at += len(phrase) if phrase else 1
    return found
