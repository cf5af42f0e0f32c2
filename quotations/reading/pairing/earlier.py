"""What leads back to links that the article gave before: the state that its rules share."""

from __future__ import annotations

from collections.abc import Sequence

from quotations.reading.drafts import Draft
from quotations.reading.pairing.anchors import Anchor
from quotations.reading.pairing.candidates import Candidates
from quotations.reading.quotes import Speech

#: How many links back a name may lead.
FARTHEST = 60


class Earlier:
    """The links of a document, and how many of them stand before what is being read."""

    def __init__(self, speech: Speech, anchors: Sequence[Anchor], candidates: Candidates) -> None:
        self._speech = speech
        self._anchors = anchors
        self._candidates = candidates
        self._read = 0

    def _back(self, most: int = FARTHEST) -> range:
        """The links read so far, the last first, at most *most*."""
        return range(self._read - 1, max(-1, self._read - most), -1)

    def _told_ahead(self, draft: Draft) -> list[str]:
        """What the narrator says in the draft's sentence before its words."""
        scene = self._speech.scenes[draft.places[0][0]]
        place = scene.place(draft.places[0][1])
        start, _ = scene.sentence(place)
        return [t.lower for t in scene.tokens[start:place] if t.quoted < 0]
