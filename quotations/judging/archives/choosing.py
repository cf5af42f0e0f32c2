"""Which of an archive's copies to look at: those around a day, and the fewest that tell when a page changed.

That the text of a day is certain only where the copies on either side of it agree is after Jones, Van de Sompel,
Shankar, Klein, Tobin and Grover, "Scholarly Context Adrift" (PLOS ONE 11(12), 2016).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quotations.model import HeldCopy

#: A copy so near to the day cited, or an answer so lately, is near.
NEAR = timedelta(days=30)


def completed(copies: Iterable[HeldCopy]) -> tuple[HeldCopy, ...]:
    """*copies* by time; one whose status is not told (a revisit) has that of another with the same bytes."""
    ordered = sorted(copies, key=lambda copy: copy.at)
    known = {copy.digest: copy.status for copy in ordered if copy.digest and copy.status is not None}
    return tuple(
        replace(copy, status=known[copy.digest]) if copy.status is None and copy.digest in known else copy
        for copy in ordered
    )


def nearest_first(copies: Iterable[HeldCopy], moment: datetime) -> list[HeldCopy]:
    """The copies that may hold the page, nearest to *moment* first; where none does, those that lead on to one."""
    held = list(copies)
    found = [copy for copy in held if copy.answered]
    found = found or [copy for copy in held if copy.status is not None and 300 <= copy.status < 400]
    return sorted(found, key=lambda copy: abs(copy.at - moment))


def other_side(copies: Iterable[HeldCopy], copy: HeldCopy, moment: datetime) -> HeldCopy | None:
    """The copy nearest to *moment* on the side of it where *copy* does not lie; None where there is none."""
    later = copy.at < moment
    across = [one for one in copies if one.answered and (one.at >= moment if later else one.at < moment)]
    return min(across, key=lambda one: abs(one.at - moment), default=None)


def last_answer(copies: Iterable[HeldCopy]) -> HeldCopy | None:
    """The newest copy that the archive says answered with 200."""
    return max((copy for copy in copies if copy.status == 200), key=lambda copy: copy.at, default=None)


def first_error(copies: Iterable[HeldCopy], after: datetime) -> HeldCopy | None:
    """The oldest copy *after* a moment whose page was an error; None where none is listed."""
    errors = (copy for copy in copies if copy.at > after and copy.status is not None and copy.status >= 400)
    return min(errors, key=lambda copy: copy.at, default=None)


class Narrowing:
    """When a page lost something, told by as few copies as can be: halves, each copy of known bytes unasked.

    Args:
        copies: those between the last that has it and the moment when it is gone.
    """

    def __init__(self, copies: Sequence[HeldCopy]) -> None:
        self._left = [copy for copy in sorted(copies, key=lambda copy: copy.at) if copy.answered]
        self.last: HeldCopy | None = None  #: the newest that has it, of those asked
        self.lost: HeldCopy | None = None  #: the oldest that has it not, of those asked

    def next(self) -> HeldCopy | None:
        """The copy to look at; None when all is told."""
        return self._left[len(self._left) // 2] if self._left else None

    def tell(self, copy: HeldCopy, has: bool | None) -> None:
        """Whether *copy* has it; None where that cannot be told."""
        if has is None:
            self._left.remove(copy)
        elif has:
            self.last = copy
            self._left = [one for one in self._left if one.at > copy.at]
        else:
            self.lost = copy
            self._left = [one for one in self._left if one.at < copy.at]
