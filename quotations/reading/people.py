"""Who is who in an article: full names behind surnames, persons behind pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from quotations.reading.lexicon import Lexicon, given_names
from quotations.reading.phrases import PARTICLES, inside_name
from quotations.reading.scene import Token

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_LONGEST_NAME = 6
_ROLE = re.compile(
    r"(?:in|er|ist|ent|ant|or|eur|mann|frau|chef|rat|wart|experte|kollege|beauftragte|abgeordnete|vorsitzende)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written at one place."""

    words: tuple[str, ...]
    first: int  #: token where it begins, its title left out
    last: int  #: past its last token
    title: str = ""  #: the title before it, in lower case

    @property
    def text(self) -> str:
        """The name in one piece."""
        return " ".join(self.words)


class People:
    """The names seen so far and in the whole article; tells gender as far as the article or a given name shows it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._by_last: dict[str, Counter[str]] = {}
        self._genders: dict[str, Counter[str]] = {}
        self._first_seen: dict[str, int] = {}
        self._answers: dict[str, tuple[str, bool]] = {}  #: name → gender and whether a person, once asked

    def learn(self, names: Iterable[Name]) -> None:
        """Take in names in reading order."""
        self._answers.clear()
        for name in names:
            full = name.text
            self._first_seen.setdefault(full, len(self._first_seen))
            last = _surname(name.words)
            if name.title:
                self._note_gender(last, name)
            if len(name.words) > 1:
                self._by_last.setdefault(last, Counter())[full] += 1

    def _note_gender(self, last: str, name: Name) -> None:
        if name.title in self.lexicon.men:
            self._genders.setdefault(last, Counter())["he"] += 1
        elif name.title in self.lexicon.women:
            self._genders.setdefault(last, Counter())["she"] += 1

    def full(self, name: Name) -> str:
        """The full name for a surname; the name itself where nothing longer is known."""
        if len(name.words) > 1:
            return name.text
        known = self._by_last.get(_surname(name.words))
        if not known:
            return name.text
        wanted = "he" if name.title in self.lexicon.men else "she" if name.title in self.lexicon.women else ""
        fitting = [full for full in known if not wanted or self.gender(full) in ("", wanted)]
        persons = [full for full in fitting if _given(full)] or fitting or list(known)
        return max(persons, key=lambda full: (known[full], -self._first_seen.get(full, 0)))

    def gender(self, full: str) -> str:
        """Either "he" or "she"; empty when nothing tells."""
        return self._answer(full)[0]

    def is_person(self, full: str) -> bool:
        """Whether it is known to be a person's name: a given name, a title, or a surname that stands with either."""
        return self._answer(full)[1]

    def _answer(self, full: str) -> tuple[str, bool]:
        if full not in self._answers:
            self._answers[full] = self._gender(full), self._is_person(full)
        return self._answers[full]

    def _gender(self, full: str) -> str:
        words = full.split()
        men, women = given_names()
        if len(words) > 1 or _surname(tuple(words)) not in self._by_last:
            first = words[0].lower()
            if (first in men) != (first in women):
                return "he" if first in men else "she"
        told = self._genders.get(_surname(tuple(words)))
        return told.most_common(1)[0][0] if told else ""

    def _is_person(self, full: str) -> bool:
        words = full.split()
        return (
            _given(full)
            or _surname(tuple(words)) in self._genders
            or any(_given(other) for other in self._by_last.get(_surname(tuple(words)), ()))
        )


def _given(full: str) -> bool:
    men, women = given_names()
    words = full.split()
    return len(words) > 1 and (
        words[0].lower() in men or words[0].lower() in women or words[0].rstrip(".").lower() in men
    )


def _surname(words: tuple[str, ...]) -> str:
    for word in reversed(words):
        if word.lower() not in _SUFFIXES:
            return word.lower()
    return words[-1].lower()


def names_in(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    first: int = 0,
    last: int | None = None,
    *,
    known: frozenset[str] | None = None,
) -> list[Name]:
    """The runs of capitalised words among ``tokens[first:last]``, titles set apart.

    *known*: words that are names elsewhere; one that only begins a sentence is left out unless it is among them.
    """
    found: list[Name] = []
    at, end = first, len(tokens) if last is None else last
    while at < end:
        if not _names(tokens[at]):
            at += 1
            continue
        stop = _run(tokens, at, end)
        name = _titled(tokens, at, stop, lexicon)
        if name is not None and known is not None:
            name = _without_opener(tokens, name, known)
        if name is not None and (known is None or not _opener(tokens, name, lexicon, known)):
            found.append(name)
        at = stop
    return found


def _names(token: Token) -> bool:
    return token.is_name and (len(token.text) > 1 or token.text.isalpha()) and token.lower != "i"


def _run(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past the last word of the name that begins at *at*."""
    stop = at + 1
    while stop < end and stop - at < _LONGEST_NAME + 3:
        token = tokens[stop]
        if token.sentence != tokens[at].sentence:
            break
        if _names(token) and tokens[stop - 1].end + 1 >= token.start:
            stop += 1
        elif inside_name(tokens, stop) or (token.lower in PARTICLES and stop + 1 < end and _names(tokens[stop + 1])):
            stop += 2
        elif token.lower in _SUFFIXES:
            stop += 1
        else:
            break
    return stop


def _titled(tokens: Sequence[Token], at: int, stop: int, lexicon: Lexicon) -> Name | None:
    # "The" of The Pentagon and words that only begin a sentence are no part of the name.
    while at < stop and tokens[at].lower in _no_names(lexicon):
        at += 1
    title = ""
    for place in range(at, stop - 1):
        if tokens[place].lower in lexicon.titles:
            if tokens[place + 1].lower in lexicon.articles and not tokens[place + 1].is_name:
                # The spokeswoman of something, not somebody called so.
                return None
            title, at = tokens[place].lower, place + 1
    if at < stop and tokens[at].lower in lexicon.titles:
        return None
    if lexicon.language == "de" and stop - at > 2 and _is_role(tokens[at]):
        title, at = title or tokens[at].lower, at + 1
    if not title and at and at < stop:
        before = tokens[at - 1].lower
        title = before if before in lexicon.titles else ""
    if at >= stop:
        return None
    return Name(tuple(token.text for token in tokens[at:stop] if token.quoted < 0), at, stop, title)


def _is_role(token: Token) -> bool:
    """Whether a German noun before a name in full is a calling: Hydrologin Sabine Kern, SPD-Politiker Ralf Stegner."""
    men, women = given_names()
    lower = token.lower
    return len(lower) > 4 and lower not in men and lower not in women and bool(_ROLE.search(lower))


def _without_opener(tokens: Sequence[Token], name: Name, known: frozenset[str]) -> Name:
    """“Keeper Amos Tull” at the head of a sentence is Amos Tull, if nothing else shows Keeper to be a name."""
    men, women = given_names()
    first = tokens[name.first].lower
    heads = name.first == 0 or tokens[name.first - 1].sentence != tokens[name.first].sentence
    if len(name.words) < 3 or not heads or first in known or first in men or first in women or len(first) < 3:
        return name
    return Name(name.words[1:], name.first + 1, name.last, first)


@cache
def _no_names(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.articles | lexicon.stops | lexicon.openers | lexicon.pronouns | lexicon.first


def _opener(tokens: Sequence[Token], name: Name, lexicon: Lexicon, known: frozenset[str]) -> bool:
    """Whether the one capital is only that of a sentence's first word."""
    if len(name.words) > 1 or name.title:
        return False
    token = tokens[name.first]
    begins = name.first == 0 or tokens[name.first - 1].sentence != token.sentence
    return begins and not token.text.isupper() and token.lower not in known and not _acts(tokens, name.last, lexicon)


def _acts(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb of speech or an owner's s comes next, so that the capital is a name's."""
    return at < len(tokens) and (tokens[at].lower in lexicon.said or tokens[at].lower == "'s")


def known_names(scenes: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Words, in small letters, that are capitalised somewhere inside a sentence."""
    return frozenset(
        token.lower
        for tokens in scenes
        for before, token in pairwise(tokens)
        if token.is_name and before.sentence == token.sentence and before.is_word
    )
