"""What stands between a subject and its verb and is no subject: places, times, the object of an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, phrase_before
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import COUNTS

CLAUSE = 30
_BETWEEN = frozenset(
    ("in", "on", "at", "through", "during", "near", "outside", "inside", "across", "around", "along", "behind")
)
_TIMES = frozenset(
    """week month year day night morning afternoon evening weekend spring summer fall autumn winter monday tuesday wednesday
    thursday friday saturday sunday yesterday today tonight""".split()  # noqa: SIM905
)
_WHICH = frozenset(("last", "this", "next", "earlier", "late", "early", "that", "one", "on"))
_HANDLED = frozenset(
    "cited obtained seen reviewed viewed released published posted quoted leaked provided shared carried".split()  # noqa: SIM905
)
_PAPERS = frozenset(
    ("memo", "memos", "documents", "document", "file", "files", "records", "tape", "draft", "poll", "survey")
)
_WITHIN = frozenset(("in", "on", "at", "during", "with", "from", "under"))
#: “At” is “that” in Danish and Norwegian.
_WITHIN_NORSE = _WITHIN - {"at"}
TO_BE = frozenset(("is", "was", "were", "are", "been", "being"))


def over_time(tokens: Sequence[Token], start: int, at: int) -> int:
    """Back over “last week”, “two weeks ago”, “Monday night” that ends before *at*; *at* where none does."""
    first = at
    if first - 2 > start and tokens[first - 1].lower == "ago":
        first -= 2
        while first > start and (tokens[first - 1].lower in COUNTS or tokens[first - 1].text[0].isdigit()):
            first -= 1
        return first
    while first - 1 > start and tokens[first - 1].lower in _TIMES:
        first -= 1
    while first < at and first - 1 > start and tokens[first - 1].lower in _WHICH:
        first -= 1
    return first


def before_place(tokens: Sequence[Token], start: int, phrase: Phrase | None, lexicon: Lexicon) -> Phrase | None:
    """The subject before a place or a time: “Protesters marching through the streets chanted”."""
    for _ in range(3):
        if phrase is None or phrase.first - 2 < start:
            return phrase
        at = phrase.first - 1
        held = lexicon.language == "en" and tokens[at - 1].lower.endswith("ed") and not tokens[at - 1].is_name
        if tokens[at].lower not in _BETWEEN and not (held and tokens[at].lower == "to"):
            return phrase
        if held or (tokens[at - 1].lower.endswith("ing") and not tokens[at - 1].is_name):
            # a notice taped to the door
            at -= 1
        outer = phrase_before(tokens, start, at, lexicon) if at > start and tokens[at - 1].is_word else None
        if outer is None or not _stands_first(tokens, outer, start, lexicon):
            return phrase
        phrase = outer
    return phrase


def _stands_first(tokens: Sequence[Token], phrase: Phrase, start: int, lexicon: Lexicon) -> bool:
    """Whether the phrase may be a subject: it heads its sentence or is a name or has an article."""
    heads = phrase.first == start or tokens[phrase.first - 1].text == ","
    return heads or stands_as_subject(tokens, phrase, lexicon)


def stands_as_subject(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase is a name, a pronoun or has an article, as a subject has."""
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )


def led_in(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase only tells where something is said: in a later interview."""
    before = found.first - 1
    while before > start and tokens[before].lower in (
        "a",
        "an",
        "the",
        "later",
        "earlier",
        "last",
        "recent",
        "previous",
    ):
        before -= 1
    return tokens[before].lower in (_WITHIN_NORSE if lexicon.language in ("da", "no") else _WITHIN)


def of_infinitive(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> bool:
    """Whether what stands before a verb is the object of an infinitive: who spoke to discuss strategy said."""
    verb = found.first - 1
    if lexicon.language != "en" or verb - 1 <= start or tokens[verb - 1].lower != "to":
        return False
    plain = tokens[verb].is_word and not tokens[verb].is_name and tokens[verb].lower not in lexicon.articles
    return plain and not any(t.is_name for t in tokens[found.first : found.last])


def is_participle(tokens: Sequence[Token], start: int, found: Phrase) -> bool:
    """Whether what stands before a verb is only the end of another verb: were flooded."""
    alone = found.last == found.first + 1 and found.first > start
    return alone and tokens[found.first].lower.endswith("ed") and tokens[found.first - 1].lower in TO_BE


def disagrees(tokens: Sequence[Token], start: int, found: Phrase, verb: int, lexicon: Lexicon) -> bool:
    """Whether several are named before a verb of one, behind a preposition: for readers explains."""
    last, one = tokens[found.last - 1], tokens[verb].lower
    if lexicon.language != "en" or not one.endswith("s") or last.is_name or found.first <= start:
        return False
    several = last.lower.endswith("s") and not last.lower.endswith(("ss", "us", "is", "ics", "news"))
    return (
        several
        and tokens[found.first - 1].lower in lexicon.stops
        and any(t.is_word for t in tokens[start : found.first - 1])
    )


def placed(tokens: Sequence[Token], start: int, local: Phrase, verb: int) -> bool:
    """Whether the name before a participle only tells where: answered him on Facebook, writing."""
    return (
        local.first > start
        and tokens[verb].lower.endswith("ing")
        and tokens[local.first - 1].lower in ("on", "in", "at", "via", "from", "through")
    )


def done_by(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase:
    """*found*, which "by" leads to, or the thing that it did."""
    done = phrase_before(tokens, start, found.first - 1, lexicon)
    if done is None and tokens[found.first - 2].lower in _HANDLED:
        # a memo cited by the Gazette said
        paper = phrase_before(tokens, start, found.first - 2, lexicon)
        if paper is not None and tokens[paper.last - 1].lower in united(lexicon.nouns, _PAPERS):
            return paper
    if done is not None and tokens[done.first].lower in ("a", "an", "the", "one", "another"):
        # an inspection by the county found
        return Phrase(done.first, found.last)
    return found


def comma_before(tokens: Sequence[Token], start: int, at: int) -> int:
    """Past the comma before *at*; *start* where there is none near."""
    for back in range(at - 1, max(start, at - CLAUSE), -1):
        if tokens[back].text == ",":
            return back + 1
        if tokens[back].text in ".;:":
            break
    return start
