"""Why a source gave no answer, as one typed exception; what Twisted, OpenSSL and Scrapy raise is named here."""

from __future__ import annotations

import errno

from scrapy.exceptions import IgnoreRequest

from quotations.errors import CrawlError
from quotations.model import Failure, RobotsDecision, TlsFault

_SHORTAGES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ENOBUFS, errno.ENOSPC, errno.EADDRNOTAVAIL})


class Failed(IgnoreRequest):
    """There is no answer from the source. Never an error of ours: it becomes the capture's failure.

    Args:
        failure: the kind.
        detail: for people, one line.
        connected: whether a connection stood when it failed.
        certificate: what was wrong with the certificate, if only that was at fault: a second, unverified look makes sense.
        again: whether one more try makes sense.
        robots: the decision, when robots.txt is the reason.
    """

    def __init__(
        self,
        failure: Failure,
        detail: str,
        *,
        connected: bool = False,
        certificate: tuple[TlsFault, ...] = (),
        again: bool = False,
        robots: RobotsDecision | None = None,
    ) -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = one_line(detail)
        self.connected = connected
        self.certificate = certificate
        self.again = again
        self.robots = robots


class Shortage(CrawlError):
    """This machine ran out of something; no source is to blame."""

    code = "shortage"


def shortage(error: BaseException) -> Shortage | None:
    """The shortage of our own behind *error* (descriptors, memory, disk, ports), or None."""
    if isinstance(error, MemoryError):
        return Shortage("out of memory", hint="lower the number of requests at a time, or free memory")
    number = getattr(error, "osError", None) or getattr(error, "errno", None)
    if number in _SHORTAGES:
        return Shortage(
            f"this machine ran short: {errno.errorcode[number]}",
            hint="raise the limit of open files (ulimit -n) or lower the number of requests at a time",
        )
    return None


def one_line(text: str, limit: int = 300) -> str:
    """*text* from outside as one printable line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[: 2 * limit]).split())[:limit]
