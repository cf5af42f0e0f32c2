"""Quotations without a cue of their own: what goes on from their sentence, the one before, the paragraph before."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.document import BlockKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import united
from quotations.reading.phrases import Phrase
from quotations.reading.phrases.beside import is_adverb
from quotations.reading.scene import Token
from quotations.reading.speakers.names import Name
from quotations.reading.speakers.openings import only_place, sentence_subject
from quotations.reading.speakers.own_voices import own_voice
from quotations.reading.speakers.told import Told
from quotations.reading.speakers.told_behind import cuts_in
from quotations.reading.speakers.voice import Route, Voice

#: How many paragraphs that tell nothing may stand between speech and its going on.
_FURNITURE = 4
_LONGEST_NAME = 4
_POINTING = frozenset(("that", "this", "these", "those", "it", "which"))
_IS = frozenset(("is", "was", "are", "were", "be", "been", "as", "not", "just", "so", "too", "in", "effect"))
_LONGEST_LIST = 100
#: Scripts from here on have no capitals.
_FIRST_IDEOGRAPH = "\u2e80"


class GoingOn:
    """Gives quotations the speaker who goes on, where one does."""

    def __init__(self, told: Told) -> None:
        self.told = told

    def go_on(self, draft: Draft, before: Draft | None, at: int, number: int) -> None:
        """No cue of its own: the sentence's other quotation, the sentence before, the paragraph before."""
        scene = self.told.scenes[at]
        place = scene.place(number)
        start, end = scene.sentence(place)
        sentence = scene.tokens[place].sentence
        if self.told.said[at].get(sentence):
            self.told.go_on(draft, self.told.said[at][sentence], at, sentence)
            return
        openers = self.told.lexicon.openers
        alone = not any(t.is_word and t.lower not in openers for t in scene.tokens[start:end] if t.quoted < 0)
        if not alone and self._within(draft, before, at, number):
            return
        if sentence > 0:
            self._after_sentence(draft, at, number, sentence)
        elif before is not None or at > 0:
            self._after_paragraph(draft, before, at)

    def _within(self, draft: Draft, before: Draft | None, at: int, number: int) -> bool:
        """Ask the words of the narrator's in the sentence; whether they leave nothing more to ask."""
        scene = self.told.scenes[at]
        place = scene.place(number)
        start, _ = scene.sentence(place)
        tokens, sentence = scene.tokens, scene.tokens[place].sentence
        subject = sentence_subject(tokens, start, place, self.told.lexicon)
        if self._pointed(tokens, start, at, sentence) or self._goes_on_about(draft, subject, at, sentence, place):
            self.told.go_on(draft, self.told.said[at][sentence - 1], at, sentence)
            return True
        if subject is not None:
            return self._about(draft, subject, at, number)
        if tokens[place - 1].text == ":" and only_place(tokens, start, place, self.told.lexicon):
            # On the pool: “…” And on her rival: “…”
            if sentence > 0:
                self._after_sentence(draft, at, number, sentence)
            elif before is not None and before.speaker:
                self.told.go_on(draft, before.speaker, at, sentence)
            return True
        adds = tokens[start].lower
        return place > start and not (adds.endswith("ing") and adds in self.told.lexicon.said)

    def _about(self, draft: Draft, subject: Phrase, at: int, number: int) -> bool:
        """The sentence has a *subject*: it speaks, or somebody goes on, or nobody does."""
        scene = self.told.scenes[at]
        place = scene.place(number)
        tokens, sentence = scene.tokens, scene.tokens[place].sentence
        first = tokens[subject.first]
        if self._judges(tokens, subject, place):
            still = self._still_speaks(at) if sentence == 0 else None
            if still is not None:
                self.told.go_on(draft, still, at, sentence)
        elif self.told.foreign or not self._could_head(at, subject):
            if self._still_his(draft, at, sentence, place):
                self.told.go_on(draft, self.told.said[at][sentence - 1], at, sentence)
        elif first.text[0] < _FIRST_IDEOGRAPH and first.lower not in self.told.lexicon.it:
            # Scripts without blanks: a token is a clause, not a name. "It was revealed that": nobody in particular.
            self.told.give(draft, Voice(Route.SUBJECT, subject, None), at, number)
        return True

    def _goes_on_about(self, draft: Draft, subject: Phrase | None, at: int, sentence: int, place: int) -> bool:
        """“…,” X said. Y “wanted it to end”: the words of X go on, and Y is what they are about."""
        if subject is None:
            return False
        tokens = self.told.scenes[at].tokens
        told = subject.last == place and draft.words[:1].islower()
        told = told or self._judges(tokens, subject, place)
        return told and not self.told.foreign and sentence - 1 in self.told.said[at]

    def _still_his(self, draft: Draft, at: int, sentence: int, place: int) -> bool:
        """“…,” X said. Visitors can expect it to be “…”: the narrator still tells what X told, and names nobody else."""
        told = draft.words[:1].islower() and not self.told.foreign and sentence - 1 in self.told.said[at]
        return told and not any(name.first < place for name in self._named_in(at, sentence))

    def _still_speaks(self, at: int) -> str | None:
        """Who spoke in the last sentence of the paragraph before."""
        prior = self._paragraph_before(at)
        if prior is None:
            return None
        return self.told.said[prior].get(self.told.scenes[prior].tokens[-1].sentence)

    def _pointed(self, tokens: Sequence[Token], start: int, at: int, sentence: int) -> bool:
        """“…,” X said. That makes it “…”: the words of X go on."""
        while tokens[start].lower in ("and", "but", "so", "yet") and tokens[start + 1].sentence == sentence:
            start += 1
        points = tokens[start].lower in _POINTING and not any(
            name.first >= start for name in self._named_in(at, sentence)
        )
        return points and self.told.lexicon.language == "en" and sentence - 1 in self.told.said[at]

    def _named_in(self, at: int, sentence: int) -> list[Name]:
        """The names of one sentence."""
        tokens = self.told.scenes[at].tokens
        return [name for name in self.told.names[at] if tokens[name.first].sentence == sentence]

    def _judges(self, tokens: Sequence[Token], subject: Phrase, place: int) -> bool:
        """Whether the words only tell what the subject is: “The lack of a rail was “…”.”, “That makes it “…”.”."""
        lexicon = self.told.lexicon
        first = tokens[subject.first]
        if lexicon.language != "en" or first.lower in united(lexicon.he, lexicon.she, lexicon.first):
            return False
        if first.lower in _POINTING and subject.last == subject.first + 1:
            return True
        between = tokens[subject.last : place]
        small = all(t.lower in _IS or t.lower in lexicon.articles or is_adverb(t) for t in between)
        return bool(between) and small and between[0].lower in _IS and not first.is_name

    def _could_head(self, at: int, subject: Phrase) -> bool:
        """Whether the phrase is a pronoun, a name or “the …”, and not just a sentence's first word."""
        first = self.told.scenes[at].tokens[subject.first].lower
        named = any(subject.first <= name.first < subject.last for name in self.told.names[at])
        return (
            named
            or first in self.told.lexicon.articles
            or first in self.told.lexicon.pronouns
            or first in self.told.lexicon.first
        )

    def _after_sentence(self, draft: Draft, at: int, number: int, sentence: int) -> None:
        scene = self.told.scenes[at]
        speaker = self.told.said[at].get(sentence - 1)
        start, end = scene.bounds(sentence - 1)
        if speaker:
            cut_in = cuts_in(scene.tokens, start, end, self.told.lexicon)
            if cut_in is not None:
                self.told.give(draft, cut_in, at, number)
            else:
                self.told.go_on(draft, speaker, at, sentence)
            return
        voice = own_voice(scene.tokens, start, end, self.told.lexicon)
        said = self.told.said[at]
        subject = voice.subject if voice is not None and voice.route is Route.SUBJECT else None
        if said and subject is not None and scene.tokens[subject.first].lower in self.told.lexicon.it:
            # “…,” she says. It was a loss. “…”
            self.told.go_on(draft, said[max(said)], at, sentence)
            return
        # A note tells of a book before it gives its words: “Holm, Gerda (2020). Stone. Retrieved 3 May 2024. “…””.
        unheard = self.told.foreign or self.told.paragraphs[at].kind is BlockKind.NOTE
        if voice is not None and not (unheard and voice.route is Route.SUBJECT):
            self.told.give(draft, voice, at, number)
            if draft.route is not None:
                draft.route = Route.CONTINUED if voice.route is Route.SUBJECT else voice.route

    def _after_paragraph(self, draft: Draft, before: Draft | None, at: int) -> None:
        prior = self._paragraph_before(at)
        if prior is None:
            return
        if self.told.paragraphs[at].kind is BlockKind.LIST_ITEM and not draft.words[:1].islower():
            self._as_listed(draft, at)
            return
        scene = self.told.scenes[prior]
        tokens = scene.tokens
        start, end = scene.sentence(len(tokens) - 1)
        if tokens[-1].text == ":" or before is None or before.places[-1][0] != prior or not self.told.said[prior]:
            voice = own_voice(tokens, start, end, self.told.lexicon)
            leads = tokens[-1].text == ":" or (voice is not None and voice.route is not Route.SUBJECT)
            if not leads and (self.told.foreign or self._is_title(prior)):
                return
            if voice is not None and voice.subject is not None and (leads or self._is_person(prior, voice.subject)):
                route = Route.COLON if tokens[-1].text == ":" else Route.CONTINUED
                self.told.fill_in(draft, voice, voice.subject, prior, route)
                self.told.remember(draft, at, 0)
            return
        last = self.told.said[prior]
        if last and before is not None:
            self.told.go_on(draft, last[max(last)], at, 0)

    def _as_listed(self, draft: Draft, at: int) -> None:
        """An item of a list has the speaker of the words that lead to the list, never the item's before it."""
        first = at - 1
        while first > max(0, at - _LONGEST_LIST) and self.told.paragraphs[first].kind is BlockKind.LIST_ITEM:
            first -= 1
        scene = self.told.scenes[first]
        if not scene.tokens or scene.tokens[-1].text != ":":
            return
        start, end = scene.sentence(len(scene.tokens) - 1)
        voice = own_voice(scene.tokens, start, end, self.told.lexicon)
        if voice is None or voice.subject is None or not self._could_head(first, voice.subject):
            return
        if scene.tokens[voice.subject.first].lower in united(self.told.lexicon.they, self.told.lexicon.it):
            # What they said: each item is another's.
            return
        self.told.fill_in(draft, voice, voice.subject, first, Route.COLON)
        self.told.remember(draft, at, 0)

    def _is_title(self, at: int) -> bool:
        """Whether the paragraph is a heading of more words than a person's name has."""
        words = [token for token in self.told.scenes[at].tokens if token.is_word]
        return self.told.paragraphs[at].kind is BlockKind.HEADING and len(words) > _LONGEST_NAME

    def _paragraph_before(self, at: int) -> int | None:
        """The paragraph before *at*, past an advertisement or a caption."""
        for prior in range(at - 1, max(-1, at - 1 - _FURNITURE), -1):
            told = self.told.paragraphs[prior].region is not Region.CHROME
            if told and self.told.paragraphs[prior].kind is not BlockKind.CAPTION and self.told.scenes[prior].tokens:
                return prior
        return None

    def _is_person(self, at: int, subject: Phrase) -> bool:
        people = self.told.resolver.memory.people
        inside = [n for n in self.told.names[at] if subject.first <= n.first < subject.last]
        spoke = self.told.resolver.memory.spoke[-1:]
        if inside and len(inside[-1].words) == 1 and [people.full(inside[-1])] == spoke:
            return people.may_be_person(spoke[0])
        if inside and self._is_only(at, inside[-1]) and " " in people.full(inside[-1]):
            # A speaker's surname that stands by itself over the words.
            return people.may_be_person(people.full(inside[-1]))
        return bool(inside) and len(inside[-1].words) > 1 and people.may_be_person(people.full(inside[-1]))

    def _is_only(self, at: int, name: Name) -> bool:
        """Whether the paragraph holds the name and nothing else."""
        titled = name.first - 1 if name.title else name.first
        words = [n for n, token in enumerate(self.told.scenes[at].tokens) if token.is_word]
        return bool(words) and words[0] >= titled and words[-1] < name.last
