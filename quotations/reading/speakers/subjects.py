"""Whose verb it is: the subject of a verb of speech, across appositions, joined clauses and relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import (
    Phrase,
    back_over_apposition,
    back_over_auxiliaries,
    is_verb,
    phrase_before,
    phrase_from,
)
from quotations.reading.phrases.beside import is_adverb
from quotations.reading.scene import Token
from quotations.reading.speakers.antecedents import BEARERS, apposed_to, of_relative, told_about, with_whom
from quotations.reading.speakers.appositions import before_commas, named_before_title
from quotations.reading.speakers.bidding import REACH, bidden, led_to
from quotations.reading.speakers.clauses import coordinate, is_over, is_participle_form, joins
from quotations.reading.speakers.openings import sentence_subject, up_to_name
from quotations.reading.speakers.places import (
    TO_BE,
    before_place,
    disagrees,
    done_by,
    is_participle,
    led_in,
    of_infinitive,
    over_time,
    placed,
)

_SEES = frozenset(
    """see sees saw seen seeing watch watches watched watching hear hears heard hearing find finds show shows showed recall recalls recalled
    remember remembers remembered""".split()  # noqa: SIM905
)
#: Verbs whose subject is also that of the infinitive behind them.
RAISING = frozenset(
    """started starts began begins tried tries continued continues refused refuses managed decided decides chose chooses failed fails
    ceased stopped rushed hastened dared""".split()  # noqa: SIM905
)
_KEEPS = frozenset(("keep", "keeps", "kept", "started", "stopped"))
_PUT = frozenset(("asked", "told", "warned", "urged", "informed", "advised", "reminded", "pressed"))
_VERBS = 3  #: so many verbs back are asked for a subject that verbs share
_OBJECTS = frozenset(("him", "her", "them", "me", "us"))
JOINS = frozenset(("and", "und", "et", "y", "e", "en", "&"))


def subject_of(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the verb at *verb*; *depth* counts how many verbs joined to it were asked before."""
    if depth > 3:
        return None
    if verb > start and tokens[verb - 1].lower in ("to", "as"):
        other = bidden(tokens, start, verb, lexicon)
        if other is not None:
            return other
    if verb - 2 > start and tokens[verb - 1].lower == "heard" and tokens[verb - 2].lower in TO_BE | {"be"}:
        # in the video a man is heard saying
        return phrase_before(tokens, start, back_over_auxiliaries(tokens, start, verb - 1, lexicon), lexicon)
    if verb - 1 > start and tokens[verb - 1].lower in _KEEPS and tokens[verb].lower.endswith("ing"):
        # kept asking her why
        return subject_of(tokens, start, verb - 1, lexicon, depth + 1)
    if verb > start and (tokens[verb - 1].lower == "to" or is_participle_form(tokens, start, verb, lexicon)):
        return _of_dependent(tokens, start, verb, lexicon, depth)
    return _of_finite(tokens, start, verb, lexicon, depth)


def _of_finite(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of a finite verb, which stands before it, perhaps across clauses and appositions."""
    at = over_time(tokens, start, back_over_auxiliaries(tokens, start, verb, lexicon))
    if at <= start:
        return None
    if lexicon.language == "en" and tokens[at - 1].lower == "having" and at - 1 > start:
        # X misjudged the mood, having called it
        return sentence_subject(tokens, start, at - 1, lexicon)
    before = tokens[at - 1]
    if before.lower in ("who", "which", "that", "der", "die", "das", "qui", "que", "che", "quien") and at - 1 > start:
        return of_relative(tokens, start, at, lexicon)
    joined = before.lower in ("and", "but", "or", "und", "et", "y", "e", "en", "then", ",", "—", "–", "while", "before")
    named = before_commas(tokens, start, at, lexicon) if joined and before.text in ",—–" else None
    if named is not None:
        return named
    behind = _behind(tokens, verb, lexicon) if depth and before.quoted >= 0 else None
    if behind is not None:
        return behind
    if joined or before.quoted >= 0 or (before.lower in lexicon.stops and before.text != "Will"):
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if before.text == ")":
        at = back_over_apposition(tokens, start, at)
    if lexicon.language == "en" and before.lower in _OBJECTS:
        # those who wrote to her on Thursday say
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    found = before_place(tokens, start, phrase_before(tokens, start, at, lexicon), lexicon)
    if found is None:
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if _is_no_subject(tokens, start, found, verb, lexicon):
        return _earlier_subject(tokens, start, found.first, lexicon, depth)
    named = apposed_to(tokens, start, found, lexicon) or named_before_title(tokens, start, found, lexicon)
    if named is not None:
        return named
    found = _with_joined(tokens, start, found, lexicon)
    if found.first - 2 > start and tokens[found.first - 1].lower == "by":
        found = done_by(tokens, start, found, lexicon)
    having = _having(tokens, start, found, lexicon)
    if having is not None:
        return having
    if found.first > start and led_in(tokens, start, found, lexicon):
        has_name = any(t.is_name for t in tokens[found.first : found.last])
        # and in a statement credited; voters in each state say
        earlier = None if has_name else _earlier_subject(tokens, start, found.first - 1, lexicon, depth)
        return earlier or found
    return found


def _behind(tokens: Sequence[Token], verb: int, lexicon: Lexicon) -> Phrase | None:
    """“…,” said a man who heard it and called it “…”: whoever stands behind the verb, as a subject does."""
    if tokens[verb].lower not in lexicon.speaking:
        return None
    behind = phrase_from(tokens, verb + 1, min(len(tokens), verb + REACH), lexicon)
    if behind is None:
        return None
    first = tokens[behind.first]
    heads = first.is_name or first.lower in lexicon.articles or first.lower in united(lexicon.he, lexicon.she)
    return behind if heads else None


def _having(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase | None:
    """Several keepers with ties to both sides cited: whoever has what is *found* before the verb."""
    if lexicon.language != "en" or found.first - 1 <= start or tokens[found.first - 1].lower != "with":
        return None
    having = phrase_before(tokens, start, found.first - 1, lexicon)
    heads = having is not None and (having.first == start or tokens[having.first - 1].text == ",")
    return having if heads else None


def _is_no_subject(tokens: Sequence[Token], start: int, found: Phrase, verb: int, lexicon: Lexicon) -> bool:
    """Whether what stands before the verb belongs to another: a book for readers explains; rooms that were flooded suggested."""
    return (
        disagrees(tokens, start, found, verb, lexicon)
        or is_participle(tokens, start, found)
        or of_infinitive(tokens, start, found, lexicon)
    )


def _with_joined(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase:
    """Of “X and her team said” X; the whole of “the senator and presidential candidate said”."""
    if found.first - 2 < start or tokens[found.first - 1].lower not in JOINS:
        return found
    joined = phrase_before(tokens, start, found.first - 1, lexicon)
    if joined is None:
        return found
    if tokens[found.first - 2].is_name:
        return joined
    whole = tokens[joined.first].lower in ("the", "a", "an") and joined.last - joined.first > 1
    return Phrase(joined.first, found.last) if whole else found


def _of_dependent(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of an infinitive or participle: the thing that bears the words, who stands with it, or the main verb's."""
    behind = verb
    while tokens[verb].lower.endswith("ing") and behind - 1 > start and is_adverb(tokens[behind - 1]):
        # with X reportedly yelling
        behind -= 1
    local = phrase_before(tokens, start, behind, lexicon) if tokens[behind - 1].text != "," else None
    local = told_about(tokens, local, verb, lexicon)
    possessed = local is not None and any(t.lower == "'s" for t in tokens[local.first : local.last])
    if local is not None and (
        tokens[verb - 1].lower in BEARERS or (possessed and tokens[verb - 1].lower in lexicon.nouns)
    ):
        # held up a sign saying
        return local
    if local is not None and local.first > start and tokens[local.first - 1].lower in _SEES:
        # to see a board defending
        return local
    if local is not None and (
        (tokens[behind - 1].is_name and not placed(tokens, start, local, verb))
        or (local.first > start and tokens[local.first - 1].lower == "with")
    ):
        return local
    absolute = with_whom(tokens, start, verb, lexicon)
    if absolute is not None:
        return absolute
    if tokens[verb - 1].lower == "to" and verb - 2 > start and tokens[verb - 2].lower in RAISING and depth < _VERBS:
        return subject_of(tokens, start, verb - 2, lexicon, depth + 1)
    # "in order to say", "calling": the subject is the main verb's.
    return _earlier_subject(tokens, start, verb - 1, lexicon, depth)


def _earlier_subject(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of the sentence's verb before *at*, else its first noun phrase."""
    moved = led_to(tokens, start, at, lexicon)
    if moved is not None:
        return moved
    asked = 0
    for verb in range(at - 1, max(start, at - REACH) - 1, -1):
        if asked == _VERBS:
            break
        if tokens[verb].lower in ("when", "while", "because") and joins(tokens, verb, at):
            clause = up_to_name(tokens, phrase_from(tokens, verb + 1, at, lexicon), lexicon)
            if clause is None or clause.last < at:
                return clause
            # While secretary of state and: no clause of its own.
        if verb > start and tokens[verb - 1].lower in ("who", "which"):
            continue
        if is_over(tokens, start, verb, at, lexicon, also_as=True):
            break
        joined = tokens[verb].lower in lexicon.called and coordinate(tokens, verb, at, lexicon)
        reports = tokens[verb].lower in lexicon.said or joined
        if reports and tokens[verb].quoted < 0 and is_verb(tokens, verb, lexicon):
            put = tokens[verb - 1].lower in TO_BE and tokens[verb].lower in _PUT
            if put and verb + 1 < at and tokens[verb + 1].lower == "by":
                # X was asked by Y, who had read it
                return phrase_from(tokens, verb + 2, at, lexicon)
            found = subject_of(tokens, start, verb, lexicon, depth + 1)
            told = found.first - 1 - (tokens[found.first - 1].lower == "that") if found is not None else -1
            within = tokens[at].text == "," and told > start and tokens[told].lower in lexicon.speaking
            if found is not None and within and is_verb(tokens, told, lexicon):
                # X said Y reminds him of it, explaining
                return subject_of(tokens, start, told, lexicon, depth + 1) or found
            if found is not None:
                return found
            asked += 1
    return sentence_subject(tokens, start, at, lexicon)
