"""Words that an outlet or a reporter passed on: “told the outlet”, “one reader said, per Feng”, “told the Weir Times”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, is_social
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.earlier import Earlier
from quotations.reading.pairing.near import introduces, says_in, source_near
from quotations.reading.pairing.outlets import stands_for, ways
from quotations.reading.phrases import is_verb
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token
from quotations.values import plain_value

_OUTLETS = frozenset(
    (
        "outlet",
        "newspaper",
        "paper",
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
#: So many tokens beside a link its reporter is named, and so many paragraphs on an outlet is still the one linked.
_BESIDE, _NEAR = 6, 6
#: The same where the article links that outlet once.
_FAR = 20
#: Before the name of one who reported others' words; “according to” is another.
_PER = frozenset(("per", "via", "laut", "selon", "según", "secondo", "volgens"))


@plain_value
class _Told:
    """By whom a sentence says that its words were passed on."""

    outlet: bool  #: “told the outlet”
    reporter: str | None


class Reporters(Earlier):
    """Finds the report through which words came."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        super().__init__(speech, anchors, candidates)
        self._hosts = Counter(host for host, _ in {(a.host, a.citation) for a in anchors})
        self._sentences: dict[tuple[int, int], _Told] = {}  #: by paragraph and sentence

    def find(self, number: int, draft: Draft, read: int) -> None:
        """Add the report, among the first *read* links, by which the draft *number* is said to have come."""
        self._read = read
        self._outlet(number, draft)
        self._reporter(number, draft)
        self._passed_on(number, draft)

    def _told(self, draft: Draft) -> _Told:
        """What the draft's sentence names, looked for once however many quotations stand in it."""
        at, number = draft.places[0]
        scene = self._speech.scenes[at]
        place = scene.place(number)
        key = at, scene.tokens[place].sentence
        if key not in self._sentences:
            start, end = scene.sentence(place)
            outlet = _names_outlet(scene.tokens[start:end])
            self._sentences[key] = _Told(outlet, _named_reporter(scene.tokens, start, end))
        return self._sentences[key]

    def _outlet(self, number: int, draft: Draft) -> None:
        """“told the outlet”: the one whose report was linked last."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= 0.6):
            return
        if not self._told(draft).outlet:
            return
        for index in self._back(12):
            anchor = self._anchors[index]
            there = self._speech.scenes[anchor.paragraph]
            near = source_near(self._speech.lexicon, there, anchor) or says_in(self._speech.lexicon, there, anchor)
            near = near or (stands_for(anchor.words.split()[:_BESIDE], anchor.host) and not is_social(anchor))
            if anchor.span.start < draft.start and near and anchor.inside is None and not introduces(anchor):
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.74, "outlet", index))
                return

    def _reporter(self, number: int, draft: Draft) -> None:
        """“…,” one reader said, per Feng: the report of Feng's that was linked."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED):
            return
        name = self._told(draft).reporter
        if name is None or (draft.speaker and name in draft.speaker.casefold().split()):
            return
        if self._speech.paragraphs[draft.places[0][0]].kind is BlockKind.HEADING:
            return
        for index in self._back():
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
        named = list(ways(scene.tokens[start:end]))
        for index in self._back() if named else ():
            anchor = self._anchors[index]
            if draft.places[0][0] - anchor.paragraph > (_NEAR if self._hosts[anchor.host] > 1 else _FAR):
                return
            if anchor.note or anchor.inside is not None or introduces(anchor) or anchor.own or is_social(anchor):
                continue
            if not any(stands_for(one, anchor.host) for one in named):
                continue
            there = self._speech.scenes[anchor.paragraph]
            tells = source_near(self._speech.lexicon, there, anchor) or says_in(self._speech.lexicon, there, anchor)
            if tells or any(stands_for([word], anchor.host) for word in anchor.words.split()[-2:]):
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.6, "passed_on", index))
                return


def _names_outlet(tokens: Sequence[Token]) -> bool:
    """Whether somebody spoke to “the outlet”, which is not named."""
    words = [token.lower for token in tokens]
    return any(
        word in _OUTLETS and words[at - 1] == "the" and words[at - 2] in ("told", "to", "with", "by")
        for at, word in enumerate(words[2:], 2)
    )


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
