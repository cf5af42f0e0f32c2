"""When an archive's answer is no answer: told from its status and headers, and never held against the source."""

from __future__ import annotations

from quotations.model import ArchiveFault, Capture, Failure

_FAILURES = {
    Failure.ROBOTS: ArchiveFault.DISALLOWED, Failure.BUDGET: ArchiveFault.BUDGET, Failure.SCHEME: ArchiveFault.LED_AWAY,
    Failure.BLOCKED_ADDRESS: ArchiveFault.LED_AWAY, Failure.NOT_FOLLOWED: ArchiveFault.LED_AWAY,
    Failure.TOO_LARGE: ArchiveFault.DAMAGED, Failure.REDIRECT_LOOP: ArchiveFault.NO_MEMENTO,
}  # fmt: skip
_STATUS = {
    400: ArchiveFault.NOT_SERVED, 401: ArchiveFault.BLOCKED, 403: ArchiveFault.BLOCKED, 404: ArchiveFault.NOT_SERVED,
    405: ArchiveFault.NOT_SERVED, 410: ArchiveFault.NOT_SERVED, 429: ArchiveFault.LIMITED, 451: ArchiveFault.BLOCKED,
    501: ArchiveFault.NOT_SERVED,
}  # fmt: skip

#: After so many of these faults an archive is asked nothing more in this run.
RESTS = {ArchiveFault.LIMITED: 1, ArchiveFault.BUDGET: 1, ArchiveFault.UNREACHABLE: 3}
#: Faults of one door, behind which another may still answer.
NEXT_DOOR = frozenset({
    ArchiveFault.NOT_SERVED, ArchiveFault.NO_LIST, ArchiveFault.DAMAGED, ArchiveFault.IN_TROUBLE, ArchiveFault.SAID_NOTHING,
    ArchiveFault.NO_MEMENTO, ArchiveFault.DISALLOWED, ArchiveFault.UNREACHABLE,
})  # fmt: skip


def fault_of(look: Capture) -> tuple[ArchiveFault, str] | None:
    """What is amiss with the answer to a question for a list, in a word and for people; None when it may be read."""
    if look.failure is not None:
        fault = _FAILURES.get(look.failure, ArchiveFault.UNREACHABLE)
        # What may not be fetched at the very door is no way out of the archive.
        fault = ArchiveFault.UNREACHABLE if fault is ArchiveFault.LED_AWAY else fault
        return fault, look.detail or look.failure.value
    status = look.status or 0
    if status == 503 and look.retry_after is not None:
        return ArchiveFault.LIMITED, "503, come back later"
    if status in _STATUS:
        return _STATUS[status], _words(look, status)
    if status >= 500 or status == 0:
        return ArchiveFault.IN_TROUBLE, f"HTTP {status}"
    if not 200 <= status < 300:
        return ArchiveFault.NOT_SERVED, f"HTTP {status}"
    return None


def copy_fault(look: Capture, hosts: frozenset[str], host: str | None) -> tuple[ArchiveFault, str] | None:
    """What is amiss with the answer to a question for a copy; None when it is one, of whatever status.

    An archived error carries `Memento-Datetime` as every copy does; an archive's own error page does not (RFC 7089,
    2.1.1), whatever status it wears.
    """
    if look.failure is not None:
        return _FAILURES.get(look.failure, ArchiveFault.UNREACHABLE), look.detail or look.failure.value
    if host not in hosts:
        return ArchiveFault.LED_AWAY, f"led on to {host}"
    if look.header("memento-datetime") is not None:
        return None
    if look.status in (429, 503):
        return ArchiveFault.LIMITED, f"HTTP {look.status}"
    if look.status is not None and look.status >= 500:
        return ArchiveFault.IN_TROUBLE, f"HTTP {look.status}"
    return ArchiveFault.NO_MEMENTO, f"a page of the archive’s own, HTTP {look.status}"


def _words(look: Capture, status: int) -> str:
    """The Wayback Machine says in a header why it keeps a site back."""
    why = look.header("x-archive-wayback-runtime-error") or ""
    return f"HTTP {status}, {why.rpartition(':')[2].strip()}" if why else f"HTTP {status}"
