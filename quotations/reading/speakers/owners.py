"""Whose words they are, told by a noun: X's claim that “…”; his promise of “…”; a statement from X: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import TIES, sentence_subject
from quotations.reading.speakers.voice import Route, Voice

#: A noun so many tokens before a quotation leads to it.
_NEAR = 6
_CLAUSES = frozenset(
    ("because", "when", "after", "before", "if", "since", "while", "where", "though", "although", "raised")
)
#: What a noun of speech does when only it is spoken of.
_STIRS = frozenset(("raised", "drew", "sparked", "prompted", "focused", "caused", "provoked", "triggered"))
_ATTRIBUTES = frozenset(("policy", "press", "book", "law", "order", "post", "ad", "sign", "speech", "plan", "news"))
_TO_BE = frozenset(("is", "was", "were", "are", "be", "been", "as"))


def owner_at(tokens: Sequence[Token], first: int, at: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X's claim that “…”; his promise of “…”; a statement from X: “…”."""
    for back in range(at - 1, max(first - 1, at - 5), -1):
        if tokens[back].lower == "'s":
            owner = phrase_before(tokens, first, back, lexicon)
            if owner is None or _only_topic(tokens, owner, at, place, lexicon):
                return None
            return Voice(Route.NOUN, owner, (at, at + 1))
        if tokens[back].lower in lexicon.pronouns and tokens[back].lower in lexicon.articles:
            if _describes(tokens, at, place, lexicon):
                return None
            if any(t.lower in _STIRS for t in tokens[at + 1 : place]):
                return None
            meant = _named_behind(tokens, first, back, at, place, lexicon)
            if meant is not None:
                return Voice(Route.NOUN, meant, (at, at + 1))
            return Voice(Route.NOUN, Phrase(back, back + 1), (at, at + 1))
        apart = tokens[back].lower in ("the", "a", "an") and lexicon.language == "en"
        if apart or not tokens[back].is_word or tokens[back].lower in TIES or tokens[back].lower in _STIRS:
            # his family said the verdict was
            break
    if _led(tokens, first, at, lexicon):
        return None
    if at + 1 < place and place - at <= 2 * _NEAR and tokens[at + 1].lower in ("by", "from", "von", "de", "di", "van"):
        owner = phrase_from(tokens, at + 2, place, lexicon)
        if owner is not None and not tokens[owner.first].text.isdigit():
            return Voice(Route.NOUN, owner, (at, at + 1))
    return None


def _named_behind(
    tokens: Sequence[Token], first: int, pronoun: int, noun: int, place: int, lexicon: Lexicon
) -> Phrase | None:
    """Of “On its page, the board lists “…”” the board: whom a pronoun means that comes before its name."""
    if pronoun != first + 1 or tokens[pronoun].lower not in ("its", "their") or lexicon.language != "en":
        return None
    comma = next((n for n in range(noun + 1, place) if tokens[n].text == ","), place)
    meant = sentence_subject(tokens, comma + 1, place, lexicon) if comma + 1 < place else None
    if meant is None or meant.last >= place or tokens[meant.last].lower in _TO_BE:
        return None
    return meant if tokens[meant.last - 1].is_name or tokens[meant.first].lower in ("the", "a", "an") else None


def _led(tokens: Sequence[Token], first: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether the noun itself is whom “according to” names: according to a report of the region."""
    for at in range(noun - 1, max(first, noun - 4) - 1, -1):
        if not tokens[at].is_word:
            return False
        for lead in lexicon.according:
            begin = at + 1 - len(lead)
            if begin >= first and tuple(t.lower for t in tokens[begin : at + 1]) == lead:
                return True
    return False


def _describes(tokens: Sequence[Token], at: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the noun only describes the one behind it: her policy influence, his press conference."""
    if at + 1 >= place or tokens[at].lower not in _ATTRIBUTES:
        return False
    following = tokens[at + 1]
    small = following.lower in lexicon.stops or following.lower in lexicon.auxiliaries or following.lower.endswith("ed")
    return following.is_word and not following.is_name and not small and following.lower not in lexicon.nouns


def _only_topic(tokens: Sequence[Token], owner: Phrase, noun: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the owner's words are what is spoken of: “denounced Trump's remarks as “…””, “his account was “…””."""
    between = tokens[noun + 1 : place]
    if tokens[place - 1].lower in _TO_BE and any(t.lower in _TO_BE for t in between[:-1]):
        # X's claim that the gate is shut was “simply not true”.
        return True
    if any(t.lower in _STIRS for t in between):
        return True
    if between and between[0].lower in ("of", "that", "to", ":"):
        return False
    if any(t.lower in _TO_BE or t.lower in lexicon.modals or t.lower in _CLAUSES for t in between):
        return True
    if place - noun > _NEAR:
        return True
    return owner.first > 0 and tokens[owner.first - 1].lower in lexicon.called


def only_about(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the noun's owner is only spoken about: the story about X's letters."""
    subject = voice.subject
    if voice.route is not Route.NOUN or subject is None or voice.cue is None or subject.first < 1:
        return False
    following = tokens[voice.cue[1] : voice.cue[1] + 1]
    leads = any(token.lower in ("that", "of", "to", ":") for token in following)
    return tokens[subject.first - 1].lower == "about" and not leads


def bears_no_words(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether what is spoken about has no words of its own: said about his plan: “…”, not: said about his claim that “…”."""
    return voice.cue is not None and tokens[voice.cue[1]].lower not in ("that", "of", "to")
