"""Noun phrases and verbs of speech among a scene's tokens: enough grammar to tell who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotations.reading.lexicon import Lexicon
from quotations.reading.scene import Token

_LONGEST = 14
_APPOSITION = 32
_TIES = frozenset(
    (
        *(
            "of",
            "for",
            "at",
            "from",
            "to",
            "de",
            "du",
            "des",
            "von",
            "van",
            "di",
            "da",
            "do",
            "del",
            "für",
            "bei",
            "vom",
        ),
        *("der", "la", "los", "las", "el"),
    )
)
#: Small words that stand inside names: Ludwig van Beethoven, Luiz Inácio da Silva.
PARTICLES = frozenset(
    (
        *(
            "de",
            "da",
            "di",
            "du",
            "del",
            "della",
            "von",
            "van",
            "der",
            "den",
            "ter",
            "la",
            "le",
            "al",
            "bin",
            "ibn",
            "ben",
        ),
        *("el", "dos", "zu", "y"),
    )
)
#: Verbs in the past whose object is often a plural that could be a verb.
_PAST = frozenset(("received", "made", "issued", "rejected", "raised", "ignored", "answered", "posted", "published"))
_VERBAL = frozenset(("'d", "'ll", "'ve", "'re", "'m"))
_COMMAS = frozenset(",—–-(")
#: A nickname, its marks included, has so many characters at most.
_NICKNAME = 20


@dataclass(frozen=True, slots=True)
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


def is_said(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token is a verb of speech."""
    return token.lower in lexicon.said and not (token.is_name and token.start > 0 and token.text.isupper())


def is_verb(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a verb that quotes stands at *at*, and not the noun that is spelt alike."""
    token = tokens[at]
    if token.lower not in lexicon.said and token.lower not in lexicon.called:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if token.is_name and before.sentence == token.sentence and before.quoted < 0:
        return False
    if token.lower in lexicon.bare and not _may_act(before, lexicon):
        return False
    if token.lower.endswith("s") and _other_verb(before, lexicon):
        # received offers, making calls
        return False
    speaks = token.lower in lexicon.said and token.lower not in lexicon.nouns | lexicon.thought | lexicon.called
    if before.lower == "that" and at > 1 and speaks and _noun_before(tokens, at - 1, lexicon):
        # bottles that said
        return True
    if before.lower == "'s" or (before.lower in lexicon.articles and before.lower not in lexicon.they):
        return False
    if before.lower in ("for", "of", "with", "about", "in", "on", "at") and not token.lower.endswith("ing"):
        return False
    if _plural(tokens, at, lexicon):
        return False
    if token.lower not in lexicon.nouns:
        return not _adverb(before) or at < 2 or tokens[at - 2].lower not in lexicon.articles
    if before.lower in _TIES and before.lower != "to":
        return False
    described = at > 1 and (tokens[at - 2].lower in lexicon.articles or tokens[at - 2].lower == "'s")
    return not described or before.is_name or before.lower in lexicon.nouns or before.lower in lexicon.auxiliaries


def _plural(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether “remarks” or “comments” is a plural: an adjective in small letters before it, and no article for a subject."""
    token, before = tokens[at], tokens[at - 1]
    if lexicon.language != "en" or token.lower not in lexicon.nouns or not token.lower.endswith("s"):
        return False
    if not before.is_word or before.is_name or before.lower in lexicon.pronouns or _small(before, lexicon):
        return False
    if before.lower in lexicon.stops or before.lower in ("to", "who", "that", "and", "or"):
        return False
    near = tokens[max(0, at - 4) : at]
    return not any(t.lower in lexicon.articles or t.lower == "'s" or t.is_name for t in near)


def _noun_before(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a noun seems to stand before *at*, so that “that” goes on about it."""
    token = tokens[at - 1]
    small = token.lower in lexicon.stops or token.lower in lexicon.auxiliaries or token.lower in lexicon.articles
    return token.is_word and not small and not is_verb(tokens, at - 1, lexicon)


def _other_verb(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb stands there whose object a word in s is."""
    if lexicon.language != "en" or not token.is_word or token.is_name or token.lower in lexicon.auxiliaries:
        return False
    return (
        token.lower in lexicon.finite or (token.lower.endswith("ing") and len(token.lower) > 5) or token.lower in _PAST
    )


def _may_act(token: Token, lexicon: Lexicon) -> bool:
    """Whether a verb in its bare form may follow: “they call”, “to claim”, “critics charge”, “would say”."""
    lower = token.lower
    return (
        token.quoted >= 0
        or lower in lexicon.pronouns
        or lower in lexicon.first
        or lower in lexicon.auxiliaries
        or lower in ("to", "and", "or", "you", "who", "that", "'d", "'ll", "'ve", "not", "n't")
        or lower.endswith("s")
        or lower in ("people", "men", "women", "police")
        or lexicon.language != "en"
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
    stop = at
    while stop < end and stop - at < _LONGEST:
        token = tokens[stop]
        if stop > at and inside_name(tokens, stop):
            stop += 1
            continue
        if not (token.is_word or token.text in "@$" or token.is_name or token.lower == "'s") or token.lower in _VERBAL:
            break
        if _ends_phrase(tokens, stop, at, end, lexicon):
            break
        stop += 1
    while stop > at and tokens[stop - 1].lower in lexicon.articles:
        stop -= 1
    return Phrase(at, stop) if stop > at else None


def _ends_phrase(tokens: Sequence[Token], stop: int, at: int, end: int, lexicon: Lexicon) -> bool:
    token = tokens[stop]
    particle = token.lower in PARTICLES and stop > at and tokens[stop - 1].is_name and stop + 1 < end
    if particle and tokens[stop + 1].is_name:
        return False
    if token.lower in _TIES and stop > at:
        following = tokens[stop + 1] if stop + 1 < end else None
        return following is None or not following.is_word or following.lower in ("reporters", "me", "us")
    if token.lower in lexicon.articles:
        return stop > at and tokens[stop - 1].lower not in _TIES and tokens[stop - 1].lower not in lexicon.articles
    if token.lower in lexicon.stops:
        return True
    if stop > at and token.lower in lexicon.auxiliaries and not token.is_name:
        return True
    return (
        stop > at
        and not token.is_name
        and (token.lower in lexicon.said or token.lower in lexicon.called)
        and (token.lower not in lexicon.nouns or tokens[stop - 1].is_name)
        and tokens[stop - 1].lower not in _TIES
    )


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
        tied = token.lower in _TIES and first < at and first - 2 >= start and tokens[first - 2].is_word
        if tied and tokens[first - 2].lower not in lexicon.stops and not is_verb(tokens, first - 2, lexicon):
            first -= 1
            continue
        if token.lower == "that" and first - 2 >= start and is_verb(tokens, first - 2, lexicon):
            break
        if token.lower in lexicon.articles:
            first -= 1
            if first - 1 >= start and tokens[first - 1].lower in _TIES:
                continue
            break
        if token.lower in lexicon.stops or (token.lower in lexicon.auxiliaries and not token.is_name):
            break
        if not token.is_name and is_verb(tokens, first - 1, lexicon) and token.lower not in lexicon.nouns:
            break
        first -= 1
    if (
        first == at
        and first > start
        and tokens[first - 1].lower in (lexicon.he | lexicon.she | lexicon.they | lexicon.it)
    ):
        return Phrase(first - 1, at)
    return Phrase(first, at) if first < at else None


def over_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past “, the chair of the board,” or “(R-Texas)” or “, who left in May,” that begins at *at*; *at* where none does."""
    while at < end and tokens[at].text in _COMMAS:
        close = ")" if tokens[at].text == "(" else tokens[at].text
        stop = at + 1
        while (
            stop < min(end, at + _APPOSITION)
            and tokens[stop].text != close
            and not _stops_apposition(tokens, stop, end)
        ):
            stop += 1
        if stop >= end or stop >= at + _APPOSITION or tokens[stop].text != close:
            return at
        at = stop + 1
        if close == ",":
            break
    return at


def _stops_apposition(tokens: Sequence[Token], at: int, end: int) -> bool:
    if tokens[at].text == "." and at + 1 < end and tokens[at + 1].text in ",)":
        return False
    return tokens[at].text in ".;:"


def back_over_apposition(tokens: Sequence[Token], start: int, at: int) -> int:
    """Where “, the chair of the board,” that ends before *at* begins; *at* where none does."""
    if at <= start or tokens[at - 1].text not in ",)—–":
        return at
    opening = "(" if tokens[at - 1].text == ")" else tokens[at - 1].text
    first = at - 2
    while first > max(start, at - _APPOSITION) and tokens[first].text != opening:
        if _stops_apposition(tokens, first, at):
            return at
        first -= 1
    return first if first > start and tokens[first].text == opening else at


def skip_auxiliaries(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """Past “has also” and other small words between a subject and its verb."""
    steps = 0
    while at < end and steps < 5 and _small(tokens[at], lexicon):
        at += 1
        steps += 1
    return at


def back_over_auxiliaries(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    """The same backwards: where the small words before *at* begin."""
    steps = 0
    while at > start and steps < 6 and _small(tokens[at - 1], lexicon):
        at -= 1
        steps += 1
    return at


def _small(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.auxiliaries or token.lower in _VERBAL or _adverb(token)


def _adverb(token: Token) -> bool:
    return token.is_word and not token.is_name and token.lower.endswith("ly") and len(token.lower) > 4
