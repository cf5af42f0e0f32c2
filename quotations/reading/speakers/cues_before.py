"""Who speaks, told before the words: X said that “…”; X's claim that “…”; And from X: “…”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    Phrase,
    is_verb,
    phrase_before,
    phrase_from,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.owners import bears_no_words, only_about, owner_at
from quotations.reading.speakers.passives import becomes_as, by, by_again, overheard, seen_as
from quotations.reading.speakers.subjects import TO_BE, bidden, subject_of
from quotations.reading.speakers.turned import VERB_SECOND, turned
from quotations.reading.speakers.voice import Route, Voice

_REACH = 45
#: A verb so many tokens before a quotation leads to it.
_NEAR = 6
#: Verbs that lead to words only right before them.
_GOING = frozenset(("go", "goes", "went"))
_BESIDE = 3
#: Verbs behind which somebody is to do something.
_BIDS = frozenset(
    """suggest suggests suggested suggesting propose proposes proposed urge urges urged demand demands demanded recommend recommends
    recommended insist insists insisted request requests requested""".split()  # noqa: SIM905
)
#: How nouns end that are mostly persons'.
_MAKERS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "kin", "eer", "ive", "ent", "ary", "st", "ic")
_SPEAKERS = frozenset(
    """people men women police official officials aide aides team board court jury committee council company group groups union
    campaign agency ministry office department government administration staff party club paper papers newspaper magazine network
    family families wife husband son daughter mother father parents friend friends ally allies source sources expert experts youth
    crowd crowds public press media industry bank firm firms association authority authorities commission panel force body one some
    many others most several child children boy boys girl girls guy guys army navy church school university college city town state
    nation country world""".split()  # noqa: SIM905
)
#: Participles of the verbs that quote a phrase which do not end in -ed.
_PASSIVE = frozenset(("held", "found", "made", "shown", "given"))
_FULL = 2  #: words of a name in full
#: What German and Dutch part from a verb and put last.
_PARTED = frozenset("ab an auf aus ein nach vor zu zurück hin hinzu fort weg af aan in uit toe op terug".split())  # noqa: SIM905
_GOES_ON = frozenset("begin begins began start starts started continue continues continued".split())  # noqa: SIM905
_PUTS = frozenset(("it", "this", "that", "things", "the"))
_SPEAKING = frozenset(("spoke", "speaks", "spoken", "talked", "talks"))
_DRAFT = 4
#: Verbs whose passive has the hearer or the words for a subject.
_HEARD = frozenset("said told asked informed warned reminded assured advised instructed ordered urged".split())  # noqa: SIM905
#: Prepositions before the place where something is said.
_WITHIN = frozenset(
    "in on at through via during about auf bei per dans sur lors en por nel nella sul sulla num numa no na op tijdens".split()  # noqa: SIM905
)
_LINES = frozenset(("lines", "words", "quotes", "take", "verdict", "version", "conclusion", "advice", "reaction"))
_READS = frozenset(
    ("steht", "stand", "staat", "stond", "legge", "leggeva", "lee", "leía", "lit", "lisait", "lê", "si", "se", "on")
)
_ON = frozenset(("on", "at", "into", "in", "during"))
_DASHES = ("—", "–", "-", "--")
#: Nouns whose owner is judged more often than heard where they stand right before the words.
_JUDGED = frozenset(
    """report reports comment comments remark remarks statement statements speech letter decision ruling order policy plan
    proposal law bill""".split()  # noqa: SIM905
)


def before_cue(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """The nearest verb of speech before the quotation with its subject, or the nearest noun of speech with its owner.

    A verb that only stands inside what somebody says gives way to that somebody's: “noting that donors feel “…””.
    """
    for rule in (by_again, _gapped, _after_dash, seen_as, becomes_as, overheard, _as_such):
        again = rule(tokens, start, place, lexicon)
        if again is not None:
            return again
    first = max(start, place - _REACH)
    inner: Voice | None = None
    for at in range(place - 1, first - 1, -1):
        if tokens[at].quoted >= 0:
            continue
        if inner is not None and tokens[at].text == ";":
            return inner
        voice = _voice_at(tokens, start, at, place, lexicon)
        if voice is None:
            continue
        if inner is None and (voice.route is not Route.BEFORE or _leads(tokens, at, place, lexicon)):
            outer = (
                _told_in(tokens, start, voice, place, lexicon)
                or _told_of(tokens, start, voice, place, lexicon)
                or _told_by(tokens, start, voice, place, lexicon)
            )
            if outer is None and only_about(tokens, voice):
                continue
            return outer or voice
        if inner is not None and (voice.route is not Route.BEFORE or tokens[at].lower not in lexicon.said):
            continue
        if inner is not None and tokens[at].lower in lexicon.thought:
            continue
        if inner is not None:
            return voice
        inner = voice
    if inner is not None:
        return inner
    if place > start and tokens[place - 1].text == ":":
        subject = before_colon(tokens, start, place - 1, lexicon)
        if subject is not None:
            return Voice(Route.COLON, subject, None)
    if place - 1 > start and tokens[place - 1].lower == "'s":
        owner = phrase_before(tokens, start, place - 1, lexicon)
        if owner is not None:
            return Voice(Route.NOUN, owner, None)
    return None


def _as_such(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X criticized those who support Y as “…”: the verb that takes “as”, past others that do not."""
    tie = place - 1 - (tokens[place - 1].lower in ("a", "an", "the"))
    if lexicon.language != "en" or tie <= start or tokens[tie].lower != "as":
        return None
    other = False
    for at in range(tie - 1, max(start, tie - _REACH // 2) - 1, -1):
        if tokens[at].quoted >= 0 or tokens[at].text in ";:—–":
            return None
        if not is_verb(tokens, at, lexicon):
            continue
        if tokens[at].lower in lexicon.called and tokens[at].lower not in lexicon.thought:
            return _voice_at(tokens, start, at, place, lexicon) if other else None
        other = True
    return None


def _told_in(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
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
    for verb in range(within - 1, max(start, within - 2 * _NEAR) - 1, -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ",;:":
            return None
        if (
            tokens[verb].lower in lexicon.said
            and tokens[verb].lower not in lexicon.thought
            and is_verb(tokens, verb, lexicon)
        ):
            outer = _voice_at(tokens, start, verb, place, lexicon)
            if outer is None or outer.route is not Route.BEFORE or outer.subject is None:
                return None
            return outer if outer.subject.last <= verb else None
    return None


def _told_of(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
    """Of “Y said that X's report “was thin”” Y: the report is what the words are about."""
    if voice.route is not Route.NOUN or voice.cue is None or tokens[voice.cue[0]].lower not in _JUDGED:
        return None
    subject = voice.subject
    if subject is None or max(voice.cue[1], subject.last) != place:
        return None
    near = min(voice.cue[0], subject.first) - 1
    if near >= start and tokens[near].lower in lexicon.said and is_verb(tokens, near, lexicon):
        # Y said X's plan “makes no sense”
        outer = _voice_at(tokens, start, near, place, lexicon)
        return outer if outer is not None and outer.route is Route.BEFORE else None
    near += tokens[subject.first].lower == "that" and subject.first == near + 1
    for verb in range(near, max(start, place - _REACH // 2), -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ";:":
            return None
        if tokens[verb].lower == "that" and verb > start:
            said = _said_before(tokens, start, verb, lexicon)
            outer = _voice_at(tokens, start, said, place, lexicon) if said is not None else None
            return outer if outer is not None and outer.route is Route.BEFORE else None
    return None


def _told_by(tokens: Sequence[Token], start: int, voice: Voice, place: int, lexicon: Lexicon) -> Voice | None:
    """Of “Y said the spate of floods demands “…”” Y: what cannot speak does not; and “Y suggested they post “…””."""
    subject = voice.subject
    if lexicon.language != "en" or voice.route is not Route.BEFORE or subject is None or voice.cue is None:
        return None
    if subject.last > voice.cue[0] or subject.first - 1 <= start:
        return None
    said = subject.first - 1 - (tokens[subject.first - 1].lower == "that")
    if tokens[said].lower not in lexicon.said or not is_verb(tokens, said, lexicon):
        return None
    bidden_to = tokens[said].lower in _BIDS and tokens[voice.cue[0]].lower in lexicon.bare
    if not bidden_to and _can_speak(tokens, subject, lexicon):
        return None
    outer = _voice_at(tokens, start, said, place, lexicon)
    return outer if outer is not None and outer.route is Route.BEFORE and outer.subject is not None else None


def _can_speak(tokens: Sequence[Token], subject: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase may be somebody, or something that bears words."""
    words = tokens[subject.first : subject.last]
    if any(t.is_name or t.lower in lexicon.pronouns | lexicon.first for t in words if t.lower not in lexicon.articles):
        return True
    if len(words) == 1 and words[0].lower in lexicon.pronouns:
        return True
    return any(_is_somebody(t.lower, lexicon) for t in words)


def _is_somebody(word: str, lexicon: Lexicon) -> bool:
    """Whether a noun in small letters is a person's, a body's or a writing's."""
    return word in lexicon.nouns | lexicon.titles | _SPEAKERS or word.removesuffix("s").endswith(_MAKERS)


def _is_called(tokens: Sequence[Token], start: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether the verb is the passive of one that quotes a phrase: was described, has been hailed."""
    word = tokens[verb].lower
    ends = word.endswith("ed") or word in _PASSIVE
    if word not in lexicon.called or (word in lexicon.said and word != "called") or not ends:
        return False
    form = verb - 1
    while form > start and (
        tokens[form].lower in ("also", "once", "later", "often") or tokens[form].lower.endswith("ly")
    ):
        form -= 1
    return tokens[form].lower in TO_BE | {"be"}


def _said_before(tokens: Sequence[Token], start: int, that: int, lexicon: Lexicon) -> int | None:
    """The verb that the word *that* goes on from: said on the radio on Monday that."""
    for verb in range(that - 1, max(start, that - 2 * _NEAR) - 1, -1):
        if tokens[verb].quoted >= 0 or tokens[verb].text in ",;:":
            return None
        if tokens[verb].lower in lexicon.said and is_verb(tokens, verb, lexicon):
            return verb
    return None


def _gapped(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X called it “a miracle”; Y, in the minutes, “a scandal”: a new clause that does without its verb."""
    bare = _gapped_of(tokens, start, place, lexicon)
    if bare is not None:
        return bare
    for semicolon in range(place - 1, max(start, place - _REACH // 2), -1):
        if tokens[semicolon].quoted >= 0 or is_verb(tokens, semicolon, lexicon):
            return None
        if tokens[semicolon].text == ";":
            break
        behind = semicolon - 1 - (tokens[semicolon - 1].text == ",")
        if tokens[semicolon].lower == "and" and behind > start and tokens[behind].quoted >= 0:
            # and Y, in the minutes, “a scandal”
            break
    else:
        return None
    before_it = any(token.quoted >= 0 for token in tokens[start:semicolon])
    subject = phrase_from(tokens, semicolon + 1, place, lexicon)
    if not before_it or subject is None or not tokens[subject.first].is_name or tokens[place - 1].text != ",":
        return None
    return Voice(Route.BEFORE, subject, None) if tokens[subject.last].text == "," else None


def _gapped_of(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """X warned of “dark days,” and Y of “dry ones”: the verb is not said again."""
    if lexicon.language != "en" or tokens[place - 1].lower not in ("of", "about", "as"):
        return None
    named = phrase_before(tokens, start, place - 1, lexicon)
    if named is None or named.first <= start or not all(t.is_name for t in tokens[named.first : named.last]):
        return None
    before = named.first - 1
    while before > start and (tokens[before].text in ",;" or tokens[before].lower in ("and", "while")):
        before -= 1
    return Voice(Route.BEFORE, named, None) if tokens[before].quoted >= 0 else None


def _after_dash(tokens: Sequence[Token], start: int, place: int, lexicon: Lexicon) -> Voice | None:
    """Keepers agree — X: “…”: the name behind the dash, not what stands before it."""
    if place - 2 <= start or tokens[place - 1].text != ":":
        return None
    named = phrase_before(tokens, start, place - 1, lexicon)
    if named is None or named.first - 2 < start or tokens[named.first - 1].text not in _DASHES:
        return None
    dash = tokens[named.first - 1]
    loose = dash.start > tokens[named.first - 2].end and tokens[named.first].start > dash.end
    alone = all(token.is_name for token in tokens[named.first : named.last])
    return Voice(Route.COLON, named, None) if loose and alone else None


def _leads(tokens: Sequence[Token], verb: int, place: int, lexicon: Lexicon) -> bool:
    """Whether the verb itself leads to the quotation, and no clause stands between."""
    if tokens[verb].lower in lexicon.thought:
        return False
    if verb > 2 and tokens[verb - 1].lower == "which" and tokens[verb - 2].text == ",":
        # they signed the letter, which asked
        return tokens[verb - 3].lower in lexicon.nouns
    if verb and tokens[verb - 1].lower in ("to", "who", "which"):
        return bidden(tokens, max(0, verb - _REACH), verb, lexicon) is not None
    if tokens[place - 1].text in ",:" or tokens[place - 1].lower in ("that", "dass", "que", "che", "dat"):
        return True
    return place - verb <= _NEAR


def _voice_at(tokens: Sequence[Token], start: int, at: int, place: int, lexicon: Lexicon) -> Voice | None:
    if is_verb(tokens, at, lexicon):
        if tokens[at].lower in _GOING and place - at > _BESIDE:
            # "once the House goes on recess, “…”"
            return None
        if _is_no_speech(tokens, at) or _is_aside(tokens, at, place):
            return None
        if tokens[at].lower in _SPEAKING and at + 1 < place - 1 and tokens[at + 1].text == ",":
            # As X spoke, people shouted “…”
            return None
        passive = by(tokens, at, place, lexicon)
        if passive is not None:
            return Voice(Route.BY, passive, (at, at + 1))
        if tokens[at - 1].lower in ("was", "is") and at > 1 and tokens[at - 2].lower == "it":
            # "it was revealed that": nobody in particular.
            return None
        if lexicon.language == "en" and tokens[at].lower in _HEARD and tokens[at - 1].lower in TO_BE:
            # X was told that: whoever told it is not named.
            return None
        if lexicon.language == "en" and _is_called(tokens, start, at, lexicon):
            # The dam is called “a bomb”: by whom is not told.
            return None
        subject = turned(tokens, start, at, place, lexicon) or subject_of(tokens, start, at, lexicon, 0)
        return Voice(Route.BEFORE, subject, (at, at + 1)) if subject is not None else None
    if tokens[at].lower in lexicon.nouns:
        return owner_at(tokens, start, at, place, lexicon)
    return None


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


def _is_no_speech(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb that may report does something else here: continues to be, puts a hand on."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.quoted >= 0:
        return False
    if tokens[at].lower in ("put", "puts"):
        return following.lower not in _PUTS and following.is_word
    return tokens[at].lower in _GOES_ON and following.lower == "to"


def _is_aside(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether the verb stands in a relative clause that is over: praised Y, who ended her bid, as “…”."""
    if at < 2 or tokens[at - 1].lower not in ("who", "which") or tokens[at - 2].text != ",":
        return False
    return any(token.text == "," for token in tokens[at + 1 : place - 1])


def before_colon(tokens: Sequence[Token], start: int, colon: int, lexicon: Lexicon) -> Phrase | None:
    """The mayor, Ilka Strand, on her own page: “…”; And from the Association: “…”."""
    while lexicon.language != "en" and colon - 1 > start and tokens[colon - 1].lower in _READS:
        # Auf dem Schild steht: “…”; sul cartello si legge: “…”
        colon -= 1
    opening = tuple(t.lower for t in tokens[start : start + 4])
    if any(opening[: len(lead)] == lead for lead in lexicon.according):
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
    if lexicon.language == "en" and tokens[subject.last - 1].lower in lexicon.nouns | _LINES:
        owned = next((n for n in range(subject.last - 1, subject.first, -1) if tokens[n].lower == "'s"), None)
        if owned is not None:
            # X's most memorable lines: “…”
            return Phrase(subject.first, owned)
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
