from __future__ import annotations

from typing import Any

import pytest

from quotations.model import Failure, Hop

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def chain(net: Any) -> Any:
    """One crawl over all forms of redirects; the tests look at what came of each."""
    here, there = net.site("127.0.0.1"), net.site("127.0.0.2")
    here.answers = {
        "/plain": net.page(b"<p>plain</p>"),
        "/raw": net.redirect("/zprávy/přívoz"),
        "/zpr%C3%A1vy/p%C5%99%C3%ADvoz": net.page(b"raw"),
        "/series/part-1": net.redirect("next/part-2"),
        "/series/next/part-2": net.page(b"two"),
        "/rev": net.redirect("?v=2", "308 Permanent Redirect"),
        "/rev?v=2": net.page(b"revised"),
        "/across": net.redirect(f"//{there.address}:{there.port}/quay", "301 Moved Permanently"),
        "/named": net.redirect("/plain#part"),
        "/self": net.redirect("/self"),
        "/a": net.redirect("/b"),
        "/b": net.redirect("/a"),
        "/endless?n=0": net.redirect("/endless?n=1"),
        "/file": net.redirect("file:///etc/hostname"),
        "/both-1": net.redirect("/plain"),
        "/both-2": net.redirect("/plain"),
        "/empty": net.page(b"", status="302 Found"),
        "/choice": net.page(b"<p>choose</p>", "Location: /plain", status="300 Multiple Choices"),
        "/a//b%2Fc/%E9": net.page(b"as written"),
        "/q?": net.page(b"empty query"),
        "/refresh": net.page(b"<meta http-equiv=refresh content='0; url=/plain'>"),
        "/header-refresh": net.page(b"x", "Refresh: 1; url=/plain"),
        "/slow-refresh": net.page(b"<meta http-equiv=refresh content='30; url=/plain'><p>" + b"words to read " * 60),
        "/reload": net.page(b"<meta http-equiv=refresh content=5><p>words"),
        "/noscript": net.page(b"<noscript><meta http-equiv=refresh content='0;url=/plain'></noscript><p>words"),
        **{f"/endless?n={n}": net.redirect(f"/endless?n={n + 1}") for n in range(1, 30)},
    }
    there.answers = {"/quay": net.page(b"quay")}
    paths = [path for path in here.answers if not path.startswith(("/zpr", "/series/next", "/rev?", "/endless"))]
    wanted = [here.url + path for path in [*paths, "/endless?n=0", "/plain"]]
    looked = net.look(wanted)
    return {one.url.removeprefix(here.url): one for one in looked.captures}, here, there, looked, wanted


def test_there_is_one_capture_a_want_in_order(chain: Any) -> None:
    _, _, _, looked, wanted = chain
    assert [one.url for one in looked.captures] == wanted


def test_an_address_that_is_wanted_twice_is_asked_for_once(chain: Any) -> None:
    found, here, _, looked, _ = chain
    assert looked[0].url == looked[len(looked) - 1].url == here.url + "/plain"
    redirected = [one for one in looked.captures if one.final_url and one.final_url.startswith(here.url + "/plain")]
    others = len({one.url for one in redirected})
    assert here.hits("/plain") == others
    assert found["/plain"].body == b"<p>plain</p>"


@pytest.mark.parametrize(
    ("path", "final", "body"),
    [
        ("/raw", "/zpr%C3%A1vy/p%C5%99%C3%ADvoz", b"raw"),
        ("/series/part-1", "/series/next/part-2", b"two"),
        ("/rev", "/rev?v=2", b"revised"),
        ("/named", "/plain#part", b"<p>plain</p>"),
        ("/a//b%2Fc/%E9", "/a//b%2Fc/%E9", b"as written"),
        ("/q?", "/q?", b"empty query"),
        ("/both-1", "/plain", b"<p>plain</p>"),
        ("/both-2", "/plain", b"<p>plain</p>"),
        ("/refresh", "/plain", b"<p>plain</p>"),
        ("/header-refresh", "/plain", b"<p>plain</p>"),
    ],
)
def test_a_redirect_leads_where_a_browser_goes(chain: Any, path: str, final: str, body: bytes) -> None:
    found, here, *_ = chain
    assert (found[path].final_url, found[path].status, found[path].body) == (here.url + final, 200, body)


def test_a_redirect_to_another_host_is_followed_and_each_hop_recorded(chain: Any) -> None:
    found, here, there, *_ = chain
    assert found["/across"].final_url == there.url + "/quay"
    assert found["/across"].hops == (Hop(here.url + "/across", 301, there.url + "/quay"),)
    assert there.hits("/robots.txt") == 1


def test_a_refresh_is_a_hop_of_status_0(chain: Any) -> None:
    found, here, *_ = chain
    assert found["/refresh"].hops == (Hop(here.url + "/refresh", 0, here.url + "/plain"),)


@pytest.mark.parametrize("path", ["/slow-refresh", "/reload", "/noscript", "/choice", "/empty"])
def test_what_sends_no_reader_on_is_the_answer(chain: Any, path: str) -> None:
    found, here, *_ = chain
    assert found[path].failure is None
    assert found[path].final_url == here.url + path
    assert found[path].hops == ()


@pytest.mark.parametrize("path", ["/self", "/a", "/b", "/endless?n=0"])
def test_a_loop_is_a_failure_with_its_hops(chain: Any, path: str) -> None:
    found, *_ = chain
    assert found[path].failure is Failure.REDIRECT_LOOP
    assert 1 <= len(found[path].hops) <= 21


def test_a_redirect_to_a_file_is_not_followed(chain: Any) -> None:
    found, *_ = chain
    assert found["/file"].failure is Failure.SCHEME
    assert found["/file"].hops[0].location == "file:///etc/hostname"
