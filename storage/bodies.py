"""Bytes kept once, under their SHA-256, and the Texts that were derived from them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from quotations.codec import decode, encode
from quotations.model import Text
from storage.columns import pack, unpack
from storage.tables import BODY, TEXT

#: Most values that one statement names; PostgreSQL and SQLite both take more.
CHUNK = 500


def digest_of(data: bytes) -> str:
    """The name under which *data* is kept: "sha256:" and 64 hexadecimal digits."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def insert(connection: Connection, table: Table) -> Any:
    """An INSERT that can say what to do on a conflict, in the connection's dialect."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as made
    else:  # costs a tenth of a second to load, which a run on a file need not pay
        from sqlalchemy.dialects.postgresql import insert as made  # type: ignore[assignment]
    return made(table)


def held(connection: Connection, digests: Collection[str]) -> set[str]:
    """Which of *digests* the archive knows."""
    wanted, found = list(digests), set[str]()
    for at in range(0, len(wanted), CHUNK):
        found |= set(connection.scalars(select(BODY.c.digest).where(BODY.c.digest.in_(wanted[at : at + CHUNK]))))
    return found


def packed(bodies: Mapping[str, bytes]) -> list[dict[str, Any]]:
    """Rows for bodies; the costly part, done before a transaction begins. In one order, against deadlocks."""
    return [{"digest": digest, "size": len(data), "data": pack(data)} for digest, data in sorted(bodies.items())]


def keep_bodies(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """Add rows made by `packed`, save those that another process added meanwhile."""
    if rows:
        connection.execute(insert(connection, BODY).on_conflict_do_nothing(), rows)


def body(connection: Connection, digest: str) -> bytes | None:
    """The bytes of that digest; None if the archive does not hold them (any more)."""
    data = connection.scalar(select(BODY.c.data).where(BODY.c.digest == digest))
    return None if data is None else unpack(data)


def keep_text(connection: Connection, digest: str, version: str, text: Text) -> None:
    """Keep what one version of the readers made of a body, in place of what it made before."""
    row = {"digest": digest, "version": version, "text": encode(text)}
    statement = insert(connection, TEXT).values(row)
    new = {"text": statement.excluded.text}
    connection.execute(statement.on_conflict_do_update(index_elements=["digest", "version"], set_=new))


def text(connection: Connection, digest: str, version: str) -> Text | None:
    """What that version of the readers made of that body, if it is kept."""
    value = connection.scalar(select(TEXT.c.text).where(TEXT.c.digest == digest, TEXT.c.version == version))
    return None if value is None else decode(Text, value)


def drop_texts(connection: Connection, *, but: str) -> int:
    """Throw away the Texts of every version save *but*; how many there were."""
    return connection.execute(delete(TEXT).where(TEXT.c.version != but)).rowcount
