"""How many sources one run may look at; what is over goes on in the next."""

from __future__ import annotations


class Budget:
    """Counts the sources of one run.

    Args:
        most: sources in all; 0 for no limit.
        most_anonymous: sources that are not admitted addresses, where no contact is set; 0 for no limit.
    """

    def __init__(self, most: int, most_anonymous: int) -> None:
        self._most = most
        self._most_anonymous = most_anonymous
        self._taken: set[str] = set()
        self._anonymous = 0

    def take(self, url: str, *, admitted: bool) -> str | None:
        """Take one for *url*, which counts once; or why it is put off."""
        if url in self._taken:
            return None
        if self._most and len(self._taken) >= self._most:
            return f"more than {self._most} sources in one run (max_sources); the next run goes on"
        if self._most_anonymous and not admitted:
            if self._anonymous >= self._most_anonymous:
                return f"more than {self._most_anonymous} sources in one run need a contact; set `contact`"
            self._anonymous += 1
        self._taken.add(url)
        return None
