"""The text as it grows: words set down one after the other, blanks collapsed as a browser collapses them.

Blocks, links and inline marks are kept as positions in the text; `tidy` draws every span in to the words it covers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.reading.document import BlockKind, InlineKind
from quotations.reading.html.places import Place
from quotations.text.html.blocks import squeezed

_BLANK = " \t\n\r\f"
#: Kinds whose neighbours of the same kind stand on the next line, not in the next paragraph.
_LINES = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


@dataclass(slots=True)
class DraftBlock:
    """A block while the page is read."""

    start: int
    end: int
    kind: BlockKind
    place: Place
    ids: list[str] = field(default_factory=list)
    linked: int = 0  #: characters inside links
    number: int | None = None  #: of an item of a numbered list

    @property
    def bare(self) -> int:
        """Characters outside links."""
        return self.end - self.start - self.linked


@dataclass(slots=True)
class DraftLink:
    """A link while the page is read; *start* and *end* are tightened at the end."""

    start: int
    end: int
    href: str
    element: str
    place: Place
    rel: tuple[str, ...] = ()
    classes: str = ""
    raised: bool = False  #: inside a ``sup``
    id: str | None = None
    original: str | None = None
    as_of: str | None = None
    block: int = 0  #: index of the block in which it begins


@dataclass(slots=True)
class DraftInline:
    """A run of inline mark-up while the page is read."""

    start: int
    end: int
    kind: InlineKind
    cite: str | None = None


class Canvas:
    """Where the walk over a page writes."""

    __slots__ = (
        "_blank",
        "_ids",
        "_line",
        "_open",
        "_words",
        "blocks",
        "inlines",
        "links",
        "number",
        "open_links",
        "size",
        "targets",
    )

    def __init__(self) -> None:
        self.blocks: list[DraftBlock] = []
        self.links: list[DraftLink] = []
        self.inlines: list[DraftInline] = []
        self.targets: dict[str, tuple[int, int]] = {}  #: id → first and last-but-one block of its element
        self.open_links = 0
        self.number: int | None = None  #: of the list item that begins now
        self.size = 0
        self._words: list[str] = []
        self._blank = False
        self._line = False
        self._open: DraftBlock | None = None
        self._ids: list[str] = []

    @property
    def text(self) -> str:
        """All words set down so far."""
        return "".join(self._words)

    def write(self, data: str, place: Place, *, kept: bool = False) -> None:
        """Set down *data*; *kept* keeps its blanks and line ends as they are (``pre``)."""
        if kept:
            self._write_kept(data, place)
            return
        if not data:
            return
        words = squeezed(str(data))  # a string of a tree cuts itself in Python
        if words == " ":
            self._blank = True
            return
        leading, trailing = words[0] == " ", words[-1] == " "
        words = words[leading : len(words) - trailing]
        self._put(words, place, blank=leading)
        self._blank = trailing

    def _write_kept(self, data: str, place: Place) -> None:
        data = data.replace("\r\n", "\n").replace("\r", "\n")
        if self._open is None:
            data = data.lstrip("\n")
        if not data or (self._open is None and not data.strip()):
            return
        self._put(data, place, blank=False)

    def _put(self, words: str, place: Place, *, blank: bool) -> None:
        block = self._open
        if block is None:
            block = self._begin(place)
        elif self._line:
            self._add("\n")
        elif blank or self._blank:
            self._add(" ")
        self._line = False
        self._blank = False
        self._add(words)
        block.end = self.size
        if self.open_links:
            block.linked += len(words)

    def _begin(self, place: Place) -> DraftBlock:
        if self.blocks:
            before = self.blocks[-1].kind
            self._add("\n" if before is place.kind and before in _LINES else "\n\n")
        block = DraftBlock(self.size, self.size, place.kind, place)
        block.ids, self._ids = self._ids, []
        block.number, self.number = self.number, None
        self.blocks.append(block)
        self._open = block
        return block

    def _add(self, words: str) -> None:
        self._words.append(words)
        self.size += len(words)

    def line(self) -> None:
        """A line break inside a block; a second one in a row ends the block, as old pages mean it."""
        if self._line:
            self.end_block()
        elif self._open is not None:
            self._line = True

    def end_block(self) -> None:
        """What follows stands in a block of its own."""
        self._open = None
        self._blank = False
        self._line = False

    def mark(self, id: str) -> None:
        """A fragment target stands here."""
        if self._open is not None:
            self._open.ids.append(id)
        else:
            self._ids.append(id)

    @property
    def block_number(self) -> int:
        """Index of the block that is open, or of the next one."""
        return len(self.blocks) - (self._open is not None)


def tightened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at its ends; an empty range stays where it is."""
    end = min(end, len(text))
    start = min(start, end)
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, end
