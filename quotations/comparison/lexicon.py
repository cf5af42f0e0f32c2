"""What the words of one language are for: small lists from data files, one a language."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

_LEXICONS = Path(__file__).parent / "lexicons"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru")
#: Of these only what turns the sense and the numerals are listed, no function words.
FURTHER = ("ar", "cs", "da", "el", "fi", "he", "hu", "id", "ja", "ko", "no", "ro", "sk", "sv", "tr", "uk", "zh")
_SAME = {"nb": "no", "nn": "no", "ms": "id", "iw": "he", "in": "id"}  #: written so alike that one lexicon serves


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language by the name of the list; a name that a language lacks is an empty list."""

    language: str
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    pairs: dict[str, dict[str, str]] = field(default_factory=dict)  #: word → what it stands for, by list

    kinds: dict[str, str] = field(
        default_factory=dict, repr=False, compare=False
    )  #: made by `numbers` when first asked for
    _phrases: dict[tuple[str, ...], dict[str, list[list[str]]]] = field(default_factory=dict, repr=False, compare=False)

    def phrases(self, *names: str) -> dict[str, list[list[str]]]:
        """The words of each phrase in the lists *names* by their first word, the longest phrases first."""
        known = self._phrases.get(names)
        if known is None:
            known = self._phrases[names] = {}
            found = [phrase.split("_") for name in names for phrase in self.words(name)]
            for words in sorted(found, key=lambda words: (-len(words), words)):
                known.setdefault(words[0], []).append(words)
        return known

    def has(self, name: str, word: str) -> bool:
        """Whether *word* (a folded key) stands in the list *name*."""
        return word in self.lists.get(name, _NONE)

    def words(self, name: str) -> frozenset[str]:
        """The list *name*."""
        return self.lists.get(name, _NONE)

    def form(self, name: str, word: str) -> str:
        """What *word* stands for in the list of pairs *name*; itself where nothing is listed."""
        return self.pairs.get(name, {}).get(word, word)


_NONE: frozenset[str] = frozenset()


@cache
def lexicon(language: str | None) -> Lexicon:
    """The lexicon of *language* (BCP 47, only the first part counts); an empty one for an unknown language."""
    code = (language or "").partition("-")[0].lower()
    code = _SAME.get(code, code)
    if code not in LANGUAGES + FURTHER:
        return Lexicon(code)
    return parse(code, (_LEXICONS / f"{code}.txt").read_text(encoding="utf-8"))


def parse(language: str, source: str) -> Lexicon:
    """Read a lexicon: ``name: word word``, and ``name = head: form form`` for lists of pairs; ``#`` opens a comment."""
    lists: dict[str, frozenset[str]] = {}
    pairs: dict[str, dict[str, str]] = {}
    for line in source.splitlines():
        head, colon, words = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        name, equals, target = head.partition("=")
        if equals:
            table = pairs.setdefault(name.strip(), {})
            target = target.strip()
            table[target] = target
            table.update(dict.fromkeys(words.split(), target))
        else:
            name = name.strip()
            lists[name] = lists.get(name, _NONE) | frozenset(words.split())
    return Lexicon(language, lists, pairs)
