"""Letters of one alphabet inside a word of another that look the same: what scanning and copying leave, and what nobody sees.

Only words that mix alphabets are touched, and only when every strange letter has a twin; one letter stands for one letter.
The twins are those of Unicode's confusables (UTS 39) among lower-case Latin, Cyrillic and Greek letters.

>>> one_alphabet("the hаrbоur")
'the harbour'
"""

from __future__ import annotations

import re

_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝ", "aeopcyxijshdqw", strict=True))
_TO_LATIN = _CYRILLIC | {"ο": "o", "α": "a", "ν": "v", "ρ": "p"}
_TO_CYRILLIC = {latin: twin for twin, latin in _CYRILLIC.items()}
#: Twins only as capitals, which a word begins with.
_CAPITALS = {"в": "b", "к": "k", "м": "m", "н": "h", "т": "t"}
_TO_GREEK = {"o": "ο", "v": "ν", "p": "ρ"}
_TWINS = "".join(_TO_LATIN)
_MIXED = re.compile(f"[a-z][{_TWINS}]|[{_TWINS}{''.join(_CAPITALS)}][a-z]|[а-яα-ω][{''.join(_TO_CYRILLIC)}v]")
_WORD = re.compile("[a-zà-ɏ]*(?:[Ͱ-ԯ]+[a-zà-ɏ]*)+")


def one_alphabet(text: str) -> str:
    """*text*, folded to lower case, with each word that mixes alphabets in one; linear in its length."""
    return _WORD.sub(_in_one, text) if _MIXED.search(text) else text


def _in_one(found: re.Match[str]) -> str:
    word = found.group()
    latin = sum(char < "\u0250" for char in word)
    if not latin or latin == len(word):
        return word
    if 2 * latin >= len(word) or any(char < "\u0250" and char not in _TO_CYRILLIC for char in word):
        table = _TO_LATIN
        word = _CAPITALS.get(word[0], word[0]) + word[1:]
        strange = [char for char in word if char >= "\u0250"]
    else:
        table = _TO_CYRILLIC if any("\u0400" <= char < "\u0530" for char in word) else _TO_GREEK
        strange = [char for char in word if char < "\u0250"]
    return "".join(table.get(char, char) for char in word) if all(char in table for char in strange) else word
