"""Words that run from right to left, put into the order in which they are read.

PDFium turns the lines of such scripts round and leaves some words as they were drawn, first letter last: those whose
letters a browser's print keeps in a font of another order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

#: Runs of Hebrew, Arabic, Syriac, Thaana and N'Ko with their marks, presentation forms among them.
_WORD = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}")
#: A letter with the marks that stand on it.
_CLUSTER = re.compile(
    r"[^\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed][\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]*|."
)
#: Figures stand from left to right in these scripts, too.
_FIGURES = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")


def righted(characters: str, sides: Callable[[int], tuple[float, float]]) -> str:
    """*characters* of a page, as many as before, with each word of such a script from its first letter to its last.

    Args:
        characters: one a glyph.
        sides: left and right of the character at an index, in points; (0, 0) when it has no place.
    """
    pieces: list[str] = []
    at = 0
    for match in _WORD.finditer(characters):
        first, last = sides(match.start()), sides(match.end() - 1)
        known = first[1] > first[0] and last[1] > last[0]
        if known and first[1] < last[1] and first[0] < last[0] and not _FIGURES.search(match[0]):
            pieces += [characters[at : match.start()], *reversed(_CLUSTER.findall(match[0]))]
            at = match.end()
    return "".join([*pieces, characters[at:]]) if pieces else characters
