"""Words made comparable: lower case, without accents."""

from __future__ import annotations

import re
import unicodedata

#: The marks that accents and vowel points come apart into, in the scripts of our wordings; and what nobody sees.
_MARKS = re.compile(
    "[\u00ad\u200b-\u200f\u2060\ufeff\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u3099\u309a]"
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


class Words:
    """Any of some patterns, compiled when first sought: most pages need none, and a start should not pay for them."""

    __slots__ = ("_compiled", "_patterns")

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._patterns = patterns
        self._compiled: re.Pattern[str] | None = None

    def search(self, words: str) -> re.Match[str] | None:
        """As of a compiled pattern."""
        if self._compiled is None:
            self._compiled = re.compile("|".join(f"(?:{bare(pattern)})" for pattern in self._patterns))
        return self._compiled.search(words)


def one_of(*patterns: str) -> Words:
    """Any of *patterns*, which are folded as the words are that they are sought in: no class of them may be a capital."""
    return Words(patterns)
