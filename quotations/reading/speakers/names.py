"""The names in a paragraph: runs of words with capitals, their titles set apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from quotations.reading.lexicon import Lexicon, body_words, is_given_name
from quotations.reading.phrases import GERMAN_ARTICLES, PARTICLES, inside_name
from quotations.reading.scene import Scene, Token
from quotations.values import plain_value

_SUFFIXES = frozenset(
    """jr jr. sr sr. ii iii iv kc qc k.c. q.c. mp mep msp phd ph.d. md m.d. esq esq. obe mbe cbe frs sc""".split()  # noqa: SIM905
)
#: Words of titles that begin a body's name, too.
_OF_BODIES = frozenset(("state", "justice", "democratic", "republican", "executive"))
_LONGEST_NAME = 6
_OFFICE = 2  #: so many words stand before a person's name at least, where they are no part of it
_ROLE = re.compile(
    r"(?:in|er|ist|ent|ant|or|eur|mann|frau|chef|rat|wart|experte|kollege|beauftragte|abgeordnete|vorsitzende)$"
)


@plain_value
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


def surname(words: tuple[str, ...]) -> str:
    """The last word that is no suffix, in lower case."""
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
    places: Iterable[int] | None = None,
) -> list[Name]:
    """The runs of capitalised words among ``tokens[first:last]``, titles set apart.

    *known*: words that are names elsewhere; one that only begins a sentence is left out unless it is among them.
    *places*: those of the tokens that are written like names, where they are known.
    """
    found: list[Name] = []
    at, end = first, len(tokens) if last is None else last
    for place in range(first, end) if places is None else places:
        if place < at or not _names(tokens[place]):
            continue
        at = _run(tokens, place, end, lexicon)
        name = _titled(tokens, place, at, lexicon)
        if name is not None and known is not None:
            name = _without_opener(tokens, name, known)
        if name is not None and (known is None or not _opener(tokens, name, lexicon, known)):
            found.append(name)
    return found


def _names(token: Token) -> bool:
    return token.is_name and (len(token.text) > 1 or token.text.isalpha()) and token.lower != "i"


def _run(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """Past the last word of the name that begins at *at*."""
    stop = at + 1
    while stop < end and stop - at < _LONGEST_NAME + 3:
        token = tokens[stop]
        if token.sentence != tokens[at].sentence:
            break
        if _names(token) and tokens[stop - 1].end + 1 >= token.start:
            stop += 1
        elif _joins_two(tokens, at, stop, end):
            break
        elif inside_name(tokens, stop) or (
            _is_particle(token, lexicon) and stop + 1 < end and _names(tokens[stop + 1])
        ):
            stop += 2
        elif token.lower in _SUFFIXES:
            stop += 1
        else:
            break
    return stop


def _joins_two(tokens: Sequence[Token], at: int, stop: int, end: int) -> bool:
    """Whether “y” stands between two people's names: Juana Bravo y Luis Roa, not Ortega y Gasset."""
    if tokens[stop].lower != "y" or stop - at < 2 or stop + 1 >= end:
        return False
    return is_given_name(tokens[stop + 1].lower)


def _is_particle(token: Token, lexicon: Lexicon) -> bool:
    """Whether a small word may stand inside a name: German nouns have capitals, so that “der” tells nothing there."""
    return token.lower in PARTICLES and not (lexicon.language == "de" and token.lower in GERMAN_ARTICLES)


def _titled(tokens: Sequence[Token], at: int, stop: int, lexicon: Lexicon) -> Name | None:
    # "The" of The Pentagon and words that only begin a sentence are no part of the name.
    while at < stop and tokens[at].lower in _no_names(lexicon) and not _is_given(tokens, at, stop):
        at += 1
    if at + 1 < stop and tokens[at].lower in lexicon.speaking and not tokens[at].text.isupper():
        # Wrote Alder in 1931
        at += at == 0 or tokens[at - 1].sentence != tokens[at].sentence
    title = ""
    for place in range(at, stop - 1):
        if tokens[place].lower in lexicon.titles and not _of_body(tokens, place, stop, lexicon):
            if tokens[place + 1].lower in lexicon.articles and not tokens[place + 1].is_name:
                # The spokeswoman of something, not somebody called so.
                return None
            title, at = tokens[place].lower, place + 1
    if at < stop and tokens[at].lower in lexicon.titles and not _of_body(tokens, at, stop, lexicon):
        return None
    if lexicon.language == "de" and stop - at > 2 and _is_role(tokens[at]):
        title, at = title or tokens[at].lower, at + 1
    if not title and at and at < stop:
        before = tokens[at - 1].lower
        title = before if before in lexicon.titles else ""
    if at >= stop:
        return None
    given = _given_inside(tokens, at, stop)
    if given > at and not title:
        title, at = tokens[given - 1].lower, given
    return Name(tuple(token.text for token in tokens[at:stop] if token.quoted < 0), at, stop, title)


def _given_inside(tokens: Sequence[Token], at: int, stop: int) -> int:
    """Where a person's name begins behind a body's and an office: Lund County Recorder Helen Pell; *at* where none does."""
    if stop - at < _OFFICE + 2 or is_given_name(tokens[at].lower):
        return at
    for given in range(at + _OFFICE, stop - 1):
        rest = [token.lower for token in tokens[given + 1 : stop]]
        if is_given_name(tokens[given].lower) and len(rest) <= _OFFICE and body_words().isdisjoint(rest):
            return given if not body_words().isdisjoint(token.lower for token in tokens[at:given]) else at
    return at


def _is_given(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Whether “Will” is somebody's given name: inside a sentence, before a surname."""
    if tokens[at].text not in ("Will", "May") or at == 0 or (at + 1 >= stop and tokens[at].text != "Will"):
        return False
    before = tokens[at - 1]
    within = before.sentence == tokens[at].sentence
    return within and (before.quoted >= 0 or before.text == "," or (before.is_word and not before.is_name))


def _of_body(tokens: Sequence[Token], title: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a title's word is part of a body's name: State Department, Justice Department, General Assembly."""
    either = lexicon.language == "en" and tokens[title].lower in _OF_BODIES
    return either and title + 2 == stop and tokens[stop - 1].lower in body_words()


def _is_role(token: Token) -> bool:
    """Whether a German noun before a name in full is a calling: Hydrologin Sabine Kern, SPD-Politiker Ralf Stegner."""
    return len(token.lower) > 4 and not is_given_name(token.lower) and bool(_ROLE.search(token.lower))


def _without_opener(tokens: Sequence[Token], name: Name, known: frozenset[str]) -> Name:
    """“Keeper Amos Tull” at the head of a sentence is Amos Tull, if nothing else shows Keeper to be a name."""
    first = tokens[name.first].lower
    heads = name.first == 0 or tokens[name.first - 1].sentence != tokens[name.first].sentence
    if len(name.words) < 3 or not heads or first in known or is_given_name(first) or len(first) < 3:
        return name
    return Name(name.words[1:], name.first + 1, name.last, first)


@cache
def _no_names(lexicon: Lexicon) -> frozenset[str]:
    return lexicon.articles | lexicon.stops | lexicon.openers | lexicon.pronouns | lexicon.first | lexicon.whiles


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


def known_names(scenes: Iterable[Scene]) -> frozenset[str]:
    """Words, in small letters, that are capitalised somewhere inside a sentence."""
    known: set[str] = set()
    for scene in scenes:
        tokens = scene.tokens
        for at in scene.capitals:
            token, before = tokens[at], tokens[at - 1]
            if before.is_word and before.sentence == token.sentence and at:
                known.add(token.lower)
    return frozenset(known)
