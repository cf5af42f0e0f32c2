from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from quotations.errors import NotInArchive
from quotations.model import Audit
from storage import Archive, Override, Seen

pytestmark = pytest.mark.integration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_adding_a_watch_twice_adds_it_once(archive: Archive) -> None:
    first = archive.add_watch("/articles", "/reports", "folder")
    other = archive.add_watch("list.txt", "/reports", "list")
    assert archive.add_watch("/articles", "/reports", "folder") == first
    assert archive.watches() == [first, other]


def test_a_watch_remembers_what_it_saw(archive: Archive, audit: Callable[..., Audit]) -> None:
    watch = archive.add_watch("/articles", "/reports", "folder")
    made = archive.keep_audit(audit())
    archive.set_watch_file(watch.id, "b.html", "sha256:1")
    archive.set_watch_file(watch.id, "a.html", "sha256:2")
    archive.set_watch_file(watch.id, "b.html", "sha256:3", made)
    assert archive.watch_files(watch.id) == {
        "a.html": Seen(digest="sha256:2", audit=None),
        "b.html": Seen(digest="sha256:3", audit=made),
    }


def test_removing_a_watch_forgets_what_it_saw_and_keeps_its_audits(
    archive: Archive, audit: Callable[..., Audit]
) -> None:
    watch = archive.add_watch("/articles", "/reports", "folder")
    made = archive.keep_audit(audit())
    archive.set_watch_file(watch.id, "a.html", "sha256:2", made)
    archive.remove_watch(watch.id)
    assert archive.watches() == []
    assert archive.watch_files(watch.id) == {}
    assert archive.audit(made).id == made
    with pytest.raises(NotInArchive):
        archive.remove_watch(watch.id)
    with pytest.raises(NotInArchive):
        archive.remove_watch("no number")


def test_runs_are_listed_newest_first(archive: Archive) -> None:
    for hours in (1, 3, 2):
        archive.keep_run("watch", NOON + timedelta(hours=hours), NOON + timedelta(hours=4), {"sources": hours})
    assert [run.counts["sources"] for run in archive.runs()] == [3, 2, 1]
    assert [run.started_at.hour for run in archive.runs(limit=1)] == [15]


def test_peoples_words_are_added_never_replaced(archive: Archive) -> None:
    kept = [
        archive.keep_override(Override(subject="source:https://a.example/", word=word, who="Ann", why="I know", at=at))
        for word, at in [("paywalled", NOON), ("open", NOON + timedelta(days=1))]
    ]
    assert archive.overrides("source:https://a.example/") == kept[::-1]
    assert archive.overrides("source:https://b.example/") == []
    assert archive.all_overrides() == kept[::-1]


def test_of_many_words_the_newest_on_each_subject_is_found_and_can_be_taken_back(archive: Archive) -> None:
    def said(subject: str, word: str, hours: int) -> Override:
        at = NOON + timedelta(hours=hours)
        return archive.keep_override(Override(subject=subject, word=word, who="Ann", why="I know", at=at))

    said("a", "dead", 1)
    newest, other = said("a", "alive", 2), said("b", "dead", 0)
    assert archive.newest_overrides(["a", "b", "c"]) == {"a": newest, "b": other}
    assert archive.newest_overrides([]) == {}
    assert archive.remove_overrides(other.id) == 1
    assert archive.remove_overrides("a") == 2
    assert archive.all_overrides() == []
    with pytest.raises(NotInArchive):
        archive.remove_overrides("a")
