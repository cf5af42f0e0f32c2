"""Who speaks, told after the words: “…,” said X; “…,” X of the port office said; “…” — X."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import (
    Phrase,
    back_over_auxiliaries,
    is_said,
    is_verb,
    leads_at,
    over_apposition,
    phrase_from,
    skip_auxiliaries,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.cues_abroad import (
    LONGEST_DASH_LINE,
    NEAR,
    as_it_says,
    called_behind,
    cited_behind,
    in_two_words,
    inverted,
)
from quotations.reading.speakers.owned_behind import SAYINGS, in_parentheses, names_so, records, was_his, written_by
from quotations.reading.speakers.subjects import JOINS
from quotations.reading.speakers.told_behind import how_put, told_behind
from quotations.reading.speakers.voice import Route, Voice

_DASHES = frozenset(("—", "–", "―", "--"))
#: What may stand between the words and their attribution.
_SEAM = _DASHES | frozenset(",-)]")
_BETWEEN = frozenset("who whose in of from on at with for familiar close aware released published issued filed".split())  # noqa: SIM905
_FURTHER = frozenset(("another", "one"))
_OBJECTS = frozenset(("it", "him", "her", "them", "this", "that"))
#: What lines do rather than people.
_RUNNING = frozenset(("runs", "ran", "goes", "went"))
_CALLS = frozenset(("voice", "voices", "whisper", "whispers", "call", "calls"))
_HEARD = frozenset(("heard", "quoted", "cited", "shown", "seen", "recorded", "caught"))
_SET_AGAINST = frozenset(("though", "although", "while", "whereas", "because", "compared", "based", "according"))
_USED = frozenset(("used", "liked", "likes", "loved", "loves"))
_RECALLS = frozenset(("remembers", "remembered", "recalls", "recalled"))


def after_cue(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The cue that begins at *at*, right behind a quotation, as far as the sentence goes (*end*)."""
    if at + 3 < end and tokens[at].text == ":":
        # “…”: that is the verdict of X.
        return told_behind(tokens, at + 1, end, lexicon)
    cited = in_parentheses(tokens, at, end)
    if cited is not None:
        return cited
    dashed = False
    while at < end and tokens[at].text in _SEAM:
        dashed = dashed or tokens[at].text in _DASHES
        at += 1
    if at >= end or tokens[at].quoted >= 0:
        return None
    for rule in (_according, names_so, how_put, written_by, was_his, _that_he, as_it_says):
        voice = rule(tokens, at, end, lexicon)
        if voice is not None:
            return voice
    if tokens[at].lower == "as" and at + 1 < end:
        at += 1
        if lexicon.language == "en" and tokens[at].lower not in lexicon.said:
            voice = _as_named(tokens, at, end, lexicon)
            if voice is not None:
                return voice
    if lexicon.language == "en" and _participle(tokens[at]) and not records(tokens, at, end):
        # "…," telling X that, referring to X: whoever the sentence is about speaks.
        return None
    another = _another(tokens, at, end)
    if another is not None:
        return another
    reports = is_said(tokens[at], lexicon) and is_verb(tokens, at, lexicon)
    if reports or tokens[at].lower in lexicon.behind:
        subject = inverted(tokens, at + 1, end, lexicon)
        return Voice(Route.AFTER, subject, (at, at + 1)) if subject is not None else None
    rules = (_runs, _came) if lexicon.language == "en" else (called_behind, in_two_words, cited_behind)
    for rule in rules:
        voice = rule(tokens, at, end, lexicon)
        if voice is not None:
            return voice
    voice = _subject_verb(tokens, at, end, lexicon)
    if voice is None and dashed and at < end and tokens[at].is_name:
        subject = phrase_from(tokens, at, end, lexicon)
        if subject is not None and _nothing_more(tokens, subject.last, end):
            return Voice(Route.DASH, subject, None)
    return voice


def _as_named(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The “joke,” as he called it."""
    subject = phrase_from(tokens, at, end, lexicon)
    verb = skip_auxiliaries(tokens, subject.last, end, lexicon) if subject is not None else end
    if verb + 1 >= end or tokens[verb].lower not in lexicon.called or tokens[verb + 1].lower not in _OBJECTS:
        return None
    return Voice(Route.AFTER, subject, (verb, verb + 1))


def _according(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” according to X."""
    for size in leads_at(tokens, at, lexicon):
        subject = phrase_from(tokens, at + size, end, lexicon)
        if subject is not None:
            return Voice(Route.AFTER, subject, (at, at + size))
    return None


def _that_he(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """The “dirty tricks” that X decried."""
    if lexicon.language != "en" or tokens[at].lower not in ("that", "which") or tokens[at - 1].quoted < 0:
        return None
    subject = phrase_from(tokens, at + 1, end, lexicon)
    if subject is None or not (tokens[subject.first].is_name or tokens[subject.first].lower in lexicon.small):
        return None
    verb = skip_auxiliaries(tokens, subject.last, end, lexicon)
    said = verb < end and (tokens[verb].lower in lexicon.said or tokens[verb].lower in lexicon.called)
    thought = said and tokens[verb].lower in lexicon.thought
    return (
        Voice(Route.AFTER, subject, (verb, verb + 1))
        if said and not thought and is_verb(tokens, verb, lexicon)
        else None
    )


def _another(tokens: Sequence[Token], at: int, end: int) -> Voice | None:
    """“…” was another."""
    if tokens[at].lower not in ("was", "is") or at + 1 >= end or tokens[at + 1].lower not in _FURTHER:
        return None
    alone = not tokens[min(at + 2, end - 1)].is_word
    return Voice(Route.AFTER, Phrase(at + 1, at + 2), (at, at + 1)) if alone else None


def _runs(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” runs the board's motto; “…,” goes the old saying."""
    if tokens[at].lower not in _RUNNING:
        return None
    subject = phrase_from(tokens, at + 1, end, lexicon)
    if subject is None or tokens[subject.last - 1].lower not in united(lexicon.nouns, SAYINGS):
        return None
    return Voice(Route.AFTER, subject, (at, at + 1))


def _came(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """“…,” came the answer from X; “…,” came shouts from the crowd."""
    if tokens[at].lower not in ("came", "comes"):
        return None
    for tie in range(at + 2, min(end - 1, at + NEAR)):
        if tokens[tie].lower == "from" and tokens[tie - 1].lower in united(lexicon.nouns, _CALLS):
            subject = phrase_from(tokens, tie + 1, end, lexicon)
            return Voice(Route.AFTER, subject, (at, tie)) if subject is not None else None
    return None


def _participle(token: Token) -> bool:
    return (
        token.lower.endswith("ing") and not token.is_name and len(token.lower) > 5 and not token.lower.endswith("thing")
    )


def _nothing_more(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether only a title, a place or a stop follows a name behind a dash, or the next one's words at once."""
    if at < end and tokens[at].quoted >= 0:
        return True
    return all(t.quoted < 0 for t in tokens[at:end]) and end - at <= LONGEST_DASH_LINE


def _subject_verb(tokens: Sequence[Token], at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """X said; X, the chair of the board, said; X, who left in May, told reporters."""
    if tokens[at].lower in ("and", "but", "which", "und", "et", "y", "e", "en"):
        return None
    if lexicon.language == "en" and tokens[at].lower in _SET_AGAINST:
        # “…,” though she noted; “…,” compared to
        return None
    subject = phrase_from(tokens, at, end, lexicon)
    if subject is None:
        return None
    if tokens[subject.first].lower in ("nobody", "nothing", "none"):
        # “…,” nobody laughs: no speech of theirs
        return None
    subject = _fond(tokens, subject)
    if subject.last - subject.first > 1 and _behind(tokens, subject.last - 1, end, lexicon):
        # X reflected
        subject = Phrase(subject.first, subject.last - 1)
    joined = subject.last
    while joined + 1 < end and tokens[joined].lower in JOINS:
        # X and his team said.
        other = phrase_from(tokens, joined + 1, end, lexicon)
        if other is not None and not tokens[joined - 1].is_name and _named_last(tokens, other):
            # harbour scientist and co-author X said
            subject = other
        joined = other.last if other is not None else end
    if joined < end:
        subject = (
            Phrase(subject.first, joined) if joined > subject.last and not tokens[subject.first].is_name else subject
        )
    stop = over_apposition(tokens, joined if joined < end else subject.last, end)
    verb = skip_auxiliaries(tokens, stop, end, lexicon)
    if 0 < verb < end - 1 and tokens[verb - 1].lower in ("went", "goes") and tokens[verb].lower == "on":
        return Voice(Route.AFTER, subject, (verb - 1, verb + 1)) if tokens[verb + 1].lower != "to" else None
    if tokens[verb : verb + 2] and tokens[verb].lower in _USED and verb + 2 < end and tokens[verb + 1].lower == "to":
        # X's grandmother used to say; the keeper likes to say.
        verb += 2
    if verb > stop and verb < end and tokens[verb].lower in _HEARD and lexicon.language == "en":
        # X is heard telling an aide; X is quoted in the book as telling.
        for telling in range(verb + 1, min(end, verb + 10)):
            if tokens[telling].lower.endswith("ing") and tokens[telling].lower in lexicon.said:
                return Voice(Route.AFTER, subject, (telling, telling + 1))
    if verb < end and tokens[verb].lower in _RECALLS:
        said = phrase_from(tokens, verb + 1, end, lexicon)
        if said is not None and said.last < end and tokens[said.last].lower in ("saying", "telling"):
            # the aide remembers X saying
            return Voice(Route.AFTER, said, (said.last, said.last + 1))
    passive = verb > stop and tokens[verb - 1].lower in ("was", "were", "is", "are", "been", "being")
    if lexicon.language == "en" and verb < end and verb == stop and _not_finite(tokens, verb, end):
        # a nod acknowledging that; measures added by X
        return None
    if verb < end and tokens[verb].lower in lexicon.nouns and _is_plural(tokens, verb, lexicon):
        return None
    reports = verb < end and (is_said(tokens[verb], lexicon) or (verb == stop and _behind(tokens, verb, end, lexicon)))
    if reports and not passive:
        return Voice(Route.AFTER, subject, (verb, verb + 1))
    return _later_verb(tokens, subject, stop, end, lexicon)


def _named_last(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a role without article goes before a name in full: study co-author X."""
    first, last = tokens[phrase.first], tokens[phrase.last - 1]
    return (
        last.is_name and not first.is_name and first.lower not in ("the", "a", "an", "his", "her", "their", "its", "my")
    )


def _fond(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """Of “the keeper likes to” the keeper."""
    fond = (n for n in range(subject.first + 1, subject.last) if tokens[n].lower in _USED)
    verb = next((n for n in fond if n + 1 < len(tokens) and tokens[n + 1].lower == "to"), subject.last)
    return Phrase(subject.first, verb)


def _behind(tokens: Sequence[Token], verb: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a verb that reports only behind the words ends its clause: “…,” X reflected."""
    ends = verb + 1 >= end or not tokens[verb + 1].is_word or tokens[verb + 1].lower in lexicon.stops
    return tokens[verb].lower in lexicon.behind and ends


def _is_plural(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Whether a plural stands there that is spelt as a verb: compared to a third of the board's claims."""
    word = tokens[at].lower
    return word.endswith("s") and not word.endswith("ss") and not is_verb(tokens, at, lexicon)


def _not_finite(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """Whether a participle stands there rather than a verb with a subject of its own."""
    word = tokens[verb].lower
    by = word.endswith("ed") and verb + 1 < end and tokens[verb + 1].lower == "by"
    return by or (word.endswith("ing") and len(word) > 5)


def _later_verb(tokens: Sequence[Token], subject: Phrase, at: int, end: int, lexicon: Lexicon) -> Voice | None:
    """X of the university in Y, Z, said; the man who ran the company told: more stands between subject and verb."""
    if at >= end or (at == subject.last and tokens[at].lower not in _BETWEEN and tokens[at].text != ","):
        return None
    commas = 0
    for verb in range(at, min(end, at + 26)):
        token = tokens[verb]
        if (
            token.quoted >= 0
            or token.text in ";:"
            or (token.text == "." and tokens[min(verb + 1, end - 1)].text not in ",)")
        ):
            return None
        if token.text == ",":
            commas += 1
        elif is_said(token, lexicon) and is_verb(tokens, verb, lexicon):
            before = tokens[back_over_auxiliaries(tokens, at, verb, lexicon) - 1]
            apposed = commas == 1 and tokens[at].text == "," and tokens[at + 1].lower in ("a", "an", "the")
            if before.text in (",", ")") or apposed or (not commas and tokens[at].lower in _BETWEEN):
                return Voice(Route.AFTER, subject, (verb, verb + 1))
    return None
