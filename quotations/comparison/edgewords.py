"""Changes at an edge of a quotation: a word cut in two, a form of the text's next words, the article of a phrase."""

from __future__ import annotations

from quotations.comparison.changes import Group, keys_of
from quotations.comparison.cuts import is_numeric
from quotations.comparison.scene import Scene
from quotations.comparison.substitutions import form_of

_EDGE_WORDS = 6
_PHRASE = 5  #: words of a phrase up to its noun
_REPLACED = 3  #: words that open or close a sentence and stand for others


def edge_label(scene: Scene, group: Group) -> str | None:
    """The label that *group* has because it stands at an edge; None where its place does not matter."""
    return _cut_word(scene, group) or _cut_head(scene, group) or _form_at_edge(scene, group)


def with_replaced(scene: Scene, group: Group) -> Group:
    """*group*; where words that seem added at an edge stand for as many that open or close the sentence: Le Danemark, La Suède."""
    size = group.quote_end - group.quote
    if not group.only_added or not 0 < size <= _REPLACED:
        return group
    if group.quote == 0:
        for start in range(group.source - 1, max(-1, group.source - size - 2), -1):
            if scene.sentence_ends_before(start):
                return Group(group.quote, group.quote_end, start, group.source)
    elif group.quote_end == len(scene.quote_keys):
        last = len(scene.source_keys)
        for end in range(group.source + 1, min(last, group.source + size + 1) + 1):
            if scene.sentence_ends_before(end):
                return Group(group.quote, group.quote_end, group.source, end)
    return group


def with_phrase(scene: Scene, group: Group) -> Group:
    """*group*; where the last word stands for the article of a phrase, with the phrase's noun: "ever" for "a week"."""
    lexicon = scene.lexicon
    end = group.source_end
    if (
        group.quote_end < len(scene.quote_keys)
        or group.only_skipped
        or group.only_added
        or end >= len(scene.source_keys)
    ):
        return group
    opens = any(
        lexicon.has(name, scene.source_keys[end - 1]) and not lexicon.has(name, scene.quote_keys[-1])
        for name in ("article", "preposition")
    )
    while opens and end < len(scene.source_keys) and not scene.mark_before(end) and end - group.source_end < _PHRASE:
        end += 1
        if not lexicon.has("function", scene.source_keys[end - 1]):
            return Group(group.quote, group.quote_end, group.source, end)
    return group


def _cut_word(scene: Scene, group: Group) -> str | None:
    """Whether the quotation cuts a word of the text in two at one of its own ends."""
    quoted, source = keys_of(scene.aligned, group)
    if len(quoted) != 1 or len(source) != 1:
        return None
    key, word = quoted[0], source[0]
    size = len(scene.quote_keys)
    if len(word) <= len(key) or (len(key) < 2 and not key.isdigit()):
        return None
    tail, head = group.quote == 0 and word.endswith(key), group.quote_end == size and word.startswith(key)
    if not tail and not head:
        return None
    if key[-1].isdigit():
        return "cut_number"
    lexicon = scene.lexicon
    if tail and (lexicon.has("negative_prefix", word[: -len(key)]) or lexicon.has("strict_negation", word)):
        return "cut_negation"
    return "cut_word"


def _cut_head(scene: Scene, group: Group) -> str | None:
    """Whether the quotation's first word, which the passage lacks, is the tail of a negation before it: (n)ever."""
    if not group.only_added or group.quote or group.quote_end != 1 or not group.source:
        return None
    key, word = scene.quote_keys[0], scene.source_keys[group.source - 1]
    tail = len(key) < len(word) and len(key) > 1 and word.endswith(key)
    return "cut_negation" if tail and scene.lexicon.has("strict_negation", word) else None


def _form_at_edge(scene: Scene, group: Group) -> str | None:
    """Whether words that seem added at an edge are the text's own next words in another form: 23, F.B.I."""
    quoted, _ = keys_of(scene.aligned, group)
    if group.only_skipped or len(quoted) > _EDGE_WORDS or not (group.only_added or is_numeric(quoted, scene.lexicon)):
        return None
    size = len(scene.source_keys)
    for more in range(1, _EDGE_WORDS + 1):
        if group.quote == 0 and group.source >= more:
            wider = Group(group.quote, group.quote_end, group.source - more, group.source_end)
        elif group.quote_end == len(scene.quote_keys) and group.source_end + more <= size:
            wider = Group(group.quote, group.quote_end, group.source, group.source_end + more)
        else:
            return None
        label = form_of(scene, wider)
        if label is not None:
            return label
    return None
