"""Parts of one among numbers: two thirds, and a half, a quarter of a million."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.comparison.lexicon import Lexicon

_PARTS = {
    ("and", "a", "half"): 0.5, ("and", "a", "quarter"): 0.25, ("and", "three", "quarters"): 0.75, ("and", "a", "third"): 1 / 3,
    ("1", "2"): 0.5, ("1", "4"): 0.25, ("3", "4"): 0.75, ("1", "3"): 1 / 3, ("2", "3"): 2 / 3,
}  # fmt: skip
#: Parts of one as words, by how many make it.
_SHARES = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}  # fmt: skip


def share_at(keys: Sequence[str], at: int, lexicon: Lexicon) -> float | None:
    """The value of two words that name a part of one: "two thirds", "a quarter"."""
    if at + 1 >= len(keys) or keys[at + 1] not in _SHARES:
        return None
    count = "1" if keys[at] in ("a", "an") else lexicon.pairs.get("number", {}).get(keys[at], "")
    return int(count) / _SHARES[keys[at + 1]] if count.isdigit() else None


def scaled_at(keys: Sequence[str], at: int, lexicon: Lexicon) -> tuple[float, int] | None:
    """The value of a part of a magnitude, and the place behind it: "half a million", "quarter of a billion"."""
    if keys[at] in ("a", "one") and keys[at + 1 : at + 2] != ["half"]:
        at += 1
    if at >= len(keys) or keys[at] not in _SHARES:
        return None
    place = at + 2 if keys[at + 1 : at + 2] == ["of"] else at + 1
    if (
        place + 1 >= len(keys)
        or keys[place] not in ("a", "an")
        or keys[place + 1] not in lexicon.pairs.get("magnitude", {})
    ):
        return None
    return float(lexicon.form("magnitude", keys[place + 1])) / _SHARES[keys[at]], place + 2


def part_at(keys: Sequence[str], at: int) -> tuple[float, int] | None:
    """The part of one that follows a number at *at* ("and a half", ½ as figures), and the place behind it."""
    for words, value in _PARTS.items():
        if tuple(keys[at : at + len(words)]) == words:
            return value, at + len(words)
    return None
