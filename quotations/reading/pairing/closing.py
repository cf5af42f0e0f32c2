"""A link behind the words that says where they stand: “…,” Fenn said, according to [a transcript](…); “…” appears in [the act](…)."""

from __future__ import annotations

from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.near import says_in
from quotations.reading.phrases import leads_at
from quotations.reading.scene import Scene

#: What joins a clause of its own, or opens one about somebody.
_OPENS = frozenset(
    """
    who whose whom which where and but while though although whereas adding noting
    der die dessen und aber während qui dont et mais que quien y pero che cui e ma em mas die dat en maar terwijl
    """.split()  # noqa: SIM905
)
_THAT = frozenset("that dass daß que che dat how".split())  # noqa: SIM905
#: Verbs of where words stand; with a preposition behind.
_STANDS = frozenset(
    """
    appears appear appeared stands stood comes came occurs dates taken found quoted printed
    steht stehen stand stammt stammen heißt hieß figure figurent vient viennent provient tiré tirée tirés aparece aparecen viene
    procede proviene compare vem consta staat stond komt
    """.split()  # noqa: SIM905
)
_AT = frozenset("in from on aus im dans de du en da dal dalla nel no na uit es auf".split())  # noqa: SIM905
_BESIDE = frozenset("is are was were also first only both already taken found quoted again".split())  # noqa: SIM905
_MOST, _SHORT = 40, 6


def reports_all(lexicon: Lexicon, scene: Scene, anchor: Anchor, last: int) -> bool:
    """Whether the sentence closes with the link of whoever reported it: “…, Quay [reported](…) in May”.

    *last*: the token of the quotation, before the link.
    """
    tokens = scene.tokens
    _, end = scene.bounds(anchor.sentence)
    between, behind = tokens[last + 1 : anchor.first], tokens[anchor.last : end]
    if len(between) > _MOST or len(behind) > _SHORT or any(t.quoted >= 0 for t in (*between, *behind)):
        return False
    if any(t.lower in _OPENS or t.text in (";", ":", "(", "[") for t in between):
        return False
    if any(t.lower in _THAT or t.text == "," for t in behind):
        return False
    comma = max((at for at in range(last + 1, anchor.first) if tokens[at].text == ","), default=None)
    if comma is None:
        return False
    ahead = [t for t in tokens[comma + 1 : anchor.first] if t.is_word]
    led = [*ahead, *tokens[anchor.first : anchor.last]]
    if any(len(ahead) <= size + 2 for size in leads_at(led, 0, lexicon)):
        return any(t.is_word for t in tokens[last + 1 : comma])
    named = all(t.is_name or t.lower in lexicon.articles for t in ahead) and any(t.is_name for t in ahead)
    return named and len(ahead) <= _SHORT and says_in(lexicon, scene, anchor)


def stands_in(scene: Scene, anchor: Anchor, last: int) -> bool:
    """Whether the words are said to stand in the link: “…” appears in [the act](…), „…“ heißt es in [dem Brief](…)."""
    between = [t for t in scene.tokens[last + 1 : anchor.first] if t.is_word]
    if not 1 < len(between) <= _SHORT or any(t.quoted >= 0 for t in between):
        return False
    words = [t.lower for t in between]
    verb = next((at for at, word in enumerate(words) if word in _STANDS), None)
    if verb is None or any(word not in _BESIDE for word in words[:verb]):
        return False
    return any(word in _AT for word in words[verb + 1 :])
