"""What stands between a subject and its verb: appositions, auxiliaries, adverbs."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases.ties import VERBAL
from quotations.reading.scene import Token

_APPOSITION = 32
#: Nouns and verbs that end as adverbs do.
_NO_ADVERBS = frozenset(
    """family reply rally assembly supply bully belly jelly monopoly anomaly homily butterfly firefly doily panoply apply imply comply
    rely multiply resupply friendly elderly lonely lovely costly deadly""".split()  # noqa: SIM905
)
_COMMAS = frozenset(",—–-(")


def over_apposition(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past “, the chair of the board,” or “(R-Texas)” or “, who left in May,” that begins at *at*; *at* where none does."""
    while at < end and tokens[at].text in _COMMAS:
        close = ")" if tokens[at].text == "(" else tokens[at].text
        stop = at + 1
        while (
            stop < min(end, at + _APPOSITION)
            and tokens[stop].text != close
            and not _stops_apposition(tokens, stop, end)
        ):
            stop += 1
        if stop >= end or stop >= at + _APPOSITION or tokens[stop].text != close:
            return at
        at = stop + 1
        if close == ",":
            break
    return at


def _stops_apposition(tokens: Sequence[Token], at: int, end: int) -> bool:
    if tokens[at].text == "." and at + 1 < end and tokens[at + 1].text in ",)":
        return False
    return tokens[at].text in ".;:"


def back_over_apposition(tokens: Sequence[Token], start: int, at: int) -> int:
    """Where “, the chair of the board,” that ends before *at* begins; *at* where none does."""
    if at <= start or tokens[at - 1].text not in ",)—–":
        return at
    opening = "(" if tokens[at - 1].text == ")" else tokens[at - 1].text
    first = at - 2
    while first > max(start, at - _APPOSITION) and tokens[first].text != opening:
        if _stops_apposition(tokens, first, at):
            return at
        first -= 1
    return first if first > start and tokens[first].text == opening else at


def skip_auxiliaries(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> int:
    """Past “has also” and other small words between a subject and its verb."""
    steps = 0
    while at < end and steps < 5 and is_small(tokens[at], lexicon):
        at += 1
        steps += 1
    return at


def back_over_auxiliaries(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> int:
    """The same backwards: where the small words before *at* begin."""
    steps = 0
    while at > start and steps < 6 and is_small(tokens[at - 1], lexicon):
        if tokens[at - 1].text == "Will" and at < len(tokens) and tokens[at].lower not in lexicon.bare:
            # Will described it: somebody's name.
            break
        at -= 1
        steps += 1
    return at


def is_small(token: Token, lexicon: Lexicon) -> bool:
    """Whether a small word or an adverb stands there, as between a subject and its verb."""
    return token.lower in lexicon.auxiliaries or token.lower in VERBAL or is_adverb(token)


def is_adverb(token: Token) -> bool:
    """Whether it is an English adverb in -ly."""
    adverb = token.is_word and not token.is_name and token.lower.endswith("ly") and len(token.lower) > 4
    return adverb and token.lower not in _NO_ADVERBS
