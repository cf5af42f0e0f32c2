"""Whether a source can have a quotation at all, told from its words alone: most further candidates cannot."""

from __future__ import annotations

import re

from quotations.comparison import TextIndex
from quotations.comparison.background import bits
from quotations.comparison.tokens import tokenize

_FEW = 8  #: words: of fewer, one or two changed are a large part
_MISSING = 4  #: different words of some length, more than are changed where only a few are
_LONG = 4  #: letters; no article has more
_SHARE = 0.5  #: of the weight; an alteration keeps three quarters
#: The editor's words stand in no source.
_BRACKETS = re.compile(r"[\[(（]")


def may_have(words: str, source: TextIndex) -> bool:
    """Whether *source* has enough of *words*, in whatever order, for them to be quoted from it, altered or not.

    Where it has not, comparing them could only come to an absence.
    """
    keys = tokenize(words).keys
    if len(keys) < _FEW or _BRACKETS.search(words):
        return True
    held = source.vocabulary
    missing = [key for key in keys if key not in held]
    if len({key for key in missing if len(key) > _LONG}) < _MISSING:
        return True
    lost = sum(bits(key, source.language) for key in missing)
    if lost <= (1 - _SHARE) * sum(bits(key, source.language) for key in keys):
        return True
    return source.undivided is not None  # asked last: the whole text is looked through for words that lines divide
