"""The account of one reading of a quotation against one view of a text: every difference, named and placed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quotations.comparison.align import Step
from quotations.comparison.background import RARE, bits
from quotations.comparison.brackets import bracket_changes
from quotations.comparison.changes import Change, Group, groups_of, keys_of
from quotations.comparison.classes import negations
from quotations.comparison.edges import edge_changes
from quotations.comparison.gaps import Gap, are_crumbs, gap_of
from quotations.comparison.index import TextIndex, View
from quotations.comparison.joints import is_joint, joint_changes
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import EQUAL, STEM, Likeness
from quotations.comparison.names import stands_for
from quotations.comparison.numbers import is_numeral
from quotations.comparison.passages import MATCHED, Aligned, find_passage
from quotations.comparison.quoted import Quoted
from quotations.comparison.regroup import merge_numbers, pair_moved, settle_negations
from quotations.comparison.scene import Scene
from quotations.comparison.substitutions import form_label, label_substitution
from quotations.comparison.surface import closes_sentence, marks_label, same_blanks, shape, word_label

_LIST_JOINTS = 3  #: a quotation that runs over so many items quotes the list


@dataclass(slots=True)
class Account:
    """What was found: the alignment, its changes in the quotation's order, and its declared gaps."""

    scene: Scene
    changes: list[Change] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    fakes_stop: bool = False
    first: int = 0  #: the first matched word of the text
    last: int = 0  #: the last one, inclusive

    @property
    def aligned(self) -> Aligned:
        """The alignment under the account."""
        return self.scene.aligned

    def range(self) -> tuple[int, int]:
        """The first matched word of the text in its own order, and the one behind the last."""
        held = [step for step in self.aligned.steps if step.kind in MATCHED]
        return min(step.source for step in held), max(step.source_end for step in held)


def account_of(
    quoted: Quoted,
    index: TextIndex,
    view: View,
    lexicon: Lexicon,
    likeness: Likeness,
    weigh: Callable[[str], float],
    *,
    at: int | None = None,
) -> Account | None:
    """Hold *quoted* against *view* (*at* one of the places where all its words stand); None where none of it is there."""
    aligned = find_passage(quoted, view, likeness, weigh, at=at)
    if aligned is None:
        return None
    held = aligned.source_range()
    if held is None:
        return None
    account = Account(Scene(aligned, index, lexicon, likeness))
    _Teller(account).tell()
    ordered = [s for s in aligned.steps if s.kind in MATCHED]
    account.first, account.last = ordered[0].source, ordered[-1].source_end - 1
    _edges(account)
    return account


class _Teller:
    """Walks over the steps and notes what differs."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self.scene = account.scene
        self.joints = 0
        self.clean: set[int] = (
            set()
        )  #: words of the quotation that stand in the text just so, with the marks before them
        self.before: Step | None = None  #: the step before, when it stands directly before in both texts

    def tell(self) -> None:
        """Note every difference, in order."""
        scene = self.scene
        steps = merge_numbers(scene.aligned.steps, scene)
        self.clean = _clean(scene, steps)
        groups: list[tuple[Group, list[str]]] = []
        for group, step in groups_of(steps):
            if group is not None:
                groups += self._group(group)
                self.before = None
            elif step is not None:
                self._step(step)
        groups = pair_moved(scene, groups)
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
            return []
        cut = self._cut_word(rest) or self._initials(rest)
        return [(rest, [cut] if cut else label_substitution(scene, rest))]

    def _cut_word(self, group: Group) -> str | None:
        """Whether the quotation cuts a word of the text in two at one of its own ends."""
        quoted, source = keys_of(self.scene.aligned, group)
        if len(quoted) != 1 or len(source) != 1:
            return None
        key, word = quoted[0], source[0]
        size = len(self.scene.quote_keys)
        if len(word) <= len(key) or (len(key) < 2 and not key.isdigit()):
            return None
        tail, head = group.quote == 0 and word.endswith(key), group.quote_end == size and word.startswith(key)
        if not tail and not head:
            return None
        if key[-1].isdigit():
            return "cut_number"
        if tail and self.scene.lexicon.has("negative_prefix", word[: -len(key)]):
            return "cut_negation"
        return "cut_word"

    def _initials(self, group: Group) -> str | None:
        """Whether the quotation begins with an abbreviation of the words that stand before the passage."""
        if group.quote or not group.only_added:
            return None
        keys, words = self.scene.quote_keys[: group.quote_end], self.scene.source_keys
        size = len(keys[-1])
        start = group.source - size
        lead = keys[:-1]
        if start < len(lead) or not stands_for(keys[-1:], words[start : group.source]):
            return None
        return "abbreviation" if words[start - len(lead) : start] == lead else None

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
            changes.append(Change("order_far", step.quote, step.quote, step.source, step.source))
            self.before = None
        else:
            if step.quote not in self.clean:
                self._between(step)
                self._word(step)
            self.before = step

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
            if label == "marks" and closes_sentence(quoted) and not _any_mark(source):
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
        elif step.kind == "spelling" and scene.lexicon.has("speech", scene.quote_keys[step.quote]) != scene.lexicon.has("speech", scene.source_keys[step.source]):  # fmt: skip
            label = "speech"
        if label:
            self.account.changes.append(Change(label, step.quote, step.quote_end, step.source, step.source_end))

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
        divided = any("\n" in mark or "\u00ad" in mark or (not mark.strip("\u00ad\u200b\u2060\ufeff'’") and not mark.isspace()) for mark in marks)  # fmt: skip
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


def _any_mark(marks: str) -> bool:
    return bool(shape(marks).strip('"'))


def _sentence_case(scene: Scene, step: Step) -> bool:
    """Whether the quotation or the text begins a sentence at this word: a capital goes with the division."""
    return closes_sentence(scene.quote_marks(step.quote - 1, step.quote)) or scene.sentence_ends_before(step.source) or bool(_any_mark(scene.quote_marks(step.quote - 1, step.quote)))  # fmt: skip


def _edges(account: Account) -> None:
    """Marks before the first word and behind the last, and what the cut took."""
    scene = account.scene
    quoted = scene.aligned.quoted
    size = len(quoted.items)
    steps = [s for s in scene.aligned.steps if s.kind in MATCHED]
    if steps[0].quote == 0 and not quoted.opens_with_gap:
        lead = scene.quote_marks(-1, 0).strip()
        if _wrapped(quoted.text) and '"' not in shape(scene.source_marks(account.first - 1, account.first)):
            lead = lead[1:].strip()
        if lead:
            _edge_mark(
                account,
                lead,
                scene.source_marks(account.first - 1, account.first).rstrip()[-len(lead) :],
                0,
                account.first,
            )
    if steps[-1].quote_end == size and not quoted.closes_with_gap:
        tail = (
            ""
            if quoted.notes and quoted.notes[-1].end > quoted.items[-1].span.end
            else scene.quote_marks(size - 1, size).strip()
        )
        if _wrapped(quoted.text) and '"' not in shape(scene.source_marks(account.last, account.last + 1)):
            tail = tail[:-1].strip()
        if tail:
            after = scene.source_marks(account.last, account.last + 1)
            if _edge_mark(account, tail, after.lstrip()[: len(tail)], size, account.last) and closes_sentence(tail):
                account.fakes_stop = account.fakes_stop or not (
                    scene.sentence_ends_before(account.last + 1) or _any_mark(after)
                )
    first = account.first if steps[0].quote == 0 else -1
    last = account.last if steps[-1].quote_end == size else len(scene.source_keys)
    account.changes += edge_changes(scene, first, last)


def _wrapped(text: str) -> bool:
    """Whether a quotation comes with the quotation marks around it."""
    bare = text.strip()
    return len(bare) > 2 and shape(bare[0]) == '"' == shape(bare[-1]) and bare[0] not in "'’"


def _edge_mark(account: Account, written: str, printed: str, quote: int, source: int) -> bool:
    """Note a mark at an edge that the text does not have there; whether it is another mark."""
    if written == printed or same_blanks(written, printed):
        return False
    label = "typography" if shape(written) == shape(printed) else "final_mark"
    account.changes.append(Change(label, quote, quote, source, source))
    return label == "final_mark"


def balance(scene: Scene, group: Group) -> int:
    """How many more negations the quotation has in *group* than the text."""
    quoted, source = keys_of(scene.aligned, group)
    return negations(quoted, scene.lexicon) - negations(source, scene.lexicon)


__all__ = ["Account", "account_of", "is_numeral"]
