"""One wording in the place of another: what kind of change it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quotations.comparison.abbreviations import shortened
from quotations.comparison.background import RARE, bits
from quotations.comparison.breaks import divides
from quotations.comparison.changes import Group
from quotations.comparison.classes import content, members, modals, negated_endings, negations, persons, phrases_out
from quotations.comparison.cuts import (
    critical_labels,
    holds_clause,
    label_addition,
    label_cut,
    person_changed,
    small_labels,
)
from quotations.comparison.forms import degree_form, pairs_label
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import same_spelling, same_stem, slip_of_pen
from quotations.comparison.names import stands_for
from quotations.comparison.numeric import exchanged_numbers, numeric_labels
from quotations.comparison.renaming import masked, minus, name_labels, sounding
from quotations.comparison.scene import Scene
from quotations.comparison.turns import turned

_PART = 4
_APOSTROPHE = re.compile(r"([^\W\d_])['’]([^\W\d_])")
_NEAR = 1500  #: characters around a word in which a text that lost its apostrophes has none
_FORMS = frozenset({"number_form", "abbreviation", "join"})
_LONGER = 6  #: words by which the text is longer where something was cut and not only reworded


def label_substitution(scene: Scene, group: Group) -> list[str]:
    """The labels of words of the quotation that stand where the text has other words."""
    lexicon = scene.lexicon
    quoted, source = _sides(scene, group)
    if not quoted:
        return label_cut(scene, group)
    if not source:
        return label_addition(scene, group)
    if quoted == source:
        return []
    one, other = _without_common(quoted, source)
    known = _same_in_other_form(scene, group, quoted, source, one, other)
    if known:
        return known
    if degree_form(quoted, source, lexicon) or degree_form(source, quoted, lexicon):
        return ["inflection"]
    if masked(scene, group, source):
        return ["masked"]
    if not one and not other:
        return ["inflection"]
    after = _kept_after(scene, group)
    labels = turned(scene, group)
    labels += [label for label in _critical(one, other, quoted + after, source + after, lexicon) if label not in labels]
    labels += name_labels(scene, group) or sounding(scene, group)
    if labels:
        return labels
    return _plain(scene, one, other)


def form_of(scene: Scene, group: Group) -> str | None:
    """The label of *group* where both sides say the same in another form: "number_form", "abbreviation" or "join"."""
    quoted, source = _sides(scene, group)
    if not quoted or not source:
        return None
    labels = _same_in_other_form(scene, group, quoted, source, *_without_common(quoted, source))
    return labels[0] if len(labels) == 1 and labels[0] in _FORMS else None


def _sides(scene: Scene, group: Group) -> tuple[list[str], list[str]]:
    quoted = [key for key in scene.quote_keys[group.quote : group.quote_end] if key]
    return quoted, scene.source_keys[group.source : group.source_end]


def _same_in_other_form(
    scene: Scene, group: Group, quoted: list[str], source: list[str], one: list[str], other: list[str]
) -> list[str]:
    """The labels of what is known by its form, whatever the words say; *one* and *other* are what the sides do not share."""
    lexicon = scene.lexicon
    if "".join(quoted) == "".join(source):
        return ["typography" if _divided(scene, group) else "join"]
    if _lost_apostrophe(scene, group):
        return ["apostrophe"]
    if len(source) - len(quoted) > _LONGER and holds_clause(scene, group.source, group.source_end):
        return ["silent_cut", *critical_labels(minus(quoted, Counter(source)), lexicon)]
    if (
        len(one) >= _PART
        and len(other) >= _PART
        and scene.sentence_ends_before(group.source)
        and scene.sentence_ends_before(group.source_end)
        and not _paired(one, other, lexicon)[0]
    ):
        cut = label_cut(scene, Group(group.quote, group.quote, group.source, group.source_end))
        return cut + label_addition(scene, group)
    if stands_for(one, other) or stands_for(other, one) or shortened(scene, group):
        return ["abbreviation"]
    if sorted(quoted) == sorted(source):
        if exchanged_numbers(quoted, source, lexicon):
            return ["number"]
        return ["order"] if content(quoted, lexicon) else ["moved"]
    return numeric_labels(scene, group, quoted, source)


def _divided(scene: Scene, group: Group) -> bool:
    """Whether a word of *group* is divided by the end of a line, on either side."""
    items = scene.aligned.quoted.items
    written = scene.aligned.quoted.text[items[group.quote].span.start : items[group.quote_end - 1].span.end]
    return divides(written) or divides(scene.aligned.view.words(group.source, group.source_end))


def _lost_apostrophe(scene: Scene, group: Group) -> bool:
    """Whether the text has the same letters without the apostrophe, as it has none anywhere near: "well" for "we'll"."""
    items, view = scene.aligned.quoted.items, scene.aligned.view
    written = scene.aligned.quoted.text[items[group.quote].span.start : items[group.quote_end - 1].span.end]
    if "'" not in written and "’" not in written:
        return False
    printed = view.span(group.source, group.source_end)
    bare = _APOSTROPHE.sub(r"\1\2", written)
    if bare == written or bare.lower() != printed.of(view.text).lower():
        return False
    return not _APOSTROPHE.search(view.text[max(0, printed.start - _NEAR) : printed.end + _NEAR])


def _kept_after(scene: Scene, group: Group) -> list[str]:
    """The kept word behind the change, when it makes a modal of a word in it: "has" before "to"."""
    keys = scene.quote_keys
    return ["to"] if group.quote_end < len(keys) and keys[group.quote_end] == "to" else []


def _without_common(quoted: Sequence[str], source: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both sides without the words that the other side has too."""
    if set(quoted).isdisjoint(source):
        return list(quoted), list(source)
    common = Counter(quoted) & Counter(source)
    return minus(quoted, common), minus(source, common)


def _critical(one: list[str], other: list[str], quoted: list[str], source: list[str], lexicon: Lexicon) -> list[str]:
    """The classes of critical words in which the two sides differ."""
    labels: list[str] = []
    prefixed = _prefixed(quoted, source, lexicon)
    balance = negations(quoted, lexicon) + prefixed - negations(source, lexicon)
    if balance or negated_endings(quoted, lexicon) != negated_endings(source, lexicon):
        labels.append("negation")
    elif prefixed or (negations(one, lexicon) and negations(other, lexicon)):
        labels.append("polarity")
    left, right = modals(quoted, lexicon), modals(source, lexicon)
    if set(left) != set(right) and set(left) ^ set(right) != {"will"}:
        labels.append("modality")
    bare = [phrases_out(keys, ("filler_phrase", "idiom"), lexicon) for keys in (quoted, source)]
    for name, label in (
        ("condition", "condition"),
        ("restriction", "quantifier"),
        ("quantifier", "quantifier"),
        ("hedge", "hedge"),
        ("hedge_adjective", "hedge"),
    ):
        if label not in labels and members(bare[0], name, lexicon) != members(bare[1], name, lexicon):
            labels.append(label)
    sizes = [members(keys, "comparison", lexicon) for keys in (quoted, source)]
    if (
        sizes[0] != sizes[1]
        and (sizes[0] | sizes[1])
        & {
            "less",
            "worse",
            "weniger",
            "moins",
            "menos",
            "meno",
            "mniej",
            "minder",
            "меньше",
            "менее",
        }
    ) or (sizes[0] and sizes[1] and sizes[0] != sizes[1]):
        labels.append("comparison")
    return labels


def _prefixed(quoted: Sequence[str], source: Sequence[str], lexicon: Lexicon) -> int:
    """How many more words of the quotation than of the text carry a negative prefix before a word of the other side."""
    prefixes = lexicon.words("negative_prefix")
    count = 0
    for sign, left, right in ((1, quoted, source), (-1, source, quoted)):
        for word in left:
            bare = {
                word[len(prefix) :] for prefix in prefixes if word.startswith(prefix) and len(word) - len(prefix) > 2
            }
            if any(base == key or (len(base) > 3 and same_stem(base, key, lexicon)) for base in bare for key in right):
                count += sign
    return count


def _plain(scene: Scene, one: list[str], other: list[str]) -> list[str]:
    """A change of no critical class: function words, forms of one word, another word."""
    lexicon = scene.lexicon
    pairs, left, right = _paired(one, other, lexicon)
    labels: list[str] = []
    if pairs:
        labels.append(pairs_label(pairs, lexicon))
    weighty = content(left, lexicon), content(right, lexicon)
    if not weighty[0] and not weighty[1]:
        labels.append(_function_label(left, right, lexicon))
    elif not weighty[0] and not right:
        labels += small_labels(left, weighty[0], lexicon, "addition")
    elif left and right and weighty[0] and weighty[1]:
        labels.append(_word_label(left, right, lexicon))
        if len(left) >= _PART and len(left) > len(right) + _PART:
            labels.append("absent_words")
        if len(weighty[1]) > len(weighty[0]) + 3:
            labels.append("silent_cut")
    elif all(lexicon.has("small", key) or lexicon.has("degree", key) for key in weighty[0] + weighty[1]) and all(
        lexicon.has("small", key) for key in weighty[0] + weighty[1]
    ):
        labels.append("function_word")
    elif all(lexicon.has("expletive", key) for key in weighty[0] + weighty[1]):
        labels.append("expletive")
    elif weighty[1] and not weighty[0] and len(weighty[1]) > 3:
        labels.append("silent_cut")
    elif len(left) >= _PART and not weighty[1]:
        labels.append("absent_words")
    else:
        labels.append("word")
    return [label for label in labels if label] or ["function_word"]


def _paired(
    one: Sequence[str], other: Sequence[str], lexicon: Lexicon
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Words of both sides that are forms of one word, and the rest of each side."""
    pairs: list[tuple[str, str]] = []
    right = list(other)
    left: list[str] = []
    for key in one:
        match = next((k for k in right if same_spelling(key, k, lexicon) or same_stem(key, k, lexicon)), None)
        if match is None:
            left.append(key)
        else:
            right.remove(match)
            pairs.append((key, match))
    return pairs, left, right


def _function_label(left: list[str], right: list[str], lexicon: Lexicon) -> str:
    """The label of a change among function words."""
    if not left and not right:
        return ""
    opposites = lexicon.pairs.get("opposite", {})
    for a in left:
        for b in right:
            if a != b and a in opposites and b in opposites and (opposites[a] == b or opposites[b] == a):
                return "opposite"
    if person_changed(left, right, lexicon):
        return "person"
    if (persons(left, lexicon) and any(lexicon.has("determiner", k) for k in right)) or (
        persons(right, lexicon) and any(lexicon.has("determiner", k) for k in left)
    ):
        return "person"
    joins = [{key for key in keys if lexicon.has("connective", key)} for keys in (left, right)]
    if joins[0] != joins[1] and left and right and any(joins):
        return "word"
    wills = ["will" in modals(keys, lexicon) for keys in (left, right)]
    if any(wills):
        return "future" if all(wills) else "will_changed"
    return "function_word"


def _word_label(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> str:
    """Another word, or a slip of the pen in the source set right."""
    if (
        len(left) == len(right) == 1
        and slip_of_pen(left[0], right[0])
        and lexicon.language == "en"
        and bits(right[0]) >= RARE > bits(left[0])
    ):
        return "typo"
    return "word"
