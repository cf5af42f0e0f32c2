"""Words of a quotation against words of a text: global alignment with affine gaps and editorial wildcards.

Three states for each pair of places (Gotoh 1982): aligned, words of the text skipped, words of the quotation absent.
An editorial bracket takes up to fourteen words of one sentence. Two words may equal one on either side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotations.comparison.likeness import EQUAL, Likeness

SKIP_FIRST, SKIP_NEXT = 0.97, 0.14
ABSENT_OPEN, ABSENT_FUNCTION, ABSENT_CONTENT = 0.7, 0.55, 0.8
JOIN, BRACKET, BRACKET_WORD, BRACKET_MOST = 0.1, 0.25, 0.14, 14
GAP = "\x00"  #: stands for a declared gap among the words of a quotation
GAP_OPEN, GAP_WORD = 0.1, 0.004
_FAR = 1e9
_SAME = (0.0, EQUAL)
_MOST_CELLS = 9000


class Step(NamedTuple):
    """One step of an alignment: words *quote* … *quote_end* stand for words *source* … *source_end*."""

    kind: str  #: of `likeness`, or "skip", "absent", "join", "bracket", "gap"
    quote: int
    quote_end: int
    source: int
    source_end: int


def align(
    keys: Sequence[str], words: Sequence[str], likeness: Likeness, *, free_left: bool = False, free_right: bool = False,
    ends_sentence: Callable[[int], bool] | None = None,
) -> list[Step]:  # fmt: skip
    """The cheapest alignment of all *keys* with *words*; free sides may leave words of the text unused.

    Empty keys are brackets, `GAP` is a declared gap; *ends_sentence* says whether a sentence ends before a word, which no bracket crosses.
    """
    m, n = len(keys), len(words)
    if m == 0:
        return [Step("skip", 0, 0, 0, n)] if n and not (free_left or free_right) else []
    if m * (n + 1) > _MOST_CELLS:
        return _coarse(m, n)
    table = _Table(keys, words, likeness, free_left, ends_sentence)
    table.fill()
    end = n
    if free_right:
        last = table.best[m]
        end = min(range(n + 1), key=lambda j: (last[j], j))
    return table.trace(end)


def _coarse(m: int, n: int) -> list[Step]:
    """Too large to be worth aligning: all absent, all skipped."""
    return [Step("absent", 0, m, 0, 0), Step("skip", m, m, 0, n)]


class _Table:
    """The three tables and the way back."""

    def __init__(
        self,
        keys: Sequence[str],
        words: Sequence[str],
        likeness: Likeness,
        free_left: bool,
        ends_sentence: Callable[[int], bool] | None,
    ) -> None:
        self.keys, self.words, self.likeness = keys, words, likeness
        self.ends_sentence = ends_sentence or (lambda _: False)
        n = len(words)
        first = [0.0] * (n + 1) if free_left else [0.0] + [SKIP_FIRST + SKIP_NEXT * j for j in range(n)]
        self.best = [first]
        back: list[tuple[str, int, int]] = [("skip", 0, 1)] * (n + 1)
        self.back: list[list[tuple[str, int, int]]] = [[("start", 0, 0)] * (n + 1) if free_left else back]
        self.absent = [_FAR] * (n + 1)  #: cost of ending in words of the quotation that are absent
        self.absent_size = [0] * (n + 1)
        self.places: dict[str, list[int]] = {}  #: columns of each word, and of each two words written together
        self.pairs: dict[str, list[int]] = {}
        for j, word in enumerate(words, 1):
            self.places.setdefault(word, []).append(j)
            if j > 1:
                self.pairs.setdefault(words[j - 2] + word, []).append(j)

    def fill(self) -> None:
        """Row by row of the quotation."""
        for row, key in enumerate(self.keys, 1):
            if key == GAP:
                self._gap_row(row)
            elif key:
                self._word_row(row, key)
            else:
                self._bracket_row(row)

    def _word_row(self, row: int, key: str) -> None:
        above, words = self.best[row - 1], self.words
        of, known = self.likeness.of, self.likeness.known(key)
        one = ABSENT_FUNCTION if self.likeness.is_function(key) else ABSENT_CONTENT
        before = self.keys[row - 2] if row > 1 and self.keys[row - 2] != GAP else ""
        joins = self._joins(row, before + key if before else "", key)
        absent, sizes = self.absent, self.absent_size
        skip, skip_size = _FAR, 0
        opened, extended = above[0] + ABSENT_OPEN + one, absent[0] + one
        sizes[0] = sizes[0] + 1 if extended < opened else 1
        cost = absent[0] = min(extended, opened)
        current = [cost]
        back: list[tuple[str, int, int]] = [("absent", sizes[0], 0)]
        diagonal = above[0]
        for j, word in enumerate(words, 1):
            left = cost
            here = above[j]
            opened, extended = here + ABSENT_OPEN + one, absent[j] + one
            if extended < opened:
                absent[j] = cost = extended
                sizes[j] += 1
            else:
                absent[j] = cost = opened
                sizes[j] = 1
            step = None
            like, kind = _SAME if word == key else known.get(word) or of(key, word)
            if diagonal + like <= cost:
                cost, step = diagonal + like, (kind, 1, 1)
            if joins:
                for other, joined in joins.get(j, ()):
                    if other < cost:
                        cost, step = other, joined
            diagonal = here
            opened, extended = left + SKIP_FIRST, skip + SKIP_NEXT
            if extended <= opened:
                skip = extended
                skip_size += 1
            else:
                skip, skip_size = opened, 1
            if skip < cost:
                cost, step = skip, ("skip", 0, skip_size)
            current.append(cost)
            back.append(step or ("absent", sizes[j], 0))
        self.best.append(current)
        self.back.append(back)

    def _joins(self, row: int, joined: str, key: str) -> dict[int, list[tuple[float, tuple[str, int, int]]]]:
        """Where two words of one side equal one of the other, with the cost there: two quoted ones first."""
        found: dict[int, list[tuple[float, tuple[str, int, int]]]] = {}
        if joined and joined in self.places:
            above = self.best[row - 2]
            for j in self.places[joined]:
                found.setdefault(j, []).append((above[j - 1] + JOIN, ("join", 2, 1)))
        if key in self.pairs:
            above = self.best[row - 1]
            for j in self.pairs[key]:
                found.setdefault(j, []).append((above[j - 2] + JOIN, ("join", 1, 2)))
        return found

    def _bracket_row(self, row: int) -> None:
        above = self.best[row - 1]
        n = len(self.words)
        current = [_FAR] * (n + 1)
        back: list[tuple[str, int, int]] = [("bracket", 1, 0)] * (n + 1)
        for j in range(n + 1):
            cost = above[j] + BRACKET
            size = 0
            for taken in range(1, min(BRACKET_MOST, j) + 1):
                if taken > 1 and self.ends_sentence(j - taken + 1):
                    break
                other = above[j - taken] + BRACKET + BRACKET_WORD * taken
                if other < cost:
                    cost, size = other, taken
            current[j] = cost
            back[j] = ("bracket", 1, size)
        self.best.append(current)
        self.back.append(back)
        self.absent = [_FAR] * (n + 1)

    def _gap_row(self, row: int) -> None:
        """A declared gap: any number of words, the fewer the better."""
        above = self.best[row - 1]
        current: list[float] = []
        back: list[tuple[str, int, int]] = []
        cost, size = _FAR, 0
        for here in above:
            if here <= cost + GAP_WORD:
                cost, size = here, 0
            else:
                cost, size = cost + GAP_WORD, size + 1
            current.append(cost + GAP_OPEN)
            back.append(("gap", 1, size))
        self.best.append(current)
        self.back.append(back)
        self.absent = [_FAR] * len(above)

    def trace(self, end: int) -> list[Step]:
        """The steps that lead to the last row at *end*."""
        steps: list[Step] = []
        i, j = len(self.keys), end
        while i or j:
            kind, down, right = self.back[i][j]
            if kind == "start":
                break
            if kind == "skip" and i == 0:
                right = j
            steps.append(Step(kind, i - down, i, j - right, j))
            i, j = i - down, j - right
        return steps[::-1]
