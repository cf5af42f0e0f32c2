"""An item of a digest: an outlet or its reporter, a colon, and words of theirs into which their page is linked.

The Lamp's Ada Fenn: “The ferry [will not sail before May](…), the board said”.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.near import introduces
from quotations.reading.pairing.outlets import stands_for
from quotations.reading.phrases import is_verb
from quotations.reading.quotes import Speech
from quotations.reading.scene import Token

#: Agencies, whose words stand in other papers under other addresses.
_AGENCIES = frozenset("ap afp upi dpa apa ansa efe tass reuters bloomberg".split())  # noqa: SIM905
_OUR = frozenset(("our", "my", "your"))
_SMALL = frozenset(("and", "of", "the", "for", *_OUR))
#: A name thrice as long is none, and a link over fewer words explains one.
_MOST, _FEWEST = 14, 3


def digested(speech: Speech, anchors: Sequence[Anchor], draft: Draft, anchor: Anchor) -> bool:
    """Whether the link inside the words of *draft* is where a digest took them from: the only one, and over several words."""
    at, number = draft.places[0]
    if number < 0 or anchor.paragraph != at or introduces(anchor) or len(anchor.words.split()) < _FEWEST:
        return False
    others = {a.url for a in anchors if a.paragraph == at and not introduces(a)}
    if len(others) > 1:
        return False
    scene = speech.scenes[at]
    place = scene.place(number)
    lead = scene.tokens[:place]
    if not lead or lead[-1].text != ":" or any(t.quoted >= 0 for t in lead):
        return False
    return _names(speech, lead[:-1], anchor)


def _names(speech: Speech, lead: Sequence[Token], anchor: Anchor) -> bool:
    """Whether what stands before the colon, behind a heading's dash, is an outlet or somebody of one."""
    dash = next((at for at in range(len(lead) - 1, -1, -1) if lead[at].text in ("—", "–", "|")), -1)
    named = lead[dash + 1 :]
    if not named or len(named) > _MOST or any(is_verb(named, at, speech.lexicon) for at in range(len(named))):
        return False
    words = [t.lower for t in named if t.is_word]
    owned = any(t.lower in ("'s", "’s") for t in named) or (bool(words) and words[0] in _OUR)
    if owned and all(t.is_name for t in named if t.is_word and t.lower not in _SMALL):
        return True
    return words in [[agency] for agency in _AGENCIES] or (bool(words) and stands_for(words, anchor.host))
