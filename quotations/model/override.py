"""A person's word on a source: shown beside what was found, never in its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from quotations.model.severity import Severity


class Word(StrEnum):
    """What a person may say of a source."""

    ALIVE = "alive"
    MOVED = "moved"
    PAYWALLED = "paywalled"
    RETRACTED = "retracted"
    HIJACKED = "hijacked"
    DEAD = "dead"

    @property
    def severity(self) -> Severity:
        """How much the word weighs where it stands for what was found."""
        return _WEIGHT.get(self, Severity.OK)


_WEIGHT = {
    Word.PAYWALLED: Severity.NOTE,
    Word.RETRACTED: Severity.WARNING,
    Word.HIJACKED: Severity.ERROR,
    Word.DEAD: Severity.ERROR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """What somebody said of a source, when and why."""

    word: Word
    who: str
    why: str
    at: datetime
    stale: bool = False  #: what is found now is not what it was said of
    id: str = ""  #: given by the archive
