"""Attributions between dashes in languages whose verbs of speech are not known: “– mówi Anna Kos. –”, “— сказала она, —”.

A few words in small letters and a name behind a dash are one; where a comma stands before the dash, as Russian sets it,
a pronoun is enough.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.phrases import Phrase
from quotations.reading.scene import Token
from quotations.reading.speakers.voice import Route, Voice

DASHES = frozenset("–—―-")
_SMALL_WORDS = 3
_NAME_WORDS = 4
#: What stands behind the name and tells who it is has so many tokens at most.
_APPOSED = 16


def is_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether the dash *at* has a blank on both sides, or none goes before it."""
    before = at == 0 or tokens[at].start > tokens[at - 1].end
    return before and at + 1 < len(tokens) and tokens[at + 1].start > tokens[at].end


def named_cue(tokens: Sequence[Token], at: int, *, ends: bool = False) -> tuple[Voice, int] | None:
    """The attribution behind the dash *at*, and the dash that closes it.

    *ends*: a full stop or the end of *tokens* may close it too; then that is what is returned, the number of tokens
    for the end.
    """
    small = name = at + 1
    while name < len(tokens) and name - small <= _SMALL_WORDS and tokens[name].is_word and not tokens[name].is_name:
        name += 1
    stop = name
    while stop < len(tokens) and stop - name < _NAME_WORDS and tokens[stop].is_name:
        stop += 1
    told = stop > name or (at > 0 and tokens[at - 1].text in ",!?…")
    if not 0 < name - small <= _SMALL_WORDS or not told:
        return None
    voice = Voice(Route.AFTER, Phrase(name, stop) if stop > name else None, (small, name))
    closing = _past_apposition(tokens, stop) if stop > name else stop
    last = closing + (closing < len(tokens) and tokens[closing].text in ".,")
    if last < len(tokens) and tokens[last].text in DASHES and (stop > name or last > closing):
        return voice, last
    if ends and (closing >= len(tokens) or tokens[closing].text in ".:"):
        return voice, closing
    return None


def _past_apposition(tokens: Sequence[Token], at: int) -> int:
    """Past “, dyrektorka szkoły” and other small words that begin at *at*, up to a stop or a dash; *at* where none does."""
    stop = at
    while stop < min(len(tokens), at + _APPOSED):
        if tokens[stop].text in ".:" or tokens[stop].text in DASHES:
            return stop if stop == at or tokens[stop - 1].text != "," else stop - 1
        if tokens[stop].quoted >= 0 or tokens[stop].text in "!?":
            return at
        stop += 1
    return stop if stop == len(tokens) else at
