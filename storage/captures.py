"""Captures: what happened each time a source was looked at, and what follows for the next look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVarTuple
from urllib.parse import urlsplit

import zstandard
from sqlalchemy import ColumnElement, Connection, Select, func, select
from sqlalchemy import insert as plain_insert

from quotations.codec import decode, encode
from quotations.errors import ArchiveError, NotInArchive
from quotations.model import NOT_LOOKED, Capture, Exchange, Failure
from storage.bodies import CHUNK, digest_of, insert, keep_bodies
from storage.columns import dumps, pack, unpack
from storage.tables import CAPTURE, SOURCE, is_number, key, under

Columns = TypeVarTuple("Columns")

_LOOKS = 4  #: at one source, on the average, among the newest
#: Failures that say nothing of the source's own health: these alone neither begin nor end an outage.
_NO_SIGN = frozenset({Failure.ROBOTS, Failure.BLOCKED_ADDRESS, Failure.SCHEME, Failure.TOO_LARGE, Failure.LIMIT})


def good(capture: Capture) -> bool | None:
    """Whether the source answered with its page; None where the look does not say."""
    if capture.failure is not None:
        return None if capture.failure in _NO_SIGN else False
    return capture.status is None or capture.status < 400


def digested(captures: Sequence[Capture]) -> tuple[list[Capture], dict[str, bytes]]:
    """The captures that are outcomes, with their bodies' digests, and the bodies by digest."""
    ready, bodies = [], {}
    for capture in captures:
        if capture.failure in NOT_LOOKED:  # or the next run would think that it was done
            continue
        if capture.body is not None:
            digest = digest_of(capture.body)
            bodies[digest] = capture.body
            capture = replace(capture, digest=digest, size=len(capture.body))
        ready.append(capture)
    return ready, bodies


def keep_captures(connection: Connection, captures: Sequence[Capture], bodies: list[dict[str, Any]]) -> list[Capture]:
    """Add *captures*, with bodies packed before, and give them with ids and without bodies."""
    if not captures:
        return []
    keep_bodies(connection, bodies)
    sources = _sources(connection, [capture.url for capture in captures])
    told = [_told(capture) for capture in captures]
    rows = [
        {
            "source": sources[key(capture.url)],
            "captured_at": capture.captured_at,
            "live": capture.memento is None and capture.supplied is None,
            "good": good(capture),
            "digest": capture.digest,
            "facts": facts,
            "exchanges": pack(dumps(exchanged).encode()) if exchanged else None,
        }
        for capture, (facts, exchanged) in zip(captures, told, strict=True)
    ]
    statement = plain_insert(CAPTURE).returning(CAPTURE.c.id, sort_by_parameter_order=True)
    numbers = connection.scalars(statement, rows).all()
    return [
        replace(capture, id=str(number), exchanges=(), body=None)
        for capture, number in zip(captures, numbers, strict=True)
    ]


def latest(connection: Connection, urls: Sequence[str]) -> dict[str, Capture]:
    """The newest look at each of *urls* that was ever looked at; no archives' copies, no supplied files."""
    found: dict[str, Capture] = {}
    for chunk in _chunks(urls):
        statement = _newest(select(SOURCE.c.key, CAPTURE.c.id, CAPTURE.c.facts), chunk)
        found.update({chunk[row.key]: _capture(row.id, row.facts) for row in connection.execute(statement)})
    return {url: found[url] for url in dict.fromkeys(urls) if url in found}


def held(connection: Connection, site: str | None, limit: int) -> list[Capture]:
    """The last kept good live look with a body at each of up to *limit* sources under the domain *site*, or anywhere."""
    statement = select(CAPTURE.c.id, CAPTURE.c.facts, CAPTURE.c.source).where(
        CAPTURE.c.live, CAPTURE.c.good, CAPTURE.c.digest.is_not(None)
    )
    order: ColumnElement[int] = CAPTURE.c.id  # of keeping: no sort of them all
    if site is not None:
        first = under(site)
        own = select(SOURCE.c.id).where(SOURCE.c.host >= first, SOURCE.c.host < first[:-1] + b"/")
        statement = statement.where(CAPTURE.c.source.in_(own))
        order = CAPTURE.c.id + 0  # of these few alone: SQLite would rather walk through all that is kept
    found: dict[int, Capture] = {}
    newest = statement.order_by(order.desc()).limit(limit * _LOOKS)
    for row in connection.execute(newest):
        if len(found) < limit:
            found.setdefault(row.source, _capture(row.id, row.facts))
    return list(found.values())


def histories(connection: Connection, urls: Sequence[str]) -> dict[str, list[Capture]]:
    """All that was ever seen of each source, newest first; archives' copies and supplied files among it."""
    found: dict[str, list[Capture]] = {url: [] for url in urls}
    for chunk in _chunks(urls):
        statement = (
            select(SOURCE.c.key, CAPTURE.c.id, CAPTURE.c.facts)
            .join_from(SOURCE, CAPTURE, CAPTURE.c.source == SOURCE.c.id)
            .where(SOURCE.c.key.in_(list(chunk)))
            .order_by(CAPTURE.c.captured_at.desc(), CAPTURE.c.id.desc())
        )
        for row in connection.execute(statement):
            found[chunk[row.key]].append(_capture(row.id, row.facts))
    return found


def capture(connection: Connection, id: str) -> Capture:
    """The capture with that id; raises NotInArchive."""
    facts = connection.scalar(select(CAPTURE.c.facts).where(CAPTURE.c.id == int(id))) if is_number(id) else None
    if facts is None:
        raise NotInArchive("There is no such capture.", subject=id)
    return _capture(int(id), facts)


def exchanges(connection: Connection, id: str) -> tuple[Exchange, ...]:
    """What went over the wire for the capture with that id; nothing where that was not recorded."""
    packed = connection.scalar(select(CAPTURE.c.exchanges).where(CAPTURE.c.id == int(id))) if is_number(id) else None
    if packed is None:
        return ()
    try:
        return decode(tuple[Exchange, ...], json.loads(unpack(packed)))
    except (zstandard.ZstdError, LookupError, TypeError, ValueError) as error:
        raise ArchiveError(
            f"What went over the wire for look {id} is damaged.",
            hint="`citetrail db check` tells what else is.",
            subject=id,
        ) from error


def captures_of(connection: Connection, digest: str) -> list[str]:
    """Ids of the captures whose body has that digest, oldest first."""
    found = connection.scalars(select(CAPTURE.c.id).where(CAPTURE.c.digest == digest).order_by(CAPTURE.c.id))
    return [str(number) for number in found]


def due(connection: Connection, urls: Sequence[str], now: datetime, good: timedelta, failed: timedelta) -> list[str]:
    """The addresses to look at, in order: those whose newest look is older than its kind may be."""
    fresh: set[str] = set()
    for chunk in _chunks(urls):
        statement = _newest(select(SOURCE.c.key, CAPTURE.c.captured_at, CAPTURE.c.good), chunk)
        for key_, at, well in connection.execute(statement):
            if at > now - (failed if well is False else good):
                fresh.add(chunk[key_])
    return [url for url in dict.fromkeys(urls) if url not in fresh]


def ledger(connection: Connection, url: str) -> tuple[datetime | None, datetime | None]:
    """When the present outage was first seen (None if there is none), and when the source was last seen well."""
    last = connection.scalar(_of(url, select(func.max(CAPTURE.c.captured_at)), CAPTURE.c.live, CAPTURE.c.good))
    outage = _of(url, select(func.min(CAPTURE.c.captured_at)), CAPTURE.c.live, ~CAPTURE.c.good)
    if last is not None:
        outage = outage.where(CAPTURE.c.captured_at > last)
    return connection.scalar(outage), last


def _of(url: str, statement: Select[Any], *where: Any) -> Select[Any]:
    return statement.join(SOURCE, SOURCE.c.id == CAPTURE.c.source).where(SOURCE.c.key == key(url), *where)


def _newest(statement: Select[*Columns], chunk: Mapping[bytes, str]) -> Select[*Columns]:
    """Columns of the newest look at each source of *chunk*: one step in the index a source, however long its history."""
    newest = (
        select(CAPTURE.c.id)
        .where(CAPTURE.c.source == SOURCE.c.id, CAPTURE.c.live)
        .order_by(CAPTURE.c.captured_at.desc(), CAPTURE.c.id.desc())
        .limit(1)
        .correlate(SOURCE)
        .scalar_subquery()
    )
    return statement.join_from(SOURCE, CAPTURE, CAPTURE.c.id == newest).where(SOURCE.c.key.in_(list(chunk)))


def _chunks(urls: Sequence[str]) -> Iterator[Mapping[bytes, str]]:
    keys = sorted({key(url): url for url in urls}.items())  # two that add the same must do it in the same order
    for at in range(0, len(keys), CHUNK):
        yield dict(keys[at : at + CHUNK])


def _sources(connection: Connection, urls: Sequence[str]) -> dict[bytes, int]:
    """The number of each source, by its key; new ones are added."""
    numbers: dict[bytes, int] = {}
    for chunk in _chunks(urls):
        statement = select(SOURCE.c.key, SOURCE.c.id).where(SOURCE.c.key.in_(list(chunk)))
        known = {row.key: row.id for row in connection.execute(statement)}
        if new := [{"key": one, "url": url, "host": _host(url)} for one, url in chunk.items() if one not in known]:
            adding = insert(connection, SOURCE).on_conflict_do_nothing().returning(SOURCE.c.key, SOURCE.c.id)
            known |= {row.key: row.id for row in connection.execute(adding, new)}
            if len(known) < len(chunk):  # another process was quicker
                known = {row.key: row.id for row in connection.execute(statement)}
        numbers |= known
    return numbers


def _host(url: str) -> bytes | None:
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return under(host) if host else None


def _told(capture: Capture) -> tuple[Any, Any]:
    """What the columns hold of *capture*, as JSON: its facts, and what went over the wire."""
    facts = encode(capture)
    facts["captured_at"] = encode(capture.captured_at.astimezone(UTC))
    exchanged = facts.pop("exchanges")
    del facts["id"]
    return facts, exchanged


def _capture(number: int, facts: Any) -> Capture:
    return replace(decode(Capture, facts), id=str(number))
