"""How much a word says: its information in bits, against a background that ships with the engine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quotations.comparison.languages import _commonest
from quotations.comparison.lexicon import LANGUAGES

_DATA = Path(__file__).parent / "data"
#: Bits of a word that the background does not list.
RARE = 18.0
_UNLISTED = 16.5  #: at most, of a word that another language's shorter background does not list
_FOREIGN = 14.0  #: of any word of a language without a background, unless it is one of its commonest
_FOREIGN_COMMON = 6.5
_SOLID = 8.5  #: of one character of a script without blanks


@cache
def _listed(language: str = "en") -> dict[str, float]:
    """The background of *language*; empty where none is shipped."""
    table: dict[str, float] = {}
    file = _DATA / f"frequency.{language}.txt"
    if language not in LANGUAGES or not file.exists():
        return table
    with file.open(encoding="utf-8") as lines:
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
    table = _listed(language.partition("-")[0])
    if table:
        return table.get(key) or min(_UNLISTED, 8.0 + 1.2 * len(key))
    if language in _commonest().get(key, ()):
        return _FOREIGN_COMMON
    return min(_FOREIGN, 5.0 + 1.6 * len(key))
