"""Gives every quotation its speaker, paragraph after paragraph: by its own cue, else as speech goes on."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.document import BlockKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.paragraphs import Paragraph
from quotations.reading.phrases import Phrase
from quotations.reading.phrases.beside import is_adverb
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers.headlines import is_headline, names_told
from quotations.reading.speakers.hearing import hear, own_voice
from quotations.reading.speakers.names import Name, known_names, names_in
from quotations.reading.speakers.openings import only_place, sentence_subject
from quotations.reading.speakers.people import People
from quotations.reading.speakers.resolving import Resolver
from quotations.reading.speakers.told_behind import cuts_in, sentence_behind, told_behind
from quotations.reading.speakers.voice import Route, Voice

#: How many paragraphs that tell nothing may stand between speech and its going on.
_FURNITURE = 4
_LONGEST_NAME = 4
_POINTING = frozenset(("that", "this", "these", "those", "it", "which"))
_IS = frozenset(("is", "was", "are", "were", "be", "been", "as", "not", "just", "so", "too", "in", "effect"))
_LONGEST_LIST = 100
#: Closing marks of what is quoted inside the words.
_INNER = "'’‘\"”›‹ \u00a0\u202f"
_ENDS_FOR_CUE = ",?!—–-…、，"


class Voices:
    """Reads one article's scenes in order and fills in speakers and cues."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], scenes: Sequence[Scene], lexicon: Lexicon, *, foreign: bool = False
    ) -> None:
        """*foreign*: the article is in a language whose verbs of speech are not known, so that nothing is guessed."""
        self._foreign = foreign
        self._paragraphs = paragraphs
        self._scenes = scenes
        self._lexicon = lexicon
        known = known_names(scene.tokens for scene in scenes)
        self._names = [names_in(scene.tokens, lexicon, known=known) for scene in scenes]
        people = People(lexicon)
        for scene, names in zip(scenes, _learned(scenes, self._names, lexicon), strict=True):
            people.learn(names)
            people.learn_things(scene.tokens, names)
        self._resolver = Resolver(lexicon, people, known)
        self._full: dict[int, list[tuple[int, str]]] = {}  #: paragraph → its names in full, once all are known
        self._said: list[dict[int, str]] = [{} for _ in scenes]  #: paragraph → sentence → speaker

    def attribute(self, drafts: Sequence[Draft]) -> None:
        """Fill in speaker, cue and route of every draft, which stand in reading order."""
        waiting: dict[int, list[Draft]] = {}
        for draft in drafts:
            waiting.setdefault(draft.places[0][0], []).append(draft)
        before: Draft | None = None
        for at, scene in enumerate(self._scenes):
            for draft in waiting.get(at, ()):
                if draft.number >= 0:
                    self._hear(draft, before)
                elif draft.speaker is None:
                    self._hear_block(draft, at)
                else:
                    self._resolver.memory.heard(draft.speaker)
                before = draft
            self._resolver.saw(scene, self._names[at])

    def names(self, paragraph: int) -> list[tuple[int, str]]:
        """The names in a paragraph: first token and full name."""
        if paragraph not in self._full:
            people = self._resolver.memory.people
            self._full[paragraph] = [(name.first, people.full(name)) for name in self._names[paragraph]]
        return self._full[paragraph]

    def is_person(self, full: str) -> bool:
        """Whether *full* may be a person's name."""
        return self._resolver.memory.people.may_be_person(full)

    def _hear(self, draft: Draft, before: Draft | None) -> None:
        at, number = draft.places[0]
        scene = self._scenes[at]
        if draft.incise is not None and draft.incise.voice.subject is not None:
            self._give_inside(draft, at, scene.tokens[scene.place(number)].sentence)
            return
        ending = draft.words.rstrip(_INNER)[-1:]
        comma = ending in _ENDS_FOR_CUE or len(draft.parts) > 1
        if len({paragraph for paragraph, _ in draft.places}) > 1:
            comma = False
        asks = ending in "?!" and len(draft.parts) == 1
        voice = hear(scene, number, self._lexicon, comma=comma, asks=asks)
        if voice is None and len(draft.places) > 1:
            # Speech over several paragraphs may be attributed after its last one.
            last, last_number = draft.places[-1]
            voice = hear(self._scenes[last], last_number, self._lexicon, comma=True)
            at, scene, number = (last, self._scenes[last], last_number) if voice is not None else (at, scene, number)
        if voice is not None and voice.subject is not None:
            self._give(draft, voice, at, scene, number)
            return
        if self._told_behind(draft):
            return
        self._go_on(draft, before, at, scene, number)

    def _told_behind(self, draft: Draft) -> bool:
        """Whether the sentence behind the words, in their paragraph or the next, says whose they are."""
        behind = sentence_behind(self._scenes, *draft.places[-1])
        if behind is None:
            return False
        at, start, end = behind
        scene, tokens = self._scenes[at], self._scenes[at].tokens
        voice = told_behind(tokens, start, end, self._lexicon)
        if voice is None or voice.subject is None:
            return False
        draft.speaker = self._resolver.speaker(scene, voice.subject, self._names[at], self._said[at])
        draft.cue = voice.cue_text(tokens)
        draft.route = voice.route
        spoken, place = draft.places[0]
        self._remember(draft, spoken, self._scenes[spoken].tokens[self._scenes[spoken].place(place)].sentence)
        return True

    def _hear_block(self, draft: Draft, at: int) -> None:
        """A block quotation is led in by its own first line or by the paragraph before it."""
        places = (at,) if draft.lead is not None else (at - 1,) if at else ()
        for place in places:
            tokens = self._scenes[place].tokens
            if not tokens:
                continue
            start, end = self._scenes[place].sentence(len(tokens) - 1)
            voice = own_voice(tokens, start, end, self._lexicon)
            leads = tokens[-1].text == ":" or (voice is not None and voice.route in (Route.BEFORE, Route.NOUN))
            if voice is None or voice.subject is None or not leads:
                continue
            draft.speaker = self._resolver.speaker(
                self._scenes[place], voice.subject, self._names[place], self._said[place]
            )
            draft.cue = voice.cue_text(tokens)
            draft.route = Route.COLON
            self._resolver.memory.heard(draft.speaker)

    def _give(self, draft: Draft, voice: Voice, at: int, scene: Scene, number: int) -> None:
        tokens = scene.tokens
        subject = voice.subject
        if subject is None or _nobody_says(tokens, voice, subject):
            return
        draft.speaker = self._resolver.speaker(scene, subject, self._names[at], self._said[at])
        draft.cue = voice.cue_text(tokens)
        draft.route = voice.route
        draft.heard = (at, voice)
        self._remember(draft, at, tokens[scene.place(number)].sentence)

    def _give_inside(self, draft: Draft, at: int, sentence: int) -> None:
        """The attribution stands inside the marks."""
        incise = draft.incise
        if incise is None or incise.voice.subject is None:
            return
        tokens = incise.scene.tokens
        names = names_in(tokens, self._lexicon)
        draft.speaker = self._resolver.speaker(incise.scene, incise.voice.subject, names, {})
        draft.cue = incise.voice.cue_text(tokens)
        draft.route = incise.voice.route
        self._remember(draft, at, sentence)

    def _remember(self, draft: Draft, at: int, sentence: int) -> None:
        if draft.speaker:
            if not (sentence in self._said[at] and draft.words[:1].islower()):
                # “…,” X said, though Y had not “reopened” it: X is who goes on.
                self._said[at][sentence] = draft.speaker
            self._resolver.memory.heard(draft.speaker)

    def _go_on(self, draft: Draft, before: Draft | None, at: int, scene: Scene, number: int) -> None:
        """No cue of its own: the sentence's other quotation, the sentence before, the paragraph before."""
        place = scene.place(number)
        start, end = scene.sentence(place)
        sentence = scene.tokens[place].sentence
        if self._said[at].get(sentence):
            self._continue(draft, self._said[at][sentence], at, sentence)
            return
        openers = self._lexicon.openers
        alone = not any(t.is_word and t.lower not in openers for t in scene.tokens[start:end] if t.quoted < 0)
        if not alone:
            subject = sentence_subject(scene.tokens, start, place, self._lexicon)
            if self._pointed(scene.tokens, start, at, sentence) or self._goes_on_about(
                draft, subject, at, sentence, place
            ):
                self._continue(draft, self._said[at][sentence - 1], at, sentence)
                return
            if subject is not None and self._judges(scene.tokens, subject, place):
                still = self._still_speaks(at) if sentence == 0 else None
                if still is not None:
                    self._continue(draft, still, at, sentence)
                return
            if (
                subject is None
                and scene.tokens[place - 1].text == ":"
                and only_place(scene.tokens, start, place, self._lexicon)
            ):
                # On the pool: “…” And on her rival: “…”
                if sentence > 0:
                    self._after_sentence(draft, at, scene, number, sentence)
                elif before is not None:
                    self._continue(draft, before.speaker or "", at, sentence) if before.speaker else None
                return
            if subject is not None and (self._foreign or not self._could_head(at, scene, subject)):
                if self._still_his(draft, at, sentence, place):
                    self._continue(draft, self._said[at][sentence - 1], at, sentence)
                return
            if subject is not None and scene.tokens[subject.first].text[0] >= "\u2e80":
                # Scripts without blanks: a token is a clause, not a name.
                return
            if subject is not None and scene.tokens[subject.first].lower in self._lexicon.it:
                # "It was revealed that": nobody in particular.
                return
            if subject is not None:
                self._give(draft, Voice(Route.SUBJECT, subject, None), at, scene, number)
                return
            adds = scene.tokens[start].lower
            if place > start and not (adds.endswith("ing") and adds in self._lexicon.said):
                return
        if sentence > 0:
            self._after_sentence(draft, at, scene, number, sentence)
        elif before is not None or at > 0:
            self._after_paragraph(draft, before, at)

    def _goes_on_about(self, draft: Draft, subject: Phrase | None, at: int, sentence: int, place: int) -> bool:
        """“…,” X said. Y “wanted it to end”: the words of X go on, and Y is what they are about."""
        if subject is None:
            return False
        tokens = self._scenes[at].tokens
        told = subject.last == place and draft.words[:1].islower()
        told = told or self._judges(tokens, subject, place)
        return told and not self._foreign and sentence > 0 and sentence - 1 in self._said[at]

    def _still_his(self, draft: Draft, at: int, sentence: int, place: int) -> bool:
        """“…,” X said. Visitors can expect it to be “…”: the narrator still tells what X told, and names nobody else."""
        told = draft.words[:1].islower() and not self._foreign and sentence > 0 and sentence - 1 in self._said[at]
        return told and not any(name.first < place for name in self._named_in(at, sentence))

    def _still_speaks(self, at: int) -> str | None:
        """Who spoke in the last sentence of the paragraph before."""
        prior = self._paragraph_before(at)
        if prior is None:
            return None
        return self._said[prior].get(self._scenes[prior].tokens[-1].sentence)

    def _pointed(self, tokens: Sequence[Token], start: int, at: int, sentence: int) -> bool:
        """“…,” X said. That makes it “…”: the words of X go on."""
        while tokens[start].lower in ("and", "but", "so", "yet") and tokens[start + 1].sentence == sentence:
            start += 1
        points = tokens[start].lower in _POINTING and not any(
            name.first >= start for name in self._named_in(at, sentence)
        )
        return points and self._lexicon.language == "en" and sentence > 0 and sentence - 1 in self._said[at]

    def _named_in(self, at: int, sentence: int) -> list[Name]:
        """The names of one sentence."""
        tokens = self._scenes[at].tokens
        return [name for name in self._names[at] if tokens[name.first].sentence == sentence]

    def _judges(self, tokens: Sequence[Token], subject: Phrase, place: int) -> bool:
        """Whether the words only tell what the subject is: “The lack of a rail was “…”.”, “That makes it “…”.”."""
        lexicon = self._lexicon
        first = tokens[subject.first]
        if lexicon.language != "en" or first.lower in lexicon.he | lexicon.she | lexicon.first:
            return False
        if first.lower in _POINTING and subject.last == subject.first + 1:
            return True
        between = tokens[subject.last : place]
        small = all(t.lower in _IS or t.lower in lexicon.articles or is_adverb(t) for t in between)
        return bool(between) and small and between[0].lower in _IS and not first.is_name

    def _could_head(self, at: int, scene: Scene, subject: Phrase) -> bool:
        """Whether the phrase is a pronoun, a name or “the …”, and not just a sentence's first word."""
        first = scene.tokens[subject.first].lower
        named = any(subject.first <= name.first < subject.last for name in self._names[at])
        return (
            named or first in self._lexicon.articles or first in self._lexicon.pronouns or first in self._lexicon.first
        )

    def _after_sentence(self, draft: Draft, at: int, scene: Scene, number: int, sentence: int) -> None:
        speaker = self._said[at].get(sentence - 1)
        cut_in = cuts_in(scene.tokens, *scene.bounds(sentence - 1), self._lexicon)
        if speaker and cut_in is not None:
            self._give(draft, cut_in, at, scene, number)
            return
        if speaker:
            self._continue(draft, speaker, at, sentence)
            return
        start, end = scene.bounds(sentence - 1)
        voice = own_voice(scene.tokens, start, end, self._lexicon)
        said = self._said[at]
        subject = voice.subject if voice is not None and voice.route is Route.SUBJECT else None
        if said and subject is not None and scene.tokens[subject.first].lower in self._lexicon.it:
            # “…,” she says. It was a loss. “…”
            self._continue(draft, said[max(said)], at, sentence)
            return
        # A note tells of a book before it gives its words: “Holm, Gerda (2020). Stone. Retrieved 3 May 2024. “…””.
        unheard = self._foreign or self._paragraphs[at].kind is BlockKind.NOTE
        if voice is not None and not (unheard and voice.route is Route.SUBJECT):
            self._give(draft, voice, at, scene, number)
            if draft.route is not None:
                draft.route = Route.CONTINUED if voice.route is Route.SUBJECT else voice.route

    def _after_paragraph(self, draft: Draft, before: Draft | None, at: int) -> None:
        prior = self._paragraph_before(at)
        if prior is None:
            return
        if self._paragraphs[at].kind is BlockKind.LIST_ITEM and not draft.words[:1].islower():
            self._as_listed(draft, at)
            return
        scene = self._scenes[prior]
        tokens = scene.tokens
        start, end = scene.sentence(len(tokens) - 1)
        if tokens[-1].text == ":" or before is None or before.places[-1][0] != prior or not self._said[prior]:
            voice = own_voice(tokens, start, end, self._lexicon)
            leads = tokens[-1].text == ":" or (voice is not None and voice.route is not Route.SUBJECT)
            if not leads and (self._foreign or self._is_title(prior)):
                return
            if voice is not None and voice.subject is not None and (leads or self._is_person(prior, voice.subject)):
                draft.speaker = self._resolver.speaker(scene, voice.subject, self._names[prior], self._said[prior])
                draft.cue = voice.cue_text(tokens)
                draft.route = Route.COLON if tokens[-1].text == ":" else Route.CONTINUED
                self._remember(draft, at, 0)
            return
        last = self._said[prior]
        if last and before is not None:
            self._continue(draft, last[max(last)], at, 0)

    def _as_listed(self, draft: Draft, at: int) -> None:
        """An item of a list has the speaker of the words that lead to the list, never the item's before it."""
        first = at - 1
        while first > max(0, at - _LONGEST_LIST) and self._paragraphs[first].kind is BlockKind.LIST_ITEM:
            first -= 1
        scene = self._scenes[first]
        if not scene.tokens or scene.tokens[-1].text != ":":
            return
        start, end = scene.sentence(len(scene.tokens) - 1)
        voice = own_voice(scene.tokens, start, end, self._lexicon)
        if voice is None or voice.subject is None or not self._could_head(first, scene, voice.subject):
            return
        if scene.tokens[voice.subject.first].lower in self._lexicon.they | self._lexicon.it:
            # What they said: each item is another's.
            return
        draft.speaker = self._resolver.speaker(scene, voice.subject, self._names[first], self._said[first])
        draft.cue = voice.cue_text(scene.tokens)
        draft.route = Route.COLON
        self._remember(draft, at, 0)

    def _is_title(self, at: int) -> bool:
        """Whether the paragraph is a heading of more words than a person's name has."""
        words = [token for token in self._scenes[at].tokens if token.is_word]
        return self._paragraphs[at].kind is BlockKind.HEADING and len(words) > _LONGEST_NAME

    def _paragraph_before(self, at: int) -> int | None:
        """The paragraph before *at*, past an advertisement or a caption."""
        for prior in range(at - 1, max(-1, at - 1 - _FURNITURE), -1):
            told = self._paragraphs[prior].region is not Region.CHROME
            if told and self._paragraphs[prior].kind is not BlockKind.CAPTION and self._scenes[prior].tokens:
                return prior
        return None

    def _is_person(self, at: int, subject: Phrase) -> bool:
        people = self._resolver.memory.people
        inside = [n for n in self._names[at] if subject.first <= n.first < subject.last]
        spoke = self._resolver.memory.spoke[-1:]
        if inside and len(inside[-1].words) == 1 and [people.full(inside[-1])] == spoke:
            return people.may_be_person(spoke[0])
        if inside and self._is_only(at, inside[-1]) and " " in people.full(inside[-1]):
            # A speaker's surname that stands by itself over the words.
            return people.may_be_person(people.full(inside[-1]))
        return bool(inside) and len(inside[-1].words) > 1 and people.may_be_person(people.full(inside[-1]))

    def _is_only(self, at: int, name: Name) -> bool:
        """Whether the paragraph holds the name and nothing else."""
        titled = name.first - 1 if name.title else name.first
        words = [n for n, token in enumerate(self._scenes[at].tokens) if token.is_word]
        return bool(words) and words[0] >= titled and words[-1] < name.last

    def _continue(self, draft: Draft, speaker: str, at: int, sentence: int) -> None:
        draft.speaker = speaker
        draft.route = Route.CONTINUED
        self._remember(draft, at, sentence)


def _learned(scenes: Sequence[Scene], found: list[list[Name]], lexicon: Lexicon) -> list[list[Name]]:
    """The names of each scene that are learnt; of a headline's only those that are names elsewhere, too.

    A headline without words in marks names nobody else to a pronoun either, so that *found* is cut.
    """
    headlines = [at for at, scene in enumerate(scenes) if lexicon.language == "en" and is_headline(scene.tokens)]
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


def _nobody_says(tokens: Sequence[Token], voice: Voice, subject: Phrase) -> bool:
    """Wie es hieß, sei das Tor „verzogen“."""
    it = subject.last == subject.first + 1 and tokens[subject.first].lower == "es"
    it = it and subject.first > 0 and tokens[subject.first - 1].lower == "wie"
    return it and voice.cue is not None and tokens[voice.cue[0]].lower in ("heißt", "hieß")
