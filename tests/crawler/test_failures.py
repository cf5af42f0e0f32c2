"""Each way in which a source gives no answer, from a server that really does so."""

from __future__ import annotations

import socket
import struct
import time
import zlib
from typing import Any

import pytest

from quotations.model import Failure

pytestmark = pytest.mark.integration

GZIP = "Content-Encoding: gzip"


def _reset(connection: socket.socket, _: Any) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _silent(connection: socket.socket, _: Any) -> None:
    connection.settimeout(20)
    connection.recv(1)


def _drip(connection: socket.socket, _: Any) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        time.sleep(0.1)


def _flood(connection: socket.socket, _: Any) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for n in range(200_000):
        connection.sendall(b"X-Filler-%d: %s\r\n" % (n, b"f" * 80))


def _one_long_line(connection: socket.socket, _: Any) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    for _ in range(1000):
        connection.sendall(b"f" * 1024)


def _endless(connection: socket.socket, _: Any) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>start</p>")
    while True:
        connection.sendall(b"word " * 4096)


def _raw(data: bytes) -> Any:
    def answer(connection: socket.socket, _: Any) -> None:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        connection.recv(1)

    return answer


def _gzip(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def _bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(bytes(1 << 20)) for _ in range(100)), packer.flush()])


@pytest.fixture(scope="module")
def found(net: Any) -> Any:
    site, silent = net.site("127.0.0.1"), net.site("127.0.0.4")
    words = b"<p>the whole page</p>"
    site.answers = {
        "/reset": _reset,
        "/silent": _silent,
        "/drip": _drip,
        "/flood": _flood,
        "/long-line": _one_long_line,
        "/banner": _raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        "/garbage": _raw(b"\x16\x03\x01\x02\x00garbage\r\n\r\n"),
        "/nothing": _raw(b""),
        "/two-lengths": _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\nabcdefghi"),
        "/bomb": net.page(_bomb(), GZIP),
        "/endless": _endless,
        "/pdf": net.page(b"%PDF-1.7" + bytes(2_500_000), kind="application/pdf"),
        "/film": net.page(bytes(300_000), kind="video/mp4"),
        "/short": _raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n" + words),
        "/gzip-short": net.page(_gzip(words * 500)[:-40], GZIP),
        "/gzip": net.page(_gzip(words), GZIP),
        "/not-gzip": net.page(words, GZIP),
        "/members": net.page(_gzip(b"<p>one</p>") + _gzip(b"<p>two</p>"), GZIP),
        "/no-phrase": _raw(b"HTTP/1.1 200\r\nContent-Length: 21\r\n\r\n" + words),
        "/no-colon": _raw(b"HTTP/1.1 200 OK\r\nnonsense\r\nContent-Length: 21\r\n\r\n" + words),
        "/twice": _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 21\r\nContent-Length: 21\r\n\r\n" + words),
        "/marks": _raw("HTTP/1.1 200 OK\r\n‘X-By’: us\r\nContent-Length: 21\r\n\r\n".encode() + words),
        "/bad-length": _raw(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + words),
        "/identity": _raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\nContent-Length: 21\r\n\r\n" + words),
        "/lf-only": _raw(b"HTTP/1.1 200 OK\nContent-Length: 21\n\n" + words),
        "/part": net.page(words, "Content-Range: bytes 0-20/900", status="206 Partial Content"),
        "/whole-part": net.page(words, "Content-Range: bytes 0-20/21", status="206 Partial Content"),
        "/204": _raw(b"HTTP/1.1 204 No Content\r\n\r\n"),
        "/410": net.page(b"<p>gone</p>", status="410 Gone"),
    }
    silent.answers = {"*": _silent}
    closed = net.site("127.0.0.5")
    closed.close()
    hosts = {"/closed": closed.url, "/silent-host": silent.url, "/no-name": "http://no.name.invalid"}
    started = time.monotonic()
    looked = net.look(
        [hosts.get(path, site.url) + path for path in [*site.answers, *hosts]],
        dns={"no.name.invalid": [[]]},
        max_body=2_000_000,
        first_byte_timeout=1.0,
        whole_timeout=3.0,
        connect_timeout=2.0,
    )
    took = time.monotonic() - started
    return {"/" + one.url.rsplit("/", 1)[-1]: one for one in looked.captures} | {"took": took, "site": site}


@pytest.mark.parametrize(
    ("path", "failure", "words"),
    [
        ("/no-name", Failure.DNS, "no such name is known"),
        ("/closed", Failure.CONNECTION_REFUSED, "refused"),
        ("/reset", Failure.RESET, "closed the connection"),
        ("/nothing", Failure.RESET, "closed the connection"),
        ("/silent", Failure.TIMEOUT, "sent no byte in time"),
        ("/drip", Failure.TIMEOUT, "had not ended"),
        ("/flood", Failure.PROTOCOL, "headers"),
        ("/long-line", Failure.PROTOCOL, "headers"),
        ("/banner", Failure.PROTOCOL, "does not speak HTTP"),
        ("/garbage", Failure.PROTOCOL, "does not speak HTTP"),
        ("/two-lengths", Failure.PROTOCOL, ""),
        ("/bomb", Failure.TOO_LARGE, "bomb"),
        ("/pdf", Failure.TOO_LARGE, "larger than"),
        ("/silent-host", Failure.TIMEOUT, "sent no byte in time, asked for robots.txt"),
    ],
)
def test_every_failure_has_its_kind_and_words(found: Any, path: str, failure: Failure, words: str) -> None:
    assert found[path].failure is failure, found[path].detail
    assert words in found[path].detail
    assert found[path].body is None


@pytest.mark.parametrize(
    "path",
    ["/no-phrase", "/no-colon", "/twice", "/marks", "/bad-length", "/identity", "/lf-only", "/gzip", "/not-gzip"],
)
def test_a_fault_that_decides_nothing_loses_no_page(found: Any, path: str) -> None:
    assert (found[path].status, found[path].body) == (200, b"<p>the whole page</p>")
    assert not found[path].truncated


def test_all_members_of_a_gzip_body_are_read(found: Any) -> None:
    assert found["/members"].body == b"<p>one</p><p>two</p>"


@pytest.mark.parametrize("path", ["/short", "/gzip-short", "/endless", "/part", "/film"])
def test_a_beginning_is_kept_and_called_one(found: Any, path: str) -> None:
    assert found[path].failure is None
    assert found[path].truncated
    assert found[path].body


def test_a_long_body_is_cut_at_the_limit(found: Any) -> None:
    assert found["/endless"].size == 2_000_000
    assert found["/endless"].body.startswith(b"<p>start</p>word ")
    assert found["/film"].size == 64 * 1024


def test_a_206_that_holds_all_is_whole(found: Any) -> None:
    assert not found["/whole-part"].truncated


def test_an_answer_that_says_no_is_an_answer(found: Any) -> None:
    assert (found["/410"].status, found["/410"].failure, found["/410"].body) == (410, None, b"<p>gone</p>")
    assert (found["/204"].status, found["/204"].size) == (204, 0)


def test_a_reset_is_tried_once_more_and_a_silence_is_not(found: Any) -> None:
    # A connection that was kept may have died meanwhile: Twisted asks once more on a new one, and so may we.
    assert 2 <= found["site"].hits("/reset") <= 4
    assert found["site"].hits("/silent") == 1
    assert found["site"].hits("/drip") == 1


def test_no_server_holds_the_run_up(found: Any) -> None:
    assert found["took"] < 30
