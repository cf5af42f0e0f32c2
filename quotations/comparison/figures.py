"""Figures, magnitudes and units belong together: equal ones beside a changed one take part in the change."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.align import Step
from quotations.comparison.likeness import EQUAL, NUMBER
from quotations.comparison.numbers import is_numeral, unit_at
from quotations.comparison.scene import Scene

_PLAIN = frozenset({EQUAL, NUMBER})
_APART = frozenset({"gap", "jump", "bracket"})
_MOST = 12  #: words of one change that are looked at


def merge_numbers(steps: Sequence[Step], scene: Scene) -> list[Step]:
    """*steps* with equal figures beside a changed figure, magnitude or unit as changed ones."""
    changed = [
        at for at, step in enumerate(steps)
        if step.kind not in _PLAIN and step.kind not in _APART and (_numeral(scene, step) or _measures(scene, steps, at))
    ]  # fmt: skip
    merged = list(steps)
    for at, step in enumerate(steps):
        if step.kind not in _PLAIN and step.kind not in _APART and (first := _rated(scene, steps, at)) is not None:
            merged[first:at] = [_figure(other) for other in merged[first:at]]
    for at in changed:
        for direction in (-1, 1):
            near = at + direction
            while 0 <= near < len(merged) and merged[near].kind in _PLAIN and _numeral(scene, merged[near]):
                merged[near] = _figure(merged[near])
                near += direction
        near = at + 1
        if near < len(merged) and merged[near].kind in _PLAIN and _before_unit(scene, steps[at]):
            merged[near] = _figure(merged[near])
    return merged


def _figure(step: Step) -> Step:
    return Step("figure", step.quote, step.quote_end, step.source, step.source_end)


def _numeral(scene: Scene, step: Step) -> bool:
    """Whether words of *step* take part in a number; what may be stepped over does not."""
    if step.kind == "skip" and (
        scene.furniture(step.source, step.source_end) or all(map(scene.skipped, range(step.source, step.source_end)))
    ):
        return False
    words = [*scene.quote_keys[step.quote : step.quote_end], *scene.source_keys[step.source : step.source_end]]
    return len(words) <= _MOST and any(is_numeral(word, scene.lexicon) for word in words)


def _measures(scene: Scene, steps: Sequence[Step], at: int) -> bool:
    """Whether step *at* changes what the number before it counts: 5 mg, four days, 40 square miles."""
    step = steps[at]
    if not at or steps[at - 1].kind not in _PLAIN or not _numeral(scene, steps[at - 1]):
        return False
    if _before_unit(scene, step):
        return True
    sides = (scene.quote_keys, step.quote, step.quote_end), (scene.source_keys, step.source, step.source_end)
    return any(start < end and unit_at(keys, start, scene.lexicon)[0] for keys, start, end in sides)


def _rated(scene: Scene, steps: Sequence[Step], at: int) -> int | None:
    """Where the amount begins for which step *at* says what it is paid or counted: £400 a year, 12 hours a day."""
    step = steps[at]
    sides = (scene.quote_keys, step.quote, step.quote_end), (scene.source_keys, step.source, step.source_end)
    if at < 2 or not all(end - start == 1 and unit_at(keys, start, scene.lexicon)[0] for keys, start, end in sides):
        return None
    if scene.quote_keys[steps[at - 1].quote : steps[at - 1].quote_end] not in (["a"], ["an"], ["per"]):
        return None
    counted = (
        steps[at - 2].quote_end > steps[at - 2].quote
        and unit_at(scene.quote_keys, steps[at - 2].quote, scene.lexicon)[0]
    )
    first = at - 3 if counted and at > 2 else at - 2
    if any(other.kind not in _PLAIN for other in steps[first:at]) or not _numeral(scene, steps[first]):
        return None
    return first


def _before_unit(scene: Scene, step: Step) -> bool:
    """Whether *step* drops or adds what makes another unit of the one behind it: square, cubic."""
    sides = (scene.quote_keys, step.quote, step.quote_end), (scene.source_keys, step.source, step.source_end)
    return any(
        end - start == 1
        and scene.lexicon.has("unit_prefix", keys[start])
        and bool(unit_at(keys, start, scene.lexicon)[0])
        for keys, start, end in sides
    )
