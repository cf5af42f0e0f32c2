"""Speech goes on: what ties a quotation without a link of its own to a link that the article gave before.

Run once in reading order. A speaker paired by a cue keeps that source while he goes on; a sentence that names
somebody beside a linked speech, interview or letter announces it; what was told to the reporter is told for good.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis, QuotationKind
from quotations.model.article import STAKED
from quotations.reading.document import BlockKind
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.announcing import ANNOUNCED, Announcer
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.copied import share_copied, share_pulled
from quotations.reading.pairing.founding import founds, told_of
from quotations.reading.pairing.goes_on import GoesOn, carried
from quotations.reading.pairing.known import Fading, Known, another, by_short_name, retells
from quotations.reading.pairing.leaning import lean_on_one
from quotations.reading.pairing.onward import Onward
from quotations.reading.pairing.recording import lean_on_recording
from quotations.reading.pairing.referring import Referring
from quotations.reading.pairing.rows import quotes_only
from quotations.reading.pairing.told import key_of
from quotations.reading.quotes import Speech
from quotations.reading.speakers.voice import Route

#: What is left of a pairing where another speech or interview was linked since.
_ELSEWHERE = 0.6
#: Rules by which a line with a colon leads to a list.
_LEADING = ("prev_colon", "listed")
#: What is left of it for one whom somebody else's account quotes.
_TOLD_OF = 0.55
#: The same for words that no verb says were his, and for those of a crowd.
_UNSAID = 0.6
#: What a crowd does, wherever it is told of.
_IN_CHORUS = frozenset("chanted chant chanting chants shouted jeered booed".split())  # noqa: SIM905
#: The same where two others were cited for his words before, and where the link leads to one post of his.
_EACH, _POST = 0.55, 0.7


def follow(speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
    """Add to *candidates* what the chain of speech offers."""
    chain = _Chain(speech, anchors, candidates)
    for number, draft in enumerate(speech.drafts):
        chain.read(number, draft)
    lean_on_recording(speech, anchors, candidates)
    lean_on_one(speech, anchors, candidates)


class _Chain:
    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        self._speech = speech
        self._anchors = anchors
        self._candidates = candidates
        self._known: dict[str, Known] = {}
        self._announcer = Announcer(speech, anchors, candidates.clauses)
        self._last: int | None = None  #: the quotation before, if it was speech
        self._told: set[str] = set()
        self._cited: dict[str, set[str]] = {}  #: speaker → the citations with which his words were paired
        self._fading = Fading(speech, anchors)
        self._referring = Referring(speech, anchors, candidates)
        self._goes = GoesOn(speech, candidates)
        self._onward = Onward(speech, anchors, candidates)

    def read(self, number: int, draft: Draft) -> None:
        """One quotation, in reading order."""
        self._announce(draft)
        echo_of = draft.echo_of if draft.kind is QuotationKind.ECHO else None
        if echo_of is not None and not self._bare(draft, echo_of):
            self._echo(number, echo_of)
            return
        if echo_of is None and draft.kind not in (QuotationKind.DIRECT, QuotationKind.FRAGMENT):
            return
        key = self._key(draft)
        if self._candidates.told.bars(number):
            if key:
                self._told.add(key)
                self._known.pop(key, None)
            self._last = number
            return
        if (draft.route is Route.CONTINUED and self._last is not None and self._same_head(draft)) or (
            draft.speaker is None and self._last is not None and self._alone(draft)
        ):
            self._share(number, self._last)
            self._share_back(number, self._last)
        elif key is not None and not self._listed_alone(draft):
            self._carry(number, draft, key)
            if key not in self._known:
                self._goes.pronoun(number, draft, key, self._last)
        if draft.route in (None, Route.SUBJECT):
            self._reported(number, draft)
        self._listed(number, draft)
        self._referring.find(number, draft, self._announcer.read)
        self._onward.read(number, draft)
        share_copied(self._speech, self._candidates, number, draft)
        self._goes.answer(number, draft, self._last)
        self._goes.added(number, draft, self._last)
        best = self._candidates.best(number)
        if key:
            self._remember(draft, key, best)
        share_pulled(self._speech, self._candidates, number, draft)
        self._last = number
        if echo_of is not None and best is not None:
            found = Candidate(best.citation, Basis.ECHO, best.score, "echo", best.anchor)
            self._candidates.add(echo_of, found)

    def _remember(self, draft: Draft, key: str, best: Candidate | None) -> None:
        """With what link the speaker's words were paired, and where they stand: from there he goes on."""
        last, paragraph = self._fading.sentence(draft, -1), draft.places[-1][0]
        paired = best is not None and key not in self._told
        if best is not None and paired and founds(draft, best):
            phrase = draft.cue is not None and draft.cue.lower() not in self._speech.lexicon.said
            # Who only calls something a name there does not go on speaking there.
            score = (
                best.score
                * (0.7 if phrase else 1.0)
                * (_TOLD_OF if told_of(self._speech, self._anchors[best.anchor], key, best) else 1.0)
            )
            cited = self._cited.setdefault(key, set())
            cited.add(best.citation)
            known = Known(best.citation, best.anchor, score, paragraph, best.basis, said=last, full=draft.speaker)
            known.past = draft.cue is not None and not retells(draft.cue)
            known.others = len(cited) - 1
            self._known[key] = known
        elif best is not None and paired and best.route == "added":
            self._known[key] = Known(
                best.citation, best.anchor, best.score, paragraph, best.basis, said=last, full=draft.speaker
            )
        elif key in self._known:
            self._known[key].paragraph = paragraph
            self._known[key].said = last

    def _bare(self, draft: Draft, original: int) -> bool:
        """Words set above the article, of nobody, that a sentence of it attributes: there stands what answers for both."""
        first, best = self._speech.drafts[original], self._candidates.best(original)
        displayed = first.speaker is None and first.cue is None and draft.speaker is not None
        return displayed and (best is None or best.score < STAKED)

    def _key(self, draft: Draft) -> str | None:
        """Whose the words are: of several voices in one sentence the one of the quotation's own clause."""
        at, number = draft.places[0]
        if number >= 0:
            scene = self._speech.scenes[at]
            own = self._candidates.clauses.speaker(at, scene, scene.place(number))
            if own is not None and (draft.speaker is None or own not in draft.speaker.casefold()):
                return own
        return key_of(draft.speaker) if draft.speaker else None

    def _same_head(self, draft: Draft) -> bool:
        last = self._speech.drafts[self._last] if self._last is not None else None
        if last is None or last.speaker != draft.speaker:
            return False
        apart = draft.places[0][0] - last.places[-1][0]
        listed = self._speech.paragraphs[draft.places[0][0]].kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)
        return apart == 0 or (apart == 1 and not listed)

    def _share(self, number: int, head: int) -> None:
        """A quotation that goes on has its head's source."""
        if self._candidates.told.bars(head):
            self._candidates.lower(number, 0.12)
            return
        for candidate in self._candidates.of(head):
            if candidate.score >= 0.3 and candidate.basis is not Basis.NOTE:
                self._candidates.add(number, carried(candidate, candidate.score * 0.97, "continued"))

    def _share_back(self, number: int, head: int) -> None:
        """“…,” Lind said. “They had [no idea that](…) …”: the link over half a clause leads to what was said before it, too."""
        best, first = self._candidates.best(number), self._candidates.best(head)
        if (
            best is None
            or best.route not in ("in_clause", "in_outlet")
            or (first is not None and first.score >= STAKED)
        ):
            return
        self._candidates.add(head, carried(best, best.score * 0.97, "continued"))

    def _listed_alone(self, draft: Draft) -> bool:
        """An item or a cell of its own, whose speaker is only supposed to go on from the one before."""
        kind = self._speech.paragraphs[draft.places[0][0]].kind
        return draft.route is Route.CONTINUED and kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL)

    def _announce(self, draft: Draft) -> None:
        """Whom the links before the quotation speak for."""
        for told in self._announcer.before(draft.start):
            if told.speaker not in self._told:
                known = Known(
                    told.citation,
                    told.anchor,
                    ANNOUNCED,
                    told.paragraph,
                    Basis.SAME_SPEAKER,
                    told.written,
                    full=self._full(told.speaker, told.paragraph),
                )
                self._known[told.speaker] = known

    def _full(self, key: str, paragraph: int) -> str | None:
        """The full name of *key* as the paragraph has it, if it is of more than one word."""
        names = (full for _, full in self._speech.voices.names(paragraph) if " " in full)
        return next((full for full in names if key_of(full) == key), None)

    def _alone(self, draft: Draft) -> bool:
        """Whether the quotation is a sentence by itself, right behind one that holds the quotation before."""
        last = self._speech.drafts[self._last] if self._last is not None else None
        at, number = draft.places[0]
        if last is None or number < 0 or last.places[-1][0] != at or last.places[-1][1] < 0:
            return False
        scene = self._speech.scenes[at]
        place = scene.place(number)
        start, end = scene.sentence(place)
        if any(t.is_word for t in scene.tokens[start:end]):
            return False
        return scene.tokens[scene.place(last.places[-1][1])].sentence == scene.tokens[place].sentence - 1

    def _reported(self, number: int, draft: Draft) -> None:
        """Words without a cue in a paragraph that goes on reporting what was quoted before them."""
        last = self._speech.drafts[self._last] if self._last is not None else None
        if (
            last is None
            or self._last is None
            or last.places[-1][0] != draft.places[0][0]
            or self._candidates.told.bars(self._last)
        ):
            return
        head = self._candidates.best(self._last)
        if head is not None and head.score >= 0.6 and head.basis is not Basis.NOTE:
            self._candidates.add(number, carried(head, head.score * 0.7, "reported"))

    def _listed(self, number: int, draft: Draft) -> None:
        """“In [its return](…) the board makes three claims:” and a list of them: the colon leads to all."""
        at = draft.places[0][0]
        last = self._speech.drafts[self._last] if self._last is not None else None
        if last is None or self._last is None or last.places[-1][0] != at - 1 or not quotes_only(self._speech, at):
            return
        if any(self._speech.paragraphs[p].kind is not BlockKind.LIST_ITEM for p in (at - 1, at)):
            return
        head = self._candidates.best(self._last)
        if head is not None and head.route in _LEADING and quotes_only(self._speech, at - 1):
            score = head.score * 0.98
            self._candidates.add(number, Candidate(head.citation, head.basis, score, "listed", head.anchor))

    def _echo(self, number: int, original: int) -> None:
        own = self._candidates.best(number)
        if own is None or own.route != "tweet":
            self._candidates.lower(number, 0.3, spare=frozenset((Basis.INSIDE_ANCHOR, Basis.NOTE)))
        for candidate in self._candidates.of(original):
            self._candidates.add(
                number, Candidate(candidate.citation, Basis.ECHO, candidate.score, "echo", candidate.anchor)
            )

    def _carry(self, number: int, draft: Draft, key: str) -> None:
        """The speaker was paired before."""
        if key in self._told:
            self._candidates.lower(number, 0.3, spare=frozenset((Basis.CUE_LINK, Basis.INSIDE_ANCHOR, Basis.NOTE)))
            return
        known = self._known.get(key) or by_short_name(self._known.values(), draft.speaker)
        if known is None or another(known.full, draft.speaker):
            return
        if known.elsewhere(self._announcer.occasions, self._anchors):
            # Since then another occasion was linked, without a word of his.
            known.score *= _ELSEWHERE
        score = self._fading.score(draft, key, known)
        if draft.places[0][0] != self._anchors[known.anchor].paragraph:
            if known.others > 1:
                # Each of the earlier words has a link of its own, and these have none.
                score *= _EACH
            if self._anchors[known.anchor].leads is Leads.STATUS:
                # A post is short.
                score *= _POST
        if draft.cue is not None and draft.cue.casefold() in _IN_CHORUS:
            score *= _UNSAID
        if draft.cue is None and draft.route in (None, Route.SUBJECT):
            # A word in marks that somebody does something with is not his.
            score *= _UNSAID
        best = self._candidates.best(number)
        if best is not None and best.score >= 0.6 and best.basis is Basis.CUE_LINK and best.citation != known.citation:
            score = min(score, best.score - 0.3)
        own = self._candidates.own(number)
        if own is not None and own.citation != known.citation:
            # A link of the sentence's own that leads to the words goes before one of an earlier sentence.
            score = min(score, own.score - 0.02)
        if best is not None and draft.number < 0 and best.route.startswith("prev_") and best.citation != known.citation:
            # The line before a block has a link of its own.
            score = min(score, max(best.score - 0.02, 0.3))
        anchor = self._anchors[known.anchor]
        self._candidates.add(number, Candidate(anchor.citation, Basis.SAME_SPEAKER, score, "carry", known.anchor))
