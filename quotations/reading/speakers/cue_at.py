"""The cue at one word before a quotation: a verb of speech with its subject, a noun of speech with its owner."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import is_verb
from quotations.reading.scene import Token
from quotations.reading.speakers.owners import owner_at
from quotations.reading.speakers.passives import by
from quotations.reading.speakers.places import TO_BE
from quotations.reading.speakers.subjects import subject_of
from quotations.reading.speakers.turned import turned
from quotations.reading.speakers.voice import Route, Voice

#: Verbs that lead to words only right before them.
_GOING = frozenset(("go", "goes", "went"))
_BESIDE = 3
#: Participles of the verbs that quote a phrase which do not end in -ed.
_PASSIVE = frozenset(("held", "found", "made", "shown", "given"))
_GOES_ON = frozenset("begin begins began start starts started continue continues continued".split())  # noqa: SIM905
_PUTS = frozenset(("it", "this", "that", "things", "the"))
_SPEAKING = frozenset(("spoke", "speaks", "spoken", "talked", "talks"))
#: Verbs whose passive has the hearer or the words for a subject.
_HEARD = frozenset("said told asked informed warned reminded assured advised instructed ordered urged".split())  # noqa: SIM905


def voice_at(tokens: Sequence[Token], start: int, at: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The voice that the word at *at*, before the words at *place*, gives them; None where it is no cue of theirs."""
    if is_verb(tokens, at, lexicon):
        if tokens[at].lower in _GOING and place - at > _BESIDE:
            # "once the House goes on recess, “…”"
            return None
        if _is_no_speech(tokens, at) or _is_aside(tokens, at, place):
            return None
        if tokens[at].lower in _SPEAKING and at + 1 < place - 1 and tokens[at + 1].text == ",":
            # As X spoke, people shouted “…”
            return None
        passive = by(tokens, at, place, lexicon)
        if passive is not None:
            return Voice(Route.BY, passive, (at, at + 1))
        if tokens[at - 1].lower in ("was", "is") and at > 1 and tokens[at - 2].lower == "it":
            # "it was revealed that": nobody in particular.
            return None
        if lexicon.language == "en" and tokens[at].lower in _HEARD and tokens[at - 1].lower in TO_BE:
            # X was told that: whoever told it is not named.
            return None
        if lexicon.language == "en" and _is_called(tokens, start, at, lexicon):
            # The dam is called “a bomb”: by whom is not told.
            return None
        subject = turned(tokens, start, at, place, lexicon) or subject_of(tokens, start, at, lexicon, 0)
        return Voice(Route.BEFORE, subject, (at, at + 1)) if subject is not None else None
    if tokens[at].lower in lexicon.nouns:
        return owner_at(tokens, start, at, place, lexicon)
    return None


def _is_called(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb is the passive of one that quotes a phrase: was described, has been hailed."""
    word = tokens[verb].lower
    ends = word.endswith("ed") or word in _PASSIVE
    if word not in lexicon.called or (word in lexicon.said and word != "called") or not ends:
        return False
    form = verb - 1
    while form > start and (
        tokens[form].lower in ("also", "once", "later", "often", "still", "now", "sometimes", "already")
        or tokens[form].lower.endswith("ly")
    ):
        form -= 1
    return tokens[form].lower in TO_BE | {"be"}


def _is_no_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that may report does something else here: continues to be, puts a hand on."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.quoted >= 0:
        return False
    if tokens[at].lower in ("put", "puts"):
        return following.lower not in _PUTS and following.is_word
    return tokens[at].lower in _GOES_ON and following.lower == "to"


def _is_aside(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether the verb stands in a relative clause that is over: praised Y, who ended her bid, as “…”."""
    if at < 2 or tokens[at - 1].lower not in ("who", "which") or tokens[at - 2].text != ",":
        return False
    return any(token.text == "," for token in tokens[at + 1 : place - 1])
