"""A text's lines with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.values import plain_value

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_MARKS = frozenset("“”„«»‘’\"'")


@plain_value
class Line:
    """What of a line is left once its container's prefix is off: text[start:end], without the line's end."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the line ends, before its line feed."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands in it."""
        return not self.text.strip()

    @property
    def plain(self) -> bool:
        """Whether it begins, unindented, with a letter or a quotation mark and holds no bar: it can only be prose."""
        first = self.text[:1]
        return (first.isalpha() or first in _MARKS) and "|" not in self.text

    @property
    def indent(self) -> int:
        """Columns of white space at its head; a tab counts as going to the next multiple of four."""
        column = 0
        for char in self.text:
            if char == " ":
                column += 1
            elif char == "\t":
                column += 4 - column % 4
            else:
                break
        return column

    def cut(self, count: int) -> Line:
        """The line without its first *count* characters."""
        return Line(self.text[count:], self.start + min(count, len(self.text)))

    def dedent(self, columns: int) -> Line:
        """The line without up to *columns* columns of white space at its head."""
        column = count = 0
        for char in self.text:
            if column >= columns or char not in " \t":
                break
            column += 1 if char == " " else 4 - column % 4
            count += 1
        return self.cut(count)

    def trimmed(self) -> Line:
        """The line without white space at its ends."""
        head = len(self.text) - len(self.text.lstrip())
        return Line(self.text.strip(), self.start + head)


def lines(text: str) -> Iterator[Line]:
    """The lines of *text*; form feeds stay in them, for they end pages, not lines."""
    for match in _LINE.finditer(text):
        if match.end() > match.start():
            yield Line(match[0].rstrip("\r\n"), match.start())
