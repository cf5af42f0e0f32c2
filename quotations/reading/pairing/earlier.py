"""What leads back to links that the article gave before: the state that its rules share."""

from __future__ import annotations

from collections.abc import Sequence

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
