from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.cookies import ChainCookies

pytestmark = pytest.mark.unit

URL = "https://paper.example/news/today"


def header(*lines: bytes, url: str = URL, to: str = URL) -> str | None:
    jar = ChainCookies()
    jar.take(url, list(lines))
    return jar.header(to)


@pytest.mark.parametrize(
    ("line", "to", "sent"),
    [
        (b"a=1", URL, "a=1"),
        (b"a=1; Path=/", "https://paper.example/", "a=1"),
        (b"a=1", "https://paper.example/", None),
        (b"a=1", "https://paper.example/news/other", "a=1"),
        (b"a=1; Path=/new", URL, None),
        (b"a=1; Domain=example; Path=/", "https://other.example/", None),
        (b"a=1; Path=/", "https://www.paper.example/", None),
        (b"a=1; Secure; Path=/", "http://paper.example/", None),
        (b"a=1; Path=/", "http://paper.example/", "a=1"),
        (b"a=1; Max-Age=0", URL, None),
        (b"a=1; Max-Age=-5", URL, None),
        (b"a=1; Max-Age=50", URL, "a=1"),
        (b"a=b=c", URL, "a=b=c"),
        (b"a", URL, None),
        (b"=1", URL, None),
        (b"a=\x01", URL, None),
        (b"a=1\r\nInjected: x", URL, None),
    ],
)
def test_a_cookie_goes_back_where_it_belongs(line: bytes, to: str, sent: str | None) -> None:
    assert header(line, to=to) == sent


def test_a_later_value_takes_an_earlier_ones_place_and_an_end_ends_it() -> None:
    assert header(b"a=1", b"b=2", b"a=3") == "a=3; b=2"
    assert header(b"a=1", b"a=; Max-Age=0") is None


def test_a_flood_of_cookies_is_cut() -> None:
    sent = header(*[f"c{n}=1".encode() for n in range(500)])
    assert sent is not None
    assert sent.count("=") == 50


@given(st.lists(st.binary(max_size=80), max_size=8))
def test_no_cookie_breaks_a_request(lines: list[bytes]) -> None:
    sent = header(*lines)
    assert sent is None or (sent.encode("latin-1") and "\n" not in sent and "\r" not in sent)
