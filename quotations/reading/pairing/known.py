"""Where a speaker was heard before, and what is left of that after other paragraphs and other occasions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from quotations.model import Basis
from quotations.reading.document import BlockKind, Region
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.occasions import Occasions
from quotations.reading.paragraphs import Paragraph
from quotations.reading.quotes import Speech

#: What is left of the first pairing's score, by paragraphs since the speaker was last quoted.
_DECAY = (0.97, 0.92, 0.85, 0.74, 0.62, 0.52, 0.45)
#: At least so much is left where the article retells in the present what the speaker says there: on labelled pages outside
#: the untouched half such carried pairings were right in 24 of 27 (7 paragraphs on and farther in 6 of 9), those told in
#: the past in 51 of 81 (7 of 24). The shares are drawn towards that of all, .69, as if five more had been seen; that
#: leaves .68 so far on, times the .95 of a link that holds the words and a little more than .5 of one that announces them.
_RETOLD = 0.7
#: Over more paragraphs than this what is lost stays lost.
_GAP = 9
_INITIALS = re.compile("[A-Z]{2,4}")
_ALOUD = frozenset(("said", "says", "told", "tells", "explained", "recalled"))
#: A full name has so many words.
_FULL = 2
#: A paragraph that tells something has at least so many blanks.
_FEWEST = 5
#: What is left where the words are of another occasion, and where one was told of since.
_OTHER_TIME, _OPENED = 0.35, 0.5


@dataclass(slots=True)
class Known:
    """The link that a speaker was last paired with."""

    citation: str
    anchor: int
    score: float
    paragraph: int  #: where the speaker was last quoted
    basis: Basis
    written: bool = False  #: announced by something that is written and not spoken
    said: tuple[int, int] | None = None  #: the sentence in which the speaker was last quoted
    full: str | None = None  #: the speaker's name as the article has it
    past: bool = False  #: the words that were paired are told of in the past
    others: int = 0  #: how many other citations the speaker's earlier words were paired with
    seen: int = 0  #: how many of the occasions that the article links were known of

    def elsewhere(self, occasions: Sequence[int], anchors: Sequence[Anchor]) -> bool:
        """Whether another of the *occasions* (indices of *anchors*) was linked since that was asked last."""
        fresh = [at for at in occasions[self.seen :] if at > self.anchor and anchors[at].paragraph > self.paragraph]
        self.seen = len(occasions)
        return any(anchors[at].citation != self.citation for at in fresh)


class Fading:
    """Asks how much of a speaker's earlier pairing is left."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor]) -> None:
        self._speech = speech
        self._anchors = anchors
        self._occasions = Occasions(speech, anchors)
        #: By paragraph, how many of those before it tell something; headings, captions and bits of furniture do not.
        self._prose = [0, *accumulate(_tells(p) for p in speech.paragraphs)]

    def score(self, draft: Draft, key: str, known: Known) -> float:
        """What is left of it for the words *draft* of the speaker *key*."""
        distance = self._prose[draft.places[0][0]] - self._prose[known.paragraph]
        kept = self._kept(draft, key, known)
        left = _DECAY[min(max(distance, 0), len(_DECAY) - 1)]
        if self._speech.lexicon.language == "en" and not known.past and retells(draft.cue):
            left = max(left, _RETOLD)
        score = known.score * left * kept
        if distance > _GAP:
            # So far on the speaker may be heard somewhere else, and goes on there.
            known.score *= left
        if known.written and draft.cue in _ALOUD:
            score *= 0.65
        return score

    def _kept(self, draft: Draft, key: str, known: Known) -> float:
        """What is left of a pairing where the words may be of another occasion."""
        place, anchor = self.sentence(draft, 0), self._anchors[known.anchor]
        if place is None:
            return 1.0
        if self._occasions.differ(place, anchor):
            return _OTHER_TIME
        since = known.said or (anchor.paragraph, anchor.sentence)
        near = place[0] - since[0] <= len(_DECAY)
        if near and self._occasions.opened(since, place, key, anchor):
            known.score *= _OPENED
        return 1.0

    def sentence(self, draft: Draft, part: int) -> tuple[int, int] | None:
        """Paragraph and sentence of a part of the draft; None where it is a block."""
        at, number = draft.places[part]
        if number < 0:
            return None
        scene = self._speech.scenes[at]
        return at, scene.tokens[scene.place(number)].sentence


def retells(cue: str | None) -> bool:
    """Whether the narrator is in the present: “he writes”, “she says”, not “he said”."""
    last = cue.casefold().split()[-1] if cue and cue.strip() else ""
    return last.endswith("s") and last not in ("was", "words", "remarks") and not last.endswith("ss")


def another(known: str | None, speaker: str | None) -> bool:
    """Whether two full names are of two people of one family: Ada Fenn and Bo Fenn."""
    one, other = (known or "").split(), (speaker or "").split()
    if len(one) < _FULL or len(other) < _FULL or not one[0].istitle() or not other[0].istitle():
        return False
    given = {one[0].strip("."), other[0].strip(".")}
    return one[-1] == other[-1] and len({name[0] for name in given}) > 1


@lru_cache(maxsize=4096)
def initials(name: str) -> str:
    """The first letters of the parts of a full name: ABK for Ada Berg-Krol."""
    return "".join(part[0] for part in re.split(r"[\s-]+", name) if part[:1].isupper())


def by_short_name(known: Iterable[Known], speaker: str | None) -> Known | None:
    """“AK said”, “Ada said”, where Ada Krol, and no other Ada, was paired before."""
    if not speaker or " " in speaker:
        return None
    full = [(one, one.full) for one in known if one.full]
    if _INITIALS.fullmatch(speaker):
        short = next((one for one, name in full if initials(name) == speaker), None)
        if short is not None:
            return short
    given = [one for one, name in full if name.split()[0] == speaker]
    return given[0] if len(given) == 1 else None


def _tells(paragraph: Paragraph) -> bool:
    if paragraph.region is Region.CHROME or paragraph.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return False
    return paragraph.text.count(" ") >= _FEWEST
