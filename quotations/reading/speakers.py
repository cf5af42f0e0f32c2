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
#: A verb so many tokens before a quotation leads to it.
_NEAR = 6
_JOINS = frozenset(("and", "und", "et", "y", "e", "en", "&"))
_BETWEEN = frozenset(("who", "whose", "in", "of", "from", "on", "at", "with", "for"))
_TO_BE = frozenset(("is", "was", "were", "are", "be", "been", "as"))
_TIES = frozenset(("of", "for", "at", "from", "de", "du", "von", "van", "di", "da"))


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


def hear(scene: Scene, number: int, lexicon: Lexicon, *, comma: bool, asks: bool = False) -> Voice | None:
    """The voice of the scene's quotation *number*.

    *comma*: its words end as before an attribution (, ? ! —); *asks*: with ? or !, which a new sentence may follow.
    """
    tokens = scene.tokens
    place = scene.place(number)
    start, end = scene.sentence(place)
    after = _after(tokens, place + 1, end, lexicon)
    before = _before(tokens, start, place, lexicon)
    strong = before is not None and before.subject is not None and before.route in (Route.BEFORE, Route.COLON)
    led = strong and place > start and tokens[place - 1].text in ",:"
    if after is not None and (comma or not strong) and not (asks and led):
        return after
    if strong and before is not None and before.cue is not None and tokens[before.cue[0]].lower not in lexicon.said:
        for rule in (_late, _according):
            voice = rule(tokens, start, place, end, lexicon)
            if voice is not None:
                return voice
    if before is not None and before.subject is not None:
        return before
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
    if lexicon.language != "en" and at < following < end and is_said(tokens[following], lexicon):
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
    joined = subject.last
    while joined + 1 < end and tokens[joined].lower in _JOINS:
        # X and his team said.
        other = phrase_from(tokens, joined + 1, end, lexicon)
        joined = other.last if other is not None else end
    if joined < end:
        subject = (
            Phrase(subject.first, joined) if joined > subject.last and not tokens[subject.first].is_name else subject
        )
    stop = over_apposition(tokens, joined if joined < end else subject.last, end)
    verb = skip_auxiliaries(tokens, stop, end, lexicon)
    passive = verb > stop and tokens[verb - 1].lower in ("was", "were", "is", "are", "been", "being")
    if verb < end and is_said(tokens[verb], lexicon) and not passive:
        return Voice(Route.AFTER, subject, (verb, verb + 1))
    return _later_verb(tokens, subject, stop, end, lexicon)


def _later_verb(tokens: Sequence[Token], subject: Phrase, at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """X of the university in Y, Z, said; the man who ran the company told: more stands between subject and verb."""
    if at >= end or (at == subject.last and tokens[at].lower not in _BETWEEN and tokens[at].text != ","):
        return None
    commas = 0
    for verb in range(at, min(end, at + 26)):
        token = tokens[verb]
        if (
            token.quoted >= 0
            or token.text in ";:"
            or (token.text == "." and tokens[min(verb + 1, end - 1)].text not in ",)")
        ):
            return None
        if token.text == ",":
            commas += 1
        elif is_said(token, lexicon) and is_verb(tokens, verb, lexicon):
            before = tokens[back_over_auxiliaries(tokens, at, verb, lexicon) - 1]
            if before.text in (",", ")") or (not commas and tokens[at].lower in _BETWEEN):
                return Voice(Route.AFTER, subject, (verb, verb + 1))
    return None


def _before(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb of speech before the quotation with its subject, or the nearest noun of speech with its owner.

    A verb that only stands inside what somebody says gives way to that somebody's: “noting that donors feel “…””.
    """
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
        subject = _before_colon(tokens, start, place - 1, lexicon)
        if subject is not None:
            return Voice(Route.COLON, subject, None)
    if place - 1 > start and tokens[place - 1].lower == "'s":
        owner = phrase_before(tokens, start, place - 1, lexicon)
        if owner is not None:
            return Voice(Route.NOUN, owner, None)
    return None


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
        passive = _by(tokens, at, place, lexicon)
        if passive is not None:
            return Voice(Route.BY, passive, (at, at + 1))
        if tokens[at - 1].lower in ("was", "is") and at > 1 and tokens[at - 2].lower == "it":
            # "it was revealed that": nobody in particular.
            return None
        subject = _turned(tokens, start, at, place, lexicon) or _subject_of(tokens, start, at, lexicon, 0)
        return Voice(Route.BEFORE, subject, (at, at + 1)) if subject is not None else None
    if tokens[at].lower in lexicon.nouns:
        return _owner_at(tokens, start, at, place, lexicon)
    return None


def _turned(tokens: Sequence[Token], start: int, verb: int, place: int, lexicon: Lexicon) -> Phrase | None:
    """But, said X, “…”; dazu schrieb X: “…”: the subject between its verb and the quotation."""
    if tokens[place - 1].text not in ",:" or tokens[verb].lower not in lexicon.said:
        return None
    behind_comma = tokens[verb - 1].text == "," and back_over_apposition(tokens, start, verb) == verb
    fronted = verb == start or behind_comma or tokens[verb - 1].lower in lexicon.openers
    if not fronted and lexicon.language == "en":
        return None
    subject = phrase_from(tokens, verb + 1, place, lexicon)
    if subject is None or tokens[subject.first].lower in ("reporters", "me", "us", "him", "them"):
        return None
    rest = tokens[subject.last : place - 1]
    return subject if not any(t.text in ",;:" or t.quoted >= 0 for t in rest) else None


def _subject_of(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    if depth > 3:
        return None
    if verb > start and (tokens[verb - 1].lower == "to" or tokens[verb].lower.endswith("ing")):
        local = phrase_before(tokens, start, verb, lexicon) if tokens[verb - 1].text != "," else None
        if local is not None and (
            tokens[verb - 1].is_name or (local.first > start and tokens[local.first - 1].lower == "with")
        ):
            return local
        # "in order to say", "calling": the subject is the main verb's.
        return _earlier_subject(tokens, start, verb - 1, lexicon, depth)
    at = back_over_auxiliaries(tokens, start, verb, lexicon)
    if at <= start:
        return None
    before = tokens[at - 1]
    if before.lower in ("who", "which", "that", "der", "die", "das", "qui", "que", "che", "quien") and at - 1 > start:
        stop = at - 1 - (tokens[at - 2].text in ",—–")
        return phrase_before(tokens, start, stop, lexicon)
    joined = before.lower in ("and", "but", "or", "und", "et", "y", "e", "en", "then", ",", "—", "–", "while", "before")
    if joined and before.text in ",—–":
        opened, stop = at, at
        for _ in range(3):
            opened = back_over_apposition(tokens, start, stop)
            named = phrase_before(tokens, start, opened, lexicon) if opened < stop else None
            if named is None:
                break
            within = named.first > start and tokens[named.first - 1].lower in lexicon.stops
            if not within and _could_speak(tokens, named, lexicon):
                return named
            # "in Columbus, Ohio,": the place belongs to what stands between the commas.
            stop = _comma_before(tokens, start, opened)
            if stop <= start:
                break
    if joined or before.quoted >= 0 or before.lower in lexicon.stops:
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if before.text == ")":
        at = back_over_apposition(tokens, start, at)
    found = phrase_before(tokens, start, at, lexicon)
    return found if found is not None else _earlier_subject(tokens, start, at - 1, lexicon, depth)


def _comma_before(tokens: Sequence[Token], start: int, at: int) -> int:
    """Past the comma before *at*; *start* where there is none near."""
    for back in range(at - 1, max(start, at - _LATE), -1):
        if tokens[back].text == ",":
            return back + 1
        if tokens[back].text in ".;:":
            break
    return start


def _earlier_subject(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the sentence's verb before *at*, else its first noun phrase."""
    for verb in range(at - 1, max(start, at - _REACH) - 1, -1):
        if tokens[verb].lower in lexicon.said and tokens[verb].quoted < 0 and is_verb(tokens, verb, lexicon):
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
        word = tokens[at].lower
        if word in lexicon.openers and at + 1 < end and tokens[at + 1].text != ",":
            at += 1
            continue
        leads = (
            word in lexicon.stops
            or word in lexicon.openers
            or (word.endswith("ing") and len(word) > 5)
            or (word.endswith("ly") and at + 1 < end and tokens[at + 1].text == ",")
            or word in lexicon.said
            or any(lead[0] == word for lead in lexicon.according)
        )
        if not leads:
            return _up_to_name(tokens, phrase_from(tokens, at, end, lexicon), lexicon.finite)
        while at < end and tokens[at].text != ",":
            at += 1
        at += 1
    return None


def _up_to_name(tokens: Sequence[Token], phrase: Phrase | None, finite: frozenset[str]) -> Phrase | None:
    """Of “Cruz made an appeal” the name: after one, a word in small letters is most likely the verb."""
    if phrase is None:
        return None
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in finite and not tokens[at].is_name:
            return Phrase(phrase.first, at)
        small = tokens[at].is_word and not tokens[at].is_name and tokens[at].lower not in _TIES
        if not small or not tokens[at - 1].is_name or any(t.is_name for t in tokens[at + 1 : min(at + 3, phrase.last)]):
            continue
        if at - 1 > phrase.first or tokens[at - 1].lower not in ("the", "a", "an"):
            return Phrase(phrase.first, at)
    return phrase


def _could_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )


def own_voice(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The voice of a sentence that holds no quotation but leads to one: “X agreed.”, “And from X:”."""
    colon = end - 1 if end > start and tokens[end - 1].text == ":" else end
    voice = _before(tokens, start, end, lexicon)
    if voice is None:
        voice = _according(tokens, start, end, end, lexicon)
    if voice is not None:
        return voice
    subject = (
        _before_colon(tokens, start, colon, lexicon) if colon < end else sentence_subject(tokens, start, end, lexicon)
    )
    return Voice(Route.SUBJECT, subject, None) if subject is not None else None


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
    if at + 1 < place and tokens[at + 1].lower in ("by", "from", "von", "de", "di", "van"):
        owner = phrase_from(tokens, at + 2, place, lexicon)
        if owner is not None:
            return Voice(Route.NOUN, owner, (at, at + 1))
    return None


def _only_topic(tokens: Sequence[Token], owner: Phrase, noun: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the owner's words are what is spoken of: “denounced Trump's remarks as “…””, “his account was “…””."""
    between = tokens[noun + 1 : place]
    if between and between[0].lower in ("of", "that", "to", ":"):
        return False
    if any(t.lower in _TO_BE for t in between):
        return True
    if place - noun > _NEAR:
        return True
    return owner.first > 0 and tokens[owner.first - 1].lower in lexicon.called


def _before_colon(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """The mayor, Ilka Strand, on her own page: “…”; And from the Association: “…”."""
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
        if any(t.quoted >= 0 or t.lower == "that" for t in tokens[verb + 1 : end]):
            # It reports something else.
            return None
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
