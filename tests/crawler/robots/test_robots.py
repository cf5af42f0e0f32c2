from __future__ import annotations

import gzip
import socket
from typing import Any

import pytest

from quotations.model import Failure, RobotsDecision

pytestmark = pytest.mark.integration


def _reset(connection: socket.socket, _: Any) -> None:
    connection.close()


@pytest.fixture(scope="module")
def found(net: Any) -> Any:
    other = net.site("127.0.2.1")
    other.answers = {"/robots.txt": net.page(b"User-agent: *\nDisallow: /page", kind="text/plain")}
    big = b"User-agent: *\nDisallow: /page\n" + b"# filler\n" * 1_400_000
    packed = gzip.compress(b"User-agent: *\nDisallow: /page")
    kinds = {
        "404": net.page(b"", status="404 Not Found"),
        "403": net.page(b"", status="403 Forbidden"),
        "429": net.page(b"", status="429 Too Many Requests"),
        "503": net.page(b"User-agent: *\nAllow: /", status="503 Service Unavailable"),
        "rule": net.page(b"User-agent: *\nDisallow: /page", kind="text/plain"),
        "html": net.page(b"<html><p>User-agent: nobody</p>"),
        "moved": net.redirect(other.url + "/robots.txt", "301 Moved Permanently"),
        "loop": net.redirect("/robots.txt"),
        "big": net.page(big, kind="text/plain"),
        "packed": net.page(packed, "Content-Encoding: gzip", kind="text/plain"),
        "reset": _reset,
        "closed": None,
    }
    sites = {}
    for number, (name, answer) in enumerate(kinds.items()):
        site = sites[name] = net.site(f"127.0.1.{number + 1}")
        if answer is None:
            site.close()
        site.answers = {"/robots.txt": answer, "/page": net.page(b"<p>p</p>"), "/other": net.page(b"<p>o</p>")}
    looked = net.look([site.url + path for site in sites.values() for path in ("/page", "/other")])
    byname = {one.url: one for one in looked.captures}
    return {name: (byname[site.url + "/page"], byname[site.url + "/other"], site) for name, site in sites.items()}


@pytest.mark.parametrize("name", ["404", "403", "html", "loop"])
def test_where_there_are_no_rules_all_is_allowed(found: Any, name: str) -> None:
    page, _, _ = found[name]
    assert page.body == b"<p>p</p>"
    assert page.robots.allowed


@pytest.mark.parametrize(("name", "status"), [("503", 503), ("429", 429)])
def test_a_server_that_cannot_say_is_not_asked(found: Any, name: str, status: int) -> None:
    page, _, site = found[name]
    assert page.failure is Failure.ROBOTS
    assert page.robots == RobotsDecision(allowed=False, rule=None, status=status)
    assert site.hits("/page") == 0


@pytest.mark.parametrize("name", ["rule", "moved", "big", "packed"])
def test_a_rule_forbids_and_is_recorded(found: Any, name: str) -> None:
    page, other, site = found[name]
    assert page.failure is Failure.ROBOTS
    assert page.robots == RobotsDecision(allowed=False, rule="Disallow: /page", status=200)
    assert "Disallow: /page" in page.detail
    assert site.hits("/page") == 0
    assert other.body == b"<p>o</p>"


@pytest.mark.parametrize(("name", "failure"), [("reset", Failure.RESET), ("closed", Failure.CONNECTION_REFUSED)])
def test_what_fails_below_http_is_the_sources_own_failure(found: Any, name: str, failure: Failure) -> None:
    page, other, _ = found[name]
    assert page.failure is other.failure is failure


def test_it_is_asked_for_once(found: Any) -> None:
    assert [found[name][2].hits("/robots.txt") for name in ("404", "rule", "503")] == [1, 1, 1]


def test_our_group_is_obeyed_by_our_name(net: Any) -> None:
    site = net.site()
    site.answers = {
        "/robots.txt": net.page(
            b"User-agent: citetrail\nDisallow: /us\n\nUser-agent: *\nDisallow: /", kind="text/plain"
        ),
        "*": net.page(b"<p>x</p>"),
    }
    looked = net.look([site.url + "/us", site.url + "/them"])
    assert [one.failure for one in looked.captures] == [Failure.ROBOTS, None]


def test_every_hop_has_its_own_decision(net: Any) -> None:
    here, there = net.site("127.0.0.1"), net.site("127.0.0.2")
    here.answers = {"/go": net.redirect(there.url + "/closed")}
    there.answers = {"/robots.txt": net.page(b"User-agent: *\nDisallow: /closed", kind="text/plain")}
    looked = net.look([here.url + "/go"])
    assert looked[0].failure is Failure.ROBOTS
    assert [hop.url for hop in looked[0].hops] == [here.url + "/go"]
    assert there.hits("/closed") == 0


def test_it_can_be_switched_off_by_a_person(net: Any) -> None:
    site = net.site()
    site.answers = {"/robots.txt": net.page(b"User-agent: *\nDisallow: /", kind="text/plain"), "/x": net.page(b"x")}
    looked = net.look([site.url + "/x"], respect_robots=False)
    assert looked[0].body == b"x"
    assert site.hits("/robots.txt") == 0
