"""Which form the archive is in, and bringing it to the newest.

A new archive is made at once in the newest form; Alembic is loaded only for one that is older. A test holds both
ways to the same outcome.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from quotations.errors import ArchiveError, ArchiveTooNew
from storage.engine import Bindings
from storage.tables import METADATA

#: Every revision that an archive may be in, oldest first.
REVISIONS = ("0001", "0002", "0003")
HEAD = REVISIONS[-1]
MIGRATIONS = Path(__file__).with_name("migrations")

_MADE_BY = "alembic_version"
#: "CTRL": tells file(1) and ourselves that a SQLite file is an archive of ours.
APPLICATION_ID = 0x4354524C


def settle(bindings: Bindings) -> None:
    """Make the tables, or bring them to the newest form; raises ArchiveTooNew or ArchiveError if that cannot be."""
    with bindings.reader.connect() as connection:
        revision = _revision(connection, bindings)
    if revision == HEAD:
        return
    with bindings.writer.begin() as connection:
        if not bindings.sqlite:  # two processes may be here at once
            connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": APPLICATION_ID})
        revision = _revision(connection, bindings)
        if revision is None:
            _make(connection, bindings)
        elif revision != HEAD:
            migrate(connection)


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run the migrations up to *revision* inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def _make(connection: Connection, bindings: Bindings) -> None:
    METADATA.create_all(connection)
    form = "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
    connection.execute(text(f"CREATE TABLE {_MADE_BY} {form}"))
    connection.execute(text(f"INSERT INTO {_MADE_BY} VALUES (:head)"), {"head": HEAD})  # noqa: S608 - our own name
    if bindings.sqlite:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def _revision(connection: Connection, bindings: Bindings) -> str | None:
    """The revision that the archive is in; None for an empty database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if _MADE_BY not in tables or not {"capture", "source"} <= set(tables):
        raise ArchiveError(
            "This database holds something else.", hint="Name another with --db.", subject=bindings.subject
        )
    revision = connection.execute(text(f"SELECT version_num FROM {_MADE_BY}")).scalar()  # noqa: S608
    if revision not in REVISIONS:
        raise ArchiveTooNew(
            f"The archive was made by a newer version of citetrail (form {revision}; this one knows {HEAD}).",
            hint="Use that version, or name another archive with --db.",
            subject=bindings.subject,
        )
    return str(revision)
