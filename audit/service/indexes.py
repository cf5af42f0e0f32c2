"""The indexes of an article's sources: those that were used last are held, so that memory stays flat over thousands."""

from __future__ import annotations

from collections import OrderedDict

from quotations.judging import Looked

#: Characters of text whose indexes are held; an index takes some ten bytes a character.
ROOM = 2_000_000


class Indexes:
    """Lets go of the indexes that were not used for the longest time, once their texts have more than *room* characters.

    A text whose index was let go is indexed again when a later quotation asks for it: neighbours cite the same sources.
    """

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._held: OrderedDict[int, Looked] = OrderedDict()
        self._size = 0

    def used(self, looked: Looked | None) -> None:
        """Note that the index of *looked* was used just now; the last one used is always kept."""
        if looked is None or looked.index is None:
            return
        key = id(looked)
        if key in self._held:
            self._held.move_to_end(key)
            return
        self._held[key] = looked
        self._size += _length(looked)
        while self._size > self.room and len(self._held) > 1:
            _, oldest = self._held.popitem(last=False)
            self._size -= _length(oldest)
            oldest.index = None


def _length(looked: Looked) -> int:
    return len(looked.text.text) if looked.text is not None else 0
