"""Walks over an alignment and names what differs, in the quotation's order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotations.comparison.account import Account
from quotations.comparison.align import Step
from quotations.comparison.aligned import MATCHED, Aligned
from quotations.comparison.background import RARE, bits
from quotations.comparison.brackets import bracket_changes
from quotations.comparison.changes import Change, Group, groups_of
from quotations.comparison.cuts import is_note_mark
from quotations.comparison.dates import settle_dates
from quotations.comparison.edgemarks import note_edges
from quotations.comparison.edgewords import edge_label, with_phrase, with_replaced
from quotations.comparison.figures import merge_numbers
from quotations.comparison.forms import form_label
from quotations.comparison.gaps import are_crumbs, gap_of
from quotations.comparison.index import TextIndex, View
from quotations.comparison.joints import is_joint, joint_changes, turn_changes
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import (
    EQUAL,
    SPELLING,
    STEM,
    UMLAUTS,
    Likeness,
    same_spelling,
    same_stem,
    two_letters,
)
from quotations.comparison.passages import find_passage
from quotations.comparison.quoted import Quoted
from quotations.comparison.regroup import pair_moved, settle_negations, settle_voice
from quotations.comparison.scene import Scene
from quotations.comparison.substitutions import label_substitution
from quotations.comparison.surface import any_mark, closes_sentence, marks_label, same_blanks, word_label

_LIST_JOINTS = 3  #: a quotation that runs over so many items quotes the list


class Teller:
    """Walks over the steps and notes what differs."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.scene = account.scene
        self.joints = 0
        #: words of the quotation that stand in the text just so, with the marks before them
        self.clean: set[int] = set()
        self.before: Step | None = None  #: the step before, when it stands directly before in both texts

    def tell(self) -> None:
        """Note every difference, in order."""
        scene = self.scene
        steps = merge_numbers(settle_dates(scene.aligned.steps, scene), scene)
        self.clean = _clean(scene, steps)
        groups: list[tuple[Group, list[str]]] = []
        for group, step in groups_of(steps):
            if group is not None:
                groups += self._group(group)
                self.before = None
            elif step is not None:
                self._step(step)
        groups = settle_voice(scene, pair_moved(scene, groups))
        for group, labels in settle_negations(scene, groups):
            self.account.changes += [group.change(label) for label in labels]
        if self.joints >= _LIST_JOINTS:
            self.account.changes = [change for change in self.account.changes if change.label != "block_joined"]
        self.account.changes.sort(key=lambda c: (c.quote, c.source))
        self._crumbs()

    def _group(self, group: Group) -> list[tuple[Group, list[str]]]:
        """The labels of one group, after what may be stepped over is taken from it."""
        scene = self.scene
        start, end = scene.steps_over(group.source, group.source_end)
        if (start, end) != (group.source, group.source_end):
            self.account.changes.append(
                Change("stepped_over", group.quote, group.quote, group.source, group.source_end)
            )
        for at in range(start, end):
            if scene.inaudible(at):
                return [(group, ["inaudible"])]
        rest = Group(group.quote, group.quote_end, start, end)
        if rest.only_skipped and scene.furniture(start, end):
            return [(rest, ["stepped_over"])]
        if rest.only_skipped and rest.only_added:
            self.account.changes += turn_changes(scene, group)
            return []
        if rest.only_added and is_note_mark(scene, rest.quote, rest.quote_end):
            return [(rest, ["stepped_over"])]
        cut = edge_label(scene, rest)
        rest = with_phrase(scene, rest) if cut else with_replaced(scene, with_phrase(scene, rest))
        return [(rest, [cut] if cut else label_substitution(scene, rest))]

    def _step(self, step: Step) -> None:
        """One step that is no part of a group."""
        changes = self.account.changes
        if step.kind == "bracket":
            changes += bracket_changes(self.scene, step)
            self.before = None
        elif step.kind == "gap":
            self._gap(step)
            self.before = None
        elif step.kind == "jump":
            changes.append(self._jump(step))
            self.before = None
        else:
            if step.quote not in self.clean:
                self._between(step)
                self._word(step)
            self.before = step

    def _jump(self, jump: Step) -> Change:
        """The part behind *jump*, which the text has in another place."""
        end, last = jump.quote, jump.source
        for step in self.scene.aligned.steps:
            if step.quote < jump.quote or (step.kind == "jump" and step.quote == jump.quote):
                continue
            if step.kind in ("jump", "gap"):
                break
            if step.kind in MATCHED:
                end, last = step.quote_end, step.source_end
        return Change("order_far", jump.quote, end, jump.source, last)

    def _gap(self, step: Step) -> None:
        gap = gap_of(self.scene, step)
        if not gap.words:
            self._empty_gap(step)
            return
        self.account.gaps.append(gap)
        self.account.changes += [
            Change(label, gap.quote, gap.quote, gap.source, gap.source_end) for label in ("gap", *gap.labels)
        ]

    def _empty_gap(self, step: Step) -> None:
        """Dots where nothing was left out: the source prints them, or they are a mark of the article's own."""
        scene = self.scene
        quoted = scene.quote_marks(step.quote - 1, step.quote)
        source = scene.source_marks(step.source - 1, step.source)
        label = marks_label(quoted, source)
        if label:
            label = "gap_empty" if label == "marks" else label
            self.account.changes.append(Change(label, step.quote, step.quote, step.source, step.source))
        self.account.changes += joint_changes(scene, step.quote, step.source)

    def _between(self, step: Step) -> None:
        """The marks between two matched words, and the blocks that they join."""
        before = self.before
        if before is None or before.source_end != step.source or before.quote_end != step.quote or step.quote == 0:
            return
        scene = self.scene
        quoted = scene.quote_marks(step.quote - 1, step.quote)
        source = scene.source_marks(step.source - 1, step.source)
        if quoted != source:
            label = marks_label(quoted, source)
            if label:
                self.account.changes.append(Change(label, step.quote, step.quote, step.source, step.source))
            if label == "marks" and closes_sentence(quoted) and not any_mark(source):
                self.account.fakes_stop = self.account.fakes_stop or scene.quote_word(step.quote)[:1].isupper()
        self.joints += is_joint(scene, step.source)
        self.account.changes += joint_changes(scene, step.quote, step.source)

    def _word(self, step: Step) -> None:
        """Words that are equal or forms of one word."""
        scene = self.scene
        label: str | None = step.kind
        if step.kind == EQUAL:
            written, printed = scene.quote_word(step.quote), scene.source_word(step.source)
            label = word_label(written, printed, scene.quote_keys[step.quote])
            if label == "case" and not (step.quote == 0 or _sentence_case(scene, step)):
                label = "case_inner"
            if label == "contraction" and any(scene.lexicon.has("speech", word.lower()) for word in (written, printed)):
                label = "speech"
            if scene.aligned.quoted.items[step.quote].lettered and label is not None:
                label = "bracket"
        elif step.kind == STEM and self._cut_short(step):
            label = "cut_word"
        elif step.kind == STEM:
            if scene.aligned.quoted.items[step.quote].lettered:
                label = "bracket"
            else:
                label = form_label(scene.quote_keys[step.quote], scene.source_keys[step.source], scene.lexicon)
                if label == "inflection" and scene.quote_name(step.quote) and scene.source_name(step.source):
                    label = "name_spelling"
        elif step.kind == "join":
            label = self._join_label(step)
        elif step.kind == SPELLING and self._no_umlaut(step):
            stems = scene.quote_keys[step.quote], scene.source_keys[step.source]
            label = "inflection" if same_stem(*stems, scene.lexicon) else "word"
        elif step.kind == SPELLING and scene.lexicon.has("speech", scene.quote_keys[step.quote]) != scene.lexicon.has(
            "speech", scene.source_keys[step.source]
        ):
            label = "speech"
        if label:
            self.account.changes.append(Change(label, step.quote, step.quote_end, step.source, step.source_end))

    def _no_umlaut(self, step: Step) -> bool:
        """Whether two words that might be one with and without umlauts are not: neue is not neu."""
        scene = self.scene
        if scene.lexicon.language not in UMLAUTS or same_spelling(
            scene.quote_keys[step.quote], scene.source_keys[step.source], scene.lexicon
        ):
            return False
        return two_letters(scene.quote_word(step.quote)) != two_letters(scene.source_word(step.source))

    def _cut_short(self, step: Step) -> bool:
        """Whether the quotation ends or begins inside a word, and what is left of it is no word by itself."""
        scene = self.scene
        key, word = scene.quote_keys[step.quote], scene.source_keys[step.source]
        head = step.quote_end == len(scene.quote_keys) and word.startswith(key)
        tail = step.quote == 0 and word.endswith(key)
        if not (head or tail) or len(word) <= len(key):
            return False
        return scene.lexicon.language != "en" or bits(key) >= RARE

    def _join_label(self, step: Step) -> str:
        """Words divided at the end of a line are typography; written together or apart, a spelling."""
        scene = self.scene
        marks = [scene.quote_marks(at, at + 1) for at in range(step.quote, step.quote_end - 1)]
        if any("[" in mark or "]" in mark for mark in marks):
            return "bracket"
        marks += [scene.source_marks(at, at + 1) for at in range(step.source, step.source_end - 1)]
        divided = any(
            "\n" in mark or "\u00ad" in mark or (not mark.strip("\u00ad\u200b\u2060\ufeff'’") and not mark.isspace())
            for mark in marks
        )
        return "typography" if divided else "join"

    def _crumbs(self) -> None:
        """Short pieces of distant places that make a new sentence."""
        scene = self.scene
        pieces = [(segment.start, segment.stop) for segment in scene.aligned.quoted.segments]
        if are_crumbs(scene, pieces, self.account.gaps):
            self.account.changes.append(Change("crumbs", 0, 0, 0, 0))


def _clean(scene: Scene, steps: Sequence[Step]) -> set[int]:
    """The words inside runs of one block that are the same code points with everything between them."""
    clean: set[int] = set()
    start = 0
    items, text, view = scene.aligned.quoted.items, scene.aligned.quoted.text, scene.aligned.view
    for at in range(1, len(steps) + 1):
        if at < len(steps) and steps[at].kind == EQUAL == steps[at - 1].kind and _follows(steps[at - 1], steps[at]):
            continue
        first, last = steps[start], steps[at - 1]
        start = at
        if first.kind != EQUAL or first is last or scene.block_of(first.source) != scene.block_of(last.source):
            continue
        written = text[items[first.quote].span.start : items[last.quote].span.end]
        if same_blanks(written, view.words(first.source, last.source_end)):
            clean.update(range(first.quote + 1, last.quote + 1))
    return clean


def _follows(left: Step, right: Step) -> bool:
    return left.source_end == right.source and left.quote_end == right.quote


def _sentence_case(scene: Scene, step: Step) -> bool:
    """Whether the quotation or the text begins a sentence at this word: a capital goes with the division."""
    return (
        closes_sentence(scene.quote_marks(step.quote - 1, step.quote))
        or scene.sentence_ends_before(step.source)
        or bool(any_mark(scene.quote_marks(step.quote - 1, step.quote)))
    )


def account_of(
    quoted: Quoted,
    index: TextIndex,
    view: View,
    lexicon: Lexicon,
    likeness: Likeness,
    weigh: Callable[[str], float],
    *,
    at: int | None = None,
    places: tuple[int, ...] = (),
    worth: Callable[[Aligned], bool] | None = None,
) -> Account | None:
    """Hold *quoted* against *view* (*at* one of the *places* where all its words stand); None where none of it is there.

    Differences of an alignment that is not *worth* it are not named.
    """
    aligned = find_passage(quoted, view, likeness, weigh, at=at, places=places)
    if aligned is None:
        return None
    held = aligned.source_range()
    if held is None:
        return None
    account = Account(Scene(aligned, index, lexicon, likeness))
    ordered = [s for s in aligned.steps if s.kind in MATCHED]
    account.first, account.last = ordered[0].source, ordered[-1].source_end - 1
    if worth is not None and not worth(aligned):
        account.told = False
        return account
    Teller(account).tell()
    note_edges(account)
    return account
