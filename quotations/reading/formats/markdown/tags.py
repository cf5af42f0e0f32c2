"""HTML tags inside Markdown text: hidden as mark-up, and what they say of links, quotations and emphasis kept."""

from __future__ import annotations

import html
import re

from quotations.reading.document import InlineKind
from quotations.reading.formats.markdown.markup import Markup

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,30})((?:[^<>\"']++|\"[^\"]*+\"|'[^']*+'){0,400})>")
_ATTRIBUTE = re.compile(r"([A-Za-z][A-Za-z0-9:_-]{0,40})\s{0,4}=\s{0,4}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=`]+))")
_KINDS = {
    "q": InlineKind.Q,
    "cite": InlineKind.CITE,
    "code": InlineKind.CODE,
    "em": InlineKind.EMPHASIS,
    "i": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "b": InlineKind.STRONG,
    "sup": InlineKind.SUPERSCRIPT,
    "del": InlineKind.DELETED,
    "s": InlineKind.DELETED,
    "ins": InlineKind.INSERTED,
}


def attributes(source: str) -> dict[str, str]:
    """A tag's attributes, names in lower case, entities decoded; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source[:20000]):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


class Tags:
    """The HTML tags of one view."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.open: list[tuple[str, int, dict[str, str]]] = []

    def read(self, at: int) -> int:
        """Take in the tag at *at*, when there is one; where to go on."""
        match = _TAG.match(self.markup.text, at) if self.markup.failures else None
        if match is None:
            return at + 1
        name = match[1].lower()
        self.markup.hide(*match.span())
        if self.markup.text.startswith("</", at):
            self._close(name, at)
        elif name == "a" or name in _KINDS:
            self.open.append((name, match.end(), attributes(match[2])))
            del self.open[:-40]
        return match.end()

    def _close(self, name: str, at: int) -> None:
        for depth in range(len(self.open) - 1, -1, -1):
            if self.open[depth][0] == name:
                _, start, known = self.open.pop(depth)
                if name == "a":
                    if (href := known.get("href")) is not None:
                        self.markup.link(start, at, href)
                else:
                    self.markup.mark(start, at, _KINDS[name], known.get("cite"))
                return
