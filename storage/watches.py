"""Watches and what they have seen, and runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from quotations.errors import NotInArchive
from storage.bodies import insert as upsert
from storage.tables import RUN, WATCH, WATCH_FILE, is_number, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is audited again."""

    id: str
    target: str  #: a folder, a list's file, an address
    reports: str  #: the folder that its reports are written to
    kind: str  #: "folder", "list" …


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A file or address as a watch last saw it."""

    digest: str
    audit: str | None  #: id of the audit that was made of it; None when there could be none


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """One execution."""

    id: str
    kind: str  #: "audit", "watch" …
    started_at: datetime
    ended_at: datetime
    counts: Mapping[str, int]


def add_watch(connection: Connection, target: str, reports: str, kind: str) -> Watch:
    """Add a watch; the same target with the same reports is one watch."""
    row = {"key": key(target, reports), "target": target, "reports": reports, "kind": kind}
    statement = upsert(connection, WATCH).values(row)
    statement = statement.on_conflict_do_update(index_elements=["key"], set_={"kind": statement.excluded.kind})
    number = connection.execute(statement.returning(WATCH.c.id)).scalar_one()
    return Watch(id=str(number), target=target, reports=reports, kind=kind)


def watches(connection: Connection) -> list[Watch]:
    """All watches, oldest first."""
    statement = select(WATCH.c.id, WATCH.c.target, WATCH.c.reports, WATCH.c.kind).order_by(WATCH.c.id)
    rows = connection.execute(statement)
    return [Watch(id=str(row.id), target=row.target, reports=row.reports, kind=row.kind) for row in rows]


def remove_watch(connection: Connection, id: str) -> None:
    """Forget a watch and what it saw, not the audits; raises NotInArchive."""
    number = int(id) if is_number(id) else -1
    if not connection.execute(delete(WATCH).where(WATCH.c.id == number)).rowcount:
        raise NotInArchive("There is no such watch.", hint="`citetrail watch list` shows them.", subject=id)


def watch_files(connection: Connection, id: str) -> dict[str, Seen]:
    """What a watch has seen, by file or address."""
    rows = connection.execute(
        select(WATCH_FILE.c.file, WATCH_FILE.c.digest, WATCH_FILE.c.audit)
        .where(WATCH_FILE.c.watch == int(id))
        .order_by(WATCH_FILE.c.file)
    )
    return {row.file: Seen(digest=row.digest, audit=str(row.audit) if row.audit else None) for row in rows}


def set_watch_file(connection: Connection, id: str, file: str, digest: str, audit: str | None) -> None:
    """Record that a watch saw *file* with that digest, and the audit made of it."""
    row = {
        "watch": int(id),
        "key": key(file),
        "file": file,
        "digest": digest,
        "audit": int(audit) if audit else None,
    }
    statement = upsert(connection, WATCH_FILE).values(row)
    new = {"digest": statement.excluded.digest, "audit": statement.excluded.audit}
    connection.execute(statement.on_conflict_do_update(index_elements=["watch", "key"], set_=new))


def keep_run(connection: Connection, kind: str, started_at: datetime, ended_at: datetime, counts: Any) -> str:
    """Record one execution; its id."""
    row = {"kind": kind, "started_at": started_at, "ended_at": ended_at, "counts": dict(counts)}
    return str(connection.execute(insert(RUN).values(row).returning(RUN.c.id)).scalar_one())


def runs(connection: Connection, limit: int) -> list[RunEntry]:
    """The newest executions, newest first."""
    rows = connection.execute(
        select(RUN.c.id, RUN.c.kind, RUN.c.started_at, RUN.c.ended_at, RUN.c.counts)
        .order_by(RUN.c.started_at.desc(), RUN.c.id.desc())
        .limit(limit)
    )
    return [
        RunEntry(id=str(row.id), kind=row.kind, started_at=row.started_at, ended_at=row.ended_at, counts=row.counts)
        for row in rows
    ]
