"""Every word between and around the runs of a passage, aligned: what lies there, what was left out, what is absent."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.align import GAP, Step, align
from quotations.comparison.aligned import MATCHED, Aligned
from quotations.comparison.likeness import EQUAL, Likeness
from quotations.comparison.locate import Run
from quotations.comparison.pieces import SENTENCE_END, STRAGGLE

_EDGE = 3  #: words at an edge that are looked for behind a cut
_FRINGE = 50  #: words of the quotation before the first run, or behind the last, that are aligned
_WORTH, _WORTH_WORDS = 0.3, 6  #: share of the words at an edge that must match, from so many words on
_DECLARED_WINDOW = 260  #: words on either side of a declared gap that are aligned


class Filling:
    """Fills the steps between and around the runs of each piece."""

    def __init__(self, aligned: Aligned, likeness: Likeness, barriers: set[int], *, coarse: bool) -> None:
        self.coarse = coarse  #: so little is there that aligning the rest would change nothing
        self.aligned = aligned
        self.likeness = likeness
        self.barriers = barriers
        self.keys = aligned.quoted.keys
        self.words = aligned.view.keys
        self.steps = aligned.steps

    def run(self, pieces: list[list[Run]]) -> None:
        """All pieces in the order of the quotation; what lies between two pieces goes where it fits better."""
        last_piece = len(pieces) - 1
        done = 0
        for number, piece in enumerate(pieces):
            first = piece[0]
            if number == 0:
                self._head(0, first.quote, first.source)
            for at, run in enumerate(piece):
                if at:
                    self._between(piece[at - 1], run)
                for word in range(run.size):
                    self.steps.append(
                        Step(EQUAL, run.quote + word, run.quote + word + 1, run.source + word, run.source + word + 1)
                    )
            done = piece[-1].quote_end
            if number < last_piece:
                following = pieces[number + 1][0]
                self._jump(done, piece[-1].source_end, following)
            else:
                self._tail(done, len(self.keys), piece[-1].source_end)

    def _jump(self, done: int, source: int, following: Run) -> None:
        """What lies between two pieces: to the left one or to the right one."""
        left = self._aligned_tail(done, following.quote, source)
        right = self._aligned_head(done, following.quote, following.source)
        matched = [sum(s.quote_end - s.quote for s in steps if s.kind in MATCHED) for steps in (left, right)]
        if matched[0] >= matched[1]:
            self.steps += left
            self.steps.append(Step("jump", following.quote, following.quote, following.source, following.source))
        else:
            start = right[0].source if right else following.source
            self.steps.append(Step("jump", done, done, start, start))
            self.steps += right

    def _head(self, start: int, end: int, source: int) -> None:
        self.steps += self._aligned_head(start, end, source)

    def _tail(self, start: int, end: int, source: int) -> None:
        self.steps += self._aligned_tail(start, end, source)

    def _aligned_head(self, start: int, end: int, source: int) -> list[Step]:
        if start == end:
            return []
        near = max(start, end - _FRINGE)
        low = max(0, source - self._window(near, end))
        steps = self._worth(self._align(near, end, low, source, free_left=True), near, end, source)
        if near == start:
            return self._behind_a_cut(steps, range(start, end), range(source - 1, low - 1, -1)) or steps
        at = steps[0].source if steps else source
        return [Step("absent", start, near, at, at), *steps]

    def _aligned_tail(self, start: int, end: int, source: int) -> list[Step]:
        if start == end:
            return []
        near = min(end, start + _FRINGE)
        high = min(len(self.words), source + self._window(start, near))
        steps = self._worth(self._align(start, near, source, high, free_right=True), start, near, source)
        if near == end:
            return self._behind_a_cut(steps, range(start, end), range(source, high)) or steps
        at = steps[-1].source_end if steps else source
        return [*steps, Step("absent", near, end, at, at)]

    def _worth(self, steps: list[Step], start: int, end: int, source: int) -> list[Step]:
        """*steps* at an edge, or plainly absent words where next to nothing of them matches."""
        if end - start < _WORTH_WORDS or any(step.kind == "gap" for step in steps):
            return steps
        weights = self.aligned.weights
        held = sum(sum(weights[s.quote : s.quote_end]) for s in steps if s.kind in MATCHED)
        if held >= _WORTH * sum(weights[start:end]):
            return steps
        return [Step("absent", start, end, source, source)]

    def _behind_a_cut(self, steps: list[Step], quoted: range, places: range) -> list[Step]:
        """The few words *quoted* at an edge where they stand whole, words of the same sentence having been cut.

        *places* leads away from the kept words. A common word is cheaper taken for another one beside them: "For 30" of
        "For more than 30". Empty where the words are not near, or *steps* has them already.
        """
        size, keys = len(quoted), self.keys[quoted.start : quoted.stop]
        kinds = {step.kind for step in steps}
        if size > _EDGE or "gap" in kinds or kinds <= {*MATCHED, "skip"} or not all(keys):
            return []
        left = places.step < 0
        for away, place in enumerate(places[: STRAGGLE + size]):
            if self._ends_sentence(place + 1 if left else place):
                break
            first = place - size + 1 if left else place
            if away and first >= 0 and self.words[first : first + size] == keys:
                whole = [
                    Step(EQUAL, at, at + 1, first + at - quoted.start, first + at - quoted.start + 1) for at in quoted
                ]
                edge = quoted.stop if left else quoted.start
                cut = Step(
                    "skip", edge, edge, min(first + size, places.start), max(first, places.start + 1 if left else 0)
                )
                return [*whole, cut] if left else [cut, *whole]
        return []

    def _window(self, start: int, end: int) -> int:
        """How many words of the text may hold the words *start* … *end* of the quotation."""
        brackets = sum(1 for key in self.keys[start:end] if not key)
        crossed = any(barrier in self.barriers for barrier in range(start, end + 1) if barrier)
        return 2 * (end - start) + 12 + 10 * brackets + (_DECLARED_WINDOW // 2 if crossed else 0)

    def _between(self, left: Run, right: Run) -> None:
        start, end = left.quote_end, right.quote
        low, high = left.source_end, right.source
        crossed = [barrier for barrier in range(start, end + 1) if barrier in self.barriers and barrier]
        if not crossed:
            self.steps += self._align(start, end, low, high)
            return
        if start == end:
            self.steps.append(Step("gap", start, start, low, high))
            return
        if high - low > 2 * _DECLARED_WINDOW:
            self._far_gap(start, crossed, end, low, high)
            return
        self.steps += self._align(start, end, low, high, gaps=crossed)

    def _far_gap(self, start: int, crossed: list[int], end: int, low: int, high: int) -> None:
        """A wide declared gap: the words on its left belong near its left end, the rest near its right end."""
        cut = crossed[-1]
        left = self._align(start, cut, low, low + _DECLARED_WINDOW, free_right=True) if cut > start else []
        right = self._align(cut, end, high - _DECLARED_WINDOW, high, free_left=True) if end > cut else []
        from_ = max((s.source_end for s in left), default=low)
        to = min((s.source for s in right), default=high)
        self.steps += left
        self.steps.append(Step("gap", cut, cut, from_, to))
        self.steps += right

    def _align(
        self,
        start: int,
        end: int,
        low: int,
        high: int,
        *,
        free_left: bool = False,
        free_right: bool = False,
        gaps: Sequence[int] = (),
    ) -> list[Step]:
        """Align words *start* … *end* with words *low* … *high*; declared gaps are rows of their own."""
        if self.coarse:
            at = high if free_left else low
            skipped = [] if free_left or free_right or low == high else [Step("skip", end, end, low, high)]
            return [Step("absent", start, end, at, at), *skipped] if start < end else skipped
        if not gaps:
            gaps = [barrier for barrier in range(start + 1, end) if barrier in self.barriers]
            if free_left and end in self.barriers and end > start:
                gaps = [*gaps, end]
            if free_right and start in self.barriers and start and end > start:
                gaps = [start, *gaps]
        rows: list[tuple[str, int]] = []
        for at in range(start, end + 1):
            if at in gaps:
                rows.append((GAP, at))
            if at < end:
                rows.append((self.keys[at], at))
        steps = align(
            [key for key, _ in rows], self.words[low:high], self.likeness, free_left=free_left, free_right=free_right,
            ends_sentence=lambda word: self._ends_sentence(low + word),
        )  # fmt: skip
        places = [at for _, at in rows] + [end]
        return [
            Step(s.kind, places[s.quote], places[s.quote_end] if s.kind != "gap" else places[s.quote], s.source + low, s.source_end + low)
            for s in steps
        ]  # fmt: skip

    def _ends_sentence(self, word: int) -> bool:
        """Whether a sentence ends before *word*."""
        return word > 0 and bool(SENTENCE_END.search(self.aligned.view.between(word - 1, word) + " "))
