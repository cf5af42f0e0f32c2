"""Blocks of Markdown that hold words and no other blocks: headings, rules, paragraphs, tables, definitions, code.

Each rule looks at the lines from *at* on and says how many it takes, 0 when it is none of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.document import BlockKind
from quotations.reading.formats import ruled
from quotations.reading.formats.lines import Line
from quotations.reading.formats.markdown import html_table, signs, targets, verbatim
from quotations.reading.formats.markdown.structure import Frame, Leaf, Structure

_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_TABLE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){1,100}\|?[ \t]*$")
_CELL = re.compile(r"(?:[^|\\]|\\.)+")
_MOST = 64  #: elements without an end that are still searched for


class Leaves:
    """Takes leaves into a `Structure`, and hides the mark-up between their words."""

    def __init__(self, structure: Structure) -> None:
        self.out = structure
        self.patience = _MOST

    def leaf(self, kind: BlockKind, lines: Sequence[Line], frame: Frame, level: int = 0) -> None:
        """Keep the words of *lines* as one block; a paragraph is what its frame makes of it."""
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
        """Set text[start:end] aside as mark-up."""
        self.out.hidden.append((start, end))

    def verbatim(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        """Fenced code, comments and raw HTML that is no prose."""
        searched = verbatim.opens(lines[at])
        found = verbatim.find(lines, at) if not searched or self.patience else None
        if found is None:
            self.patience -= searched and self.patience > 0
            return 0
        self.out.hidden.extend(found.hidden)
        self.leaf(BlockKind.CODE, found.code, frame)
        return found.count

    def heading(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        """A heading behind ``#``."""
        line = lines[at]
        mark = signs.HEADING.match(line.text)
        if mark is None:
            return 0
        closing = _CLOSING.search(line.text)
        stop = closing.start() if closing and closing.start() >= mark.end() else len(line.text)
        self.hide(line.start, line.start + mark.end())
        self.hide(line.start + stop, line.end)
        self.leaf(BlockKind.HEADING, [Line(line.text[mark.end() : stop], line.start + mark.end())], frame, len(mark[1]))
        return 1

    def rule(self, lines: Sequence[Line], at: int, _: Frame) -> int:
        """A line across the page."""
        if not signs.RULE.match(lines[at].text):
            return 0
        self.hide(lines[at].start, lines[at].end)
        return 1

    def definition(self, lines: Sequence[Line], at: int, _: Frame) -> int:
        """A link reference definition, which is printed nowhere."""
        line = lines[at]
        if "]:" not in line.text[:1010]:
            return 0
        block = list(lines[at : at + 6])
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

    def table(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        """A table, a cell a block: in pipes, or under a ruling of dashes."""
        if drawn := ruled.ruled(lines, at):
            for piece in drawn.pieces:
                self.leaf(BlockKind.TABLE_CELL, [piece], frame)
            self.leaf(BlockKind.CAPTION, drawn.caption, frame)
            return drawn.count
        if html_table.opens(lines[at]) and self.patience:
            if count := html_table.end(lines, at):
                for kind, words in html_table.cells(lines[at : at + count]):
                    self.leaf(kind, words, frame)
                return count
            self.patience -= 1
        if not _is_piped(lines, at):
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

    def paragraph(self, lines: Sequence[Line], at: int, frame: Frame) -> int:
        """A paragraph, or a heading over its underline."""
        count = 1
        while at + count < len(lines):
            line = lines[at + count]
            underline = None if line.plain else signs.UNDERLINE.match(line.text)
            if underline and _short(lines[at : at + count]):
                self.hide(line.start, line.end)
                self.leaf(BlockKind.HEADING, lines[at : at + count], frame, 1 if underline[1][0] == "=" else 2)
                return count + 1
            if line.blank or signs.interrupts(line) or _table_begins(lines, at + count):
                break
            count += 1
        self.leaf(BlockKind.PARAGRAPH, lines[at : at + count], frame)
        return count


def _is_piped(lines: Sequence[Line], at: int) -> bool:
    """Whether the line parts its words with pipes over a line that rules its columns."""
    return at + 1 < len(lines) and "|" in lines[at].text and _TABLE.match(lines[at + 1].text) is not None


def _table_begins(lines: Sequence[Line], at: int) -> bool:
    """Whether a table begins here, right under a line of words: its caption, or a paragraph."""
    if lines[at].plain:
        return False
    if ruled.is_ruling(lines, at):
        return True
    if not _is_piped(lines, at):
        return False
    return len(_CELL.findall(lines[at].text.strip())) == len(_CELL.findall(lines[at + 1].text.strip()))


def _short(lines: Sequence[Line]) -> bool:
    """Whether the lines can be a heading: nobody underlines a whole paragraph, but many rule it off."""
    return sum(len(line.text) for line in lines) <= 200
