"""Real pages that somebody saved into a folder, and one sentence quoted of each."""

from __future__ import annotations

import functools
import random
import re
from pathlib import Path

from benchmarks.crawling.pages import Quoted, altered
from quotations.model import SegmentRole
from quotations.text import read_text

_SENTENCE = re.compile(r"[^.!?\n]{40,400}[.!?]")
LEAST, MOST = 8, 30  #: words of a quotation


class Saved:
    """The `.html` files of a folder that have a sentence to quote, in an order that has nothing to do with their names."""

    def __init__(self, folder: Path) -> None:
        self.files = sorted(folder.glob("*.html"))
        found = [n for n in range(len(self.files)) if self._sentence(n) is not None]
        random.Random(0).shuffle(found)
        self.numbers = found
        self.sizes = (len(found) // 5, len(found))
        kilobytes = sum(self.files[n].stat().st_size for n in found) / 1000 / max(1, len(found))
        self.name = f"saved pages of {kilobytes:.0f} KB"

    def body(self, number: int) -> bytes:
        """The bytes of that page."""
        return self.files[number].read_bytes()

    def quoted(self, number: int) -> Quoted:
        """A sentence of its middle."""
        sentence = self._sentence(number) or ""
        return Quoted(sentence, altered(sentence.split()))

    @functools.cache  # noqa: B019  # one set a process
    def _sentence(self, number: int) -> str | None:
        text = read_text(self.body(number), media_type="text/html")
        sentences = [
            found.group().strip()
            for segment in text.segments
            if segment.role is SegmentRole.BODY
            for found in _SENTENCE.finditer(text.text[segment.span.start : segment.span.end])
            if LEAST <= len(found.group().split()) <= MOST
        ]
        return sentences[len(sentences) // 2] if sentences else None
