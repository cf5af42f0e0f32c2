"""Whose verb it is across what stands between commas: X, chair of the board, said; the engineer who wrote it, X, says."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, back_over_apposition, phrase_before
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.places import before_place, comma_before, stands_as_subject

#: What may open a clause of its own, among the words that end a phrase.
_HEADS = frozenset(("while", "when", "because", "since", "if", "as", "that", "where", "but", "and", "until", "though"))
_FULL = 2  #: so many words has a name in full at least
_STATE = 2  #: so many tokens has a region's name between commas: in Lund, New Mexico,


def before_commas(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """Who is named before what stands between commas, as far back as three of them."""
    opened, stop = at, at
    for _ in range(3):
        opened = back_over_apposition(tokens, start, stop)
        end = back_over_apposition(tokens, start, opened) if tokens[opened - 1].text == ")" else opened
        named = phrase_before(tokens, start, end, lexicon) if opened < stop else None
        full = stop == at and _is_name(tokens, opened + 1, stop - 1)
        office = named is not None and _is_office(tokens, named, lexicon)
        if full and (office or _opens_on_who(tokens, start, opened, lexicon)):
            # The engineer who wrote it, X, says; the Lund, Vermont, police chief, X, says
            return Phrase(opened + 1, stop - 1)
        if named is None:
            break
        lead = tokens[named.first - 1].lower if named.first > start else ""
        verbal = lead in lexicon.said or lead in lexicon.whiles
        titled = named_before_title(tokens, start, named, lexicon)
        if titled is not None:
            return titled
        within = lead in lexicon.stops and not verbal and lead not in _HEADS
        if not within and stands_as_subject(tokens, named, lexicon):
            return named
        state = tokens[opened + 1 : stop - 1]
        placed = within and stop == at and len(state) <= _STATE and all(t.is_name or t.text == "." for t in state)
        outer = before_place(tokens, start, named, lexicon) if placed else None
        if outer is not None and outer.first < named.first and stands_as_subject(tokens, outer, lexicon):
            # a group at the school in Lund, Va., called
            return outer
        # "in Columbus, Ohio,": the place belongs to what stands between the commas.
        stop = comma_before(tokens, start, opened)
        if stop <= start:
            break
    return None


def named_before_title(tokens: Sequence[Token], start: int, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """Of “X, president of the weir fund” and of “X, president and CEO of the fund” X, where *phrase* is what X is."""
    first = phrase.first
    if first - 2 > start and tokens[first - 1].lower == "and" and tokens[first - 2].lower in lexicon.titles:
        first -= 2
    if first - _FULL <= start - 1 or tokens[first - 1].text != "," or tokens[first].lower not in lexicon.titles:
        return None
    named = phrase_before(tokens, start, first - 1, lexicon)
    fits = named is not None and _is_name(tokens, named.first, named.last)
    return named if fits and not tokens[first].is_name else None


def _is_office(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether an office without a name and an article stands there."""
    nameless = not any(t.is_name or t.lower in lexicon.articles for t in tokens[phrase.first : phrase.last])
    return nameless and tokens[phrase.last - 1].lower in lexicon.titles


def _is_name(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name in full, and nothing else, stands there."""
    return _FULL <= last - first <= 2 * _FULL and all(t.is_name and t.is_word for t in tokens[first:last])


def _opens_on_who(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a description that goes on with “who” stands before *end* and is the sentence's subject."""
    subject = sentence_subject(tokens, start, end, lexicon)
    who = subject is not None and subject.last < end and tokens[subject.last].lower == "who"
    return who and subject is not None and not any(t.is_name for t in tokens[subject.first + 1 : subject.last])
