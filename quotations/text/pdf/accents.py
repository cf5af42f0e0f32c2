"""Accents that a PDF draws as glyphs of their own over letters, as TeX does with its older fonts (OT1).

The letter and its accent become a letter and a combining accent, one code point for each glyph, so that every index of
the page still means the same glyph. An accent that was drawn apart from the line of its letter becomes a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: Spacing accents and what they are over a letter (Unicode, "Combining Diacritical Marks").
_COMBINING = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_ACCENT = re.compile(f"[{''.join(_COMBINING)}]")
_DOTLESS = {"ı": "i", "ȷ": "j"}
#: So far (in characters) an accent is looked for over a letter of the line before or after.
_FAR = 120

Sides = tuple[float, float]  #: left and right, in points


def composed(characters: str, sides: Callable[[int], Sides]) -> str:
    """*characters*, one a glyph, with the accents that stand over letters joined to them.

    Args:
        characters: a page's text in the order drawn.
        sides: left and right of the glyph with that index.
    """
    if not _ACCENT.search(characters):
        return characters
    out = list(characters)
    for found in _ACCENT.finditer(characters):
        at = found.start()
        letter = characters[at + 1 : at + 2]
        if letter.isalpha() and _over(sides(at), sides(at + 1)):
            out[at], out[at + 1] = _DOTLESS.get(letter, letter), _COMBINING[found[0]]
        elif not letter.isalnum() and _stray(characters, at, sides):
            out[at] = " "
    return "".join(out)


def _over(accent: Sides, letter: Sides) -> bool:
    """Whether at least half of the narrower of the two stands over the other."""
    shared = min(accent[1], letter[1]) - max(accent[0], letter[0])
    return shared > 0 and 2 * shared >= min(accent[1] - accent[0], letter[1] - letter[0])


def _stray(characters: str, at: int, sides: Callable[[int], Sides]) -> bool:
    """Whether an accent stands beyond the glyph drawn before it or before the one drawn after: it is another line's."""
    line_ends = characters[at + 1 : at + 2] in ("\r", "\n", "") or characters[at - 1 : at] in ("\n", "")
    if not line_ends or characters[at] == "`":
        return False
    own = sides(at)
    near = range(max(0, at - _FAR), min(len(characters), at + _FAR))
    return any(characters[n].isupper() and _over(own, sides(n)) for n in near)
