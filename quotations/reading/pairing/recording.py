"""One link for all speech of an occasion: “to listen to the complete interview, click here”, “read his full remarks”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, islice

from quotations.model import Basis, QuotationKind
from quotations.model.article import STAKED
from quotations.reading.flow import meeting, merged
from quotations.reading.pairing.anchors import Anchor, Leads
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.near import introduces
from quotations.reading.pairing.told import key_of
from quotations.reading.quotes import Speech
from quotations.reading.scene import Scene, Token

_WHOLE = frozenset(("full", "complete", "entire", "whole", "prepared", "unedited", "uncut"))
_OCCASIONS = frozenset(
    (
        *(
            "interview",
            "remarks",
            "speech",
            "transcript",
            "testimony",
            "address",
            "conversation",
            "debate",
            "hearing",
            "statement",
        ),
        *(
            "video",
            "audio",
            "podcast",
            "recording",
            "episode",
            "segment",
            "letter",
            "text",
            "exchange",
            "discussion",
            "talk",
            "q&a",
        ),
    )
)
#: Of whose text, video or transcript it depends on.
_FORMS = frozenset(("text", "transcript", "video", "audio", "recording"))
_QUOTING = frozenset((QuotationKind.DIRECT, QuotationKind.FRAGMENT))
_REACH = 5
#: What readers are bidden to do with a recording or its words.
_ATTENDING = frozenset(("listen", "watch", "hear", "read", "see", "view"))
#: What is speech by its name: not any video of the paper's own.
_SPEECH = frozenset(
    "interview remarks speech transcript testimony address conversation debate hearing podcast episode".split()  # noqa: SIM905
)
#: “your podcast platform” offers everything.
_CHANNELS = frozenset("platform platforms app apps player provider feed feeds channel series newsletter page".split())  # noqa: SIM905
#: A line that offers a recording has no more words.
_LINE = 14
#: Below .5: that the article leans on one recording is an inference; above it only for the one who speaks nearly alone.
_ANYBODY, _SOLE = 0.46, 0.6
#: Where nothing else that the article links is the source of any words, and of how many quotations it is so.
_RELIED, _SEVERAL = 0.52, 6
_NEARLY_ALL = 0.6


def lean_on_recording(speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
    """Offer the recording that the article links, if there is one, to speech that has no better source."""
    found = [index for index, anchor in enumerate(anchors) if _is_whole(speech, anchor)]
    if len({anchors[index].citation for index in found}) != 1:
        return
    index = found[0]
    elsewhere = merged(a.span for a in anchors if not introduces(a) and a.citation != anchors[index].citation)
    quoting = [n for n, d in enumerate(speech.drafts) if d.kind in _QUOTING and not candidates.told.bars(n)]
    relied = len(quoting) >= _SEVERAL and not any(
        (best := candidates.best(n)) is not None and best.score >= STAKED and best.citation != anchors[index].citation
        for n in range(len(speech.drafts))
    )
    voices = Counter(key_of(speaker) for n in quoting if (speaker := speech.drafts[n].speaker))
    for number in quoting:
        best = candidates.best(number)
        if best is not None and best.score >= _ANYBODY:
            continue
        if any(meeting(part, elsewhere) for part in speech.drafts[number].parts):
            # A link set into the words leads to another page: a digest's item, and not the recording's.
            continue
        speaker = speech.drafts[number].speaker
        sole = bool(speaker) and voices[key_of(speaker or "")] >= _NEARLY_ALL * len(quoting)
        score = _SOLE if sole else _RELIED if relied else _ANYBODY
        candidates.add(number, Candidate(anchors[index].citation, Basis.NAMED_SOURCE, score, "recording", index))


def _is_whole(speech: Speech, anchor: Anchor) -> bool:
    """Whether the link leads to the whole of what was said: “full remarks”, “complete interview”, also as “here”."""
    if anchor.note or anchor.inside is not None or anchor.leads in (Leads.PROFILE, Leads.HOME, Leads.TOPIC):
        return False
    scene = speech.scenes[anchor.paragraph]
    start, end = scene.bounds(anchor.sentence)
    window = scene.tokens[max(start, anchor.first - _REACH * 2) : min(end, anchor.last + _REACH)]
    # A sentence of more tokens has more words than a line that bids anything; it is not even copied.
    if _offers(window) or (end - start <= _LINE * 4 and _attends(scene.tokens[start:end])):
        return True
    # “Here are the full remarks:”, and the link on a line of its own.
    ahead = speech.scenes[anchor.paragraph - 1].tokens if anchor.paragraph and _alone(scene, anchor) else ()
    return 0 < len(ahead) <= _LINE and (_offers(ahead) or _attends(ahead))


def _alone(scene: Scene, anchor: Anchor) -> bool:
    """Whether the paragraph is nothing but the link."""
    around = chain(islice(scene.tokens, anchor.first), islice(scene.tokens, anchor.last, None))
    return not any(token.is_word for token in around)


def _offers(tokens: Sequence[Token]) -> bool:
    words = [t.lower for t in tokens if t.quoted < 0]
    return any(
        word in _WHOLE and any(_occasion(words, place) for place in range(at + 1, min(at + 4, len(words))))
        for at, word in enumerate(words)
    )


def _attends(tokens: Sequence[Token]) -> bool:
    """Whether a short sentence bids to listen: “Watch the interview here”, “You can hear the speech below”."""
    words = [t.lower for t in tokens if t.is_word]
    if not words or len(words) > _LINE:
        return False
    at = 0 if words[0] in _ATTENDING else 2 if words[:2] in (["you", "can"], ["you", "may"]) else -1
    if at < 0 or at >= len(words) or words[at] not in _ATTENDING:
        return False
    near = words[at + 1 : at + 2 + _REACH]
    return any(word in _SPEECH and behind not in _CHANNELS for word, behind in zip(near, [*near[1:], ""], strict=True))


def _occasion(words: list[str], place: int) -> bool:
    """Whether speech was uttered there: the full speech, and the full text of the speech, but not that of a ruling."""
    if words[place] not in _OCCASIONS:
        return False
    if words[place] not in _FORMS or words[place + 1 : place + 2] != ["of"]:
        return True
    return any(word in _OCCASIONS for word in words[place + 2 : place + 6])
