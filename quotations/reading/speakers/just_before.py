"""Whom the sentence before a pronoun brings in: asked the ferryman; says historian X; her father shook her awake."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, is_said, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject

_ASKED = frozenset(("ask", "asks", "asked", "pressed", "questioned", "rang", "phoned", "telephoned"))
_OWN = frozenset(("my", "your", "his", "her", "their", "our", "the", "a"))
_MEN = frozenset(
    """father dad grandfather grandad husband son brother uncle nephew widower boyfriend grandson stepfather man boy king prince
    gentleman lad waiter fisherman salesman policeman fireman""".split()  # noqa: SIM905
)
_WOMEN = frozenset(
    """mother mum mom grandmother grandma wife daughter sister aunt niece widow girlfriend granddaughter stepmother woman girl queen
    princess lady waitress saleswoman policewoman""".split()  # noqa: SIM905
)
_LAST = 8  #: tokens of who is told of at a sentence's end


def told_at_end(tokens: Sequence[Token], first: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """Of “The town has seen worse, says historian X.” and “…, as noted by historian X.” historian X."""
    for verb in range(max(first + 2, end - _LAST), end - 1):
        by = tokens[verb].lower == "by" and tokens[verb - 1].lower in lexicon.said
        if not by and (tokens[verb - 1].text != "," or not is_said(tokens[verb], lexicon)):
            continue
        subject = phrase_from(tokens, verb + 1, end, lexicon)
        named = subject is not None and any(t.is_name for t in tokens[subject.first : subject.last])
        return subject if subject is not None and named and subject.last >= end - 1 else None
    return None


def last_clause(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where the last clause begins that “, but” leads to and a name heads: “…, but X thought otherwise.”; *first* without one."""
    for at in range(end - 2, first + 1, -1):
        if tokens[at].quoted >= 0:
            break
        if tokens[at].lower in ("but", "and", "while") and tokens[at - 1].text == "," and tokens[at + 1].is_name:
            return at + 1
    return first


def asked(tokens: Sequence[Token], first: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """Of the sentence “I asked the ferryman whether he would stay.” the ferryman, where nobody is named."""
    if lexicon.language != "en":
        return None
    for verb in range(first + 1, min(end - 2, first + _LAST)):
        if tokens[verb].lower in _ASKED and tokens[verb + 1].lower in ("the", "a", "an", "his", "her", "my"):
            whom = phrase_from(tokens, verb + 1, end, lexicon)
            if whom is None or any(t.is_name for t in tokens[whom.first : whom.last]):
                return None
            return whom if tokens[verb - 1].lower != "who" and not tokens[whom.last - 1].lower.endswith("s") else None
    return None


def kin(tokens: Sequence[Token], first: int, end: int, wanted: str, lexicon: Lexicon) -> Phrase | None:
    """Of the sentence “Her father shook her awake.” her father, where *wanted* is “he”."""
    if lexicon.language != "en" or tokens[first].lower not in _OWN:
        return None
    subject = sentence_subject(tokens, first, end, lexicon)
    if subject is None or subject.first != first:
        return None
    fitting = _MEN if wanted == "he" else _WOMEN
    for at in range(first + 1, min(subject.last, first + 4)):
        if tokens[at].lower in fitting:
            return Phrase(first, at + 1)
    return None
