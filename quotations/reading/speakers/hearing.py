"""Who speaks: the cue of each quotation and its subject, before it, after it or around it.

Rules look at one sentence of the narrator's; each returns a `Voice` with the route it took, which pairing uses too.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import leads_at, phrase_from
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.cited import after_clause, as_he_has_it, for_whom, in_citation
from quotations.reading.speakers.clauses import is_over
from quotations.reading.speakers.cues_after import after_cue
from quotations.reading.speakers.cues_before import before_cue
from quotations.reading.speakers.late import according, as_told, late, under_law
from quotations.reading.speakers.openings import over_dateline, sentence_subject
from quotations.reading.speakers.outer_cues import can_speak
from quotations.reading.speakers.turned import closes
from quotations.reading.speakers.voice import Route, Voice

_ASIDE = 10
_EVEN = frozenset(("even", "just", "but", "and", "yet", "so"))
_LEAD = 4
_FRONTS = frozenset(
    ("even", "just", "right", "long", "after", "before", "since", "despite", "by", "while", "when", "in", "for")
)


def hear(scene: Scene, number: int, lexicon: Lexicon, *, comma: bool, asks: bool = False) -> Voice | None:
    """The voice of the scene's quotation *number*.

    *comma*: its words end as before an attribution (, ? ! —); *asks*: with ? or !, which a new sentence may follow.
    """
    tokens = scene.tokens
    place = scene.place(number)
    start, end = scene.sentence(place)
    after = after_cue(tokens, place + 1, end, lexicon)
    before = before_cue(tokens, start, place, lexicon)
    if before is not None and before.cue is not None and is_over(tokens, start, before.cue[0], place, lexicon):
        # After X asked about it, the board “bristled,” according to Y.
        before = None
    if after is not None and not comma and _is_attribute(tokens, place, after, lexicon):
        # the “provisional” role of X, once agreed
        after = None
    strong = before is not None and before.subject is not None and before.route in (Route.BEFORE, Route.COLON)
    led = strong and place > start and tokens[place - 1].text in ",:"
    plain = (
        _fronted(tokens, start, place, end, before, lexicon, comma=comma)
        or _aside(tokens, start, place, end, lexicon)
        or _closed(tokens, start, place, end, lexicon)
    )
    if plain is not None:
        return plain
    if before is not None and before.route is Route.BY and before.cue is not None and before.cue[0] == start:
        # Described by X as “…,” the gate fell.
        return before
    leads = strong and before is not None and _leads(tokens, start, place, before, after, lexicon)
    if after is not None and (comma or not strong) and not (asks and led) and not leads:
        return after
    other = _late_or_under_law(tokens, start, place, end, before, lexicon) if strong and before is not None else None
    if other is not None:
        return other
    owned = before is not None and before.route is Route.NOUN
    if before is not None and owned and before.cue is not None:
        last = late(tokens, start, place, end, lexicon)
        owned = last is not None and last.cue is not None and not any(t.is_word for t in tokens[last.cue[1] : end])
    if before is not None and before.subject is not None and not owned:
        return before
    for rule in (according, as_told, late, under_law, as_he_has_it, for_whom, in_citation, after_clause):
        voice = rule(tokens, start, place, end, lexicon)
        if voice is not None:
            return voice
    return before


def _is_attribute(tokens: Sequence[Token], place: int, after: Voice, lexicon: Lexicon) -> bool:
    """Whether the words belong to the noun right behind them, and what follows tells of that."""
    subject = after.subject
    if subject is None or after.route is not Route.AFTER or lexicon.language != "en" or subject.first != place + 1:
        return False
    words = tokens[subject.first : subject.last]
    small = words[0].lower in lexicon.small or words[0].is_name
    return not small and any(word.lower in ("of", "for", "from") for word in words)


def _closed(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """Whoever closes the sentence as its reporter."""
    last = closes(tokens, start, place, end, lexicon)
    return Voice(Route.BEFORE, last[0], (last[1], last[1] + 1)) if last is not None else None


def _leads(
    tokens: Sequence[Token], start: int, place: int, before: Voice, after: Voice | None, lexicon: Lexicon
) -> bool:
    """Whether the cue before the words is theirs, whatever follows them."""
    named = before.cue == (place - 1, place) and tokens[place - 1].lower in lexicon.called
    return named or _own_clause(tokens, start, place, before, after, lexicon)


def _late_or_under_law(
    tokens: Sequence[Token], start: int, place: int, end: int, before: Voice, lexicon: Lexicon
) -> Voice | None:
    """Who speaks where the verb before the words is of thinking, of no speech, or of another clause."""
    if before.cue is None:
        return None
    verb = tokens[before.cue[0]].lower
    subject = before.subject
    thing = before.route is Route.BEFORE and subject is not None and 0 <= before.cue[0] - subject.last <= 1
    if lexicon.language == "en" and thing and subject is not None and not can_speak(tokens, subject, lexicon):
        # According to X, the sky went “dark”; that rents fall suggests “…”, X said.
        teller = late(tokens, start, place, end, lexicon) or according(tokens, start, place, end, lexicon)
        if teller is not None:
            return teller
    if verb in lexicon.thought and tokens[start].lower == "under":
        # Under the Harbour Act, no keeper may use “…”
        voice = under_law(tokens, start, place, end, lexicon)
        if voice is not None:
            return voice
    if verb not in lexicon.said:
        if (
            verb not in lexicon.thought
            and place - before.cue[1] <= _LEAD
            and tokens[place + 1 : place + 2]
            and tokens[place + 1].text == ","
        ):
            # Y called the plan “a mistake”, X writes.
            return None
        return late(tokens, start, place, end, lexicon) or according(tokens, start, place, end, lexicon)
    return late(tokens, start, place, end, lexicon) if _parts(tokens, before.cue[1], place) else None


def _parts(tokens: Sequence[Token], cue: int, place: int) -> bool:
    """Whether a new clause begins between the cue that ends before the token *cue* and the words: …, and it has “…”."""
    return any(tokens[at].text in ",;" and tokens[at + 1].lower in ("and", "but") for at in range(cue, place - 1))


def _own_clause(
    tokens: Sequence[Token], start: int, place: int, before: Voice, after: Voice | None, lexicon: Lexicon
) -> bool:
    """Whether the verb before the words has them to itself, and the one behind leads on: while X said “…,” Y said “…”."""
    if before.cue is None or after is None or after.cue is None:
        return False
    between = tokens[before.cue[1] : place]
    if any(token.quoted >= 0 or token.text in ";," for token in between[:-1]):
        return False
    if len(between) > 1 and between[-1].text == ",":
        # When X offered a loan, “…,” Y said: the comma ends the clause.
        return False
    goes_on = after.cue[1]
    leads = goes_on + (tokens[goes_on].text in ",:") if goes_on < len(tokens) else goes_on
    if not between and leads < len(tokens) and tokens[leads].quoted >= 0:
        # X said “…,” Y said “…”
        return True
    heads = [at for at in range(start, before.cue[0]) if tokens[at].lower in lexicon.whiles]
    if not heads or not _opens(tokens, start, heads[-1]):
        return False
    if sum(token.text == "," for token in tokens[heads[-1] : before.cue[0]]) % 2:
        # When asked for it, X said: the clause is over.
        return False
    subject = after.subject
    ahead = subject is None or subject.first < after.cue[0]
    return ahead or lexicon.language != "en"


def _opens(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether a clause begins with the conjunction *head*: While, but even as, “, just when”."""
    at = head
    while at > start and tokens[at - 1].lower in _EVEN:
        at -= 1
    return at == start or tokens[at - 1].text in ",;—–("


def _fronted(
    tokens: Sequence[Token], start: int, place: int, end: int, before: Voice | None, lexicon: Lexicon, *, comma: bool
) -> Voice | None:
    """Calling him “a disgrace,” X left the room: the subject stands behind."""
    start = over_dateline(tokens, start, place)
    lead = start
    while (
        lead < place - 1
        and lead - start < _LEAD
        and (tokens[lead].lower in _FRONTS or tokens[lead].lower.endswith("ly"))
    ):
        lead += 1
    verb = tokens[lead].lower
    quotes = verb.endswith("ing") and (verb in lexicon.said or verb in lexicon.called)
    if not quotes or (before is not None and before.cue is not None and lead == start) or lexicon.language != "en":
        return None
    at = place + 1
    while not comma and at < end and tokens[at].text != ",":
        at += 1
    at += not comma
    subject = sentence_subject(tokens, at, end, lexicon) if at < end and tokens[at].quoted < 0 else None
    if subject is None:
        return None
    first = tokens[subject.first]
    heads = first.is_name or first.lower in lexicon.pronouns or first.lower in lexicon.articles
    return Voice(Route.BEFORE, subject, (lead, lead + 1)) if heads else None


def _aside(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """It is, according to X, “…”; was called “…” by X and “…” by Y."""
    again = (
        place > start and tokens[place - 1].lower in ("and", "but") and any(t.quoted >= 0 for t in tokens[start:place])
    )
    again = again and any(token.lower == "by" for token in tokens[start:place])
    if again and place + 1 < end and tokens[place + 1].lower == "by":
        subject = phrase_from(tokens, place + 2, end, lexicon)
        return Voice(Route.BY, subject, None) if subject is not None else None
    if place - 1 <= start or tokens[place - 1].text != ",":
        return None
    comma = next((at for at in range(place - 2, max(start, place - _ASIDE) - 1, -1) if tokens[at].text == ","), None)
    if comma is None:
        return None
    lead = comma + 1
    for size in leads_at(tokens, lead, lexicon):
        subject = phrase_from(tokens, lead + size, place, lexicon)
        if subject is not None and subject.last == place - 1:
            return Voice(Route.ACCORDING, subject, (lead, lead + size))
    return None
