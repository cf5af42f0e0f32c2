"""Who heads a sentence as a person does: “Oste laughed.”, “Karl Oste, the keeper, was not impressed.”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, common_words, united
from quotations.reading.phrases import over_apposition
from quotations.reading.scene import Token
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.people import People


def head_of(tokens: Sequence[Token], first: int, end: int, by_first: dict[int, Name], people: People) -> str | None:
    """Who heads the sentence before a verb, as a person does."""
    lexicon = people.lexicon
    titled = tokens[first].lower in lexicon.titles and first + 1 in by_first
    name = by_first.get(first + titled)
    if name is not None and len(name.words) > 1:
        full = people.full(name)
        verb = over_apposition(tokens, name.last, end)
        return full if verb < end and people.is_person(full) and acts(tokens[verb], lexicon) else None
    if not heads(tokens, first, end, lexicon):
        return None
    full = people.full(name or Name((tokens[first].text,), first, first + 1))
    return full if people.may_be_person(full) else None


def acts(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of one person's stands there."""
    goes = verb.lower in lexicon.finite or verb.lower in lexicon.auxiliaries
    past = lexicon.language == "en" and verb.lower.endswith("ed")
    return (goes or past) and not verb.is_name and verb.lower not in ("were", "are", "have")


def heads(tokens: Sequence[Token], first: int, at: int, lexicon: Lexicon) -> bool:
    """Whether one word with a capital, which is no common word, is the subject of the sentence that begins there."""
    behind = over_apposition(tokens, first + 1, at) if first + 1 < at else at
    if behind >= at:
        return False
    word, verb = tokens[first], tokens[behind]
    if not word.is_name or word.text.isupper() or not word.text.isalpha():
        return False
    small = united(lexicon.stops, lexicon.openers, lexicon.pronouns, lexicon.first, lexicon.articles, lexicon.nouns)
    if word.lower in small or word.lower in common_words():
        return False
    return acts(verb, lexicon)
