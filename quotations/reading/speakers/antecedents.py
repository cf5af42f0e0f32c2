"""Whom a clause goes on about: the antecedent of who and which, of an apposition, of somebody shown doing something."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import Phrase, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.places import before_place, over_time

#: Things that bear words.
BEARERS = frozenset(
    """sign signs banner banners poster posters placard placards shirt shirts t-shirt t-shirts sticker stickers plaque hat hats
    note headline headlines graffiti inscription billboard caption""".split()  # noqa: SIM905
)
#: What shows somebody doing something.
_SCENES = frozenset(
    """account accounts story stories video videos footage image images photo photos recording recordings tape memory memories
    report reports sight sound instance instances example examples idea clip clips""".split()  # noqa: SIM905
)
_FULL = 2  #: so many words has a name in full at least
_CLAUSE_WITH = 14


def of_relative(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """The subject of a verb behind the relative pronoun before *at*: what it stands for, or who made that."""
    before = tokens[at - 1]
    stop = at - 1 - (tokens[at - 2].text in ",—–")
    stop = over_time(tokens, start, stop)
    thing = phrase_before(tokens, start, stop, lexicon)
    if before.lower in ("that", "which") and thing is not None and not _could_name(tokens, thing):
        # X ran a piece that noted “…”: X is heard.
        wrote = tokens[thing.last - 1].lower in lexicon.nouns and stop < at - 1
        if tokens[thing.last - 1].lower in BEARERS or wrote:
            # they signed the letter, which asked
            return thing
        main = sentence_subject(tokens, start, thing.first, lexicon)
        return main if main is not None and _could_name(tokens, main) else thing
    if before.lower == "which" and thing is not None and stop < at - 1 and lexicon.language == "en":
        # a ruling in San Diego, which found
        return before_place(tokens, start, thing, lexicon) or thing
    if before.lower == "who" and thing is not None:
        return _person_of(tokens, start, thing, lexicon)
    return thing


def _person_of(tokens: Sequence[Token], start: int, thing: Phrase, lexicon: Lexicon) -> Phrase:
    """Who is meant by “who”: of “a rebuke from X” X, of “X, a baker who” X."""
    for tie in range(thing.last - 2, thing.first, -1):
        word = tokens[tie].lower
        bearer = tokens[tie - 1].lower in lexicon.nouns
        if (word == "from" or (bearer and word in ("of", "by", "to", "for"))) and tokens[tie + 1].is_name:
            return Phrase(tie + 1, thing.last)
    if tokens[thing.first].lower not in ("a", "an") or thing.first - 2 < start or tokens[thing.first - 1].text != ",":
        return thing
    named = phrase_before(tokens, start, thing.first - 1, lexicon)
    alone = named is not None and all(t.is_name for t in tokens[named.first : named.last])
    return named if named is not None and alone else thing


def apposed_to(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase | None:
    """Of “Ana Roe, a keeper for the port said” Ana Roe: the comma behind the apposition was left out."""
    first = tokens[found.first]
    if lexicon.language != "en" or found.first - 2 < start or tokens[found.first - 1].text != "," or first.is_name:
        return None
    named = phrase_before(tokens, start, found.first - 1, lexicon)
    if (
        named is None
        or named.last - named.first < _FULL
        or not all(t.is_name for t in tokens[named.first : named.last])
    ):
        return None
    titled = first.lower in lexicon.articles or any(t.lower in lexicon.titles for t in tokens[found.first : found.last])
    opens = named.first == start or tokens[named.first - 1].text in ",;—–"
    return named if titled and opens and found.last - found.first > 1 else None


def told_about(tokens: Sequence[Token], local: Phrase | None, verb: int, lexicon: Lexicon) -> Phrase | None:
    """Of “an account of X telling” X; *local* itself where it is no such thing."""
    if local is None or lexicon.language != "en" or not tokens[verb].lower.endswith("ing"):
        return local
    for tie in range(local.last - 2, local.first, -1):
        if tokens[tie].lower == "of" and tokens[tie - 1].lower in _SCENES:
            return Phrase(tie + 1, local.last)
        if not tokens[tie].is_name:
            break
    return local


def _could_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a word with a capital stands in the phrase, not only at the head of its sentence."""
    inside = [at for at in range(phrase.first, phrase.last) if tokens[at].is_name]
    return any(at == 0 or tokens[at - 1].sentence == tokens[at].sentence or len(inside) > 1 for at in inside)


def with_whom(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> Phrase | None:
    """Of “with X taking to the radio to call” X."""
    if lexicon.language != "en":
        return None
    for at in range(verb - 1, max(start, verb - _CLAUSE_WITH), -1):
        if tokens[at].quoted >= 0 or tokens[at].text in ",;:":
            return None
        if tokens[at].lower == "with":
            named = phrase_from(tokens, at + 1, verb, lexicon)
            if named is not None and named.last + 1 < verb and tokens[named.last].lower == "and":
                # with marchers and onlookers chanting
                joined = phrase_from(tokens, named.last + 1, verb, lexicon)
                named = Phrase(named.first, joined.last) if joined is not None else named
            end = min(verb + 1, named.last + 1) if named is not None else at
            doing = next((n for n in range(at + 2, end) if tokens[n].lower.endswith("ing")), None)
            return Phrase(at + 1, doing) if doing is not None and not tokens[doing].is_name else None
    return None
