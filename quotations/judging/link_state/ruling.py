"""What the rules of link states look at, and what they come to."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from quotations.model import Capture, Citation, SegmentRole, State, Text

_SHOWN = frozenset(SegmentRole) - {SegmentRole.HIDDEN, SegmentRole.METADATA}


@dataclass(frozen=True, slots=True)
class Facts:
    """One citation, the newest look at its source, and what was read from it."""

    citation: Citation
    capture: Capture | None
    text: Text | None
    siblings: tuple[Capture, ...] = ()

    @property
    def look(self) -> Capture:
        """The newest look; the rules are asked only when there is one."""
        assert self.capture is not None
        return self.capture

    @property
    def shown(self) -> int:
        """How many characters the page shows a reader."""
        if self.text is None:
            return 0
        if not self.text.segments:
            return len(self.text.text.strip())
        return sum(len(s.span) for s in self.text.segments if s.role in _SHOWN)

    @property
    def markers(self) -> tuple[str, ...]:
        """The signatures that the reader met in the mark-up."""
        return self.text.facts.markers if self.text else ()

    def marker(self, kind: str) -> str | None:
        """The name behind the first marker of that *kind* ("wall:cloudflare" → "cloudflare")."""
        return next((name.partition(":")[2] for name in self.markers if name.startswith(kind + ":")), None)

    @property
    def headline(self) -> str:
        """Title and first heading, lower case without accents, for comparing with known wordings."""
        if self.text is None:
            return ""
        return plain(f"{self.text.title or ''} | {self.text.facts.lead}"[:400])


@dataclass(frozen=True, slots=True)
class Ruling:
    """A state, the closed word under it, and the sentences that a person can check."""

    state: State
    reason: str | None = None
    evidence: tuple[str, ...] = ()


def plain(words: str) -> str:
    """*words* in lower case without accents, blanks collapsed."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(bare.casefold().replace("’", "'").split())
