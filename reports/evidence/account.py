"""What went into a file of evidence, and what did not."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Account:
    """Counts of records by kind, and what is missing, each with its reason."""

    records: Counter[str] = field(default_factory=Counter)  #: by WARC record type
    looks: int = 0
    redirects: int = 0  #: of the responses those that led on
    reconstructed: int = 0  #: looks whose wire was not recorded
    missing: Counter[str] = field(default_factory=Counter)  #: by reason: "gone", "earlier", "memento"
    size: int = 0  #: of the file, bytes

    @property
    def total(self) -> int:
        """All records."""
        return sum(self.records.values())
