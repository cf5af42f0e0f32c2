"""Candidates of a quotation that stands in a sentence: by the link's place and by what ties it to the cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quotations.model import Basis
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon
from quotations.reading.pairing.anchors import Anchor, Leads, Nearby
from quotations.reading.phrases import is_said
from quotations.reading.quotes import Speech
from quotations.reading.scene import Scene, Token
from quotations.reading.speakers import Route

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
_CITING = frozenset(
    (
        *(
            "study",
            "studies",
            "research",
            "paper",
            "survey",
            "poll",
            "data",
            "findings",
            "analysis",
            "lawsuit",
            "suit",
            "filing",
        ),
        *(
            "video",
            "clip",
            "audio",
            "podcast",
            "episode",
            "transcript",
            "recording",
            "thread",
            "update",
            "coverage",
            "reporting",
        ),
        *(
            "story",
            "piece",
            "write-up",
            "account",
            "source",
            "profile",
            "entry",
            "review",
            "caption",
            "presentation",
            "hearing",
        ),
        *(
            "faq",
            "docs",
            "documentation",
            "readme",
            "issue",
            "guidelines",
            "guide",
            "rules",
            "terms",
            "license",
            "licence",
            "page",
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Near:
    """A link near a quotation, with the rule that ties them."""

    anchor: int
    basis: Basis
    score: float
    route: str


def inline_candidates(document: Document, speech: Speech, nearby: Nearby, draft: Draft) -> Iterator[Near]:
    """What the surroundings of *draft* offer, one `Near` a link at most."""
    at = draft.places[0][0]
    within = {paragraph for paragraph, _ in draft.places}
    around = nearby.between(at - 1, draft.places[-1][0] + 1)
    anchors = [anchor for _, anchor in around]
    for index, anchor in around:
        near = _inside(document, draft, anchor, index)
        if near is None and anchor.note:
            near = _noted(document, speech, anchors, draft, anchor, index)
        elif near is None and anchor.paragraph in within:
            near = _same_paragraph(speech, draft, anchor, index)
        elif near is None:
            near = _next_paragraph(speech, draft, anchor, index)
        if near is not None:
            yield near


def _inside(document: Document, draft: Draft, anchor: Anchor, index: int) -> Near | None:
    """The link is the quotation, or holds it; a link over a few of its words only explains them."""
    if anchor.note or not len(anchor.span):
        return None
    if anchor.span.start <= draft.start and draft.end <= anchor.span.end:
        if anchor.leads is Leads.HOME:
            return Near(index, Basis.SAME_SENTENCE, 0.4, "in_home")
        return Near(index, Basis.INSIDE_ANCHOR, 0.95, "in_whole")
    for part in draft.parts:
        if part.meets(anchor.span):
            covered = len(document.words(anchor.span)) / max(1, sum(len(document.words(p)) for p in draft.parts))
            if covered >= 0.6:
                return Near(index, Basis.INSIDE_ANCHOR, 0.93, "in_whole")
            return Near(index, Basis.PARAGRAPH, 0.06, "in_gloss")
    return None


def _noted(
    document: Document, speech: Speech, anchors: Sequence[Anchor], draft: Draft, anchor: Anchor, index: int
) -> Near | None:
    """A note mark serves the words before it, back to the mark before."""
    last, number = draft.places[-1]
    if anchor.paragraph != last:
        return None
    scene = speech.scenes[last]
    place = scene.place(number)
    if anchor.span.start >= draft.end:
        between = document.text[draft.end : anchor.span.start]
        if not any(c.isalpha() for c in between):
            return Near(index, Basis.NOTE, 0.97, "note_at")
        marks = [a for a in anchors if a.note and a.paragraph == last and draft.end <= a.span.start < anchor.span.start]
        if marks and any(c.isalnum() for c in document.text[marks[-1].span.end : anchor.span.start]):
            return None
        ends = sum(
            t.sentence != scene.tokens[place].sentence for t in scene.tokens[place + 1 : anchor.first] if t.is_word
        )
        return Near(index, Basis.NOTE, 0.88, "note_sentence") if not ends else None
    if anchor.sentence == scene.tokens[place].sentence:
        later = any(a.note and a.paragraph == last and draft.end <= a.span.start <= draft.end + 3 for a in anchors)
        between_quotes = any(t.quoted >= 0 for t in scene.tokens[anchor.last : place])
        return None if later or between_quotes else Near(index, Basis.NOTE, 0.7, "note_before")
    return None


def _same_paragraph(speech: Speech, draft: Draft, anchor: Anchor, index: int) -> Near | None:
    scene = speech.scenes[anchor.paragraph]
    places = [scene.place(number) for paragraph, number in draft.places if paragraph == anchor.paragraph]
    if not places or anchor.inside is not None:
        if anchor.inside is not None and places:
            return Near(index, Basis.PARAGRAPH, 0.05, "in_other")
        return None
    sentences = {scene.tokens[place].sentence for place in places}
    if anchor.sentence in sentences:
        tie = Tie(speech.lexicon, scene, draft, anchor, places)
        return tie.pre(index) if anchor.first < places[0] else tie.post(index)
    return _beside(speech.lexicon, scene, anchor, index, min(sentences), max(sentences))


def _beside(lexicon: Lexicon, scene: Scene, anchor: Anchor, index: int, first: int, last: int) -> Near | None:
    """A link in another sentence of the paragraph."""
    weak = 0.08 if introduces(anchor) else None
    sourced = source_near(lexicon, scene, anchor)
    if anchor.sentence < first:
        distance = first - anchor.sentence
        _, end = scene.bounds(anchor.sentence)
        if distance == 1 and scene.tokens[end - 1].text == ":":
            return Near(index, Basis.CUE_LINK, weak or 0.88, "prev_colon")
        verb = says_in(lexicon, scene, anchor)
        score = (0.55 if verb or sourced else 0.34) if distance == 1 else (0.4 if verb or sourced else 0.16)
        return Near(
            index, Basis.PARAGRAPH, weak or score, f"para{min(distance, 2)}_{'source' if sourced or verb else 'plain'}"
        )
    distance = anchor.sentence - last
    score = (0.3 if sourced else 0.12) if distance == 1 else 0.06
    return Near(index, Basis.PARAGRAPH, weak or score, "para_after")


def _next_paragraph(speech: Speech, draft: Draft, anchor: Anchor, index: int) -> Near | None:
    scene = speech.scenes[anchor.paragraph]
    if not scene.tokens or anchor.inside is not None:
        return None
    before = anchor.paragraph < draft.places[0][0]
    if not before:
        return Near(index, Basis.PARAGRAPH, 0.06, "next")
    own = speech.scenes[draft.places[0][0]]
    leads = scene.tokens[-1].text == ":" and own.place(draft.places[0][1]) <= 1
    final = anchor.sentence == scene.tokens[-1].sentence
    sourced = source_near(speech.lexicon, scene, anchor) or says_in(speech.lexicon, scene, anchor)
    if leads and final:
        return Near(index, Basis.CUE_LINK, 0.15 if introduces(anchor) else 0.9 if sourced else 0.8, "prev_colon")
    if introduces(anchor):
        return Near(index, Basis.PARAGRAPH, 0.06, "prev_profile")
    score = (0.32 if final else 0.22) if sourced else (0.14 if final else 0.1)
    return Near(index, Basis.PARAGRAPH, score, "prev_source" if sourced else "prev_plain")


def introduces(anchor: Anchor) -> bool:
    """Whether the link introduces a person, a place, a topic or a site, and holds no words of anybody."""
    return anchor.leads in (Leads.PROFILE, Leads.TOPIC, Leads.HOME, Leads.REFERENCE)


def is_source_noun(token: Token, lexicon: Lexicon) -> bool:
    """Whether the token names something that holds words: a report, an interview, a post."""
    return token.lower in lexicon.nouns or token.lower in _CITING


def source_near(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether a noun of something that holds words stands in the anchor or right beside it."""
    tokens = scene.tokens
    inside = tokens[anchor.first : anchor.last]
    beside = (*tokens[max(0, anchor.first - 3) : anchor.first], *tokens[anchor.last : anchor.last + 2])
    close = [t for t in beside if t.quoted < 0 and t.sentence == anchor.sentence]
    return any(is_source_noun(t, lexicon) for t in (*inside, *close) if t.is_word)


def says_in(lexicon: Lexicon, scene: Scene, anchor: Anchor) -> bool:
    """Whether the anchor itself says that somebody speaks."""
    tokens = scene.tokens[anchor.first : anchor.last]
    finite = [t for t in tokens if not t.lower.endswith("ing") or len(tokens) == 1]
    return any(t.lower in lexicon.said and t.lower not in lexicon.thought for t in finite)


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
        if not all(t.lower in ("of", "that", ":", ",", "—", "–", "'s", "as", "with") for t in between):
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
