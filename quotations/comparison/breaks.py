"""Words that the end of a line divides: "diplo-" and "matic" are one word, wherever the other text divides it."""

from __future__ import annotations

import re
from bisect import bisect_left

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
    made = Tokens()
    done = 0
    for found in _BREAK.finditer(text):
        at = bisect_left(tokens.starts, found.end(), done)
        if not 0 < at < len(tokens) or tokens.starts[at] != found.end() or tokens.ends[at - 1] != found.start():
            continue
        _append(made, tokens, done, at)
        made.keys[-1] += tokens.keys[at]
        made.ends[-1] = tokens.ends[at]
        done = at + 1
    if not done:
        return None
    _append(made, tokens, done, len(tokens))
    return made


def _append(made: Tokens, tokens: Tokens, start: int, stop: int) -> None:
    made.keys += tokens.keys[start:stop]
    made.starts += tokens.starts[start:stop]
    made.ends += tokens.ends[start:stop]
