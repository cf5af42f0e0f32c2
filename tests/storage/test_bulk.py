"""What is given for many keys: the same as key by key, in few statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event

from quotations.model import Capture, Memento, Text
from storage import Archive
from storage.bodies import CHUNK, digest_of

pytestmark = pytest.mark.integration
Make = Callable[..., Capture]


@contextmanager
def statements(archive: Archive) -> Iterator[list[str]]:
    """The statements that are sent meanwhile, without those that begin a transaction."""
    sent: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    engines = {archive._bindings.reader, archive._bindings.writer}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", hear)
    yield sent
    for engine in engines:
        event.remove(engine, "before_cursor_execute", hear)


def page(number: int) -> str:
    return f"https://a{number % 7}.example/{number}"


def test_histories_are_those_that_are_given_one_by_one(archive: Archive, capture: Make) -> None:
    copy = Memento(archive="a", original=page(1), at=capture().captured_at)
    archive.keep_captures([capture(page(n), hours=h) for h in (3, 1, 2) for n in range(5)])
    archive.keep_captures([capture(page(1), hours=9, memento=copy), capture(page(2), hours=3)])
    found = archive.histories([page(n) for n in (4, 2, 1, 99)])
    assert list(found) == [page(4), page(2), page(1), page(99)]
    assert found == {url: archive.history(url) for url in found}
    assert [len(one) for one in found.values()] == [3, 4, 4, 0]
    assert [one.memento for one in found[page(1)]] == [copy, None, None, None]
    times = [(one.captured_at, int(one.id)) for one in found[page(2)]]
    assert times == sorted(times, reverse=True)


def test_texts_and_bodies_are_those_that_are_given_one_by_one(archive: Archive, capture: Make) -> None:
    contents = [f"<p>words {number}".encode() for number in range(5)]
    archive.keep_captures([capture(page(n), body=body) for n, body in enumerate(contents)])
    digests = [digest_of(body) for body in contents]
    archive.keep_texts("1", {digest: Text(text=f"words \ud800 {digest}") for digest in digests[1:]})
    archive.keep_texts("2", {digests[0]: Text(text="of another version")})
    assert archive.bodies_of([*digests, "sha256:none"]) == dict(zip(digests, contents, strict=True))
    found = archive.texts([*digests, "sha256:none"], "1")
    assert found == {digest: Text(text=f"words \ud800 {digest}") for digest in digests[1:]}
    assert archive.text(digests[1], "1") == found[digests[1]]


def test_a_text_is_kept_in_place_of_the_one_before(archive: Archive) -> None:
    archive.keep_texts("1", {"sha256:a": Text(text="first"), "sha256:b": Text(text="stays")})
    archive.keep_texts("1", {"sha256:a": Text(text="second"), "sha256:c": Text(text="new")})
    found = archive.texts(["sha256:a", "sha256:b", "sha256:c"], "1")
    assert {digest: one.text for digest, one in found.items()} == {
        "sha256:a": "second",
        "sha256:b": "stays",
        "sha256:c": "new",
    }


def test_nothing_is_asked_where_nothing_is_wanted(archive: Archive) -> None:
    with statements(archive) as sent:
        archive.keep_texts("1", {})
        assert (archive.histories([]), archive.texts([], "1"), archive.bodies_of([])) == ({}, {}, {})
    assert sent == []


def test_the_number_of_statements_does_not_grow_with_the_number_of_keys(archive: Archive, capture: Make) -> None:
    urls = [page(number) for number in range(CHUNK)]
    kept = archive.keep_captures([capture(url, body=url.encode()) for url in urls])
    digests = [one.digest or "" for one in kept]
    archive.keep_texts("1", {digest: Text(text=digest) for digest in digests})
    for ask in (
        lambda some: archive.histories(urls[:some]),
        lambda some: archive.latest(urls[:some]),
        lambda some: archive.texts(digests[:some], "1"),
        lambda some: archive.bodies_of(digests[:some]),
    ):
        with statements(archive) as sent:
            assert len(ask(2)) == 2
            assert len(ask(CHUNK)) == CHUNK
        assert len(sent) == 2
        sent.clear()
    with statements(archive) as sent:
        assert len(archive.histories([*urls, page(CHUNK)])) == CHUNK + 1
    assert len(sent) == 2


def test_histories_and_texts_are_found_by_their_keys(archive: Archive, capture: Make) -> None:
    (kept,) = archive.keep_captures([capture(page(1), body=b"x")])
    digest = kept.digest or ""
    for ask in (
        lambda: archive.histories([page(1)]),
        lambda: archive.texts([digest], "1"),
        lambda: archive.bodies_of([digest]),
    ):
        for line in plan_of(archive, ask):
            assert not line.startswith(("SCAN", "Seq Scan")), line


def plan_of(archive: Archive, ask: Callable[[], Any]) -> list[str]:
    """How the database goes about the one statement that *ask* sends; PostgreSQL as it would of a large table."""
    asked: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        asked.append((statement, parameters))

    engine = archive._bindings.reader
    event.listen(engine, "before_cursor_execute", hear)
    ask()
    event.remove(engine, "before_cursor_execute", hear)
    statement, parameters = asked[-1]
    with engine.connect() as connection:
        if archive._bindings.sqlite:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
            return [row.detail for row in rows]
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        rows = connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
        return [row[0].strip().removeprefix("->").strip() for row in rows]


@pytest.mark.parametrize("db", ["sqlite"], indirect=True)
def test_giving_back_room_takes_no_memory_of_the_archives_size(archive: Archive) -> None:
    with statements(archive) as sent:
        archive.vacuum()
    assert sent.index("PRAGMA temp_store = FILE") == sent.index("VACUUM") - 1
    with archive._bindings.writer.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA temp_store").scalar() == 2  # memory again
