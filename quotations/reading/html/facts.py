"""Facts about an article as they are collected: the first that is known stands, with how it was known."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_BLANKS = re.compile(r"\s+")
#: So many times over publishing systems are seen to escape a title.
_ESCAPED = 2


@dataclass(slots=True)
class Facts:
    """What a page says of itself."""

    values: dict[str, str] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    base_url: str | None = None
    archive: str | None = None
    reserve: tuple[str, str] | None = None  #: an organisation named as the author, and how it was known

    def note(self, name: str, value: object, how: str) -> None:
        """Keep *value* for *name* unless it is empty or something is known already."""
        if not isinstance(value, str) or name in self.values:
            return
        for _ in range(_ESCAPED):
            value = html.unescape(value)
        words = _BLANKS.sub(" ", value).strip()
        if words:
            self.values[name] = words
            self.provenance[name] = how

    def get(self, name: str) -> str | None:
        """The value of *name*; None when it is not known."""
        return self.values.get(name)
