"""Archives' copies: what a copy is a copy of, and the links that an archive rewrote in the pages that it keeps.

The addresses follow the archives' own documentation and, where they run it, pywb's and OpenWayback's
``/COLLECTION/TIMESTAMP[modifier]/ADDRESS`` (https://pywb.readthedocs.io, "URL rewriting").

>>> archived("https://web.archive.org/web/20191104101010/http://paper.example/a").original
'http://paper.example/a'
>>> unrewritten("/web/20191104101010/http://paper.example/a", "https://web.archive.org/web/20191104101010")
'http://paper.example/a'
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from quotations.model import ArchivedCopy
from quotations.urls.identity import Address, clean, resolve, split
from quotations.urls.rewriting import unescaped, web_address

#: Archives that keep pages under /…/TIMESTAMP/ADDRESS; a timestamp there may be short.
WAYBACKS = frozenset(
    {
        "web.archive.org",
        "wayback.archive.org",
        "www.web.archive.org",
        "web-beta.archive.org",
        "replay.waybackmachine.org",
        "replay.web.archive.org",
        "web.wayback.archive.org",
        "wayback.archive-it.org",
        "www.webarchive.org.uk",
        "webarchive.org.uk",
        "webarchive.nationalarchives.gov.uk",
        "arquivo.pt",
        "webarchive.loc.gov",
        "wayback.vefsafn.is",
        "vefsafn.is",
        "webarchive.parliament.uk",
        "swap.stanford.edu",
        "web.archive.bibalex.org",
        "webharvest.gov",
        "www.webharvest.gov",
        "www.collectionscanada.gc.ca",
        "webarchiveweb.bac-lac.gc.ca",
        "haw.nsk.hr",
        "timetravel.mementoweb.org",
        "perma-archives.org",
        "rejouer.perma.cc",
        "conifer.rhizome.org",
        "webrecorder.io",
        "webarchive.proni.gov.uk",
        "digital.library.yorku.ca",
        "nli.archive.org",
        "waext.banq.qc.ca",
        "nukrobi2.nuk.uni-lj.si",
        "veebiarhiiv.digar.ee",
    }
)

#: archive.today under all its names.
TODAYS = frozenset(f"archive.{suffix}" for suffix in ("today", "is", "ph", "li", "md", "vn", "fo"))

#: Archives whose addresses do not say of what they keep a copy; their answers do, by Memento's headers.
_BY_NAME = frozenset(
    {"perma.cc", "www.perma.cc", "webcitation.org", "www.webcitation.org", "freezepage.com", "ghostarchive.org"}
)

_STAMPED = re.compile(
    r"(?P<before>/(?:[^/]{1,80}/){0,3}?)(?P<stamp>\d{4,14}|\*|\d{4,13}\*)(?P<flags>[a-z]{2}_)?/(?P<page>[^/]*[.:%].*)",
    re.DOTALL,
)
_FULL_STAMP = re.compile(r"/\d{14}")
_TODAY_STAMPED = re.compile(r"/(?P<stamp>\d{4}\.\d\d\.\d\d-\d{6}|\d{14}|\d{8}|newest|oldest)/(?P<page>.+)", re.DOTALL)
_TODAY_OUT = re.compile(r"/o/[A-Za-z0-9]{3,8}/(?P<page>.+)", re.DOTALL)
_MEGALODON = re.compile(r"/(?:ref/)?(\d{4})-(\d\d)(\d\d)-(\d\d)(\d\d)-(\d\d)/(?P<page>.+)", re.DOTALL)
_PLAIN_HOST = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z]{2,24}(?:[:/]|$)", re.IGNORECASE)


def archived(url: str) -> ArchivedCopy | None:
    """What *url* is an archive's copy of, and of when; None when it is none, or does not say of what."""
    address = split(url)
    if address is None:
        return None
    host = _bare_host(address)
    whole = address.path + ("" if address.query is None else f"?{address.query}")
    if host in TODAYS:
        return _today(whole)
    if host == "webcache.googleusercontent.com":
        return _google_cache(address)
    if host in ("webcitation.org", "www.webcitation.org", "archive.wikiwix.com"):
        return _by_parameter(address)
    if host == "megalodon.jp":
        found = _MEGALODON.fullmatch(whole)
        return _copy(found["page"], "".join(found.groups()[:6])) if found else None
    known = host in WAYBACKS or host == "archive.org"
    if not known and not _FULL_STAMP.search(whole):
        return None
    found = _STAMPED.fullmatch(whole)
    if found and (known or len(found["stamp"]) == 14):
        return _copy(found["page"], found["stamp"], bare=known)
    if known and whole.startswith(("/web/http", "/save/http")):
        return _copy(whole.split("/", 2)[2], "")
    return None


def kept_by_archive(url: str) -> bool:
    """Whether *url* is an archive's copy, also where it does not say of what; such a page is never archived again.

    >>> kept_by_archive("https://perma.cc/AB12-CD34"), kept_by_archive("https://paper.example/")
    (True, False)
    """
    address = split(url)
    host = _bare_host(address) if address is not None else ""
    return host in TODAYS or host in _BY_NAME or archived(url) is not None


def archive_prefix(url: str) -> str | None:
    """For the address of an archive's copy, the part before the address of the page; None for any other address."""
    copy = archived(url)
    address = split(url)
    if copy is None or address is None:
        return None
    origin = f"{address.scheme}://{address.authority}"
    if _bare_host(address) in TODAYS:
        return origin
    found = _STAMPED.fullmatch(address.path)
    return f"{origin}{found['before']}{found['stamp'].rstrip('*')}" if found else origin


def unrewritten(href: str, prefix: str) -> str | None:
    """The address that *href* had before the archive at *prefix* rewrote it; None when it was not rewritten.

    *prefix* is that of `archive_prefix`. A copy with another timestamp is the author's own link into the archive.
    """
    if not clean(href).startswith(("/", "http")):
        return None
    address = split(resolve(href, f"{prefix}/") or "")
    home = split(prefix)
    if address is None or home is None:
        return None
    whole = clean(href).partition("#")
    fragment = f"#{whole[2]}" if whole[2] else ""
    path = address.path + ("" if address.query is None else f"?{address.query}")
    if _bare_host(home) in TODAYS:
        if _bare_host(address) not in TODAYS:
            return None
        found = _TODAY_OUT.fullmatch(path)
        return _page(found["page"], fragment) if found else None
    if _bare_host(address) != _bare_host(home):
        return None
    found = _STAMPED.fullmatch(path)
    if found is None or found["before"] != _folder(home.path):
        return None
    own = home.path.rpartition("/")[2]
    same = found["stamp"].startswith(own) or own.startswith(found["stamp"])
    return _page(found["page"], fragment) if same or not own else None


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _page(page: str, fragment: str) -> str | None:
    found = _original(page, bare=True)
    return found + fragment if found else None


def _bare_host(address: Address) -> str:
    return (address.authority or "").rpartition("@")[2].partition(":")[0]


def _today(whole: str) -> ArchivedCopy | None:
    found = _TODAY_STAMPED.fullmatch(whole)
    if found:
        return _copy(found["page"], re.sub(r"\D", "", found["stamp"]))
    found = _TODAY_OUT.fullmatch(whole)
    if found:
        return _copy(found["page"], "")
    return _copy(whole[1:], "") if whole.startswith(("/http:/", "/https:/")) else None


def _google_cache(address: Address) -> ArchivedCopy | None:
    found = re.search(r"(?:^|&)q=cache:(?:[\w-]{12}:)?([^&+]+)", address.query or "")
    return _copy(unescaped(found.group(1)), "") if found else None


def _by_parameter(address: Address) -> ArchivedCopy | None:
    found = re.search(r"(?:^|&)url=([^&]+)", address.query or "", re.IGNORECASE)
    if not found:
        return None
    day = re.search(r"(?:^|&)date=(\d{4})-(\d\d)-(\d\d)", address.query or "")
    return _copy(unescaped(found.group(1)), "".join(day.groups()) if day else "")


def _copy(page: str, stamp: str, *, bare: bool = True) -> ArchivedCopy | None:
    original = _original(page, bare=bare)
    return ArchivedCopy(original=original, at=_moment(stamp)) if original else None


def _original(page: str, *, bare: bool) -> str | None:
    """The address in an archive's path; *bare*: also one without its scheme, as old copies have it."""
    if "%3a" in page[:9].lower():
        page = unescaped(page)
    found = web_address(page)
    if found is None and bare and _PLAIN_HOST.match(page):
        found = f"http://{page}"
    return found


def _moment(stamp: str) -> datetime | None:
    """The moment of a Wayback timestamp, UTC; short ones begin their year, month or day. None when it is none."""
    digits = re.sub(r"\D", "", stamp)
    if len(digits) < 4 or "*" in stamp:
        return None
    digits += "00000101000000"[len(digits) :] if len(digits) != 5 and len(digits) != 7 else ""
    try:
        return datetime.strptime(digits[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
