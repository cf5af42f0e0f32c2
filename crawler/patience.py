"""Hosts that ask to be left alone for long: after a few such answers no more of their sources are asked for now."""

from __future__ import annotations

from time import monotonic

_ENOUGH = 3
_LONGEST = 3600.0
_KEPT = 1024


class Patience:
    """Remembers by host how often, and until when, it asked us to come back later."""

    def __init__(self) -> None:
        self._asked: dict[str, tuple[int, float]] = {}

    def note(self, host: str, seconds: float) -> None:
        """*host* asked to be left alone for *seconds*, longer than we may wait."""
        if len(self._asked) >= _KEPT:
            now = monotonic()
            self._asked = {name: value for name, value in self._asked.items() if value[1] > now}
        count, _ = self._asked.get(host, (0, 0.0))
        self._asked[host] = (count + 1, monotonic() + min(seconds, _LONGEST))

    def left(self, host: str) -> float | None:
        """Seconds for which *host* is not to be asked, or None when it may be."""
        count, until = self._asked.get(host, (0, 0.0))
        left = until - monotonic()
        return left if count >= _ENOUGH and left > 0 else None
