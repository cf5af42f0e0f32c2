"""The ellipsis ledger: what each declared gap leaves out, and whether that governed words which were kept."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.comparison.align import Step
from quotations.comparison.classes import content, modals, negations
from quotations.comparison.scene import Scene
from quotations.comparison.turns import before_number
from quotations.model import SegmentRole

_LEFT, _RIGHT = 3, 4  #: words beside the kept ones that may govern them
FAR, TOO_FAR = 200, 1000
_CRUMB_WORDS, _CRUMB_APART = 4, 60


@dataclass(frozen=True, slots=True)
class Gap:
    """One declared gap: words *source* … *source_end* of the text, left out before word *quote* of the quotation."""

    quote: int
    source: int
    source_end: int
    labels: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words were left out."""
        return self.source_end - self.source


def gap_of(scene: Scene, step: Step) -> Gap:
    """What the declared gap *step* swallowed."""
    start, end = step.source, step.source_end
    labels: list[str] = []
    if start < end:
        if _governs(scene, start, end):
            labels.append("gap_critical")
        elif _drops_reversal(scene, start, end):
            labels.append("omits_reversal")
        if end - start > TOO_FAR:
            labels.append("too_far")
        elif end - start > FAR or _over_heading(scene, start, end):
            labels.append("far_gap")
        if _two_speakers(scene, start, end):
            labels.append("two_speakers")
    return Gap(step.quote, start, end, tuple(labels))


def _over_heading(scene: Scene, start: int, end: int) -> bool:
    """Whether a heading stands inside the gap."""
    blocks = scene.index.blocks[scene.block_of(start) : scene.block_of(end - 1) + 1]
    return any(block.role is SegmentRole.HEADING for block in blocks) and len(blocks) > 1


def _governs(scene: Scene, start: int, end: int) -> bool:
    """Whether a negation, condition, modal, hedge or restriction beside the kept words went with the gap.

    A negation governs what stands a few words off; the others only what follows them without a word of their own.
    """
    if end < len(scene.source_keys) and not scene.sentence_ends_before(end):
        right = _fragment_before(scene, start, end)
        if negations(right, scene.lexicon) or _adjacent(scene, right[::-1]) or _condition_before(scene, start, end):
            return True
        if any(scene.lexicon.has("denial", key) for key in right) or _condition_aside(scene, start, end):
            return True
    if not scene.sentences_in(start, end + 1) and before_number(scene.source_keys, start, end, scene.lexicon):
        return True
    if scene.sentence_ends_before(start) or scene.mark_before(start):
        return False
    left = _fragment_after(scene, start, end)
    if left and scene.lexicon.has("clause_opener", left[0]):
        return scene.lexicon.has("condition", left[0])
    # A parenthesis that opens behind a modal and closes before the kept words leaves the modal with both of them.
    aside = start + len(left) < end and scene.mark_before(start + len(left)) and scene.mark_before(end)
    return bool(negations(left, scene.lexicon)) or ((aside or end - start <= _LEFT) and _adjacent(scene, left))


def _fragment_before(scene: Scene, start: int, end: int) -> list[str]:
    """Up to four words of the gap that end at the kept word *end*, back to a mark."""
    if scene.mark_before(end):
        return []
    at = end
    while at > start and end - at < _RIGHT and not (at < end and scene.mark_before(at)):
        at -= 1
    return [scene.source_keys[place] for place in range(at, end) if not _in_compound(scene, place, end)]


def _in_compound(scene: Scene, at: int, end: int) -> bool:
    """Whether word *at* is the first part of a compound with a hyphen that went with the gap: non-smoker."""
    return at + 1 < end and scene.source_marks(at, at + 1) in ("-", "‐", "‑")


def _fragment_after(scene: Scene, start: int, end: int) -> list[str]:
    """Up to three words of the gap behind the kept word before *start*, up to a mark or another clause."""
    at = start
    while at < end and at - start < _LEFT and not (at > start and scene.mark_before(at)):
        if at > start and scene.lexicon.has("clause_opener", scene.source_keys[at]):
            break
        at += 1
    return scene.source_keys[start:at]


def _adjacent(scene: Scene, keys: list[str]) -> bool:
    """Whether, from the kept word on, a critical word comes before any content word; *keys* nearest first."""
    lexicon = scene.lexicon
    for key in keys:
        critical = any(lexicon.has(name, key) for name in ("condition", "hedge", "restriction"))
        if critical or modals([key], lexicon):
            return True
        if content([key], lexicon) and not key.endswith("ly"):
            return False
    return False


def _condition_before(scene: Scene, start: int, end: int) -> bool:
    """Whether the clause that goes on at *end* was opened inside the gap by a condition."""
    at = end - 1
    while at >= start and end - at < 25:
        if scene.lexicon.has("condition", scene.source_keys[at]):
            marks = [place for place in range(at + 1, end + 1) if scene.mark_before(place)]
            return not marks or (marks == [end] and _opens(scene, start, at) and not _connects(scene, end))
        if scene.sentence_ends_before(at):
            return False
        at -= 1
    return False


def _opens(scene: Scene, start: int, at: int) -> bool:
    """Whether a clause begins with word *at* of the gap that begins at *start*: behind a mark, be it before an "and"."""
    joined = at > start and scene.lexicon.has("conjunction", scene.source_keys[at - 1])
    return at == start or scene.mark_before(at) or (joined and (at - 1 == start or scene.mark_before(at - 1)))


def _connects(scene: Scene, at: int) -> bool:
    """Whether word *at* goes on from what stands before it: "and the boats" of "if it rains, and the boats"."""
    key = scene.source_keys[at]
    return scene.lexicon.has("conjunction", key) or scene.lexicon.has("clause_opener", key)


def _condition_aside(scene: Scene, start: int, end: int) -> bool:
    """Whether a condition set between marks inside one sentence went with the gap: "may, if the council agrees, sell"."""
    if start == 0 or scene.sentences_in(start - 1, end + 1):
        return False
    return any(
        scene.lexicon.has("condition", scene.source_keys[at]) and _opens(scene, start, at)
        for at in range(start, min(end, start + FAR))
    )


def _drops_reversal(scene: Scene, start: int, end: int) -> bool:
    """Whether a whole sentence that begins with *but*, *however* or a denial was left out."""
    for at in range(start, min(end, start + FAR)):
        if scene.sentence_ends_before(at) and scene.source_keys[at] in _TURNS:
            return True
    return False


_TURNS = frozenset(
    {"but", "however", "yet", "aber", "jedoch", "mais", "pero", "ma", "mas", "maar", "ale", "но", "no", "not"}
)


def _two_speakers(scene: Scene, start: int, end: int) -> bool:
    """Whether the kept words on both sides are said by two people."""
    if start == 0 or end >= len(scene.source_keys):
        return False
    left, right = scene.speaker_at(start - 1), scene.speaker_at(end)
    return left is not None and right is not None and left != right


def are_crumbs(scene: Scene, pieces: list[tuple[int, int]], gaps: list[Gap]) -> bool:
    """Whether short pieces of distant places make a new sentence."""
    if len(pieces) < 2 or sum(end - start for start, end in pieces) > _CRUMB_WORDS * len(pieces):
        return False
    if len(pieces) == 2 and max(end - start for start, end in pieces) > _CRUMB_WORDS:
        return False
    apart = [
        gap.words > _CRUMB_APART or scene.block_of(gap.source - 1) != scene.block_of(gap.source_end)
        for gap in gaps
        if gap.source
    ]
    return any(apart)
