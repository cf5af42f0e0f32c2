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
_BETWEEN = frozenset(
    ("in", "on", "at", "through", "during", "near", "outside", "inside", "across", "around", "along", "behind")
)
_TIMES = frozenset(
    """week month year day night morning afternoon evening weekend spring summer fall autumn winter monday tuesday wednesday
    thursday friday saturday sunday yesterday today tonight""".split()  # noqa: SIM905
)
_ABOUT = frozenset(("about", "around", "over", "nearly", "almost", "roughly", "some"))
_WHICH = frozenset(("last", "this", "next", "earlier", "late", "early", "that", "one", "on"))
_COUNTS = frozenset(
    "a an one two three four five six seven eight nine ten few several some less more than about only just many".split()  # noqa: SIM905
)
_DATELINE = 14
_DASHES = ("—", "–", "-", "--")
_JOINS = frozenset(("and", "und", "et", "y", "e", "en", "&"))
_TIES = frozenset(("of", "for", "at", "from", "de", "du", "von", "van", "di", "da"))


def sentence_subject(tokens: Sequence[Token], start: int, end: int, lexicon: Lexicon) -> Phrase | None:
    """The first noun phrase that may be the sentence's subject: what follows an opening “In a speech on Monday,”."""
    at = over_dateline(tokens, start, end)
    for _ in range(4):
        while at < end and (
            tokens[at].text in ",—–-(\"'*•·" or tokens[at].lower in ("and", "but", "so", "yet", "also", "then")
        ):
            at += 1
        if at >= end or tokens[at].quoted >= 0:
            return None
        word = tokens[at].lower
        if word in _ABOUT and at + 1 < end and (tokens[at + 1].text[0].isdigit() or tokens[at + 1].lower in _COUNTS):
            at += 1
            continue
        if word in lexicon.openers and at + 1 < end and tokens[at + 1].text != ",":
            at += 1
            continue
        leads = (
            word in lexicon.stops
            or word in lexicon.openers
            or (word.endswith("ing") and len(word) > 5)
            or (word.endswith("ly") and at + 1 < end and _parted(tokens[at + 1]))
            or word in lexicon.said
            or any(lead[0] == word for lead in lexicon.according)
        )
        if not leads:
            return _up_to_name(tokens, phrase_from(tokens, at, end, lexicon), lexicon.finite)
        while at < end and tokens[at].text != ",":
            at += 1
        at += 1
    return None


def _parted(token: Token) -> bool:
    """Whether an adverb before it only opens the sentence: “Sadly, …”, “Hastily comparing …”."""
    return token.text == "," or (token.is_word and not token.is_name and token.lower.endswith("ing"))


def over_dateline(tokens: Sequence[Token], start: int, end: int) -> int:
    """Past “WASHINGTON, Feb. 3 (Agency) —” with which a report begins; *start* where none does."""
    if start > 0 or start >= end or not tokens[start].is_name:
        return start
    for at in range(start + 1, min(end, start + _DATELINE)):
        token = tokens[at]
        if token.text in _DASHES:
            loose = token.start > tokens[at - 1].end and at + 1 < end and tokens[at + 1].start > token.end
            shouted = tokens[start].text.isupper() or tokens[at - 1].text == ")"
            return at + 1 if loose and shouted else start
        if not (token.is_name or token.text in ",()/." or token.text[0].isdigit()):
            return start
    return start


def _up_to_name(tokens: Sequence[Token], phrase: Phrase | None, finite: frozenset[str]) -> Phrase | None:
    """Of “Cruz made an appeal” the name: after one, a word in small letters is most likely the verb."""
    if phrase is None:
        return None
    for at in range(phrase.first + 1, phrase.last):
        if tokens[at].lower in finite and not tokens[at].is_name:
            return Phrase(phrase.first, at)
        small = tokens[at].is_word and not tokens[at].is_name and tokens[at].lower not in _TIES
        acted = tokens[at].lower.endswith("ed") and "-" not in tokens[at].lower
        named = any(t.is_name for t in tokens[at + 1 : min(at + 3, phrase.last)])
        if not small or not tokens[at - 1].is_name or (named and not acted):
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
    at = over_time(tokens, start, back_over_auxiliaries(tokens, start, verb, lexicon))
    if at <= start:
        return None
    before = tokens[at - 1]
    if before.lower in ("who", "which", "that", "der", "die", "das", "qui", "que", "che", "quien") and at - 1 > start:
        stop = at - 1 - (tokens[at - 2].text in ",—–")
        thing = phrase_before(tokens, start, stop, lexicon)
        if before.lower in ("that", "which") and thing is not None and not _could_name(tokens, thing):
            # X ran a piece that noted “…”: X is heard.
            main = sentence_subject(tokens, start, thing.first, lexicon)
            return main if main is not None and _could_name(tokens, main) else thing
        return thing
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
    found = _before_place(tokens, start, phrase_before(tokens, start, at, lexicon), lexicon)
    if found is not None and found.first - 2 >= start and tokens[found.first - 1].lower in _JOINS:
        # X and her team said.
        first = phrase_before(tokens, start, found.first - 1, lexicon) if tokens[found.first - 2].is_name else None
        found = first or found
    return found if found is not None else _earlier_subject(tokens, start, at - 1, lexicon, depth)


def over_time(tokens: Sequence[Token], start: int, at: int) -> int:
    """Back over “last week”, “two weeks ago”, “Monday night” that ends before *at*; *at* where none does."""
    first = at
    if first - 2 > start and tokens[first - 1].lower == "ago":
        first -= 2
        while first > start and (tokens[first - 1].lower in _COUNTS or tokens[first - 1].text[0].isdigit()):
            first -= 1
        return first
    while first - 1 > start and tokens[first - 1].lower in _TIMES:
        first -= 1
    while first < at and first - 1 > start and tokens[first - 1].lower in _WHICH:
        first -= 1
    return first


def _before_place(tokens: Sequence[Token], start: int, phrase: Phrase | None, lexicon: Lexicon) -> Phrase | None:
    """The subject before a place or a time: “Protesters marching through the streets chanted”."""
    for _ in range(3):
        if phrase is None or phrase.first - 2 < start or tokens[phrase.first - 1].lower not in _BETWEEN:
            return phrase
        at = phrase.first - 1
        if tokens[at - 1].lower.endswith("ing") and not tokens[at - 1].is_name:
            at -= 1
        outer = phrase_before(tokens, start, at, lexicon) if at > start and tokens[at - 1].is_word else None
        if outer is None or not _could_speak_alone(tokens, outer, start, lexicon):
            return phrase
        phrase = outer
    return phrase


def _could_speak_alone(tokens: Sequence[Token], phrase: Phrase, start: int, lexicon: Lexicon) -> bool:
    """Whether the phrase may be a subject: it heads its sentence or is a name or has an article."""
    heads = phrase.first == start or tokens[phrase.first - 1].text == ","
    return heads or _could_speak(tokens, phrase, lexicon)


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


def _could_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a word with a capital stands in the phrase, not only at the head of its sentence."""
    inside = [at for at in range(phrase.first, phrase.last) if tokens[at].is_name]
    return any(at == 0 or tokens[at - 1].sentence == tokens[at].sentence or len(inside) > 1 for at in inside)


def _could_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )
