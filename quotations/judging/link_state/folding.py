"""Words made comparable: lower case, without accents."""

from __future__ import annotations

import re
import unicodedata

#: The marks that accents and vowel points come apart into, in the scripts of our wordings.
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u3099\u309a]"
)
#: Letters that do not come apart by themselves.
_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def bare(words: str) -> str:
    """*words* in lower case without accents."""
    if words.isascii():
        return words.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", words)).casefold().translate(_STROKES)


def plain(words: str) -> str:
    """*words* in lower case without accents, apostrophes straight, blanks collapsed."""
    return " ".join(bare(words).replace("’", "'").replace("ʼ", "'").split())
