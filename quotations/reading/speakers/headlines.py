"""Names in headlines that write every word with a capital: “Ana Roe Calls Port Board A Disgrace” names Ana Roe."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import is_given_name
from quotations.reading.scene import Token
from quotations.reading.speakers.names import Name

_FEWEST = 5
_LONGEST = 40  #: tokens of a headline
_LONG = 4  #: words of so many letters have capitals in such a headline
_SHARE = 0.8
_NAMED = 3  #: at least one in so many tokens is a name's
_FULL = 2  #: a given name and a surname


def is_headline(tokens: Sequence[Token], names: Sequence[Name]) -> bool:
    """Whether nearly all longer words of a paragraph, whose *names* are given, have capitals, and it is one sentence."""
    if not _FEWEST <= len(tokens) <= _LONGEST or tokens[-1].sentence:
        return False
    if _NAMED * sum(name.last - name.first for name in names) < len(tokens):
        return False
    words = [token for token in tokens if token.is_word and len(token.text) >= _LONG and token.text[0].isalpha()]
    return len(words) >= _FEWEST and sum(token.is_name for token in words) >= _SHARE * len(words)


def names_told(names: Sequence[Name], elsewhere: frozenset[tuple[str, ...]]) -> list[Name]:
    """What of a headline's *names* is a name *elsewhere* in the article too, or begins with a given name."""
    found = (_within(name, elsewhere) for name in names)
    return [name for name in found if name is not None]


def _within(name: Name, elsewhere: frozenset[tuple[str, ...]]) -> Name | None:
    words = name.words
    given = [is_given_name(word.lower()) for word in words]
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            full = size == _FULL and given[first] and (len(words) == _FULL or run[1:] in elsewhere)
            if full or run in elsewhere:
                return Name(run, name.first + first, name.first + first + size)
    return None
