"""A report inside a report: which of two cues before the words is theirs."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, united
from quotations.reading.phrases import Phrase, is_verb
from quotations.reading.scene import Token
from quotations.reading.speakers.clauses import is_participle_form
from quotations.reading.speakers.cue_at import voice_at
from quotations.reading.speakers.owners import bears_no_words
from quotations.reading.speakers.voice import Route, Voice

REACH = 45
#: A verb so many tokens before a quotation leads to it.
NEAR = 6
#: Verbs behind which somebody is to do something.
_BIDS = frozenset(
    """suggest suggests suggested suggesting propose proposes proposed urge urges urged demand demands demanded recommend recommends
    recommended insist insists insisted request requests requested""".split()  # noqa: SIM905
)
#: How nouns end that are mostly persons'.
_MAKERS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "kin", "eer", "ive", "ent", "ary", "st", "ic")
#: Nouns that end so and are things.
_NO_MAKERS = frozenset(
    """rent cent percent event extent content accident incident current talent cost list test rest west east coast interest request
    protest contest forest past topic traffic music fabric water weather number letter power river winter summer matter chapter
    color colour error floor door factor sector offer border disorder disaster mirror harbor harbour motor terror
    future agreement narrative alternative initiative motive archive library salary history story country century city""".split()  # noqa: SIM905
)
_SPEAKERS = frozenset(
    """people men women police official officials aide aides team board court jury committee council company group groups union
    campaign agency ministry office department government administration staff party club paper papers newspaper magazine network
    family families wife husband son daughter mother father parents friend friends ally allies source sources expert experts youth
    crowd crowds public press media industry bank firm firms association authority authorities commission panel force body one some
    many others most several child children boy boys girl girls guy guys army navy church school university college city town state
    nation country world""".split()  # noqa: SIM905
)
#: Verbs that take a clause and no noun for what is said.
_CLAUSAL = frozenset(
    """say says said saying argue argues argued arguing insist insists insisted insisting contend contends contended complain
    complains complained add adds added adding think thinks thought believe believes believed warned warns""".split()  # noqa: SIM905
)
_LANDS = frozenset(("nation", "country", "world", "state", "city", "town"))
#: Verbs that give a name to what stands between them and the words.
_NAMES = frozenset(
    """call calls called calling label labels labeled labelled brand brands branded dub dubs dubbed deem deems
    deemed""".split()  # noqa: SIM905
)
_SHALL = frozenset(("will", "'ll", "shall", "must", "can"))
_DRAFT = 4
#: Prepositions before the place where something is said.
_WITHIN = frozenset(
    "in on at through via during about auf bei per dans sur lors en por nel nella sul sulla num numa no na op tijdens".split()  # noqa: SIM905
)
#: Nouns whose owner is judged more often than heard where they stand right before the words.
_JUDGED = frozenset(
    """report reports comment comments remark remarks statement statements speech letter decision ruling order policy plan
    proposal law bill""".split()  # noqa: SIM905
)


def told_in(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
    """Of “the board says on its page that “…”” the board: the noun only tells where it says so."""
    if voice.route is not Route.NOUN or voice.subject is None or voice.subject.first - 1 <= start:
        return None
    within = voice.subject.first - 1
    if tokens[within].lower == "of":
        # said about it in the latest draft of its platform
        near = range(within - 1, max(start, within - _DRAFT) - 1, -1)
        within = next((at for at in near if tokens[at].lower in ("in", "on", "at")), within)
    if tokens[within].lower not in _WITHIN or (tokens[within].lower == "about" and not bears_no_words(tokens, voice)):
        return None
    for verb in range(within - 1, max(start, within - 2 * NEAR) - 1, -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ",;:":
            return None
        if (
            tokens[verb].lower in lexicon.said
            and tokens[verb].lower not in lexicon.thought
            and is_verb(tokens, verb, lexicon)
        ):
            outer = _reported(tokens, start, verb, place, lexicon)
            before = outer is not None and outer.subject is not None and outer.subject.last <= verb
            return outer if before else None
    return None


def told_of(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
    """Of “Y said that X's report “was thin”” Y: the report is what the words are about."""
    subject = voice.subject
    if voice.route is not Route.NOUN or voice.cue is None or subject is None:
        return None
    said = _said_of(tokens, start, voice.cue[1], subject, place, lexicon)
    if said is not None:
        return _reported(tokens, start, said, place, lexicon)
    called = _called_so(tokens, start, voice.cue[0], subject, place, lexicon)
    if called is not None:
        return _reported(tokens, start, called, place, lexicon)
    if tokens[voice.cue[0]].lower not in _JUDGED or max(voice.cue[1], subject.last) != place:
        return None
    near = min(voice.cue[0], subject.first) - 1
    if near >= start and tokens[near].lower in lexicon.said and is_verb(tokens, near, lexicon):
        # Y said X's plan “makes no sense”
        return _reported(tokens, start, near, place, lexicon)
    near += tokens[subject.first].lower == "that" and subject.first == near + 1
    for verb in range(near, max(start, place - REACH // 2), -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ";:":
            return None
        if tokens[verb].lower == "that" and verb > start:
            said = _said_before(tokens, start, verb, lexicon)
            return _reported(tokens, start, said, place, lexicon) if said is not None else None
    return None


def _said_of(
    tokens: Sequence[Token], start: int, noun: int, subject: Phrase, place: int, lexicon: Lexicon
) -> int | None:
    """The verb of “Y said X's words and acts “were vain””, with *noun* past the noun: X's words are what Y speaks of."""
    near = subject.first - 1
    near -= near > start and tokens[near].lower == "that"
    if lexicon.language != "en" or near <= start or tokens[near].lower not in _CLAUSAL or subject.last >= noun:
        return None
    between = tokens[noun:place]
    leads = any(token.lower in ("that", "of") or token.text in ",:;" or token.quoted >= 0 for token in between)
    return near if not leads and is_verb(tokens, near, lexicon) else None


def _called_so(
    tokens: Sequence[Token], start: int, noun: int, subject: Phrase, place: int, lexicon: Lexicon
) -> int | None:
    """The verb of “Y called the use of her letters “vain””: what it is done to ends with the *noun* right before the words."""
    if lexicon.language != "en" or noun + 1 != place or subject.last > noun:
        return None
    for verb in range(subject.first - 1, max(start, place - REACH // 2), -1):
        if tokens[verb].text in ",;:" or tokens[verb].lower in ("and", "but", "that", "who", "which"):
            return None
        if tokens[verb].lower in _NAMES and is_verb(tokens, verb, lexicon):
            return verb
    return None


def told_by(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
    """Of “Y said the spate of floods demands “…”” Y: what cannot speak does not; and “Y suggested they post “…””."""
    subject = voice.subject
    if lexicon.language != "en" or voice.route is not Route.BEFORE or subject is None or voice.cue is None:
        return None
    if subject.last > voice.cue[0] or subject.first - 1 <= start:
        return None
    said = subject.first - 1 - (tokens[subject.first - 1].lower == "that")
    if any(token.lower in _SHALL for token in tokens[subject.last : voice.cue[0]]):
        # Y said he expected that they will say “no”
        foreseen = _said_before(tokens, start, said + 1, lexicon)
        return _reported(tokens, start, foreseen, place, lexicon) if foreseen is not None else None
    if tokens[said].lower not in lexicon.said or not is_verb(tokens, said, lexicon):
        return None
    bidden_to = tokens[said].lower in _BIDS and tokens[voice.cue[0]].lower in lexicon.bare
    verb = voice.cue[0]
    # Y replied that she was threatening them with “…”; Y said X reminds him of it, explaining “…”
    own = subject.last == verb and is_participle_form(tokens, start, verb, lexicon)
    lasting = tokens[verb].lower.endswith("ing") and not own and tokens[verb - 1].lower != "as"
    if not bidden_to and not lasting and can_speak(tokens, subject, lexicon):
        return None
    return _reported(tokens, start, said, place, lexicon)


def _reported(tokens: Sequence[Token], start: int, verb: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The voice of the outer *verb*, unless the words are said by somebody else in the passive."""
    outer = voice_at(tokens, start, verb, place, lexicon)
    return outer if outer is not None and outer.route is Route.BEFORE else None


def _said_before(tokens: Sequence[Token], start: int, that: int, lexicon: Lexicon) -> int | None:
    """The verb that the word *that* goes on from: said on the radio on Monday that."""
    for verb in range(that - 1, max(start, that - 2 * NEAR) - 1, -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ",;:":
            return None
        if tokens[verb].lower in lexicon.said and is_verb(tokens, verb, lexicon):
            return verb
    return None


def can_speak(tokens: Sequence[Token], subject: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase may be somebody, or something that bears words."""
    words = tokens[subject.first : subject.last]
    if any(
        t.is_name or t.lower in united(lexicon.pronouns, lexicon.first)
        for t in words
        if t.lower not in lexicon.articles
    ):
        return True
    if len(words) == 1 and words[0].lower in lexicon.pronouns:
        return True
    return any(_is_somebody(t.lower, lexicon) for t in words)


def may_own(tokens: Sequence[Token], owner: Phrase, lexicon: Lexicon) -> bool:
    """Whether words right behind an owner's s may be the owner's: X's “plan”, not: the inquiry's “scope”."""
    if lexicon.language != "en" or any(t.is_name for t in tokens[owner.first : owner.last]):
        return True
    head = tokens[owner.last - 1].lower
    return head not in _LANDS and (head in lexicon.pronouns or _is_somebody(head, lexicon))


def _is_somebody(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun in small letters is a person's, a body's or a writing's."""
    known = word in united(lexicon.nouns, lexicon.titles, _SPEAKERS)
    one = word.removesuffix("s")
    return known or (one.endswith(_MAKERS) and not one.endswith("ment") and one not in _NO_MAKERS)
