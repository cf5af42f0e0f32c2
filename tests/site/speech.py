"""HTTP's lines and headers, as a third hunt met them."""

import contextlib

from heads import HEAD, page
from pages import article, http


def interim(site):
    """Versions and interim answers."""
    add = site.page
    add("continue first", "w.example/100", b"HTTP/1.1 100 Continue\r\n\r\n" + http(article("Continue first")), "alive")
    add(
        "many hints",
        "w.example/hints",
        b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 50 + http(article("Many hints")),
        "alive",
    )

    def flood(q, c):
        with contextlib.suppress(OSError):
            for _ in range(20000):
                c.sendall(b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 20)

    add("hints for ever", "hintflood.example/x", flood, "failed", "protocol")
    add(
        "switching protocols",
        "w.example/101",
        http("", "101 Switching Protocols", "Upgrade: websocket", kind=None),
        "failed",
        "protocol",
    )
    add(
        "one point oh",
        "w.example/10",
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("One point oh"),
        "alive",
    )
    add(
        "http two in the line",
        "w.example/h2",
        b"HTTP/2.0 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page("Two"),
        "alive",
    )
    add(
        "http two bare",
        "w.example/h2b",
        b"HTTP/2 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page("Two bare"),
        "failed",
        "protocol",
    )


def lines(site):
    """Status lines and headers as they are also written."""
    add = site.page
    add(
        "line feeds alone",
        "w.example/lf",
        b"HTTP/1.1 200 OK\nContent-Type: text/html\nConnection: close\n\n" + page("Line feeds"),
        "alive",
    )
    add(
        "two blanks in the line",
        "w.example/blanks",
        b"HTTP/1.1  200  OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n" + page("Blanks"),
        "failed",
        "protocol",
    )
    add(
        "lower case line",
        "w.example/lower",
        b"http/1.1 200 ok\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n" + page("Lower"),
        "alive",
    )
    add("icy", "w.example/icy", b"ICY 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Icy"), "failed", "protocol")
    add(
        "blank line before the status",
        "w.example/blankfirst",
        b"\r\n" + http(article("Blank first")),
        "failed",
        "protocol",
    )
    add(
        "folded header",
        "w.example/fold",
        HEAD + b"X-Long: one\r\n two\r\n\tthree\r\nConnection: close\r\n\r\n" + page("Folded"),
        "alive",
    )
    add(
        "blank before colon",
        "w.example/bcolon",
        b"HTTP/1.1 200 OK\r\nContent-Type : text/html\r\nX : y\r\nConnection: close\r\n\r\n" + page("Blank colon"),
        "alive",
    )
    add("nul in a header", "w.example/nul", HEAD + b"X-Nul: a\0b\r\nConnection: close\r\n\r\n" + page("Nul"), "alive")
    add(
        "bytes in a header",
        "w.example/bytes",
        HEAD + b"X-Bytes: \xff\xfe\x80\r\nConnection: close\r\n\r\n" + page("Bytes"),
        "alive",
    )
    add(
        "a policy of 20 KB",
        "w.example/csp",
        HEAD + b"Content-Security-Policy: " + b"x" * 20000 + b"\r\nConnection: close\r\n\r\n" + page("Policy"),
        "alive",
    )
    add(
        "cookies of 100 KB",
        "w.example/cookies",
        HEAD
        + b"".join(b"Set-Cookie: c%d=%s\r\n" % (n, b"v" * 1000) for n in range(100))
        + b"Connection: close\r\n\r\n"
        + page("Cookies"),
        "alive",
    )


def floods(site):
    """More headers than anybody needs."""
    add = site.page
    add(
        "headers of 2 MB",
        "w.example/hflood",
        HEAD + b"X-A: b\r\n" * 260000 + b"\r\n" + page("Flood"),
        "failed",
        "protocol",
    )

    def hflood(q, c):
        with contextlib.suppress(OSError):
            c.sendall(HEAD)
            for _ in range(200000):
                c.sendall(b"X-A: b\r\n" * 200)

    add("headers for ever", "hfl.example/x", hflood, "failed", "protocol")


GROUPS = (interim, lines, floods)
