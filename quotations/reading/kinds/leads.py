"""What leads to a title rather than to speech: owners, prepositions, what is done with works; and what leads to speech."""

from __future__ import annotations

from quotations.model import QuotationKind
from quotations.reading.kinds.case import Case, Kind
from quotations.reading.lexicon import united
from quotations.reading.speakers.voice import Route

#: What is done with works, and with words hardly ever.
_PLAYED = frozenset(
    """played plays play playing sang sings sing singing sung performed performs perform recorded records record
    wrote writes published publishes titled entitled directed directs filmed watched watches read screened aired
    released releases hummed covered composed""".split()  # noqa: SIM905
)
#: What somebody does with works and hardly with words: “she read”, not “the sign read”.
_ENJOYED = frozenset(("read", "reads", "sang", "sings", "sung", "hummed", "recited", "watched", "rewatched", "reread"))
#: Who speaks for himself.
_I = frozenset(("i", "we"))
#: What anybody does with songs: the crowd sang “Haul Away, Joe”.
_SUNG = frozenset(("sang", "sings", "sung", "hummed"))
_PLACES = frozenset(("on", "in", "at", "from", "for"))
_AIMS = frozenset(("goal", "goals", "aim", "aims", "idea", "ideas", "motto", "policy", "strategy", "theme", "vision"))
#: “Chants of “Lock the Gate””: words that many say, and no title.
_CRIES = frozenset("chant chants cry cries shout shouts call calls scream screams yell yells chorus choruses".split())  # noqa: SIM905
#: He answered with “Not Now”; he ended his letter with “Yours in Haste”, but: closed the show with “Down by the Weir”.
_ANSWERED = frozenset(
    "reply replies replied answer answers answered respond responds responded counter countered greeted met".split()  # noqa: SIM905
)
_BOUNDED = frozenset(
    """ends ended ending close closes closed closing conclude concludes concluded finish finished began begins begin opens opened
    opening signs signed""".split()  # noqa: SIM905
)
_ADDRESSES = frozenset("meeting sermon talk rally session toast prayer service chat call".split())  # noqa: SIM905
#: So many words back such a verb stands.
_PUT_BEFORE = 6
_DATIVE = frozenset(("dem", "der", "den"))
_TALKS = frozenset(("gespräch", "interview"))
_LONGEST_PAPER = 4
_BEFORE_WORKS = frozenset(("on", "in", "from", "of", "during", "with", "watching", "reading", "at", "’s"))


def addressed(case: Case) -> bool:
    """Dem „Spiegel“ sagte er; im Gespräch mit der „Rheinischen Post“; gegenüber dem „Tagesboten“."""
    before, after = case.before, case.after
    if case.lexicon.language != "de" or not before or before[-1].lower not in _DATIVE:
        return False
    if len(case.words) > _LONGEST_PAPER or case.draft.words[-1:] in ".,!?":
        return False
    led = [t.lower for t in before[-5:-1]]
    spoken_to = led[-1:] == ["gegenüber"] or (led[-1:] == ["mit"] and any(word in _TALKS for word in led))
    return spoken_to or bool(not led and after and after[0].lower in case.lexicon.said)


def owned(case: Case) -> bool:
    """On Fox's “Hannity,”: one word with a capital, behind an owner who follows a preposition."""
    before = case.before
    if len(before) < 3 or before[-1].lower != "'s" or not before[-2].is_name:
        return False
    at = len(before) - 2
    while at > 0 and before[at].is_name:
        at -= 1
    return before[at].lower in _PLACES


def led(case: Case) -> Kind | None:
    """The words before are those that lead to a title, not to speech."""
    before, words = case.before, case.words
    if len(words) < 2:
        return None
    lead = before[-1].lower
    if lead == "'s" and len(before) > 1 and before[-2].is_name:
        return QuotationKind.TITLE, "written as a title after its owner's name"
    written = lead == "reading" and len(before) > 1 and before[-2].lower in case.lexicon.nouns
    if written:
        # A banner reading “Oil the Pump”.
        return None
    if _spoken(case):
        return None
    somebody = united(case.lexicon.he, case.lexicon.she, case.lexicon.they, _I)
    enjoyed = lead in _ENJOYED and len(before) > 1 and before[-2].lower in somebody
    if lead in _BEFORE_WORKS or enjoyed or lead in _SUNG:
        return QuotationKind.TITLE, f"written as a title after “{before[-1].text}”"
    if case.draft.route not in (None, Route.SUBJECT, Route.AFTER, Route.LATE):
        return None
    if lead in ("the", "a"):
        return QuotationKind.TITLE, "written as a title, and no cue leads to it"
    if lead in _PLAYED:
        return QuotationKind.TITLE, f"written as a title after “{before[-1].text}”"
    return None


def _spoken(case: Case) -> bool:
    """Whether what leads to words with capitals leads to speech: chants of “Lock Her Up”, a goal of “Peace Through Strength”."""
    before = case.before
    lead = before[-1].lower
    if lead == "of" and len(before) > 1:
        noun = before[-2].lower
        heard = not case.unheard and (noun in case.lexicon.nouns or noun in _AIMS)
        return heard or noun in _CRIES
    near = [token.lower for token in before[-_PUT_BEFORE:-1]]
    bounded = any(word in _BOUNDED for word in near) and any(w in case.lexicon.nouns or w in _ADDRESSES for w in near)
    return lead == "with" and (bounded or any(word in _ANSWERED for word in near))


def cue_near(case: Case) -> bool:
    """Whether a finite verb right after the words reports them and nothing else."""
    draft, tokens = case.draft, case.scene.tokens
    if draft.heard is None or draft.heard[1].cue is None:
        return False
    cue = draft.heard[1].cue
    verb = tokens[cue[0]].lower
    following = tokens[cue[1]].lower if cue[1] < len(tokens) else ""
    near = 0 <= cue[0] - case.place <= 8
    return near and not verb.endswith("ing") and following not in ("that", "the", "he", "she", ":")
