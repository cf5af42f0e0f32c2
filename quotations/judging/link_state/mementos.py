"""Archives' copies of a source: where to ask for the one nearest to a day, and whether what came is one.

The address is the one that the Wayback Machine, pywb and OpenWayback have in common,
``ARCHIVE/TIMESTAMPid_/ADDRESS`` (``id_``: the bytes as they were), which leads to the nearest copy. An archive's own
error page looks like a page: only the header ``Memento-Datetime`` makes it a copy (RFC 7089, 2.1.1).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from quotations.judging.link_state.content import by_content
from quotations.judging.link_state.ruling import Facts, parts
from quotations.judging.link_state.walls import by_wall
from quotations.model import READABLE_STATES, Capture, Citation, Memento, Text

_STAMP = re.compile(r"(/\d{4,14})(?:id_|mp_|if_)/")


def memento_address(archive: str, url: str, day: date) -> str:
    """Where *archive* (the address before its timestamps) leads to its copy of *url* nearest to noon of *day*."""
    return f"{archive.rstrip('/')}/{day:%Y%m%d}120000id_/{url}"


def as_memento(look: Capture, archive: str, original: str) -> Capture | None:
    """The look at an archive as a capture of its copy's own time; None where it is no copy of a page that answered."""
    said = look.header("memento-datetime")
    if said is None or look.failure is not None or look.status != 200 or look.truncated:
        return None
    try:
        at = parsedate_to_datetime(said)
    except ValueError:
        return None
    at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    host = parts(archive).hostname
    if host is None or parts(look.final_url or look.url).hostname != host:
        return None
    shown = _STAMP.sub(r"\1/", look.final_url or look.url, count=1)
    return replace(
        look, captured_at=at, final_url=shown, memento=Memento(archive=host, original=original, at=at, url=shown)
    )


def readable_copy(citation: Citation, copy: Capture, text: Text | None) -> bool:
    """Whether an archive's *copy* holds the page, and not a wall or a notice that the archive met instead of it."""
    if text is None:
        return False
    # The way through the archive's own redirects says nothing of the page.
    facts = Facts(citation, replace(copy, url=copy.memento.original if copy.memento else copy.url, hops=()), text)
    return by_wall(facts) is None and by_content(facts).state in READABLE_STATES


def days_between(first: datetime, last: datetime, number: int) -> list[date]:
    """So many days evenly between two moments, for narrowing down when a page changed."""
    step = (last - first) / (number + 1)
    days = [(first + step * n).date() for n in range(1, number + 1)]
    return sorted({day for day in days if first.date() < day < last.date() + timedelta(days=1)})
