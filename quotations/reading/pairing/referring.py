"""A quotation whose own sentence refers to a link that the article gave before: by name, by noun, by “in it”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Leads, is_social
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.near import introduces, is_source_noun, says_in, source_near
from quotations.reading.pairing.outlets import by_way_of, stands_for
from quotations.reading.pairing.told import key_of
from quotations.reading.pairing.topic import Topic
from quotations.reading.phrases import is_verb
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token
from quotations.reading.voice import Route

#: How many links back a name may lead.
_FARTHEST = 60
_ALIKE = (
    frozenset(("paper", "study", "article", "research", "findings", "report", "analysis", "authors", "researchers")),
    frozenset(("suit", "lawsuit", "complaint", "filing", "plaintiff", "plaintiffs")),
    frozenset(("post", "blog", "entry", "blogpost", "article")),
    frozenset(("statement", "release", "announcement")),
    frozenset(("ruling", "opinion", "decision", "judgment", "verdict")),
    frozenset(("letter", "email", "e-mail", "memo", "note", "message")),
    frozenset(("interview", "conversation")),
    frozenset(("speech", "address", "remarks")),
    frozenset(("tweet", "thread", "tweets")),
    frozenset(("report", "survey", "poll", "review")),
)
_NOUNS = frozenset().union(*_ALIKE)
#: “who was not involved in the study”.
_TOOK_PART = frozenset(
    (
        "involved",
        "participated",
        "part",
        "participate",
        "worked",
        "helped",
        "favor",
        "favour",
        "investigation",
        "support",
    )
)
_OUTLETS = frozenset(
    (
        "outlet",
        "newspaper",
        "magazine",
        "network",
        "site",
        "website",
        "publication",
        "channel",
        "broadcaster",
        "tabloid",
        "agency",
    )
)
_REACH = 16
#: A document by its kind and number: rule 12, pep 563, rfc 2119.
_NUMBERED = re.compile(
    r"(?:pep|rfc|rule|article|section|chapter|part|issue|bug|ticket|annex|appendix|act|directive|regulation|resolution|order|"
    r"bill|amendment|bcp|std|iso|artikel|regel|abschnitt|règle|regla|regola|regra|artículo|articolo|artigo) \d{1,6}[a-z]?"
)
#: So many tokens beside a link its reporter is named, and so many paragraphs on an outlet is still the one linked.
_BESIDE, _NEAR = 6, 6
#: So many quotations back a title is looked for, of at least so many words.
_TITLES, _LEAST_TITLE = 3, 2
#: A pairing by the sentence itself, and the score from which on “it” leads back to it.
_DIRECT = frozenset((Basis.CUE_LINK, Basis.NAMED_SOURCE, Basis.INSIDE_ANCHOR, Basis.SAME_SPEAKER))
_WELL = 0.6
#: Before the name of one who reported others' words; “according to” is another.
_PER = frozenset(("per", "via", "laut", "selon", "según", "secondo", "volgens"))


class Referring:
    """Finds the links to which names and nouns lead back."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        self._speech = speech
        self._anchors = anchors
        self._candidates = candidates
        self._read = 0

    def find(self, number: int, draft: Draft, read: int) -> None:
        """Add what the draft *number* refers to among the first *read* links."""
        self._read = read
        self._it(number, draft)
        self._name(number, draft)
        self._titled(number, draft)
        self._define(number, draft)
        self._outlet(number, draft)
        self._reporter(number, draft)
        self._passed_on(number, draft)
        self._numbered(number, draft)

    def _is_person(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and self._speech.voices.is_person(" ".join(words).title())

    def _pointed_at(self, draft: Draft) -> bool:
        """“That rule says”, “this paper notes”: the subject points back."""
        if draft.heard is None or draft.heard[1].subject is None:
            return False
        tokens, first = self._speech.scenes[draft.heard[0]].tokens, draft.heard[1].subject.first
        return tokens[first].lower in ("that", "this") or (first > 0 and tokens[first - 1].lower in ("that", "this"))

    def _it(self, number: int, draft: Draft) -> None:
        """“…,” it says: the document that the sentence or paragraph before linked."""
        if draft.heard is None or draft.heard[1].subject is None:
            return
        at, voice = draft.heard
        subject = voice.subject
        if subject is None or self._speech.scenes[at].tokens[subject.first].lower not in self._speech.lexicon.it:
            return
        for index in range(self._read - 1, max(-1, self._read - 4), -1):
            anchor = self._anchors[index]
            if draft.places[0][0] - anchor.paragraph > 1 or anchor.span.end > draft.start:
                break
            sourced = source_near(self._speech.lexicon, self._speech.scenes[anchor.paragraph], anchor)
            if sourced and not introduces(anchor) and anchor.inside is None and not anchor.note:
                self._candidates.lower(number, 0.6, spare=frozenset((Basis.CUE_LINK, Basis.INSIDE_ANCHOR, Basis.NOTE)))
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.78, "it_says", index))
                return
        self._goes_on(number, draft)

    def _goes_on(self, number: int, draft: Draft) -> None:
        """“…,” says Quay Data. “…,” it says: where the words right before it were paired well, so are these."""
        if not number:
            return
        last, head = self._speech.drafts[number - 1], self._candidates.best(number - 1)
        near = last.places[-1][0] == draft.places[0][0]
        if near and head is not None and head.score >= _WELL and head.basis in _DIRECT:
            found = Candidate(head.citation, Basis.NAMED_SOURCE, head.score * 0.9, "it_says", head.anchor)
            self._candidates.add(number, found)

    def _define(self, number: int, draft: Draft) -> None:
        """“wrote in the paper”, “said in the statement”: the noun leads back to the link that introduced it."""
        best = self._candidates.best(number)
        if draft.number < 0 or draft.heard is None or draft.heard[0] != draft.places[0][0]:
            return
        if best is not None and best.basis is Basis.CUE_LINK and best.score >= 0.6:
            return
        at, voice = draft.heard
        scene = self._speech.scenes[at]
        tokens = scene.tokens
        start, end = scene.sentence(scene.place(draft.places[0][1]))
        for place in range(start + 1, end):
            if voice.cue is not None and abs(place - voice.cue[0]) > 16:
                continue
            found = self._referred(draft, tokens, place)
            if found is not None:
                citation = self._anchors[found].citation
                self._candidates.add(number, Candidate(citation, Basis.NAMED_SOURCE, 0.76, "defn", found))
                return

    def _referred(self, draft: Draft, tokens: Sequence[Token], place: int) -> int | None:
        """The link to which “in the paper” or “in it” at *place* leads back."""
        before = tokens[place - 1].lower
        if tokens[place].lower in ("it", "there") and before in ("in", "on", "from", "of"):
            near = [
                index
                for index in range(self._read - 1, max(-1, self._read - 4), -1)
                if draft.places[0][0] - self._anchors[index].paragraph <= 1
            ]
            usable = [n for n in near if not introduces(self._anchors[n]) and self._anchors[n].inside is None]
            return usable[0] if usable and self._anchors[usable[0]].span.end <= draft.start else None
        definite = before in ("the", "that", "his", "her", "their", "its")
        placed = place > 1 and tokens[place - 2].lower in ("in", "from", "of", "at", "during", "on")
        if tokens[place].lower not in _NOUNS or not definite or not placed:
            return None
        if any(t.lower in _TOOK_PART for t in tokens[max(0, place - 4) : place]):
            return None
        return self._introduced(draft, tokens[place].lower)

    def _outlet(self, number: int, draft: Draft) -> None:
        """“told the outlet”: the one whose report was linked last."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= 0.6):
            return
        scene = self._speech.scenes[draft.places[0][0]]
        start, end = scene.sentence(scene.place(draft.places[0][1]))
        words = [t.lower for t in scene.tokens[start:end]]
        if not any(
            words[at : at + 1] == ["the"]
            and words[at + 1 : at + 2]
            and words[at + 1] in _OUTLETS
            and words[at - 1] in ("told", "to", "with", "by")
            for at in range(1, len(words) - 1)
        ):
            return
        for index in range(self._read - 1, max(-1, self._read - 12), -1):
            anchor = self._anchors[index]
            near = source_near(self._speech.lexicon, self._speech.scenes[anchor.paragraph], anchor)
            if anchor.span.start < draft.start and near and anchor.inside is None and not introduces(anchor):
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.74, "outlet", index))
                return

    def _reporter(self, number: int, draft: Draft) -> None:
        """“…,” one reader said, per Feng: the report of Feng's that was linked."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED):
            return
        scene = self._speech.scenes[draft.places[0][0]]
        name = _named_reporter(scene.tokens, *scene.sentence(scene.place(draft.places[0][1])))
        if name is None or (draft.speaker and name in draft.speaker.casefold().split()):
            return
        if self._speech.paragraphs[draft.places[0][0]].kind is BlockKind.HEADING:
            return
        for index in range(self._read - 1, max(-1, self._read - _FARTHEST), -1):
            anchor = self._anchors[index]
            quoted = self._speech.paragraphs[anchor.paragraph].blocks[0].quote_depth > 0
            if anchor.note or anchor.inside is not None or introduces(anchor) or quoted:
                continue
            if self._reported_by(anchor, name):
                found = Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.66, "reporter", index)
                self._candidates.add(number, found)
                return

    def _reported_by(self, anchor: Anchor, name: str) -> bool:
        """“Emily Feng reports for [the radio](…)”: the name is near the link, and a verb of speech right behind it."""
        tokens = self._speech.scenes[anchor.paragraph].tokens
        for at in range(max(0, anchor.first - _BESIDE), min(len(tokens), anchor.last + _BESIDE)):
            token = tokens[at]
            if token.lower != name or token.quoted >= 0 or token.sentence != anchor.sentence:
                continue
            behind = range(at + 1, min(at + 1 + _BESIDE, len(tokens)))
            says = says_in(self._speech.lexicon, self._speech.scenes[anchor.paragraph], anchor)
            if (says and at < anchor.first) or any(is_verb(tokens, place, self._speech.lexicon) for place in behind):
                return True
        return False

    def _passed_on(self, number: int, draft: Draft) -> None:
        """“…,” she told the Weir Times: a report of that outlet's that was linked not far before."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED) or self._candidates.told.bars(number):
            return
        scene = self._speech.scenes[draft.places[0][0]]
        start, end = scene.sentence(scene.place(draft.places[0][1]))
        for index in range(self._read - 1, max(-1, self._read - _FARTHEST), -1):
            anchor = self._anchors[index]
            if draft.places[0][0] - anchor.paragraph > _NEAR:
                return
            if anchor.note or anchor.inside is not None or introduces(anchor) or anchor.own or is_social(anchor):
                continue
            there = self._speech.scenes[anchor.paragraph]
            tells = source_near(self._speech.lexicon, there, anchor) or says_in(self._speech.lexicon, there, anchor)
            if tells and by_way_of(scene.tokens[start:end], anchor.host):
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.6, "passed_on", index))
                return

    def _numbered(self, number: int, draft: Draft) -> None:
        """“As Rule 12 has it, …”: the document that was linked under that name and number."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED):
            return
        scene = self._speech.scenes[draft.places[0][0]]
        place = scene.place(draft.places[0][1])
        start, _ = scene.sentence(place)
        told = " ".join(t.lower for t in scene.tokens[start:place] if t.quoted < 0)
        for index in range(self._read - 1, max(-1, self._read - _FARTHEST), -1):
            anchor = self._anchors[index]
            if anchor.note or anchor.inside is not None or not _NUMBERED.fullmatch(anchor.words):
                continue
            if f" {anchor.words} " in f" {told} ":
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.72, "numbered", index))
                return

    def _titled(self, number: int, draft: Draft) -> None:
        """(from “The Laws of the Sea”), “…”: the page that was linked under that title."""
        best = self._candidates.best(number)
        if best is not None and best.score >= STAKED and best.basis is not Basis.PARAGRAPH:
            return
        for other in self._speech.drafts[max(0, number - _TITLES) : number]:
            title = other.words.casefold().strip(" .,")
            if not self._leads_in(other, draft) or len(title.split()) < _LEAST_TITLE:
                continue
            for index in range(self._read - 1, max(-1, self._read - _FARTHEST), -1):
                anchor = self._anchors[index]
                named = anchor.words.replace("’", "'") == title.replace("’", "'")
                if named and not anchor.note and anchor.leads is not Leads.PROFILE:
                    found = Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.84, "titled", index)
                    self._candidates.add(number, found)
                    return

    def _leads_in(self, title: Draft, draft: Draft) -> bool:
        """Whether a title stands before the words in their sentence, or in the line with a colon ahead of them."""
        at, number = draft.places[0]
        there, other = title.places[-1]
        if other < 0:
            return False
        scene = self._speech.scenes[there]
        if there == at and number >= 0:
            return scene.tokens[scene.place(other)].sentence == scene.tokens[scene.place(number)].sentence
        return (
            there == at - 1
            and scene.tokens[-1].text == ":"
            and (number < 0 or self._speech.scenes[at].place(number) <= 1)
        )

    def _introduced(self, draft: Draft, noun: str) -> int | None:
        for index in range(len(self._anchors) - 1, -1, -1):
            anchor = self._anchors[index]
            if (
                anchor.span.start < draft.start
                and not anchor.note
                and anchor.inside is None
                and self._defines(anchor, noun)
            ):
                return index
        return None

    def _name(self, number: int, draft: Draft) -> None:
        """The speaker is a source that an earlier link introduced: an outlet by name, “the report”, “the suit”."""
        best = self._candidates.best(number)
        if (best is not None and best.score >= 0.6) or not draft.speaker or not self._speaks(draft):
            return
        if self._candidates.told.speakers.get(key_of(draft.speaker), number) < number:
            # What somebody told the reporter, he goes on telling.
            return
        words = [
            w
            for w in re.findall(r"[^\W_]+", draft.speaker.casefold())
            if w not in ("the", "a", "an", "its", "his", "her", "their")
        ]
        if not words:
            return
        defined = (
            not draft.speaker[:1].isupper()
            or draft.speaker.split()[0] in ("The", "Its", "His", "Her", "Their")
            or self._pointed_at(draft)
        )
        for index in range(self._read - 1, max(-1, self._read - _FARTHEST), -1):
            anchor = self._anchors[index]
            if anchor.span.start >= draft.start or anchor.note or anchor.inside is not None:
                continue
            if draft.places[0][0] - anchor.paragraph > 12:
                break
            score = self._defines(anchor, words[-1]) if defined and len(words) <= 3 else self._is_named(anchor, words)
            if score:
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, score, "named", index))
                return

    def _speaks(self, draft: Draft) -> bool:
        """Whether a verb of speech, “according to” or a noun of speech makes the speaker one: not “offers”, “feels”."""
        if draft.route in (None, Route.SUBJECT):
            return False
        lexicon = self._speech.lexicon
        verbs = draft.cue.casefold().split() if draft.cue else []
        if tuple(verbs) in lexicon.according:
            return True
        by_noun = draft.route in (Route.ACCORDING, Route.NOUN, Route.CONTINUED, Route.COLON)
        return by_noun or self._speech.foreign or any(verb in lexicon.said or verb in lexicon.called for verb in verbs)

    def _defines(self, anchor: Anchor, noun: str) -> float:
        """“the study” for a link at or beside a paper."""
        scene = self._speech.scenes[anchor.paragraph]
        alike = {noun}.union(*(group for group in _ALIKE if noun in group))
        begins, _ = scene.bounds(anchor.sentence)
        if any(t.lower in alike and noun in _NOUNS for t in scene.tokens[begins : begins + 3] if t.quoted < 0):
            return 0.72
        if re.search(rf"\b{re.escape(noun)} (?:no\.? ?)?\d", anchor.words):
            # “The rule says”: [Rule 12](…).
            return 0.72
        nouns = [
            t
            for t in scene.tokens[max(0, anchor.first - 4) : anchor.last + 3]
            if t.quoted < 0 and t.sentence == anchor.sentence
        ]
        if not any(is_source_noun(t, self._speech.lexicon) for t in nouns):
            return 0.0
        return 0.72 if noun in _NOUNS and any(t.lower in alike for t in nouns) else 0.0

    def _is_named(self, anchor: Anchor, words: Sequence[str]) -> float:
        if not anchor.own and stands_for(words, anchor.host):
            return 0.3 if introduces(anchor) else 0.45 if self._is_person(words) else 0.82
        named = re.findall(r"[^\W_]+", anchor.words)
        scene = self._speech.scenes[anchor.paragraph]
        if named and set(named) <= set(words) | self._speech.lexicon.titles:
            # A person's name only introduces him; a document's or an outlet's name is what it names.
            person = self._is_person(words) and not any(word.isdigit() for word in words)
            return 0.1 if person or introduces(anchor) else 0.4 if anchor.own else 0.8
        if len(words) > 1 and all(word in named for word in words):
            tells = source_near(self._speech.lexicon, scene, anchor) or says_in(self._speech.lexicon, scene, anchor)
            return 0.15 if introduces(anchor) else 0.75 if tells or not self._is_person(words) else 0.4
        start, end = scene.bounds(anchor.sentence)
        around = [t.lower for t in scene.tokens[start:end] if t.quoted < 0]
        together = all(word in around for word in words)
        if together and Topic(self._speech.lexicon, scene, anchor).reviews(words[-1]):
            return 0.4
        if together and len(words) > 1 and source_near(self._speech.lexicon, scene, anchor) and not introduces(anchor):
            beside = self._is_person(words) and not self._beside(anchor, words[-1])
            return 0.45 if beside else 0.62
        return 0.0

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


def _named_reporter(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The last word, in small letters, of the name behind “per” or “according to”; None where there is none."""
    for at in range(start, end):
        word = tokens[at].lower
        place = at + 1 if word in _PER else at + 2 if word == "according" else end
        if place >= end or not tokens[place].is_name or (word == "according" and tokens[at + 1].lower != "to"):
            continue
        while place + 1 < end and tokens[place + 1].is_name:
            place += 1
        return tokens[place].lower
    return None
