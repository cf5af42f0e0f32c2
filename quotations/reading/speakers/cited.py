"""Whose the words are, told without a verb of speech: “…” (Reed, 1998); as Reed has it; Reed, for whom it is “…”; after “…,” Reed."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.voice import Route, Voice

_LONGEST_CITATION = 16
_YEAR = 4  #: digits of a year
_MORE = frozenset(("and", "&", "et"))
_HAS = frozenset(("has", "had", "have", "puts", "put", "sees", "saw", "tells", "told"))
_WOULD = frozenset(("would", "might", "once", "later", "also", "memorably"))


def in_citation(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…” (Reed, 1998); “…” (Reed and Osei 2004, 12): the first author of a reference right behind the words."""
    del start, lexicon
    first = place + 2
    if first + 2 >= end or tokens[place + 1].text != "(" or not tokens[first].is_name:
        return None
    last = first
    while last < end and tokens[last].is_name and tokens[last].is_word:
        last += 1
    if last >= end or not (tokens[last].text[:1].isdigit() or tokens[last].text == "," or tokens[last].lower in _MORE):
        return None
    for at in range(last, min(end, first + _LONGEST_CITATION)):
        text = tokens[at].text
        if text == ")":
            return None
        if text[:_YEAR].isdigit() and len(text) in (_YEAR, _YEAR + 1):
            return Voice(Route.ACCORDING, Phrase(first, last), None)
    return None


def as_he_has_it(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """As Reed has it, the dyke was “…”; “…,” as Reed would have it."""
    if lexicon.language != "en":
        return None
    for at in range(start, end - 3):
        if tokens[at].lower != "as" or at == place:
            continue
        subject = phrase_from(tokens, at + 1, end, lexicon)
        if subject is None or subject.last + 1 >= end:
            continue
        verb = subject.last + (tokens[subject.last].lower in _WOULD)
        named = tokens[subject.first].is_name or tokens[subject.first].lower in lexicon.small
        if named and verb + 1 < end and tokens[verb].lower in _HAS and tokens[verb + 1].lower == "it":
            return Voice(Route.ACCORDING, subject, (verb, verb + 1))
    return None


def for_whom(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """It was coined by Reed, for whom a border is “…”: the one who stands before the clause."""
    del end
    for at in range(place - 1, start + 2, -1):
        if tokens[at].quoted >= 0 or tokens[at].text in ",;:":
            return None
        if tokens[at].lower == "whom" and tokens[at - 1].lower in ("for", "to") and tokens[at - 2].text == ",":
            named = phrase_before(tokens, start, at - 2, lexicon)
            alone = named is not None and all(token.is_name for token in tokens[named.first : named.last])
            return Voice(Route.ACCORDING, named, None) if alone else None
    return None


def after_clause(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """After his school “moved me up,” Reed turned to rowing: whoever the main clause is about."""
    head = start
    while head < place and tokens[head].lower in ("and", "but", "so", ","):
        head += 1
    if lexicon.language != "en" or tokens[head].lower not in lexicon.whiles or head + 1 >= place:
        return None
    behind = place + 1 + (place + 1 < end and tokens[place + 1].text == ",")
    if behind >= end or not (tokens[behind].is_name or tokens[behind].lower in ("he", "she")):
        return None
    if any(token.text == "," for token in tokens[head:place]):
        return None
    subject = sentence_subject(tokens, behind, end, lexicon)
    return Voice(Route.SUBJECT, subject, None) if subject is not None and subject.first == behind else None
