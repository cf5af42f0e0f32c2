"""One thing said to people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A few words, a sentence that explains them, and what a person can do about it."""

    title: str
    sentence: str = ""
    todo: str = ""  #: empty where there is nothing to do
