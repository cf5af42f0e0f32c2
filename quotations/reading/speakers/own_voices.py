"""The voice of a sentence without words in marks that leads to some: “X agreed.”, “And from X:”, “It is, she says, a pity.”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import is_said, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.colons import before_colon
from quotations.reading.speakers.cues_before import before_cue
from quotations.reading.speakers.late import according
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.voice import Route, Voice

#: Who says nothing that could go on.
_SILENT = frozenset(("nobody", "nothing", "none", "niemand", "personne", "nadie", "nessuno", "ninguém"))


def own_voice(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The voice of a sentence that holds no quotation but leads to one: “X agreed.”, “And from X:”."""
    colon = end - 1 if end > start and tokens[end - 1].text == ":" else end
    voice = (
        _not_so(tokens, start, end, lexicon)
        or _said_aside(tokens, start, end, lexicon)
        or before_cue(tokens, start, end, lexicon)
    )
    if voice is None:
        voice = according(tokens, start, end, end, lexicon)
    if voice is not None and voice.route is Route.NOUN and voice.subject is not None and colon == end:
        within = voice.subject.first > start and tokens[voice.subject.first - 1].lower in lexicon.stops
        subject = sentence_subject(tokens, start, end, lexicon) if within else None
        if subject is not None and subject.first < voice.subject.first:
            # X looked at Y's site. “…”
            return Voice(Route.SUBJECT, subject, None)
    if voice is not None:
        silent = voice.subject is not None and tokens[voice.subject.first].lower in _SILENT
        # Nobody asked how deep it was. “…”
        return None if silent else voice
    subject = (
        before_colon(tokens, start, colon, lexicon) if colon < end else sentence_subject(tokens, start, end, lexicon)
    )
    return Voice(Route.SUBJECT, subject, None) if subject is not None else None


def _not_so(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """Not so, says X."""
    for verb in range(start + 2, end - 1):
        if tokens[verb - 1].text == "," and is_said(tokens[verb], lexicon) and tokens[verb].lower in lexicon.speaking:
            subject = phrase_from(tokens, verb + 1, end, lexicon)
            fits = subject is not None and tokens[subject.first].is_name and subject.last >= end - 1
            return Voice(Route.BEFORE, subject, (verb, verb + 1)) if fits else None
    return None


def _said_aside(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Voice | None:
    """It is easy, she says, for people to marvel."""
    for verb in range(start + 3, end - 1):
        if tokens[verb + 1].text != "," or tokens[verb].lower not in lexicon.speaking:
            continue
        subject = phrase_before(tokens, start, verb, lexicon)
        if subject is not None and subject.first > start + 1 and tokens[subject.first - 1].text == ",":
            return Voice(Route.BEFORE, subject, (verb, verb + 1))
    return None
