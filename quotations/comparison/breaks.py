"""Words that the end of a line divides: "diplo-" and "matic" are one word, wherever the other text divides it."""

from __future__ import annotations

import re

from quotations.comparison.words import Fused, Located

#: A hyphen at a line's end, and the blanks around the end.
_BREAK = re.compile(r"[-‐¬\u00ad](?<=[^\W\d_].)[ \t\r]*\n[ \t\r]*(?=[^\W\d_])")
_MAY_BREAK, _MAY_BREAK_ASCII = re.compile("[-‐¬\u00ad][ \t\r]*\n"), re.compile("-[ \t\r]*\n")
_NOTHING = "\u200b"  #: folded away, and so many of them keep all offsets


def divides(text: str) -> bool:
    """Whether *text* has a word divided by the end of a line."""
    return "\n" in text and _BREAK.search(text) is not None


def undivided(text: str) -> str:
    """*text* with its divided words joined; all else stays where it stands."""
    return text if "\n" not in text else _BREAK.sub(lambda found: _NOTHING * len(found.group()), text)


def fused(text: str, words: Located) -> Located | None:
    """*words* of *text* with divided words as one; None where no word is divided."""
    if not _may_divide(text):
        return None
    second: list[int] = []
    for found in _BREAK.finditer(text):
        at = words.from_(found.end())
        if 0 < at < len(words.keys) and words.start(at) == found.end() and words.end(at - 1) == found.start():
            second.append(at)
    return Fused(words, second) if second else None


def _may_divide(text: str) -> bool:
    """Whether any line ends with a hyphen; much quicker than the pattern."""
    return (_MAY_BREAK_ASCII if text.isascii() else _MAY_BREAK).search(text) is not None
