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
from quotations.reading.phrases.beside import is_adverb
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import COUNTS, sentence_subject, up_to_name

_REACH = 45
_CLAUSE = 30
_BETWEEN = frozenset(
    ("in", "on", "at", "through", "during", "near", "outside", "inside", "across", "around", "along", "behind")
)
_TIMES = frozenset(
    """week month year day night morning afternoon evening weekend spring summer fall autumn winter monday tuesday wednesday
    thursday friday saturday sunday yesterday today tonight""".split()  # noqa: SIM905
)
_WHICH = frozenset(("last", "this", "next", "earlier", "late", "early", "that", "one", "on"))
#: Things that bear words.
_BEARERS = frozenset(
    """sign signs banner banners poster posters placard placards shirt shirts t-shirt t-shirts sticker stickers plaque hat hats
    note headline headlines graffiti inscription billboard caption""".split()  # noqa: SIM905
)
#: What may open a clause of its own, among the words that end a phrase.
_HEADS = frozenset(("while", "when", "because", "since", "if", "as", "that", "where", "but", "and", "until", "though"))
#: What shows somebody doing something.
_SCENES = frozenset(
    """account accounts story stories video videos footage image images photo photos recording recordings tape memory memories
    report reports sight sound instance instances example examples idea clip clips""".split()  # noqa: SIM905
)
_SEES = frozenset("see sees saw seen seeing watch watches watched watching hear hears heard hearing find finds".split())  # noqa: SIM905
#: X led Y to say: Y says it.
_MOVED = frozenset(
    """leading led leads prompting prompted causing caused forcing forced allowing allowed enabling spurring spurred moving
    moved inspiring inspired provoking provoked""".split()  # noqa: SIM905
)
#: Verbs whose subject is also that of the infinitive behind them.
_RAISING = frozenset(
    """started starts began begins tried tries continued continues refused refuses managed decided decides chose chooses failed fails
    ceased stopped rushed hastened dared""".split()  # noqa: SIM905
)
_PUT = frozenset(("asked", "told", "warned", "urged", "informed", "advised", "reminded", "pressed"))
_HANDLED = frozenset(
    "cited obtained seen reviewed viewed released published posted quoted leaked provided shared carried".split()  # noqa: SIM905
)
_PAPERS = frozenset(
    ("memo", "memos", "documents", "document", "file", "files", "records", "tape", "draft", "poll", "survey")
)
_WITHIN = frozenset(("in", "on", "at", "during", "with", "from", "under"))
#: “At” is “that” in Danish and Norwegian.
_WITHIN_NORSE = _WITHIN - {"at"}
_BIDDEN = 10
_STATE = 2  #: so many tokens has a region's name between commas: in Lund, New Mexico,
_FULL = 2  #: so many words has a name in full at least
_VERBS = 3  #: so many verbs back are asked for a subject that verbs share
_OBJECTS = frozenset(("him", "her", "them", "me", "us"))
TO_BE = frozenset(("is", "was", "were", "are", "been", "being"))
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
    if verb > start and (tokens[verb - 1].lower == "to" or _is_participle_form(tokens, start, verb, lexicon)):
        return _of_dependent(tokens, start, verb, lexicon, depth)
    return _of_finite(tokens, start, verb, lexicon, depth)


def _is_participle_form(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb in -ing stands there without a form of to be: not “is already claiming”."""
    if not tokens[verb].lower.endswith("ing"):
        return False
    first = back_over_auxiliaries(tokens, start, verb, lexicon)
    return not any(token.lower in TO_BE or token.lower == "be" for token in tokens[first:verb])


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
        return _of_relative(tokens, start, at, lexicon)
    joined = before.lower in ("and", "but", "or", "und", "et", "y", "e", "en", "then", ",", "—", "–", "while", "before")
    named = _before_commas(tokens, start, at, lexicon) if joined and before.text in ",—–" else None
    if named is not None:
        return named
    if joined or before.quoted >= 0 or before.lower in lexicon.stops:
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    if before.text == ")":
        at = back_over_apposition(tokens, start, at)
    if lexicon.language == "en" and before.lower in _OBJECTS:
        # those who wrote to her on Thursday say
        return _earlier_subject(tokens, start, at - 1, lexicon, depth)
    found = _before_place(tokens, start, phrase_before(tokens, start, at, lexicon), lexicon)
    if found is not None and _disagrees(tokens, start, found, verb, lexicon):
        # a book for readers explains
        return _earlier_subject(tokens, start, found.first, lexicon, depth)
    named = _apposed_to(tokens, start, found, lexicon) if found is not None else None
    if named is not None:
        return named
    if found is not None and (_is_participle(tokens, start, found) or _of_infinitive(tokens, start, found, lexicon)):
        # the rooms that were flooded suggested
        return _earlier_subject(tokens, start, found.first, lexicon, depth)
    if found is not None and found.first - 2 >= start and tokens[found.first - 1].lower in JOINS:
        # X and her team said.
        joined_to = phrase_before(tokens, start, found.first - 1, lexicon)
        if (
            joined_to is not None
            and tokens[joined_to.first].lower in ("the", "a", "an")
            and joined_to.last - joined_to.first > 1
        ):
            # The senator and presidential candidate said.
            return Phrase(joined_to.first, found.last)
        first = phrase_before(tokens, start, found.first - 1, lexicon) if tokens[found.first - 2].is_name else None
        found = first or found
    if found is not None and found.first - 2 > start and tokens[found.first - 1].lower == "by":
        found = _done_by(tokens, start, found, lexicon)
    if found is not None and found.first > start and _led_in(tokens, start, found, lexicon):
        has_name = any(t.is_name for t in tokens[found.first : found.last])
        # and in a statement credited; voters in each state say
        earlier = None if has_name else _earlier_subject(tokens, start, found.first - 1, lexicon, depth)
        return earlier or found
    return found if found is not None else _earlier_subject(tokens, start, at - 1, lexicon, depth)


def _disagrees(tokens: Sequence[Token], start: int, found: Phrase, verb: int, lexicon: Lexicon) -> bool:
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


def _apposed_to(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase | None:
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


def _led_in(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> bool:
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


def _of_infinitive(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> bool:
    """Whether what stands before a verb is the object of an infinitive: who spoke to discuss strategy said."""
    verb = found.first - 1
    if lexicon.language != "en" or verb - 1 <= start or tokens[verb - 1].lower != "to":
        return False
    plain = tokens[verb].is_word and not tokens[verb].is_name and tokens[verb].lower not in lexicon.articles
    return plain and not any(t.is_name for t in tokens[found.first : found.last])


def _is_participle(tokens: Sequence[Token], start: int, found: Phrase) -> bool:
    """Whether what stands before a verb is only the end of another verb: were flooded."""
    alone = found.last == found.first + 1 and found.first > start
    return alone and tokens[found.first].lower.endswith("ed") and tokens[found.first - 1].lower in TO_BE


def _done_by(tokens: Sequence[Token], start: int, found: Phrase, lexicon: Lexicon) -> Phrase:
    """*found*, which "by" leads to, or the thing that it did."""
    done = phrase_before(tokens, start, found.first - 1, lexicon)
    if done is None and tokens[found.first - 2].lower in _HANDLED:
        # a memo cited by the Gazette said
        paper = phrase_before(tokens, start, found.first - 2, lexicon)
        if paper is not None and tokens[paper.last - 1].lower in lexicon.nouns | _PAPERS:
            return paper
    if done is not None and tokens[done.first].lower in ("a", "an", "the", "one", "another"):
        # an inspection by the county found
        return Phrase(done.first, found.last)
    return found


def bidden(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> Phrase | None:
    """It is for X to say; Y quoted X as saying; X was quoted by Y as saying: X."""
    if tokens[verb - 1].lower == "to":
        for at in range(verb - 2, max(start, verb - _BIDDEN) - 1, -1):
            if tokens[at].lower == "for":
                if tokens[at - 1].lower in lexicon.said | lexicon.called | lexicon.nouns:
                    # X calls for Y to say
                    return None
                phrase = phrase_from(tokens, at + 1, verb - 1, lexicon)
                return phrase if phrase is not None and phrase.last == verb - 1 else None
            if tokens[at].lower in _MOVED:
                return phrase_from(tokens, at + 1, verb - 1, lexicon)
            if tokens[at].quoted >= 0 or tokens[at].text in ",;:":
                return None
        return None
    if not tokens[verb].lower.endswith("ing"):
        return None
    for at in range(verb - 2, max(start, verb - _REACH) - 1, -1):
        if tokens[at].lower not in ("quoted", "quotes", "quoting", "cited", "cites", "citing"):
            continue
        if tokens[at - 1].lower in TO_BE:
            return phrase_before(tokens, start, back_over_auxiliaries(tokens, start, at, lexicon), lexicon)
        phrase = phrase_from(tokens, at + 1, verb - 1, lexicon)
        return phrase if phrase is not None and phrase.last <= verb - 1 else None
    return None


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


def _of_dependent(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon, depth: int) -> Phrase | None:
    """The subject of an infinitive or participle: the thing that bears the words, who stands with it, or the main verb's."""
    behind = verb
    while tokens[verb].lower.endswith("ing") and behind - 1 > start and is_adverb(tokens[behind - 1]):
        # with X reportedly yelling
        behind -= 1
    local = phrase_before(tokens, start, behind, lexicon) if tokens[behind - 1].text != "," else None
    local = _told_about(tokens, local, verb, lexicon)
    possessed = local is not None and any(t.lower == "'s" for t in tokens[local.first : local.last])
    if local is not None and (
        tokens[verb - 1].lower in _BEARERS or (possessed and tokens[verb - 1].lower in lexicon.nouns)
    ):
        # held up a sign saying
        return local
    if local is not None and local.first > start and tokens[local.first - 1].lower in _SEES:
        # to see a board defending
        return local
    if local is not None and (
        (tokens[behind - 1].is_name and not _placed(tokens, start, local, verb))
        or (local.first > start and tokens[local.first - 1].lower == "with")
    ):
        return local
    if tokens[verb - 1].lower == "to" and verb - 2 > start and tokens[verb - 2].lower in _RAISING and depth < _VERBS:
        return subject_of(tokens, start, verb - 2, lexicon, depth + 1)
    # "in order to say", "calling": the subject is the main verb's.
    return _earlier_subject(tokens, start, verb - 1, lexicon, depth)


def _told_about(tokens: Sequence[Token], local: Phrase | None, verb: int, lexicon: Lexicon) -> Phrase | None:
    """Of “an account of X telling” X; *local* itself where it is no such thing."""
    if local is None or lexicon.language != "en" or not tokens[verb].lower.endswith("ing"):
        return local
    for tie in range(local.last - 2, local.first, -1):
        if tokens[tie].lower == "of" and tokens[tie - 1].lower in _SCENES:
            return Phrase(tie + 1, local.last)
        if not tokens[tie].is_name:
            break
    return local


def _placed(tokens: Sequence[Token], start: int, local: Phrase, verb: int) -> bool:
    """Whether the name before a participle only tells where: answered him on Facebook, writing."""
    return (
        local.first > start
        and tokens[verb].lower.endswith("ing")
        and tokens[local.first - 1].lower in ("on", "in", "at", "via", "from", "through")
    )


def _of_relative(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """The subject of a verb behind the relative pronoun before *at*: what it stands for, or who made that."""
    before = tokens[at - 1]
    stop = at - 1 - (tokens[at - 2].text in ",—–")
    stop = over_time(tokens, start, stop)
    thing = phrase_before(tokens, start, stop, lexicon)
    if before.lower in ("that", "which") and thing is not None and not _could_name(tokens, thing):
        # X ran a piece that noted “…”: X is heard.
        wrote = tokens[thing.last - 1].lower in lexicon.nouns and stop < at - 1
        if tokens[thing.last - 1].lower in _BEARERS or wrote:
            # they signed the letter, which asked
            return thing
        main = sentence_subject(tokens, start, thing.first, lexicon)
        return main if main is not None and _could_name(tokens, main) else thing
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


def _before_commas(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """Who is named before what stands between commas, as far back as three of them."""
    opened, stop = at, at
    for _ in range(3):
        opened = back_over_apposition(tokens, start, stop)
        named = phrase_before(tokens, start, opened, lexicon) if opened < stop else None
        if named is None:
            break
        lead = tokens[named.first - 1].lower if named.first > start else ""
        within = lead in lexicon.stops and lead not in _HEADS and lead not in lexicon.whiles
        if not within and _could_speak(tokens, named, lexicon):
            return named
        state = tokens[opened + 1 : stop - 1]
        placed = within and stop == at and len(state) <= _STATE and all(t.is_name or t.text == "." for t in state)
        outer = _before_place(tokens, start, named, lexicon) if placed else None
        if outer is not None and outer.first < named.first and _could_speak(tokens, outer, lexicon):
            # a group at the school in Lund, Va., called
            return outer
        # "in Columbus, Ohio,": the place belongs to what stands between the commas.
        stop = _comma_before(tokens, start, opened)
        if stop <= start:
            break
    return None


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
    moved = _moved(tokens, start, at, lexicon)
    if moved is not None:
        return moved
    asked = 0
    for verb in range(at - 1, max(start, at - _REACH) - 1, -1):
        if asked == _VERBS:
            break
        if tokens[verb].lower in ("when", "while", "because") and _joins(tokens, verb, at):
            clause = up_to_name(tokens, phrase_from(tokens, verb + 1, at, lexicon), lexicon)
            if clause is None or clause.last < at:
                return clause
            # While secretary of state and: no clause of its own.
        if verb > start and tokens[verb - 1].lower in ("who", "which"):
            continue
        if is_over(tokens, start, verb, at, lexicon, also_as=True):
            break
        joined = tokens[verb].lower in lexicon.called and _coordinate(tokens, verb, at, lexicon)
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


def _moved(tokens: Sequence[Token], start: int, at: int, lexicon: Lexicon) -> Phrase | None:
    """Of “That led X to joke and” and “There was time for X to build and” X."""
    if lexicon.language != "en":
        return None
    for to in range(at - 1, max(start, at - _CLAUSE // 2), -1):
        if tokens[to].quoted >= 0 or tokens[to].text in ";:":
            return None
        if tokens[to].lower != "to":
            continue
        named = phrase_before(tokens, start, to, lexicon)
        if named is None or named.first - 1 <= start:
            continue
        led = tokens[named.first - 1].lower
        if led in _MOVED or (led == "for" and tokens[start].lower in ("there", "it", "there's", "it's")):
            return named
    return None


def _coordinate(tokens: Sequence[Token], verb: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the verb has one that “and” at *at* joins to it in the same form: denounced it and said."""
    if tokens[at].lower not in ("and", "but", "or") or verb == 0:
        return False
    before = tokens[verb - 1].lower
    governed = before == "to" or before in lexicon.modals or before in TO_BE or before in ("be", "n't", "not")
    if governed or before.endswith("n't") or before in ("has", "have", "had"):
        return False
    form = any(token.lower.endswith("ing") for token in tokens[at + 1 : at + 3])
    return form == tokens[verb].lower.endswith("ing")


def is_over(
    tokens: Sequence[Token], start: int, verb: int, at: int, lexicon: Lexicon, *, also_as: bool = False
) -> bool:
    """Whether the verb belongs to a clause that opens the sentence and is over before *at*: After X asked, Y said.

    *also_as*: “As X spoke, the board …” is such a clause, too, and not “as X put it”.
    """
    head = start
    while head < verb and tokens[head].lower in ("even", "just", "but", "and", "shortly", "long", "soon"):
        head += 1
    if (
        lexicon.language != "en"
        or tokens[head].lower not in lexicon.whiles
        or (tokens[head].lower == "as" and not also_as)
    ):
        return False
    closed = next((n for n in range(verb + 1, at) if tokens[n].text == ","), at)
    main = phrase_from(tokens, closed + 1, at, lexicon) if closed + 1 < at else None
    return main is not None and not any(tokens[n].text == "," for n in range(head, verb))


def _joins(tokens: Sequence[Token], head: int, at: int) -> bool:
    """Whether the clause that *head* opens goes on behind *at*: when X knocked the plan and called it."""
    joined = at < len(tokens) and tokens[at].lower in ("and", "but", "or")
    return joined and not any(t.text in ",;:" or t.quoted >= 0 for t in tokens[head + 1 : at])


def _could_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a word with a capital stands in the phrase, not only at the head of its sentence."""
    inside = [at for at in range(phrase.first, phrase.last) if tokens[at].is_name]
    return any(at == 0 or tokens[at - 1].sentence == tokens[at].sentence or len(inside) > 1 for at in inside)


def _could_speak(tokens: Sequence[Token], phrase: Phrase, lexicon: Lexicon) -> bool:
    return any(
        t.is_name or t.lower in lexicon.pronouns or t.lower in lexicon.articles
        for t in tokens[phrase.first : phrase.last]
    )
