"""Whom “he” and “she” mean, by what stands before them in the sentence, the paragraph and the article."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.lexicon import Lexicon, is_given_name
from quotations.reading.phrases import (
    PARTICLES,
    back_over_auxiliaries,
    is_said,
    is_verb,
    phrase_before,
    skip_auxiliaries,
)
from quotations.reading.scene import Token
from quotations.reading.speakers.heads import head_of, heads
from quotations.reading.speakers.just_before import asked, kin, last_clause, told_at_end
from quotations.reading.speakers.memory import Memory
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.openings import sentence_start, sentence_subject
from quotations.reading.speakers.wording import words_of

_SENTENCES = 4
_SAID_OF = 8


class Persons:
    """Finds the person whom a pronoun means."""

    def __init__(self, lexicon: Lexicon, memory: Memory) -> None:
        self.lexicon = lexicon
        self.memory = memory

    def meant(
        self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str], wanted: str
    ) -> str | None:
        """The person, from the surest sign to the weakest; the pronoun itself where nobody is known."""
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
            first = sentence_start(tokens, first)
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
        before = sentence_start(tokens, at) - 1
        if before < 0:
            return None
        for name in names:
            here = tokens[name.first].sentence == tokens[before].sentence and name.first > 0
            if here and tokens[name.first - 1].lower == "asked" and name.last <= before:
                full = self.memory.people.full(name)
                return full if self._fits(full, wanted) and self.memory.people.may_be_person(full) else None
        whom = asked(tokens, sentence_start(tokens, before), before + 1, self.lexicon)
        return words_of(tokens, whom.first, whom.last) if whom is not None else None

    def _office(self, tokens: Sequence[Token], at: int) -> str | None:
        """The office that the sentence is about, where nobody is named: “the mayor spoke of what he called “…””."""
        end = at
        for _ in range(2):
            start = sentence_start(tokens, end) if end == at else sentence_start(tokens, end - 1)
            subject = sentence_subject(tokens, start, end, self.lexicon) if start < end else None
            if subject is not None and tokens[subject.first].lower in self.lexicon.articles:
                held = tokens[subject.last - 1].lower in self.lexicon.titles
                return words_of(tokens, subject.first, subject.last) if held else None
            if start == 0:
                break
            end = start
        return None

    def _own(self, tokens: Sequence[Token], at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whom the sentence itself is about: “Faro accused Roe, whom she called “…””."""
        if at < 1 or tokens[at - 1].lower != "whom":
            return self._same(tokens, at, names, wanted)
        return self._heading(tokens, sentence_start(tokens, at), at, names, wanted)

    def _heading(self, tokens: Sequence[Token], first: int, at: int, names: Sequence[Name], wanted: str) -> str | None:
        """Who heads the sentence that begins at *first*, under one word."""
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
        return words_of(tokens, subject.first, subject.last) if opens and headed and nameless and not plural else None

    def _near(
        self, tokens: Sequence[Token], at: int, names: Sequence[Name], said: dict[int, str], wanted: str
    ) -> str | None:
        """Whom the sentence just before is about: “Lind was not convinced. “…,” he said.”."""
        before = sentence_start(tokens, at) - 1
        if before < 0 or tokens[at].sentence - 1 in said:
            return None
        first = sentence_start(tokens, before)
        return (
            self._told_at_end(tokens, first, before + 1, names, wanted)
            or self._kin(tokens, first, before + 1, names, wanted)
            or self._heading_late(tokens, first, before + 1, names, wanted)
        )

    def _told_at_end(
        self, tokens: Sequence[Token], first: int, end: int, names: Sequence[Name], wanted: str
    ) -> str | None:
        """Whom the sentence names as its teller: “The town has seen worse, says historian X.”."""
        told = told_at_end(tokens, first, end, self.lexicon)
        inside = [name for name in names if told is not None and told.first <= name.first < told.last]
        full = self.memory.people.full(inside[-1]) if inside else ""
        return full if full and self._fits(full, wanted) and self.memory.people.may_be_person(full) else None

    def _kin(self, tokens: Sequence[Token], first: int, end: int, names: Sequence[Name], wanted: str) -> str | None:
        """Whom the sentence is about under a word for kin: “Her father shook her awake.”, “Her husband, X, rose.”."""
        phrase = kin(tokens, first, end, wanted, self.lexicon)
        if phrase is None:
            return None
        beside = phrase.last + (tokens[phrase.last].text == ",")
        name = next((name for name in names if name.first == beside < end), None)
        return self.memory.people.full(name) if name is not None else words_of(tokens, phrase.first, phrase.last)

    def _heading_late(
        self, tokens: Sequence[Token], first: int, end: int, names: Sequence[Name], wanted: str
    ) -> str | None:
        """Who heads the sentence under one word, perhaps behind an opening: “Asked about it, X paused.”."""
        if any(name.first == first and name.title for name in names):
            return None
        clause = last_clause(tokens, first, end)
        if clause > first:
            person = head_of(tokens, clause, end, {name.first: name for name in names}, self.memory.people)
            if person is not None and self._fits(person, wanted):
                return person
        subject = sentence_subject(tokens, first, end, self.lexicon)
        late = subject is not None and first < subject.first < end - 1
        return self._heading(tokens, subject.first if late and subject else first, end, names, wanted)

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
            just = number == sentence - 1 and speaker is not None and self._spoke_just(tokens, names, number, speaker)
            if speaker and self._fits(speaker, wanted) and (not known or just or people.is_person(speaker)):
                return speaker
            here = [n for n in names if n.first < at and tokens[n.first].sentence == number]
            for name in here:
                sure = number == sentence and name is not here[0]
                heads = number == sentence and self._heads_sentence(tokens, name, at)
                full = people.full_of(name, wanted) if heads else people.full(name)
                heads = heads and len(name.words) > 1
                certain = not known or heads or people.is_person(full)
                if self._person(full) and self._fits(full, wanted, sure=sure) and certain:
                    return full
        return None

    def _spoke_just(self, tokens: Sequence[Token], names: Sequence[Name], number: int, speaker: str) -> bool:
        """Whether *speaker*, who spoke in sentence *number*, is a person by name: in full, or under one word beside its verb."""
        if not self._person(speaker) or not all(word[:1].isupper() or word in PARTICLES for word in speaker.split()):
            return False
        if " " in speaker:
            return speaker.split()[0].lower() not in self.lexicon.articles
        for name in names:
            if name.text != speaker or tokens[name.first].sentence != number or is_given_name(speaker.lower()):
                continue
            beside = (name.first - 1, name.last)
            if any(0 <= n < len(tokens) and tokens[n].lower in self.lexicon.speaking for n in beside):
                return True
        return False

    def _heads_sentence(self, tokens: Sequence[Token], name: Name, at: int) -> bool:
        """Whether the name is the subject of its sentence, in which a pronoun stands at *at*."""
        subject = sentence_subject(tokens, sentence_start(tokens, name.first), at, self.lexicon)
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
            newest = next(
                (full for full, headed in reversed(memory.named) if headed and self._fits(full, wanted)), None
            )
            if not known or newest == last or memory.people.is_person(last):
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

    def _fits(self, full: str, wanted: str, *, sure: bool = False) -> bool:
        gender = self.memory.people.gender(full)
        return gender == wanted if sure else gender in ("", wanted)
