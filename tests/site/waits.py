"""Answers for later, parts, and connections that are kept or break."""

import contextlib
import socket
import ssl
import struct
import time

from ground import certificate
from heads import HEAD, page
from pages import article, http


def waits(site):
    """Servers that ask us to come back."""
    add = site.page
    add(
        "retry soon by date",
        "ra.example/date",
        lambda q, c: (
            http(
                "later",
                "503 Service Unavailable",
                "Date: Thu, 26 Nov 2026 02:00:00 GMT",
                "Retry-After: Thu, 26 Nov 2026 02:00:01 GMT",
            )
            if q.turn < 1
            else http(article("By date"))
        ),
        "alive",
    )
    add(
        "retry by a past date",
        "ra2.example/past",
        lambda q, c: (
            http("later", "429 Too Many Requests", "Retry-After: Thu, 26 Nov 2020 02:00:01 GMT")
            if q.turn < 1
            else http(article("By past date"))
        ),
        "alive",
    )
    add(
        "retry negative",
        "ra3.example/neg",
        lambda q, c: (
            http("later", "503 Service Unavailable", "Retry-After: -5") if q.turn < 1 else http(article("Negative"))
        ),
        "alive",
    )
    add(
        "retry word",
        "ra4.example/word",
        lambda q, c: (
            http("later", "503 Service Unavailable", "Retry-After: soon") if q.turn < 1 else http(article("Word"))
        ),
        "alive",
    )
    add(
        "retry huge",
        "ra5.example/huge",
        http("later", "429 Too Many Requests", "Retry-After: 1" + "0" * 40),
        "limited",
        "http_429",
    )
    add(
        "retry fraction",
        "ra6.example/frac",
        lambda q, c: (
            http("later", "429 Too Many Requests", "Retry-After: 0.5") if q.turn < 1 else http(article("Fraction"))
        ),
        "alive",
    )
    add(
        "429 then fine",
        "ra7.example/fine",
        lambda q, c: http("later", "429 Too Many Requests") if q.turn < 1 else http(article("Fine after all")),
        "limited",
        "http_429",
    )
    add(
        "503 thrice",
        "ra8.example/thrice",
        lambda q, c: (
            http("later", "503 Service Unavailable", "Retry-After: 1") if q.turn < 3 else http(article("Thrice"))
        ),
        "alive",
    )
    add("200 with retry", "ra9.example/ok", http(article("With retry"), "200 OK", "Retry-After: 3600"), "alive")
    add(
        "503 for ever with 0",
        "ra10.example/zero",
        http("later", "503 Service Unavailable", "Retry-After: 0"),
        "limited",
        "http_503",
    )


def ranges(site):
    """Statuses that few servers send."""
    add = site.page
    add(
        "range not asked, parts",
        "w.example/parts",
        http(
            b"--x\r\nContent-Type: text/html\r\nContent-Range: bytes 0-9/5000\r\n\r\n<html><bod\r\n--x--\r\n",
            "206 Partial Content",
            kind="multipart/byteranges; boundary=x",
        ),
        "unreadable",
        "truncated",
    )
    add("416 without a range", "w.example/416", http("no", "416 Range Not Satisfiable"), "refused", "http_416")
    add("418", "w.example/418", http("teapot", "418 I'm a teapot"), "refused", "http_418")
    add("421", "w.example/421", http("no", "421 Misdirected Request"), "refused", "http_421")
    add("426", "w.example/426", http("no", "426 Upgrade Required"), "refused", "http_426")
    add(
        "530",
        "w.example/530",
        http(
            "<title>Origin DNS error | w.example | Cloudflare</title><h1>Error 1016</h1><p>Origin DNS error</p>",
            "530 Origin",
            "Server: cloudflare",
        ),
        "server_error",
        "http_530",
    )
    add("600", "w.example/600", http("what", "600 What"), "refused", "http_600")


def kept(site):
    """Kept connections, and such as break."""
    add = site.page
    add(
        "a body past its length",
        "keep.example/one",
        HEAD
        + b"Content-Length: %d\r\n\r\n" % len(page("Kept one"))
        + page("Kept one")
        + b"<!-- stray -->HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnope",
        "alive",
    )
    for n in "234":
        add(f"kept {n} behind it", f"keep.example/{n}", http(article(f"Kept {n} behind it")), "alive")

    def halfreset(q, c):

        c.sendall(HEAD + b"Content-Length: 90000\r\n\r\n" + page("Half reset")[:1500])
        time.sleep(0.1)
        c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        c.close()

    add("reset in the middle", "w.example/halfreset", halfreset, "unreadable", "truncated")

    def endless(q, c):
        with contextlib.suppress(OSError):
            c.sendall(HEAD + b"\r\n" + b"<html><title>Endless</title><body>")
            while True:
                c.sendall(b"<p>and so on and so forth in the mill of words</p>\n" * 500)

    add("endless", "endless.example/x", endless, "unreadable", "truncated")
    add("closed at once", "w2.example/x", lambda q, c: None, "failed", "reset")


def encrypted(site):
    """TLS as it is also met."""
    put = site.ground.answers
    ground = site.ground
    # tls
    old = certificate(["oldtls.example"])
    with contextlib.suppress(ValueError, ssl.SSLError):
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    site.case("old tls", site.at("oldtls.example", "/x", ground.listen(tls=old), "https"), "failed", "tls")
    put["127.0.0.1", "/ip"] = http(article("By its address"))
    site.case(
        "by its address",
        f"https://127.0.0.1:{ground.listen(tls=certificate(['ip.example']))}/ip",
        "alive",
        notices=["unverified_tls"],
    )
    site.case(
        "plain asked of tls",
        site.at("tlsonly.example", "/x", ground.listen(tls=certificate(["tlsonly.example"]))),
        "failed",
        "reset",
    )


GROUPS = (waits, ranges, kept, encrypted)
