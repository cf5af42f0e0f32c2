from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotations.errors import ArchiveError, NotInArchive
from quotations.model import Capture, Exchange, Failure, Hop, Memento, RobotsDecision
from storage import Archive
from storage.bodies import digest_of

pytestmark = pytest.mark.integration

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY, SIX_HOURS = timedelta(days=1), timedelta(hours=6)
Make = Callable[..., Capture]


def test_a_capture_comes_back_as_it_went_in(archive: Archive) -> None:
    whole = Capture(
        url="https://a.example/ä?q=%2F",
        captured_at=datetime(2026, 3, 1, 23, 30, 5, 123456, tzinfo=timezone(timedelta(hours=5))),
        final_url="https://b.example/",
        status=200,
        hops=(Hop("https://a.example/ä?q=%2F", 301, "//b.example/"),),
        headers=(("content-type", "text/html"), ("x-odd", "\x00\udcff")),
        robots=RobotsDecision(allowed=True, rule="Allow: /", status=200),
        media_type="text/html",
        tls_verified=True,
        retry_after=1.5,
        body=b"<p>words",
    )
    (kept,) = archive.keep_captures([whole])
    assert kept.id
    assert kept.body is None
    assert kept == replace(whole, id=kept.id, digest=digest_of(b"<p>words"), size=8)
    assert archive.latest([whole.url]) == {whole.url: kept}
    assert archive.capture(kept.id) == kept
    assert archive.body(kept.digest or "") == b"<p>words"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(url=st.text(st.characters(), min_size=1, max_size=40), detail=st.text(st.characters()), body=st.binary())
def test_any_words_and_any_bytes_survive(archive: Archive, url: str, detail: str, body: bytes) -> None:
    (kept,) = archive.keep_captures([Capture(url=url, captured_at=NOON, detail=detail, body=body)])
    assert archive.capture(kept.id) == kept
    assert (kept.url, kept.detail, archive.body(kept.digest or "")) == (url, detail, body)


def test_addresses_longer_than_any_index_are_told_apart(archive: Archive, capture: Make) -> None:
    long = "https://a.example/" + "x" * 9000
    kept = archive.keep_captures([capture(long + "1"), capture(long + "2")])
    assert archive.latest([long + "2"]) == {long + "2": kept[1]}


def test_captures_of_one_call_keep_their_order(archive: Archive, capture: Make) -> None:
    urls = [f"https://a.example/{number % 7}" for number in range(120)]
    kept = archive.keep_captures([capture(url) for url in urls])
    assert [one.url for one in kept] == urls
    assert [int(one.id) for one in kept] == sorted(int(one.id) for one in kept)


def test_equal_bodies_are_kept_once(archive: Archive, capture: Make) -> None:
    kept = archive.keep_captures([capture(body=b"same"), capture("https://b.example/", body=b"same")])
    again = archive.keep_captures([capture("https://c.example/", body=b"same")])
    assert len({one.digest for one in kept + again}) == 1


def test_the_latest_is_the_newest_and_history_runs_backwards(archive: Archive, capture: Make) -> None:
    first, third, second = archive.keep_captures([capture(hours=1), capture(hours=3), capture(hours=2)])
    assert archive.latest([first.url, "https://never.example/"]) == {first.url: third}
    assert archive.history(first.url) == [third, second, first]


def test_an_archives_copy_and_a_supplied_file_are_history_but_no_look_at_the_source(
    archive: Archive, capture: Make
) -> None:
    archive.keep_captures(
        [
            capture(hours=5, memento=Memento(archive="x", original="https://a.example/page", at=NOON)),
            capture(hours=6, supplied="copy.html"),
        ]
    )
    url = "https://a.example/page"
    assert len(archive.history(url)) == 2
    assert archive.latest([url]) == {}
    assert archive.due([url], NOON, DAY, DAY) == [url]


@pytest.mark.parametrize("failure", [Failure.BUDGET, Failure.INTERRUPTED, Failure.NOT_HELD, Failure.NOT_FOLLOWED])
def test_what_was_not_looked_at_is_not_kept(archive: Archive, capture: Make, failure: Failure) -> None:
    before, unkept, after = archive.keep_captures([capture(), capture(hours=1, failure=failure), capture(hours=2)])
    assert (unkept.id, unkept.failure) == ("", failure)
    assert archive.history(before.url) == [after, before]


def test_a_source_is_due_when_nothing_younger_is_held(archive: Archive, capture: Make) -> None:
    archive.keep_captures(
        [
            capture("https://good.example/", hours=-23),
            capture("https://old.example/", hours=-25),
            capture("https://failed.example/", hours=-5, failure=Failure.TIMEOUT),
            capture("https://broken.example/", hours=-7, status=503),
            capture("https://barred.example/", hours=-7, failure=Failure.ROBOTS),
            capture("https://again.example/", hours=-20),
            capture("https://again.example/", hours=-7, status=404),
        ]
    )
    hosts = ["good", "old", "failed", "broken", "barred", "again", "never", "old"]
    due = archive.due([f"https://{host}.example/" for host in hosts], NOON, DAY, SIX_HOURS)
    assert due == [f"https://{host}.example/" for host in ("old", "broken", "again", "never")]


def test_thousands_of_addresses_are_asked_for_at_once(archive: Archive, capture: Make) -> None:
    urls = [f"https://a.example/{number}" for number in range(1500)]
    archive.keep_captures([capture(url) for url in urls[:1200]])
    assert archive.due(urls, NOON, DAY, DAY) == urls[1200:]
    assert list(archive.latest(urls)) == urls[:1200]


def test_the_ledger_tells_since_when_a_source_fails(archive: Archive, capture: Make) -> None:
    url = capture().url
    assert archive.ledger(url) == (None, None)
    archive.keep_captures([capture(hours=1, status=500), capture(hours=2), capture(hours=4, status=404)])
    archive.keep_captures([capture(hours=5, failure=Failure.DNS), capture(hours=6, failure=Failure.ROBOTS)])
    assert archive.ledger(url) == (NOON + timedelta(hours=4), NOON + timedelta(hours=2))
    archive.keep_captures([capture(hours=7)])
    assert archive.ledger(url) == (None, NOON + timedelta(hours=7))


@pytest.mark.parametrize("id", ["7", "", "x", "²", "-1", "9" * 40])
def test_an_unknown_capture_is_said_to_be_unknown(archive: Archive, id: str) -> None:
    with pytest.raises(NotInArchive):
        archive.capture(id)


def test_no_bytes_are_told_from_unknown_bytes(archive: Archive, capture: Make) -> None:
    (kept,) = archive.keep_captures([capture(body=b"")])
    assert archive.body(kept.digest or "") == b""
    assert archive.body(digest_of(b"never seen")) is None


def test_what_went_over_the_wire_is_kept_apart_from_the_facts(archive: Archive, capture: Make) -> None:
    went = Exchange(
        url="https://a.example/",
        at=NOON,
        request="GET / HTTP/1.1\nHost: a.example",
        response="HTTP/1.1 200 OK\nServer: \xe9\x00",
        address="192.0.2.1",
        received=5,
    )
    (kept,) = archive.keep_captures([replace(capture("https://a.example/"), exchanges=(went,))])
    assert kept.exchanges == ()
    assert archive.latest(["https://a.example/"])["https://a.example/"].exchanges == ()
    assert archive.exchanges(kept.id) == (went,)
    (without,) = archive.keep_captures([capture("https://b.example/")])
    assert archive.exchanges(without.id) == archive.exchanges("x") == ()


def test_what_is_held_of_a_site_is_found_whatever_the_host_under_it(archive: Archive, capture: Make) -> None:
    urls = [
        "https://a.example/1",
        "https://www.a.example/2",
        "http://a.example:8080/3",
        "https://b.example/?u=//a.example/",
        "https://ba.example/",
    ]
    archive.keep_captures([replace(capture(url), body=b"words " + url.encode()) for url in urls])
    archive.keep_captures([Capture(url="https://a.example/gone", captured_at=NOON, status=404, body=b"gone")])
    assert {one.url for one in archive.held("a.example")} >= set(urls[:3])
    assert not {"https://ba.example/", "https://a.example/gone"} & {one.url for one in archive.held("a.example")}
    assert len(archive.held()) == 5
    assert len(archive.held(limit=2)) == 2


def test_a_damaged_record_of_the_wire_is_told(archive: Archive, capture: Make) -> None:
    from sqlalchemy import text

    went = Exchange(url="https://a.example/", at=NOON, request="GET / HTTP/1.1", response="HTTP/1.1 200 OK")
    (kept,) = archive.keep_captures([replace(capture("https://a.example/"), exchanges=(went,))])
    with archive._bindings.writer.begin() as connection:
        connection.execute(text("UPDATE capture SET exchanges = :data"), {"data": b"nothing"})
    with pytest.raises(ArchiveError, match="damaged"):
        archive.exchanges(kept.id)
