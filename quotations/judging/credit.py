"""A credit behind the words: "… — Anna Orr, keeper", "… --- The Lamp Manual 2.0, section 4". It is no part of them."""

from __future__ import annotations

import re

from quotations.comparison.lexicon import Lexicon
from quotations.comparison.tokens import tokenize

_TAIL = re.compile(r"([.!?…。][\"'”’»)\]]*|[”»\"])\s*(?:[—–―]|-{2,3}|~)\s?([^\n—–―]{2,100})$")
_FROM = 120  #: characters at the end in which a credit may begin
_WORDS, _SMALL = 14, 3  #: of a credit: at most, and of these in small letters
_SPOKEN = ("auxiliary", "modal", "strict_negation", "interjection", "quantifier", "condition")


def without_credit(quoted: str, lexicon: Lexicon) -> str | None:
    """*quoted* without a credit at its end; None where it has none.

    A credit stands behind a whole sentence and a dash, opens with a name and holds neither verb nor pronoun of a speaker.
    """
    start = max(0, len(quoted) - _FROM)
    tail = _TAIL.search(quoted, start)
    return quoted[: tail.end(1)] if tail and _credits(tail[2], lexicon) else None


def _credits(words: str, lexicon: Lexicon) -> bool:
    tokens = tokenize(words)
    written = [words[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    if not 0 < len(written) <= _WORDS or not written[0][:1].isupper() or re.search(r"[.!?…]\s", words[4:]):
        return False
    first = tokens.keys[0]
    if lexicon.has("function", first) and not lexicon.has("article", first):
        return False
    persons = lexicon.pairs.get("person", {})
    if any(key in persons or any(lexicon.has(name, key) for name in _SPOKEN) for key in tokens.keys):
        return False
    small = [
        key
        for key, word in zip(tokens.keys, written, strict=True)
        if word.islower() and not lexicon.has("function", key)
    ]
    return len(small) <= _SMALL and 2 * len(small) < max(2, len(written))
