"""Bodies that this process kept a moment ago: what was fetched is judged next, and need not be read back for it."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping

#: Bytes of bodies that are held at most; a crawl that is judged while it goes on needs no more.
ROOM = 16 << 20


class Fresh:
    """Bodies by digest, the latest ones, up to *room* bytes in all. Thread-safe."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._lock = threading.Lock()

    def keep(self, bodies: Mapping[str, bytes]) -> None:
        """Hold *bodies*, which the archive has; the oldest give way."""
        with self._lock:
            for digest, data in bodies.items():
                if digest not in self._held and len(data) <= self.room:
                    self._held[digest] = data
                    self._size += len(data)
            while self._size > self.room:
                self._size -= len(self._held.popitem(last=False)[1])

    def get(self, digest: str) -> bytes | None:
        """The body with that digest, if it is held here."""
        return self._held.get(digest)

    def clear(self) -> None:
        """Hold nothing."""
        with self._lock:
            self._held.clear()
            self._size = 0
