"""Cues before the words that say no verb again: X called it “a miracle”; Y, “a scandal”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import is_verb, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.outer_cues import REACH
from quotations.reading.speakers.voice import Route, Voice

_DASHES = ("—", "–", "-", "--")


def gapped(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X called it “a miracle”; Y, in the minutes, “a scandal”: a new clause that does without its verb."""
    bare = _gapped_of(tokens, start, place, lexicon)
    if bare is not None:
        return bare
    for semicolon in range(place - 1, max(start, place - REACH // 2), -1):
        if tokens[semicolon].quoted >= 0 or is_verb(tokens, semicolon, lexicon):
            return None
        if tokens[semicolon].text == ";":
            break
        behind = semicolon - 1 - (tokens[semicolon - 1].text == ",")
        if tokens[semicolon].lower == "and" and behind > start and tokens[behind].quoted >= 0:
            # and Y, in the minutes, “a scandal”
            break
    else:
        return None
    before_it = any(token.quoted >= 0 for token in tokens[start:semicolon])
    subject = phrase_from(tokens, semicolon + 1, place, lexicon)
    if not before_it or subject is None or not tokens[subject.first].is_name or tokens[place - 1].text != ",":
        return None
    return Voice(Route.BEFORE, subject, None) if tokens[subject.last].text == "," else None


def _gapped_of(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X warned of “dark days,” and Y of “dry ones”: the verb is not said again."""
    if lexicon.language != "en" or tokens[place - 1].lower not in ("of", "about", "as"):
        return None
    named = phrase_before(tokens, start, place - 1, lexicon)
    if named is None or named.first <= start or not all(t.is_name for t in tokens[named.first : named.last]):
        return None
    before = named.first - 1
    while before > start and (tokens[before].text in ",;" or tokens[before].lower in ("and", "while")):
        before -= 1
    return Voice(Route.BEFORE, named, None) if tokens[before].quoted >= 0 else None


def after_dash(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """Keepers agree — X: “…”: the name behind the dash, not what stands before it."""
    if place - 2 <= start or tokens[place - 1].text != ":":
        return None
    named = phrase_before(tokens, start, place - 1, lexicon)
    if named is not None and named.first - 2 > start and tokens[named.first - 1].lower == "and":
        # Keepers agree — X and Y: “…”
        both = phrase_before(tokens, start, named.first - 1, lexicon)
        named = both or named
    if named is None or named.first - 2 < start or tokens[named.first - 1].text not in _DASHES:
        return None
    dash = tokens[named.first - 1]
    loose = dash.start > tokens[named.first - 2].end and tokens[named.first].start > dash.end
    alone = all(token.is_name for token in tokens[named.first : named.last])
    return Voice(Route.COLON, named, None) if loose and alone else None
