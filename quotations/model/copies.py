"""What web archives hold of a source: copies with their times, and what an archive answered instead of a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit


class ArchiveFault(StrEnum):
    """Why an archive's answer is no answer to our question. Says nothing of the source."""

    UNREACHABLE = "unreachable"  #: no HTTP answer came
    DISALLOWED = "disallowed"  #: its robots.txt asks us not to look
    LIMITED = "limited"  #: asked to come back later
    BLOCKED = "blocked"  #: it keeps this source from everybody, or turns us away
    NOT_SERVED = "not_served"  #: it has no such door
    IN_TROUBLE = "in_trouble"  #: 5xx
    NO_LIST = "no_list"  #: a page where a list of copies was asked for
    DAMAGED = "damaged"  #: a list that breaks off or cannot be read
    SAID_NOTHING = "said_nothing"  #: an empty answer that does not mean that nothing is held
    NO_MEMENTO = "no_memento"  #: a page of the archive's own, not a copy
    LED_AWAY = "led_away"  #: redirected out of the archive
    BUDGET = "budget"  #: asked often enough in this run


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldCopy:
    """One copy that an archive lists."""

    at: datetime  #: aware, UTC
    original: str  #: the address as it was captured
    status: int | None = None  #: None where the list does not say
    digest: str | None = None  #: of the body, as the archive counts it (base32 of SHA-1)
    url: str | None = None  #: of the copy, where the list gives it (URI-M)
    archive: str = ""  #: name of the archive; empty in a list by itself

    @property
    def answered(self) -> bool:
        """Whether the page may have answered with its content: 200, or a list without statuses."""
        return self.status is None or self.status == 200


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyList:
    """The copies of one source that an archive lists, oldest first."""

    copies: tuple[HeldCopy, ...] = ()
    whole: bool = True  #: False where it was cut, by a limit or on the way
    fault: ArchiveFault | None = None  #: why there is no list
    detail: str = ""  #: of the fault, for people
    rejected: int = 0  #: entries that could not be read
    pages: tuple[str, ...] = ()  #: further pages of the list, unread


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAnswer:
    """What an archive that was asked to save a page says of it."""

    status: str  #: "pending", "success" or "error"
    job: str | None = None
    at: datetime | None = None  #: of the new copy
    original: str | None = None
    http_status: int | None = None
    error: str | None = None  #: the archive's own word, without ``error:``
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """The doors of one archive; empty where it has none. Delays are seconds."""

    name: str  #: for people
    copies: str = ""  #: before TIMESTAMPid_/PAGE
    timegate: str = ""  #: before PAGE
    timemap: str = ""  #: before PAGE
    cdx: str = ""  #: before its query
    available: str = ""  #: before its query
    save: str = ""
    delay: float | None = None  #: between copies; None: as for any other server
    list_delay: float | None = None  #: between lists; None: 2.5, none at admitted addresses
    budget: int = 200  #: requests for one article

    @property
    def doors(self) -> tuple[str, ...]:
        """All that are there."""
        return tuple(filter(None, (self.copies, self.timegate, self.timemap, self.cdx, self.available, self.save)))

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts whose answers are the archive's own."""
        return frozenset(host for door in self.doors if (host := urlsplit(door).hostname))
