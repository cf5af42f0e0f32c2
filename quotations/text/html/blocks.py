"""Strings put together to blocks, with the white space that a reader sees."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.model import SegmentRole

_GAP = "\n\n"


def squeezed(text: str) -> str:
    """*text* with each run of HTML's white space as one blank; other white space (no-break, thin) stays."""
    if "\n" in text:
        text = text.replace("\n", " ")
    if "\t" in text or "\r" in text or "\f" in text:
        text = text.replace("\t", " ").replace("\r", " ").replace("\f", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


@dataclass(frozen=True, slots=True)
class Label:
    """What a block is."""

    role: SegmentRole
    own: SegmentRole = SegmentRole.BODY  #: what it is, the part of the page that it stands in left aside
    item: int | None = None
    junk: bool = False


@dataclass(slots=True)
class Block:
    """A finished block: half-open range in its stream, and what it is."""

    start: int
    end: int
    role: SegmentRole
    own: SegmentRole = SegmentRole.BODY
    item: int | None = None
    junk: bool = False


class Stream:
    """One stream of blocks (shown text, hidden text, ruby readings); offsets count in the stream."""

    __slots__ = ("_label", "_pending", "_ragged", "_start", "blocks", "length", "open", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.open = False
        self._label = Label(SegmentRole.BODY)
        self._start = 0
        self._pending = ""
        self._ragged = False

    def add(self, text: str, label: Label) -> None:
        """Add *text* to the open block or to a new one; its white space is single blanks, and it is more than one."""
        core = text.strip(" ")
        if not self.open:
            if core.isspace():
                return
            self._begin(label)
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

    def add_as_written(self, text: str, label: Label) -> None:
        """Add preformatted *text*: white space and line ends stay."""
        if not self.open:
            if not text.strip():
                return
            text = text.lstrip("\n")
            self._begin(label)
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
        label = self._label
        self.blocks.append(Block(self._start, self.length, label.role, label.own, label.item, label.junk))

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

    def _begin(self, label: Label) -> None:
        if self.blocks:
            self._put(self._gap(label))
        self._start, self.open = self.length, True
        self._label = label

    def _gap(self, label: Label) -> str:
        last, role, item = self.blocks[-1], label.role, label.item
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
