"""The block structure of Markdown: headings, paragraphs, lists, quotations, notes, tables, code (CommonMark 0.31).

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
from quotations.reading.formats.markdown import targets, verbatim
from quotations.reading.formats.markdown.structure import Frame, Leaf, Structure
from quotations.reading.formats.markdown.tags import attributes

_DEPTH = 30
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_QUOTE = re.compile(r" {0,3}> ?")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_ITEM = re.compile(r"( {0,3})([-+*•]|\d{1,3}[.)])([ \t]+|$)")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*")
_CALLOUT = re.compile(r"\[!([A-Za-z-]{1,30})\][+-]?[ \t]*")
_TABLE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){1,100}\|?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_BLOCKQUOTE = re.compile(r" {0,3}<blockquote\b([^>]*)>", re.IGNORECASE)
_CODE_SIGNS = re.compile(r"[{};=<>|$\\]|\(\)|->|^\s*(?:\$|#|//|import |def |function |sudo |npm |pip )", re.MULTILINE)
_QUOTATIONS = frozenset({"quote", "cite", "quotation", "blockquote"})


def read(lines: Sequence[Line]) -> Structure:
    """The block structure of *lines*."""
    structure = Structure()
    _Reader(structure).read(lines, Frame())
    return structure


class _Reader:
    def __init__(self, structure: Structure) -> None:
        self.out = structure
        self.patience = 64  #: elements without an end that are still searched for

    def read(self, lines: Sequence[Line], frame: Frame) -> None:
        rules = (
            self._code,
            self._verbatim,
            self._quote,
            self._html_quote,
            self._heading,
            self._rule,
            self._note,
            self._definition,
            self._table,
            self._item,
            self._paragraph,
        )
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            if lines[at].plain:
                at += self._paragraph(lines, at, frame)
            else:
                at += next(taken for rule in rules if (taken := rule(lines, at, frame)))

    def leaf(self, kind: BlockKind, lines: Sequence[Line], frame: Frame, level: int = 0) -> None:
        pieces = [(line.start, line.end) for raw in lines if (line := raw.trimmed()).text]
        if not pieces:
            return
        if kind is BlockKind.PARAGRAPH:
            kind = (
                BlockKind.NOTE
                if frame.note
                else BlockKind.QUOTE
                if frame.quotes
                else BlockKind.LIST_ITEM
                if frame.item
                else kind
            )
        self.out.leaves.append(Leaf(kind, pieces, frame, level))

    def hide(self, start: int, end: int) -> None:
        self.out.hidden.append((start, end))

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

    def _verbatim(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        searched = verbatim.opens(lines[at])
        found = verbatim.find(lines, at) if not searched or self.patience else None
        if found is None:
            self.patience -= searched and self.patience > 0
            return 0
        self.out.hidden.extend(found.hidden)
        self.leaf(BlockKind.CODE, found.code, frame)
        return found.count

    def _quote(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        inner: list[Line] = []
        count = 0
        while at + count < len(lines):
            line = lines[at + count]
            mark = _QUOTE.match(line.text)
            if mark:
                self.hide(line.start, line.start + mark.end())
                inner.append(line.cut(mark.end()))
            elif not inner or line.blank or inner[-1].blank or self._interrupts(line):
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
        self.inside(inner, replace(frame, quotes=frame.quotes + 1, group=group, cite=cite or frame.cite))

    def _html_quote(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        opening = _BLOCKQUOTE.match(lines[at].text) if self.patience else None
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

    def _heading(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        line = lines[at]
        mark = _HEADING.match(line.text)
        if mark is None:
            return 0
        closing = _CLOSING.search(line.text)
        stop = closing.start() if closing and closing.start() >= mark.end() else len(line.text)
        self.hide(line.start, line.start + mark.end())
        self.hide(line.start + stop, line.end)
        self.leaf(BlockKind.HEADING, [Line(line.text[mark.end() : stop], line.start + mark.end())], frame, len(mark[1]))
        return 1

    def _rule(self, lines: Sequence[Line], at: int, _: Frame) -> int:
        if not _RULE.match(lines[at].text):
            return 0
        self.hide(lines[at].start, lines[at].end)
        return 1

    def _note(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        mark = _NOTE.match(lines[at].text)
        if mark is None:
            return 0
        line = lines[at]
        self.hide(line.start, line.start + mark.end())
        inner, count = self._continued([line.cut(mark.end())], lines, at, 2)
        note = mark[1].casefold()
        self.out.notes.add(note)
        self.inside(inner, replace(frame, note=note, item=False))
        return count

    def _definition(self, lines: Sequence[Line], at: int, _: Frame) -> int:
        line = lines[at]
        if "]:" not in line.text[:1010]:
            return 0
        block = list(lines[at : at + 3])
        while len(block) > 1 and block[-1].blank:
            block.pop()
        found = targets.definition("\n".join(part.text for part in block)[:10000])
        if found is None:
            return 0
        label, href, length = found
        self.out.definitions.setdefault(targets.folded(label), href)
        count = 0
        while length >= 0 and count < len(block):
            length -= len(block[count].text) + 1
            count += 1
        self.hide(line.start, lines[at + count - 1].end)
        return count

    def _table(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        if at + 1 >= len(lines) or "|" not in lines[at].text or not _TABLE.match(lines[at + 1].text):
            return 0
        count = 0
        while at + count < len(lines) and not lines[at + count].blank:
            line = lines[at + count]
            if count == 1:
                self.hide(line.start, line.end)
            else:
                for cell in _CELL.finditer(line.text):
                    self.leaf(BlockKind.TABLE_CELL, [Line(cell[0], line.start + cell.start())], frame)
            count += 1
        return count

    def _item(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        line = lines[at]
        mark = _ITEM.match(line.text)
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
            ends = lines[at + count - 1].blank or self._interrupts(line) or _ITEM.match(line.text)
            if line.indent < columns and ends:
                break
            inner.append(line.dedent(columns))
            count += 1
        return inner, count

    def _paragraph(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        count = 1
        while at + count < len(lines):
            line = lines[at + count]
            underline = None if line.plain else _UNDERLINE.match(line.text)
            if underline and self._short(lines[at : at + count]):
                self.hide(line.start, line.end)
                self.leaf(BlockKind.HEADING, lines[at : at + count], frame, 1 if underline[1][0] == "=" else 2)
                return count + 1
            if line.blank or self._interrupts(line):
                break
            count += 1
        self.leaf(BlockKind.PARAGRAPH, lines[at : at + count], frame)
        return count

    @staticmethod
    def _short(lines: Sequence[Line]) -> bool:
        """Whether the lines can be a heading: nobody underlines a whole paragraph, but many rule it off."""
        return sum(len(line.text) for line in lines) <= 200

    @staticmethod
    def _interrupts(line: Line) -> bool:
        """Whether the line starts a block of its own although the paragraph before it has no end."""
        if line.plain:
            return False
        text = line.text
        if (
            verbatim.FENCE.match(text)
            or _QUOTE.match(text)
            or _HEADING.match(text)
            or _RULE.match(text)
            or _NOTE.match(text)
        ):
            return True
        if (item := _ITEM.match(text)) and item[3]:
            return not item[2][:-1].isdigit() or item[2][:-1] == "1"
        return bool(_BLOCKQUOTE.match(text))
