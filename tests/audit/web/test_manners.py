"""Who may talk to the local server."""

import asyncio

import pytest

from audit.web.manners import MAX_REQUEST, Manners

pytestmark = pytest.mark.unit


def status(method="GET", hosts=(), **headers):
    """The status that a request with these headers is answered with; 200 comes from behind the middleware."""
    said = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def send(message):
        said.append(message)

    heads = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": "/", "headers": heads}
    asyncio.run(Manners(app, hosts)(scope, None, send))
    return said[0]["status"]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8747", "localhost:1", "LOCALHOST", "[::1]:8747"])
def test_loopback_names_are_known(host):
    assert status(host=host) == 200


@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1.evil.example", "localhost.", "[::2]", "é"])
def test_strange_names_are_misdirected(host):
    assert status(host=host) == 421


def test_a_name_that_was_given_is_known():
    assert status(host="Box.local:80", hosts=["box.local"]) == 200


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 200),
        ({"sec_fetch_site": "same-origin", "origin": "http://localhost:1"}, 200),
        ({"sec_fetch_site": "none"}, 200),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"origin": "http://localhost:2"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "sec_fetch_site": "same-origin"}, 200),
        ({"content_length": str(MAX_REQUEST)}, 200),
        ({"content_length": str(MAX_REQUEST + 1)}, 413),
        ({"content_length": "-1"}, 413),
        ({"content_length": "many"}, 413),
    ],
)
def test_a_post_of_another_sites_page_is_refused_and_so_is_too_much(headers, expected):
    assert status("POST", host="localhost:1", **headers) == expected


def test_reading_is_open_to_links_from_elsewhere():
    assert status("GET", host="localhost", sec_fetch_site="cross-site") == 200
