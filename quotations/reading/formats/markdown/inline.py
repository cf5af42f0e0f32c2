"""The inline mark-up of one Markdown block: links, images, code, emphasis, HTML tags, notes and bare addresses.

Own scanner because offsets are the point: every span leads back to the file, character for character. It follows
CommonMark 0.31 where that says something, with the liberties that clippers and people take: addresses with blanks,
``[[wiki links]]``, ``==highlights==``, ``[^notes]``. Every character is looked at a bounded number of times.
"""

from __future__ import annotations

import html
import re
from collections import deque
from dataclasses import dataclass, field

from quotations.reading.document import InlineKind
from quotations.reading.formats import addresses
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.markdown import emphasis, targets
from quotations.reading.formats.markdown.markup import Markup
from quotations.reading.formats.markdown.tags import Tags
from quotations.reading.formats.view import View

_SPECIAL = re.compile(r"[\\`<!\[\]*_~=^%]")
_SPECIAL_OR_ADDRESS = re.compile(r"[\\`<!\[\]*_~=^%]|[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]{0,4000})>")
_MAIL = re.compile(r"<([^\s<>@]{1,100}@[^\s<>@]{1,200})>")
_COMMENT = re.compile(r"<!--.*?-->|%%.*?%%", re.DOTALL)
#: Commands to a site's generator (Jekyll, Hugo), which print no words of their own.
_COMMAND = re.compile(r"\{%[^{}\n]{0,300}%\}|\{\{[<%][^{}\n]{0,500}[>%]\}\}|\{:[^{}\n]{1,200}\}")
_WIKI = re.compile(r"\[\[([^\[\]|\n]{1,500})(?:\|([^\[\]\n]{1,500}))?\]\]")
_NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
#: What of ``^[1](#n1){#r1}^`` stands behind the bracket: a raised mark is no inline note (Pandoc's ``superscript``).
_RAISED = re.compile(r"(?:\([^()\s]{0,500}\)|\[[^\[\]\n]{0,200}\])?(?:\{[^{}\n]{0,200}\})?\^")
#: The attributes of a bracketed span: ``[words]{#n1}``.
_ATTRIBUTES = re.compile(r"\{[#.:\w][^{}\n]{0,300}\}")
#: What opens a link's target behind ``[[1]]``, which is then no wiki link.
_TARGET = re.compile(r"\((?:[#/.]|[A-Za-z][A-Za-z0-9+.-]{0,30}:)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(slots=True)
class Names:
    """What a document's definitions give to its inline text."""

    definitions: dict[str, str] = field(default_factory=dict)  #: label → address
    notes: set[str] = field(default_factory=set)  #: ids of the notes that are defined


@dataclass(slots=True)
class _Bracket:
    at: int
    image: bool
    links: int  #: how many links were known when it opened


class Scanner(Markup):
    """Reads one view and writes what it finds into the draft; `visible` tells afterwards whether any words are left."""

    def __init__(self, view: View, draft: Draft, names: Names, note: str | None = None) -> None:
        super().__init__(view, draft, note)
        self.names = names
        self.brackets: list[_Bracket] = []
        self.runs: list[emphasis.Run] = []
        self.tags = Tags(self)
        self.dead = 0  #: brackets below this depth can no longer become links: none stands inside another
        self._ticks: dict[int, deque[int]] = {}
        for match in _TICKS.finditer(self.text):
            self._ticks.setdefault(len(match[0]), deque()).append(match.start())

    def scan(self) -> None:
        """Read the whole view."""
        at = 0
        addressed = "://" in self.text or "www." in self.text.lower()
        special = _SPECIAL_OR_ADDRESS if addressed else _SPECIAL
        while match := special.search(self.text, at):
            at = self._special(match.start(), match[0])
        for content, kind, marks in emphasis.paired(self.runs):
            for mark in marks:
                self.hide(*mark)
            if kind is not None:
                self.mark(*content, kind)
        self.draft.links.extend(self.links)
        for command in _COMMAND.finditer(self.text) if "{" in self.text else ():
            self.hide(*command.span())
        for start, end in self.hidden:
            span = self.view.span(start, end)
            self.draft.hide(span.start, span.end)

    def _special(self, at: int, found: str) -> int:
        match found[0]:
            case "\\":
                if self.text[at + 1 : at + 2] in _PUNCTUATION or self.text[at + 1 : at + 2] == "\n":
                    self.hide(at, at + 1)
                    return at + 2
                return at + 1
            case "`":
                return self._code(at)
            case "<":
                return self._angle(at)
            case "!" if self.text.startswith("![", at):
                return self._image(at)
            case "[":
                return self._open(at)
            case "]":
                return self._close(at)
            case "*" | "_" | "~" | "=":
                return self._run(at)
            case "^" if self.text.startswith("^[", at):
                return self._inline_note(at)
            case "%":
                return self._comment(at)
            case "h" | "H" | "w" | "W":
                return self._bare(at)
            case _:
                return at + 1

    def _code(self, at: int) -> int:
        count = len(_TICKS.match(self.text, at)[0])  # type: ignore[index]
        ticks = self._ticks.get(count, deque())
        while ticks and ticks[0] <= at:
            ticks.popleft()
        if not ticks:
            return at + count
        close = ticks[0]
        self.hide(at, at + count)
        self.hide(close, close + count)
        self.mark(at + count, close, InlineKind.CODE)
        return close + count

    def _comment(self, at: int) -> int:
        if self.failures and (self.text.startswith(("<!--", "%%"), at)):
            if match := _COMMENT.match(self.text, at):
                self.hide(*match.span())
                return match.end()
            self.failures -= 1
        return at + 1

    def _angle(self, at: int) -> int:
        if self.text.startswith("<!--", at):
            return self._comment(at)
        if match := _AUTOLINK.match(self.text, at):
            self.hide(at, at + 1)
            self.hide(match.end() - 1, match.end())
            self.link(at + 1, match.end() - 1, match[1], "bare")
            return match.end()
        if match := _MAIL.match(self.text, at):
            return match.end()
        return self.tags.read(at)

    def _image(self, at: int) -> int:
        if match := _WIKI.match(self.text, at + 1):
            self.hide(at, match.end())
            return match.end()
        self.brackets.append(_Bracket(at, image=True, links=len(self.links)))
        return at + 2

    def _open(self, at: int) -> int:
        if match := _NOTE.match(self.text, at):
            if match[1].casefold() in self.names.notes:
                self.hide(*match.span())
                self.link(*match.span(), f"#fn:{match[1]}", "ref", match[1].casefold())
            return match.end()
        match = _WIKI.match(self.text, at)
        if match and not _TARGET.match(self.text, match.end()):
            shown = match.span(2) if match[2] else match.span(1)
            self.hide(at, shown[0])
            self.hide(shown[1], match.end())
            if "://" in match[1]:
                self.link(*shown, match[1])
            return match.end()
        self.brackets.append(_Bracket(at, image=False, links=len(self.links)))
        return at + 1

    def _close(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        opener = self.brackets.pop()
        start = opener.at + 1 + opener.image
        depth = len(self.brackets)
        live = opener.image or depth >= self.dead
        self.dead = min(self.dead, depth)
        target = self._target(start, at) if live else None
        if target is None:
            if spanned := _ATTRIBUTES.match(self.text, at + 1):
                self.hide(opener.at, start)
                self.hide(at, spanned.end())
                return spanned.end()
            return at + 1
        href, end = target
        if opener.image:
            self.hide(opener.at, end)
            del self.links[opener.links :]
            return end
        self.hide(opener.at, start)
        self.hide(at, end)
        self.links[opener.links :] = [link for link in self.links[opener.links :] if link.element != "bare"]
        self.link(start, at, href)
        self.dead = depth
        return end

    def _target(self, start: int, close: int) -> tuple[str, int] | None:
        """Where the bracketed text[start:close] points and where the whole construct ends."""
        if self.text.startswith("(", close + 1) and self.failures:
            if found := targets.inline(self.text, close + 1):
                return found
            self.failures -= 1
        if close - start > 2000:
            return None
        label, end = self.text[start:close], close + 1
        if match := targets.LABEL.match(self.text, close + 1):
            label, end = match[1] or label, match.end()
        href = self.names.definitions.get(targets.folded(label))
        if href is None and end > close + 1 and self._lost(start, label):
            href = ""  # a reference whose definition the copy lost
        return None if href is None else (href, end)

    def _lost(self, start: int, label: str) -> bool:
        """Whether two brackets in a row are a reference: not ``list[i][j]``, not two note marks."""
        before = self.text[start - 2 : start - 1]
        return (
            not before.isalnum()
            and before not in ("]", ")", "_")
            and len(label.strip()) > 1
            and not label.strip().isdigit()
        )

    def _run(self, at: int) -> int:
        run = emphasis.run(self.text, at)
        self.runs.append(run)
        return run.end

    def _inline_note(self, at: int) -> int:
        if not self.failures:
            return at + 1
        depth = 0
        for end in range(at + 1, min(len(self.text), at + 4000)):
            depth += {"[": 1, "]": -1}.get(self.text[end], 0)
            if depth == 0:
                name = f"inline-{self.view.raw(at)}"
                if raised := _RAISED.match(self.text, end + 1):
                    self.hide(at, at + 1)
                    self.hide(raised.end() - 1, raised.end())
                    return at + 1
                inner = View(self.draft.text, [(self.view.raw(at + 2), self.view.raw(end))])
                Scanner(inner, self.draft, self.names, name).scan()
                self.hide(at, end + 1)
                self.link(at, end + 1, f"#{name}", "ref", name)
                return end + 1
        self.failures -= 1
        return at + 1

    def _bare(self, at: int) -> int:
        end = addresses.end(self.text, at)
        if end is None:
            return at + 1
        written = html.unescape(self.text[at:end])
        self.link(at, end, addresses.completed(written), "bare")
        if addresses.written_out(self.text, 0, at, end):
            self.hide(at - 1, end + 1)
        return end
