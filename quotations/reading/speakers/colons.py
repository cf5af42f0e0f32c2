"""Who stands before a colon that leads to words: The mayor, on her own page: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, leads_at, phrase_before, phrase_from
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.turned import VERB_SECOND

_FULL = 2  #: words of a name in full
#: What German and Dutch part from a verb and put last.
_PARTED = frozenset("ab an auf aus ein nach vor zu zurück hin hinzu fort weg af aan in uit toe op terug".split())  # noqa: SIM905
_LINES = frozenset(("lines", "words", "quotes", "take", "verdict", "version", "conclusion", "advice", "reaction"))
_READS = frozenset(
    ("steht", "stand", "staat", "stond", "legge", "leggeva", "lee", "leía", "lit", "lisait", "lê", "si", "se", "on")
)
_RECORDS = frozenset(("transcript", "transcripts", "excerpt", "excerpts", "text"))
_ON = frozenset(("on", "at", "into", "in", "during"))


def before_colon(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """The mayor, Ilka Strand, on her own page: “…”; And from the Association: “…”."""
    while lexicon.language != "en" and colon - 1 > start and tokens[colon - 1].lower in _READS:
        # Auf dem Schild steht: “…”; sul cartello si legge: “…”
        colon -= 1
    if any(leads_at(tokens, start, lexicon)):
        return None
    if tokens[colon - 1].lower in ("follows", "below") and any(t.lower in _RECORDS for t in tokens[start:colon]):
        # Partial transcript as follows: “…”
        return None
    for at in range(colon - 1, max(start, colon - 10) - 1, -1):
        if tokens[at].lower in ("from", "by", "von", "par", "de", "di", "van"):
            named = phrase_from(tokens, at + 1, colon, lexicon)
            if named is not None and any(t.is_name for t in tokens[named.first : named.last]):
                return named
    turned_to = _named_behind_verb(tokens, start, colon, lexicon)
    if turned_to is not None:
        return turned_to
    beside_colon = phrase_before(tokens, start, colon, lexicon)
    if beside_colon is not None and beside_colon.first > start and tokens[beside_colon.first - 1].text in "—–-":
        return beside_colon
    subject = sentence_subject(tokens, start, colon, lexicon)
    if subject is not None and beside_colon is not None and beside_colon.first >= subject.last:
        thing = tokens[subject.first].lower in lexicon.articles and not tokens[subject.first + 1].is_name
        if thing and all(t.is_name for t in tokens[beside_colon.last - 2 : beside_colon.last]):
            # The surge does not surprise the pollster X Y: “…”
            return beside_colon
    if subject is None:
        placed = beside_colon is not None and beside_colon.first > start and tokens[beside_colon.first - 1].lower in _ON
        # Later that week on the radio: “…”
        return beside_colon if not placed else None
    owner = _owner(tokens, subject, lexicon)
    if owner is not None:
        return owner
    beside = subject.last
    if (
        beside < colon
        and tokens[beside].text == ","
        and not any(t.is_name for t in tokens[subject.first : subject.last])
    ):
        named = phrase_from(tokens, beside + 1, colon, lexicon)
        if named is not None and tokens[named.first].is_name:
            return named
    return subject


def _owner(tokens: Sequence[Token], subject: Phrase, lexicon: Lexicon) -> Phrase | None:
    """X's most memorable lines: “…”."""
    bears = any(t.lower in lexicon.works for t in tokens[subject.first + 1 : subject.last])
    if lexicon.language != "en" or not (bears or tokens[subject.last - 1].lower in united(lexicon.nouns, _LINES)):
        return None
    owned = next((n for n in range(subject.last - 1, subject.first, -1) if tokens[n].lower == "'s"), None)
    return Phrase(subject.first, owned) if owned is not None else None


def _named_behind_verb(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """Auf die Frage winkte Bürgermeisterin Karla Wendt ab: the name in full before a verb's particle and the colon."""
    if lexicon.language not in VERB_SECOND or colon - 3 <= start or tokens[colon - 1].lower not in _PARTED:
        return None
    first = colon - 1
    while first > start and tokens[first - 1].is_name:
        first -= 1
    verb = tokens[first - 1] if first > start else None
    full = colon - 1 - first >= _FULL and verb is not None and verb.is_word and verb.lower not in lexicon.stops
    return Phrase(first, colon - 1) if full else None
