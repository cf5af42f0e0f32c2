"""What speakers say twice: a repetition of neighbouring words, a false start, a beginning broken off and begun again."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.classes import negations, phrases_out
from quotations.comparison.scene import Scene

_BROKEN = 8  #: words of a sentence begun twice and given up


def begun_again(scene: Scene, start: int, end: int) -> bool:
    """Whether words *start* … *end* of the text were said once more at once, if with a filler or a break between."""
    return _false_start(scene, start, end) or _restart(scene, start, end) or _repeats_after_fillers(scene, start, end)


def repeats(keys: Sequence[str], start: int, end: int) -> bool:
    """Whether words *start* … *end* only repeat their neighbours."""
    size = end - start
    return size > 0 and (
        keys[start:end] == keys[max(0, start - size) : start] or keys[start:end] == keys[end : end + size]
    )


def _repeats_after_fillers(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but a filler and the neighbouring words again was left out: "we -- look, we"."""
    keys = scene.source_keys
    rest = phrases_out(keys[start:end], ("filler_phrase", "filler"), scene.lexicon)
    size = len(rest)
    return 0 < size < end - start and rest in (keys[max(0, start - size) : start], keys[end : end + size])


def _false_start(scene: Scene, start: int, end: int) -> bool:
    """Whether the cut words begin what the kept words after them begin again."""
    keys = scene.source_keys
    if end >= len(keys) or end - start > 12:
        return False
    mark = scene.source_marks(end - 1, end)
    broken = any(sign in mark for sign in ("-", "–", "—", "…", "..", ","))
    if not broken:
        return False
    cut = keys[start:end]
    if "-" in mark or "–" in mark or "—" in mark:
        again = [key for key in cut if cut.count(key) > 1]
        if len(cut) <= _BROKEN and len(again) >= 4:
            return True
    shared = _shared(keys, start, end)
    return shared >= 2 or (shared == 1 and end - start <= 4 and "," not in mark)


def _restart(scene: Scene, start: int, end: int) -> bool:
    """Whether a broken-off beginning was left out that was begun again: "to be -- he wants" out of "to be -- he wants to be"."""
    keys = scene.source_keys
    if not 1 < end - start <= _BROKEN or end >= len(keys) or negations(keys[start:end], scene.lexicon):
        return False
    marks = [scene.source_marks(at - 1, at) for at in range(max(1, start), end + 1)]
    if not any(sign in mark for mark in marks for sign in ("--", "—", "–", "…")):
        return False
    said = 0
    while said < end - start and said < start and keys[start - 1 - said] == keys[end - 1 - said]:
        said += 1
    return said > 1 or _shared(keys, start, end) > 1


def _shared(keys: Sequence[str], start: int, end: int) -> int:
    """How many words from *start* on the text says again from *end* on."""
    shared = 0
    while start + shared < end and end + shared < len(keys) and keys[start + shared] == keys[end + shared]:
        shared += 1
    return shared
