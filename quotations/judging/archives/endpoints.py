"""An archive's doors: given one by one, or derived from the address before its timestamps.

The rule for a plain address ``P`` (``https://web.archive.org/web/``, ``https://archive.example/collection/``): a copy is
``P`` + timestamp + ``id_/`` + page (``id_``: the bytes as they were), the TimeGate ``P`` + page, the TimeMap ``P`` +
``timemap/link/`` + page, as the Wayback Machine, OpenWayback and pywb have it; CDX is ``/cdx/search/cdx`` of the same host
where ``P`` ends in ``/web/``, else ``P`` + ``cdx``, as pywb has it. The availability interface and Save Page Now are
archive.org's own.

>>> endpoints_of("https://archive.example/collection").cdx
'https://archive.example/collection/cdx'
>>> endpoints_of("https://web.archive.org/web/").cdx
'https://web.archive.org/cdx/search/cdx'
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import quote, urlsplit

from quotations.judging.archives.stamps import http_date, stamp
from quotations.model import Endpoints, HeldCopy

#: More copies of one page than these are asked for only around the day that counts.
MOST_LISTED = 10_000

_INTERNET_ARCHIVE = "web.archive.org"
_STAMPED = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def endpoints_of(address: str) -> Endpoints:
    """The endpoints that follow from the address before an archive's timestamps."""
    prefix = address.rstrip("/") + "/"
    cut = urlsplit(prefix)
    origin = f"{cut.scheme}://{cut.netloc}"
    internet_archive = cut.hostname == _INTERNET_ARCHIVE
    return Endpoints(
        name=cut.hostname or address,
        copies=prefix,
        timegate=prefix,
        timemap=f"{prefix}timemap/link/",
        cdx=f"{origin}/cdx/search/cdx" if cut.path.endswith("/web/") else f"{prefix}cdx",
        available="https://archive.org/wayback/available" if internet_archive else "",
        save=f"{origin}/save" if internet_archive else "",
    )


def cdx_address(ends: Endpoints, page: str, since: datetime | None = None) -> str:
    """Where the list of *page*'s copies is, all or those *since* a moment; oldest first."""
    first = f"&from={stamp(since)}" if since else ""
    return f"{ends.cdx}{_mark(ends.cdx)}url={quote(page, safe='')}&output=json&limit={MOST_LISTED}{first}"


def timemap_address(ends: Endpoints, page: str) -> str:
    """Where the TimeMap of *page* is (RFC 7089, 4.4)."""
    return ends.timemap + page


def available_address(ends: Endpoints, page: str, at: datetime) -> str:
    """Where the Wayback Machine says which copy of *page* is nearest to *at*."""
    return f"{ends.available}{_mark(ends.available)}url={quote(page, safe='')}&timestamp={stamp(at)}"


def timegate_address(ends: Endpoints, page: str, at: datetime) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The TimeGate of *page* with the headers that ask for *at* (RFC 7089, 4.1); raw bytes preferred, as pywb offers them.

    The fragment never leaves this machine: it tells two moments asked of one TimeGate apart where answers are kept.
    """
    headers = (("Accept-Datetime", http_date(at)), ("Prefer", "raw"))
    return f"{ends.timegate}{page}#accept-datetime={stamp(at)}", headers


def stamped_address(ends: Endpoints, page: str, at: datetime) -> str:
    """The address that leads to the copy of *page* nearest to *at*, where there is neither list nor TimeGate."""
    return f"{ends.copies.rstrip('/')}/{stamp(at)}id_/{page}"


def copy_address(ends: Endpoints, copy: HeldCopy) -> str | None:
    """Where the raw bytes of *copy* are; None where the archive does not say.

    A TimeMap's own address may be on another host, as an aggregator's is: it is asked as it stands, unless it has a
    timestamp behind which ``id_`` asks for the bytes.
    """
    if ends.copies:
        return stamped_address(ends, copy.original, copy.at)
    if copy.url is None:
        return None
    return _STAMPED.sub(r"/\1id_/", copy.url, count=1)


def _mark(door: str) -> str:
    return "&" if "?" in door else "?"
