"""Strings put together to blocks, with the white space that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.model import SegmentRole

_GAP = "\n\n"


@dataclass(slots=True)
class Block:
    """A finished block: half-open range in its stream, and what it is."""

    start: int
    end: int
    role: SegmentRole
    item: int | None = None
    junk: bool = False


class Stream:
    """One stream of blocks (shown text, hidden text, ruby readings); offsets count in the stream."""

    __slots__ = ("_pending", "_ragged", "_start", "blocks", "item", "junk", "length", "open", "parts", "role")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.open = False
        self.role = SegmentRole.BODY
        self.item: int | None = None
        self.junk = False
        self._start = 0
        self._pending = ""
        self._ragged = False

    def add(self, text: str, role: SegmentRole, item: int | None, junk: bool) -> None:
        """Add *text* to the open block or to a new one; its white space is single blanks, and it is more than one."""
        core = text.strip(" ")
        if not self.open:
            if core.isspace():
                return
            self._begin(role, item, junk)
        elif self._pending or text[0] == " ":
            self.parts.append(self._pending or " ")
            self.length += 1
        self.parts.append(core)
        self.length += len(core)
        self._pending = " " if text[-1] == " " else ""

    def blank(self) -> None:
        """Add white space."""
        if self.open and not self._pending:
            self._pending = " "

    def add_as_written(self, text: str, role: SegmentRole, item: int | None, junk: bool) -> None:
        """Add preformatted *text*: white space and line ends stay."""
        if not self.open:
            if not text.strip():
                return
            text = text.lstrip("\n")
            self._begin(role, item, junk)
        elif self._pending:
            self._put(self._pending)
            self._pending = ""
        self._put(text)
        self._ragged = True

    def line_end(self) -> None:
        """A br: a line end inside the block; two in a row end it, as they do to the eye."""
        if self.open:
            if self._pending == "\n":
                self.close()
            else:
                self._pending = "\n"

    def close(self) -> None:
        """End the open block, if there is one."""
        if not self.open:
            return
        self.open = False
        self._pending = ""
        if self._ragged:
            self._trim()
        self.blocks.append(Block(self._start, self.length, self.role, self.item, self.junk))

    @property
    def mid_word(self) -> bool:
        """Whether the next character would touch the last one."""
        return self.open and not self._pending

    def tail(self, part: int) -> str:
        """What was added since `len(parts)` was *part*."""
        return "".join(self.parts[part:])

    def text(self) -> str:
        """All that was added so far."""
        return "".join(self.parts)

    def _begin(self, role: SegmentRole, item: int | None, junk: bool) -> None:
        if self.blocks:
            self._put(self._gap(role, item))
        self._start, self.open = self.length, True
        self.role, self.item, self.junk = role, item, junk

    def _gap(self, role: SegmentRole, item: int | None) -> str:
        last = self.blocks[-1]
        if role is not last.role or item is None or last.item is None:
            return _GAP
        if role is SegmentRole.TABLE:
            return "\t" if item == last.item else "\n"
        return "\n" if role is SegmentRole.LIST else _GAP

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _trim(self) -> None:
        self._ragged = False
        while self.parts:
            kept = self.parts[-1].rstrip()
            self.length -= len(self.parts[-1]) - len(kept)
            if kept:
                self.parts[-1] = kept
                return
            self.parts.pop()
