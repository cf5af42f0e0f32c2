"""Who speaks, told after the words: “…,” said X; “…,” X of the port office said; “…” — X."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import (
    Phrase,
    is_said,
    is_verb,
    leads_at,
    phrase_from,
    skip_auxiliaries,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.cues_abroad import (
    LONGEST_DASH_LINE,
    NEAR,
    as_it_says,
    called_behind,
    cited_behind,
    in_two_words,
    inverted,
)
from quotations.reading.speakers.owned_behind import SAYINGS, in_parentheses, names_so, records, was_his, written_by
from quotations.reading.speakers.subject_verb import subject_verb
from quotations.reading.speakers.told_behind import how_put, told_behind
from quotations.reading.speakers.voice import Route, Voice

_DASHES = frozenset(("—", "–", "―", "--"))
#: What may stand between the words and their attribution.
_SEAM = _DASHES | frozenset(",-)]")
_FURTHER = frozenset(("another", "one"))
_OBJECTS = frozenset(("it", "him", "her", "them", "this", "that"))
#: What lines do rather than people.
_RUNNING = frozenset(("runs", "ran", "goes", "went"))
_CALLS = frozenset(("voice", "voices", "whisper", "whispers", "call", "calls"))


def after_cue(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The cue that begins at *at*, right behind a quotation, as far as the sentence goes (*end*)."""
    if at + 3 < end and tokens[at].text == ":":
        # “…”: that is the verdict of X.
        return told_behind(tokens, at + 1, end, lexicon)
    cited = in_parentheses(tokens, at, end)
    if cited is not None:
        return cited
    dashed = False
    while at < end and tokens[at].text in _SEAM:
        dashed = dashed or tokens[at].text in _DASHES
        at += 1
    if at >= end or tokens[at].quoted >= 0:
        return None
    for rule in (_according, names_so, how_put, written_by, was_his, _that_he, as_it_says):
        voice = rule(tokens, at, end, lexicon)
        if voice is not None:
            return voice
    if tokens[at].lower == "as" and at + 1 < end:
        at += 1
        if lexicon.language == "en" and tokens[at].lower not in lexicon.said:
            voice = _as_named(tokens, at, end, lexicon)
            if voice is not None:
                return voice
    if lexicon.language == "en" and _participle(tokens[at]) and not records(tokens, at, end):
        # "…," telling X that, referring to X: whoever the sentence is about speaks.
        return None
    another = _another(tokens, at, end)
    if another is not None:
        return another
    reports = is_said(tokens[at], lexicon) and is_verb(tokens, at, lexicon)
    if reports or tokens[at].lower in lexicon.behind:
        subject = inverted(tokens, at + 1, end, lexicon)
        return Voice(Route.AFTER, subject, (at, at + 1)) if subject is not None else None
    rules = (_runs, _came) if lexicon.language == "en" else (called_behind, in_two_words, cited_behind)
    for rule in rules:
        voice = rule(tokens, at, end, lexicon)
        if voice is not None:
            return voice
    voice = subject_verb(tokens, at, end, lexicon)
    if voice is None and dashed and at < end and tokens[at].is_name:
        subject = phrase_from(tokens, at, end, lexicon)
        if subject is not None and _nothing_more(tokens, subject.last, end):
            return Voice(Route.DASH, subject, None)
    return voice


def _as_named(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The “joke,” as he called it."""
    subject = phrase_from(tokens, at, end, lexicon)
    verb = skip_auxiliaries(tokens, subject.last, end, lexicon) if subject is not None else end
    if verb + 1 >= end or tokens[verb].lower not in lexicon.called or tokens[verb + 1].lower not in _OBJECTS:
        return None
    return Voice(Route.AFTER, subject, (verb, verb + 1))


def _according(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” according to X."""
    for size in leads_at(tokens, at, lexicon):
        subject = phrase_from(tokens, at + size, end, lexicon)
        if subject is not None:
            return Voice(Route.AFTER, subject, (at, at + size))
    return None


def _that_he(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The “dirty tricks” that X decried."""
    if lexicon.language != "en" or tokens[at].lower not in ("that", "which") or tokens[at - 1].quoted < 0:
        return None
    subject = phrase_from(tokens, at + 1, end, lexicon)
    if subject is None or not (tokens[subject.first].is_name or tokens[subject.first].lower in lexicon.small):
        return None
    verb = skip_auxiliaries(tokens, subject.last, end, lexicon)
    said = verb < end and (tokens[verb].lower in lexicon.said or tokens[verb].lower in lexicon.called)
    thought = said and tokens[verb].lower in lexicon.thought
    return (
        Voice(Route.AFTER, subject, (verb, verb + 1))
        if said and not thought and is_verb(tokens, verb, lexicon)
        else None
    )


def _another(tokens: Sequence[Token], at: int, end: int) -> Voice | None:
    """“…” was another."""
    if tokens[at].lower not in ("was", "is") or at + 1 >= end or tokens[at + 1].lower not in _FURTHER:
        return None
    alone = not tokens[min(at + 2, end - 1)].is_word
    return Voice(Route.AFTER, Phrase(at + 1, at + 2), (at, at + 1)) if alone else None


def _runs(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” runs the board's motto; “…,” goes the old saying."""
    if tokens[at].lower not in _RUNNING:
        return None
    subject = phrase_from(tokens, at + 1, end, lexicon)
    if subject is None or tokens[subject.last - 1].lower not in united(lexicon.nouns, SAYINGS):
        return None
    return Voice(Route.AFTER, subject, (at, at + 1))


def _came(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” came the answer from X; “…,” came shouts from the crowd."""
    if tokens[at].lower not in ("came", "comes"):
        return None
    for tie in range(at + 2, min(end - 1, at + NEAR)):
        if tokens[tie].lower == "from" and tokens[tie - 1].lower in united(lexicon.nouns, _CALLS):
            subject = phrase_from(tokens, tie + 1, end, lexicon)
            return Voice(Route.AFTER, subject, (at, tie)) if subject is not None else None
    return None


def _participle(token: Token) -> bool:
    return (
        token.lower.endswith("ing") and not token.is_name and len(token.lower) > 5 and not token.lower.endswith("thing")
    )


def _nothing_more(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether only a title, a place or a stop follows a name behind a dash, or the next one's words at once."""
    if at < end and tokens[at].quoted >= 0:
        return True
    return all(t.quoted < 0 for t in tokens[at:end]) and end - at <= LONGEST_DASH_LINE
