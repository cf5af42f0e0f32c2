"""Looking after an archive: is it whole, a copy of it, and its size."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import zstandard
from sqlalchemy import Connection, delete, select, text

from quotations.errors import ArchiveError
from storage.bodies import digest_of
from storage.columns import unpack
from storage.engine import NO_BEGIN, Bindings
from storage.refusals import unwritable
from storage.tables import ARTICLE, BODY, CAPTURE, TEXT

_MOST = 100


def problems(connection: Connection) -> Iterator[str]:
    """What is wrong with the archive, a sentence each; nothing if it is whole."""
    if connection.dialect.name == "sqlite":
        for (line,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})"):
            if line != "ok":
                yield f"The file is damaged: {line}."
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} names a row of {parent} that is not there."
    yield from _bodies(connection)
    yield from _missing(connection)


def _bodies(connection: Connection) -> Iterator[str]:
    rows = connection.execution_options(yield_per=50).execute(
        select(BODY.c.digest, BODY.c.data).where(BODY.c.data.is_not(None))
    )
    for digest, data in rows:
        try:
            whole = data is None or digest_of(unpack(data)) == digest
        except zstandard.ZstdError:
            whole = False
        if not whole:
            yield f"The bytes kept as {digest} are not those bytes."


def _missing(connection: Connection) -> Iterator[str]:
    for row, number, what in (
        (CAPTURE.c.digest, CAPTURE.c.id, "capture"),
        (ARTICLE.c.digest, ARTICLE.c.id, "article"),
    ):
        orphans = select(number).outerjoin(BODY, BODY.c.digest == row)
        for one in connection.scalars(orphans.where(row.is_not(None), BODY.c.digest.is_(None)).limit(_MOST)):
            yield f"The bytes of {what} {one} are not there."


def backup(bindings: Bindings, path: Path) -> None:
    """Write a whole copy of a SQLite archive to a new file; others may go on writing meanwhile."""
    if not bindings.sqlite:
        raise ArchiveError(
            "A PostgreSQL archive is saved by PostgreSQL itself.", hint="Use pg_dump.", subject=bindings.subject
        )
    if path.exists():
        raise ArchiveError("There is a file already.", hint="Name a new file.", subject=str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise unwritable(str(path), error) from error
    try:
        with _alone(bindings) as connection:
            connection.execute(text("VACUUM INTO :path"), {"path": str(path)})
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def vacuum(bindings: Bindings) -> None:
    """Give back the space of what was thrown away."""
    with _alone(bindings) as connection:
        if bindings.sqlite:  # the copy that it makes is as large as the archive
            connection.execute(text("PRAGMA temp_store = FILE"))
        try:
            connection.execute(text("VACUUM"))
        finally:
            if bindings.sqlite:
                connection.execute(text("PRAGMA temp_store = MEMORY"))
        if bindings.sqlite:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            connection.execute(text("PRAGMA optimize"))


def settle_log(bindings: Bindings) -> None:
    """Have what the write-ahead log of a SQLite archive holds in the archive itself, and nothing in the log."""
    if bindings.sqlite:
        with _alone(bindings) as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def drop_orphans(connection: Connection) -> int:
    """Throw away bodies that nothing names, left by a process that was killed between two steps; how many."""
    named = select(CAPTURE.c.digest).where(CAPTURE.c.digest.is_not(None))
    read = select(ARTICLE.c.digest).where(ARTICLE.c.digest.is_not(None))
    unnamed = delete(BODY).where(BODY.c.digest.not_in(named), BODY.c.digest.not_in(read))
    gone = connection.execute(unnamed).rowcount
    connection.execute(delete(TEXT).where(TEXT.c.digest.not_in(select(BODY.c.digest))))
    return gone


def _alone(bindings: Bindings) -> Connection:
    """A connection outside any transaction, as VACUUM wants it."""
    connection = bindings.writer.connect()
    if bindings.sqlite:
        return connection.execution_options(**{NO_BEGIN: True})
    return connection.execution_options(isolation_level="AUTOCOMMIT")
