"""Labels that only the whole of an element's text can settle, given when the walk leaves it.

Each function begins an element and answers what is to be done at its end.
"""

from __future__ import annotations

from collections.abc import Callable

from quotations.model import SegmentRole
from quotations.text.html.blocks import Stream
from quotations.text.html.places import REGION_ROLES
from quotations.text.html.walked import Walked

_LAYOUT = 400  # code points: a cell with more lays out the page
_NAV, _CAPTION = 1500, 600  # more prose outside links than this is not what its class says


def both(first: Callable[[], None] | None, second: Callable[[], None] | None) -> Callable[[], None] | None:
    """One after the other."""
    if first is None or second is None:
        return first or second

    def leave() -> None:
        first()
        second()

    return leave


def cell(stream: Stream, out: Walked) -> Callable[[], None] | None:
    """A table's cell; one with much text lays out the page: its blocks are the page's own."""
    if stream is not out.shown:
        return None
    start, first = stream.length, len(stream.blocks)

    def leave() -> None:
        blocks, settled = stream.blocks, out.settled
        inner: list[tuple[int, int]] = []
        while settled and settled[-1][0] >= first:
            inner.append(settled.pop())
        if stream.length - start > _LAYOUT:
            at = first
            for begin, end in (*reversed(inner), (len(blocks), len(blocks))):
                for block in blocks[at:begin]:
                    if block.role is SegmentRole.TABLE:
                        block.role, block.item = SegmentRole.BODY, None
                at = end
        settled.append((first, len(blocks)))

    return leave


def aside(stream: Stream, out: Walked) -> Callable[[], None]:
    """An aside made of links leads elsewhere; others (pull quotes, boxes) are text."""
    start, first, linked = stream.length, len(stream.blocks), out.linked
    out.asides += 1

    def leave() -> None:
        out.asides -= 1
        if not out.asides and stream is out.shown and (out.linked - linked) * 2 > stream.length - start:
            for block in stream.blocks[first:]:
                if block.role not in REGION_ROLES:
                    block.role = SegmentRole.TEASER

    return leave


def second_look(out: Walked, allowed: int) -> Callable[[], None]:
    """A part named junk, navigation or caption that holds more prose than *allowed* is text: class names lie."""
    stream = out.shown
    start, first, linked = stream.length, len(stream.blocks), out.linked

    def leave() -> None:
        prose = stream.length - start - (out.linked - linked)
        if prose <= allowed:
            return
        for block in stream.blocks[first:]:
            block.junk = False
            if (block.role is SegmentRole.NAV and prose > _NAV) or (
                block.role is SegmentRole.CAPTION and prose > _CAPTION
            ):
                block.role = SegmentRole.BODY if block.own is SegmentRole.CAPTION else block.own

    return leave
