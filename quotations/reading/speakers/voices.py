"""Gives every quotation its speaker, paragraph after paragraph: by its own cue, else as speech goes on."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.scene import Scene
from quotations.reading.speakers.going_on import GoingOn
from quotations.reading.speakers.headlines import is_headline, names_told
from quotations.reading.speakers.hearing import hear
from quotations.reading.speakers.names import Name, known_names, names_in
from quotations.reading.speakers.own_voices import own_voice
from quotations.reading.speakers.people import People
from quotations.reading.speakers.resolving import Resolver
from quotations.reading.speakers.told import Told
from quotations.reading.speakers.told_behind import sentence_behind, told_behind
from quotations.reading.speakers.voice import Route

#: Closing marks of what is quoted inside the words.
_INNER = "'’‘\"”›‹ \u00a0\u202f"
_ENDS_FOR_CUE = ",?!—–-…、，"


class Voices:
    """Reads one article's scenes in order and fills in speakers and cues."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], scenes: Sequence[Scene], lexicon: Lexicon, *, foreign: bool = False
    ) -> None:
        """*foreign*: the article is in a language whose verbs of speech are not known, so that nothing is guessed."""
        known = known_names(scenes)
        found = [names_in(scene.tokens, lexicon, known=known, places=scene.capitals) for scene in scenes]
        people = People(lexicon)
        for scene, names in zip(scenes, _learned(scenes, found, lexicon), strict=True):
            people.learn(names)
            people.learn_things(scene.tokens, names)
        resolver = Resolver(lexicon, people, known)
        self.told = Told(paragraphs, scenes, lexicon, found, resolver, [{} for _ in scenes], foreign)
        self._going_on = GoingOn(self.told)
        self._full: dict[int, list[tuple[int, str]]] = {}  #: paragraph → its names in full, once all are known

    def attribute(self, drafts: Sequence[Draft]) -> None:
        """Fill in speaker, cue and route of every draft, which stand in reading order."""
        waiting: dict[int, list[Draft]] = {}
        for draft in drafts:
            waiting.setdefault(draft.places[0][0], []).append(draft)
        before: Draft | None = None
        # What is told behind the last quotation gives nobody's words a speaker.
        for at, scene in enumerate(self.told.scenes[: max(waiting, default=-1) + 1]):
            for draft in waiting.get(at, ()):
                if draft.number >= 0:
                    self._hear(draft, before)
                elif draft.speaker is None:
                    self._hear_block(draft, at)
                else:
                    self.told.resolver.memory.heard(draft.speaker)
                before = draft
            self.told.resolver.memory.saw(scene, self.told.names[at])

    def names(self, paragraph: int) -> list[tuple[int, str]]:
        """The names in a paragraph: first token and full name."""
        if paragraph not in self._full:
            people = self.told.resolver.memory.people
            self._full[paragraph] = [(name.first, people.full(name)) for name in self.told.names[paragraph]]
        return self._full[paragraph]

    def is_person(self, full: str) -> bool:
        """Whether *full* may be a person's name."""
        return self.told.resolver.memory.people.may_be_person(full)

    def is_known_person(self, full: str) -> bool:
        """Whether *full* is surely a person's name: a given name stands in it, or a title before it."""
        return self.told.resolver.memory.people.is_person(full)

    def _hear(self, draft: Draft, before: Draft | None) -> None:
        at, number = draft.places[0]
        scene = self.told.scenes[at]
        if draft.incise is not None and draft.incise.voice.subject is not None:
            self.told.give_inside(draft, at, scene.tokens[scene.place(number)].sentence)
            return
        ending = draft.words.rstrip(_INNER)[-1:]
        comma = ending in _ENDS_FOR_CUE or len(draft.parts) > 1
        if len({paragraph for paragraph, _ in draft.places}) > 1:
            comma = False
        asks = ending in "?!" and len(draft.parts) == 1
        voice = hear(scene, number, self.told.lexicon, comma=comma, asks=asks)
        if voice is None and len(draft.places) > 1:
            # Speech over several paragraphs may be attributed after its last one.
            last, last_number = draft.places[-1]
            voice = hear(self.told.scenes[last], last_number, self.told.lexicon, comma=True)
            if voice is not None:
                at, number = last, last_number
        if voice is not None and voice.subject is not None:
            self.told.give(draft, voice, at, number)
            return
        if self._told_behind(draft):
            return
        self._going_on.go_on(draft, before, at, number)

    def _told_behind(self, draft: Draft) -> bool:
        """Whether the sentence behind the words, in their paragraph or the next, says whose they are."""
        behind = sentence_behind(self.told.scenes, *draft.places[-1])
        if behind is None:
            return False
        at, start, end = behind
        voice = told_behind(self.told.scenes[at].tokens, start, end, self.told.lexicon)
        if voice is None or voice.subject is None:
            return False
        self.told.fill_in(draft, voice, voice.subject, at, voice.route)
        spoken, number = draft.places[0]
        scene = self.told.scenes[spoken]
        self.told.remember(draft, spoken, scene.tokens[scene.place(number)].sentence)
        return True

    def _hear_block(self, draft: Draft, at: int) -> None:
        """A block quotation is led in by its own first line or by the paragraph before it."""
        places = (at,) if draft.lead is not None else (at - 1,) if at else ()
        for place in places:
            tokens = self.told.scenes[place].tokens
            if not tokens:
                continue
            start, end = self.told.scenes[place].sentence(len(tokens) - 1)
            voice = own_voice(tokens, start, end, self.told.lexicon)
            leads = tokens[-1].text == ":" or (voice is not None and voice.route in (Route.BEFORE, Route.NOUN))
            if voice is None or voice.subject is None or not leads:
                continue
            self.told.fill_in(draft, voice, voice.subject, place, Route.COLON)
            self.told.resolver.memory.heard(draft.speaker)


def _learned(scenes: Sequence[Scene], found: list[list[Name]], lexicon: Lexicon) -> list[list[Name]]:
    """The names of each scene that are learnt; of a headline's only those that are names elsewhere, too.

    A headline without words in marks names nobody else to a pronoun either, so that *found* is cut.
    """
    if lexicon.language != "en":
        return found
    headlines = [at for at, names in enumerate(found) if names and is_headline(scenes[at].tokens, names)]
    if not headlines:
        return found
    set_apart = frozenset(headlines)
    elsewhere = frozenset(name.words for at, names in enumerate(found) if at not in set_apart for name in names)
    learned = list(found)
    for at in headlines:
        learned[at] = names_told(found[at], elsewhere)
        if not any(token.quoted >= 0 for token in scenes[at].tokens):
            found[at] = learned[at]
    return learned
