"""Who speaks behind the words, subject first: “…,” X said; “…,” X, the chair of the board, said; “…,” the keeper likes to say."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    Phrase,
    back_over_auxiliaries,
    is_said,
    is_verb,
    over_apposition,
    phrase_from,
    skip_auxiliaries,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.places import TO_BE
from quotations.reading.speakers.subjects import JOINS
from quotations.reading.speakers.voice import Route, Voice

_BETWEEN = frozenset("who whose in of from on at with for familiar close aware released published issued filed".split())  # noqa: SIM905
_HEARD = frozenset(("heard", "quoted", "cited", "shown", "seen", "recorded", "caught"))
_SET_AGAINST = frozenset(("though", "although", "while", "whereas", "because", "compared", "based", "according"))
_USED = frozenset(("used", "liked", "likes", "loved", "loves"))
_RECALLS = frozenset(("remembers", "remembered", "recalls", "recalled"))


def subject_verb(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """X said; X, the chair of the board, said; X, who left in May, told reporters."""
    if tokens[at].lower in ("and", "but", "which", "und", "et", "y", "e", "en"):
        return None
    if lexicon.language == "en" and tokens[at].lower in _SET_AGAINST:
        # “…,” though she noted; “…,” compared to
        return None
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    if tokens[subject.first].lower in ("nobody", "nothing", "none"):
        # “…,” nobody laughs: no speech of theirs
        return None
    subject = _fond(tokens, subject)
    if subject.last - subject.first > 1 and _behind(tokens, subject.last - 1, end, lexicon):
        # X reflected
        subject = Phrase(subject.first, subject.last - 1)
    subject, last = _with_others(tokens, subject, end, lexicon)
    stop = over_apposition(tokens, last, end)
    verb = skip_auxiliaries(tokens, stop, end, lexicon)
    if 0 < verb < end - 1 and tokens[verb - 1].lower in ("went", "goes") and tokens[verb].lower == "on":
        return Voice(Route.AFTER, subject, (verb - 1, verb + 1)) if tokens[verb + 1].lower != "to" else None
    if tokens[verb : verb + 2] and tokens[verb].lower in _USED and verb + 2 < end and tokens[verb + 1].lower == "to":
        # X's grandmother used to say; the keeper likes to say.
        verb += 2
    overheard = _overheard(tokens, subject, stop, verb, end, lexicon)
    if overheard is not None:
        return overheard
    passive = verb > stop and tokens[verb - 1].lower in TO_BE
    if lexicon.language == "en" and verb < end and verb == stop and _not_finite(tokens, verb, end):
        # a nod acknowledging that; measures added by X
        return None
    if verb < end and tokens[verb].lower in lexicon.nouns and _is_plural(tokens, verb, lexicon):
        return None
    reports = verb < end and (is_said(tokens[verb], lexicon) or (verb == stop and _behind(tokens, verb, end, lexicon)))
    if reports and not passive:
        return Voice(Route.AFTER, subject, (verb, verb + 1))
    return _later_verb(tokens, subject, stop, end, lexicon)


def _with_others(tokens: Sequence[Token], subject: Phrase, end: int, lexicon: Lexicon) -> tuple[Phrase, int]:
    """The subject with whoever is joined to it, and past the last of them: X and his team said."""
    joined = subject.last
    while joined + 1 < end and tokens[joined].lower in JOINS:
        other = phrase_from(tokens, joined + 1, end, lexicon)
        if other is not None and not tokens[joined - 1].is_name and _named_last(tokens, other):
            # harbour scientist and co-author X said
            subject = other
        joined = other.last if other is not None else end
    if joined >= end:
        return subject, subject.last
    several = joined > subject.last and not tokens[subject.first].is_name
    return Phrase(subject.first, joined) if several else subject, joined


def _overheard(
    tokens: Sequence[Token], subject: Phrase, stop: int, verb: int, end: int, lexicon: Lexicon
) -> Voice | None:
    """X is heard telling an aide; X is quoted in the book as telling; the aide remembers X saying."""
    if verb >= end:
        return None
    if verb > stop and tokens[verb].lower in _HEARD and lexicon.language == "en":
        for telling in range(verb + 1, min(end, verb + 10)):
            if tokens[telling].lower.endswith("ing") and tokens[telling].lower in lexicon.said:
                return Voice(Route.AFTER, subject, (telling, telling + 1))
    if tokens[verb].lower in _RECALLS:
        said = phrase_from(tokens, verb + 1, end, lexicon)
        if said is not None and said.last < end and tokens[said.last].lower in ("saying", "telling"):
            return Voice(Route.AFTER, said, (said.last, said.last + 1))
    return None


def _named_last(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a role without article goes before a name in full: study co-author X."""
    first, last = tokens[phrase.first], tokens[phrase.last - 1]
    return (
        last.is_name and not first.is_name and first.lower not in ("the", "a", "an", "his", "her", "their", "its", "my")
    )


def _fond(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """Of “the keeper likes to” the keeper."""
    fond = (n for n in range(subject.first + 1, subject.last) if tokens[n].lower in _USED)
    verb = next((n for n in fond if n + 1 < len(tokens) and tokens[n + 1].lower == "to"), subject.last)
    return Phrase(subject.first, verb)


def _behind(tokens: Sequence[Token], verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb that reports only behind the words ends its clause: “…,” X reflected."""
    ends = verb + 1 >= end or not tokens[verb + 1].is_word or tokens[verb + 1].lower in lexicon.stops
    return tokens[verb].lower in lexicon.behind and ends


def _is_plural(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural stands there that is spelt as a verb: compared to a third of the board's claims."""
    word = tokens[at].lower
    return word.endswith("s") and not word.endswith("ss") and not is_verb(tokens, at, lexicon)


def _not_finite(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Whether a participle stands there rather than a verb with a subject of its own."""
    word = tokens[verb].lower
    by = word.endswith("ed") and verb + 1 < end and tokens[verb + 1].lower == "by"
    return by or (word.endswith("ing") and len(word) > 5)


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
            apposed = commas == 1 and tokens[at].text == "," and tokens[at + 1].lower in ("a", "an", "the")
            if before.text in (",", ")") or apposed or (not commas and tokens[at].lower in _BETWEEN):
                return Voice(Route.AFTER, subject, (verb, verb + 1))
    return None
