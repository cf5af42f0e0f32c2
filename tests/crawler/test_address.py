from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.address import MAX_LENGTH, location, wire
from crawler.failures import Failed
from crawler.transport.written import written_path
from quotations.model import Failure

pytestmark = pytest.mark.unit

BASE = "http://paper.example/series/part-1?x=1"


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://paper.example", "http://paper.example/"),
        ("HTTP://Paper.Example:80/A", "http://paper.example/A"),
        ("http://paper.example/a//b%2Fc/%e9?q#part", "http://paper.example/a//b%2Fc/%e9?q"),
        ("http://paper.example/a?", "http://paper.example/a?"),
        ("http://paper.example?x=1", "http://paper.example/?x=1"),
        ("http://paper.example/a/../b/./c", "http://paper.example/b/c"),
        ("http://paper.example/přívoz?řeka", "http://paper.example/p%C5%99%C3%ADvoz?%C5%99eka"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        (" http://paper.example/a\n b ", "http://paper.example/a%20b"),
        ("http:\\\\paper.example\\a", "http://paper.example/a"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("https://paper.example:80/", "https://paper.example:80/"),
    ],
)
def test_an_address_is_asked_for_as_browsers_ask(url: str, asked: str) -> None:
    assert wire(url) == asked


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("mailto:ida@paper.example", Failure.SCHEME),
        ("no scheme", Failure.SCHEME),
        ("", Failure.SCHEME),
        ("http://", Failure.DNS),
        ("http://a b/", Failure.DNS),
        ("http://exa<mple/", Failure.DNS),
        ("http://paper.example/" + "a" * MAX_LENGTH, Failure.LIMIT),
    ],
)
def test_what_cannot_be_asked_for_has_its_failure(url: str, failure: Failure) -> None:
    with pytest.raises(Failed) as caught:
        wire(url)
    assert caught.value.failure is failure


@pytest.mark.parametrize(
    ("written", "target"),
    [
        (b"/zpr\xc3\xa1vy", "http://paper.example/zpr%C3%A1vy"),
        (b"/caf\xe9", "http://paper.example/caf%E9"),
        (b"next/part-2", "http://paper.example/series/next/part-2"),
        (b"?v=2", "http://paper.example/series/part-1?v=2"),
        (b"#there", "http://paper.example/series/part-1?x=1#there"),
        (b"//other.example/q", "http://other.example/q"),
        (b"/\\other.example/q", "http://other.example/q"),
        (b"  /a b#c d ", "http://paper.example/a%20b#c%20d"),
        (b"https:other.example", "https://other.example/"),
        (b"http:rest", "http://paper.example/series/rest"),
        (b"javascript:void(0)", "javascript:void(0)"),
        (b"", "http://paper.example/series/part-1?x=1"),
    ],
)
def test_a_location_in_any_form_is_resolved(written: bytes, target: str) -> None:
    assert location(BASE, written) == target


@given(st.text(max_size=60).map(lambda tail: "http://paper.example/" + tail) | st.text(max_size=60))
def test_any_text_is_an_ascii_address_or_a_failure(url: str) -> None:
    try:
        asked = wire(url)
    except Failed:
        return
    assert asked.isascii()
    assert asked.isprintable()
    assert " " not in asked
    assert urlsplit(asked).hostname
    assert wire(asked) == asked
    assert written_path(asked).startswith(b"/")


@given(st.binary(max_size=60))
def test_any_location_is_a_text(written: bytes) -> None:
    assert isinstance(location(BASE, written), str)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://paper.example/", b"/"),
        ("http://paper.example/a//b?c=/?", b"/a//b?c=/?"),
        ("http://paper.example/a?", b"/a?"),
        ("http://paper.example/a;", b"/a;"),
        ("http://paper.example", b"/"),
    ],
)
def test_the_request_line_has_the_path_as_written(url: str, target: bytes) -> None:
    assert written_path(url) == target
