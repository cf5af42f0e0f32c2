"""Who speaks: the cue of each quotation and its subject, before it, after it or around it.

Rules look at one sentence of the narrator's, the quotation's own, and then at its neighbours; each returns a
`Voice` with the route it took, which pairing uses as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    Phrase,
    back_over_apposition,
    back_over_auxiliaries,
    is_said,
    is_verb,
    over_apposition,
    phrase_before,
    phrase_from,
    skip_auxiliaries,
)
from quotations.reading.scene import Scene, Token

_REACH = 45
_LATE = 30


class Route(StrEnum):
    """Which rule found the cue."""

    AFTER = "after"  #: “…,” said X; “…,” X said
    BEFORE = "before"  #: X said, “…”
    ACCORDING = "according"
    NOUN = "noun"  #: X's claim that “…”
    COLON = "colon"  #: X: “…”
    DASH = "dash"  #: “…” — X
    LATE = "late"  #: the “…” was over, X said
    BY = "by"  #: was called “…” by X
    SUBJECT = "subject"  #: only the sentence's subject
    CONTINUED = "continued"  #: no cue of its own; goes on from the one before


@dataclass(frozen=True, slots=True)
class Voice:
    """A cue and its subject, as tokens of the scene."""

    route: Route
    subject: Phrase | None
    cue: tuple[int, int] | None  #: first and past-the-last token of the cue

    def cue_text(self, tokens: Sequence[Token]) -> str | None:
        """The cue's words."""
        if self.cue is None:
            return None
        return " ".join(t.text for t in tokens[self.cue[0] : self.cue[1]]) or None


def hear(scene: Scene, number: int, lexicon: Lexicon, *, comma: bool) -> Voice | None:
    """The voice of the scene's quotation *number*; *comma*: its words end as before an attribution (, ? ! —)."""
    tokens = scene.tokens
    place = scene.place(number)
    start, end = scene.sentence(place)
    after = _after(tokens, place + 1, end, lexicon)
    before = _before(tokens, start, place, lexicon)
    if after is not None and (comma or before is None or before.route is not Route.BEFORE):
        return after
    if before is not None and before.subject is not None:
        return before
    if after is not None:
        return after
    for rule in (_according, _late):
        voice = rule(tokens, start, place, end, lexicon)
        if voice is not None:
            return voice
    return before


def _after(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    dashed = False
    while at < end and tokens[at].text in ",—–-)]":
        dashed = dashed or tokens[at].text in "—–"
        at += 1
    if at >= end or tokens[at].quoted >= 0:
        return None
    for lead in lexicon.according:
        if tuple(t.lower for t in tokens[at : at + len(lead)]) == lead:
            subject = phrase_from(tokens, at + len(lead), end, lexicon)
            if subject is not None:
                return Voice(Route.AFTER, subject, (at, at + len(lead)))
    if tokens[at].lower == "as" and at + 1 < end:
        at += 1
    if is_said(tokens[at], lexicon) and is_verb(tokens, at, lexicon):
        subject = _inverted(tokens, at + 1, end, lexicon)
        return Voice(Route.AFTER, subject, (at, at + 1)) if subject is not None else None
    following = skip_auxiliaries(tokens, at, min(end, at + 2), lexicon)
    if following > at and following < end and is_said(tokens[following], lexicon):
        # "a déclaré X", "ha detto X": the verb in two words before its subject.
        subject = _inverted(tokens, following + 1, end, lexicon)
        if subject is not None:
            return Voice(Route.AFTER, subject, (at, following + 1))
    voice = _subject_verb(tokens, at, end, lexicon)
    if voice is None and dashed and at < end and tokens[at].is_name:
        subject = phrase_from(tokens, at, end, lexicon)
        if subject is not None and _nothing_more(tokens, subject.last, end):
            return Voice(Route.DASH, subject, None)
    return voice


def _nothing_more(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether only a title, a place or a stop follows a name behind a dash."""
    return all(t.quoted < 0 for t in tokens[at:end]) and end - at <= _LATE // 2


def _inverted(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Phrase | None:
    at = skip_auxiliaries(tokens, at, end, lexicon) if at < end and not tokens[at].is_name else at
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    words = tokens[subject.first : subject.last]
    if len(words) == 1 and words[0].lower in ("reporters", "me", "us", "him", "them", "her"):
        return None
    return subject


def _subject_verb(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """X said; X, the chair of the board, said; X, who left in May, told reporters."""
    if tokens[at].lower in ("and", "but", "which", "und", "et", "y", "e", "en"):
        return None
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    stop = over_apposition(tokens, subject.last, end)
    verb = skip_auxiliaries(tokens, stop, end, lexicon)
    if verb < end and is_said(tokens[verb], lexicon):
        return Voice(Route.AFTER, subject, (verb, verb + 1))
    # A clause without commas: "the man who ran the company told reporters".
    if stop < end and tokens[stop].lower in ("who", "whose", "in", "of", "from", "on", "at"):
        for verb in range(stop + 1, min(end, stop + 12)):
            if tokens[verb].text in ",;:" or tokens[verb].quoted >= 0:
                break
            if is_said(tokens[verb], lexicon) and is_verb(tokens, verb, lexicon):
                return Voice(Route.AFTER, subject, (verb, verb + 1))
    return None


def _before(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb of speech before the quotation, with its subject; else a noun of speech with its owner."""
    first = max(start, place - _REACH)
    colon = place > start and tokens[place - 1].text == ":"
    for verb in range(place - 1, first - 1, -1):
        token = tokens[verb]
        if token.quoted >= 0 and verb < place - 8:
            # What a farther quotation interrupts still belongs to the sentence.
            continue
        if token.quoted < 0 and is_verb(tokens, verb, lexicon):
            subject = _subject_of(tokens, start, verb, lexicon, 0)
            passive = _by(tokens, verb, place, lexicon)
            if passive is not None:
                return Voice(Route.BY, passive, (verb, verb + 1))
            if subject is not None:
                return Voice(Route.BEFORE, subject, (verb, verb + 1))
    owner = _owner(tokens, first, place, lexicon)
    if owner is not None:
        return owner
    if colon:
        subject = _before_colon(tokens, start, place - 1, lexicon)
        if subject is not None:
            return Voice(Route.COLON, subject, None)
    return None


def _subject_of(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    at = back_over_auxiliaries(tokens, start, verb, lexicon)
    if at <= start or depth > 3:
        return None
    before = tokens[at - 1]
    if before.lower in ("who", "which", "that", "der", "die", "das", "qui", "que", "che", "quien") and at - 1 > start:
        stop = at - 1 - (tokens[at - 2].text in ",—–")
        return phrase_before(tokens, start, stop, lexicon)
    joined = before.lower in ("and", "but", "or", "und", "et", "y", "e", "en", "then", ",", "—", "–", "while", "before")
    if joined and before.text in ",—–":
        opened = back_over_apposition(tokens, start, at)
        if opened < at:
            named = phrase_before(tokens, start, opened, lexicon)
            if named is not None and _could_speak(tokens, named, lexicon):
                return named
    if joined or before.quoted >= 0 or before.lower in lexicon.stops:
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if before.text == ")":
        at = back_over_apposition(tokens, start, at)
    found = phrase_before(tokens, start, at, lexicon)
    return found if found is not None else _earlier_subject(tokens, start, at - 1, lexicon, depth)


def _earlier_subject(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the sentence's verb before *at*, else its first noun phrase."""
    for verb in range(at - 1, max(start, at - _REACH) - 1, -1):
        if tokens[verb].quoted < 0 and is_verb(tokens, verb, lexicon):
            found = _subject_of(tokens, start, verb, lexicon, depth + 1)
            if found is not None:
                return found
    return sentence_subject(tokens, start, at, lexicon)


def sentence_subject(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The first noun phrase that may be the sentence's subject: what follows an opening “In a speech on Monday,”."""
    at = start
    for _ in range(4):
        while at < end and (
            tokens[at].text in ",—–-(\"'*•·" or tokens[at].lower in ("and", "but", "so", "yet", "also", "then")
        ):
            at += 1
        if at >= end or tokens[at].quoted >= 0:
            return None
        leading = tokens[at].lower in lexicon.stops or any(lead[0] == tokens[at].lower for lead in lexicon.according)
        if not leading:
            return phrase_from(tokens, at, end, lexicon)
        while at < end and tokens[at].text != ",":
            at += 1
        at += 1
    return None


def _could_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )


def _by(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """“described by X as “…””: only after a form of to be."""
    if verb == 0 or tokens[verb - 1].lower not in ("was", "were", "is", "are", "been", "being", "be"):
        return None
    for at in range(verb + 1, place):
        if tokens[at].lower in ("by", "von", "par", "por", "da", "door"):
            return phrase_from(tokens, at + 1, place, lexicon)
    after = place + 1
    if after < len(tokens) and tokens[after].lower in ("by", "von", "par", "por", "da", "door"):
        return phrase_from(tokens, after + 1, len(tokens), lexicon)
    return None


def _owner(tokens: Sequence[Token], first: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X's claim that “…”; his promise of “…”; a statement from X: “…”."""
    for at in range(place - 1, first - 1, -1):
        if tokens[at].quoted >= 0 or tokens[at].lower not in lexicon.nouns:
            continue
        for back in range(at - 1, max(first - 1, at - 5), -1):
            if tokens[back].lower == "'s":
                owner = phrase_before(tokens, first, back, lexicon)
                return Voice(Route.NOUN, owner, (at, at + 1)) if owner is not None else None
            if tokens[back].lower in lexicon.pronouns and tokens[back].lower in lexicon.articles:
                return Voice(Route.NOUN, Phrase(back, back + 1), (at, at + 1))
            if tokens[back].text == "’" or not tokens[back].is_word:
                break
        if at + 1 < place and tokens[at + 1].lower in ("by", "from", "von", "de", "di", "van"):
            owner = phrase_from(tokens, at + 2, place, lexicon)
            if owner is not None:
                return Voice(Route.NOUN, owner, (at, at + 1))
    return None


def _before_colon(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """The mayor, Ilka Strand, on her own page: “…”; And from the Association: “…”."""
    for at in range(colon - 1, max(start, colon - 10) - 1, -1):
        if tokens[at].lower in ("from", "by", "von", "par", "de", "di", "van"):
            named = phrase_from(tokens, at + 1, colon, lexicon)
            if named is not None and any(t.is_name for t in tokens[named.first : named.last]):
                return named
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


def _according(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    for at in (*range(place - 1, max(start, place - _REACH) - 1, -1), *range(place + 1, min(end, place + _LATE))):
        for lead in lexicon.according:
            if tokens[at].lower == lead[0] and tuple(t.lower for t in tokens[at : at + len(lead)]) == lead:
                subject = phrase_from(tokens, at + len(lead), end, lexicon)
                if subject is not None:
                    return Voice(Route.ACCORDING, subject, (at, at + len(lead)))
    return None


def _late(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The worst was “behind us now” and spring was coming, Smith said."""
    for verb in range(place + 2, min(end, place + _LATE)):
        if tokens[verb].quoted >= 0 or not is_said(tokens[verb], lexicon) or not is_verb(tokens, verb, lexicon):
            continue
        stop = back_over_auxiliaries(tokens, start, verb, lexicon)
        subject = phrase_before(tokens, place + 1, stop, lexicon)
        if subject is None:
            subject = phrase_from(tokens, verb + 1, end, lexicon)
            if subject is not None and tokens[verb - 1].text != ",":
                subject = None
        elif subject.first > 0 and tokens[subject.first - 1].text != ",":
            subject = None
        if subject is not None:
            return Voice(Route.LATE, subject, (verb, verb + 1))
    return None
