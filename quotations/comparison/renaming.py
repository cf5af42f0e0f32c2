"""Names and expletives in another form: another name, the same in another spelling, masked letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotations.comparison.changes import Group
from quotations.comparison.classes import content, persons
from quotations.comparison.likeness import same_spelling
from quotations.comparison.names import same_sound
from quotations.comparison.scene import Scene


def name_labels(scene: Scene, group: Group) -> list[str]:
    """Whether the change touches a name: another one, the same in another form, or in another spelling."""
    keys, words = scene.quote_keys, scene.source_keys
    quoted = [at for at in range(group.quote, group.quote_end) if scene.quote_name(at)]
    source = [at for at in range(group.source, group.source_end) if scene.source_name(at)]
    left = [keys[at] for at in quoted]
    right = [words[at] for at in source]
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
            set(left) & {*all_right} or set(right) & {*all_left} or any(key in titles for key in all_left + all_right)
        )
        return ["name_form"] if same else ["name"]
    others = all_right if left else all_left
    if len(content(others, lexicon)) == 0:
        # a pronoun written out, or a name made a pronoun
        return (
            ["name_for_pronoun"]
            if persons(others, lexicon) or any(lexicon.has("demonstrative", k) for k in others)
            else ["name_form"]
        )
    return ["name"]


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
