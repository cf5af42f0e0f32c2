"""Whether a pairing founds a chain: whoever is quoted there goes on speaking there."""

from __future__ import annotations

from quotations.model import Basis, QuotationKind
from quotations.model.article import STAKED
from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.candidates import Candidate
from quotations.reading.pairing.near import says_in
from quotations.reading.pairing.told import key_of
from quotations.reading.quotes import Speech
from quotations.reading.speakers.own_voices import own_voice
from quotations.reading.speakers.voice import Route


def founds(draft: Draft, best: Candidate) -> bool:
    """Whether a pairing is good enough to go on from."""
    if best.score < STAKED:
        return False
    if best.basis is Basis.INSIDE_ANCHOR:
        return draft.kind is QuotationKind.DIRECT and draft.route in (Route.AFTER, Route.BEFORE, Route.COLON)
    return best.basis in (Basis.CUE_LINK, Basis.NAMED_SOURCE, Basis.SAME_SENTENCE)


def told_of(speech: Speech, anchor: Anchor, key: str, best: Candidate) -> bool:
    """“A clerk [told](…) the Lamp that Lind said “…””: it is the clerk who goes on speaking there."""
    scene = speech.scenes[anchor.paragraph]
    if best.basis is not Basis.CUE_LINK or not says_in(speech.lexicon, scene, anchor):
        return False
    start, _ = scene.bounds(anchor.sentence)
    voice = own_voice(scene.tokens, start, anchor.last, speech.lexicon)
    if voice is None or voice.subject is None or voice.cue is None or voice.cue[0] < anchor.first:
        return False
    words = [t.lower for t in scene.tokens[voice.subject.first : voice.subject.last] if t.is_word]
    return bool(words) and words[-1] not in speech.lexicon.pronouns and key_of(" ".join(words)) != key
