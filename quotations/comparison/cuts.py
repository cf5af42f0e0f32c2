"""What was left out without a mark, or put in: what kind of words, and whether they weigh."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.changes import Group
from quotations.comparison.classes import content, members, modals, negated_endings, negations, persons, phrases_out
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.numbers import is_numeral, numbers_of
from quotations.comparison.repeats import begun_again, repeats
from quotations.comparison.scene import Scene
from quotations.comparison.shuffled import moved_from
from quotations.comparison.turns import turned

_FEW_CONTENT = 3
_PART = 4  #: words that the source lacks
_FORMULA = 2  #: letters


def label_cut(scene: Scene, group: Group) -> list[str]:
    """The labels of words of the text that the quotation leaves out in silence."""
    lexicon, keys = scene.lexicon, scene.source_keys
    start, end = group.source, group.source_end
    gone = keys[start:end]
    if _prefix(gone, scene.source_marks(end - 1, end), lexicon):
        return ["negation"]
    if dollar := _dollar(gone, keys, end, scene.source_marks(end - 1, end)):
        return [dollar]
    if gone == ["'s"] and start and keys[start - 1].endswith("s"):
        return ["apostrophe"]
    if _other_turn(scene, start, end):
        return ["turn_cut"]
    soft = _soft_words(scene, gone, start == 0 or scene.mark_before(start), scene.mark_before(end))
    if soft:
        return soft
    negated = negations(gone, lexicon) and len(gone) == 1
    if (repeats(keys, start, end) and not negated) or begun_again(scene, start, end):
        return ["repetition"]
    critical = turned(scene, group)
    if critical:
        return critical
    if end < len(keys) and _introduces(gone, keys[end], lexicon):
        return ["function_word"]
    clause = holds_clause(scene, start, end)
    weighty = content(gone, lexicon)
    own_sentence = scene.sentences_in(start, end) or _whole_sentence(scene, start, end)
    if clause and (len(weighty) > _FEW_CONTENT or own_sentence or _has_verb(gone, lexicon)):
        return ["silent_cut"]
    critical = critical_labels(gone, lexicon)
    if critical:
        return critical
    if len(weighty) > _FEW_CONTENT:
        return ["silent_cut"]
    if _attribution(scene, start, end):
        return ["silent_cut"]
    return small_labels(gone, weighty, lexicon, "omission")


def label_addition(scene: Scene, group: Group) -> list[str]:
    """The labels of words of the quotation that the text lacks."""
    lexicon, keys = scene.lexicon, scene.quote_keys
    added = [key for key in keys[group.quote : group.quote_end] if key]
    if _prefix(added, scene.quote_marks(group.quote_end - 1, group.quote_end), lexicon):
        return ["negation"]
    if dollar := _dollar(
        added, scene.quote_keys, group.quote_end, scene.quote_marks(group.quote_end - 1, group.quote_end)
    ):
        return [dollar]
    if added == ["'s"] and group.quote and scene.quote_keys[group.quote - 1].endswith("s"):
        return ["apostrophe"]
    opened = group.quote == 0 or _parted(scene, group.quote)
    closed = group.quote_end == len(scene.quote_keys) or _parted(scene, group.quote_end)
    soft = _soft_words(scene, added, opened, closed)
    if soft:
        return soft
    if repeats(keys, group.quote, group.quote_end) and not negations(added, lexicon):
        return ["repetition"]
    critical = turned(scene, group)
    if critical:
        return critical
    if group.quote_end < len(keys) and _introduces(added, keys[group.quote_end], lexicon):
        return ["function_word"]
    labels = critical_labels(added, lexicon)
    weighty = content(added, lexicon)
    if len(added) >= _PART:
        moved = moved_from(scene, group.quote, group.quote_end, group.source)
        labels.append("order" if moved else "absent_words")
    return labels or small_labels(added, weighty, lexicon, "addition")


def _prefix(keys: Sequence[str], marks: str, lexicon: Lexicon) -> bool:
    """Whether *keys* are nothing but a negative prefix before a hyphen: non-violent, un-American."""
    return len(keys) == 1 and lexicon.has("negative_prefix", keys[0]) and marks[:1] in ("-", "‐", "‑")


def _dollar(words: Sequence[str], keys: Sequence[str], end: int, marks: str) -> str:
    """The label of *words* that stick to the dollar sign at *end*: US$ is $, A$ is not; empty where none do."""
    if len(words) != 1 or len(words[0]) > 2 or marks or keys[end : end + 1] != ["$"]:
        return ""
    return "number_form" if words[0] == "us" else "number"


def is_note_mark(scene: Scene, start: int, end: int) -> bool:
    """Whether words *start* … *end* of the quotation are a raised note figure that was copied with the words.

    Behind a figure, a unit or the one or two letters of a formula a raised figure is a power.
    """
    if not 0 < start < end or not all(key.startswith("^") for key in scene.quote_keys[start:end]):
        return False
    marks = scene.quote_marks(start - 1, start)
    if marks:
        return not marks[-1].isspace()
    word = scene.quote_keys[start - 1]
    return word.isalpha() and len(word) > _FORMULA and word not in scene.lexicon.pairs.get("unit", {})


def _parted(scene: Scene, at: int) -> bool:
    """Whether a mark stands before word *at* of the quotation."""
    return bool(scene.quote_marks(at - 1, at).strip())


def _introduces(keys: Sequence[str], after: str, lexicon: Lexicon) -> bool:
    """Whether *keys* only introduce the *to* or *that* behind them: in order to."""
    return after in ("to", "that") and not phrases_out(keys, ("function_phrase",), lexicon)


def small_labels(keys: Sequence[str], weighty: Sequence[str], lexicon: Lexicon, heavy: str) -> list[str]:
    """The label of words that are on no critical list: function words and particles, or *heavy* ones."""
    if not weighty or all(lexicon.has("small", key) for key in weighty):
        if "will" in modals(keys, lexicon):
            return ["will_changed"]
        return ["function_word"]
    if all(lexicon.has("expletive", key) for key in weighty):
        return ["expletive"]
    return [heavy]


def critical_labels(keys: Sequence[str], lexicon: Lexicon) -> list[str]:
    """The classes of critical words that *keys* hold."""
    labels: list[str] = []
    if negations(keys, lexicon) or negated_endings(keys, lexicon):
        labels.append("negation")
    figures, _ = numbers_of(keys, lexicon)
    if figures and not (len(figures) == 1 and figures[0].value == 1 and figures[0].figure is None):
        labels.append("number")
    if set(modals(keys, lexicon)) - {"will"}:
        labels.append("modality")
    if members(keys, "condition", lexicon):
        labels.append("condition")
    bare = phrases_out(keys, ("filler_phrase", "idiom"), lexicon)
    if members(bare, "restriction", lexicon) or members(bare, "quantifier", lexicon):
        labels.append("quantifier")
    if members(bare, "hedge", lexicon) or members(bare, "hedge_adjective", lexicon):
        labels.append("hedge")
    if members(bare, "comparison", lexicon) & {"less", "more"} and _compares(bare):
        labels.append("comparison")
    return labels


def _compares(keys: Sequence[str]) -> bool:
    """Whether *keys* say more or less than something."""
    return (
        any(key in ("than", "least", "most", "als", "que", "de", "di", "niz", "чем") for key in keys)
        or "less" in keys
        or "fewer" in keys
    )


def _soft_words(scene: Scene, keys: Sequence[str], opened: bool, closed: bool) -> list[str]:
    """Fillers, the speaker's frame, a vocative: words of speech that carry nothing; empty where others are among them."""
    lexicon = scene.lexicon
    rest = phrases_out(keys, ("filler_phrase",), lexicon)
    bare = [key for key in rest if not lexicon.has("filler", key)]
    if opened and closed and all(lexicon.has("interjection", key) for key in keys):
        return ["filler"]
    if not bare and (opened or any(not (lexicon.has("small", key) or lexicon.has("opener", key)) for key in keys)):
        return ["filler"]
    frame = phrases_out(rest, ("frame",), lexicon)
    left = [key for key in frame if not lexicon.has("filler", key) and key != "that"]
    if len(frame) < len(rest) and not left:
        return ["frame"]
    if (
        opened
        and closed
        and any(lexicon.has("vocative", key) for key in keys)
        and all(lexicon.has("vocative", key) or lexicon.has("article", key) or key == "and" for key in keys)
    ):
        return ["vocative"]
    return []


def holds_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether words *start* … *end* of the text are a clause of their own, or hold one."""
    keys, lexicon = scene.source_keys, scene.lexicon
    if scene.sentences_in(start, end):
        return True
    if _whole_sentence(scene, start, end):
        return True
    opened = scene.mark_before(start) or lexicon.has("clause_opener", keys[start])
    closed = scene.mark_before(end)
    return opened and closed and end - start >= 3


def _has_verb(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether *keys* hold a verb with its subject or object: a clause and no mere phrase."""
    verb = any(
        any(lexicon.has(name, key) for name in ("auxiliary", "modal", "past")) or (len(key) > 4 and key.endswith("ed"))
        for key in keys
    )
    return verb and len(keys) > _FEW_CONTENT


def _whole_sentence(scene: Scene, start: int, end: int) -> bool:
    return scene.sentence_ends_before(start) and scene.sentence_ends_before(end) and end - start > 1


def _attribution(scene: Scene, start: int, end: int) -> bool:
    """Whether the cut words stand between closing and opening quotation marks of the source: another's voice."""
    before, after = scene.source_marks(start - 1, start), scene.source_marks(end - 1, end)
    return any(q in before for q in '”"»') and any(q in after for q in '“"«') and end - start >= 2


def _other_turn(scene: Scene, start: int, end: int) -> bool:
    """Whether the cut words hold words of another speaker than the kept ones around them."""
    if not 0 < start < end < len(scene.source_keys):
        return False
    kept = start - 1
    while kept > 0 and scene.skipped(kept):
        kept -= 1
    speakers = {scene.speaker_at(at) for at in range(start, end)}
    return len(speakers | {scene.speaker_at(kept)}) > 1 and None not in speakers


def is_numeric(keys: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether any of *keys* takes part in a number."""
    return any(is_numeral(key, lexicon) for key in keys)


def person_changed(left: Sequence[str], right: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether two runs of words speak of different persons."""
    one, other = persons(left, lexicon), persons(right, lexicon)
    return bool(one) and bool(other) and set(one) != set(other)
