"""Words of a quotation that the text has in another order: near a change, or anywhere in the sentences of the passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotations.comparison.aligned import MATCHED
from quotations.comparison.classes import content
from quotations.comparison.likeness import same_spelling, same_stem
from quotations.comparison.scene import Scene

_REACH = 40  #: words looked back or ahead for the sentence's ends
_MOST = 2 / 3  #: of the words of content that must be near to be called moved
_FEWEST = 2
_WINDOW = 1.5  #: words of the text for a word of the quotation, where the content of a passage is sought


def moved_from(scene: Scene, start: int, end: int, source: int) -> bool:
    """Whether words *start* … *end* of the quotation stand, most of them, elsewhere in the sentence around word *source*."""
    mine = content([key for key in scene.quote_keys[start:end] if key], scene.lexicon)
    if len(mine) < _FEWEST:
        return False
    low, high = _sentence(scene, source - 1 if source and scene.sentence_ends_before(source) else source)
    used = {at for step in scene.aligned.steps if step.kind in MATCHED for at in range(step.source, step.source_end)}
    free = [scene.source_keys[at] for at in range(low, high) if at not in used]
    return len(_in_both(scene, mine, free)) >= _MOST * len(mine)


def content_held(scene: Scene) -> tuple[float, int]:
    """How much of the quotation's content its passage holds in any order: the share of its bits, and how many words."""
    held = scene.aligned.source_range()
    if held is None:
        return 0.0, 0
    weights = scene.aligned.weights
    mine = [at for at, key in enumerate(scene.quote_keys) if key and not scene.lexicon.has("function", key)]
    total = sum(weights[at] for at in mine)
    low, high = _sentence(scene, held[0])[0], _sentence(scene, held[1] - 1)[1]
    if not total or high - low > _WINDOW * len(scene.quote_keys) + _REACH:
        return 0.0, 0
    found = _in_both(scene, [scene.quote_keys[at] for at in mine], scene.source_keys[low:high])
    return sum(weights[mine[at]] for at in found) / total, len(found)


def _sentence(scene: Scene, source: int) -> tuple[int, int]:
    """The words of the sentence around word *source* of the text."""
    size = len(scene.source_keys)
    low = high = min(source, size)
    while low > 0 and source - low < _REACH and not scene.sentence_ends_before(low):
        low -= 1
    while high < size and high - source < _REACH and (high == low or not scene.sentence_ends_before(high)):
        high += 1
    return low, high


def _in_both(scene: Scene, words: Iterable[str], others: Iterable[str]) -> list[int]:
    """The places in *words* of those that *others* have too, in any form; each of *others* serves once."""
    lexicon = scene.lexicon
    left = Counter(others)
    irregular = {
        key for key in left if key in lexicon.pairs.get("lemma", {}) or key in lexicon.pairs.get("same_word", {})
    }
    found: list[int] = []
    for at, word in enumerate(words):
        if left[word] > 0:
            left[word] -= 1
            found.append(at)
            continue
        # forms of one word begin alike, but for those that the lexicon lists
        near = (key for key, count in left.items() if count > 0 and (key[:2] == word[:2] or key in irregular))
        other = next((key for key in near if same_spelling(word, key, lexicon) or same_stem(word, key, lexicon)), None)
        if other is not None:
            left[other] -= 1
            found.append(at)
    return found
