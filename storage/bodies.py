"""Bytes kept once, under their SHA-256, and the Texts that were derived from them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from quotations.codec import decode, encode
from quotations.model import Text
from storage.columns import pack, packed_json, unpack
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
    found = set[str]()
    for chunk in _chunks(digests):
        found |= set(connection.scalars(select(BODY.c.digest).where(BODY.c.digest.in_(chunk))))
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


def several(connection: Connection, digests: Collection[str]) -> dict[str, bytes]:
    """The bytes of each of *digests* that the archive holds (still)."""
    found: dict[str, bytes] = {}
    for chunk in _chunks(digests):
        statement = select(BODY.c.digest, BODY.c.data).where(BODY.c.digest.in_(chunk), BODY.c.data.is_not(None))
        found |= {digest: unpack(data) for digest, data in connection.execute(statement) if data is not None}
    return found


def forgotten(connection: Connection, digests: Collection[str]) -> set[str]:
    """Which of *digests* the archive knows without their bytes."""
    found = set[str]()
    for chunk in _chunks(digests):
        found |= set(connection.scalars(select(BODY.c.digest).where(BODY.c.digest.in_(chunk), BODY.c.data.is_(None))))
    return found


def text_rows(version: str, texts: Mapping[str, Text]) -> list[dict[str, Any]]:
    """Rows for Texts; the costly part, done before a transaction begins. In one order, against deadlocks."""
    return [
        {"digest": digest, "version": version, "text": packed_json(encode(text))}
        for digest, text in sorted(texts.items())
    ]


def keep_texts(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Keep rows made by `text_rows`, in place of what the same version of the readers made before."""
    statement = insert(connection, TEXT)
    new = {"text": statement.excluded.text}
    connection.execute(statement.on_conflict_do_update(index_elements=["digest", "version"], set_=new), list(rows))


def texts(connection: Connection, digests: Collection[str], version: str) -> dict[str, Text]:
    """What that version of the readers made of each of those bodies, if it is kept."""
    found: dict[str, Text] = {}
    for chunk in _chunks(digests):
        statement = select(TEXT.c.digest, TEXT.c.text).where(TEXT.c.digest.in_(chunk), TEXT.c.version == version)
        found |= {digest: decode(Text, value) for digest, value in connection.execute(statement)}
    return found


def drop_texts(connection: Connection, *, but: str) -> int:
    """Throw away the Texts of every version save *but*; how many there were."""
    return connection.execute(delete(TEXT).where(TEXT.c.version != but)).rowcount


def _chunks(digests: Collection[str]) -> Iterator[list[str]]:
    wanted = sorted(set(digests))
    for at in range(0, len(wanted), CHUNK):
        yield wanted[at : at + CHUNK]
