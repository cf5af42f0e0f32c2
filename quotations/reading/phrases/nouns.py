"""Noun phrases: the one that begins at a token, the one that ends before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotations.reading.lexicon import CUES_ONLY, Lexicon, united
from quotations.reading.phrases.beside import is_adverb
from quotations.reading.phrases.ties import ALONE, ARTICLES, GERMAN_ARTICLES, PARTICLES, TIES, VERBAL
from quotations.reading.phrases.verbs import NUMBERS, ONLY_VERBS, is_said, is_verb, may_act
from quotations.reading.scene import Token
from quotations.values import plain_value

_LONGEST = 14
_OFFICE = 3
#: A nickname, its marks included, has so many characters at most.
_NICKNAME = 20
#: How adjectives end behind “according to”, where a noun follows them.
_GENITIVES = {
    "pl": ("ego", "ej", "ych", "ich"),
    "cs": ("ého", "ího", "ých", "ích", "é"),
    "ru": ("ого", "его", "ой", "ей", "ых", "их"),
}
#: What makes one preposition with “of” or “from”.
_APART = frozenset(("out", "because", "instead", "ahead", "regardless", "away", "apart", "aside"))
_PLACES = frozenset(
    ("front", "top", "light", "spite", "wake", "favor", "favour", "terms", "charge", "behalf", "account")
)
#: What stands before a noun as well as before a verb: the first ad, the then mayor.
_ORDINALS = frozenset(("first", "then", "now"))
_OFFICES = frozenset(("office", "team", "desk", "department", "service"))
#: Given names that are small words, too: “…,” Will Harrow said.
_GIVEN = frozenset(("Will", "May"))


@plain_value
class Phrase:
    """Tokens ``first`` to ``last`` (exclusive) that name somebody."""

    first: int
    last: int


def inside_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the quotation at *at* is a nickname in the middle of a name: Aurelio “Hands” Brandao."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].quoted >= 0
        and tokens[at].end - tokens[at].start <= _NICKNAME
        and tokens[at - 1].is_name
        and tokens[at + 1].is_name
        and tokens[at - 1].sentence == tokens[at + 1].sentence
    )


def phrase_from(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that begins at *at*: “a former senior official”, “inspector Lena Tao”, “she”."""
    if at >= end:
        return None
    shouted = tokens[at].text.isupper() and len(tokens[at].text) > 1
    if not shouted and (tokens[at].lower in lexicon.pronouns or tokens[at].lower in lexicon.first):
        owns = at + 1 < end and tokens[at].lower in lexicon.articles and tokens[at + 1].is_word
        if not owns or tokens[at + 1].lower in lexicon.stops or is_said(tokens[at + 1], lexicon):
            return Phrase(at, at + 1)
    if tokens[at].lower in ALONE and (at + 1 >= end or _acts(tokens[at + 1], lexicon)):
        return Phrase(at, at + 1)
    bare = lexicon.language in CUES_ONLY
    stop = at
    while stop < end and stop - at < _LONGEST:
        token = tokens[stop]
        if stop > at and inside_name(tokens, stop):
            stop += 1
            continue
        if token.text == "/" and stop > at and tokens[stop - 1].text.isdigit() and _is_digit(tokens, stop + 1, end):
            # 9/11 widow X
            stop += 1
            continue
        if not (token.is_word or token.text in "@$" or token.is_name or token.lower == "'s") or token.lower in VERBAL:
            break
        if stop > at and bare and _ends_bare(tokens, stop, lexicon):
            # Zdaniem Anny Nowak | most; według miejskich władz | most
            break
        if _ends_phrase(tokens, stop, at, end, lexicon):
            break
        if stop > at and lexicon.language == "de" and tokens[stop - 1].is_name and _is_adverbial(token, lexicon):
            # Krämer | intern von
            break
        stop += 1
    while stop > at and tokens[stop - 1].lower in lexicon.articles:
        stop -= 1
    return Phrase(at, stop) if stop > at else None


def _is_digit(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at < end and tokens[at].text.isdigit()


def _ends_bare(tokens: Sequence[Token], stop: int, lexicon: Lexicon) -> bool:
    """Whether a phrase ends before *stop* in a language of which little is known: behind a name, behind a Slavic noun."""
    before = tokens[stop - 1]
    if before.is_name:
        return not tokens[stop].is_name
    if lexicon.language not in _GENITIVES or tokens[stop].is_name:
        return False
    if any(a.is_name and b.is_name for a, b in pairwise(tokens[stop : stop + _OFFICE])):
        # Według rzecznika policji Jana Nowaka
        return False
    return not before.lower.endswith(_GENITIVES[lexicon.language]) and before.lower not in lexicon.articles


def _is_adverbial(token: Token, lexicon: Lexicon) -> bool:
    """Whether a German word in small letters is no part of a name or of what ties nouns together."""
    small = token.is_word and not token.is_name and token.text[0].isalpha()
    return small and token.lower not in TIES | PARTICLES | GERMAN_ARTICLES and token.lower not in lexicon.articles


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """Whether what stands there is no noun that the word before could belong to."""
    return (
        not token.is_word
        or is_said(token, lexicon)
        or token.lower in lexicon.called
        or token.lower in lexicon.auxiliaries
    )


def _ends_phrase(tokens: Sequence[Token], stop: int, at: int, end: int, lexicon: Lexicon) -> bool:
    token = tokens[stop]
    particle = token.lower in PARTICLES and stop > at and tokens[stop - 1].is_name and stop + 1 < end
    if lexicon.language == "de" and token.lower in GERMAN_ARTICLES:
        # von der Leyen, but: die Sprecherin der Polizei
        particle = False
    if particle and tokens[stop + 1].is_name:
        return False
    if token.lower in ARTICLES and stop > at and tokens[stop - 1].lower not in TIES:
        # Carla Neri | la riforma
        return True
    if lexicon.language == "nl" and token.lower in ("de", "het", "een") and stop > at and tokens[stop - 1].is_word:
        # de burgemeester | de haven
        return tokens[stop - 1].lower not in lexicon.stops
    if token.lower in TIES and stop > at:
        following = tokens[stop + 1] if stop + 1 < end else None
        return following is None or not following.is_word or following.lower in ("reporters", "me", "us")
    if token.lower in lexicon.articles:
        return stop > at and tokens[stop - 1].lower not in TIES and tokens[stop - 1].lower not in lexicon.articles
    if token.text in _GIVEN and _is_given(tokens, stop, at):
        return False
    if token.lower in lexicon.stops:
        return stop > at or token.lower not in GERMAN_ARTICLES or lexicon.language != "de"
    if stop > at and token.lower in lexicon.auxiliaries and not token.is_name:
        ordinal = token.lower in _ORDINALS or is_adverb(token)
        return not (ordinal and tokens[stop - 1].lower in lexicon.articles)
    return (
        stop > at
        and not token.is_name
        and (token.lower in lexicon.said or token.lower in lexicon.called)
        and (token.lower not in lexicon.nouns or tokens[stop - 1].is_name)
        and tokens[stop - 1].lower not in TIES
        and not _is_noun(tokens, stop, at, lexicon)
        and not _is_attribute(tokens, stop, end, lexicon)
    )


def _is_noun(tokens: Sequence[Token], stop: int, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb's bare form is a noun behind an article and a word for one: the real point of it."""
    bare = tokens[stop].lower in lexicon.bare and tokens[at].lower in ("a", "an", "the")
    before = tokens[stop - 1]
    counted = before.lower in NUMBERS or tokens[stop].lower in ONLY_VERBS
    return bare and lexicon.language == "en" and not counted and not before.is_name and not may_act(before, lexicon)


def _is_attribute(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb's bare form is part of a noun between two small words: conservative talk radio host."""
    if lexicon.language != "en" or at + 1 >= end or tokens[at].lower not in lexicon.bare:
        return False
    before, following = tokens[at - 1], tokens[at + 1]
    if (
        tokens[at].lower in lexicon.nouns
        and following.lower in united(lexicon.titles, _OFFICES)
        and not following.is_name
    ):
        # the harbour board press secretary
        return True
    small = following.lower in lexicon.small or following.lower in lexicon.stops
    noun = following.is_word and not small and not following.is_name and following.quoted < 0
    return noun and not before.is_name and not may_act(before, lexicon)


def _is_apart(tokens: Sequence[Token], before: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the preposition behind *before* belongs to no noun: turned to, out of, reminds me of, in front of."""
    word = tokens[before].lower
    if tokens[before + 1].lower == "to" and word.endswith("ed") and not tokens[before].is_name:
        return True
    if lexicon.language != "en":
        return False
    if word in _APART or word in lexicon.first or (word in lexicon.pronouns and word not in lexicon.articles):
        return True
    return word in _PLACES and before > start and tokens[before - 1].lower in ("in", "on", "at")


def _is_given(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether “Will” is somebody's name: before a surname, or inside a sentence or behind words in marks."""
    if at == first and at + 1 < len(tokens) and tokens[at + 1].is_name:
        return True
    before = tokens[at - 1] if at else None
    within = before is not None and before.sentence == tokens[at].sentence and before.text not in "“\"':"
    return within and tokens[at].text == "Will"


def phrase_before(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """The noun phrase that ends before *at*: “a spokesman for Mr. Clinton”, “Sullivan’s office”."""
    first = at
    while first > start and at - first < _LONGEST:
        token = tokens[first - 1]
        if first < at and inside_name(tokens, first - 1):
            first -= 1
            continue
        if token.lower in lexicon.pronouns and token.lower not in lexicon.articles:
            return Phrase(first - 1, at) if first == at else Phrase(first, at)
        if not (token.is_word or token.is_name or token.lower == "'s"):
            break
        tied = token.lower in TIES and first < at and first - 2 >= start and tokens[first - 2].is_word
        if tied and _is_apart(tokens, first - 2, start, lexicon):
            break
        if tied and tokens[first - 2].lower not in lexicon.stops and not is_verb(tokens, first - 2, lexicon):
            first -= 1
            continue
        that = token.lower == "that" and first - 2 >= start
        if that and (tokens[first - 2].text == "," or is_verb(tokens, first - 2, lexicon)):
            break
        if token.lower in lexicon.articles:
            first -= 1
            if first - 1 >= start and tokens[first - 1].lower in TIES:
                continue
            break
        ordinal = token.lower in _ORDINALS and first - 2 >= start and tokens[first - 2].lower in lexicon.articles
        if token.text == "Will" and _is_given(tokens, first - 1, first - 1):
            first -= 1
            continue
        if token.lower in lexicon.stops or (token.lower in lexicon.auxiliaries and not token.is_name and not ordinal):
            break
        if not token.is_name and is_verb(tokens, first - 1, lexicon) and token.lower not in lexicon.nouns:
            break
        first -= 1
    if (
        first == at
        and first > start
        and tokens[first - 1].lower in united(lexicon.he, lexicon.she, lexicon.they, lexicon.it)
    ):
        return Phrase(first - 1, at)
    if lexicon.language in CUES_ONLY and first > start and tokens[first - 1].lower in lexicon.stops:
        # W Brukseli | unia
        first = next((n for n in range(first + 1, at) if tokens[n - 1].is_name and not tokens[n].is_name), first)
    return Phrase(first, at) if first < at else None
