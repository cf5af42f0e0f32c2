from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import pytest

from quotations.errors import ArchiveError
from quotations.model import Capture
from storage import Archive, Writer

pytestmark = pytest.mark.integration

Make = Callable[..., Capture]


def test_what_many_threads_hand_in_is_kept_when_their_futures_are_done(archive: Archive, capture: Make) -> None:
    kept: list[Capture] = []

    def hand_in(who: int) -> None:
        for number in range(20):
            kept.append(writer.submit(capture(f"https://{who}.example/{number}", body=b"%d" % who)).result())

    with Writer(archive) as writer:
        threads = [threading.Thread(target=hand_in, args=(who,)) for who in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(kept) == 80
    assert {one.url: one for one in kept} == archive.latest([one.url for one in kept])


def test_closing_writes_what_was_handed_in(archive: Archive, capture: Make) -> None:
    writer = Writer(archive)
    futures = [writer.submit(capture(f"https://a.example/{number}")) for number in range(130)]
    writer.close()
    assert all(future.done() for future in futures)
    assert len(archive.latest([future.result().url for future in futures])) == 130
    with pytest.raises(ArchiveError):
        writer.submit(capture())
    writer.close()


def test_captures_are_committed_in_groups(archive: Archive, capture: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    groups: list[int] = []
    keep = archive.keep_captures

    def count(looked: Sequence[Capture]) -> list[Capture]:
        groups.append(len(looked))
        return keep(looked)

    monkeypatch.setattr(archive, "keep_captures", count)
    with Writer(archive) as writer:
        for number in range(200):
            writer.submit(capture(f"https://a.example/{number}"))
    assert sum(groups) == 200
    assert max(groups) <= 100
    assert len(groups) < 200


def test_a_refusal_reaches_everybody_who_waits(
    archive: Archive, capture: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> list[Capture]:
        raise ArchiveError("The disk is full.")

    monkeypatch.setattr(archive, "keep_captures", full)
    with Writer(archive) as writer:
        futures = [writer.submit(capture(f"https://a.example/{number}")) for number in range(60)]
    for future in futures:
        with pytest.raises(ArchiveError):
            future.result()


def test_a_capture_that_cannot_be_kept_costs_no_other(archive: Archive, capture: Make) -> None:
    good, bad = capture("https://a.example/"), capture("https://b.example/", status=object())
    with Writer(archive) as writer:
        futures = [writer.submit(one) for one in (good, bad, good)]
    assert [future.exception() is None for future in futures] == [True, False, True]
    assert len(archive.history("https://a.example/")) == 2
