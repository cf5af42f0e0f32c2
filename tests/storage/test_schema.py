from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from quotations.errors import ArchiveError, ArchiveTooNew
from storage import Archive
from storage.engine import bind
from storage.schema import MIGRATIONS, REVISIONS, migrate

pytestmark = pytest.mark.integration


def _form(engine: Engine) -> dict[str, Any]:
    """All that a database says of its tables."""
    found = inspect(engine)
    return {
        table: (
            [{**column, "type": str(column["type"])} for column in found.get_columns(table)],
            found.get_pk_constraint(table),
            sorted(found.get_foreign_keys(table), key=str),
            sorted(found.get_unique_constraints(table), key=str),
            sorted(found.get_indexes(table), key=str),
        )
        for table in sorted(found.get_table_names())
    }


def _other(db: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    if "://" not in db:
        return str(tmp_path / "other.db")
    import psycopg

    with psycopg.connect(db, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f"CREATE DATABASE {name}_other")
    return db.replace(f"/{name}?", f"/{name}_other?")


def test_migrating_from_the_first_revision_gives_what_a_new_archive_has(
    archive: Archive, db: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    other = bind(_other(db, tmp_path, request), create=True)
    for revision in REVISIONS:
        with other.writer.begin() as connection:
            migrate(connection, revision)
    assert _form(other.writer) == _form(archive._bindings.writer)
    other.dispose()


def test_sources_of_an_older_archive_are_found_by_their_site(db: str, tmp_path: Path) -> None:
    bindings = bind(db if "://" in db else str(tmp_path / "older.db"), create=True)
    with bindings.writer.begin() as connection:
        migrate(connection, "0002")
        for number, url in enumerate(("https://www.a.example./x", "https://b.example/", "https://[::1", "odd"), 1):
            connection.execute(
                text("INSERT INTO source (id, key, url) VALUES (:number, :key, :url)"),
                {"number": number, "key": url.encode(), "url": url},
            )
        migrate(connection)
        hosts = [row.host for row in connection.execute(text("SELECT host FROM source ORDER BY id"))]
    bindings.dispose()
    assert [bytes(host) if host is not None else None for host in hosts] == [
        b"example.a.www.", b"example.b.", None, None,
    ]  # fmt: skip


def test_every_migration_is_known_and_the_last_is_the_head() -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert tuple(one.revision for one in script.walk_revisions())[::-1] == REVISIONS


def test_every_constraint_has_a_name(archive: Archive) -> None:
    for table, (_, primary, foreign, unique, _) in _form(archive._bindings.writer).items():
        assert all(one["name"] for one in [primary, *foreign, *unique]), table


def test_an_archive_made_by_a_newer_version_is_left_alone(archive: Archive, db: str) -> None:
    with archive._bindings.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    archive.close()
    with pytest.raises(ArchiveTooNew) as refused:
        Archive.open(db)
    assert "9999" in refused.value.message
    assert refused.value.hint


def test_a_database_that_holds_something_else_is_left_alone(db: str) -> None:
    bindings = bind(db, create=True)
    with bindings.writer.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    with pytest.raises(ArchiveError, match="something else"):
        Archive.open(db)
    assert inspect(bindings.writer).get_table_names() == ["invoices"]
    bindings.dispose()


def test_opening_an_archive_of_the_newest_form_loads_no_migrations(tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys; from storage import Archive\n"
        "for _ in range(2): Archive.open(sys.argv[1]).close()\n"
        "print({'alembic', 'sqlalchemy.orm', 'sqlalchemy.dialects.postgresql'} & set(sys.modules))"
    )
    root = MIGRATIONS.parents[1]
    command = [sys.executable, "-c", script, str(tmp_path / "a.db")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
