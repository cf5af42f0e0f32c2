from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import event

from quotations.errors import ArchiveError
from quotations.model import Audit, Capture
from storage import Archive
from storage.tables import METADATA

pytestmark = pytest.mark.integration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@contextmanager
def _fault(archive: Archive, number: int) -> Iterator[list[str]]:
    """Let the statement with that number fail, as a disk or a server would; yields what was tried."""
    tried: list[str] = []
    engines = {archive._bindings.writer, archive._bindings.reader}

    def count(_c: object, _cursor: object, statement: str, _p: object, _context: object, _many: bool) -> None:
        tried.append(statement)
        if len(tried) == number:
            import sqlite3

            raise sqlite3.OperationalError("disk I/O error")

    for engine in engines:
        event.listen(engine, "before_cursor_execute", count)
    try:
        yield tried
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", count)


def _rows(archive: Archive) -> dict[str, int]:
    def count(connection: object) -> dict[str, int]:
        return {
            name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar()  # type: ignore[attr-defined]
            for name in METADATA.tables
        }

    return archive._read(count)


def _work(archive: Archive, audit: Audit) -> None:
    looks = [Capture(url=f"https://{host}.example/", captured_at=NOON, body=host.encode()) for host in ("a", "b")]
    archive.keep_captures(looks)
    archive.keep_article(audit.article, b"<p>", audit.name)
    archive.keep_audit(audit)
    watch = archive.add_watch("a", "b", "folder")
    archive.set_watch_file(watch.id, "a.html", "sha256:0")


def test_a_fault_at_any_statement_leaves_no_half_of_a_thing(tmp_path: Path, audit: Callable[..., Audit]) -> None:
    with Archive.open(tmp_path / "whole.db") as archive:
        _work(archive, audit())
        whole = _rows(archive)
    for number in range(1, 100):
        with Archive.open(tmp_path / f"{number}.db") as archive:
            failed = False
            with _fault(archive, number) as tried:
                try:
                    _work(archive, audit())
                except ArchiveError:
                    failed = True
            assert archive.check() == []
            rows = _rows(archive)
            assert (rows["capture"], rows["source"]) in {(0, 0), (2, 2)}
            assert (rows["audit"], rows["finding"], rows["link"]) in {(0, 0, 0), (1, 2, 1)}
            assert rows["body"] >= rows["source"]
            _work(archive, audit())
            assert archive.check() == []
            again = _rows(archive)
            assert {name: again[name] for name in ("body", "source", "article", "watch", "watch_file")} == {
                name: whole[name] for name in ("body", "source", "article", "watch", "watch_file")
            }
        if not failed:
            assert number > 10
            assert len(tried) < number
            return
    pytest.fail("the work never ended")
