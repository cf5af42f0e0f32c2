"""What an article's scenes told so far: who is named, who spoke in which sentence; fills in who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.phrases import Phrase
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.names import Name, names_in
from quotations.reading.speakers.resolving import Resolver
from quotations.reading.speakers.voice import Route, Voice


@dataclass(slots=True)
class Told:
    """One article's scenes, its names and, as far as it was read, its speakers."""

    paragraphs: Sequence[Paragraph]
    scenes: Sequence[Scene]
    lexicon: Lexicon
    names: list[list[Name]]  #: paragraph → its names
    resolver: Resolver
    said: list[dict[int, str]]  #: paragraph → sentence → speaker
    foreign: bool  #: the verbs of speech of its language are not known, so that nothing is guessed

    def give(self, draft: Draft, voice: Voice, at: int, number: int) -> None:
        """Give *draft*, quotation *number* of paragraph *at*, the speaker whom *voice* names there."""
        scene = self.scenes[at]
        subject = voice.subject
        if subject is None or _nobody_says(scene.tokens, voice, subject):
            return
        self.fill_in(draft, voice, subject, at, voice.route)
        draft.heard = (at, voice)
        self.remember(draft, at, scene.tokens[scene.place(number)].sentence)

    def fill_in(self, draft: Draft, voice: Voice, subject: Phrase, at: int, route: Route) -> None:
        """Fill in whom *subject*, that of *voice* in paragraph *at*, means; *draft* may stand in another."""
        scene = self.scenes[at]
        draft.speaker = self.resolver.speaker(scene, subject, self.names[at], self.said[at])
        draft.cue = voice.cue_text(scene.tokens)
        draft.route = route

    def give_inside(self, draft: Draft, at: int, sentence: int) -> None:
        """The attribution stands inside the marks."""
        incise = draft.incise
        if incise is None or incise.voice.subject is None:
            return
        tokens = incise.scene.tokens
        names = names_in(tokens, self.lexicon)
        draft.speaker = self.resolver.speaker(incise.scene, incise.voice.subject, names, {})
        draft.cue = incise.voice.cue_text(tokens)
        draft.route = incise.voice.route
        self.remember(draft, at, sentence)

    def remember(self, draft: Draft, at: int, sentence: int) -> None:
        """Remember who speaks in a sentence."""
        if draft.speaker:
            if not (sentence in self.said[at] and draft.words[:1].islower()):
                # “…,” X said, though Y had not “reopened” it: X is who goes on.
                self.said[at][sentence] = draft.speaker
            self.resolver.memory.heard(draft.speaker)

    def go_on(self, draft: Draft, speaker: str, at: int, sentence: int) -> None:
        """Give *draft* the speaker who goes on."""
        draft.speaker = speaker
        draft.route = Route.CONTINUED
        self.remember(draft, at, sentence)


def _nobody_says(tokens: Sequence[Token], voice: Voice, subject: Phrase) -> bool:
    """Wie es hieß, sei das Tor „verzogen“."""
    it = subject.last == subject.first + 1 and tokens[subject.first].lower == "es"
    it = it and subject.first > 0 and tokens[subject.first - 1].lower == "wie"
    return it and voice.cue is not None and tokens[voice.cue[0]].lower in ("heißt", "hieß")
