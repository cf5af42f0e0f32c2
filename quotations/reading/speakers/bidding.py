"""Who is to say it, where another bids or moves: it is for X to say; that led X to joke."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, back_over_auxiliaries, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.places import CLAUSE, TO_BE
from quotations.reading.speakers.voice import Route, Voice

REACH = 45
#: X led Y to say: Y says it.
_MOVED = frozenset(
    """leading led leads prompting prompted causing caused forcing forced allowing allowed enabling spurring spurred moving
    moved inspiring inspired provoking provoked""".split()  # noqa: SIM905
)
_BIDDEN = 10


def bidden(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> Phrase | None:
    """It is for X to say; Y quoted X as saying; X was quoted by Y as saying: X."""
    if tokens[verb - 1].lower == "to":
        for at in range(verb - 2, max(start, verb - _BIDDEN) - 1, -1):
            if tokens[at].lower == "for":
                if tokens[at - 1].lower in lexicon.cues:
                    # X calls for Y to say
                    return None
                phrase = phrase_from(tokens, at + 1, verb - 1, lexicon)
                return phrase if phrase is not None and phrase.last == verb - 1 else None
            if tokens[at].lower in _MOVED:
                return phrase_from(tokens, at + 1, verb - 1, lexicon)
            if tokens[at].quoted >= 0 or tokens[at].text in ",;:":
                return None
        return None
    if not tokens[verb].lower.endswith("ing"):
        return None
    for at in range(verb - 2, max(start, verb - REACH) - 1, -1):
        if tokens[at].lower not in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
            continue
        if tokens[at - 1].lower in TO_BE:
            return phrase_before(tokens, start, back_over_auxiliaries(tokens, start, at, lexicon), lexicon)
        phrase = phrase_from(tokens, at + 1, verb - 1, lexicon)
        return phrase if phrase is not None and phrase.last <= verb - 1 else None
    return None


def led_to(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """Of “That led X to joke and” and “There was time for X to build and” X."""
    if lexicon.language != "en":
        return None
    for to in range(at - 1, max(start, at - CLAUSE // 2), -1):
        if tokens[to].quoted >= 0 or tokens[to].text in ";:":
            return None
        if tokens[to].lower != "to":
            continue
        for led in range(to - 2, max(start, to - _BIDDEN), -1):
            word = tokens[led].lower
            moves = word in _MOVED or (word == "for" and tokens[start].lower in ("there", "it", "there's", "it's"))
            named = phrase_from(tokens, led + 1, to, lexicon) if moves else None
            if named is not None and named.last == to:
                return named
    return None


def moved(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The post allowed X to “row as I please”: whom it allowed."""
    to = place - 1
    if lexicon.language != "en" or to - 2 <= start or tokens[to].lower != "to":
        return None
    for at in range(to - 2, max(start, to - _BIDDEN), -1):
        if tokens[at].lower in _MOVED:
            named = phrase_from(tokens, at + 1, to, lexicon)
            fits = named is not None and named.last == to and any(t.is_name for t in tokens[named.first : to])
            return Voice(Route.BEFORE, named, None) if fits else None
        if not tokens[at].is_word:
            return None
    return None
