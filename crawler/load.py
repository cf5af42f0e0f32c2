"""How much of other people's bytes we hold in memory: what is being received and what waits for the archive."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

_MEBIBYTE = 1024 * 1024
#: From here on no more turns are given until some of it is kept …
_HEAVY = 64 * _MEBIBYTE
#: … and from here on a body that is itself large is cut where it stands: many endless ones at once are an attack.
_TOO_HEAVY = 512 * _MEBIBYTE
_LARGE = _MEBIBYTE


class Load:
    """Counts bytes in memory and says when they grow heavy."""

    def __init__(self) -> None:
        self.bytes = 0
        self._heavy = False
        self._tell: Callable[[bool], None] = lambda heavy: None  # noqa: ARG005

    def on_heavy(self, tell: Callable[[bool], None]) -> None:
        """Have *tell* called when the load grows heavy (True) and when it is light again (False)."""
        self._tell = tell

    def add(self, number: int) -> None:
        """*number* bytes more; fewer, where it is negative."""
        self.bytes += number
        heavy = self.bytes > _HEAVY
        if heavy is not self._heavy:
            self._heavy = heavy
            self._tell(heavy)

    def cuts(self, size: int) -> bool:
        """Whether a body that has *size* bytes already must end here."""
        return size > _LARGE and self.bytes > _TOO_HEAVY


_loads: WeakKeyDictionary[Crawler, Load] = WeakKeyDictionary()


def load_of(crawler: Crawler) -> Load:
    """The one load of a crawl."""
    return _loads.setdefault(crawler, Load())
