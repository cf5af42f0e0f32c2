"""Where the words of a quotation may stand: maximal exact runs, and one chain of them.

The rarer word of each pair of neighbours gives the places to look at; a place where both stand is extended to a maximal
run of equal words. The best chain weighs the information of its runs against what lies between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import log2

from quotations.comparison.index import View

_SINGLE_BITS, _SINGLE_PLACES = 8.5, 12
_VISITS = 4000  #: places looked at for one quotation
_LAST_VISITS = 20_000  #: the same, while nothing is found
MOST_RUNS, _MOST_EXTENDED = 300, 20_000  #: runs made for one quotation, and their words together
_HEAVY = 60.0  #: bits of a run that no accident makes
_WEIGHTY, _AROUND = 20.0, 1500  #: bits of a run, and words around the heaviest one
_KEPT = 64  #: runs that take part in the chain
_BACK, _AGAIN, _NEAR_BACK = 18.0, 8.0, 15  #: bits that a jump back costs; more where it uses the same words again
_TWICE = 5  #: words said twice, at most, that are no jump back but a repetition
_NEAR = 70  #: words that a silent gap may jump inside one piece, beside twice the gap in the quotation


@dataclass(slots=True)
class Run:
    """Equal words: *size* of them from word *quote* of the quotation and word *source* of the text."""

    quote: int
    source: int
    size: int
    bits: float

    @property
    def quote_end(self) -> int:
        """The word of the quotation behind the run."""
        return self.quote + self.size

    @property
    def source_end(self) -> int:
        """The word of the text behind the run."""
        return self.source + self.size


def find_runs(keys: Sequence[str], barriers: Sequence[int], view: View, weights: Sequence[float]) -> list[Run]:
    """The maximal exact runs of *keys* in *view*, heaviest first; none crosses a barrier or an empty key.

    *barriers* are the words before which a segment begins; *weights* are the bits of each word. The rarest pairs are looked
    for first. What lies inside a run that is heavy enough is not looked for again: every other place that has all of the
    run's words has its rarest pair too.
    """
    sums = [0.0, *accumulate(weights)]
    runs: dict[tuple[int, int], Run] = {}
    covered: dict[int, list[tuple[int, int]]] = {}
    settled = bytearray(len(keys))
    walls = set(barriers)
    visits = extended = 0
    postings = view.places(keys)
    for places, at, single in _seeds(keys, walls, postings, weights):
        if settled[at]:
            continue
        if visits and (len(runs) > MOST_RUNS or visits + places > (_VISITS if runs else _LAST_VISITS)):
            break
        visits += places
        for source in _hits(keys, at, single, postings, view.keys)[:_VISITS]:
            spans = covered.setdefault(source - at, [])
            if any(low <= at < high for low, high in spans):
                continue
            if len(runs) > MOST_RUNS or extended > _MOST_EXTENDED:
                break
            run = _extend(keys, at, source, view.keys, walls)
            extended += run.size
            run.bits = sums[run.quote_end] - sums[run.quote]
            spans.append((run.quote, run.quote_end))
            runs[run.quote, run.source] = run
            if run.bits >= _HEAVY or run.size == len(keys):
                settled[run.quote : run.quote_end] = b"\x01" * run.size
    return sorted(runs.values(), key=lambda run: (-run.bits, run.quote, run.source))


def _seeds(
    keys: Sequence[str], walls: set[int], postings: Mapping[str, list[int]], weights: Sequence[float]
) -> list[tuple[int, int, bool]]:
    """Where to begin: places to look at, word of the quotation, and whether it is looked for alone; the rarest first."""
    counts = [len(postings.get(key, ())) if key else 0 for key in keys]
    seeds: list[tuple[int, int, bool]] = []
    for at, places in enumerate(counts):
        if not places:
            continue
        if places <= _SINGLE_PLACES and weights[at] >= _SINGLE_BITS:
            seeds.append((places, at, True))
        after = at + 1
        if after < len(keys) and counts[after] and after not in walls:
            seeds.append((min(places, counts[after]), at, False))
    seeds.sort()
    return seeds


def _hits(keys: Sequence[str], at: int, single: bool, postings: Mapping[str, list[int]], words: list[str]) -> list[int]:
    """The places of the text where word *at* stands, alone or before its neighbour."""
    if single:
        return postings[keys[at]]
    left, right = keys[at], keys[at + 1]
    if len(postings[left]) <= len(postings[right]):
        last = len(words) - 1
        return [place for place in postings[left] if place < last and words[place + 1] == right]
    return [place - 1 for place in postings[right] if place and words[place - 1] == left]


def _extend(keys: Sequence[str], at: int, source: int, words: list[str], walls: set[int]) -> Run:
    """The maximal run around the pair of equal words *at* and *source*."""
    low = at
    shift = source - at
    while (
        low > 0
        and low not in walls
        and keys[low - 1]
        and low - 1 + shift >= 0
        and keys[low - 1] == words[low - 1 + shift]
    ):
        low -= 1
    high = at + 1
    while (
        high < len(keys)
        and high not in walls
        and keys[high]
        and high + shift < len(words)
        and keys[high] == words[high + shift]
    ):
        high += 1
    return Run(low, low + shift, high - low, 0.0)


def _near_heaviest(runs: list[Run]) -> list[Run]:
    """Of *runs*, heaviest first: all, or beside one that no accident makes only its neighbours and other weighty ones."""
    if not runs or runs[0].bits < _HEAVY:
        return runs
    middle = runs[0].source
    return [run for run in runs if run.bits >= _WEIGHTY or abs(run.source - middle) < _AROUND]


def best_chain(runs: list[Run], segment_of: Sequence[int], weigh: Sequence[float]) -> list[Run]:
    """The chain of *runs* that weighs most after the cost of its joints, in the order of the quotation.

    *segment_of* numbers the segment of each word of the quotation; *weigh* gives each word's bits.
    """
    kept = sorted(_near_heaviest(runs)[:_KEPT], key=lambda run: (run.quote, run.source))
    if not kept:
        return []
    sums = [0.0]
    for bits in weigh:
        sums.append(sums[-1] + bits)
    best = [run.bits for run in kept]
    before = [-1] * len(kept)
    ends = [run.quote + run.size for run in kept]
    for k, run in enumerate(kept):
        first, end, own, most = run.quote, ends[k], run.bits, best[k]
        for h in range(k):
            if best[h] + own <= most or ends[h] >= end:
                continue
            start = first if ends[h] <= first else ends[h]
            score = best[h] + sums[end] - sums[start]
            if score <= most:
                continue
            score -= _cost(kept[h], run, start, segment_of)
            if score > most:
                most, before[k] = score, h
        best[k] = most
    at = max(range(len(kept)), key=lambda k: (best[k], -kept[k].source))
    chain: list[Run] = []
    while at >= 0:
        chain.append(kept[at])
        at = before[at]
    return _parted(chain[::-1], sums)


def _cost(left: Run, right: Run, start: int, segment_of: Sequence[int]) -> float:
    """What it costs to go on from *left* to *right*, whose first word used is *start*."""
    gap_source = right.source + start - right.quote - left.source - left.size
    if gap_source < 0:
        return _BACK + 1.2 * log2(1 - gap_source) + (_AGAIN if gap_source > -_NEAR_BACK else 0)
    if segment_of[left.quote] != segment_of[right.quote]:
        return 0.5 * log2(1 + gap_source)
    gap = abs(gap_source - (start - left.quote - left.size))
    return 1.3 * log2(1 + gap) + (3 if gap > 3 else 0) + (5 if gap > 60 else 0)


def _parted(chain: list[Run], sums: list[float]) -> list[Run]:
    """The same chain with overlaps taken from the later run."""
    parted: list[Run] = []
    for run in chain:
        start = max(run.quote, parted[-1].quote_end) if parted else run.quote
        shift = start - run.quote
        twice = parted[-1].source_end - run.source - shift if parted else 0
        if 0 < twice < min(run.size - shift, _TWICE):  # the quotation says words twice that the text says once
            start, shift = start + twice, shift + twice
        parted.append(Run(start, run.source + shift, run.size - shift, sums[run.quote_end] - sums[start]))
    return parted


def pieces_of(chain: list[Run], segment_of: Sequence[int]) -> list[list[Run]]:
    """Part *chain* where it jumps back or far ahead without a declared gap."""
    pieces: list[list[Run]] = []
    for run in chain:
        if pieces:
            last = pieces[-1][-1]
            gap = run.source - last.source_end
            same = segment_of[last.quote] == segment_of[run.quote]
            if gap >= 0 and (not same or gap <= _NEAR + 2 * (run.quote - last.quote_end)):
                pieces[-1].append(run)
                continue
        pieces.append([run])
    return pieces
