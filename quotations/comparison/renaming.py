"""Names and expletives in another form: another name, the same in another spelling, masked letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotations.comparison.changes import Group
from quotations.comparison.classes import content, persons
from quotations.comparison.likeness import same_spelling
from quotations.comparison.names import is_listed, may_be_name, same_sound
from quotations.comparison.scene import Scene

_INITIALS = 4
_JOINING = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "of", "i", "lub"})


def name_labels(scene: Scene, group: Group) -> list[str]:
    """Whether the change touches a name: another one, the same in another form, or in another spelling."""
    keys, words = scene.quote_keys, scene.source_keys
    quoted = [at for at in range(group.quote, group.quote_end) if scene.quote_name(at)]
    source = [at for at in range(group.source, group.source_end) if scene.source_name(at)]
    if len(quoted) + len(source) < 2 and _both_may_be(scene, group):
        return ["name"]
    left = [keys[at] for at in quoted]
    right = [words[at] for at in source]
    if left and right:
        left, right = minus(left, Counter(right)), minus(right, Counter(left))
    if not left and not right:
        return []
    lexicon = scene.lexicon
    all_left = [key for key in keys[group.quote : group.quote_end] if key]
    all_right = words[group.source : group.source_end]
    if len(all_left) == len(all_right) and all(
        a == b or same_sound(a, b) or same_spelling(a, b, lexicon) for a, b in zip(all_left, all_right, strict=True)
    ):
        return ["name_spelling"]
    titles = lexicon.words("title")
    if all(key in titles for key in left + right):
        return ["name_form"]
    if left and right:
        same = (
            _initial_of(scene, group, left[0])
            or set(left) & {*all_right}
            or set(right) & {*all_left}
            or any(key in titles for key in all_left + all_right)
        )
        return ["name_form"] if same else ["name"]
    others = all_right if left else all_left
    if all(key in titles for key in others) or _initial_of(scene, group, (left or all_left or [""])[0]):
        return ["name_form"]
    if len(content(others, lexicon)) == 0:
        # a pronoun written out, or a name made a pronoun
        return (
            ["name_for_pronoun"]
            if persons(others, lexicon) or any(lexicon.has("demonstrative", k) for k in others)
            else ["name_form"]
        )
    return ["name"]


def _initial_of(scene: Scene, group: Group, name: str) -> bool:
    """Whether the text has initials in the place of *name*, and its first letter is one of them."""
    words = scene.source_keys
    at, initials = group.source_end - 1, set[str]()
    while at >= 0 and len(words[at]) == 1 and scene.source_word(at).isupper() and len(initials) < _INITIALS:
        initials.add(words[at])
        at -= 1
    return len(name) > 1 and name[0] in initials


def exchanged(scene: Scene, one: Group, other: Group) -> bool:
    """Whether names changed places between two changes around words that part them: from Paris to Berlin."""
    low, high = min(one.source, other.source), max(one.source_end, other.source_end)
    names = [at for at in range(max(0, low - 1), min(high + 2, len(scene.source_keys))) if scene.source_name(at)]
    if len({scene.source_keys[at] for at in names}) < 2:
        return False
    moved = {key for group in (one, other) for key in scene.source_keys[group.source : group.source_end]}
    if not moved & {scene.source_keys[at] for at in names}:
        return False
    between = scene.source_keys[names[0] + 1 : names[-1]]
    return any(key not in _JOINING and at not in names for at, key in enumerate(between, names[0] + 1))


def _both_may_be(scene: Scene, group: Group) -> bool:
    """Whether one capitalised word stands for another where a sentence opens, and both are used as names."""
    if group.quote_end - group.quote != 1 or group.source_end - group.source != 1 or not scene.quote_keys[group.quote]:
        return False
    written, printed = scene.quote_word(group.quote), scene.source_word(group.source)
    lexicon = scene.lexicon
    if {scene.quote_keys[group.quote], scene.source_keys[group.source]} & lexicon.words("title"):
        return False
    return (
        may_be_name(written, lexicon)
        and may_be_name(printed, lexicon)
        and (is_listed(written) or is_listed(printed))
        and not scene.common_elsewhere(group.source)
    )


def sounding(scene: Scene, group: Group) -> list[str]:
    """A capitalised word that sounds like the text's, where its place in the sentence does not tell a name."""
    if group.quote_end - group.quote != 1 or group.source_end - group.source != 1 or not scene.quote_keys[group.quote]:
        return []
    written, printed = scene.quote_word(group.quote), scene.source_word(group.source)
    capitals = written[:1].isupper() and printed[:1].isupper() and scene.lexicon.language != "de"
    return ["name_spelling"] if capitals and same_sound(written.lower(), printed.lower()) else []


def masked(scene: Scene, group: Group, source: Sequence[str]) -> bool:
    """Whether the quotation masks letters of an expletive: s—t, f**k."""
    initials = {key[0] for key in source if scene.lexicon.has("expletive", key)}
    if not initials:
        return False
    items = scene.aligned.quoted.items
    start = items[group.quote].span.start
    end = items[min(group.quote_end, len(items)) - 1].span.end
    text = scene.aligned.quoted.text[start : end + 8]
    return text[:1].lower() in initials and any(sign in text for sign in "*—–-_@#")


def minus(keys: Sequence[str], common: Counter[str]) -> list[str]:
    """*keys* without those in *common*, as often as they stand there."""
    left = Counter(common)
    rest: list[str] = []
    for key in keys:
        if left[key]:
            left[key] -= 1
        else:
            rest.append(key)
    return rest
