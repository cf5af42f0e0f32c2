"""From the words of a cue's subject to the person or institution meant, within one article."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, body_words, united
from quotations.reading.phrases import GERMAN_ARTICLES, PARTICLES, Phrase, is_said
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.memory import Memory
from quotations.reading.speakers.names import Name, names_in
from quotations.reading.speakers.people import People
from quotations.reading.speakers.pronouns import Persons
from quotations.reading.speakers.things import Things
from quotations.reading.speakers.wording import words_of

_SHORTEST_GERUND = 5
_OWNER = 2  #: tokens of “the People” before its s
_PAPERS = frozenset(("daily", "weekly", "journal", "post", "court", "bank", "hall"))
_ROLE = 4  #: so many tokens before a name in an apposition, the comma included
_TIES = frozenset(("of", "for", "at", "from", "to", "with", "in", "de", "du", "des", "von", "für", "bei", "vom"))


class Resolver:
    """Resolves the subjects of one article, paragraph after paragraph."""

    def __init__(self, lexicon: Lexicon, people: People, known: frozenset[str]) -> None:
        self.lexicon = lexicon
        self._known = known  #: words that are names inside a sentence
        self.memory = Memory(people)
        self._persons = Persons(lexicon, self.memory)

    def speaker(self, scene: Scene, subject: Phrase, names: Sequence[Name], said: dict[int, str]) -> str | None:
        """Whom *subject* means. *names* are the scene's; *said*: sentence → who spoke in it, as far as known."""
        tokens = scene.tokens
        first = tokens[subject.first].lower
        if subject.last - subject.first == 1 and first in self.lexicon.pronouns:
            return self._pronoun(tokens, subject.first, names, said)
        if first in self.lexicon.first and subject.last - subject.first == 1:
            return tokens[subject.first].text
        return self._named(tokens, subject)

    def _pronoun(self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str]) -> str | None:
        word = tokens[at].lower
        wanted = "he" if word in self.lexicon.he else "she" if word in self.lexicon.she else ""
        if not wanted:
            # Made anew: kept here it would keep all scenes until the collector of cycles came.
            return Things(self.lexicon, self.memory, self._named).meant(tokens, at, names)
        return self._persons.meant(tokens, at, names, said, wanted)

    def _named(self, tokens: Sequence[Token], subject: Phrase) -> str | None:
        """The name in the phrase; its words where there is none before a preposition."""
        cut = subject.first
        while cut < subject.last and not (cut > subject.first and self._ties(tokens, cut, subject.last)):
            cut += 1
        people = self.memory.people
        owned = [at for at in range(subject.first, cut) if tokens[at].lower == "'s"]
        begin = owned[-1] + 1 if owned and owned[-1] + 1 < cut else subject.first
        if owned and tokens[owned[-1]].text in "'’" and begin < cut and tokens[begin].is_name:
            # The Tollkeepers' Association: the owner is part of the name.
            return words_of(tokens, subject.first, subject.last)
        found = names_in(tokens, self.lexicon, begin, cut, known=self._known) or names_in(
            tokens, self.lexicon, begin, cut
        )
        if found:
            # Of "Democratic pollster Peter Fenn" the last run is the person.
            persons = [name for name in found if people.may_be_person(people.full(name))]
            chosen = persons[-1] if persons else found[-1]
            lower_after = any(t.is_word and not t.is_name for t in tokens[chosen.last : cut])
            if not lower_after:
                if owned and self._owns_body(tokens, subject, owned[-1], chosen):
                    return words_of(tokens, subject.first, subject.last)
                if cut < subject.last and (not persons or self._is_league(tokens, chosen, cut)):
                    return words_of(tokens, subject.first, subject.last)
                return people.full(chosen)
        titled = [n for n in names_in(tokens, self.lexicon, cut, subject.last) if n.title and n.last == subject.last]
        if titled and not any(t.is_word and t.lower not in self.lexicon.titles for t in tokens[begin:cut]):
            # Chairman of the Joint Chiefs of Staff Gen. Mark Milley.
            return people.full(titled[-1])
        beside = self._beside(tokens, subject)
        return beside or (
            words_of(tokens, subject.first, subject.last) if self._may_be_somebody(tokens, subject) else None
        )

    def _owns_body(self, tokens: Sequence[Token], subject: Phrase, owner: int, name: Name) -> bool:
        """Whether an owner is part of a body's name: the People's Daily."""
        one = owner - subject.first == _OWNER and tokens[subject.first].lower == "the" and tokens[owner - 1].is_name
        body = name.words[-1].lower() in body_words() | _PAPERS
        return one and body and name.first == owner + 1

    def _is_league(self, tokens: Sequence[Token], name: Name, tie: int) -> bool:
        """Whether a plural and what it is for make a body's name: Citizens for Lund."""
        full = self.memory.people.full(name)
        plural = len(name.words) == 1 and full.endswith("s") and not self.memory.people.is_person(full)
        return plural and tokens[tie].lower == "for" and tokens[tie + 1].is_name and name.last == tie

    def _past_place(self, tokens: Sequence[Token], at: int) -> int:
        """Past “in attendance” behind a description; *at* where no comma follows that."""
        if at >= len(tokens) or tokens[at].lower not in ("in", "at", "on", "with", "from"):
            return at
        comma = next((n for n in range(at + 1, min(len(tokens), at + _ROLE)) if tokens[n].text == ","), at)
        return comma if not any(t.is_name for t in tokens[at:comma]) else at

    def _tells_role(self, token: Token) -> bool:
        """Whether a small word may stand before the name of one who is described: businessman X, the banker X."""
        small = (
            token.is_word and not token.is_name and token.lower not in united(self.lexicon.stops, self.lexicon.pronouns)
        )
        return small and self.lexicon.language == "en" and not token.lower.endswith(("ed", "ing"))

    def _may_be_somebody(self, tokens: Sequence[Token], subject: Phrase) -> bool:
        """Whether words without a name could be a person or a body at all: not “having”, “received”, “'s”."""
        first = tokens[subject.first]
        if any(t.is_name for t in tokens[subject.first : subject.last]) or self.lexicon.language != "en":
            return first.lower != "'s"
        single = subject.last == subject.first + 1
        participle = single and first.lower.endswith("ed") and is_said(first, self.lexicon)
        gerund = (
            first.lower.endswith("ing")
            and len(first.lower) > _SHORTEST_GERUND
            and not tokens[subject.last - 1].lower.endswith("s")
        )
        verbal = participle or gerund or first.lower in self.lexicon.finite
        return not verbal and first.lower not in self.lexicon.auxiliaries and first.lower != "'s"

    def _ties(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a preposition stands there, and not the "de" of a name."""
        if self.lexicon.language == "de" and tokens[at].lower in GERMAN_ARTICLES | {"des"}:
            return True
        inside = tokens[at].lower in PARTICLES and tokens[at - 1].is_name and at + 1 < end and tokens[at + 1].is_name
        return tokens[at].lower in _TIES and not (inside and len(tokens[at - 1].text) > 1)

    def _beside(self, tokens: Sequence[Token], subject: Phrase) -> str | None:
        """The name set beside a description: “the bureau's director, James B. Comey,”."""
        at = self._past_place(tokens, subject.last)
        if at + 1 >= len(tokens) or tokens[at].text != ",":
            return None
        begin = at + 1
        while begin < min(len(tokens), at + _ROLE) and self._tells_role(tokens[begin]):
            begin += 1
        if begin >= len(tokens) or not tokens[begin].is_name:
            return None
        found = names_in(tokens, self.lexicon, begin, min(len(tokens), begin + 7))
        people = self.memory.people
        if not found or found[0].first > begin + 1 or not people.may_be_person(people.full(found[0])):
            return None
        closes = found[0].last < len(tokens) and tokens[found[0].last].text in ",.:—–"
        kin = tokens[subject.first].lower in self.lexicon.pronouns
        return people.full(found[0]) if closes and (len(found[0].words) > 1 or kin) else None
