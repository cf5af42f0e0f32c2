"""What is true of the text at one place of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotations.model import SegmentRole
from quotations.text.html.blocks import Label, Stream

#: Roles of whole parts of a page: they outweigh what a block in them is.
REGION_ROLES = frozenset((SegmentRole.NAV, SegmentRole.COMMENTS, SegmentRole.TEASER, SegmentRole.NOTE))


@dataclass(slots=True)
class Place:
    """The stream that text goes to, and the labels of its blocks."""

    stream: Stream
    role: SegmentRole | None = None  #: of the innermost block that has one
    region: SegmentRole | None = None  #: of the part of the page
    item: int | None = None
    junk: bool = False
    pre: bool = False
    label: Label = field(init=False)  #: of a block here

    def __post_init__(self) -> None:
        own = self.role or SegmentRole.BODY
        self.label = Label(self.region or own, own, self.item, self.junk)

    def with_role(self, role: SegmentRole, *, pre: bool = False, junk: bool = False) -> Place:
        """The place inside a block of *role*."""
        return Place(self.stream, role, self.region, self.item, junk or self.junk, pre or self.pre)

    def with_region(self, region: SegmentRole | None, *, junk: bool = False) -> Place:
        """The place inside a part of the page."""
        return Place(self.stream, self.role, region, self.item, junk or self.junk, self.pre)

    def with_item(self, item: int) -> Place:
        """The place inside a list item or a table row."""
        return Place(self.stream, self.role, self.region, item, self.junk, self.pre)
