"""Words that the end of a line divides: "diplo-" and "matic" are one word, wherever the other text divides it."""

from __future__ import annotations

import re

from quotations.comparison.tokens import Tokens

#: A hyphen at a line's end, and the blanks around the end.
_BREAK = re.compile(r"[-‐¬\u00ad](?<=[^\W\d_].)[ \t\r]*\n[ \t\r]*(?=[^\W\d_])")
_NOTHING = "\u200b"  #: folded away, and so many of them keep all offsets


def divides(text: str) -> bool:
    """Whether *text* has a word divided by the end of a line."""
    return _BREAK.search(text) is not None


def undivided(text: str) -> str:
    """*text* with its divided words joined; all else stays where it stands."""
    return _BREAK.sub(lambda found: _NOTHING * len(found.group()), text)


def joined(text: str, tokens: Tokens) -> Tokens | None:
    """*tokens* of *text* with divided words as one; None where no word is divided."""
    breaks = [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    if not breaks:
        return None
    ends = dict(breaks)
    made = Tokens()
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        if made.keys and ends.get(made.ends[-1]) == start:
            made.keys[-1] += key
            made.ends[-1] = end
        else:
            made.keys.append(key)
            made.starts.append(start)
            made.ends.append(end)
    return made
