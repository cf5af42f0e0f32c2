"""In which language words are, by their commonest words; cheap, and only for choosing a lexicon."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import filterfalse
from pathlib import Path

_LIST = Path(__file__).parent / "lexicons" / "languages.txt"
_FEWEST = 2
_SHARE = 6  #: of so many words one must be another language's common word to overrule what is declared


@cache
def _commonest() -> dict[str, tuple[str, ...]]:
    """Each common word with the languages that have it."""
    owners: dict[str, tuple[str, ...]] = {}
    for line in _LIST.read_text(encoding="utf-8").splitlines():
        code, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            for word in set(words.split()):
                owners[word] = (*owners.get(word, ()), code)
    return owners


def language_of(keys: Iterable[str], declared: str | None = None) -> str | None:
    """The language of folded words, or *declared* where the words do not say another clearly."""
    words = list(keys)
    total = len(words)
    if not "".join(words).isascii():  # much quicker than asking each word
        solid = Counter(_script(key[0]) for key in filterfalse(str.isascii, words))
        script, times = solid.most_common(1)[0]
        if script != "latin" and times >= 3 and times * 3 >= total:
            return "ja" if solid["ja"] else script
    code = (declared or "").partition("-")[0].lower()
    home: str | None = code if 2 <= len(code) <= 3 else None  # "english" is no language code
    owners = _commonest()
    common = list(filter(owners.__contains__, words))
    if home in _own() and 2 * sum(map(_own()[home].__contains__, common)) > len(common):  # none can have twice as many
        return home
    counts: dict[str, int] = {}
    for key, times in Counter(common).items():
        count = 1 if len(key) == 1 and key.isascii() else times  # "v" and "s" are as often symbols
        for language in owners[key]:
            counts[language] = counts.get(language, 0) + count
    if not counts:
        return home
    best = max(counts, key=counts.__getitem__)
    most = counts[best]
    second = max((count for language, count in counts.items() if language != best), default=0)
    if home and (home not in counts and not _knows(home)):
        return home
    if home and (counts.get(home, 0) * 2 > most or most * _SHARE < total):
        return home
    fewest = _FEWEST + 1 if home else _FEWEST
    return best if most >= fewest and most > second else home


@cache
def _own() -> dict[str, frozenset[str]]:
    """The common words of each language, but for those of one letter, which are as often symbols."""
    own: dict[str, set[str]] = {}
    for word, codes in _commonest().items():
        for code in codes if len(word) > 1 or not word.isascii() else ():
            own.setdefault(code, set()).add(word)
    return {code: frozenset(words) for code, words in own.items()}


def _knows(code: str) -> bool:
    return any(code in codes for codes in _commonest().values())


def _script(char: str) -> str:
    code = ord(char)
    if 0x3040 <= code <= 0x30FF:
        return "ja"
    if 0x4E00 <= code <= 0x9FFF:
        return "zh"
    if 0xAC00 <= code <= 0xD7A3:
        return "ko"
    if 0x0400 <= code <= 0x04FF:
        return "latin"  # Cyrillic is told by its words, as Latin is
    if 0x0600 <= code <= 0x06FF:
        return "ar"
    return "latin"
