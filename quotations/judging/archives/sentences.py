"""What archives say of a link, in sentences that a person can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from quotations.judging.archives.choosing import NEAR, first_error, last_answer
from quotations.judging.days import in_words
from quotations.model import ArchiveFault, HeldCopy, Memento

_FAULTS = {
    ArchiveFault.UNREACHABLE: "could not be reached",
    ArchiveFault.DISALLOWED: "asks in its robots.txt not to be asked",
    ArchiveFault.LIMITED: "asked us to come back later",
    ArchiveFault.BLOCKED: "keeps this page back",
    ArchiveFault.NOT_SERVED: "has no list of copies where one was asked for",
    ArchiveFault.IN_TROUBLE: "reported an error of its own",
    ArchiveFault.NO_LIST: "sent a page in place of a list of copies",
    ArchiveFault.DAMAGED: "sent what could not be read",
    ArchiveFault.SAID_NOTHING: "named no copy, which may mean nothing",
    ArchiveFault.NO_MEMENTO: "sent no copy where it lists one",
    ArchiveFault.LED_AWAY: "led out of its own copies",
    ArchiveFault.BUDGET: "was asked often enough for this article",
}


def nearest(copy: Memento, day: date) -> str:
    """That an archive has a copy, and how near to the day cited."""
    return f"{copy.archive} has a copy of {in_words(copy.at)}, {_apart(copy.at, day)}"


def either_side(near: datetime, across: datetime, day: date, *, agree: bool, same: bool) -> str:
    """Whether the copy on the other side of the day cited says the same; if not, for how long that is uncertain.

    *same*: word for word; else copies that *agree* do so but for small changes.
    """
    if agree:
        much = "the same" if same else "nearly the same"
        return f"the copy of {in_words(across)}, on the other side of that day, says {much}"
    span = counted(abs((across.date() - near.date()).days))
    return f"the copy of {in_words(across)} reads differently, so what stood there on {in_words(day)} is uncertain by {span}"


def words_uncertain(having: datetime, lacking: datetime, day: date) -> str:
    """That only one of the copies around the day cited has the words."""
    span = counted(abs((having.date() - lacking.date()).days))
    return (
        f"the quoted words stand in the copy of {in_words(having)} and not in that of {in_words(lacking)}: "
        f"whether they stood there on {in_words(day)} is uncertain by {span}"
    )


def drifted(last: datetime, lost: datetime, *, live: bool) -> str:
    """Between which days a page lost the words."""
    where = "page of today" if live else f"copy of {in_words(lost)}"
    return f"the quoted words stood in the copy of {in_words(last)} and are gone from the {where}"


def words_missing(copies: Iterable[datetime]) -> str:
    """That the copies near the day cited lack the words as well."""
    days = [in_words(at) for at in sorted(copies)]
    copies_of = "copy" if len(days) == 1 else "copies"
    return f"the quoted words do not stand in the archived {copies_of} of {' and '.join(days)} either"


def last_seen(copies: Sequence[HeldCopy], now: datetime, told_of: Iterable[datetime] = ()) -> str | None:
    """When an archive last saw the page answer, and what it saw since; None where that adds nothing to copies *told_of*."""
    last = last_answer(copies)
    if last is None:
        return None
    error = first_error(copies, last.at)
    lately = now - last.at <= NEAR
    if error is None and not lately and last.at.date() in {at.date() for at in told_of}:
        return None
    told = f"{last.archive} last saw it answer on {in_words(last.at)}"
    if lately:
        told += f", {_before(last.at, now)}"
    if error is not None:
        told += f", and {error.status} from {in_words(error.at)} on"
    return told


def nothing_held(archives: Iterable[str]) -> str:
    """That no archive that was asked has a copy."""
    names = list(archives)
    return f"{' and '.join(names)} {'has' if len(names) == 1 else 'have'} no copy of it"


def trouble(archive: str, fault: ArchiveFault, detail: str) -> str:
    """Why an archive could not say."""
    more = f" ({detail})" if detail and fault is not ArchiveFault.NO_LIST else ""  # there it says the same again
    return f"{archive} {_FAULTS[fault]}{more}"


def counted(days: int) -> str:
    """A number of days."""
    return "1 day" if days == 1 else f"{days} days"


def _apart(at: datetime, day: date) -> str:
    apart = abs((at.date() - day).days)
    return "of that day" if apart == 0 else f"{counted(apart)} from the day cited"


def _before(at: datetime, now: datetime) -> str:
    days = (now.date() - at.date()).days
    return "the day of this look" if days <= 0 else f"{counted(days)} before this look"
