"""Servers that mean harm: an outcome is recorded, the run goes on, and the loop stays awake."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
SECONDS = 4.0


def _for_ever(head: bytes, piece: bytes) -> Any:
    def answer(connection: socket.socket, _: Any) -> None:
        until = time.monotonic() + 2 * SECONDS
        connection.sendall(head)
        with contextlib.suppress(OSError):
            while time.monotonic() < until:
                connection.sendall(piece)

    return answer


def _open(words: bytes) -> Any:
    """Say *words*, and keep the connection open."""

    def answer(connection: socket.socket, _: Any) -> None:
        connection.sendall(words)
        time.sleep(SECONDS)

    return answer


def _slow_header(connection: socket.socket, _: Any) -> None:
    with contextlib.suppress(OSError):
        for n in range(200):
            connection.sendall(b"HTTP/1.1 200 OK\r\n" if n == 0 else b"X: y\r\n")
            time.sleep(0.1)


def _long_location(net: Any, length: int) -> bytes:
    return net.redirect("/" + "a" * length)


@pytest.fixture(scope="module")
def told(net: Any) -> Any:
    site = net.site()
    site.answers = {
        "/continue": _for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
        "/tiny-chunks": _for_ever(CHUNKED, b"1\r\nx\r\n" * 10_000),
        "/chunk-extension": _for_ever(CHUNKED + b"1;", b"e" * 65536),
        "/trailers": _for_ever(CHUNKED + b"1\r\nx\r\n0\r\n", b"T: railer\r\n" * 5000),
        "/bad-chunk": CHUNKED + b"zz\r\nx\r\n",
        "/negative-length": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\nConnection: close\r\n\r\nabc",
        "/huge-length": b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\nConnection: close\r\n\r\nabc",
        "/padded": CHUNKED + b"000003  \r\nabc\r\n0 \r\n\r\n",
        "/both": b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
        "/status-999": net.page(b"no", status="999 \x1b[31mRequest denied"),
        "/status-0": b"HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n",
        "/crumbs-of-headers": _for_ever(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 1000),
        "/switching": _open(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"),
        "/status-words": b"HTTP/1.1 two hundred\r\n\r\n",
        "/http-9": b"HTTP/9.9 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
        "/no-status": b"<p>HTTP/0.9 had no status line</p>\r\n\r\n",
        "/nul": b"HTTP/1.1 200 OK\r\nX-Nul: a\x00b\xff\r\nContent-Length: 3\r\n\r\nabc",
        "/slow-header": _slow_header,
        "/location-15k": _long_location(net, 15_000),
        "/location-100k": _long_location(net, 100_000),
        "/location-nul": b"HTTP/1.1 302 Found\r\nLocation: /\x00\x01x\r\nContent-Length: 0\r\n\r\n",
        "/location-port": net.redirect("http://127.0.0.1:99999/x"),
        "/location-label": net.redirect("http://" + "a" * 256 + ".example/"),
        "/location-data": net.redirect("data:text/html,x"),
        "/redirect-for-ever": _for_ever(b"HTTP/1.1 302 Found\r\nLocation: /last\r\n\r\n", b"words " * 1000),
        "/last": net.page(b"<p>still here</p>"),
    }
    urls = [site.url + path for path in site.answers]
    urls += [site.url + "/" + "u" * 100_000, "http://127.0.0.1:0/", "http://user@127.0.0.1/", f"{site.url}/a\x00b\x1b"]
    code = """
import asyncio, json, sys, time
from crawler.options import CrawlSettings
from crawler.run import run
from quotations.codec import encode
from quotations.model import Want
urls, seconds = json.load(sys.stdin)
gaps = []
async def tick():
    last = time.thread_time()
    while True:
        await asyncio.sleep(0.005)
        now = time.thread_time()
        gaps.append(now - last)
        last = now
async def job(field):
    ticking = asyncio.create_task(tick())
    looked = await field.look([Want(url=url) for url in urls])
    ticking.cancel()
    return looked
options = CrawlSettings(allow_addresses=("127.0.0.0/8",), whole_timeout=seconds, first_byte_timeout=2.0, max_body=1_000_000)
looked = run(job, settings=options)
json.dump({"captures": [encode(one) for one in looked], "gap": max(gaps)}, sys.stdout)
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps([urls, SECONDS]),
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=80,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    assert [one["url"] for one in answer["captures"]] == urls
    names = [*site.answers, "long", "port-0", "user", "control"]
    return dict(zip(names, answer["captures"], strict=True)) | {"gap": answer["gap"]}


@pytest.mark.parametrize(
    ("name", "failures"),
    [
        ("/continue", {"protocol"}),
        ("/slow-header", {"timeout"}),
        ("/crumbs-of-headers", {"protocol"}),
        ("/switching", {"protocol"}),
        ("/status-words", {"protocol"}),
        ("/no-status", {"protocol"}),
        ("/status-0", {"protocol"}),
        ("/location-100k", {"limit"}),
        ("/location-port", {"dns"}),
        ("/location-label", {"dns"}),
        ("/location-data", {"scheme"}),
        ("long", {"limit"}),
        ("port-0", {"blocked_address"}),
        ("user", {"blocked_address"}),
    ],
)
def test_harm_ends_in_a_typed_failure(told: Any, name: str, failures: set[str]) -> None:
    assert told[name]["failure"] in failures, told[name]


@pytest.mark.parametrize("name", ["/tiny-chunks", "/chunk-extension", "/trailers", "/bad-chunk"])
def test_broken_chunks_end_in_a_beginning_or_a_failure(told: Any, name: str) -> None:
    assert told[name]["failure"] in (None, "reset", "protocol", "timeout", "too_large"), told[name]
    assert told[name]["failure"] or told[name]["truncated"]


@pytest.mark.parametrize("name", ["/negative-length", "/huge-length", "/both", "/padded", "/nul", "/http-9"])
def test_what_a_browser_would_still_show_is_read(told: Any, name: str) -> None:
    assert (told[name]["status"], told[name]["size"]) == (200, 3), told[name]


def test_a_body_in_crumbs_is_cut_early(told: Any) -> None:
    assert (told["/tiny-chunks"]["failure"], told["/tiny-chunks"]["size"]) == (None, 20_001)


def test_odd_words_are_kept_as_harmless_text(told: Any) -> None:
    assert told["/status-999"]["status"] == 999
    assert dict(told["/nul"]["headers"])["x-nul"] == "a b\xff"
    assert all(text.isprintable() for one in told.values() if isinstance(one, dict) for text in [one["detail"]])


def test_what_can_never_become_an_answer_is_not_waited_for(told: Any) -> None:
    assert told["/crumbs-of-headers"]["detail"] == "more than 5,000 headers"
    assert "went over to another protocol" in told["/switching"]["detail"]


def test_a_redirect_is_followed_whatever_its_body(told: Any) -> None:
    assert (told["/redirect-for-ever"]["status"], told["/redirect-for-ever"]["size"]) == (200, 17)


def test_the_run_goes_on(told: Any) -> None:
    assert told["/last"]["status"] == 200
    assert told["control"]["status"] == 404


def test_no_server_keeps_the_loop_from_others(told: Any) -> None:
    assert told["gap"] < 0.25
