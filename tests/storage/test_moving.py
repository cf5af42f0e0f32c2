"""All that one archive holds stands in another afterwards, in whatever database either is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, select

from quotations.errors import ArchiveError
from quotations.model import Audit, Capture, Exchange, Text
from storage import Archive, Override, moving
from storage.bodies import digest_of
from storage.tables import METADATA

pytestmark = pytest.mark.integration

Make = Callable[..., Capture]
URL = "https://a.example/page"
NOW = datetime(2026, 3, 1, tzinfo=UTC)
OF_THE_MOMENT = {"lease", "domain"}


@pytest.fixture
def held(archive: Archive, capture: Make, audit: Callable[..., Audit]) -> Archive:
    """An archive, once of each kind, with something in every table."""
    looked = [capture(f"{URL}/{number}", hours=number, body=b"<p>night %d" % number) for number in range(25)]
    kept = archive.keep_captures(
        [*looked, capture(URL, body=b"gone", exchanges=(Exchange(url=URL, at=NOW, request="GET /", response="200"),))]
    )
    archive.keep_text(digest_of(b"<p>night 1"), "5", Text(text="night \\x00 \ud800 “1”", media_type="text/html"))
    archive.forget([URL])
    archive.keep_article(audit().article, b"<p>saved", "a.html")
    made = archive.keep_audit(audit(seen=kept[0].id))
    watch = archive.add_watch("saved", "out", "folder")
    archive.set_watch_file(watch.id, "a.html", "0", made)
    archive.keep_override(Override(subject=f"source:{URL}", word="alive", who="Ann", why="read it", at=NOW))
    archive.keep_run("watch", NOW, NOW, {"new": 1})
    return archive


@pytest.fixture(params=["sqlite", "postgresql"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "other.db" if request.param == "sqlite" else database(request)) as one:
        yield one


def database(request: pytest.FixtureRequest) -> str:
    """The address of an empty database, another than that of `archive`."""
    import psycopg

    server: str = request.getfixturevalue("postgresql")
    name = f"other_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


def rows(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    def read(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            one.name: sorted(map(tuple, connection.execute(select(one))), key=repr)
            for one in METADATA.sorted_tables
            if one.name not in OF_THE_MOMENT
        }

    return archive._read(read)


def test_every_row_of_every_table_is_taken_over(held: Archive, other: Archive) -> None:
    heard: list[tuple[int, int]] = []
    count = held.copy_into(other, lambda done, whole: heard.append((done, whole)))
    before = rows(held)
    assert all(before.values()), [name for name, some in before.items() if not some]
    assert rows(other) == before
    assert heard[-1] == (count, count) == (sum(map(len, before.values())),) * 2
    assert other.check() == []


def test_new_rows_are_numbered_behind_those_that_were_taken_over(
    held: Archive, other: Archive, capture: Make, audit: Callable[..., Audit]
) -> None:
    held.copy_into(other)
    (seen,) = other.keep_captures([capture("https://new.example/")])
    assert int(seen.id) > 26
    assert int(other.keep_audit(audit())) > 1
    assert other.add_watch("more", "out", "folder").id != "1"


def test_nothing_is_taken_over_into_what_holds_something(held: Archive, other: Archive, capture: Make) -> None:
    other.keep_captures([capture("https://new.example/")])
    before = rows(other)
    with pytest.raises(ArchiveError, match="not empty"):
        held.copy_into(other)
    assert rows(other) == before


def test_what_is_cut_short_leaves_nothing_behind(
    held: Archive, other: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, _: int) -> None:
        if done > 10:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        held.copy_into(other, stop)
    assert not any(rows(other).values())
    monkeypatch.setattr(moving, "_LARGE_ROWS", 1)
    held.copy_into(other)
    assert rows(other) == rows(held)
