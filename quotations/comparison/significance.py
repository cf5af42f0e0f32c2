"""Whether a match is more than chance: by the information of its words, not by their number.

Occurrences expected by chance in a text of N words: E = N · 2^(−0.72 · bits). The exponent was measured on news against
news of the same day; independence of words alone would be sixty times too sure at 22 bits.
"""

from __future__ import annotations

from quotations.model import Chance

_SLOPE = 0.72
LIGHT = 0.01  #: more occurrences than this are expected by chance: the match proves nothing
SURE = 1e-6


def expected(bits: float, words: int) -> float:
    """Occurrences by chance, of a match of *bits*, expected in a text of *words* words."""
    return float(max(1, words) * 2.0 ** (-_SLOPE * max(0.0, bits)))


def chance(bits: float, words: int, matched_words: int) -> Chance:
    """The chance of a match, with words for people."""
    odds = expected(bits, words)
    return Chance(bits=round(bits, 1), expected=odds, in_words=_in_words(odds, matched_words))


def _in_words(odds: float, matched: int) -> str:
    if not matched:
        return "no word of it stands there"
    count = "one word" if matched == 1 else f"{matched:,} words"
    if odds >= 0.5:
        return f"{count}; almost any page of this length has as much by chance"
    pages = 1 / max(odds, 1e-30)
    if pages < 1000:
        return f"{count}; one such page in {max(2, round(pages))} has as much by chance"
    if pages < 1e9:
        return f"{count}; one such page in {_round(pages):,} has as much by chance"
    return f"{count}; chance is out of the question"


def _round(number: float) -> int:
    """A number to one figure."""
    scale = 10 ** (len(str(int(number))) - 1)
    return int(number // scale * scale)
