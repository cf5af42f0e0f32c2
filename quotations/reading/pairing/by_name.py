"""A speaker whom an earlier link introduced: an outlet by its name, “the report”, “the suit”, a person beside a source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import Basis
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.defining import NOUNS, defines
from quotations.reading.pairing.earlier import Earlier
from quotations.reading.pairing.near import introduces, says_in, source_near
from quotations.reading.pairing.occasions import Occasions
from quotations.reading.pairing.outlets import stands_for
from quotations.reading.pairing.told import key_of
from quotations.reading.pairing.topic import Topic
from quotations.reading.quotes import Speech
from quotations.reading.speakers.voice import Route

#: So many tokens from a link somebody is named beside it, and so many paragraphs on that is still who is meant.
_REACH, _SOON = 16, 6
#: A noun by which an article goes on to speak of a link has so many words at most.
_FEW = 3
#: Before what somebody is called.
_SMALL = frozenset(("the", "a", "an", "its", "his", "her", "their"))
#: Whose it is, and what: the board's report.
_OWNED = re.compile(
    r"(?:the )?(\S+(?: \S+){0,3})['’]s (?:own |final |new |latest |first )?([^\W_]+)(?: (?:of|on|into|about) .*)?",
    re.IGNORECASE,
)
#: What goes on in somebody, who need not say it.
_INWARD = frozenset(
    """
    think thinks thought wonder wonders wondered believe believes believed hope hopes hoped feel feels felt want wants wanted
    seek seeks sought
    """.split()  # noqa: SIM905
)
#: A person, a topic or a site is no paper, however it is called; an encyclopedia's article may be one.
_NOBODY_SAYS = frozenset((Leads.PROFILE, Leads.TOPIC, Leads.HOME))


class ByName(Earlier):
    """Finds the link that introduced a speaker."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        super().__init__(speech, anchors, candidates)
        self._occasions = Occasions(speech, anchors)
        self._named: dict[int, list[str]] = {}  #: link → its words, once asked
        self._around: dict[tuple[int, int], frozenset[str]] = {}  #: paragraph and sentence → its words, once asked

    def find(self, number: int, draft: Draft, read: int) -> None:
        """The speaker is a source that an earlier link introduced: an outlet by name, “the report”, “the suit”."""
        self._read = read
        best = self._candidates.best(number)
        if (best is not None and best.score >= 0.6) or not draft.speaker:
            return
        owned = _OWNED.fullmatch(draft.speaker)
        owner = owned[1].casefold() if owned and owned[2].casefold() in NOUNS else None
        if owner is None and not self._speaks(draft):
            return
        if self._candidates.own(number) is not None:
            return
        if self._candidates.told.speakers.get(key_of(draft.speaker), number) < number:
            # What somebody told the reporter, he goes on telling.
            return
        words = [w for w in re.findall(r"[^\W_]+", draft.speaker.casefold()) if w not in _SMALL]
        if not words:
            return
        defined = (
            not draft.speaker[:1].isupper()
            or draft.speaker.split()[0] in ("The", "Its", "His", "Her", "Their")
            or self._pointed_at(draft)
        )
        for index in self._back():
            anchor = self._anchors[index]
            if anchor.span.start >= draft.start or anchor.note or anchor.inside is not None:
                continue
            if draft.places[0][0] - anchor.paragraph > 12:
                break
            if self._shares(draft, anchor):
                continue
            if owner is not None:
                score = self._is_owned(anchor, owner, words[-1])
            elif defined and len(words) <= _FEW:
                score = 0.0 if anchor.leads in _NOBODY_SAYS else defines(self._speech, anchor, words[-1])
            else:
                score = self._is_named(anchor, words, draft.places[0][0])
            if score and self._is_person(words) and self._elsewhere(draft, anchor):
                score = min(score, 0.3)
            if score:
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, score, "named", index))
                return

    def _is_owned(self, anchor: Anchor, owner: str, noun: str) -> float:
        """“the board's report”: a report that was linked beside the board's name."""
        scene = self._speech.scenes[anchor.paragraph]
        start, end = scene.bounds(anchor.sentence)
        named = [t.lower for t in scene.tokens[start:end] if t.quoted < 0]
        if introduces(anchor) or not all(word in named for word in re.findall(r"[^\W_]+", owner)):
            return 0.0
        return defines(self._speech, anchor, noun)

    def _shares(self, draft: Draft, anchor: Anchor) -> bool:
        """Whether the link stands in the quotation's own sentence as what is reviewed or answered there."""
        at, number = draft.places[0]
        if number < 0 or anchor.paragraph != at:
            return False
        scene = self._speech.scenes[at]
        topic = Topic(self._speech.lexicon, scene, anchor)
        return scene.tokens[scene.place(number)].sentence == anchor.sentence and topic.glossed(None)

    def _elsewhere(self, draft: Draft, anchor: Anchor) -> bool:
        """“…,” he said during a ceremony: of another occasion than the statement that was linked."""
        at, number = draft.places[0]
        if number < 0:
            return False
        scene = self._speech.scenes[at]
        return self._occasions.differ((at, scene.tokens[scene.place(number)].sentence), anchor)

    def _is_person(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and self._speech.voices.is_person(" ".join(words).title())

    def _pointed_at(self, draft: Draft) -> bool:
        """“That rule says”, “this paper notes”: the subject points back."""
        if draft.heard is None or draft.heard[1].subject is None:
            return False
        tokens, first = self._speech.scenes[draft.heard[0]].tokens, draft.heard[1].subject.first
        return tokens[first].lower in ("that", "this") or (first > 0 and tokens[first - 1].lower in ("that", "this"))

    def _speaks(self, draft: Draft) -> bool:
        """Whether a verb of speech, “according to” or a noun of speech makes the speaker one: not “offers”, “feels”."""
        if draft.route in (None, Route.SUBJECT):
            return False
        lexicon = self._speech.lexicon
        verbs = draft.cue.casefold().split() if draft.cue else []
        if tuple(verbs) in lexicon.according:
            return True
        by_noun = draft.route in (Route.ACCORDING, Route.NOUN, Route.CONTINUED, Route.COLON)
        if draft.route is Route.BEFORE and not _INWARD.isdisjoint(verbs):
            # What somebody wants or hopes is told of him, and need not be his words; what a report found or holds is its own.
            return False
        return by_noun or self._speech.foreign or any(verb in lexicon.said or verb in lexicon.called for verb in verbs)

    def _is_named(self, anchor: Anchor, words: Sequence[str], at: int) -> float:
        if not anchor.own and stands_for(words, anchor.host):
            return 0.3 if introduces(anchor) else 0.45 if self._is_person(words) else 0.82
        named = self._words_of(anchor)
        scene = self._speech.scenes[anchor.paragraph]
        titles = self._speech.lexicon.titles
        if named and all(word in words or word in titles for word in named):
            # A person's name only introduces him; a document's or an outlet's name is what it names.
            person = self._is_person(words) and not any(word.isdigit() for word in words)
            return 0.1 if person or introduces(anchor) else 0.4 if anchor.own else 0.8
        if len(words) > 1 and all(word in named for word in words):
            tells = source_near(self._speech.lexicon, scene, anchor) or says_in(self._speech.lexicon, scene, anchor)
            return 0.15 if introduces(anchor) else 0.75 if tells or not self._is_person(words) else 0.4
        around = self._words_around(anchor)
        if not all(word in around for word in words):
            return 0.0
        topic = Topic(self._speech.lexicon, scene, anchor)
        if topic.reviews(words[-1]) or topic.about() or topic.judged(anchor.first):
            return 0.0 if introduces(anchor) else 0.4
        if len(words) > 1 and source_near(self._speech.lexicon, scene, anchor) and not introduces(anchor):
            # A person named beside a report need not be who speaks in it, least of all many paragraphs on.
            near = at - anchor.paragraph <= _SOON and self._beside(anchor, words[-1])
            return 0.62 if near or not self._is_person(words) else 0.45
        return 0.0

    def _words_of(self, anchor: Anchor) -> list[str]:
        """The link's words, parted once for all speakers."""
        if anchor.number not in self._named:
            self._named[anchor.number] = re.findall(r"[^\W_]+", anchor.words)
        return self._named[anchor.number]

    def _words_around(self, anchor: Anchor) -> frozenset[str]:
        """The narrator's words in the link's sentence."""
        place = anchor.paragraph, anchor.sentence
        if place not in self._around:
            scene = self._speech.scenes[anchor.paragraph]
            start, end = scene.bounds(anchor.sentence)
            self._around[place] = frozenset(t.lower for t in scene.tokens[start:end] if t.quoted < 0)
        return self._around[place]

    def _beside(self, anchor: Anchor, name: str) -> bool:
        """Whether a person is named in the link's own part of the sentence, and not far from it."""
        tokens = self._speech.scenes[anchor.paragraph].tokens
        for step, at in ((-1, anchor.first - 1), (1, anchor.last)):
            for _ in range(_REACH):
                if not 0 <= at < len(tokens) or tokens[at].text in (";", ":") or tokens[at].sentence != anchor.sentence:
                    break
                if tokens[at].lower == name and tokens[at].quoted < 0:
                    return True
                at += step
        return False
