"""What an archive is asked: with headers, by a form, with a person's keys; and the lanes in which it is asked."""

from __future__ import annotations

from typing import Any

import pytest

from crawler.guard.policy import Policy
from crawler.lanerules import LaneNames, LaneRule
from crawler.manners import Manners
from crawler.options import CrawlSettings
from storage.archive import Archive

pytestmark = pytest.mark.integration
KEYS = [["Authorization", "LOW one:two"]]


def test_an_errands_headers_go_to_its_own_host_alone(net: Any) -> None:
    site, other = net.site(), net.site("127.0.0.2")
    site.answers = {"/gate": net.redirect("/copy"), "/copy": net.redirect(f"{other.url}/page")}
    other.answers = {"/page": net.page()}
    net.look([{"url": f"{site.url}/gate", "headers": [["Accept-Datetime", "Mon, 07 Mar 2022 10:11:12 GMT"]]}])
    asked = {one.target: one.headers for one in (*site.asked, *other.asked)}
    assert asked["/gate"]["accept-datetime"] == asked["/copy"]["accept-datetime"] == "Mon, 07 Mar 2022 10:11:12 GMT"
    assert "accept-datetime" not in asked["/page"]


def test_two_questions_to_one_address_are_told_apart_by_what_never_leaves(net: Any) -> None:
    site = net.site()
    site.answers = {"/gate": net.page()}
    seen = net.look([{"url": f"{site.url}/gate#at={n}"} for n in "12"])
    assert [one.url[-5:] for one in seen.captures] == ["#at=1", "#at=2"]
    assert site.hits("/gate") == 2


def test_a_private_errand_is_kept_nowhere_led_nowhere_and_asks_no_robots(net: Any, tmp_path: Any) -> None:
    site = net.site()
    site.answers = {"/save": net.redirect("/elsewhere"), "/robots.txt": net.page(b"User-agent: *\nDisallow: /")}
    place = tmp_path / "a.db"
    errand = {"url": f"{site.url}/save", "headers": KEYS, "form": "url=https%3A%2F%2Fa.example%2F", "private": True}
    (capture,) = net.look([errand], archive=place).captures
    assert (capture.status, capture.id, capture.hops) == (302, "", ())
    assert [one.target for one in site.asked] == ["/save"]
    assert site.asked[0].headers["authorization"] == "LOW one:two"
    assert site.asked[0].headers["content-type"] == "application/x-www-form-urlencoded"
    assert site.asked[0].headers["content-length"] == "30"
    with Archive.open(place) as archive:
        assert archive.history(errand["url"]) == []


def test_what_was_handed_in_is_not_handed_in_again(net: Any) -> None:
    site = net.site()
    site.answers = {"/save": net.page(b"busy", status="502 Bad Gateway")}
    net.look([{"url": f"{site.url}/save", "form": "url=x", "private": True}])
    assert site.hits("/save") == 1


def test_errands_are_not_counted_among_a_runs_sources(net: Any) -> None:
    site = net.site()
    site.answers = {"*": net.page()}
    seen = net.look([f"{site.url}/a", {"url": f"{site.url}/list"}, f"{site.url}/b"], max_sources=1)
    assert [one.failure for one in seen.captures] == [None, None, "budget"]


def lanes(*, admitted: str = "") -> Manners:
    rules = (
        LaneRule(prefix="https://archive.example/web/", name="archive: copies", delay=0.2),
        LaneRule(prefix="https://archive.example/web/timemap/", name="archive: lists", least=2.5),
        LaneRule(prefix="http://127.0.0.1:9/", name="own: lists", least=2.5),
    )
    options = CrawlSettings(lanes=rules, allow_addresses=(admitted,) if admitted else ())
    return Manners(options, Policy(options.allow_addresses, ()))


def test_an_archives_lists_and_copies_have_lanes_of_their_own() -> None:
    names = lanes().lanes
    assert names("https://archive.example/web/2022id_/http://a.example/") == "archive: copies"
    assert names("https://archive.example/web/timemap/link/http://a.example/") == "archive: lists"
    assert names("https://archive.example/about") == "archive.example"
    assert LaneNames().rule("archive.example") is None


def test_a_lane_is_as_slow_as_its_rule_says_unless_the_address_is_admitted() -> None:
    assert lanes().of("archive: copies") == (1, 0.2)
    assert lanes().of("archive: lists") == (1, 2.5)
    assert lanes(admitted="127.0.0.0/8").of("own: lists") == (8, 0.0)
