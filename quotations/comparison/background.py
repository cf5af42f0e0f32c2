"""How much a word says: its information in bits, against a background that ships with the engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quotations.comparison.languages import _commonest

_DATA = Path(__file__).parent / "data"
#: Bits of a word that the background does not list.
RARE = 18.0
_FOREIGN = 14.0  #: of any word of a language without a background, unless it is one of its commonest
_FOREIGN_COMMON = 6.5
_SOLID = 8.5  #: of one character of a script without blanks


@cache
def _listed() -> dict[str, float]:
    table: dict[str, float] = {}
    with (_DATA / "frequency.en.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line[0] != "#":
                bits, _, words = line.partition(" ")
                table.update(dict.fromkeys(words.split(), min(RARE, float(bits))))
    return table


def bits(key: str, language: str | None = "en") -> float:
    """The information of one folded word, 4 to 18 bits."""
    if key[0].isdigit() or key[0] in "-^":
        return min(14.0, 5.5 + 2.2 * len(key))
    if not key.isascii() and len(key) == 1:
        return _SOLID if ord(key) > 0x3100 else 5.5
    if language in (None, "en"):
        return _listed().get(key, RARE if len(key) > 2 else 10.0)
    if language in _commonest().get(key, ()):
        return _FOREIGN_COMMON
    return min(_FOREIGN, 5.0 + 1.6 * len(key))
