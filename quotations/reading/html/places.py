"""Where on the page a piece of text stands: what surrounds it and what that makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from quotations.reading.document import BlockKind
from quotations.values import plain_value


@dataclass(slots=True, eq=False)
class Surround:
    """An element that may hold the article, or may be none of it; its prose is weighed when all is read."""

    reason: str  #: "element nav", "class related-posts" …
    rank: int = 0  #: of a body: the lower, the more telling
    prose: int = 0  #: characters outside links in its longer blocks
    weak: bool = False  #: counts only where links outweigh words: an aside of the article may be a note to it
    bare: int = 0  #: characters outside links in all its blocks
    linked: int = 0  #: characters inside links


@plain_value
class Place:
    """What the surroundings say of a piece of text; shared by all that stands in the same element."""

    kind: BlockKind = BlockKind.PARAGRAPH
    quote_depth: int = 0
    quote_group: int | None = None
    cite: str | None = None
    chrome: tuple[Surround, ...] = ()  #: outermost first
    bodies: tuple[Surround, ...] = ()
    in_article: bool = False
    notes: bool = False  #: inside an element that holds notes
    kept: bool = False  #: blanks are kept

    def of(self, kind: BlockKind, *, kept: bool) -> Place:
        """The same place for blocks of that kind; itself where nothing changes."""
        if kind is self.kind and kept is self.kept:
            return self
        return Place(
            kind,
            self.quote_depth,
            self.quote_group,
            self.cite,
            self.chrome,
            self.bodies,
            self.in_article,
            self.notes,
            kept,
        )
