"""From the words of a cue's subject to the person or institution meant, within one article."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon
from quotations.reading.phrases import (
    GERMAN_ARTICLES,
    PARTICLES,
    Phrase,
    back_over_auxiliaries,
    is_said,
    is_verb,
    phrase_before,
    skip_auxiliaries,
)
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.heads import head_of, heads
from quotations.reading.speakers.memory import Memory
from quotations.reading.speakers.names import Name, names_in
from quotations.reading.speakers.openings import sentence_subject
from quotations.reading.speakers.people import People

_SENTENCE = 3
_SENTENCES = 4
_SHORTEST_GERUND = 5
_SAID_OF = 8
_TIES = frozenset(("of", "for", "at", "from", "to", "with", "in", "de", "du", "des", "von", "für", "bei", "vom"))


class Resolver:
    """Resolves the subjects of one article, paragraph after paragraph."""

    def __init__(self, lexicon: Lexicon, people: People, known: frozenset[str]) -> None:
        self.lexicon = lexicon
        self._known = known  #: words that are names inside a sentence
        self.memory = Memory(people)

    def saw(self, scene: Scene, names: Sequence[Name]) -> None:
        """Remember who was named in a paragraph, and who acted in it under a lone name."""
        tokens = scene.tokens
        self.memory.saw(names, tokens)
        if not tokens:
            return
        by_first = {name.first: name for name in names}
        last = None
        for sentence in range(tokens[-1].sentence + 1):
            first, end = scene.bounds(sentence)
            last = head_of(tokens, first, end, by_first, self.memory.people) if end - first >= _SENTENCE else None
            if last is not None and " " not in last:
                self.memory.acted(last)
        told = last is not None and not any(token.quoted >= 0 for token in tokens)
        self.memory.before = last if told else None

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
            persons = [name for name in found if people.may_be_person(people.full(name))]
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
        at = subject.last
        if at + 1 >= len(tokens) or tokens[at].text != "," or not tokens[at + 1].is_name:
            return None
        found = names_in(tokens, self.lexicon, at + 1, min(len(tokens), at + 8))
        people = self.memory.people
        if not found or found[0].first > at + 2 or not people.may_be_person(people.full(found[0])):
            return None
        closes = found[0].last < len(tokens) and tokens[found[0].last].text in ",.:—–"
        kin = tokens[subject.first].lower in self.lexicon.pronouns
        return people.full(found[0]) if closes and (len(found[0].words) > 1 or kin) else None

    def _pronoun(self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str]) -> str | None:
        word = tokens[at].lower
        wanted = "he" if word in self.lexicon.he else "she" if word in self.lexicon.she else ""
        if not wanted:
            return self._thing(tokens, at, names)
        near = self._own(tokens, at, names, wanted) or self._asked(tokens, at, names, wanted)
        near = near or self._near(tokens, at, names, said, wanted) or self._head_before(tokens, at, names, wanted)
        known = near or self._here(tokens, at, names, said, wanted, known=True) or self._remembered(wanted, known=True)
        unsure = known or self._here(tokens, at, names, said, wanted) or self._remembered(wanted)
        return unsure or self._office(tokens, at) or self._lone(tokens, at, names, wanted) or tokens[at].text

    def _head_before(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whom the paragraph before ended with: “X laughed.”, and then: “…,” he said."""
        before = self.memory.before
        if before is None or tokens[at].sentence > 0 or not self._fits(before, wanted):
            return None
        return None if any(name.first < at for name in names) else before

    def _lone(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """The last lone name that acted as a person does, where nobody else is known."""
        first = at
        for _ in range(_SENTENCES):
            while first > 0 and tokens[first - 1].sentence == tokens[first].sentence:
                first -= 1
            full = (
                head_of(tokens, first, at, {name.first: name for name in names}, self.memory.people)
                if first + 1 < at
                else None
            )
            if full is not None and self._fits(full, wanted):
                return full
            if first == 0:
                break
            first -= 1
        return next((full for full in reversed(self.memory.heads) if self._fits(full, wanted)), None)

    def _asked(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whom the sentence just before asked: “…?” X asked Y. “…,” she said."""
        before = next((n for n in range(at, -1, -1) if tokens[n].sentence < tokens[at].sentence), -1)
        if before < 0:
            return None
        for name in names:
            here = tokens[name.first].sentence == tokens[before].sentence and name.first > 0
            if here and tokens[name.first - 1].lower == "asked" and name.last <= before:
                full = self.memory.people.full(name)
                return full if self._fits(full, wanted) and self.memory.people.may_be_person(full) else None
        return None

    def _office(self, tokens: Sequence[Token], at: int) -> str | None:
        """The office that the sentence is about, where nobody is named: “the mayor spoke of what he called “…””."""
        start = at
        while start > 0 and tokens[start - 1].sentence == tokens[at].sentence:
            start -= 1
        subject = sentence_subject(tokens, start, at, self.lexicon) if start < at else None
        if subject is None or tokens[subject.first].lower not in self.lexicon.articles:
            return None
        held = tokens[subject.last - 1].lower in self.lexicon.titles
        return _words(tokens, subject.first, subject.last) if held else None

    def _own(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whom the sentence itself is about: “Faro accused Roe, whom she called “…””."""
        if at < 1 or tokens[at - 1].lower != "whom":
            return self._same(tokens, at, names, wanted)
        first = next((n for n in range(at, -1, -1) if n == 0 or tokens[n - 1].sentence < tokens[at].sentence), at)
        name = next((n for n in names if n.first == first), None)
        if not heads(tokens, first, at, self.lexicon) or (name is not None and name.last > first + 1):
            return None
        full = self.memory.people.full(name or Name((tokens[first].text,), first, first + 1))
        return full if self._fits(full, wanted) and self.memory.people.may_be_person(full) else None

    def _same(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whoever says something of somebody who is not named: “Faro told them that he would call it “…””."""
        told = self._teller(tokens, at)
        if told is not None:
            return told
        for name in reversed([n for n in names if n.last < at and at - n.last <= _SAID_OF]):
            if tokens[name.first].sentence != tokens[at].sentence:
                return None
            verb = skip_auxiliaries(tokens, name.last, at, self.lexicon)
            between = tokens[verb + 1 : at]
            if verb >= at or not is_verb(tokens, verb, self.lexicon) or any(t.text in ",;:" for t in between):
                continue
            if any(t.quoted >= 0 or is_said(t, self.lexicon) for t in between):
                continue
            full = self.memory.people.full(name)
            return full if self._fits(full, wanted) and self._person(full) else None
        return None

    def _teller(self, tokens: Sequence[Token], at: int) -> str | None:
        """Whoever says something of somebody, where neither is named: “Another said he hoped”."""
        verb = at - 1 - (tokens[at - 1].lower == "that")
        if self.lexicon.language != "en" or verb < 1 or tokens[verb].lower not in self.lexicon.speaking:
            return None
        subject = phrase_before(tokens, 0, back_over_auxiliaries(tokens, 0, verb, self.lexicon), self.lexicon)
        if subject is None or tokens[subject.first].sentence != tokens[at].sentence:
            return None
        opens = subject.first == 0 or tokens[subject.first - 1].sentence != tokens[at].sentence
        words = tokens[subject.first : subject.last]
        headed = words[0].lower in ("a", "an", "another", "one")
        nameless = not any(t.is_name for t in words[1:])
        plural = words[-1].lower.endswith("s")
        return _words(tokens, subject.first, subject.last) if opens and headed and nameless and not plural else None

    def _near(
        self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str], wanted: str
    ) -> str | None:
        """Whom the sentence just before is about: “Lind was not convinced. “…,” he said.”."""
        sentence = tokens[at].sentence
        first = next((n for n in range(at, -1, -1) if tokens[n].sentence < sentence), None)
        if first is None or sentence - 1 in said:
            return None
        while first > 0 and tokens[first - 1].sentence == tokens[first].sentence:
            first -= 1
        if not heads(tokens, first, at, self.lexicon):
            return None
        name = next((n for n in names if n.first == first), None)
        if name is not None and (name.last > first + 1 or name.title):
            return None
        full = self.memory.people.full(name or Name((tokens[first].text,), first, first + 1))
        fits = self._fits(full, wanted) and self.memory.people.may_be_person(full)
        return full if fits else None

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
            if speaker and speaker.lower() in self.lexicon.pronouns:
                continue
            if speaker and self._fits(speaker, wanted) and (not known or people.is_person(speaker)):
                return speaker
            here = [n for n in names if n.first < at and tokens[n.first].sentence == number]
            for name in here:
                full = people.full(name)
                sure = number == sentence and name is not here[0]
                heads = number == sentence and len(name.words) > 1 and self._heads_sentence(tokens, name, at)
                certain = not known or heads or people.is_person(full)
                if self._person(full) and self._fits(full, wanted, sure=sure) and certain:
                    return full
        return None

    def _heads_sentence(self, tokens: Sequence[Token], name: Name, at: int) -> bool:
        """Whether the name is the subject of its sentence, in which a pronoun stands at *at*."""
        start = name.first
        while start > 0 and tokens[start - 1].sentence == tokens[name.first].sentence:
            start -= 1
        subject = sentence_subject(tokens, start, at, self.lexicon)
        return subject is not None and subject.first <= name.first < subject.last

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
        return sure and speaker[:1].isupper() and people.may_be_person(speaker)

    def _thing(self, tokens: Sequence[Token], at: int, names: Sequence[Name]) -> str | None:
        """“It”, “they”: the last institution or, failing that, whoever spoke last."""
        people = self.memory.people
        spoken = self._subject_before(tokens, at)
        if spoken is not None:
            return spoken
        here = [n for n in names if n.first < at and tokens[n.first].sentence == tokens[at].sentence]
        for name in (*here[:1], *reversed([n for n in names if n.first < at])):
            full = people.full(name)
            if not people.is_person(full) and not self._is_time(full):
                return full
        spoke = self.memory.spoke[-1:]
        if spoke and tokens[at].lower in self.lexicon.it and people.is_person(spoke[0]):
            spoke = []
        return spoke[0] if spoke else tokens[at].text

    def _is_time(self, full: str) -> bool:
        """Whether a name is a day's or a month's only."""
        return all(word.lower() in self.lexicon.stops for word in full.split())

    def _subject_before(self, tokens: Sequence[Token], at: int) -> str | None:
        """What the sentence or the one before it is about, where that is a body or several: what they call “…”."""
        stop, start = at, at
        for _ in range(2):
            while start > 0 and tokens[start - 1].sentence == tokens[stop - 1 if stop < at else at].sentence:
                start -= 1
            subject = sentence_subject(tokens, start, stop, self.lexicon) if start < stop else None
            first = tokens[subject.first].lower if subject is not None else ""
            if subject is not None and first not in self.lexicon.pronouns | self.lexicon.first:
                return self._body(tokens, subject, several=tokens[at].lower in self.lexicon.they)
            if start == 0:
                return None
            stop, start = start, start - 1
        return None

    def _body(self, tokens: Sequence[Token], subject: Phrase, *, several: bool) -> str | None:
        """The phrase's words if they name a body, or, where *several* is asked for, several."""
        named = self._named(tokens, subject)
        headed = tokens[subject.first].lower in self.lexicon.articles or tokens[subject.first].is_name
        if not named or not headed or self.memory.people.may_be_person(named):
            return None
        head = [t for t in tokens[subject.first : subject.last] if t.is_word and not t.is_name]
        plural = bool(head) and head[-1].lower.endswith("s") and not head[-1].lower.endswith("ss")
        return named if several or not plural else None

    def _fits(self, full: str, wanted: str, *, sure: bool = False) -> bool:
        gender = self.memory.people.gender(full)
        return gender == wanted if sure else gender in ("", wanted)


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
