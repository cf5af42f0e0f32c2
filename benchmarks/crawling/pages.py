"""What the contenders crawl: pages by their number, and what is quoted of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words quoted of one page."""

    said: str  #: as they stand
    altered: str  #: the same with one word changed


class Pages(Protocol):
    """A set of pages."""

    name: str  #: for the heading of the table
    numbers: list[int]  #: in the order in which they are taken
    sizes: tuple[int, int]  #: how many are taken, unless said otherwise

    def body(self, number: int) -> bytes:
        """The bytes of that page."""

    def quoted(self, number: int) -> Quoted:
        """What is quoted of that page."""


def altered(words: list[str]) -> str:
    """The sentence with a word in its middle exchanged."""
    middle = len(words) // 2
    return " ".join([*words[:middle], "lanterns", *words[middle + 1 :]])
