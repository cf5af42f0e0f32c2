"""What a judgement is given: the claims under audit, and what was seen of their sources."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.comparison import TextIndex, index
from quotations.model import Attribution, Capture, Citation, LinkState, Text


@dataclass(slots=True)
class Looked:
    """One capture with the text derived from it, and the text's index (made when it is first needed)."""

    capture: Capture
    text: Text | None = None
    index: TextIndex | None = field(default=None, repr=False)

    def ready(self) -> TextIndex | None:
        """The index of the text; None where there is no text."""
        if self.index is None and self.text is not None:
            self.index = index(self.text)
        return self.index


@dataclass(frozen=True, slots=True)
class Candidate:
    """One claim: this quotation comes from that citation, whose link is in this state and was seen so."""

    attribution: Attribution
    citation: Citation | None
    link: LinkState
    looked: Looked | None = None
