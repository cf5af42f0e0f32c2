"""Who speaks, told before the words: X said that “…”; X's claim that “…”; And from X: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import is_verb, phrase_before
from quotations.reading.scene import Token
from quotations.reading.speakers.antecedents import with_whom
from quotations.reading.speakers.bidding import bidden, moved
from quotations.reading.speakers.colons import before_colon
from quotations.reading.speakers.cue_at import voice_at
from quotations.reading.speakers.gapped import after_dash, gapped
from quotations.reading.speakers.outer_cues import NEAR, REACH, may_own, told_by, told_in, told_of
from quotations.reading.speakers.owners import only_about
from quotations.reading.speakers.passives import becomes_as, borne, by_again, overheard, seen_as
from quotations.reading.speakers.subjects import RAISING
from quotations.reading.speakers.voice import Route, Voice


def before_cue(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb of speech before the quotation with its subject, or the nearest noun of speech with its owner.

    A verb that only stands inside what somebody says gives way to that somebody's: “noting that donors feel “…””.
    """
    for rule in (by_again, gapped, after_dash, seen_as, becomes_as, borne, overheard, moved, _as_such):
        again = rule(tokens, start, place, lexicon)
        if again is not None:
            return again
    told = _told(tokens, start, place, lexicon)
    if told is not None:
        return told
    if place > start and tokens[place - 1].text == ":":
        subject = before_colon(tokens, start, place - 1, lexicon)
        if subject is not None:
            return Voice(Route.COLON, subject, None)
    if place - 1 > start and tokens[place - 1].lower == "'s":
        owner = phrase_before(tokens, start, place - 1, lexicon)
        if owner is not None and may_own(tokens, owner, lexicon):
            return Voice(Route.NOUN, owner, None)
    return None


def _told(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb or noun of speech that the words may be the object of."""
    first = max(start, place - REACH)
    inner: Voice | None = None
    within = _inside(tokens, first, place)
    for at in range(place - 1, first - 1, -1):
        if tokens[at].quoted >= 0 or at in within:
            continue
        word = tokens[at].lower
        if word not in lexicon.cues:
            if inner is not None and (word == ";" or _begins(tokens, start, at, inner, lexicon)):
                return inner
            continue
        voice = voice_at(tokens, start, at, place, lexicon)
        if voice is None:
            continue
        if inner is None and (voice.route is not Route.BEFORE or _leads(tokens, at, place, lexicon)):
            outer = (
                told_in(tokens, start, voice, place, lexicon)
                or told_of(tokens, start, voice, place, lexicon)
                or told_by(tokens, start, voice, place, lexicon)
            )
            if outer is None and only_about(tokens, voice):
                continue
            return outer or voice
        if inner is not None and (voice.route is not Route.BEFORE or word not in lexicon.said):
            continue
        if inner is not None and word in lexicon.thought:
            continue
        if inner is not None:
            return voice
        inner = voice
    return inner


def _begins(tokens: Sequence[Token], start: int, at: int, inner: Voice, lexicon: Lexicon) -> bool:
    """Whether the clause of *inner* begins behind the word at *at*: she testified, and X kept asking why it was “…”."""
    heads = inner.subject is not None and inner.subject.first == at + 1
    heads = heads and tokens[at + 1].lower not in united(lexicon.it, lexicon.they)
    return heads and at > start and tokens[at].lower in ("and", "but") and tokens[at - 1].text == ","


def _inside(tokens: Sequence[Token], first: int, place: int) -> frozenset[int]:
    """The tokens of what stands in parentheses that are closed before the words: X says (and I quote) “…”."""
    found: list[int] = []
    opened: int | None = None
    for at in range(first, place):
        if tokens[at].text == "(":
            opened = at
        elif tokens[at].text == ")" and opened is not None:
            found.extend(range(opened, at))
            opened = None
    return frozenset(found)


def _as_such(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X criticized those who support Y as “…”: the verb that takes “as”, past others that do not."""
    tie = place - 1 - (tokens[place - 1].lower in ("a", "an", "the"))
    if lexicon.language != "en" or tie <= start or tokens[tie].lower != "as":
        return None
    other = False
    for at in range(tie - 1, max(start, tie - REACH // 2) - 1, -1):
        if tokens[at].quoted >= 0 or tokens[at].text in ";:—–":
            return None
        if not is_verb(tokens, at, lexicon):
            continue
        if tokens[at].lower in lexicon.called and tokens[at].lower not in lexicon.thought:
            return voice_at(tokens, start, at, place, lexicon) if other else None
        other = True
    return None


def _leads(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the verb itself leads to the quotation, and no clause stands between."""
    if tokens[verb].lower in lexicon.thought:
        return False
    if verb > 2 and tokens[verb - 1].lower == "which" and tokens[verb - 2].text == ",":
        # they signed the letter, which asked
        return tokens[verb - 3].lower in lexicon.nouns
    if verb > 1 and tokens[verb - 1].lower == "to" and tokens[verb - 2].lower in RAISING:
        # before they started to portray it as “…”
        return place - verb <= 2 * NEAR
    if verb and tokens[verb - 1].lower in ("to", "who", "which"):
        if tokens[verb - 1].lower == "to" and with_whom(tokens, max(0, verb - REACH), verb, lexicon) is not None:
            return True
        return bidden(tokens, max(0, verb - REACH), verb, lexicon) is not None
    if tokens[place - 1].text in ",:" or tokens[place - 1].lower in ("that", "dass", "que", "che", "dat"):
        return True
    return place - verb <= NEAR
