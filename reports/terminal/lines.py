"""Styled words laid out in columns of a terminal.

A report builds paragraphs of (text, style) runs; `Layout` sanitises, wraps and paints them. Our own few lines,
because importing a terminal library takes longer than a whole check of a quotation against a file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from reports.terminal.screen import Screen
from reports.visible import in_terminal

Run = tuple[str, str]  #: text and the name of its style, "" for none

_STYLES = {
    "": "",
    "bold": "1",
    "dim": "2",
    "head": "1;4",
    "ok": "32",
    "note": "36",
    "warning": "33",
    "error": "1;31",
    "elsewhere": "35",
    "later": "36",
    "open": "2",
    "only_article": "31;9",
    "only_source": "32;4",
    "missing": "1;32",
    "left_out": "2;3",
    "around": "2",
    "allowed": "4",
    "link": "4",
}
_WORDS = re.compile(r" +|[^ ]+")


class Layout:
    """Lines of a report for one screen."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self._lines: list[str] = []

    def blank(self) -> None:
        """An empty line, never two in a row."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def add(self, *runs: Run | str, indent: int = 0, hang: int | None = None, first: str = "") -> None:
        """A paragraph: *first* stands in its margin, later lines hang at *hang* (default *indent*) columns.

        An address (style "link") is never broken: it is there to be copied.
        """
        margin = [(first, "dim"), (" " * max(0, indent - columns(first)), "")] if first else [(" " * indent, "")]
        hang = indent if hang is None else hang
        styled = [(run, "") if isinstance(run, str) else run for run in runs]
        for line in _wrapped(styled, self.screen.width, indent, hang):
            self._lines.append(self._painted([*margin, *line]))
            margin = [(" " * hang, "")]

    def text(self) -> str:
        """The whole report, ending in a line end."""
        return "\n".join(self._lines).rstrip("\n") + "\n"

    def _painted(self, runs: Iterable[Run]) -> str:
        if not self.screen.color:
            return "".join(text for text, _ in runs).rstrip()
        painted = []
        for text, style in runs:
            code = _STYLES.get(style, "")
            painted.append(f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text)
        return "".join(painted).rstrip()


def columns(text: str) -> int:
    """How many columns *text* takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def clipped(text: str, most: int) -> str:
    """*text* on one line, at most *most* columns, with an ellipsis where it was cut."""
    text = " ".join(in_terminal(text[: 4 * most]).split())
    if columns(text) <= most:
        return text
    while text and columns(text) > most - 1:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _wrapped(runs: Sequence[Run], width: int, indent: int, hang: int) -> list[list[Run]]:
    """*runs* broken into lines at blanks, and inside words that are wider than a line."""
    lines: list[list[Run]] = [[]]
    room = width - indent
    for word in _words(_tokens(runs, max(10, width - max(indent, hang))), width - hang):
        size = sum(columns(text) for text, _ in word)
        blank = word[0][0].isspace()
        if blank and not lines[-1]:
            continue
        if (size > room or (blank and size == room)) and lines[-1]:
            lines.append([])
            room = width - hang
            if blank:
                continue
        lines[-1].extend(word)
        room -= size
    return [line for line in lines if line] or [[]]


def _words(tokens: Iterable[Run], most: int) -> Iterable[list[Run]]:
    """Blanks, and between them what may not be parted though its styles differ: a word and its marks."""
    word: list[Run] = []
    size = 0
    for token, style in tokens:
        blank, wide = token.isspace(), columns(token)
        if word and (blank or size + wide > most):
            yield word
            word, size = [], 0
        if blank:
            yield [(token, style)]
        else:
            word.append((token, style))
            size += wide
    if word:
        yield word


def _tokens(runs: Sequence[Run], most: int) -> Iterable[Run]:
    for text, style in runs:
        for token in _WORDS.findall(in_terminal(text)):
            if style == "link" or len(token) * 2 <= most or columns(token) <= most:
                yield token, style
                continue
            for piece in _broken(token, most):
                yield piece, style


def _broken(token: str, most: int) -> Iterable[str]:
    start = size = 0
    for at, character in enumerate(token):
        size += _width(character)
        if size > most:
            yield token[start:at]
            start, size = at, _width(character)
    yield token[start:]
