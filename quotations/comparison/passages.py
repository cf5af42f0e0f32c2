"""The passage that a quotation comes from: runs chained, and every word between them aligned."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotations.comparison.aligned import MATCHED, Aligned
from quotations.comparison.filling import Filling
from quotations.comparison.index import View
from quotations.comparison.likeness import Likeness
from quotations.comparison.locate import MOST_RUNS, Run, best_chain, find_runs, pieces_of
from quotations.comparison.pieces import strong, without_stragglers
from quotations.comparison.quoted import Quoted

_HOPELESS, _PART_BITS, _SHORT = 0.3, 70.0, 12


def find_passage(
    quoted: Quoted, view: View, likeness: Likeness, weigh: Callable[[str], float], *, at: int | None = None,
    places: tuple[int, ...] = (),
) -> Aligned | None:  # fmt: skip
    """The best alignment of *quoted* in *view*; None where no run of it stands there.

    *at* is one of `Aligned.places`, when another than the first is asked for, and *places* are all of them.
    """
    keys = quoted.keys
    barriers = [segment.start for segment in quoted.segments]
    weights = [weigh(key) if key else 0.0 for key in keys]
    if at is not None:
        runs = [Run(0, at, len(keys), sum(weights))]
    else:
        runs = _whole(keys, barriers, view, weights) or find_runs(keys, barriers, view, weights)
        if not runs and len([key for key in keys if key]) <= 2:
            runs = _few_words(keys, view, weigh)
        places = tuple(sorted(run.source for run in runs if run.size == len(keys)))
    if not runs:
        return None
    segment_of = [number for number, segment in enumerate(quoted.segments) for _ in segment]
    pieces = pieces_of(best_chain(runs, segment_of, weights), segment_of)
    pieces = [without_stragglers(piece, set(barriers), view) for piece in strong(pieces, quoted)]
    aligned = Aligned(quoted, view, weights, pieces=len(pieces), places=places)
    held = sum(run.bits for piece in pieces for run in piece)
    hopeless = held < _HOPELESS * aligned.total and held < _PART_BITS and len(keys) > _SHORT
    Filling(aligned, likeness, set(barriers), coarse=hopeless).run(pieces)
    aligned.matched = _matched(aligned)
    return aligned


def _whole(keys: Sequence[str], barriers: Sequence[int], view: View, weights: Sequence[float]) -> list[Run]:
    """Where all words of a quotation without gaps and brackets stand in a row: no chain weighs more than one such run.

    The same as `find_runs` comes to, without looking for any single word.
    """
    if len(barriers) > 1 or len(keys) < 2 or "" in keys:
        return []
    total = sum(weights)
    return [Run(0, place, len(keys), total) for place in view.whole(keys, MOST_RUNS)]


def _few_words(keys: Sequence[str], view: View, weigh: Callable[[str], float]) -> list[Run]:
    """One or two words that are too common to be looked for otherwise: their first places."""
    for at, key in enumerate(keys):
        if key and (places := view.first_places(key, 8)):
            return [Run(at, place, 1, weigh(key)) for place in places]
    return []


def _matched(aligned: Aligned) -> float:
    """Bits of the words that are matched; a lone common word between differences does not count."""
    total = 0.0
    steps = aligned.steps
    for number, step in enumerate(steps):
        if step.kind not in MATCHED:
            continue
        weight = sum(aligned.weights[step.quote : step.quote_end])
        left = number > 0 and steps[number - 1].kind in MATCHED
        right = number + 1 < len(steps) and steps[number + 1].kind in MATCHED
        if left or right or weight >= 8.5 or step.quote_end - step.quote > 1:
            total += weight
    return total
