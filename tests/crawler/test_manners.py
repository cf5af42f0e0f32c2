from __future__ import annotations

import email.utils
import time
from typing import Any

import pytest

from quotations.model import Failure

pytestmark = pytest.mark.integration


class Clock:
    """Notes when each request came, and answers by what has been asked before."""

    def __init__(self, *answers: Any) -> None:
        self.times: list[float] = []
        self._answers = list(answers)

    def __call__(self, connection: Any, _: Any) -> None:
        self.times.append(time.monotonic())
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        connection.sendall(answer() if callable(answer) else answer)


def _in(seconds: float) -> str:
    return email.utils.formatdate(time.time() + seconds, usegmt=True)


def test_a_request_says_who_asks_and_what_a_browser_takes(net: Any) -> None:
    site = net.site()
    site.answers = {"/a": net.redirect("/b"), "/b": net.page()}
    net.look([site.url + "/a"], contact="https://paper.example/robot")
    for asked in site.asked:
        assert asked.headers["user-agent"].startswith("Mozilla/5.0 (compatible; Citetrail/")
        assert asked.headers["user-agent"].endswith("; +https://paper.example/robot)")
        assert asked.headers["accept"].startswith("text/html,")
        assert asked.host == f"127.0.0.1:{site.port}"
        assert "referer" not in asked.headers
        assert "cookie" not in asked.headers


def test_without_a_contact_it_says_so(net: Any) -> None:
    site = net.site()
    net.look([site.url + "/a"])
    assert "no contact given" in site.asked[0].headers["user-agent"]


def test_cookies_go_back_within_their_chain_and_host_only(net: Any) -> None:
    here, there = net.site("127.0.0.1"), net.site("127.0.0.2")
    here.answers = {
        "/in": net.redirect("/wall", "302 Found", "Set-Cookie: seen=1; Path=/; HttpOnly", "Set-Cookie: only=x; Path=/other"),
        "/wall": [net.redirect("/across"), net.page(b"again")],
        "/across": net.redirect(there.url + "/x"),
        "/later": net.page(b"later"),
    }  # fmt: skip
    there.answers = {"/x": net.redirect(here.url + "/end")}
    here.answers["/end"] = net.page(b"end")
    looked = net.look([here.url + "/in"], [here.url + "/later"])
    assert looked[0].body == b"end"
    sent = {one.target: one.headers.get("cookie") for one in here.asked}
    assert sent["/wall"] == sent["/end"] == "seen=1"
    assert sent["/in"] is sent["/later"] is None
    assert all("cookie" not in one.headers for one in there.asked)


def test_a_page_that_asks_for_a_cookie_by_redirecting_to_itself_is_no_loop(net: Any) -> None:
    site = net.site()
    site.answers = {"/x": [net.redirect("/x", "302 Found", "Set-Cookie: ok=1"), net.page(b"<p>in</p>")]}
    assert net.look([site.url + "/x"])[0].body == b"<p>in</p>"


def test_a_short_retry_after_is_waited_for(net: Any) -> None:
    site = net.site()
    seconds = Clock(net.page(b"", "Retry-After: 1", status="429 Too Many Requests"), net.page(b"in"))
    dated = Clock(
        lambda: net.page(b"", f"Retry-After: {_in(2)}", f"Date: {_in(0)}", status="503 Service Unavailable"),
        net.page(b"in"),
    )
    past = Clock(lambda: net.page(b"", f"Retry-After: {_in(-3600)}", status="429 Too Many Requests"), net.page(b"in"))
    site.answers = {"/seconds": seconds, "/dated": dated, "/past": past}
    looked = net.look([site.url + path for path in site.answers])
    assert [one.body for one in looked.captures] == [b"in"] * 3
    assert seconds.times[1] - seconds.times[0] > 0.9
    assert dated.times[1] - dated.times[0] > 0.9


def test_a_long_retry_after_is_recorded_and_holds_nothing_up(net: Any) -> None:
    site, other = net.site("127.0.0.1"), net.site("127.0.0.2")
    site.answers = {"/x": net.page(b"later", "Retry-After: 7200", status="429 Too Many Requests")}
    other.answers = {"/y": net.page(b"now")}
    began = time.monotonic()
    looked = net.look([site.url + "/x", other.url + "/y"])
    assert time.monotonic() - began < 10
    assert (looked[0].status, looked[0].retry_after, looked[0].failure) == (429, 7200.0, None)
    assert looked[1].body == b"now"
    assert site.hits("/x") == 1


def test_waiting_has_a_limit_in_all(net: Any) -> None:
    site = net.site()
    site.answers = {"/x": net.page(b"", "Retry-After: 1", status="503 Service Unavailable")}
    looked = net.look([site.url + "/x"], max_wait=1.5)
    assert (looked[0].status, site.hits("/x")) == (503, 2)


@pytest.mark.parametrize("value", ["99999999999999999999", "-5", "soon", "", "1e9"])
def test_no_retry_after_confuses_it(net: Any, value: str) -> None:
    site = net.site()
    site.answers = {"/x": net.page(b"no", f"Retry-After: {value}", status="429 Too Many Requests")}
    looked = net.look([site.url + "/x"])
    assert (looked[0].status, looked[0].body) == (429, b"no")


@pytest.mark.parametrize("value", ["-5", "soon", "0.5"])
def test_a_server_that_asks_for_no_time_that_can_be_read_is_tried_once_more(net: Any, value: str) -> None:
    site = net.site()
    site.answers = {"/x": [net.page(b"", f"Retry-After: {value}", status="503 Service Unavailable"), net.page(b"in")]}
    assert net.look([site.url + "/x"])[0].body == b"in"


def test_a_server_error_is_tried_once_more(net: Any) -> None:
    site = net.site()
    site.answers = {
        "/flaky": [net.page(b"", status="502 Bad Gateway"), net.page(b"in")],
        "/broken": net.page(b"broken", status="500 Internal Server Error"),
        "/absent": net.page(b"", status="501 Not Implemented"),
    }
    looked = net.look([site.url + path for path in site.answers])
    assert [(one.status, one.body) for one in looked.captures] == [(200, b"in"), (500, b"broken"), (501, b"")]
    assert [site.hits(path) for path in site.answers] == [2, 2, 1]


def test_one_domain_is_asked_once_a_delay_and_robots_txt_does_not_count(net: Any) -> None:
    site = net.site()
    clock = Clock(net.page())
    site.answers = {f"/{n}": clock for n in range(4)}
    net.look([site.url + path for path in site.answers], delay=0.4, width=1)
    gaps = [b - a for a, b in zip(clock.times, clock.times[1:], strict=False)]
    assert min(gaps) > 0.3


def test_two_processes_keep_one_delay_between_them(net: Any, tmp_path: Any) -> None:
    site = net.site()
    clock = Clock(net.page())
    site.answers = {"/1": clock, "/2": clock}
    for path in site.answers:
        net.look([site.url + path], delay=4.0, width=1, archive=tmp_path / "a.db")
    assert clock.times[1] - clock.times[0] > 3.9


def test_a_crawl_delay_slows_its_domain(net: Any) -> None:
    site = net.site()
    clock = Clock(net.page())
    site.answers = {"/robots.txt": net.page(b"User-agent: *\nCrawl-delay: 0.5", kind="text/plain")}
    site.answers |= {f"/{n}": clock for n in range(3)}
    net.look([site.url + f"/{n}" for n in range(3)], delay=0.01, width=1)
    assert clock.times[-1] - clock.times[0] > 0.4


def test_a_crawl_delay_is_obeyed_up_to_a_limit(net: Any) -> None:
    site = net.site()
    site.answers = {"/robots.txt": net.page(b"User-agent: *\nCrawl-delay: 3600", kind="text/plain"), "*": net.page()}
    looked = net.look([site.url + f"/{n}" for n in range(3)], delay=0.01, width=1, crawl_delay_limit=0.2)
    assert [one.status for one in looked.captures] == [200] * 3


def test_what_is_over_the_budget_is_put_off(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    looked = net.look([f"{site.url}/{n}" for n in (0, 1, 2, 0)], [f"{site.url}/3", f"{site.url}/1"], max_sources=2)
    kinds = [one.failure for one in looked.captures]
    assert kinds == [None, None, Failure.BUDGET, None, Failure.BUDGET, None]
    assert "max_sources" in looked[2].detail


def test_without_a_contact_a_run_is_short_except_at_admitted_addresses(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    inside = [f"{site.url}/{n}" for n in range(3)]
    outside = [f"http://{n}.example.invalid/" for n in range(2)]
    looked = net.look([*inside, *outside], max_anonymous=1, delay=0.0)
    assert [one.failure for one in looked.captures] == [None, None, None, Failure.DNS, Failure.BUDGET]
    assert "contact" in looked[4].detail
    told = net.look([*inside, *outside], max_anonymous=1, delay=0.0, contact="https://paper.example/robot")
    assert told[4].failure is Failure.DNS


def test_an_unchanged_page_need_not_be_sent_again(net: Any) -> None:
    site = net.site()
    site.answers = {"/x": net.page(b"<p>x</p>", 'ETag: "one"', "Last-Modified: Wed, 01 Oct 2025 08:00:00 GMT")}
    first = net.look([site.url + "/x"])[0]
    site.answers["/x"] = net.page(b"", 'ETag: "one"', "X-New: 1", status="304 Not Modified")
    second = net.look([site.url + "/x"], earlier={site.url + "/x": first})[0]
    assert site.asked[-1].headers["if-none-match"] == '"one"'
    assert site.asked[-1].headers["if-modified-since"] == "Wed, 01 Oct 2025 08:00:00 GMT"
    assert (second.status, second.digest, second.size, second.body) == (200, first.digest, 8, None)
    assert second.header("x-new") == "1"
    assert second.header("last-modified") == "Wed, 01 Oct 2025 08:00:00 GMT"
    assert second.detail.startswith("304")
    assert second.captured_at > first.captured_at
