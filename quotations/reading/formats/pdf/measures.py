"""The habits of a print: the size of its letters, the distance of its lines, its margins, how far its lines go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from quotations.reading.formats.pdf.page import Line, Page

ENDS = tuple('.!?…:”"»’)]')  #: what a sentence ends with


@dataclass(slots=True)
class Measures:
    """The print's own habits."""

    size: float  #: of the body's letters
    leadings: dict[float, float]  #: the size of letters → from one baseline to the next
    margins: list[float]  #: where the body's columns begin
    rights: dict[float, float]  #: where the column that begins there ends
    ends: dict[int, tuple[int, float]]  #: a line's beginning → how many lines begin there, and how far they go

    def leading(self, line: Line) -> float:
        """The usual distance from the line's baseline to the next."""
        # Headings are too few to show it, and some fonts give boxes lower than their own letters.
        heading = 1.2 * line.size if line.size >= 1.15 * self.size else 0.0
        return self.leadings.get(_rounded(line.size), max(heading, 1.25 * (line.top - line.bottom)))

    def margin(self, line: Line) -> float:
        """The margin that the line belongs to."""
        fits = [margin for margin in self.margins if margin <= line.left + 2]
        return max(fits) if fits else line.left

    def inset(self, line: Line) -> float:
        """How far the line begins right of its column's margin."""
        return line.left - self.margin(line)

    def right(self, line: Line) -> float:
        """Where lines that begin where this one does end at the most; the column's end when it stands alone."""
        own = self.ends.get(round(line.left), (0, 0.0))
        return own[1] if own[0] >= 3 else self.rights.get(self.margin(line), line.right)

    def short(self, line: Line) -> bool:
        """Whether the line ends well before its column does."""
        right = self.right(line)
        return line.right < right - 0.12 * max(1.0, right - line.left)

    def room(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would have had room on the line: it was put on a new one on purpose."""
        words = following.words
        first = words.split(maxsplit=1)[0] if words else ""
        width = (following.right - following.left) / max(1, len(words)) * (len(first) + 1.5)
        return line.right + width < self.right(line)


def measure(pages: Sequence[Page]) -> Measures:
    """The measures of the body: what most characters have."""
    every = [line for page in pages for line in page.lines if line.cell is None]
    sizes: Counter[float] = Counter()
    lefts: Counter[int] = Counter()
    for line in every:
        # Prose has long lines; menus and teasers have many short ones.
        sizes[_rounded(line.size)] += len(line.text) if len(line.words) > 40 else len(line.text) // 4
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    body = [line for line in every if abs(line.size - size) <= 0.6]
    for line in body:
        lefts[round(line.left)] += 1
    margins = [float(left) for left, count in lefts.items() if count >= max(2, 0.18 * len(body))]
    margins = [m for m in sorted(margins) if not any(0 < m - other <= 60 for other in margins)] or [
        float(min(lefts, default=0))
    ]
    sure = _gaps(every, sure=True)
    leadings = {
        rounded: min([_leading(gaps, rounded), *([_leading(sure[rounded], rounded)] if rounded in sure else [])])
        for rounded, gaps in _gaps(every).items()
        if len(gaps) >= 3
    }
    measures = Measures(size, leadings, margins, {}, {})
    for line in body:
        count, far = measures.ends.get(round(line.left), (0, 0.0))
        measures.ends[round(line.left)] = (count + 1, max(far, line.right))
        margin = measures.margin(line)
        measures.rights[margin] = max(measures.rights.get(margin, 0.0), line.right)
    return measures


def _rounded(size: float) -> float:
    return round(size * 2) / 2


def _gaps(every: Sequence[Line], *, sure: bool = False) -> dict[float, list[float]]:
    """The distances of neighbouring baselines by the size of their letters; *sure*: where a sentence plainly goes on.

    In a short text most lines are paragraphs of their own, and the usual distance is that of paragraphs.
    """
    found: dict[float, list[float]] = {}
    for a, b in pairwise(every):
        size, drop = _rounded(a.size), a.bottom - b.bottom
        if sure and (not b.words[:1].islower() or a.words.endswith(ENDS) or abs(a.left - b.left) > 2):
            continue
        if a.page == b.page and _rounded(b.size) == size and 0 < drop < 4 * (a.top - a.bottom):
            found.setdefault(size, []).append(drop)
    return found


def _leading(gaps: list[float], size: float) -> float:
    """The usual distance of baselines: the median of the smaller half, so that gaps between paragraphs do not count."""
    ordered = sorted(gap for gap in gaps if gap > 0.5 * size)
    return median(ordered[: len(ordered) // 2 + 1]) if ordered else 1.3 * size
