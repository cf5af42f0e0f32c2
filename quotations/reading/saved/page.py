"""A saved page's bytes as characters that can be told apart and put back byte for byte."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence, Set

from quotations.model import Place
from quotations.text.decoding import decode

#: Encodings in which a ``<`` or a quotation mark may be half of another character.
_WIDE = frozenset({"utf-16-le", "utf-16-be", "iso2022_jp"})
#: What stands for itself in nearly all encodings.
_ASCII = bytes(range(128)).decode()


class SavedPage:
    """The file of a page.

    Its `markup` has one character a byte, in encodings where mark-up stands as ASCII does; of the others it is the
    text. Either way `bytes_of` gives back the file's own bytes.
    """

    def __init__(self, data: bytes) -> None:
        _, self.codec = decode(data, html=True)
        self._wide = self.codec in _WIDE
        self._ascii = _ASCII.encode().decode(self.codec, "replace") == _ASCII
        self.markup = data.decode(self.codec, "replace") if self._wide else data.decode("latin-1")
        #: Whether it can be written again: every byte of it is understood.
        self.whole = self.bytes_of(self.markup) == data

    def bytes_of(self, markup: str) -> bytes:
        """The bytes of *markup* in the file's own encoding."""
        try:
            return markup.encode(self.codec if self._wide else "latin-1")
        except UnicodeEncodeError:
            return b""

    def offsets(self, places: Iterable[int]) -> dict[int, int]:
        """Where in the file's bytes each of *places* of the mark-up is."""
        if not self._wide:
            return {place: place for place in places}
        known, at, offset = {}, 0, 0
        for place in sorted(places):
            offset += len(self.bytes_of(self.markup[at:place]))
            at = place
            known[place] = offset
        return known

    def written(self, words: str) -> str:
        """*words* as they are written into the mark-up; what the encoding lacks as character references."""
        kept = words.encode(self.codec, "xmlcharrefreplace")
        return kept.decode(self.codec if self._wide else "latin-1")

    def words(self, markup: str) -> str:
        """A piece of the mark-up as the page's author wrote it."""
        if self._wide or (self._ascii and markup.isascii()):
            return markup
        return markup.encode("latin-1").decode(self.codec, "replace")

    def spellings(self, value: str) -> tuple[str, ...]:
        """What an attribute's *value* may be read as: with its character references and without."""
        words = self.words(value)
        if "&" not in words:
            return (words,)
        return tuple(dict.fromkeys((html.unescape(words), _REFERENCE.sub(_unescaped, words), words)))

    def places(self, ranges: Sequence[tuple[int, int]]) -> list[Place]:
        """Lines and columns of *ranges* of the mark-up, in their order."""
        known = self._positions({offset for one in ranges for offset in one})
        return [
            Place(line=known[start][0], column=known[start][1], end_line=known[end][0], end_column=known[end][1])
            for start, end in ranges
        ]

    def _positions(self, offsets: Set[int]) -> dict[int, tuple[int, int]]:
        """Line and column of each offset; no stretch of a long line is decoded twice."""
        markup = self.markup
        sign = "\n" if "\n" in markup else "\r"
        known: dict[int, tuple[int, int]] = {}
        line, at, column = 1, 0, 1
        for offset in sorted(offsets):
            if lines := markup.count(sign, at, offset):
                line, at, column = line + lines, markup.rindex(sign, at, offset) + 1, 1
            passed = self.words(markup[at:offset])
            column += len(passed.removeprefix("\ufeff") if at == 0 else passed)
            at = offset
            known[offset] = line, column
        return known


#: In an attribute a reference without its semicolon counts only where no letter, digit or ``=`` follows.
_REFERENCE = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31}(?:;|(?![A-Za-z0-9=;])))")


def _unescaped(found: re.Match[str]) -> str:
    return html.unescape(found[0])
