"""Who speaks, told before the words: X said that “…”; X's claim that “…”; And from X: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    Phrase,
    back_over_apposition,
    is_verb,
    over_apposition,
    phrase_before,
    phrase_from,
)
from quotations.reading.scene import Token
from quotations.reading.subjects import sentence_subject, subject_of
from quotations.reading.voice import Route, Voice

_REACH = 45
#: A verb so many tokens before a quotation leads to it.
_NEAR = 6
_CLAUSES = frozenset(
    ("because", "when", "after", "before", "if", "since", "while", "where", "though", "although", "raised")
)
#: Verbs that lead to words only right before them.
_GOING = frozenset(("go", "goes", "went"))
_BESIDE = 3
_TIES = frozenset(("of", "for", "at", "from", "de", "du", "von", "van", "di", "da"))
_TO_BE = frozenset(("is", "was", "were", "are", "be", "been", "as"))


def before_cue(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb of speech before the quotation with its subject, or the nearest noun of speech with its owner.

    A verb that only stands inside what somebody says gives way to that somebody's: “noting that donors feel “…””.
    """
    for rule in (_by_again, _gapped):
        again = rule(tokens, start, place, lexicon)
        if again is not None:
            return again
    first = max(start, place - _REACH)
    inner: Voice | None = None
    for at in range(place - 1, first - 1, -1):
        if tokens[at].quoted >= 0:
            continue
        voice = _voice_at(tokens, start, at, place, lexicon)
        if voice is None:
            continue
        if inner is None and (voice.route is not Route.BEFORE or _leads(tokens, at, place, lexicon)):
            return voice
        if inner is not None and (voice.route is not Route.BEFORE or tokens[at].lower not in lexicon.said):
            continue
        if inner is not None and tokens[at].lower in lexicon.thought:
            continue
        if inner is not None:
            return voice
        inner = voice
    if inner is not None:
        return inner
    if place > start and tokens[place - 1].text == ":":
        subject = before_colon(tokens, start, place - 1, lexicon)
        if subject is not None:
            return Voice(Route.COLON, subject, None)
    if place - 1 > start and tokens[place - 1].lower == "'s":
        owner = phrase_before(tokens, start, place - 1, lexicon)
        if owner is not None:
            return Voice(Route.NOUN, owner, None)
    return None


def _by_again(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """Was called “a hazard” by X and by Y “a joy”, and by Y as “a joy”: the verb is not said again."""
    at = place - (tokens[place - 1].lower == "as")
    for back in range(at - 1, max(start, place - _NEAR), -1):
        if tokens[back].quoted >= 0 or tokens[back].text in ",;:":
            return None
        if tokens[back].lower == "by" and tokens[back - 1].lower in ("and", "but"):
            subject = phrase_from(tokens, back + 1, at, lexicon)
            return Voice(Route.BY, subject, None) if subject is not None and subject.last == at else None
    return None


def _gapped(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X called it “a miracle”; Y, in the minutes, “a scandal”: a new clause that does without its verb."""
    for semicolon in range(place - 1, max(start, place - _REACH // 2), -1):
        if tokens[semicolon].quoted >= 0 or is_verb(tokens, semicolon, lexicon):
            return None
        if tokens[semicolon].text == ";":
            break
    else:
        return None
    before_it = any(token.quoted >= 0 for token in tokens[start:semicolon])
    subject = phrase_from(tokens, semicolon + 1, place, lexicon)
    if not before_it or subject is None or not tokens[subject.first].is_name or tokens[place - 1].text != ",":
        return None
    return Voice(Route.BEFORE, subject, None) if tokens[subject.last].text == "," else None


def _leads(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the verb itself leads to the quotation, and no clause stands between."""
    if tokens[verb].lower in lexicon.thought:
        return False
    if verb and tokens[verb - 1].lower in ("to", "who", "which"):
        return False
    if tokens[place - 1].text in ",:" or tokens[place - 1].lower in ("that", "dass", "que", "che", "dat"):
        return True
    return place - verb <= _NEAR


def _voice_at(tokens: Sequence[Token], start: int, at: int, place: int, lexicon: Lexicon) -> Voice | None:
    if is_verb(tokens, at, lexicon):
        if tokens[at].lower in _GOING and place - at > _BESIDE:
            # "once the House goes on recess, “…”"
            return None
        passive = _by(tokens, at, place, lexicon)
        if passive is not None:
            return Voice(Route.BY, passive, (at, at + 1))
        if tokens[at - 1].lower in ("was", "is") and at > 1 and tokens[at - 2].lower == "it":
            # "it was revealed that": nobody in particular.
            return None
        subject = _turned(tokens, start, at, place, lexicon) or subject_of(tokens, start, at, lexicon, 0)
        return Voice(Route.BEFORE, subject, (at, at + 1)) if subject is not None else None
    if tokens[at].lower in lexicon.nouns:
        return _owner_at(tokens, start, at, place, lexicon)
    return None


def _turned(tokens: Sequence[Token], start: int, verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """But, said X, “…”; dazu schrieb X: “…”: the subject between its verb and the quotation."""
    if tokens[place - 1].text not in ",:" or tokens[verb].lower not in lexicon.said:
        return None
    if lexicon.language == "en" and tokens[verb].lower.endswith("ing"):
        # telling the class of 2014, “…”: they are told.
        return None
    behind_comma = tokens[verb - 1].text == "," and back_over_apposition(tokens, start, verb) == verb
    fronted = verb == start or behind_comma or tokens[verb - 1].lower in lexicon.openers
    if not fronted and lexicon.language == "en":
        return None
    subject = phrase_from(tokens, verb + 1, place, lexicon)
    if subject is None or tokens[subject.first].lower in ("reporters", "me", "us", "him", "them"):
        return None
    if over_apposition(tokens, subject.last, place) == place:
        return subject
    rest = tokens[subject.last : place - 1]
    return subject if not any(t.text in ",;:" or t.quoted >= 0 for t in rest) else None


def _by(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """“described by X as “…””: only after a form of to be."""
    fronted = verb == 0 or tokens[verb - 1].sentence != tokens[verb].sentence
    form = verb - 1
    while form > 0 and (tokens[form].lower in ("also", "once", "later") or tokens[form].lower.endswith("ly")):
        form -= 1
    if not fronted and tokens[form].lower not in ("was", "were", "is", "are", "been", "being", "be"):
        return None
    for at in range(verb + 1, place):
        if tokens[at].lower in ("by", "von", "par", "por", "da", "door"):
            return phrase_from(tokens, at + 1, place, lexicon)
    after = place + 1
    if after < len(tokens) and tokens[after].lower in ("by", "von", "par", "por", "da", "door"):
        return phrase_from(tokens, after + 1, len(tokens), lexicon)
    return None


def _owner_at(tokens: Sequence[Token], first: int, at: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X's claim that “…”; his promise of “…”; a statement from X: “…”."""
    for back in range(at - 1, max(first - 1, at - 5), -1):
        if tokens[back].lower == "'s":
            owner = phrase_before(tokens, first, back, lexicon)
            if owner is None or _only_topic(tokens, owner, at, place, lexicon):
                return None
            return Voice(Route.NOUN, owner, (at, at + 1))
        if tokens[back].lower in lexicon.pronouns and tokens[back].lower in lexicon.articles:
            return Voice(Route.NOUN, Phrase(back, back + 1), (at, at + 1))
        if not tokens[back].is_word or tokens[back].lower in _TIES:
            break
    if at + 1 < place and place - at <= 2 * _NEAR and tokens[at + 1].lower in ("by", "from", "von", "de", "di", "van"):
        owner = phrase_from(tokens, at + 2, place, lexicon)
        if owner is not None:
            return Voice(Route.NOUN, owner, (at, at + 1))
    return None


def _only_topic(tokens: Sequence[Token], owner: Phrase, noun: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the owner's words are what is spoken of: “denounced Trump's remarks as “…””, “his account was “…””."""
    between = tokens[noun + 1 : place]
    if tokens[place - 1].lower in _TO_BE and any(t.lower in _TO_BE for t in between[:-1]):
        # X's claim that the gate is shut was “simply not true”.
        return True
    if between and between[0].lower in ("of", "that", "to", ":"):
        return False
    if any(t.lower in _TO_BE or t.lower in lexicon.modals or t.lower in _CLAUSES for t in between):
        return True
    if place - noun > _NEAR:
        return True
    return owner.first > 0 and tokens[owner.first - 1].lower in lexicon.called


def before_colon(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """The mayor, Ilka Strand, on her own page: “…”; And from the Association: “…”."""
    opening = tuple(t.lower for t in tokens[start : start + 4])
    if any(opening[: len(lead)] == lead for lead in lexicon.according):
        return None
    for at in range(colon - 1, max(start, colon - 10) - 1, -1):
        if tokens[at].lower in ("from", "by", "von", "par", "de", "di", "van"):
            named = phrase_from(tokens, at + 1, colon, lexicon)
            if named is not None and any(t.is_name for t in tokens[named.first : named.last]):
                return named
    beside_colon = phrase_before(tokens, start, colon, lexicon)
    if beside_colon is not None and beside_colon.first > start and tokens[beside_colon.first - 1].text in "—–-":
        return beside_colon
    subject = sentence_subject(tokens, start, colon, lexicon)
    if subject is None:
        return phrase_before(tokens, start, colon, lexicon)
    beside = subject.last
    if (
        beside < colon
        and tokens[beside].text == ","
        and not any(t.is_name for t in tokens[subject.first : subject.last])
    ):
        named = phrase_from(tokens, beside + 1, colon, lexicon)
        if named is not None and tokens[named.first].is_name:
            return named
    return subject
