"""A cue and its subject: what a rule found, as tokens of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from quotations.reading.phrases import Phrase
from quotations.reading.scene import Token
from quotations.values import plain_value


class Route(StrEnum):
    """Which rule found the cue."""

    AFTER = "after"  #: “…,” said X; “…,” X said
    BEFORE = "before"  #: X said, “…”
    ACCORDING = "according"
    NOUN = "noun"  #: X's claim that “…”
    COLON = "colon"  #: X: “…”
    DASH = "dash"  #: “…” — X
    LATE = "late"  #: the “…” was over, X said
    BY = "by"  #: was called “…” by X
    SUBJECT = "subject"  #: only the sentence's subject
    CONTINUED = "continued"  #: no cue of its own; goes on from the one before


@plain_value
class Voice:
    """A cue and its subject, as tokens of the scene."""

    route: Route
    subject: Phrase | None
    cue: tuple[int, int] | None  #: first and past-the-last token of the cue

    def cue_text(self, tokens: Sequence[Token]) -> str | None:
        """The cue's words."""
        if self.cue is None:
            return None
        return " ".join(t.text for t in tokens[self.cue[0] : self.cue[1]]) or None
