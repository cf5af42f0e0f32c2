"""A quotation whose own sentence refers to a link that the article gave before: by name, by noun, by “in it”."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.announcing import SPOKEN
from quotations.reading.pairing.by_name import ByName
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.defining import DEFINITE, NOUNS, PLACED, RUN_IN, defines
from quotations.reading.pairing.documents import Documents
from quotations.reading.pairing.earlier import Earlier
from quotations.reading.pairing.ledes import Ledes
from quotations.reading.pairing.near import introduces, is_source_noun, source_near
from quotations.reading.pairing.occasions import EVENTS
from quotations.reading.pairing.reporters import Reporters
from quotations.reading.pairing.topic import OF, REVIEWS
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

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
#: A pairing by the sentence itself, and the score from which on “it” leads back to it.
_DIRECT = frozenset((Basis.CUE_LINK, Basis.NAMED_SOURCE, Basis.INSIDE_ANCHOR, Basis.SAME_SPEAKER))
_WELL = 0.6
#: What several people do together, and what they do it in.
_WROTE = frozenset(("wrote", "write", "writing"))
_JOINT = ("paper", "letter", "statement", "petition")
#: So many paragraphs on they are still meant.
_LATELY = 3
#: Before “the Lamp report” stand as many tokens in “according to the Lamp report”.
_QUALIFIED = 3
#: Between “its” and what it wrote: words that tell nothing apart, and which of several.
_ANY = frozenset("full new latest same recent original".split())  # noqa: SIM905
_KINDS = _ANY | frozenset("written final annual initial preliminary".split())  # noqa: SIM905
#: So many paragraphs on a noun still leads back.
_AGO = 16


class Referring(Earlier):
    """Finds the links to which names and nouns lead back."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        super().__init__(speech, anchors, candidates)
        self._by_name = ByName(speech, anchors, candidates)
        self._documents = Documents(speech, anchors, candidates)
        self._ledes = Ledes(speech, anchors, candidates)
        self._reporters = Reporters(speech, anchors, candidates)

    def find(self, number: int, draft: Draft, read: int) -> None:
        """Add what the draft *number* refers to among the first *read* links."""
        self._read = read
        self._it(number, draft)
        self._ledes.told_below(number, draft, read)
        if not read:
            return
        self._by_name.find(number, draft, read)
        self._documents.titled(number, draft, read)
        self._define(number, draft)
        self._they_wrote(number, draft)
        self._on_the_same(number, draft)
        self._reporters.find(number, draft, read)
        self._documents.numbered(number, draft, read)

    def _it(self, number: int, draft: Draft) -> None:
        """“…,” it says: the document that the sentence or paragraph before linked."""
        if draft.heard is None or draft.heard[1].subject is None:
            return
        at, voice = draft.heard
        subject = voice.subject
        if subject is None or self._speech.scenes[at].tokens[subject.first].lower not in self._speech.lexicon.it:
            return
        for index in self._back(4):
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

    def _they_wrote(self, number: int, draft: Draft) -> None:
        """“…,” they wrote: the authors of the paper or letter that was linked last."""
        best = self._candidates.best(number)
        if draft.heard is None or draft.heard[1].subject is None or (best is not None and best.score >= STAKED):
            return
        at, voice = draft.heard
        subject = self._speech.scenes[at].tokens[voice.subject.first] if voice.subject is not None else None
        if subject is None or subject.lower != "they" or (draft.cue or "").casefold() not in _WROTE:
            return
        for index in self._back(8):
            anchor = self._anchors[index]
            if draft.places[0][0] - anchor.paragraph > _LATELY:
                return
            usable = not introduces(anchor) and not anchor.note and anchor.inside is None
            if usable and anchor.span.end <= draft.start and any(defines(self._speech, anchor, n) for n in _JOINT):
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.62, "they_wrote", index))
                return

    def _on_the_same(self, number: int, draft: Draft) -> None:
        """“On that same earnings call, Krol said “…””: the occasion that the article linked right before."""
        best = self._candidates.best(number)
        if draft.number < 0 or (best is not None and best.score >= STAKED):
            return
        said = self._told_ahead(draft)
        if "same" not in said or said[max(0, said.index("same") - 1)] not in ("the", "that", "this"):
            return
        nouns = [w for w in said[said.index("same") + 1 : said.index("same") + 4] if w in SPOKEN or w in EVENTS]
        for index in self._back(8) if nouns else ():
            anchor = self._anchors[index]
            if draft.places[0][0] - anchor.paragraph > _LATELY or introduces(anchor) or anchor.note:
                continue
            if anchor.span.end <= draft.start and nouns[0] in anchor.words.split():
                self._candidates.add(number, Candidate(anchor.citation, Basis.NAMED_SOURCE, 0.82, "on_the_same", index))
                return

    def _referred(self, draft: Draft, tokens: Sequence[Token], place: int) -> int | None:
        """The link to which “in the paper” or “in it” at *place* leads back."""
        before = tokens[place - 1].lower
        if tokens[place].lower in ("it", "there") and before in ("in", "on", "from", "of"):
            near = [index for index in self._back(4) if draft.places[0][0] - self._anchors[index].paragraph <= 1]
            usable = [n for n in near if not introduces(self._anchors[n]) and self._anchors[n].inside is None]
            return usable[0] if usable and self._anchors[usable[0]].span.end <= draft.start else None
        two = tokens[place - 2].lower if place > 1 else ""
        language = self._speech.lexicon.language
        which = None
        if place >= _QUALIFIED and language == "en" and (tokens[place - 1].is_name or before in _KINDS):
            # “in the Lamp report”, “in its written submission”
            which, before, two = before, two, tokens[place - 3].lower
        known = before in DEFINITE.get(language, DEFINITE["en"])
        further = place - _QUALIFIED - (which is not None)
        ahead = tokens[further].lower if further >= 0 else ""
        placed = known and (two in PLACED or (two == "to" and ahead == "according"))
        if not placed and before not in RUN_IN.get(language, ()):
            return None
        noun = tokens[place]
        if noun.lower not in NOUNS and (language == "en" or not is_source_noun(noun, self._speech.lexicon)):
            return None
        if any(t.lower in _TOOK_PART for t in tokens[max(0, place - 4) : place]):
            return None
        if tokens[place].lower in REVIEWS and tokens[place + 1 : place + 2] and tokens[place + 1].lower in OF:
            # “In her review of [his book]”: not where she linked something before.
            return None
        return self._introduced(draft, tokens[place].lower, which)

    def _introduced(self, draft: Draft, noun: str, which: str | None = None) -> int | None:
        """The link that introduced *noun*, beside the word *which* if the article says of several which."""
        for index in range(len(self._anchors) - 1, -1, -1):
            anchor = self._anchors[index]
            told = anchor.words == f"{which} {noun}"
            if draft.places[0][0] - anchor.paragraph > _AGO and not told:
                if which is None or which in _ANY:
                    return None
                continue
            if (
                anchor.span.start < draft.start
                and not anchor.note
                and anchor.inside is None
                and defines(self._speech, anchor, noun)
                and (which is None or which in _ANY or which in anchor.words.split())
            ):
                return index
        return None
