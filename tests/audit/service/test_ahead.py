"""Texts that are read while the crawl goes on."""

import threading

import pytest

from audit.service.ahead import Ahead
from audit.service.texts import looked_all
from quotations.errors import ArchiveError
from quotations.model import Capture

pytestmark = pytest.mark.integration


def kept(bench, number):
    body = f"<title>t</title><p>The board met for {number} hours and heard two engineers.</p>".encode()
    url = f"https://a{number}.example/"
    capture = Capture(
        url=url, captured_at=bench.now(), final_url=url, status=200, media_type="text/html", size=len(body), body=body
    )
    return bench.archive.keep_captures([capture])[0]


def test_what_came_is_read_before_anybody_asks(bench):
    captures = [kept(bench, number) for number in range(5)]
    read = threading.Event()

    def reading(data, _text=bench.sandbox.text, **given):
        read.set()
        return _text(data, **given)

    bench.sandbox.text = reading
    with Ahead(bench) as ahead:
        for one in captures:
            ahead.come(one)
        assert read.wait(10)
        found = ahead.looked(captures)
    assert bench.sandbox.read == 5
    assert [one.text.text.splitlines()[0] for one in found] == [
        f"The board met for {number} hours and heard two engineers." for number in range(5)
    ]


def test_texts_are_the_same_whether_read_ahead_or_not(bench):
    captures = [kept(bench, number) for number in range(6)]
    with Ahead(bench) as ahead:
        for one in captures[3:]:
            ahead.come(one)
        found = ahead.looked(captures[::-1])
    assert found == looked_all(captures[::-1], bench.sandbox, bench.archive)
    assert bench.sandbox.read == 6


def test_a_look_that_brought_nothing_is_not_read(bench):
    failed = Capture(url="https://a.example/", captured_at=bench.now(), status=404)
    with Ahead(bench) as ahead:
        ahead.come(failed)
        assert [one.text for one in ahead.looked([failed])] == [None]
    assert bench.sandbox.read == 0


def test_what_failed_ahead_is_told_to_who_asks(bench, monkeypatch):
    capture = kept(bench, 1)

    def full(*_):
        raise ArchiveError("The disk is full.")

    monkeypatch.setattr(bench.archive, "keep_texts", full)
    with Ahead(bench) as ahead:
        ahead.come(capture)
        with pytest.raises(ArchiveError, match="full"):
            ahead.looked([capture])
