"""The edges of a passage: words cut in two, and sentences cut short."""

from __future__ import annotations

from quotations.comparison.changes import Change
from quotations.comparison.likeness import has_figure
from quotations.comparison.scene import Scene

_NOT = frozenset({"not", "nicht", "pas", "niet"})
_MOST = 60  #: words looked back or ahead for the sentence's end


def edge_changes(scene: Scene, first: int, last: int) -> list[Change]:
    """What the cut at words *first* and *last* (inclusive) of the text takes from a word, a number or a negation."""
    keys = scene.source_keys
    changes: list[Change] = []
    size = len(scene.quote_keys)
    lexicon = scene.lexicon
    if first > 0 and lexicon.has("paucity", keys[first]) and lexicon.has("article", keys[first - 1]):
        changes.append(Change("quantifier", 0, 0, first - 1, first))
    if first > 0 and (label := _begun(scene, first)):
        changes.append(Change(label, 0, 0, first - 1, first))
    if first > 0 and _attached(scene, first - 1, first):
        label = _lost(scene, first - 1, first, before=True)
        if label:
            changes.append(Change(label, 0, 0, first - 1, first))
    if last + 1 < len(keys):
        after = keys[last + 1]
        if _attached(scene, last, last + 1):
            label = _lost(scene, last + 1, last, before=False)
            if label:
                changes.append(Change(label, size, size, last + 1, last + 2))
        elif after in _NOT and scene.mark_before(last + 2) and not scene.source_marks(last, last + 1).strip():
            changes.append(Change("cut_negation", size, size, last + 1, last + 2))
        elif _belongs(scene, last, after):
            changes.append(Change("cut_number", size, size, last + 1, last + 2))
    return changes


def _begun(scene: Scene, first: int) -> str:
    """The label of a sentence that the quotation begins with a capital of its own behind its negation: *Not* all of them.

    Without the capital the article may have said so itself: not "all of them".
    """
    key = scene.source_keys[first - 1]
    written, printed = scene.quote_word(0).lstrip("["), scene.source_word(first)
    if not (written[:1].isupper() and printed[:1].islower()) or scene.mark_before(first):
        return ""
    if scene.lexicon.has("strict_negation", key):
        answers = (
            key == "no" and scene.lexicon.language == "en" and scene.lexicon.has("function", scene.source_keys[first])
        )
        return "" if answers else "cut_negation"  # in speech without marks: no we did it
    return ""


def _attached(scene: Scene, left: int, right: int) -> bool:
    """Whether no blank stands between two words."""
    marks = scene.source_marks(left, right)
    return marks in ("", "-", "'", "’", "‐", "‑", ".")


def _lost(scene: Scene, cut: int, kept: int, *, before: bool) -> str:
    """The label of cutting word *cut* off from its neighbour *kept*; empty where the script or style allows it."""
    key, other = scene.source_keys[cut], scene.source_keys[kept]
    lexicon = scene.lexicon
    if lexicon.has("strict_negation", key) or (before and lexicon.has("negative_prefix", key)):
        return "cut_negation"
    if has_figure(key) or has_figure(other) or key.startswith("^") or key == "$":
        return "cut_number"
    return ""


def _belongs(scene: Scene, last: int, after: str) -> bool:
    """Whether the number that the quotation ends with goes on in the text: "2.6" out of "2.6 million", "5" of "5 percent"."""
    lexicon = scene.lexicon
    key = scene.source_keys[last]
    numeral = has_figure(key) or key in lexicon.pairs.get("number", {})
    if not numeral or key == "one":
        return False
    marks = scene.source_marks(last, last + 1)
    if marks.strip():
        return False
    return (
        (after in lexicon.pairs.get("magnitude", {}) and after not in ("m", "b", "k"))
        or lexicon.form("same_word", after) in ("percent", "permille")
        or after.startswith("^")
    )


def cut_left(scene: Scene, first: int) -> str:
    """The part of the sentence before word *first*, as it stands; empty where the sentence begins there."""
    at = first
    while at > 0 and first - at < _MOST and not scene.sentence_ends_before(at):
        at -= 1
    return scene.aligned.view.words(at, first) if at < first else ""


def cut_right(scene: Scene, last: int) -> str:
    """The part of the sentence behind word *last*, as it stands; empty where the sentence ends there."""
    keys = scene.source_keys
    at = last + 1
    while at < len(keys) and at - last <= _MOST and not scene.sentence_ends_before(at):
        at += 1
    return scene.aligned.view.words(last + 1, at) if at > last + 1 else ""
