"""Cues behind the words as other languages put them: « … », a déclaré X; „…“, wie X mitteilte."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, is_said, is_verb, phrase_from, skip_auxiliaries
from quotations.reading.scene import Token
from quotations.reading.speakers.voice import Route, Voice

LONGEST_DASH_LINE = 15
#: wurde X zitiert, hat X gesagt
_GERMAN_FRAMES = frozenset(("wurde", "wird", "wurden", "werden", "hat", "hatte", "haben", "hatten"))
#: What German says a writing says, and where.
_SAYS = frozenset(("heißt", "hieß", "steht", "stand"))
_IT_SAYS_IN = frozenset(("in", "im", "bei", "beim", "aus", "auf", "von", "vom", "seitens"))
#: « … », se souvient X; “…”, se queja X: verbs that report only so.
_ITSELF = {"fr": ("se",), "es": ("se",), "it": ("si",)}
_REFLEXIVE = frozenset(
    """souvient souvenait rappelle réjouit félicite désole lamente défend plaint moque demande justifie targue queja lamenta
    defiende pregunta felicita difende chiede lamenta compiace""".split()  # noqa: SIM905
)
NEAR = 6
#: Days between a verb and the subject behind it: versicherte gestern X, ha detto ieri X.
_WHEN = frozenset(
    """gestern heute vorgestern zuletzt damals anschließend gisteren vandaag hier aujourd'hui jeudi lundi mardi mercredi vendredi
    samedi dimanche ayer hoy anteayer ieri oggi ontem hoje igår idag yesterday today""".split()  # noqa: SIM905
)


def inverted(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The subject behind its verb, past a day that stands between: said X; versicherte gestern X."""
    at = skip_auxiliaries(tokens, at, end, lexicon) if at < end and not tokens[at].is_name else at
    if at + 1 < end and tokens[at].lower in _WHEN:
        at += 1
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    words = tokens[subject.first : subject.last]
    if len(words) == 1 and words[0].lower in ("reporters", "me", "us", "him", "them", "her"):
        return None
    return subject


def as_it_says(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """„…“, wie es in dem Schreiben der Kammer heißt; „…“, wie X mitteilte."""
    if lexicon.language != "de" or tokens[at].lower != "wie" or at + 2 >= end:
        return None
    behind = at + 1
    if tokens[behind].lower == "es":
        behind = next((n for n in range(at + 2, min(end, at + NEAR)) if tokens[n].lower in _IT_SAYS_IN), end) + 1
    subject = phrase_from(tokens, behind, end, lexicon) if behind < end else None
    if subject is None or not any(t.is_name for t in tokens[subject.first : subject.last]):
        return None
    verb = subject.last
    while verb < min(end, subject.last + NEAR) and tokens[verb].lower not in lexicon.said:
        verb += 1
    reports = verb < end and (tokens[verb].lower in lexicon.said or tokens[verb].lower in _SAYS)
    return Voice(Route.AFTER, subject, (verb, verb + 1)) if reports else None


def called_behind(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """„…“ nennt X den Plan: a verb that quotes a phrase, and its subject behind it."""
    opens = at == 1 or (at > 1 and tokens[at - 2].sentence != tokens[at].sentence)
    if not opens or tokens[at].lower not in lexicon.called or not is_verb(tokens, at, lexicon):
        # Der von X als „…“ bezeichnete Plan.
        return None
    subject = inverted(tokens, at + 1, end, lexicon)
    named = subject is not None and (
        tokens[subject.first].is_name or tokens[subject.first].lower in united(lexicon.pronouns, lexicon.articles)
    )
    return Voice(Route.AFTER, subject, (at, at + 1)) if named else None


def in_two_words(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """« … », a déclaré X; "…", ha detto X; « … », a-t-il ajouté; « … », se souvient X."""
    if tokens[at].lower in _ITSELF.get(lexicon.language, ()) and at + 2 < end:
        subject = inverted(tokens, at + 2, end, lexicon)
        verb = tokens[at + 1].lower in _REFLEXIVE or is_said(tokens[at + 1], lexicon)
        if verb and subject is not None:
            return Voice(Route.AFTER, subject, (at, at + 2))
    following = skip_auxiliaries(tokens, at, min(end, at + 2), lexicon)
    if at < following < end and is_said(tokens[following], lexicon):
        subject = inverted(tokens, following + 1, end, lexicon)
        if subject is not None:
            return Voice(Route.AFTER, subject, (at, following + 1))
    if at + 2 < end and tokens[at].lower in lexicon.auxiliaries:
        asked = tokens[at + 1].lower in lexicon.pronouns and is_said(tokens[at + 2], lexicon)
        if asked:
            return Voice(Route.AFTER, Phrase(at + 1, at + 2), (at, at + 3))
    return None


def cited_behind(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """„…“, wurde X in der Zeitung zitiert."""
    if lexicon.language != "de" or tokens[at].lower not in _GERMAN_FRAMES:
        return None
    subject = phrase_from(tokens, at + 1, end, lexicon)
    passive = tokens[at].lower.startswith("w")
    closers = ("zitiert",) if passive else lexicon.speaking
    cited = [n for n in range(at + 1, min(end, at + 2 * LONGEST_DASH_LINE)) if tokens[n].lower in closers]
    if subject is not None and cited and subject.last <= cited[0]:
        return Voice(Route.AFTER, subject, (cited[0], cited[0] + 1))
    return None
