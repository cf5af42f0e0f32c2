from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.refresh import LOOKED_AT, SMALL, sent_on, target_of

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("0;url=/a", "/a"),
        ("0; URL = '/a b'", "/a b"),
        ('5;url="/a"rest', "/a"),
        ("0,/a", "/a"),
        ("0.5; /a", "/a"),
        ("1 url=/a", "/a"),
        ("0; url=", None),
        ("5", None),
        ("30; url=/a", None),
        ("6; url=/a", None),
        ("url=/a", None),
        ("", None),
        ("0x; url=/a", None),
        ("0;urla", "urla"),
        ("0;/.well-known/sgcaptcha/?r=%2Fx", None),
        ("5; URL='/story?bm-verify=AAQ'", None),
        ("0; url=/distil_r_captcha.html?requestId=1", None),
    ],
)
def test_a_refresh_value_is_read_as_browsers_read_it(value: str, target: str | None) -> None:
    assert target_of(value) == target


@pytest.mark.parametrize(
    ("page", "value"),
    [
        (b"<meta http-equiv='refresh' content='0;url=/a'>", "/a"),
        (b"<html><head><META CONTENT='0;url=/a' HTTP-EQUIV=Refresh />", "/a"),
        (b"<meta http-equiv=refresh content=0;url=/a>", "/a"),
        (b"<meta http-equiv=refresh content='0;url=/a?b&amp;c'>", "/a?b&c"),
        ("<meta http-equiv=refresh content='0;url=/é'>".encode(), "/é"),
        (b"<!-- <meta http-equiv=refresh content='0;url=/a'> -->", None),
        (b"<noscript><meta http-equiv=refresh content='0;url=/a'></noscript>", None),
        (b"<script>'<meta http-equiv=refresh content=0>'</script>", None),
        (b"<title><meta http-equiv=refresh content=0></title>", None),
        (b"<body><meta http-equiv=refresh content='0;url=/a'>", "/a"),
        (b"<body>" + b"words " * 200 + b"<meta http-equiv=refresh content='0;url=/a'>", None),
        (b"<head><meta http-equiv=refresh content='0;url=/a'></head><body>" + b"words " * 200, "/a"),
        (b"<head><meta http-equiv=refresh content='10;url=/a'></head><body>You will be sent on.", "/a"),
        (b"<head><meta http-equiv=refresh content='10;url=/a'></head><body>" + b"words " * 200, None),
        (b"<head><meta http-equiv=refresh content='600;url=/a'></head><body>This page reloads.", None),
        (b"<head><style>" + b"a{color:red}" * 700 + b"</style><meta http-equiv=refresh content='0;url=/a'>", "/a"),
        (b"<meta name=refresh content='0;url=/a'>", None),
        (b"<meta http-equiv=refresh>", None),
        (b"<meta http-equiv='refresh content='0", None),
        (b" " * LOOKED_AT + b"<meta http-equiv=refresh content='0;url=/a'>", None),
        (b"<p>words about a refresh</p>", None),
        (
            b"<noscript><META http-equiv=refresh content='0;URL=https://paper.example/a'></noscript>"
            b"<script>location.replace('https:\\/\\/paper.example\\/a')</script>",
            "https://paper.example/a",
        ),
        (
            b"<noscript><meta http-equiv=refresh content='0;url=/no-script'></noscript><script>start('/app')</script>",
            None,
        ),
        (
            b"<noscript><meta http-equiv=refresh content='0;url=/a'></noscript><script>go('/a')</script>"
            + b" " * SMALL,
            None,
        ),
    ],
)
def test_a_refresh_is_found_where_a_reader_would_meet_it(page: bytes, value: str | None) -> None:
    assert sent_on(page) == value


def test_a_small_page_may_lead_to_itself_at_once() -> None:
    assert sent_on(b"<meta http-equiv=refresh content=1><p>Setting a cookie.</p>") == ""
    assert sent_on(b"<meta http-equiv=refresh content=300><p>News of the hour.</p>") is None
    assert sent_on(b"<meta http-equiv=refresh content=1><p>" + b"words to read " * 90) is None


@given(
    st.lists(st.sampled_from([b"<", b"meta ", b"refresh", b"http-equiv=", b"'", b'"', b">", b"<!--", b"<script", b"="]))
)
def test_no_page_breaks_it(pieces: list[bytes]) -> None:
    sent_on(b"".join(pieces) + b"refresh")


def test_nested_elements_are_not_followed_down() -> None:
    assert sent_on(b"<noscript>" * 100_000 + b"refresh") is None


def test_a_page_of_nothing_but_brackets_is_read_in_no_time() -> None:
    assert sent_on(b"<meta refresh" * 100_000) is None
