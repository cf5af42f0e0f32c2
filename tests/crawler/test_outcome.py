from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import Headers

from crawler.budget import Budget
from crawler.failures import one_line
from crawler.outcome import content_type, readable
from crawler.retry_after import seconds

pytestmark = pytest.mark.unit

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def _date(**later: float) -> str:
    return format_datetime(NOW + timedelta(**later), usegmt=True)


@pytest.mark.parametrize(
    ("said", "kind", "charset"),
    [
        ([b"text/html; charset=UTF-8"], "text/html", "utf-8"),
        ([b"Text/HTML;Charset=\"iso-8859-1\";x=y"], "text/html", "iso-8859-1"),
        ([b"text/plain", b"application/pdf"], "application/pdf", None),
        ([b""], None, None),
        ([b"; charset=x"], None, "x"),
        ([], None, None),
    ],
)  # fmt: skip
def test_the_last_content_type_counts(said: list[bytes], kind: str | None, charset: str | None) -> None:
    assert content_type(Headers({b"Content-Type": said})) == (kind, charset)


def test_headers_are_kept_as_harmless_text() -> None:
    kept = readable(Headers({b"X-Name": ["é".encode(), b"\xe9", b"a\x00\x1bb"], b"Set-Cookie": [b"id=secret; Path=/"]}))
    assert kept == (("x-name", "é"), ("x-name", "é"), ("x-name", "a  b"), ("set-cookie", "id"))


def test_a_flood_of_headers_is_cut() -> None:
    kept = readable(Headers({f"X-{n}".encode(): [b"v" * 9000] for n in range(500)}))
    assert len(kept) == 100
    assert max(len(value) for _, value in kept) == 4096


@pytest.mark.parametrize(
    ("value", "said_at", "wait"),
    [
        ("120", None, 120),
        (" 0 ", None, 0),
        (_date(seconds=90), None, 90),
        (_date(seconds=90), _date(seconds=60), 30),
        (_date(hours=-1), None, 0),
        ("9" * 20, None, 366 * 24 * 3600),
        ("Wed, 31 Dec 9999 23:59:59 GMT", None, 366 * 24 * 3600),
        ("-5", None, None),
        ("soon", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_retry_after_is_seconds_or_a_date_by_the_servers_clock(
    value: str | None, said_at: str | None, wait: float | None
) -> None:
    assert seconds(value, said_at, NOW) == wait


@given(st.text(max_size=40), st.text(max_size=40) | st.none())
def test_no_retry_after_breaks_it(value: str, said_at: str | None) -> None:
    wait = seconds(value, said_at, NOW)
    assert wait is None or 0 <= wait <= 366 * 24 * 3600


def test_words_from_outside_become_one_short_line() -> None:
    assert one_line("a\nb\x1b[31m  c") == "a b [31m c"
    assert len(one_line("x" * 10_000)) == 300


def test_a_budget_counts_each_source_once() -> None:
    budget = Budget(2, 1)
    assert [budget.take(url, admitted=False) is None for url in "aab"] == [True, True, False]
    assert budget.take("c", admitted=True) is None
    assert "max_sources" in (budget.take("d", admitted=True) or "")
    assert budget.take("a", admitted=False) is None


def test_no_limit_is_none() -> None:
    budget = Budget(0, 0)
    assert all(budget.take(str(n), admitted=False) is None for n in range(5000))
