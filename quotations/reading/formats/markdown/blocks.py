"""The block structure of Markdown: lists, quotations, notes and what is set in, with leaves in them (CommonMark 0.31).

Reads lines into leaves: pieces of the file, one a line, that hold the words of one block. What stands between the
pieces (``>``, list markers, fences, definitions) is hidden as mark-up. Containers are read by recursion, at most
`_DEPTH` of them in one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotations.reading.document import BlockKind
from quotations.reading.formats.lines import Line
from quotations.reading.formats.markdown import signs
from quotations.reading.formats.markdown.leaves import Leaves
from quotations.reading.formats.markdown.structure import Frame, Structure
from quotations.reading.formats.markdown.tags import attributes

_DEPTH = 30
_TASK = re.compile(r"\[[ xX]\][ \t]")
_CALLOUT = re.compile(r"\[!([A-Za-z-]{1,30})\][+-]?[ \t]*")
_CODE_SIGNS = re.compile(
    r"[{};=<>|$\\]|\(\)|[\w.]\([\x22']|->|^\s*(?:\$|#|//|import |def |function |sudo |npm |pip )", re.MULTILINE
)
_QUOTATIONS = frozenset({"quote", "cite", "quotation", "blockquote"})


def read(lines: Sequence[Line]) -> Structure:
    """The block structure of *lines*."""
    structure = Structure()
    _Reader(structure).read(lines, Frame())
    return structure


class _Reader(Leaves):
    def read(self, lines: Sequence[Line], frame: Frame) -> None:
        rules = (
            self._code,
            self.verbatim,
            self._quote,
            self._html_quote,
            self.heading,
            self.table,
            self.rule,
            self._note,
            self.definition,
            self._item,
            self.paragraph,
        )
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            if lines[at].plain:
                at += self.paragraph(lines, at, frame)
            else:
                at += next(taken for rule in rules if (taken := rule(lines, at, frame)))

    def inside(self, lines: Sequence[Line], frame: Frame) -> None:
        """Read what a container holds, or take it for plain paragraphs when containers go too deep."""
        if frame.depth < _DEPTH:
            self.read(lines, replace(frame, depth=frame.depth + 1))
        else:
            self.leaf(BlockKind.PARAGRAPH, lines, frame)

    def _code(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        if lines[at].indent < 4:
            return 0
        count = 1
        while at + count < len(lines) and (lines[at + count].blank or lines[at + count].indent >= 4):
            count += 1
        while lines[at + count - 1].blank:
            count -= 1
        taken = lines[at : at + count]
        words = "\n".join(line.text for line in taken)
        if _CODE_SIGNS.search(words) or len(words.split()) < 4:
            self.leaf(BlockKind.CODE, taken, frame)
        else:
            self._indented(taken, frame)
        return count

    def _indented(self, lines: Sequence[Line], frame: Frame) -> None:
        """Prose set in: what renderers take for code, and authors mean as a quotation."""
        if not frame.quotes and not frame.note and not frame.item:
            self.out.groups += 1
            frame = replace(frame, quotes=1, group=self.out.groups)
        self.inside([line.dedent(line.indent) for line in lines], frame)

    def _quote(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        inner: list[Line] = []
        count = 0
        while at + count < len(lines):
            line = lines[at + count]
            mark = signs.QUOTE.match(line.text)
            if mark:
                self.hide(line.start, line.start + mark.end())
                inner.append(line.cut(mark.end()))
            elif not inner or line.blank or inner[-1].blank or signs.interrupts(line):
                break
            else:
                inner.append(line)
            count += 1
        if not count:
            return 0
        self._quoted(inner, frame)
        return count

    def _quoted(self, inner: list[Line], frame: Frame, cite: str | None = None) -> None:
        callout = _CALLOUT.match(inner[0].text) if inner else None
        if callout:
            self.hide(inner[0].start, inner[0].start + callout.end())
            inner[0] = inner[0].cut(callout.end())
            if callout[1].lower() not in _QUOTATIONS:
                self.inside(inner, frame)
                return
        group = frame.group
        if group is None:
            self.out.groups += 1
            group = self.out.groups
        if callout and inner[0].text.strip() and len(inner) > 1:
            # A quotation's title stands above it and is none of its words.
            self.leaf(BlockKind.HEADING, inner[:1], frame, 6)
            inner = inner[1:]
        self.inside(inner, replace(frame, quotes=frame.quotes + 1, group=group, cite=cite or frame.cite))

    def _html_quote(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        opening = signs.BLOCKQUOTE.match(lines[at].text) if self.patience else None
        if opening is None:
            return 0
        self.hide(lines[at].start, lines[at].start + opening.end())
        inner: list[Line] = []
        depth = 0
        for stop in range(at, min(len(lines), at + 5000)):
            line = lines[stop]
            lower = line.text.lower()
            depth += lower.count("<blockquote") - lower.count("</blockquote")
            if stop == at:
                line = line.cut(opening.end())
            if depth <= 0:
                close = line.text.lower().rfind("</blockquote")
                inner.append(Line(line.text[: max(0, close)], line.start))
                self.hide(line.start + max(0, close), line.end)
                self._quoted(inner, frame, attributes(opening[1]).get("cite"))
                return stop - at + 1
            inner.append(line)
        self.patience -= 1
        return 0

    def _note(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        mark = signs.NOTE.match(lines[at].text)
        if mark is None:
            return 0
        line = lines[at]
        self.hide(line.start, line.start + mark.end())
        inner, count = self._continued([line.cut(mark.end())], lines, at, 2)
        note = mark[1].casefold()
        self.out.notes.add(note)
        self.inside(inner, replace(frame, note=note, item=False))
        return count

    def _item(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        line = lines[at]
        mark = signs.ITEM.match(line.text)
        if mark is None:
            return 0
        self.hide(line.start, line.start + mark.end())
        first = line.cut(mark.end())
        if task := _TASK.match(first.text):
            self.hide(first.start, first.start + task.end())
            first = first.cut(task.end())
        inner, count = self._continued([first], lines, at, len(mark[1]) + min(len(mark[2]) + 1, 4))
        before = len(self.out.leaves)
        self.inside(inner, replace(frame, item=True))
        if len(self.out.leaves) > before and mark[2][:-1].isdigit():
            self.out.leaves[before].number = int(mark[2][:-1])
        return count

    def _continued(self, inner: list[Line], lines: Sequence[Line], at: int, columns: int) -> tuple[list[Line], int]:
        """The lines that go on with an item or note, dedented, and how many lines it takes in all."""
        count = 1
        while at + count < len(lines):
            line = lines[at + count]
            if line.blank:
                ahead = at + count
                while ahead < len(lines) and lines[ahead].blank:
                    ahead += 1
                if ahead == len(lines) or lines[ahead].indent < columns:
                    break
                inner.extend(lines[at + count : ahead])
                count = ahead - at
                continue
            ends = lines[at + count - 1].blank or signs.interrupts(line) or signs.ITEM.match(line.text)
            if line.indent < columns and ends:
                break
            inner.append(line.dedent(columns))
            count += 1
        return inner, count
