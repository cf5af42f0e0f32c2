from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import update

from quotations.model import Capture
from storage import Archive, bodies, looks
from storage.bodies import digest_of
from storage.fresh import Fresh
from storage.tables import BODY

Make = Callable[..., Capture]


@pytest.mark.unit
def test_the_latest_bodies_are_held_up_to_a_size() -> None:
    fresh = Fresh(room=10)
    fresh.keep({"a": b"1234", "b": b"1234"})
    fresh.keep({"b": b"1234", "c": b"12345"})
    fresh.keep({"d": b"longer than there is room for"})
    assert [fresh.get(digest) for digest in "abcd"] == [None, b"1234", b"12345", None]


@pytest.mark.unit
def test_what_is_forgotten_makes_room() -> None:
    fresh = Fresh(room=4)
    fresh.keep({"a": b"1234"})
    fresh.clear()
    fresh.keep({"b": b"1234"})
    assert [fresh.get(digest) for digest in "ab"] == [None, b"1234"]


@pytest.mark.integration
def test_a_body_that_was_just_kept_is_not_read_back(
    tmp_path: Path, capture: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.open(tmp_path / "a.db") as one:
        one.keep_captures([capture(body=b"words")])
        with monkeypatch.context() as patched:
            patched.delattr(bodies, "body")
            patched.delattr(bodies, "several")
            assert one.body(digest_of(b"words")) == b"words"
            assert one.bodies_of([digest_of(b"words")]) == {digest_of(b"words"): b"words"}
        one.vacuum()  # from here on the database alone knows
        assert one.body(digest_of(b"words")) == b"words"


@pytest.mark.integration
def test_a_body_is_held_only_when_it_is_safe_in_the_archive(
    tmp_path: Path, capture: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("the disk is full")

    with Archive.open(tmp_path / "a.db") as one:
        with monkeypatch.context() as patched:
            patched.setattr(looks.captures, "keep_captures", refuse)
            with pytest.raises(RuntimeError, match="full"):
                one.keep_captures([capture(body=b"words")])
        assert one.body(digest_of(b"words")) is None


@pytest.mark.integration
def test_bytes_that_were_taken_away_stay_away_when_they_are_fetched_again(tmp_path: Path, capture: Make) -> None:
    with Archive.open(tmp_path / "a.db") as one:
        one.keep_captures([capture(body=b"words")])
    with Archive.open(tmp_path / "a.db") as one:
        one._write(lambda connection: connection.execute(update(BODY).values(data=None)))
        one.keep_captures([capture(hours=1, body=b"words")])
        assert one.body(digest_of(b"words")) is None
