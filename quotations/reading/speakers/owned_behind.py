"""Whose the words are, told of the words as of a thing: “…” was X's answer; “…” was written by X; “…” (X, Gazette)."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, is_given_name, united
from quotations.reading.phrases import Phrase, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.voice import Route, Voice

_LONGEST_DASH_LINE = 15
_NAME = 3
_BECAME = frozenset(("was", "is", "became", "remains", "remained"))
_MADE = frozenset(("written", "penned", "composed", "sung", "coined", "spoken", "uttered", "directed", "painted"))
_NAMED = frozenset(("name", "nickname", "term", "word", "phrase", "label", "shorthand", "euphemism"))
SAYINGS = frozenset(
    ("saying", "proverb", "adage", "joke", "maxim", "rhyme", "song", "chorus", "version", "theory", "mantra", "credo")
)


def written_by(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“Harbour Lights” was written by X: whose the words are."""
    if at + 3 >= end or tokens[at].lower not in ("was", "is", "were", "are") or tokens[at + 2].lower != "by":
        return None
    if lexicon.language != "en":
        return None
    if tokens[at + 1].lower not in _MADE and tokens[at + 1].lower not in lexicon.said:
        return None
    subject = phrase_from(tokens, at + 3, end, lexicon)
    return Voice(Route.BY, subject, (at + 1, at + 2)) if subject is not None else None


def was_his(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…” was X's answer; “…” became the board's motto."""
    if lexicon.language != "en" or tokens[at].lower not in _BECAME:
        return None
    for owned in range(at + 2, min(end - 1, at + _LONGEST_DASH_LINE)):
        if tokens[owned].quoted >= 0 or not (tokens[owned].is_word or tokens[owned].lower == "'s"):
            return None
        if tokens[owned].lower != "'s":
            continue
        subject = phrase_from(tokens, at + 1, owned, lexicon)
        near = range(owned + 1, min(end, owned + 4))
        noun = next((n for n in near if tokens[n].lower in united(lexicon.nouns, SAYINGS)), None)
        if subject is None or subject.last != owned or noun is None:
            return None
        following = tokens[noun + 1] if noun + 1 < end else None
        ends = following is None or not following.is_word or following.lower in lexicon.stops
        return Voice(Route.AFTER, subject, (noun, noun + 1)) if ends else None
    return None


def in_parentheses(tokens: Sequence[Token], at: int, end: int) -> Voice | None:
    """“…” (Lena Faye, Gazette, 4 September): a person's name in full and what it is from, nothing else."""
    if at + 3 >= end or tokens[at].text != "(" or not is_given_name(tokens[at + 1].lower):
        return None
    stop = at + 1
    while stop < end and tokens[stop].is_name and tokens[stop].is_word:
        stop += 1
    close = next((n for n in range(stop, min(end, at + _LONGEST_DASH_LINE)) if tokens[n].text == ")"), None)
    if close is None or stop - at < _NAME or tokens[stop].text not in ",)":
        return None
    return Voice(Route.DASH, Phrase(at + 1, stop), None)


def records(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a noun with its own verb stands there: lobbying disclosures show."""
    return at + 2 < end and tokens[at + 1].is_word and tokens[at + 2].lower in ("show", "shows", "say", "says", "said")


def names_so(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“Hillbreakers,” X's name for the lot of them."""
    if lexicon.language != "en":
        return None
    for owned in range(at + 1, min(end - 2, at + _LONGEST_DASH_LINE)):
        if tokens[owned].quoted >= 0 or not (tokens[owned].is_word or tokens[owned].lower == "'s"):
            return None
        if tokens[owned].lower == "'s" and tokens[owned + 1].lower in _NAMED and tokens[owned + 2].lower == "for":
            subject = phrase_from(tokens, at, owned, lexicon)
            fits = subject is not None and subject.last == owned
            return Voice(Route.AFTER, subject, (owned + 1, owned + 2)) if fits else None
    return None
