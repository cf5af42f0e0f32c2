"""Two bindings to one database: one to write with, one to read with.

On SQLite every writing transaction begins as such (BEGIN IMMEDIATE): one that began as a reader and then writes is
refused at once when another process wrote in between, whatever the timeout. Readers begin plainly and never wait.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from quotations.errors import ArchiveError
from storage.holders import writing_process
from storage.refusals import unwritable

T = TypeVar("T")

#: Seconds that a writer waits for another process's transaction, and after which whoever asked is told of it.
BUSY_SECONDS, PATIENCE = 30, 1

#: Hears which process one waits for, where that is known.
Waiting = Callable[[str | None], None]

#: Execution option of a SQLite connection that stays outside transactions.
NO_BEGIN = "no_begin"

#: How often a transaction is tried that the server breaks off.
ATTEMPTS = 3
#: What PostgreSQL calls a deadlock and a serialization failure.
_AGAIN = frozenset({"40P01", "40001"})

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # a killed process loses nothing; a power cut may take the last commits
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)


@dataclass(frozen=True, slots=True)
class Bindings:
    """An archive's two engines and the name that people know it by (without a password)."""

    subject: str
    writer: Engine
    reader: Engine
    path: Path | None  #: of the SQLite file

    @property
    def sqlite(self) -> bool:
        """Whether the archive is a file."""
        return self.path is not None

    def dispose(self) -> None:
        """Close all connections that no thread uses."""
        self.reader.dispose()
        self.writer.dispose()


def bind(db: str | Path, *, create: bool, waiting: Waiting = lambda _: None) -> Bindings:
    """The bindings for a path, `sqlite:///path` or `postgresql://…`; a file is made (mode 0600) if *create*.

    *waiting* hears of another process that holds up a writer for longer than a moment. Raises ArchiveError when the file is missing or cannot be made, or the address is none.
    """
    if isinstance(db, str) and "://" in db:
        try:
            url = make_url(db)
        except (ArgumentError, ValueError) as error:
            raise _no_address(db) from error
        match url.get_backend_name():
            case "postgresql":
                return _postgresql(url)
            case "sqlite" if url.database and url.database != ":memory:":
                return _sqlite(Path(url.database), create, waiting)
        raise _no_address(db)
    return _sqlite(Path(db).expanduser(), create, waiting)


def _no_address(db: str) -> ArchiveError:
    return ArchiveError(
        "This is no archive's address.",
        hint="Give a file, sqlite:///FILE or postgresql://USER@HOST/DATABASE.",
        subject=db.split("@")[-1],
    )


def _postgresql(url: URL) -> Bindings:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,  # a server that was started anew between two transactions goes unnoticed
        pool_size=4,
        max_overflow=4,
        connect_args={"connect_timeout": 10, "application_name": "citetrail"},
    )
    return Bindings(url.render_as_string(hide_password=True), engine, engine, None)


def _sqlite(path: Path, create: bool, waiting: Waiting) -> Bindings:
    path = path.absolute()
    try:
        _reach(path, create=create)
    except OSError as error:
        raise unwritable(str(path), error) from error
    writer, reader = _engine(path, 1), _engine(path, 8)
    event.listen(writer, "begin", partial(_begin_to_write, path=path, waiting=waiting))
    event.listen(reader, "begin", _begin_to_read)
    return Bindings(str(path), writer, reader, path)


def _reach(path: Path, *, create: bool) -> None:
    """Have the file there, for its owner alone, in folders made as needed; raises OSError or ArchiveError."""
    if not path.exists():
        if not create:
            hint = "Audit something first, or name another with --db."
            raise ArchiveError("There is no archive here.", hint=hint, subject=str(path))
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    elif not path.is_file():
        raise ArchiveError("This is no file.", hint="Name a file with --db.", subject=str(path))
    elif not os.access(path, os.R_OK | os.W_OK, effective_ids=True):
        hint = "Make it writable, or name another with --db."
        raise ArchiveError("The archive may not be read and written.", hint=hint, subject=str(path))


def _engine(path: Path, connections: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=connections,  # one writer: threads of one process queue here and not at the file's lock
        max_overflow=0,
        pool_timeout=BUSY_SECONDS * 4,
        connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver would begin by itself, and late
        cursor = connection.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(pragma)
        cursor.close()

    return engine


def _begin_to_read(connection: Connection) -> None:
    if not connection.get_execution_options().get(NO_BEGIN):
        connection.exec_driver_sql("BEGIN")


def _begin_to_write(connection: Connection, path: Path, waiting: Waiting) -> None:
    """Begin a writing transaction; where another process's takes longer than a moment, say so and wait on.

    SQLite waits a moment at a time: while it does, no signal is heard.
    """
    if connection.get_execution_options().get(NO_BEGIN):
        return
    driver: Any = connection.connection.dbapi_connection
    until, told = time.monotonic() + BUSY_SECONDS, False
    driver.execute(f"PRAGMA busy_timeout = {min(PATIENCE, BUSY_SECONDS) * 1000:.0f}")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() >= until:
                    raise
            if not told:
                waiting(writing_process(path))
                told = True
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")


def transact(engine: Engine, work: Callable[[Connection], T]) -> T:
    """Do *work* in one transaction, and again if the server broke it off before it was to be committed.

    A connection that is lost while committing is not tried again: nobody knows what the server did.
    """
    left = ATTEMPTS
    while True:
        left -= 1
        with engine.connect() as connection:
            transaction = connection.begin()
            try:
                result = work(connection)
            except DBAPIError as error:
                if left and (error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _AGAIN):
                    continue
                raise
            transaction.commit()
            return result
