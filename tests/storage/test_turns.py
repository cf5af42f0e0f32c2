from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

import storage
from quotations.errors import ArchiveBusy
from storage import Archive

pytestmark = pytest.mark.integration

ROOT = Path(storage.__file__).parents[1]
HOLDER = """
import sys, threading
from storage import Archive
with Archive.open(sys.argv[1]) as archive, archive.lease("watch run", "the other", float(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _holder(db: str, seconds: float) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, db, str(seconds)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_two_processes_exclude_each_other_until_one_is_done(archive: Archive, db: str) -> None:
    other = _holder(db, 60)
    with pytest.raises(ArchiveBusy) as refused, archive.lease("watch run"):
        pass
    assert "the other" in refused.value.message
    with archive.lease("something else"):
        pass
    other.communicate("\n", timeout=60)
    with archive.lease("watch run"):
        pass


def test_a_killed_holders_lease_ends_by_itself(archive: Archive, db: str) -> None:
    other = _holder(db, 1)
    other.kill()
    other.wait()
    waited = threading.Event()
    for _ in range(600):
        try:
            with archive.lease("watch run"):
                return
        except ArchiveBusy:
            waited.wait(0.05)
    pytest.fail("the lease never ended")


def test_a_lease_outlives_its_seconds_while_it_is_held(archive: Archive) -> None:
    with archive.lease("watch run", seconds=1.5) as lease:  # room enough for a machine that is busy with other things
        threading.Event().wait(2.0)
        lease.check()
        with pytest.raises(ArchiveBusy), archive.lease("watch run"):
            pass


def test_who_lost_a_lease_is_told_and_does_not_end_the_new_holders(archive: Archive) -> None:
    with archive.lease("watch run", seconds=60) as old:
        archive._write(lambda connection: storage.turns.give_back(connection, "watch run", old.token))
        with archive.lease("watch run", seconds=60) as new:
            assert new.token > old.token
            old._lost = not archive._write(
                lambda connection: storage.turns.renew(connection, "watch run", old.token, 60)
            )
            with pytest.raises(ArchiveBusy):
                old.check()
            old.close()
            new.check()
            with pytest.raises(ArchiveBusy), archive.lease("watch run"):
                pass


def test_turns_asked_for_together_are_as_those_asked_for_one_by_one(archive: Archive) -> None:
    asked = [("b.example", 1.0), ("a.example", 1.0), ("a.example", 1.0), ("c.example", 2.0), ("a.example", 2.0)]
    assert archive.domain_turns(asked, now=100.0) == [0.0, 0.0, 1.0, 0.0, 3.0]
    assert archive.domain_turns([], now=100.0) == []


def test_turns_at_a_domain_stand_one_delay_apart(archive: Archive) -> None:
    assert [archive.domain_turn("a.example", 1.0, now=100.0) for _ in range(3)] == [0.0, 1.0, 2.0]
    assert archive.domain_turn("b.example", 1.0, now=100.0) == 0.0
    assert archive.domain_turn("a.example", 1.0, now=102.5) == 0.5
    assert archive.domain_turn("a.example", 1.0, now=200.0) == 0.0


def test_no_delay_means_no_waiting(archive: Archive) -> None:
    assert [archive.domain_turn("a.example", 0.0, now=100.0) for _ in range(3)] == [0.0] * 3


def test_a_turn_given_by_a_clock_that_ran_ahead_is_not_waited_for(archive: Archive) -> None:
    archive.domain_turn("a.example", 1.0, now=1_000_000.0)
    assert archive.domain_turn("a.example", 1.0, now=100.0) == 0.0


def test_many_at_once_never_get_the_same_turn(archive: Archive, db: str) -> None:
    turns: list[float] = []

    def take() -> None:
        with Archive.open(db) as own:
            turns.extend(own.domain_turn("a.example", 1.0, now=100.0) for _ in range(10))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(turns) == [float(number) for number in range(40)]


def test_turns_long_past_are_forgotten_when_the_archive_is_tidied(archive: Archive) -> None:
    archive.domain_turn("old.example", 1.0, now=100.0)
    archive.domain_turn("new.example", 600.0)
    archive.vacuum()
    assert archive.domain_turn("old.example", 1.0, now=100.0) == 0.0
    assert archive.domain_turn("new.example", 600.0) > 0.0
