"""Candidates of a quotation that stands in a sentence: by the link's place and by what ties it to the cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.document import Document
from quotations.reading.drafts import Draft
from quotations.reading.lexicon import Lexicon, united
from quotations.reading.pairing.anchors import Anchor, Leads, Nearby
from quotations.reading.pairing.behind import bracketed
from quotations.reading.pairing.clauses import Clauses
from quotations.reading.pairing.digest import digested
from quotations.reading.pairing.joins import ANSWERS
from quotations.reading.pairing.marks import noted, noted_apart
from quotations.reading.pairing.near import Near, introduces, says_in, source_near
from quotations.reading.pairing.outlets import by_way_of
from quotations.reading.pairing.tie import Tie
from quotations.reading.quotes import Speech
from quotations.reading.scene import Scene
from quotations.reading.speakers.voice import Route

#: So many words behind a quotation may lead to its link in a language without a lexicon.
_CLOSE = 3
#: No link more tokens away answers for a quotation of its paragraph.
_FARTHEST = 240


def inline_candidates(
    document: Document, speech: Speech, nearby: Nearby, clauses: Clauses, draft: Draft
) -> Iterator[Near]:
    """What the surroundings of *draft* offer, one `Near` a link at most."""
    at = draft.places[0][0]
    within = {paragraph for paragraph, _ in draft.places}
    around = nearby.around(at - 1, draft.places[-1][0] + 1, draft.start, draft.end)
    anchors = [anchor for _, anchor in around]
    for index, anchor in around:
        near = _inside(document, speech, anchors, draft, anchor, index)
        if near is None and anchor.note:
            near = noted(document, speech, anchors, draft, anchor, index)
            if near is not None and anchor.paragraph == draft.places[-1][0]:
                near = noted_apart(speech, clauses, draft, anchor, near)
        elif near is None and anchor.paragraph in within:
            near = _same_paragraph(speech, clauses, draft, anchor, index)
            if speech.foreign and near is not None:
                near = _unheard(speech, draft, anchor, near)
        elif near is None:
            near = _next_paragraph(speech, draft, anchor, index)
        if near is not None:
            yield near


def _unheard(speech: Speech, draft: Draft, anchor: Anchor, near: Near) -> Near:
    """In a language whose verbs are not known: a link right behind the words goes before another sentence's."""
    if near.route != "post_plain" or near.score < 0.4:
        return near
    last, number = draft.places[-1]
    scene = speech.scenes[last]
    between = scene.tokens[scene.place(number) + 1 : anchor.first]
    if sum(t.is_word for t in between) > _CLOSE or any(t.quoted >= 0 for t in between):
        return near
    return Near(near.anchor, near.basis, 0.62, "post_unheard")


def _inside(
    document: Document, speech: Speech, anchors: Sequence[Anchor], draft: Draft, anchor: Anchor, index: int
) -> Near | None:
    """The link is the quotation, or holds it; one over a few of its words explains them, unless it leads whence they came."""
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
            if (
                not anchor.own
                and not introduces(anchor)
                and by_way_of(speech.scenes[anchor.paragraph].tokens, anchor.host)
            ):
                return Near(index, Basis.CUE_LINK, 0.85, "in_outlet")
            if digested(speech, anchors, draft, anchor):
                return Near(index, Basis.CUE_LINK, 0.86, "in_digest")
            if _over_clause(speech.lexicon, anchor):
                return Near(index, Basis.PARAGRAPH, 0.55, "in_clause")
            return Near(index, Basis.PARAGRAPH, 0.06, "in_gloss")
    return None


def _over_clause(lexicon: Lexicon, anchor: Anchor) -> bool:
    """“They had [no idea that](…) it was him”: what a link explains is a thing; one over half a clause leads to the words."""
    words = anchor.words.replace("’", "'").split()
    if anchor.own or anchor.leads is not Leads.PAGE or len(words) < 2 or anchor.url.rstrip("/").count("/") < _DEEP:
        return False
    return any(word in _SUBJECTS or word in lexicon.modals for word in words) or words[-1] in _BROKEN


#: A clause has one of these for its subject, or begins a verb so.
_SUBJECTS = frozenset(
    """
    i we he she they you it who i'm we're he's she's they're it's we've they've is are was were has have had did didn't don't
    ich wir er es du je nous il elle ils elles tu yo nosotros ella ellos ellas io noi lui loro eu nós ele eles ik wij hij zij
    """.split()  # noqa: SIM905
)
#: A clause goes on behind these.
_BROKEN = frozenset("that dass que che dat to not never nicht pas no non niet".split())  # noqa: SIM905
#: An article's address has at least so many slashes, those of https:// among them.
_DEEP = 4


def _same_paragraph(speech: Speech, clauses: Clauses, draft: Draft, anchor: Anchor, index: int) -> Near | None:
    scene = speech.scenes[anchor.paragraph]
    places = [scene.place(number) for paragraph, number in draft.places if paragraph == anchor.paragraph]
    if not places or anchor.inside is not None:
        if anchor.inside is not None and places:
            return Near(index, Basis.PARAGRAPH, 0.05, "in_other")
        return None
    behind = bracketed(scene, anchor, places[-1])
    if behind and anchor.sentence != scene.tokens[places[-1]].sentence:
        return Near(index, Basis.CUE_LINK, behind, "post_brackets")
    if anchor.first - places[-1] > _FARTHEST or places[0] - anchor.last > _FARTHEST:
        return None
    sentences = {scene.tokens[place].sentence for place in places}
    if anchor.sentence in sentences:
        tie = Tie(speech, clauses, draft, anchor, places)
        return tie.pre(index) if anchor.first < places[0] else tie.post(index)
    cued = draft.cue is not None
    near = _beside(speech.lexicon, scene, anchor, index, min(sentences), max(sentences), cued=cued)
    # “the helper should “…””: a thing of which something is told speaks no more than nobody.
    nobody = draft.speaker is None or (draft.route is Route.SUBJECT and draft.speaker[:1].islower())
    alone = near is not None and near.route == "para1_plain" and not anchor.own and nobody and not speech.foreign
    if near is not None and alone and len(draft.words.split()) >= _ENOUGH and _sole(speech, draft, anchor):
        # No one else is heard, and nothing else is linked.
        return Near(index, near.basis, max(near.score, STAKED), "para1_sole") if near.score > 0.3 else near
    if (
        near is not None
        and near.score >= STAKED
        and near.basis is Basis.PARAGRAPH
        and near.route != "para1_headline"
        and not _carried_on(speech, draft, anchor)
    ):
        return Near(index, near.basis, 0.4, near.route + "_other")
    return near


#: So many words are a quotation, and no term.
_ENOUGH = 4


def _sole(speech: Speech, draft: Draft, anchor: Anchor) -> bool:
    """Whether no other quotation stands between the link and the words, nor before them in their sentence."""
    tokens = speech.scenes[anchor.paragraph].tokens
    place = speech.scenes[anchor.paragraph].place(draft.places[0][1])
    return not any(t.quoted >= 0 for t in tokens[anchor.last : place])


#: The author puts it in words of his own.
_SUMMED = frozenset(("summed", "summarized", "summarised", "paraphrased", "reworded", "restated", "simplified"))


def _carried_on(speech: Speech, draft: Draft, anchor: Anchor) -> bool:
    """Whether the quotation may go on with what the link's sentence began: it has a cue, and no other person for speaker."""
    scene = speech.scenes[anchor.paragraph]
    if draft.cue is None or draft.speaker is None:
        first, last = scene.sentence(scene.place(draft.places[0][1]))
        if any(t.lower in _SUMMED for t in scene.tokens[first:last]):
            return False
        return not draft.speaker or not _somebody_else(speech, scene, anchor, draft.speaker)
    start, end = scene.bounds(anchor.sentence)
    there = {t.lower for t in scene.tokens[start:end]}
    if not ANSWERS.isdisjoint(draft.cue.casefold().split()):
        return True
    named = draft.speaker.casefold().split()
    if draft.speaker.casefold() in united(speech.lexicon.first, speech.lexicon.pronouns) or not speech.voices.is_person(
        draft.speaker
    ):
        return True
    return bool(named) and named[-1] in there


def _somebody_else(speech: Speech, scene: Scene, anchor: Anchor, speaker: str) -> bool:
    """Whether a person speaks who is named between the link's sentence and the words, and not in that sentence."""
    if not speech.voices.is_known_person(speaker):
        return False
    start, end = scene.bounds(anchor.sentence)
    name = speaker.casefold().split()[-1]
    return name not in {t.lower for t in scene.tokens[start:end]} and name in {t.lower for t in scene.tokens[end:]}


#: So many sentences on a paragraph still tells of what it linked.
_TOLD_OF_STILL = 3
#: A whole sentence that is a link has at least so many words.
_HEADLINE = 5


def _is_headline(scene: Scene, anchor: Anchor) -> bool:
    """Whether the link is the whole of the sentence that opens its paragraph: what follows tells of it."""
    start, end = scene.bounds(anchor.sentence)
    outside = [t for t in scene.tokens[start:end] if t.is_word or t.quoted >= 0]
    inside = [t for t in scene.tokens[anchor.first : anchor.last] if t.is_word or t.quoted >= 0]
    return anchor.sentence == 0 and len(outside) == len(inside) >= _HEADLINE


def _beside(
    lexicon: Lexicon, scene: Scene, anchor: Anchor, index: int, first: int, last: int, *, cued: bool
) -> Near | None:
    """A link in another sentence of the paragraph."""
    weak = 0.08 if introduces(anchor) else None
    sourced = source_near(lexicon, scene, anchor)
    if anchor.sentence < first:
        distance = first - anchor.sentence
        _, end = scene.bounds(anchor.sentence)
        if distance == 1 and scene.tokens[end - 1].text == ":":
            return Near(index, Basis.CUE_LINK, weak or 0.88, "prev_colon")
        verb = says_in(lexicon, scene, anchor)
        if distance == 1:
            score = 0.55 if verb or (sourced and cued) else 0.45 if sourced else 0.34
        else:
            score = 0.16 if not (verb or sourced) else 0.52 if distance <= _TOLD_OF_STILL else 0.3
        if distance == 1 and cued and _is_headline(scene, anchor) and not weak:
            return Near(index, Basis.PARAGRAPH, 0.58, "para1_headline")
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
