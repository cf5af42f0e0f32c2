"""Who speaks, where the verb is another's or passive: was called “…” by X; seen by X as “…”; they heard X shout “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.antecedents import BEARERS
from quotations.reading.speakers.voice import Route, Voice

#: A verb so many tokens before a quotation leads to it.
_NEAR = 6
#: Those right before the words.
_BESIDE = 3
#: Forms of to be, and of what stands for it, before a passive.
_IS = frozenset(
    """was were is are been being be est sont était étaient fut été es fue son fueron sido era è sono stato stata stati fu
    foi são foram sendo""".split()  # noqa: SIM905
)
_BY = frozenset("by von par por da dal dalla dai dagli dalle pelo pela pelos pelas door".split())  # noqa: SIM905
_AS = frozenset(("comme", "como", "come"))
_BECOMES = frozenset("wird werden wurde wurden wordt worden werd werden".split())  # noqa: SIM905
_PERCEIVED = frozenset(("hear", "hears", "heard", "saw", "watched", "overheard"))


def by_again(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """Was called “a hazard” by X and by Y “a joy”, and by Y as “a joy”: the verb is not said again."""
    at = place - (tokens[place - 1].lower == "as")
    for back in range(at - 1, max(start, place - _NEAR), -1):
        if tokens[back].quoted >= 0 or tokens[back].text in ",;:":
            return None
        if tokens[back].lower == "by" and tokens[back - 1].lower in ("and", "but"):
            subject = phrase_from(tokens, back + 1, at, lexicon)
            return Voice(Route.BY, subject, None) if subject is not None and subject.last == at else None
    return None


def by(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """“described by X as “…””: only after a form of to be."""
    fronted = verb == 0 or tokens[verb - 1].sentence != tokens[verb].sentence
    form = verb - 1
    while form > 0 and (tokens[form].lower in ("also", "once", "later") or tokens[form].lower.endswith("ly")):
        form -= 1
    if not fronted and tokens[form].lower not in _IS:
        return _reduced(tokens, verb, place, lexicon)
    for at in range(verb + 1, place):
        if tokens[at].lower in _BY:
            subject = phrase_from(tokens, at + 1, place, lexicon)
            gerund = (
                subject is not None
                and tokens[subject.last - 2].lower in ("of", "for")
                and subject.last - subject.first > 2
            )
            if subject is not None and gerund and tokens[subject.last - 1].lower.endswith("ing"):
                # accused by X of having “…”
                return Phrase(subject.first, subject.last - 2)
            if subject is not None and subject.last - subject.first > 1 and tokens[subject.last - 1].lower in _AS:
                return Phrase(subject.first, subject.last - 1)
            return subject
    after = place + 1
    if after < len(tokens) and tokens[after].lower in _BY:
        return phrase_from(tokens, after + 1, len(tokens), lexicon)
    return None


def _reduced(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """The fee, called “a tax” by X, was paid back: a participle behind a comma, with the words right behind it."""
    by = place + 1
    form = verb - 1
    while form > 0 and (tokens[form].lower in ("often", "once", "since", "later") or tokens[form].lower.endswith("ly")):
        form -= 1
    apart = verb > 0 and (tokens[form].text in ",—–(" or (tokens[verb].lower in lexicon.called and place - verb <= 2))
    if lexicon.language != "en" or by >= len(tokens) or tokens[by].lower != "by" or place - verb > _BESIDE or not apart:
        return None
    return phrase_from(tokens, by + 1, len(tokens), lexicon) if tokens[verb].lower.endswith("ed") else None


def becomes_as(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X wird von Y als „…“ beschrieben; X wordt door Y omschreven als “…”: whom the preposition names."""
    if lexicon.language not in ("de", "nl") or tokens[place - 1].lower != "als":
        return None
    for at in range(place - 2, max(start, place - 2 * _NEAR), -1):
        if tokens[at].quoted >= 0 or not tokens[at].is_word:
            return None
        if tokens[at].lower in ("von", "door"):
            passive = tokens[at - 1].lower in _BECOMES
            subject = phrase_from(tokens, at + 1, place - 1, lexicon) if passive else None
            if subject is None:
                return None
            # door buren omschreven: the participle is no part of them.
            verbal = (
                lexicon.language == "nl" and subject.last - subject.first > 1 and not tokens[subject.last - 1].is_name
            )
            return Voice(Route.BY, Phrase(subject.first, subject.last - verbal), (at - 1, at))
    return None


def seen_as(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """An idea seen by X as “…”."""
    last = place - (tokens[place - 1].lower in ("a", "an", "the"))
    if lexicon.language != "en" or last <= start or tokens[last - 1].lower != "as":
        return None
    for by in range(last - 2, max(start, place - 2 * _NEAR), -1):
        if tokens[by].quoted >= 0 or not (tokens[by].is_word or tokens[by].lower == "'s"):
            return None
        if tokens[by].lower == "by":
            held = tokens[by - 1].lower in ("seen", "viewed", "regarded", "known", "derided", "denounced", "praised")
            subject = phrase_from(tokens, by + 1, last - 1, lexicon) if held else None
            fits = subject is not None and subject.last == last - 1
            return Voice(Route.BY, subject, (by - 1, by)) if fits else None
    return None


def borne(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """Fans held up a banner reading “…”: the thing that bears the words."""
    verb = place - 1 - (tokens[place - 1].text in ",:")
    if lexicon.language != "en" or verb - 1 <= start or tokens[verb].lower != "reading":
        return None
    if tokens[verb - 1].lower not in BEARERS:
        return None
    subject = phrase_before(tokens, start, verb, lexicon)
    return Voice(Route.BEFORE, subject, (verb, verb + 1)) if subject is not None else None


def _is_bare(verb: str, lexicon: Lexicon) -> bool:
    return verb in lexicon.bare and verb in lexicon.said


def overheard(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """They heard X shout “…”: whom the bare verb behind belongs to."""
    verb = place - 1 - (tokens[place - 1].text in ",:")
    if lexicon.language != "en" or verb - 2 <= start or not _is_bare(tokens[verb].lower, lexicon):
        return None
    subject = phrase_before(tokens, start, verb, lexicon)
    if subject is None or subject.first - 1 < start or tokens[subject.first - 1].lower not in _PERCEIVED:
        return None
    return Voice(Route.BEFORE, subject, (verb, verb + 1))
