"""What ties a link to a quotation of the same sentence: the cue, a preposition, the subject, or nothing."""

from __future__ import annotations

from quotations.model import Basis
from quotations.reading.pairing.anchors import Leads, tells_of
from quotations.reading.pairing.around import Around
from quotations.reading.pairing.behind import bracketed, dashed, further
from quotations.reading.pairing.clauses import Share
from quotations.reading.pairing.closing import reports_all, stands_in
from quotations.reading.pairing.heard import PLACES
from quotations.reading.pairing.joins import AS
from quotations.reading.pairing.near import Near, introduces, is_source_noun, says_in, source_near
from quotations.reading.pairing.outlets import stands_for, told_another
from quotations.reading.phrases import is_verb
from quotations.reading.speakers.voice import Route

#: Participles of somebody who speaks in a place.
_SPEAKING = frozenset(
    ("writing", "speaking", "interviewed", "appearing", "quoted", "testifying", "talking", "cited", "posting")
)
#: Before what had happened when somebody spoke.
_WHEN = frozenset(
    """
    after before since despite amid because although though when while following
    nachdem obwohl als während seit trotz après depuis malgré quand lorsque tras después aunque cuando desde
    dopo quando nonostante sebbene após depois apesar embora nadat toen hoewel sinds ondanks
    """.split()  # noqa: SIM905
)
#: A post whose author is named behind the words.
_POST = 0.82
#: A link into the site that speaks.
_THERE = 0.86
#: A link over what the speaker did when he said so.
_DOING = 0.55
#: So many tokens on a sentence tells of other things than its link.
_FAR = 24


class Tie(Around):
    """What ties a link to a quotation of the same sentence."""

    def pre(self, index: int) -> Near:
        """The link stands before the quotation."""
        return self._shared(self._pre(index))

    def post(self, index: int) -> Near:
        """The link stands behind the quotation."""
        if not introduces(self._anchor) and reports_all(self._lexicon, self._scene, self._anchor, self._last):
            return Near(index, Basis.CUE_LINK, 0.82, "post_closing")
        return self._shared(self._post(index))

    def _shared(self, near: Near) -> Near:
        """What is left of a tie across clauses: nothing to stake on between two voices, nothing sure within one."""
        if self._share is Share.APART:
            return Near(near.anchor, Basis.PARAGRAPH, min(near.score, 0.2), near.route + "_apart")
        if self._share is Share.SIBLING:
            return Near(near.anchor, Basis.SAME_SENTENCE, min(near.score, 0.6), near.route + "_sibling")
        return near

    def _pre(self, index: int) -> Near:
        anchor = self._anchor
        between = self._tokens[anchor.last : self._first]
        crossed = any(t.quoted >= 0 for t in between)
        if further(self._scene, anchor):
            return Near(index, Basis.PARAGRAPH, 0.1, "pre_further")
        if self._topic.judged(self._first):
            return Near(index, Basis.SAME_SENTENCE, 0.2, "pre_judged")
        if self._demands():
            return Near(index, Basis.CUE_LINK, 0.82, "pre_which")
        near = self._adjacent(index) or self._cued(index, "pre")
        if near is None and self._placed():
            near = Near(index, Basis.CUE_LINK, 0.3 if introduces(anchor) else 0.88, "pre_place")
        if near is None and self._writing():
            near = Near(index, Basis.CUE_LINK, 0.3 if introduces(anchor) else 0.86, "pre_writing")
        if (near is None or near.basis is not Basis.CUE_LINK) and self._speaking():
            near = Near(index, Basis.CUE_LINK, 0.86, "pre_speaking")
        if self._names():
            near = Near(index, Basis.SAME_SENTENCE, 0.2, "pre_title")
        if near is None and self._within(self._subject):
            near = self._by_subject(index, "pre")
        if self._spoken_there() and (near is None or near.score < _THERE):
            near = Near(index, Basis.CUE_LINK, _THERE, "pre_outlet")
        if near is None:
            near = self._plain(index)
        if self._outspoken():
            return Near(index, Basis.PARAGRAPH, min(near.score, 0.3), near.route + "_outspoken")
        if crossed:
            shared = self._cue is not None and self._cue[0] < anchor.last + 3
            near = Near(index, near.basis, near.score * (0.95 if shared else 0.6), near.route + "_crossed")
        return near

    def _plain(self, index: int) -> Near:
        """A link before the words, and nothing that ties it to them."""
        anchor = self._anchor
        glossed = self._topic.glossed(self._cue) or self._after_cue() or self._aside() or introduces(anchor)
        reported = self._reported()
        if self._aside() and not introduces(anchor) and self._does():
            # “Lind [resigned](…) on Monday, saying …”: what the page tells of is when he said so.
            return Near(index, Basis.SAME_SENTENCE, _DOING, "pre_doing")
        score = (
            0.62
            if reported
            else 0.22
            if glossed
            else 0.3
            if self._topic.described()
            else 0.6
            if self._topic.speaks()
            else 0.66
            if self._heard and anchor.leads is Leads.STATUS
            else 0.5
            if self._heard and self._first - anchor.last <= _FAR and not self._apart()
            else 0.42
        )
        return Near(index, Basis.SAME_SENTENCE, score, "pre_plain")

    def _post(self, index: int) -> Near:
        anchor = self._anchor
        if further(self._scene, anchor):
            return Near(index, Basis.PARAGRAPH, 0.1, "post_further")
        crossed = any(t.quoted >= 0 for t in self._tokens[self._last + 1 : anchor.first])
        near = self._set_off(index) or (self._cued(index, "post") if not self._topic.judged(self._first) else None)
        if (near is None or near.basis is not Basis.CUE_LINK) and self._right_behind() and not introduces(anchor):
            near = Near(index, Basis.CUE_LINK, 0.85, "post_in")
        if near is None and not introduces(anchor) and stands_in(self._scene, anchor, self._last):
            near = Near(index, Basis.CUE_LINK, 0.85, "post_stands")
        if near is None and self._placed() and not self._describes_subject():
            near = Near(index, Basis.CUE_LINK, 0.3 if introduces(anchor) else 0.85, "post_place")
        if near is None and self._when():
            near = Near(index, Basis.CUE_LINK, 0.82, "post_when")
        if near is None and self._within(self._subject):
            near = self._by_subject(index, "post")
        if (near is None or near.score < _POST) and self._posted():
            near = Near(index, Basis.CUE_LINK, _POST, "post_status")
        if self._spoken_there() and (near is None or near.score < _THERE):
            near = Near(index, Basis.CUE_LINK, _THERE, "post_outlet")
        if near is None:
            apart = self._topic.glossed(self._cue) or self._describes_subject()
            far = anchor.first - self._last > 14
            near = Near(
                index, Basis.SAME_SENTENCE, 0.12 if apart or introduces(anchor) else 0.25 if far else 0.4, "post_plain"
            )
        if crossed:
            near = Near(index, near.basis, near.score * 0.5, near.route + "_crossed")
        return near

    def _apart(self) -> bool:
        """What opens the sentence tells when it was, or the words were told to another outlet than the link's."""
        start, end = self._scene.bounds(self._anchor.sentence)
        return self._tokens[start].lower in _WHEN or told_another(self._tokens[start:end], self._anchor.host)

    def _reported(self) -> bool:
        """“said that [the gate will never open] and that it was “…””: the link is over what is reported."""
        at = self._anchor.first - 1
        if at < 1 or self._tokens[at].lower not in ("that", "dass", "que", "che", "dat"):
            return False
        return is_verb(self._tokens, at - 1, self._lexicon) and self._anchor.last - self._anchor.first >= 3

    def _speaking(self) -> bool:
        """“[Speaking to the Lamp](…) on Monday, Krol said”: whom somebody speaks to is in the link."""
        tokens, anchor = self._tokens, self._anchor
        opens = anchor.last - anchor.first > 1 and tokens[anchor.first].lower in _SPEAKING
        return opens and tokens[anchor.first + 1].lower in PLACES and not introduces(anchor)

    def _writing(self) -> bool:
        """“another, writing in [the Lamp], called it …”: where the speaker speaks, before his cue."""
        at = self._topic.before
        leads = at > 0 and self._tokens[at].lower in PLACES and self._tokens[at - 1].lower in _SPEAKING
        return leads and not any(t.quoted >= 0 for t in self._tokens[self._anchor.last : self._first])

    def _names(self) -> bool:
        """[Rule 12], “Lights at Night,” says …: the words are the link's own name."""
        tokens, at = self._tokens, self._first
        set_off = at == self._anchor.last + 1 and tokens[at - 1].text == ","
        behind = tokens[at + 1].text == "," or is_verb(tokens, at + 1, self._lexicon) if at + 1 < len(tokens) else False
        return set_off and behind and at not in (0, len(tokens) - 1)

    def _right_behind(self) -> bool:
        """“…” in [a letter]: a preposition and a source noun, with nothing else between."""
        between = [t.lower for t in self._tokens[self._last + 1 : self._anchor.first]]
        small = between and between[0] in PLACES and all(word in self._lexicon.articles for word in between[1:])
        return bool(small) and source_near(self._lexicon, self._scene, self._anchor)

    def _set_off(self, index: int) -> Near | None:
        """“…” ([The manual](…)), “…” — [Dita Krol](…)."""
        score = bracketed(self._scene, self._anchor, self._last)
        if score:
            return Near(index, Basis.CUE_LINK, score, "post_brackets")
        return Near(index, Basis.CUE_LINK, 0.86, "post_dash") if dashed(self._scene, self._anchor, self._last) else None

    def _spoken_there(self) -> bool:
        """“In its look at [the trade](https://quay.example/…), Quay says …”: the speaker is the site."""
        anchor, speaker = self._anchor, self._speaker
        return bool(speaker) and not anchor.own and not introduces(anchor) and stands_for(speaker, anchor.host)

    def _adjacent(self, index: int) -> Near | None:
        """[the rule](…) that “…”, [the exclusion](…) of “…”: only a small word stands between."""
        between = self._tokens[self._anchor.last : self._first]
        if len(between) > 2 or introduces(self._anchor) or any(t.quoted >= 0 for t in between):
            return None
        if not all(
            t.lower in ("of", "that", ":", "'s", "as", "with", "to", "is", "are", "was", "were") for t in between
        ):
            return None
        if not between:
            return None
        return Near(index, Basis.CUE_LINK, 0.85, "pre_adjacent")

    def _cued(self, index: int, side: str) -> Near | None:
        """The cue is in the link, or the link is the thing in which it was said."""
        anchor, lexicon = self._anchor, self._lexicon
        if self._cue is not None and self._meets(self._cue):
            return Near(index, Basis.CUE_LINK, 0.95, f"{side}_verb_in_anchor")
        if self._route is Route.ACCORDING and self._near(self._cue, 8):
            if introduces(anchor):
                # Who says so, and not where.
                return Near(
                    index, Basis.SAME_SENTENCE, 0.2 if anchor.leads is Leads.PROFILE else 0.45, f"{side}_according"
                )
            return Near(index, Basis.CUE_LINK, 0.93, f"{side}_according")
        said = says_in(lexicon, self._scene, anchor)
        if side == "post" and said and self._tokens[self._topic.before].lower in AS:
            # “…,” the board said, as [first reported](…) by the Lamp.
            return Near(index, Basis.CUE_LINK, 0.8, "post_as")
        if side == "post" and self._describes_subject():
            return None
        if said and side == "post" and not self._heard:
            # The words are of something that another clause does: the line had “X” named so and [warns of it](…).
            return Near(index, Basis.SAME_SENTENCE, 0.45, "post_verb_unheard")
        if said and side == "pre" and self._said_again():
            return Near(index, Basis.SAME_SENTENCE, 0.4, "pre_verb_apart")
        if said and not self._after_cue():
            return Near(index, Basis.CUE_LINK, 0.85, f"{side}_verb_in_anchor")
        if introduces(anchor) and not any(is_source_noun(t, lexicon) for t in self._tokens[anchor.first : anchor.last]):
            return None
        sourced = source_near(lexicon, self._scene, anchor)
        if sourced and self._cue is not None and self._near(self._cue, 10) and not self._topic.glossed(self._cue):
            clause = any(t.lower in ("that", "who", "which") for t in self._gap())
            if side == "pre" and self._aside():
                return None
            return Near(index, Basis.CUE_LINK, 0.5 if clause else 0.93, f"{side}_noun")
        if sourced and not self._topic.glossed(self._cue):
            return Near(index, Basis.SAME_SENTENCE, 0.72 if side == "pre" else 0.52, f"{side}_noun_far")
        return None

    def _by_subject(self, index: int, side: str) -> Near:
        anchor = self._anchor
        tokens = self._tokens[anchor.first : anchor.last]
        sourced = any(is_source_noun(t, self._lexicon) for t in tokens)
        if introduces(anchor) and not (sourced and anchor.leads is Leads.PROFILE):
            return Near(index, Basis.SAME_SENTENCE, 0.12, f"{side}_profile")
        if sourced:
            return Near(index, Basis.CUE_LINK, 0.92, f"{side}_subject_source")
        if anchor.leads is Leads.STATUS or self._of_source():
            return Near(index, Basis.CUE_LINK, 0.82, f"{side}_subject_source")
        leads = side == "pre" and self._cue is not None and 0 <= self._first - self._cue[1] <= 2 and not self._fronted()
        if leads and (len(tokens) > 4 or any(not t.is_name or t.text[0].isdigit() or t.text.isupper() for t in tokens)):
            # Not a person's name: a document that speaks.
            return Near(index, Basis.CUE_LINK, 0.86, "pre_subject_document")
        about = all(t.is_name for t in tokens) and (anchor.own or tells_of(anchor))
        return Near(index, Basis.SAME_SENTENCE, (0.4 if about else 0.6) if side == "pre" else 0.35, f"{side}_subject")
