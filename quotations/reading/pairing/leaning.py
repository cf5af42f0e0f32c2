"""An article that leans on one source: whoever is quoted from it is quoted from it throughout."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.model import Basis
from quotations.model.article import STAKED
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.candidates import Candidate, Candidates
from quotations.reading.pairing.told import key_of
from quotations.reading.quotes import Speech

#: So many quotations are of the one source before others lean on it, and from this score on they do.
_SEVERAL, _LEAST = 3, 0.3
_LEANING = 0.53


def lean_on_one(speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
    """Where all that is staked on is one source, stake on it what else its speakers say, however far on."""
    best = {n: found for n in range(len(speech.drafts)) if (found := candidates.best(n)) is not None}
    staked = {n: found for n, found in best.items() if found.score >= STAKED}
    if len(staked) < _SEVERAL or len({anchors[found.anchor].url for found in staked.values()}) != 1:
        return
    voices = {key_of(speaker) for n in staked if (speaker := speech.drafts[n].speaker)}
    for number, found in best.items():
        speaker = speech.drafts[number].speaker
        carried = found.basis is Basis.SAME_SPEAKER and _LEAST <= found.score < STAKED
        if carried and speaker and key_of(speaker) in voices and not candidates.told.bars(number):
            added = Candidate(found.citation, found.basis, _LEANING, "leaning", found.anchor)
            candidates.add(number, added)
