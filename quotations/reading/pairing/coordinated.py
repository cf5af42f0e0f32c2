"""Quotations in a row to which one cue leads: “…”, “…” and “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.scene import Token

#: What stands between quotations that one cue leads to.
_AND = frozenset((",", "and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "of", "och"))


_MOST_COORDINATED = 6


def coordinated(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The first and the last of the quotations “…” and “…” among which the tokens *first* to *last* are."""
    for _ in range(_MOST_COORDINATED):
        back = _over_and(tokens, first - 1, -1)
        first = first if back is None else back
        further = _over_and(tokens, last + 1, 1)
        last = last if further is None else further
        if back is None and further is None:
            break
    return first, last


def _over_and(tokens: Sequence[Token], at: int, step: int) -> int | None:
    """The quotation next to *at* with only commas and an “and” between; None where there is none."""
    for _ in range(3):
        if not 0 <= at < len(tokens) or tokens[at].sentence != tokens[at - step].sentence:
            return None
        if tokens[at].quoted >= 0:
            return at
        if tokens[at].lower not in _AND:
            return None
        at += step
    return None
