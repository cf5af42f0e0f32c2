"""When a page lost the quoted words: as near as its copies tell, by as few of them as can be."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from audit.service.copies.desk import SAME
from quotations.judging import Looked
from quotations.judging.archives.choosing import Narrowing
from quotations.judging.archives.clearing import placed_in
from quotations.model import Finding, HeldCopy

#: So many copies are looked at.
LOOKS = 20


@dataclass(frozen=True, slots=True)
class Span:
    """From a copy that has the words to a look at the page, which has not."""

    had: datetime
    lacks: datetime


async def lost_between(
    look: Callable[[HeldCopy], Awaitable[Looked | None]], finding: Finding, held: Sequence[HeldCopy], span: Span
) -> tuple[datetime, datetime, bool]:
    """When the words of *finding* were last seen in a copy, when they were first missed, and whether on the live page.

    *look* fetches a copy; None where it cannot be read, which tells nothing.
    """
    narrowing = Narrowing([copy for copy in held if span.had < copy.at < span.lacks])
    looks = 0
    while (copy := narrowing.next()) is not None and looks < LOOKS:
        looks += 1
        seen = await look(copy)
        if seen is None or abs(seen.capture.captured_at - copy.at) > SAME:
            narrowing.tell(copy, None)
            continue
        narrowing.tell(copy, await asyncio.to_thread(placed_in, finding, seen) is not None)
        seen.index = None  # made again if need be; of hundreds of copies the indices would be too many
    last = narrowing.last.at if narrowing.last else span.had
    lost = narrowing.lost.at if narrowing.lost else span.lacks
    return last, lost, narrowing.lost is None
