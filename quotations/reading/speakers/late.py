"""Who speaks, told elsewhere in the sentence: according to X; the worst was “…” and spring was coming, X said."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import (
    Phrase,
    back_over_apposition,
    back_over_auxiliaries,
    is_said,
    is_verb,
    leads_at,
    phrase_before,
    phrase_from,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.voice import Route, Voice

_REACH = 45
_LATE = 30
_MADE = frozenset(("filed", "written", "issued", "signed", "sent", "drafted", "authored"))
_BY = _MADE | {"in", "by", "from"}
#: What stands behind its speaker: X zufolge.
_BEHIND = frozenset(("zufolge",))


#: What one may act under, and may quote.
_LAWS = frozenset(
    """law laws act code constitution statute statutes rule rules treaty amendment policy guidelines ordinance bill directive regulation
    regulations agreement charter convention contract""".split()  # noqa: SIM905
)


def according(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """It is “…,” according to X; laut X, “…”: the lead that is nearest before the words, else behind them."""
    for at in (*range(place - 1, max(start, place - _REACH) - 1, -1), *range(place + 1, min(end, place + _LATE))):
        if tokens[at].lower in _BEHIND:
            subject = phrase_before(tokens, start, at, lexicon)
            if subject is not None:
                return Voice(Route.ACCORDING, subject, (at, at + 1))
        for size in leads_at(tokens, at, lexicon):
            subject = phrase_from(tokens, at + size, end, lexicon)
            if subject is None:
                continue
            if tokens[at].lower in ("citing", "quoting") and tokens[subject.first].lower in lexicon.pronouns:
                # citing her “…”
                continue
            return Voice(Route.ACCORDING, _behind_noun(tokens, subject, end, lexicon), (at, at + size))
    return None


def as_told(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """It was “careless” – as described by X; “careless,” in X's telling."""
    del start
    for at in range(place + 1, min(end - 3, place + _LATE)):
        if tokens[at].quoted >= 0 or tokens[at].text in ".;:?!":
            break
        told = tokens[at].lower == "as" and tokens[at + 2].lower == "by"
        if told and (tokens[at + 1].lower in united(lexicon.said, lexicon.called) or tokens[at + 1].lower == "put"):
            subject = phrase_from(tokens, at + 3, end, lexicon)
            return Voice(Route.ACCORDING, subject, (at + 1, at + 2)) if subject is not None else None
    return None


def under_law(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """Under the Harbour Act, no gate “…”; for X, it is “…”: what the sentence opens with, where nothing else tells."""
    del end
    if lexicon.language != "en" or tokens[start].lower not in ("under", "for", "to"):
        return None
    subject = phrase_from(tokens, start + 1, place, lexicon)
    if subject is None or subject.last >= place or tokens[subject.last].text != ",":
        return None
    if tokens[start].lower == "under":
        fits = tokens[subject.last - 1].lower in _LAWS
    else:
        fits = all(token.is_name for token in tokens[subject.first : subject.last])
    return Voice(Route.ACCORDING, subject, (start, start + 1)) if fits else None


def _behind_noun(tokens: Sequence[Token], subject: Phrase, end: int, lexicon: Lexicon) -> Phrase:
    """Of “according to reporting in La Repubblica” the one who reports."""
    words = tokens[subject.first : subject.last]
    at = subject.last
    made = at < end and tokens[at].lower == "by"
    noun = made or words[-1].lower in lexicon.nouns or words[-1].lower == "reporting"
    if not noun or any(t.is_name for t in words) or at + 1 >= end or tokens[at].lower not in _BY:
        return subject
    if tokens[at].lower in _MADE and tokens[at + 1].lower == "by":
        at += 1
    named = phrase_from(tokens, at + 1, end, lexicon)
    return named if named is not None and tokens[named.first].is_name else subject


def _reports_more(tokens: Sequence[Token], verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the verb leads to something behind it, before another verb does: she said that “…”; but: he said, noting “…”."""
    for at in range(verb + 1, end):
        if tokens[at].lower == "that" or tokens[at].quoted >= 0:
            return True
        if tokens[at].lower.endswith("ing") and tokens[at].lower in lexicon.said and tokens[at - 1].text == ",":
            return False
    return False


def _closes(tokens: Sequence[Token], before: int, place: int, verb: int, end: int) -> bool:
    """Whether other words in marks stand right before a subject whose verb ends the sentence: … “…,” X said."""
    ends = not any(token.is_word for token in tokens[verb + 1 : end])
    return ends and before > place and tokens[before].quoted >= 0


def _before_apposition(tokens: Sequence[Token], place: int, verb: int, lexicon: Lexicon) -> Phrase | None:
    """It is “…” and “…,” X, who keeps the weir, told them: the name before what stands between commas."""
    opened = back_over_apposition(tokens, place + 1, verb)
    named = phrase_before(tokens, place + 1, opened, lexicon) if opened < verb else None
    if named is None or not all(token.is_name for token in tokens[named.first : named.last]):
        return None
    before = tokens[named.first - 1]
    return named if before.text == "," or (before.quoted >= 0 and named.first - 1 > place) else None


def late(tokens: Sequence[Token], start: int, place: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The worst was “behind us now” and spring was coming, Smith said."""
    for verb in range(place + 2, min(end, place + _LATE)):
        if tokens[verb].quoted >= 0 or not is_said(tokens[verb], lexicon) or not is_verb(tokens, verb, lexicon):
            continue
        if _reports_more(tokens, verb, end, lexicon):
            return None
        stop = back_over_auxiliaries(tokens, start, verb, lexicon)
        subject = phrase_before(tokens, place + 1, stop, lexicon)
        if subject is None:
            behind = phrase_from(tokens, verb + 1, end, lexicon) if tokens[verb - 1].text == "," else None
            subject = _before_apposition(tokens, place, verb, lexicon) or behind
        elif tokens[subject.first - 1].text != "," and not _closes(tokens, subject.first - 1, place, verb, end):
            subject = None
        if tokens[verb + 1 : verb + 2] and tokens[verb + 1].lower == "by":
            # measures added by X
            continue
        if subject is not None:
            return Voice(Route.LATE, subject, (verb, verb + 1))
    return None
