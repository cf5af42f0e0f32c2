"""From the words of a cue's subject to the person or institution meant, within one article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotations.reading.lexicon import Lexicon, body_words
from quotations.reading.people import Name, People, names_in
from quotations.reading.phrases import PARTICLES, Phrase
from quotations.reading.scene import Scene, Token

#: How many sentences back a pronoun may point.
_MEMORY = 40
_TIES = frozenset(("of", "for", "at", "from", "to", "with", "in", "de", "du", "des", "von", "für", "bei", "vom"))


@dataclass(slots=True)
class Memory:
    """Who was named and who spoke so far, newest last."""

    people: People
    named: list[tuple[str, bool]] = field(default_factory=list)  #: (full name, whether it headed its sentence)
    spoke: list[str] = field(default_factory=list)

    def heard(self, speaker: str | None) -> None:
        """Remember who spoke."""
        if speaker:
            self.spoke.append(speaker)

    def saw(self, names: Sequence[Name], tokens: Sequence[Token]) -> None:
        """Remember who was named, sentence by sentence."""
        seen: int | None = None
        for name in names:
            sentence = tokens[name.first].sentence
            full = self.people.full(name)
            if could_be_person(full, self.people):
                self.named.append((full, sentence != seen))
                seen = sentence
        del self.named[:-_MEMORY]


def could_be_person(full: str, people: People) -> bool:
    """Whether *full* may be a person's name: not an institution's, a place's or a day's."""
    if people.is_person(full):
        return True
    words = [word.lower().strip(".") for word in full.split()]
    return not any(word in body_words() for word in words) and not full.isupper()


class Resolver:
    """Resolves the subjects of one article, paragraph after paragraph."""

    def __init__(self, lexicon: Lexicon, people: People, known: frozenset[str]) -> None:
        self.lexicon = lexicon
        self._known = known  #: words that are names inside a sentence
        self.memory = Memory(people)

    def speaker(self, scene: Scene, subject: Phrase, names: Sequence[Name], said: dict[int, str]) -> str | None:
        """Whom *subject* means. *names* are the scene's; *said*: sentence → who spoke in it, as far as known."""
        tokens = scene.tokens
        first = tokens[subject.first].lower
        if subject.last - subject.first == 1 and first in self.lexicon.pronouns:
            return self._pronoun(tokens, subject.first, names, said)
        if first in self.lexicon.first and subject.last - subject.first == 1:
            return tokens[subject.first].text
        return self._named(tokens, subject)

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
            return _words(tokens, subject.first, subject.last)
        found = names_in(tokens, self.lexicon, begin, cut, known=self._known) or names_in(
            tokens, self.lexicon, begin, cut
        )
        if found:
            # Of "Democratic pollster Peter Fenn" the last run is the person.
            persons = [name for name in found if could_be_person(people.full(name), people)]
            chosen = persons[-1] if persons else found[-1]
            lower_after = any(
                t.is_word and not t.is_name and t.lower not in self.lexicon.titles for t in tokens[chosen.last : cut]
            )
            if not lower_after:
                if cut < subject.last and not persons:
                    return _words(tokens, subject.first, subject.last)
                return people.full(chosen)
        titled = [n for n in names_in(tokens, self.lexicon, cut, subject.last) if n.title and n.last == subject.last]
        if titled and not any(t.is_word and t.lower not in self.lexicon.titles for t in tokens[begin:cut]):
            # Chairman of the Joint Chiefs of Staff Gen. Mark Milley.
            return people.full(titled[-1])
        beside = self._beside(tokens, subject)
        return beside or (
            _words(tokens, subject.first, subject.last) if self._may_be_somebody(tokens, subject) else None
        )

    def _may_be_somebody(self, tokens: Sequence[Token], subject: Phrase) -> bool:
        """Whether words without a name could be a person or a body at all: not “having”, “received”, “'s”."""
        first = tokens[subject.first]
        if any(t.is_name for t in tokens[subject.first : subject.last]) or self.lexicon.language != "en":
            return first.lower != "'s"
        verbal = first.lower in self.lexicon.finite or (first.lower.endswith("ing") and len(first.lower) > 5)
        return not verbal and first.lower not in self.lexicon.auxiliaries and first.lower != "'s"

    def _ties(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a preposition stands there, and not the "de" of a name."""
        inside = tokens[at].lower in PARTICLES and tokens[at - 1].is_name and at + 1 < end and tokens[at + 1].is_name
        return tokens[at].lower in _TIES and not (inside and len(tokens[at - 1].text) > 1)

    def _beside(self, tokens: Sequence[Token], subject: Phrase) -> str | None:
        """The name set beside a description: “the bureau's director, James B. Comey,”."""
        at = subject.last
        if at + 1 >= len(tokens) or tokens[at].text != "," or not tokens[at + 1].is_name:
            return None
        found = names_in(tokens, self.lexicon, at + 1, min(len(tokens), at + 8))
        people = self.memory.people
        if not found or found[0].first > at + 2 or not could_be_person(people.full(found[0]), people):
            return None
        closes = found[0].last < len(tokens) and tokens[found[0].last].text in ",.:—–"
        kin = tokens[subject.first].lower in self.lexicon.pronouns
        return people.full(found[0]) if closes and (len(found[0].words) > 1 or kin) else None

    def _pronoun(self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str]) -> str | None:
        word = tokens[at].lower
        wanted = "he" if word in self.lexicon.he else "she" if word in self.lexicon.she else ""
        if not wanted:
            return self._thing(tokens, at, names)
        known = self._here(tokens, at, names, said, wanted, known=True) or self._remembered(wanted, known=True)
        return known or self._here(tokens, at, names, said, wanted) or self._remembered(wanted) or tokens[at].text

    def _here(
        self,
        tokens: Sequence[Token],
        at: int,
        names: Sequence[Name],
        said: dict[int, str],
        wanted: str,
        *,
        known: bool = False,
    ) -> str | None:
        """Whom a pronoun means in its own paragraph, sentence by sentence backwards; *known*: persons for sure only."""
        people = self.memory.people
        sentence = tokens[at].sentence
        for number in range(sentence, -1, -1):
            speaker = said.get(number) if number < sentence else None
            if speaker and self._fits(speaker, wanted) and (not known or people.is_person(speaker)):
                return speaker
            here = [n for n in names if n.first < at and tokens[n.first].sentence == number]
            for name in here if number < sentence else here[:1]:
                full = people.full(name)
                if self._person(full) and self._fits(full, wanted) and (not known or people.is_person(full)):
                    return full
        return None

    def _remembered(self, wanted: str, *, known: bool = False) -> str | None:
        memory = self.memory
        fitting = [
            (full, headed)
            for full, headed in reversed(memory.named)
            if self._person(full) and self._fits(full, wanted) and (not known or memory.people.is_person(full))
        ]
        if memory.spoke and self._fits(memory.spoke[-1], wanted) and self._person(memory.spoke[-1]):
            last = memory.spoke[-1]
            if not known or memory.people.is_person(last):
                return last
        for full, headed in fitting:
            if headed and (memory.people.gender(full) or not known):
                return full
        return fitting[0][0] if fitting else None

    def _person(self, speaker: str) -> bool:
        """Whether a pronoun may mean *speaker*: a person's name, not a lone word with a capital."""
        people = self.memory.people
        sure = len(speaker.split()) > 1 or people.is_person(speaker) or speaker in self.memory.spoke
        return sure and speaker[:1].isupper() and could_be_person(speaker, people)

    def _thing(self, tokens: Sequence[Token], at: int, names: Sequence[Name]) -> str | None:
        """“It”, “they”: the last institution or, failing that, whoever spoke last."""
        here = [n for n in names if n.first < at and tokens[n.first].sentence == tokens[at].sentence]
        for name in (*here[:1], *reversed([n for n in names if n.first < at])):
            full = self.memory.people.full(name)
            if not self.memory.people.is_person(full):
                return full
        return self.memory.spoke[-1] if self.memory.spoke else tokens[at].text

    def _fits(self, full: str, wanted: str, *, sure: bool = False) -> bool:
        gender = self.memory.people.gender(full)
        return gender == wanted if sure and gender else gender in ("", wanted)


def _words(tokens: Sequence[Token], first: int, last: int) -> str | None:
    pieces: list[str] = []
    for at in range(first, last):
        token = tokens[at]
        if token.quoted >= 0:
            # A nickname inside the name.
            continue
        if pieces and (token.lower == "'s" or tokens[at - 1].end == token.start):
            pieces[-1] += token.text
        else:
            pieces.append(token.text)
    named = len(pieces) > 1 and pieces[1][:1].isupper()
    if named and pieces[0].lower() in ("the", "der", "die", "das", "le", "la", "el", "il", "de", "het"):
        pieces = pieces[1:]
    return " ".join(pieces) or None
