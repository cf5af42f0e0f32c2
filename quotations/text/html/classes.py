"""What an element's class and id say of it, looked up once for each distinct value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quotations.text.html.hidden import for_screen_readers
from quotations.text.html.regions import Region, region_of_words


@dataclass(frozen=True, slots=True)
class Named:
    """The meaning of the words of one attribute."""

    region: Region | None
    screen_readers: bool  #: shown to screen readers only


@lru_cache(maxsize=16384)
def meaning_of(words: str) -> Named:
    """What a class or id attribute with these *words* means."""
    parts = words.split()[:24]
    return Named(region_of_words(parts), for_screen_readers(parts))
