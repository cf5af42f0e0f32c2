"""Where a saved page comes from: what its saver wrote down, what it says itself, and whether an archive kept it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from quotations.urls import archive_prefix, archived, host_of, resolve, scheme_of, unrewritten, unwrap
from quotations.values import plain_value

_SAVED_FROM = re.compile(r"\s*saved from url=\(\d{1,8}\)(\S+)", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"(?:Page saved with|Archive processed by) SingleFile", re.IGNORECASE)
_LINE = re.compile(r"^\s*(url|saved date)\s*:\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_HTTRACK = re.compile(r"\s*Mirrored from (\S+) by HTTrack Website Copier/[^,]{0,60},\s*(.{0,60}?)\s*$", re.DOTALL)
_WAYBACK = re.compile(r"\s{0,20}FILE ARCHIVED ON (\d\d:\d\d:\d\d) ([A-Z][a-z]{2} \d\d?, \d{4})\b")
_GMT = re.compile(r"([A-Z][a-z]{2}) ([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_LOOPBACK = re.compile(r"localhost$|.+\.localhost$|.+\.local$")
_ENOUGH_LINKS = 3
_INTERNET_ARCHIVE = "https://web.archive.org"


@plain_value
class Saved:
    """What a program that saved the page wrote into it."""

    url: str | None = None
    at: str | None = None  #: ISO 8601
    by: str = ""


def saver_record(comments: tuple[str, ...]) -> Saved:
    """The saver's signature among a page's first comments (Chrome, Edge, SingleFile, HTTrack)."""
    for comment in comments:
        found = _SAVED_FROM.match(comment)
        if found:
            return Saved(found.group(1), None, "comment “saved from url”")
        if _SINGLE_FILE.search(comment):
            lines = {key.lower(): value for key, value in _LINE.findall(comment)}
            return Saved(lines.get("url"), moment(lines.get("saved date", "")), "SingleFile’s comment")
        found = _WAYBACK.match(comment)
        if found:
            return Saved(None, _clock(*found.groups()), "the Internet Archive’s comment")
        found = _HTTRACK.match(comment)
        if found:
            return Saved(f"http://{found.group(1)}", moment(found.group(2)), "HTTrack’s comment")
    return Saved()


def scrapbook_record(attributes: Mapping[str, str]) -> Saved:
    """What WebScrapBook notes at a page's root element: the address, and the moment in UTC to the millisecond."""
    day = re.match(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)", attributes.get("data-scrapbook-create", ""))
    try:
        at = datetime(*map(int, day.groups()), tzinfo=UTC).isoformat() if day else None  # type: ignore[arg-type,misc]
    except ValueError:
        at = None
    return Saved(attributes.get("data-scrapbook-source") or None, at, "WebScrapBook’s attributes")


def _clock(clock: str, day: str) -> str | None:
    try:
        return datetime.strptime(f"{day} {clock} +0000", "%b %d, %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return None


def moment(words: str) -> str | None:
    """An ISO moment from a browser's or a mail's way of writing one; None when *words* are none."""
    found = _GMT.match(words.strip())
    try:
        if found:
            _, month, day, year, clock, zone = found.groups()
            return datetime.strptime(f"{day} {month} {year} {clock} {zone}", "%d %b %Y %H:%M:%S %z").isoformat()
        return parsedate_to_datetime(words.strip()).isoformat()
    except (ValueError, IndexError, TypeError):
        return None


def public(url: str | None, base: str | None = None, archive: str | None = None) -> str | None:
    """*url* as an address under which anybody finds the page: no disk, no proxy, no archive; None when it is none."""
    if not url:
        return None
    if archive:
        url = unrewritten(url, archive) or url
    found = resolve(url, base)
    if found is None or scheme_of(found) not in ("http", "https"):
        return None
    found = unwrap(found)
    copy = archived(found)
    if copy is not None:
        found = unwrap(copy.original)
    host = host_of(found)
    return found if host and not _LOOPBACK.match(host) else None


def is_own_machine(url: str | None) -> bool:
    """Whether *url* is on the machine that it was asked for on: a preview, where nobody else finds the page."""
    return url is not None and (host_of(url) or "").strip("[]").startswith(("127.", "::1"))


def is_root(url: str) -> bool:
    """Whether *url* is a site's front page."""
    path = url.split("#")[0].split("?")[0]
    return path.count("/") <= 3 and path.endswith("/")


def archive_by_links(hrefs: list[str]) -> str | None:
    """The archive whose rewriting most of a page's links show; None when no one archive and moment stands out."""
    # The Wayback Machine writes its links from the root of its own host.
    whole = [_INTERNET_ARCHIVE + href if href.startswith("/web/") else href for href in hrefs[:2000]]
    prefixes = Counter(prefix for prefix in map(archive_prefix, whole) if prefix and prefix[-14:].isdigit())
    outgoing = sum(href.startswith(("http://", "https://")) for href in whole)
    if not prefixes:
        return None
    prefix, count = prefixes.most_common(1)[0]
    return re.sub(r"(\d{14})[a-z]{2}_$", r"\1", prefix) if count >= _ENOUGH_LINKS and count > 0.6 * outgoing else None
