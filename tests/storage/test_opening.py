from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from quotations.errors import ArchiveBusy, ArchiveError
from quotations.model import Capture
from storage import Archive, engine, watches

pytestmark = pytest.mark.integration

Make = Callable[..., Capture]


def test_an_archive_is_made_in_made_folders_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "archive.db"
    with Archive.open(path) as archive:
        archive.add_watch("a", "b", "folder")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}
    assert len(modes) == 3


def test_a_path_and_its_address_are_one_archive(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive:
        watch = archive.add_watch("a", "b", "folder")
    with Archive.open(f"sqlite:///{tmp_path}/a.db", create=False) as archive:
        assert archive.watches() == [watch]


@pytest.mark.parametrize("db", ["mysql://host/db", "sqlite://", "sqlite:///:memory:", "postgresql+nothing", "://"])
def test_what_is_no_archives_address_is_refused_or_a_path(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    if "://" in db:
        with pytest.raises(ArchiveError) as refused:
            Archive.open(db)
        assert refused.value.hint
    else:
        Archive.open(db).close()
        assert (tmp_path / db).exists()


def test_without_leave_to_create_a_missing_archive_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as refused:
        Archive.open(tmp_path / "none.db", create=False)
    assert refused.value.hint
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 400)
    with pytest.raises(ArchiveError) as refused:
        Archive.open(path)
    assert refused.value.subject == str(path)
    assert refused.value.hint
    assert path.read_text().startswith("Dear diary")


def test_a_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        Archive.open(tmp_path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError) as refused:
        Archive.open(tmp_path / "file" / "archive.db")
    assert refused.value.subject.endswith("archive.db")
    assert refused.value.hint


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder that all may enter, and no right to write in it, for root too."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Archive.open(folder / "a.db").close()
        folder.chmod(0o555)
        (folder / "a.db").chmod(0o444)
        (folder / "closed").mkdir(0o000)
        before = os.geteuid()
        os.seteuid(before or 65534)
        yield folder
        os.seteuid(before)
        folder.chmod(0o755)
        (folder / "closed").chmod(0o755)


@pytest.mark.parametrize("name", ["a.db", "new.db", "closed/new.db"])
def test_a_file_or_folder_that_may_not_be_written_is_named(nobody: Path, name: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        Archive.open(nobody / name)
    assert refused.value.subject == str(nobody / name)
    assert refused.value.hint


def test_an_archive_that_turns_read_only_is_an_error_with_a_hint(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "a.db") as archive:

        def forbid(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA query_only = ON")  # type: ignore[attr-defined]

        archive._write(forbid)
        with pytest.raises(ArchiveError) as refused:
            archive.add_watch("a", "b", "folder")
    assert refused.value.hint


def test_a_full_disk_is_told_and_loses_nothing_that_was_kept(tmp_path: Path, capture: Make) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path) as archive:
        (kept,) = archive.keep_captures([capture(body=b"kept")])

        def fill(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count = 40")  # type: ignore[attr-defined]

        archive._write(fill)
        with pytest.raises(ArchiveError, match="full"):
            archive.keep_captures([capture(f"https://b.example/{n}", body=os.urandom(9000)) for n in range(200)])
    with Archive.open(path) as archive:
        assert archive.check() == []
        assert archive.latest([kept.url]) == {kept.url: kept}
        assert archive.latest(["https://b.example/0"]) == {}


def test_damage_is_found_by_check(tmp_path: Path, capture: Make) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path) as archive:
        (kept,) = archive.keep_captures([capture(body=b"words" * 50)])
        assert archive.check() == []
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE body SET data = substr(data, 1, 20)")
    with Archive.open(path) as archive:
        assert [kept.digest in problem for problem in archive.check()] == [True]
    with sqlite3.connect(path) as raw:
        raw.execute("DELETE FROM body")
    with Archive.open(path) as archive:
        assert ["not there" in problem for problem in archive.check()] == [True]


@pytest.mark.parametrize("part", ["tables", "rows"])
def test_a_damaged_file_is_told_of_and_left_as_it_is(tmp_path: Path, capture: Make, part: str) -> None:
    path = tmp_path / "a.db"
    with Archive.open(path) as archive:
        archive.keep_captures([capture(f"https://a.example/{n}", body=os.urandom(3000)) for n in range(40)])
    data = bytearray(path.read_bytes())
    start, end = (8192, len(data) // 2) if part == "tables" else (len(data) - 20_000, len(data))
    data[start:end] = os.urandom(end - start)
    path.write_bytes(data)
    if part == "tables":
        with pytest.raises(ArchiveError, match="damaged") as refused:
            Archive.open(path)
        assert refused.value.hint
    else:
        with Archive.open(path) as archive:
            assert all("damaged" in problem or "not those bytes" in problem for problem in archive.check() or [""])
    assert path.read_bytes() == bytes(data)


def test_another_process_that_never_stops_writing_is_named(
    tmp_path: Path, capture: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    Archive.open(path).close()
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    with Archive.open(path) as archive, sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveBusy):
            archive.keep_captures([capture()])
        assert archive.latest([capture().url]) == {}  # readers never wait
        other.execute("COMMIT")


#: Takes the archive's writing for itself, says so, and gives it back when its input ends.
HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
connection.execute("COMMIT")
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    path = tmp_path / "a.db"
    Archive.open(path).close()
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process
        if process.stdin is not None:
            process.stdin.close()


def test_who_waits_for_another_process_hears_of_it_and_goes_on(
    tmp_path: Path, capture: Make, holder: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str | None] = []

    def waiting(whom: str | None) -> None:
        heard.append(whom)
        assert holder.stdin is not None
        holder.stdin.close()

    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    with Archive.open(tmp_path / "a.db", waiting=waiting) as archive:
        assert archive.keep_captures([capture()])[0].id
    assert len(heard) == 1
    if Path("/proc/locks").exists():
        assert heard[0] is not None
        assert heard[0].startswith(f"process {holder.pid}")


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells who holds a lock")
def test_a_process_that_never_stops_writing_is_named(
    tmp_path: Path, capture: Make, holder: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    with (
        Archive.open(tmp_path / "a.db") as archive,
        pytest.raises(ArchiveBusy, match=f"Process {holder.pid} .*has been writing"),
    ):
        archive.keep_captures([capture()])


def test_a_reader_keeps_its_moment_while_others_write(archive: Archive, capture: Make) -> None:
    def twice(connection: object) -> tuple[int, int]:
        from sqlalchemy import func, select

        from storage.tables import CAPTURE

        count = select(func.count()).select_from(CAPTURE)
        before = connection.scalar(count)  # type: ignore[attr-defined]
        writer = threading.Thread(target=archive.keep_captures, args=([capture()],))
        writer.start()
        writer.join()
        return before, connection.scalar(count)  # type: ignore[attr-defined]

    assert archive._read(twice)[0] == 0
    assert len(archive.history(capture().url)) == 1


def test_a_backup_is_a_whole_archive_and_overwrites_nothing(tmp_path: Path, capture: Make) -> None:
    with Archive.open(tmp_path / "a.db") as archive:
        (kept,) = archive.keep_captures([capture(body=b"words")])
        copy = tmp_path / "copies" / "b.db"
        archive.backup(copy)
        with pytest.raises(ArchiveError):
            archive.backup(copy)
        archive.add_watch("a", "b", "folder")  # the archive goes on as before
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with Archive.open(copy, create=False) as archive:
        assert archive.check() == []
        assert archive.body(kept.digest or "") == b"words"


def test_postgresql_is_told_to_be_saved_by_its_own_tool(new_postgresql: str, tmp_path: Path) -> None:
    with Archive.open(new_postgresql) as archive, pytest.raises(ArchiveError) as refused:
        archive.backup(tmp_path / "b")
    assert "pg_dump" in refused.value.hint


def test_a_server_that_is_not_there_is_an_error_without_its_password() -> None:
    with pytest.raises(ArchiveError) as refused:
        Archive.open("postgresql://ann:s3cret@127.0.0.1:1/archive")
    assert refused.value.hint
    assert "s3cret" not in str(refused.value) + refused.value.subject


def test_a_server_that_was_started_anew_between_two_calls_goes_unnoticed(new_postgresql: str, capture: Make) -> None:
    with Archive.open(new_postgresql) as archive:
        archive.keep_captures([capture()])
        _end_others(new_postgresql)
        archive.keep_captures([capture(hours=1)])
        assert len(archive.history(capture().url)) == 2


def test_a_transaction_that_the_server_broke_off_is_done_again_once_and_whole(
    new_postgresql: str, capture: Make
) -> None:
    tried = []

    def work(connection: Connection) -> None:
        tried.append(watches.add_watch(connection, "a", "b", "folder"))
        if len(tried) == 1:
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with Archive.open(new_postgresql) as archive:
        archive._write(work)
        assert len(tried) == 2
        assert len(archive.watches()) == 1


def test_a_server_that_keeps_breaking_off_is_an_error(new_postgresql: str) -> None:
    def work(connection: Connection) -> None:
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with Archive.open(new_postgresql) as archive, pytest.raises(ArchiveError) as refused:
        archive._write(work)
    assert refused.value.hint


def _end_others(db: str) -> None:
    import psycopg

    with psycopg.connect(db, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def test_an_archive_is_closed_only_when_other_threads_are_done_with_it(tmp_path: Path) -> None:
    """A thread that waits for the one writing connection would wait for ever, were it closed meanwhile."""
    archive = Archive.open(tmp_path / "a.db")
    writing, go_on = threading.Event(), threading.Event()
    kept: list[str] = []

    def write(_: Connection) -> None:
        writing.set()
        go_on.wait(30)
        kept.append("first")

    first = threading.Thread(target=lambda: archive._write(write))
    second = threading.Thread(target=lambda: archive._write(lambda _: kept.append("second")))
    first.start()
    writing.wait(30)
    second.start()
    closing = threading.Thread(target=archive.close)
    closing.start()
    go_on.set()
    for thread in (closing, first, second):
        thread.join(30)
    assert kept == ["first", "second"]
