"""Hostile routes to a secret on this machine: none gets through, and none opens a connection to where it must not."""

from __future__ import annotations

from typing import Any

import pytest

from quotations.model import Failure

pytestmark = pytest.mark.integration

SECRET = b"<p>the secret</p>"

#: Names as the (faked) DNS has them; FIXTURE is admitted, all else is not.
DNS = {
    "fixture.test": [["127.0.0.2"]],
    "inside.test": [["127.0.0.1"]],
    "inside6.test": [["::1"]],
    "mixed.test": [["93.184.216.34", "127.0.0.1"]],
    "mapped.test": [["::ffff:127.0.0.1"]],
    "nat64.test": [["64:ff9b::7f00:1"]],
    "sixtofour.test": [["2002:7f00:1::"]],
    "metadata.test": [["169.254.169.254"]],
    "cloud.test": [["100.100.100.200"]],
    "private.test": [["10.1.2.3"]],
    "zero.test": [["0.0.0.0"]],
    "rebinding.test": [["93.184.216.34"], ["127.0.0.1"]],
}


@pytest.fixture(scope="module")
def routes(net: Any) -> Any:
    secret = net.site("127.0.0.1")
    secret.answers = {"*": net.page(SECRET)}
    fixture = net.site("127.0.0.2")
    port, here = secret.port, f"http://fixture.test:{fixture.port}"
    fixture.answers = {
        "/ok": net.page(b"<p>open</p>"),
        "/to-address": net.redirect(f"http://127.0.0.1:{port}/s"),
        "/to-name": net.redirect(f"http://inside.test:{port}/s"),
        "/to-slashes": net.redirect(f"//127.0.0.1:{port}/s"),
        "/to-file": net.redirect("file:///etc/hostname"),
        "/to-data": net.redirect("data:text/html,x"),
        "/refresh": net.page(f"<meta http-equiv=refresh content='0;url=http://127.0.0.1:{port}/s'>open".encode()),
    }
    hostile = [
        f"http://127.0.0.1:{port}/s",
        f"http://[::1]:{port}/s",
        f"http://2130706433:{port}/s",
        f"http://0x7f000001:{port}/s",
        f"http://0177.0.0.1:{port}/s",
        f"http://127.1:{port}/s",
        f"http://１２７.０.０.１:{port}/s",
        f"http://localhost:{port}/s",
        f"http://[::ffff:127.0.0.1]:{port}/s",
        *(f"http://{name}:{port}/s" for name in DNS if name not in ("fixture.test", "rebinding.test")),
        f"{here}/to-address",
        f"{here}/to-name",
        f"{here}/to-slashes",
        f"http://user:pw@fixture.test:{fixture.port}/ok",
    ]
    schemes = ["file:///etc/hostname", "data:text/html,x", "ftp://127.0.0.1/x", f"{here}/to-file", f"{here}/to-data"]
    looked = net.look(
        [*hostile, *schemes, f"{here}/ok", f"{here}/refresh"],
        [f"http://rebinding.test:{port}/first"],
        [f"http://rebinding.test:{port}/second"],
        dns=DNS,
        allow_addresses=["127.0.0.2/32"],
        delay=0.0,
        connect_timeout=2.0,
    )
    return {one.url: one for one in looked.captures}, hostile, schemes, here, looked, secret


def test_no_hostile_route_gets_through(routes: Any) -> None:
    found, hostile, *_ = routes
    assert {url: found[url].failure for url in hostile} == dict.fromkeys(hostile, Failure.BLOCKED_ADDRESS)


def test_other_schemes_are_not_followed(routes: Any) -> None:
    found, _, schemes, *_ = routes
    assert {found[url].failure for url in schemes} == {Failure.SCHEME}


def test_the_secret_was_never_asked(routes: Any) -> None:
    *_, looked, secret = routes
    assert secret.asked == []
    assert SECRET not in [one.body for one in looked.captures]


def test_no_connection_was_opened_but_to_what_is_admitted_or_public(routes: Any) -> None:
    *_, looked, _ = routes
    assert set(looked.attempts) <= {"127.0.0.2", "93.184.216.34"}


def test_what_is_admitted_is_read(routes: Any) -> None:
    found, _, _, here, *_ = routes
    assert found[f"{here}/ok"].body == b"<p>open</p>"


def test_a_page_that_refreshes_into_a_blocked_place_is_blocked(routes: Any) -> None:
    found, _, _, here, *_ = routes
    assert found[f"{here}/refresh"].failure is Failure.BLOCKED_ADDRESS
    assert found[f"{here}/refresh"].body is None


def test_a_name_that_changes_its_answer_never_reaches_this_machine(routes: Any) -> None:
    *_, looked, _ = routes
    first, second = looked.captures[-2:]
    assert first.failure in (Failure.CONNECTION_REFUSED, Failure.TIMEOUT)
    assert second.failure is Failure.BLOCKED_ADDRESS or second.failure is first.failure


def test_a_pinned_name_is_still_refused_unless_its_address_is_admitted(net: Any) -> None:
    site = net.site("127.0.0.3")
    site.answers = {"/x": net.page(b"<p>pinned</p>")}
    url = f"http://paper.example:{site.port}/x"
    pin = f"paper.example:{site.port}:127.0.0.3"
    assert net.look([url], resolve=[pin], allow_addresses=[])[0].failure is Failure.BLOCKED_ADDRESS
    assert net.look([url], resolve=[pin], allow_addresses=["127.0.0.0/8"])[0].body == b"<p>pinned</p>"


def test_a_robots_txt_that_redirects_inside_asks_for_nothing_there(net: Any) -> None:
    secret, site = net.site("127.0.0.1"), net.site("127.0.0.2")
    secret.answers = {"*": net.page(SECRET)}
    site.answers = {"/robots.txt": net.redirect(f"{secret.url}/robots.txt"), "/x": net.page(b"<p>x</p>")}
    looked = net.look([f"{site.url}/x"], allow_addresses=["127.0.0.2/32"])
    assert looked[0].body == b"<p>x</p>"
    assert secret.asked == []


def test_a_proxy_of_the_environment_is_not_used(net: Any) -> None:
    proxy, site = net.site("127.0.0.1"), net.site("127.0.0.2")
    site.answers = {"/x": net.page(b"<p>direct</p>")}
    looked = net.look([f"{site.url}/x"], environment={"http_proxy": proxy.url, "HTTP_PROXY": proxy.url})
    assert looked[0].body == b"<p>direct</p>"
    assert proxy.asked == []
