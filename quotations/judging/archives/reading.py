"""Whatever an archive answers where its copies of a page are asked for: told by what it looks like, never trusted.

A link-format or JSON TimeMap (RFC 7089, 5; the JSON of Memento aggregators), CDX in each of its forms, the Wayback
Machine's availability answer. A page where a list was due is a fault of the archive, not a finding about the source.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from quotations.judging.archives.cdx import copy_of, rows_of_arrays, rows_of_objects, rows_of_words
from quotations.judging.archives.link_format import links, whole
from quotations.judging.archives.stamps import of_http_date, of_stamp
from quotations.model import ArchiveFault, CopyList, HeldCopy

#: So many copies of one page are taken from one answer.
MOST = 50_000
#: So many further pages of a TimeMap are named.
MOST_PAGES = 8
#: Of an answer in words only the beginning is looked at.
_HEAD = 400


def read_copies(data: bytes, *, page: str, truncated: bool = False) -> CopyList:
    """The copies of *page* that an archive's answer lists; *truncated*: the answer is only a beginning."""
    text = data.decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if not text:
        return CopyList(whole=not truncated)
    if text[0] == "<":
        found = _timemap(text, page) if _is_links(text) else _no_list(text)
    elif text[0] in "[{":
        found = _json(text, page)
    elif _says_none(text):
        found = CopyList()
    elif "AccessControlException" in text[:_HEAD]:
        found = CopyList(whole=False, fault=ArchiveFault.BLOCKED, detail=text[:_HEAD].rpartition(":")[2].strip()[:200])
    else:
        found = _listed(rows_of_words(text.splitlines()))
    if truncated and found.fault is None:
        return CopyList(copies=found.copies, whole=False, rejected=found.rejected, pages=found.pages)
    return found


def _says_none(said: str) -> bool:
    """Whether an answer says in words that nothing is held, as indexes of Common Crawl and pywb do under 404."""
    return said[:_HEAD].lower().startswith(("no captures found", "no resource found"))


def from_link_header(said: str, page: str, fallback: tuple[str, str] | None = None) -> CopyList:
    """The copies that a TimeGate or a copy names in its `Link` header (RFC 7089, 2.2): neighbours, never all.

    *fallback* is the copy's own `Memento-Datetime` and address, for archives that send no such header.
    """
    found = _timemap(said, page).copies
    if not found and fallback is not None and (at := of_http_date(fallback[0])) is not None:
        found = (HeldCopy(at=at, original=page, url=fallback[1]),)
    return CopyList(copies=found, whole=False)


def _is_links(text: str) -> bool:
    first = next(links(text[:4000]), None)
    return first is not None and bool(first.relations) and "://" in first.target


def _no_list(text: str) -> CopyList:
    named = text[:200].lower()
    what = "a page" if "<html" in named or "<!doctype" in named else "something else"
    return CopyList(whole=False, fault=ArchiveFault.NO_LIST, detail=f"{what} where a list of copies was asked for")


def _timemap(text: str, page: str) -> CopyList:
    copies: list[HeldCopy] = []
    pages: list[str] = []
    original, rejected, own = page, 0, ""
    for link in links(text):
        if "original" in link.relations:
            original = link.target
        elif "self" in link.relations:
            own = link.target
        elif "timemap" in link.relations and link.target != own and len(pages) < MOST_PAGES:
            pages.append(link.target)
        elif "memento" in link.relations:
            at = of_http_date(link.parameters.get("datetime", ""))
            if at is None:
                rejected += 1
            elif len(copies) < MOST:
                copies.append(HeldCopy(at=at, original=original, url=link.target))
    ended = whole(text) and len(copies) < MOST
    return CopyList(copies=_sorted(copies), whole=ended, rejected=rejected, pages=tuple(pages) if own else ())


def _json(text: str, page: str) -> CopyList:
    try:
        found: Any = json.loads(text)
    except RecursionError:
        return CopyList(whole=False, fault=ArchiveFault.DAMAGED, detail="nested too deep")
    except ValueError:
        return _broken(text)
    if isinstance(found, list):
        return _listed(rows_of_arrays(found))
    if _says_none(str(found.get("message") or found.get("error") or "")):
        return CopyList()
    if "archived_snapshots" in found:
        return _available(found)
    if "mementos" in found or "timemap_index" in found:
        return _json_timemap(found, page)
    return _listed(rows_of_objects([text]))


def _broken(text: str) -> CopyList:
    """JSON that is no one value: an object a line, as pywb lists, or a table that breaks off."""
    lines = text.splitlines()
    if text[0] == "{":
        return _listed(rows_of_objects(lines))
    rows = []
    for line in lines[:MOST]:  # a row a line, as the CDX server writes them
        row = line.strip().rstrip(",").removesuffix("]]")
        try:
            rows.append(json.loads(row[1:] if row.startswith("[[") else row if row.endswith("]") else row + "]"))
        except (ValueError, RecursionError):
            continue
    found = _listed(rows_of_arrays([row for row in rows if isinstance(row, list)]))
    if not found.copies:
        return CopyList(whole=False, fault=ArchiveFault.DAMAGED, detail="a list that breaks off")
    return CopyList(copies=found.copies, whole=False, detail="a list that breaks off", rejected=found.rejected)


def _available(found: Any) -> CopyList:
    """The availability answer. Nothing in it is no word on what is held: it is known to miss what CDX lists."""
    said = found.get("archived_snapshots")
    closest = said.get("closest") if isinstance(said, dict) else None
    at = of_stamp(str(closest.get("timestamp"))) if isinstance(closest, dict) and closest.get("available") else None
    if at is None or not isinstance(closest, dict):
        return CopyList(whole=False, fault=ArchiveFault.SAID_NOTHING, detail="no copy named, which may mean nothing")
    status = str(closest.get("status", ""))
    copy = HeldCopy(
        at=at,
        original=str(found.get("url") or ""),
        status=int(status) if status.isascii() and status.isdecimal() else None,
        url=str(closest.get("url")) if closest.get("url") else None,
    )
    return CopyList(copies=(copy,), whole=False)


def _json_timemap(found: Any, page: str) -> CopyList:
    said = found.get("mementos")
    listed = said.get("list") if isinstance(said, dict) else None
    copies, rejected = [], 0
    for one in listed[:MOST] if isinstance(listed, list) else ():
        at = _moment(one.get("datetime")) if isinstance(one, dict) else None
        target = one.get("uri") if isinstance(one, dict) else None
        target = target[0] if isinstance(target, list) and target else target
        if at is None or not isinstance(target, str):
            rejected += 1
        else:
            copies.append(HeldCopy(at=at, original=str(found.get("original_uri") or page), url=target))
    index = found.get("timemap_index")
    pages = (
        [str(one.get("uri")) for one in index[:MOST_PAGES] if isinstance(one, dict)] if isinstance(index, list) else []
    )
    return CopyList(copies=_sorted(copies), rejected=rejected, pages=tuple(pages))


def _moment(said: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(str(said)[:40])
    except ValueError:
        return of_http_date(str(said))
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _listed(rows: Iterator[Any]) -> CopyList:
    copies: list[HeldCopy] = []
    rejected = 0
    for row in rows:
        if len(copies) >= MOST or rejected >= MOST:
            if not copies:
                break
            return CopyList(copies=_sorted(copies), whole=False, rejected=rejected)
        copy = copy_of(row)
        if copy is None:
            rejected += 1
        else:
            copies.append(copy)
    if rejected and not copies:
        return CopyList(
            whole=False, fault=ArchiveFault.DAMAGED, detail="no line of its list can be read", rejected=rejected
        )
    return CopyList(copies=_sorted(copies), rejected=rejected)


def _sorted(copies: Iterable[HeldCopy]) -> tuple[HeldCopy, ...]:
    return tuple(sorted(dict.fromkeys(copies), key=lambda copy: copy.at))
