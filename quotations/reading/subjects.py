"""Whose verb it is: the subject of a verb of speech, across appositions, joined clauses and relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    Phrase,
    back_over_apposition,
    back_over_auxiliaries,
    is_verb,
    phrase_before,
    phrase_from,
)
from quotations.reading.scene import Token

_REACH = 45
_CLAUSE = 30
_JOINS = frozenset(("and", "und", "et", "y", "e", "en", "&"))
_TIES = frozenset(("of", "for", "at", "from", "de", "du", "von", "van", "di", "da"))


def sentence_subject(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The first noun phrase that may be the sentence's subject: what follows an opening “In a speech on Monday,”."""
    at = start
    for _ in range(4):
        while at < end and (
            tokens[at].text in ",—–-(\"'*•·" or tokens[at].lower in ("and", "but", "so", "yet", "also", "then")
        ):
            at += 1
        if at >= end or tokens[at].quoted >= 0:
            return None
        word = tokens[at].lower
        if word in lexicon.openers and at + 1 < end and tokens[at + 1].text != ",":
            at += 1
            continue
        leads = (
            word in lexicon.stops
            or word in lexicon.openers
            or (word.endswith("ing") and len(word) > 5)
            or (word.endswith("ly") and at + 1 < end and tokens[at + 1].text == ",")
            or word in lexicon.said
            or any(lead[0] == word for lead in lexicon.according)
        )
        if not leads:
            return _up_to_name(tokens, phrase_from(tokens, at, end, lexicon), lexicon.finite)
        while at < end and tokens[at].text != ",":
            at += 1
        at += 1
    return None


def _up_to_name(tokens: Sequence[Token], phrase: Phrase | None, finite: frozenset[str]) -> Phrase | None:
    """Of “Cruz made an appeal” the name: after one, a word in small letters is most likely the verb."""
    if phrase is None:
        return None
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in finite and not tokens[at].is_name:
            return Phrase(phrase.first, at)
        small = tokens[at].is_word and not tokens[at].is_name and tokens[at].lower not in _TIES
        if not small or not tokens[at - 1].is_name or any(t.is_name for t in tokens[at + 1 : min(at + 3, phrase.last)]):
            continue
        if at - 1 > phrase.first or tokens[at - 1].lower not in ("the", "a", "an"):
            return Phrase(phrase.first, at)
    return phrase


def subject_of(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the verb at *verb*; *depth* counts how many verbs joined to it were asked before."""
    if depth > 3:
        return None
    if verb > start and (tokens[verb - 1].lower == "to" or tokens[verb].lower.endswith("ing")):
        local = phrase_before(tokens, start, verb, lexicon) if tokens[verb - 1].text != "," else None
        if local is not None and (
            tokens[verb - 1].is_name or (local.first > start and tokens[local.first - 1].lower == "with")
        ):
            return local
        # "in order to say", "calling": the subject is the main verb's.
        return _earlier_subject(tokens, start, verb - 1, lexicon, depth)
    at = back_over_auxiliaries(tokens, start, verb, lexicon)
    if at <= start:
        return None
    before = tokens[at - 1]
    if before.lower in ("who", "which", "that", "der", "die", "das", "qui", "que", "che", "quien") and at - 1 > start:
        stop = at - 1 - (tokens[at - 2].text in ",—–")
        return phrase_before(tokens, start, stop, lexicon)
    joined = before.lower in ("and", "but", "or", "und", "et", "y", "e", "en", "then", ",", "—", "–", "while", "before")
    if joined and before.text in ",—–":
        opened, stop = at, at
        for _ in range(3):
            opened = back_over_apposition(tokens, start, stop)
            named = phrase_before(tokens, start, opened, lexicon) if opened < stop else None
            if named is None:
                break
            within = named.first > start and tokens[named.first - 1].lower in lexicon.stops
            if not within and _could_speak(tokens, named, lexicon):
                return named
            # "in Columbus, Ohio,": the place belongs to what stands between the commas.
            stop = _comma_before(tokens, start, opened)
            if stop <= start:
                break
    if joined or before.quoted >= 0 or before.lower in lexicon.stops:
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if before.text == ")":
        at = back_over_apposition(tokens, start, at)
    found = phrase_before(tokens, start, at, lexicon)
    if found is not None and found.first - 2 >= start and tokens[found.first - 1].lower in _JOINS:
        # X and her team said.
        first = phrase_before(tokens, start, found.first - 1, lexicon) if tokens[found.first - 2].is_name else None
        found = first or found
    return found if found is not None else _earlier_subject(tokens, start, at - 1, lexicon, depth)


def _comma_before(tokens: Sequence[Token], start: int, at: int) -> int:
    """Past the comma before *at*; *start* where there is none near."""
    for back in range(at - 1, max(start, at - _CLAUSE), -1):
        if tokens[back].text == ",":
            return back + 1
        if tokens[back].text in ".;:":
            break
    return start


def _earlier_subject(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the sentence's verb before *at*, else its first noun phrase."""
    for verb in range(at - 1, max(start, at - _REACH) - 1, -1):
        if tokens[verb].lower in lexicon.said and tokens[verb].quoted < 0 and is_verb(tokens, verb, lexicon):
            found = subject_of(tokens, start, verb, lexicon, depth + 1)
            if found is not None:
                return found
    return sentence_subject(tokens, start, at, lexicon)


def _could_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )
