"""What is taken down of the wire, for evidence."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from storage import Archive

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def looked(net: Any, tmp_path_factory: Any) -> Any:
    site = net.site()
    odd = b"HTTP/1.1 200 All Right\r\nx-LOWER:  kept \r\nServer: a\r\n b\r\nSet-Cookie: sid=secret; Path=/\r\n"
    site.answers = {
        "/": odd + b"Content-Length: 5\r\n\r\nwords",
        "/from": net.redirect("/to?a=%2F", "301 Gone Over", "Set-Cookie: chain=hidden"),
        "/to?a=%2F": net.page(b"there"),
        "/busy": [net.page(b"wait", "Retry-After: 1", status="503 Busy"), net.page(b"now")],
        "/flood": net.page(b"words", *(f"X-{n}: {'v' * 500}" for n in range(60))),
    }
    file = tmp_path_factory.mktemp("tap") / "a.db"
    urls = [site.url + path for path in ("/", "/from", "/busy", "/flood")]
    captures = net.look([*urls, "http://127.0.0.1:1/"], archive=file).captures
    with Archive.open(file) as archive:
        return site, {one.url.removeprefix(site.url): archive.exchanges(one.id) for one in captures}, captures


def test_the_request_stands_as_it_was_sent(looked: Any) -> None:
    site, found, _ = looked
    (one,) = found["/"]
    lines = one.request.split("\n")
    assert lines[0] == "GET / HTTP/1.1"
    sent = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
    assert sent == site.asked[1].headers
    assert one.url == site.url + "/"
    assert (one.address, one.received) == ("127.0.0.1", 5)
    assert abs((datetime.now(UTC) - one.at).total_seconds()) < 600


def test_the_answers_head_keeps_its_letters_and_order_and_no_secret(looked: Any) -> None:
    (one,) = looked[1]["/"]
    lines = ["HTTP/1.1 200 All Right", "x-LOWER: kept", "Server: a b", "Set-Cookie: sid", "Content-Length: 5"]
    assert one.response.split("\n") == lines
    assert not one.cut


def test_each_hop_is_an_exchange_and_cookies_are_names_alone(looked: Any) -> None:
    first, second = looked[1]["/from"]
    assert first.response.startswith("HTTP/1.1 301 Gone Over\n")
    assert second.request.startswith("GET /to?a=%2F HTTP/1.1\n")
    assert "Cookie: chain" in second.request.split("\n")
    assert "hidden" not in first.response + second.request


def test_a_try_that_was_told_to_wait_stands_before_the_one_that_counts(looked: Any) -> None:
    first, second = looked[1]["/busy"]
    assert first.response.startswith("HTTP/1.1 503 Busy")
    assert second.response.startswith("HTTP/1.1 200 OK")


def test_a_head_without_measure_is_cut_and_says_so(looked: Any) -> None:
    (one,) = looked[1]["/flood"]
    assert one.cut
    assert 8_000 < len(one.response) <= 16 * 1024


def test_where_nothing_answered_there_is_no_exchange(looked: Any) -> None:
    assert looked[2][-1].failure is not None
    assert looked[1]["http://127.0.0.1:1/"] == ()
