"""What ties a link to a quotation of the same sentence: the cue, a preposition, the subject, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.near import Near, introduces, is_source_noun, says_in, source_near
from quotations.reading.phrases import is_said
from quotations.reading.scene import Scene, Token
from quotations.reading.voice import Route

_PLACES = frozenset(
    (
        "in",
        "on",
        "to",
        "at",
        "from",
        "via",
        "by",
        "told",
        "with",
        "per",
        "citing",
        "quoting",
        "im",
        "in",
        "auf",
        "dans",
        "à",
        "en",
        "nel",
    )
)
_GLOSS = frozenset(
    ("about", "of", "who", "whose", "whom", "which", "where", "against", "called", "like", "including", "than")
)


class Tie:
    """What ties a link to a quotation of the same sentence."""

    def __init__(self, lexicon: Lexicon, scene: Scene, draft: Draft, anchor: Anchor, places: Sequence[int]) -> None:
        self._lexicon = lexicon
        self._tokens = scene.tokens
        self._scene = scene
        self._anchor = anchor
        self._first, self._last = places[0], places[-1]
        self._cue: tuple[int, int] | None = None
        self._subject: tuple[int, int] | None = None
        self._route = draft.route
        if draft.heard is not None and draft.heard[0] == anchor.paragraph:
            self._cue = draft.heard[1].cue
            if draft.heard[1].subject is not None:
                self._subject = (draft.heard[1].subject.first, draft.heard[1].subject.last)

    def pre(self, index: int) -> Near:
        """The link stands before the quotation."""
        anchor = self._anchor
        between = self._tokens[anchor.last : self._first]
        crossed = any(t.quoted >= 0 for t in between)
        near = self._adjacent(index) or self._cued(index, "pre")
        if near is None and self._placed():
            near = Near(index, Basis.CUE_LINK, 0.3 if anchor.leads is Leads.HOME else 0.88, "pre_place")
        if near is None and self._within(self._subject):
            near = self._by_subject(index, "pre")
        if near is None:
            glossed = self._glosses() or self._after_cue()
            near = Near(index, Basis.SAME_SENTENCE, 0.22 if glossed or introduces(anchor) else 0.5, "pre_plain")
        if crossed:
            shared = self._cue is not None and self._cue[0] < anchor.last + 3
            near = Near(index, near.basis, near.score * (0.95 if shared else 0.6), near.route + "_crossed")
        return near

    def post(self, index: int) -> Near:
        """The link stands behind the quotation."""
        anchor = self._anchor
        crossed = any(t.quoted >= 0 for t in self._tokens[self._last + 1 : anchor.first])
        near = self._in_brackets(index) or self._cued(index, "post")
        if near is None and self._placed():
            near = Near(index, Basis.CUE_LINK, 0.3 if introduces(anchor) else 0.85, "post_place")
        if near is None and self._within(self._subject):
            near = self._by_subject(index, "post")
        if near is None:
            apart = self._glosses() or self._describes_subject()
            far = anchor.first - self._last > 14
            near = Near(
                index, Basis.SAME_SENTENCE, 0.12 if apart or introduces(anchor) else 0.25 if far else 0.4, "post_plain"
            )
        if crossed:
            near = Near(index, near.basis, near.score * 0.5, near.route + "_crossed")
        return near

    def _in_brackets(self, index: int) -> Near | None:
        """“…” ([The manual](…)): the link in brackets right behind the words."""
        between = self._tokens[self._last + 1 : self._anchor.first]
        bracketed = bool(between) and between[-1].text in "([" and all(not t.is_word and t.quoted < 0 for t in between)
        if not bracketed or self._anchor.leads is Leads.PROFILE:
            return None
        return Near(index, Basis.CUE_LINK, 0.93, "post_brackets")

    def _adjacent(self, index: int) -> Near | None:
        """[the rule](…) that “…”, [the exclusion](…) of “…”: only a small word stands between."""
        between = self._tokens[self._anchor.last : self._first]
        if len(between) > 2 or introduces(self._anchor) or any(t.quoted >= 0 for t in between):
            return None
        if not all(
            t.lower in ("of", "that", ":", "'s", "as", "with", "to", "is", "are", "was", "were") for t in between
        ):
            return None
        if not between and self._within(self._subject):
            return None
        return Near(index, Basis.CUE_LINK, 0.85, "pre_adjacent")

    def _cued(self, index: int, side: str) -> Near | None:
        """The cue is in the link, or the link is the thing in which it was said."""
        anchor, lexicon = self._anchor, self._lexicon
        if self._cue is not None and self._meets(self._cue):
            return Near(index, Basis.CUE_LINK, 0.95, f"{side}_verb_in_anchor")
        if self._route is Route.ACCORDING and self._near(self._cue, 8):
            return Near(index, Basis.CUE_LINK, 0.2 if anchor.leads is Leads.PROFILE else 0.93, f"{side}_according")
        if side == "post" and self._describes_subject():
            return None
        said = says_in(lexicon, self._scene, anchor)
        if said and not self._after_cue():
            return Near(index, Basis.CUE_LINK, 0.85, f"{side}_verb_in_anchor")
        if introduces(anchor) and not any(is_source_noun(t, lexicon) for t in self._tokens[anchor.first : anchor.last]):
            return None
        sourced = source_near(lexicon, self._scene, anchor)
        if sourced and self._cue is not None and self._near(self._cue, 10) and not self._glosses():
            clause = any(t.lower in ("that", "who", "which") for t in self._gap())
            if side == "pre" and self._aside():
                return None
            return Near(index, Basis.CUE_LINK, 0.5 if clause else 0.93, f"{side}_noun")
        if sourced and not self._glosses():
            return Near(index, Basis.SAME_SENTENCE, 0.72 if side == "pre" else 0.52, f"{side}_noun_far")
        return None

    def _placed(self) -> bool:
        """“told [CNN]”, “said on [Fox]”: the link follows the cue and a preposition."""
        if self._cue is None or not self._near(self._cue, 7) or self._anchor.first < self._cue[1]:
            return False
        at = self._anchor.first - 1
        while at > self._cue[0] and self._tokens[at].lower in self._lexicon.articles:
            at -= 1
        if any(t.lower in ("that", "who") for t in self._gap()):
            return False
        return at >= self._cue[0] and (self._tokens[at].lower in _PLACES or at == self._cue[1] - 1)

    def _by_subject(self, index: int, side: str) -> Near:
        anchor = self._anchor
        tokens = self._tokens[anchor.first : anchor.last]
        if introduces(anchor):
            return Near(index, Basis.SAME_SENTENCE, 0.12, f"{side}_profile")
        if any(is_source_noun(t, self._lexicon) for t in tokens):
            return Near(index, Basis.CUE_LINK, 0.92, f"{side}_subject_source")
        leads = side == "pre" and self._cue is not None and 0 <= self._first - self._cue[1] <= 2
        if leads and (len(tokens) > 4 or any(not t.is_name or t.text[0].isdigit() or t.text.isupper() for t in tokens)):
            # Not a person's name: a document that speaks.
            return Near(index, Basis.CUE_LINK, 0.86, "pre_subject_document")
        return Near(index, Basis.SAME_SENTENCE, 0.6 if side == "pre" else 0.35, f"{side}_subject")

    def _meets(self, tokens: tuple[int, int]) -> bool:
        return self._anchor.first < tokens[1] and tokens[0] < self._anchor.last

    def _within(self, tokens: tuple[int, int] | None) -> bool:
        return tokens is not None and self._meets(tokens)

    def _near(self, tokens: tuple[int, int] | None, reach: int) -> bool:
        if tokens is None:
            return False
        gap = max(self._anchor.first - tokens[1], tokens[0] - self._anchor.last, 0)
        return gap <= reach and not any(t.quoted >= 0 for t in self._gap())

    def _gap(self) -> Sequence[Token]:
        """The tokens between cue and link."""
        if self._cue is None:
            return ()
        if self._anchor.first >= self._cue[1]:
            return self._tokens[self._cue[1] : self._anchor.first]
        return self._tokens[self._anchor.last : self._cue[0]]

    def _aside(self) -> bool:
        """“…, noting that “…””: what is noted stands in no link that another verb's clause has."""
        if (
            self._cue is None
            or self._cue[0] < self._anchor.last
            or not self._tokens[self._cue[0]].lower.endswith("ing")
        ):
            return False
        start, _ = self._scene.bounds(self._anchor.sentence)
        verbs = (is_said(t, self._lexicon) for t in self._tokens[start : self._anchor.first])
        return self._tokens[self._cue[0] - 1].text == "," and not any(verbs)

    def _glosses(self) -> bool:
        """The link explains a word: after “about”, in “who …”."""
        at = self._anchor.first - 1
        while at >= 0 and self._tokens[at].lower in self._lexicon.articles:
            at -= 1
        return at >= 0 and self._tokens[at].lower in _GLOSS and self._tokens[at].sentence == self._anchor.sentence

    def _after_cue(self) -> bool:
        """The link stands between the cue and the quotation, in what is said."""
        if self._cue is None or not self._cue[1] <= self._anchor.first < self._first:
            return False
        return any(t.lower in ("that", "the", "is", "was", "were", "are") for t in self._gap())

    def _describes_subject(self) -> bool:
        """Behind the speaker's name: “, founder of [a company]”."""
        if self._subject is None or self._anchor.first < self._subject[1]:
            return False
        at = self._anchor.first - 1
        while at > self._subject[1] and self._tokens[at].lower in self._lexicon.articles:
            at -= 1
        if self._tokens[at].lower in ("in", "on", "to", "via", "im", "dans", "en") and source_near(
            self._lexicon, self._scene, self._anchor
        ):
            return False
        return any(t.text == "," for t in self._tokens[self._subject[1] : self._anchor.first])
