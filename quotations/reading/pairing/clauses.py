"""The clauses of a sentence that holds two voices: a link in the one answers for no words of the other.

Ferrier called it “a miracle”; Lanyon, in [minutes], “a scandal”.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.dividing import Division
from quotations.reading.pairing.joins import Clause, Join
from quotations.reading.scene import Scene, Token

_PLACED = frozenset("in on at during from im auf dans en nel no na em op".split())  # noqa: SIM905
_ADDING = frozenset(
    [
        "adding",
        "saying",
        "noting",
        "calling",
        "writing",
        "telling",
        "stating",
        "declaring",
        "insisting",
        "explaining",
        "describing",
        "arguing",
        "claiming",
        "warning",
        "tweeting",
        "posting",
        "asking",
        "promising",
        "urging",
        "predicting",
        "suggesting",
        "concluding",
        "continuing",
        "admitting",
        "joking",
    ]
)
_ASKED = ("ask", "interview", "press", "gefragt", "interrog", "pregunt")


class Share(StrEnum):
    """Whether a link's clause and a quotation's are one."""

    SAME = "same"
    SIBLING = "sibling"  #: another clause of the same speaker's, or one that what opens the sentence serves too
    APART = "apart"


class Clauses:
    """The clauses of one document's sentences, each sentence divided once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[int, int], tuple[dict[int, int], list[Clause]]] = {}

    def of(self, paragraph: int, scene: Scene, sentence: int) -> tuple[dict[int, int], list[Clause]]:
        """Which clause each token of the sentence belongs to, and the clauses; one clause where nothing divides it."""
        key = (paragraph, sentence)
        if key not in self._known:
            start, end = scene.bounds(sentence)
            self._known[key] = Division(scene, start, end, self._lexicon).divide()
        return self._known[key]

    def around(self, paragraph: int, scene: Scene, sentence: int, token: int) -> tuple[int, int]:
        """First and past-the-last token of the clause in which *token* stands."""
        numbers, clauses = self.of(paragraph, scene, sentence)
        clause = clauses[numbers.get(token, 0)]
        return clause.first, clause.last

    def speaker(self, paragraph: int, scene: Scene, place: int) -> str | None:
        """The last word of who speaks in the clause of the token *place*, where its sentence has several voices."""
        numbers, clauses = self.of(paragraph, scene, scene.tokens[place].sentence)
        return clauses[numbers[place]].who if len(clauses) > 1 else None

    def share(self, paragraph: int, scene: Scene, link: int, quotes: Sequence[int]) -> Share:
        """What the clause of the token *link* has to do with that of the quotation's tokens *quotes*."""
        sentence = scene.tokens[link].sentence
        numbers, clauses = self.of(paragraph, scene, sentence)
        inside = [numbers[q] for q in quotes if q in numbers]
        if len(clauses) == 1 or not inside or numbers.get(link) in (None, *inside):
            return Share.SAME
        return _share(clauses[numbers[link]], clauses[inside[0]], link, quotes, scene.tokens)


def _share(theirs: Clause, own: Clause, link: int, quotes: Sequence[int], tokens: Sequence[Token]) -> Share:
    if theirs.join is Join.AS:
        return Share.SAME if theirs.of in quotes else Share.APART
    if link > quotes[-1]:
        return Share.APART if own.voiced or theirs.quotes else Share.SAME
    if theirs.join in (Join.ASIDE, Join.WHO, Join.PARTICIPLE):
        return Share.APART
    if not own.voiced:
        return Share.SAME
    asks = theirs.cue is not None and tokens[theirs.cue[0]].lower.startswith(_ASKED)
    if own.who is None and (own.join in (Join.TIME, Join.WHO) or _goes_on(own, tokens, quotes)):
        return Share.SAME
    if theirs.join is Join.TIME and not theirs.quotes and (asks or not theirs.voiced):
        return Share.SAME
    fronted = (
        own.join in (Join.AND, Join.CONTRAST)
        and tokens[theirs.first].lower in _PLACED
        and theirs.subject is not None
        and link < theirs.subject
    )
    same = own.join is not Join.PARTICIPLE and (own.who is None or own.who == theirs.who)
    return Share.SIBLING if fronted or same else Share.APART


def _goes_on(own: Clause, tokens: Sequence[Token], quotes: Sequence[int]) -> bool:
    """“…,” adding that it was “…”: a participle of speech has the same speaker."""
    return own.join is Join.PARTICIPLE and tokens[own.first].lower in _ADDING and own.first < quotes[0]
