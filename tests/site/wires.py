"""HTTP and bodies, as a third hunt met them."""

import contextlib
import gzip
import io
import socket
import ssl
import struct
import time
import zipfile

import brotli
import zstandard
from ground import certificate
from pages import article, http, pdf, prose

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"


def wire(site):
    """HTTP as it is also spoken: lengths, chunks, codings, headers, retries."""
    add, put, ground = site.page, site.ground.answers, site.ground
    body = article("Over the wire").encode()

    def page(name):
        return article(name).encode()

    br = brotli.compress(page("Brotli cut"))
    add(
        "brotli cut",
        "w.example/brcut",
        http(br[: len(br) // 2], "200 OK", "Content-Encoding: br"),
        "unreadable",
        "truncated",
    )
    add(
        "brotli whole",
        "w.example/br",
        http(brotli.compress(page("Brotli whole")), "200 OK", "Content-Encoding: br"),
        "alive",
    )

    z = zstandard.compress(page("Zstd whole"))
    add("zstd whole", "w.example/zstd", http(z, "200 OK", "Content-Encoding: zstd"), "alive")
    add(
        "zstd cut",
        "w.example/zstdcut",
        http(zstandard.compress(page("Zstd cut"))[:300], "200 OK", "Content-Encoding: zstd"),
        "unreadable",
        "encoding",
    )
    add(
        "gzip upper case",
        "w.example/GZ",
        http(gzip.compress(page("Gzip upper")), "200 OK", "Content-Encoding: GZIP"),
        "alive",
    )
    add(
        "gzip and identity",
        "w.example/gzid",
        http(gzip.compress(page("Gzip identity")), "200 OK", "Content-Encoding: gzip, identity"),
        "alive",
    )
    add("coding utf-8", "w.example/utf8", http(page("Coding utf-8"), "200 OK", "Content-Encoding: utf-8"), "alive")
    add("coding none", "w.example/none", http(page("Coding none"), "200 OK", "Content-Encoding: none"), "alive")
    add(
        "gzip garbage behind",
        "w.example/gztail",
        http(gzip.compress(page("Gzip tail")) + b"\0\0garbage", "200 OK", "Content-Encoding: gzip"),
        "alive",
    )
    bad = bytearray(gzip.compress(page("Gzip damaged")))
    bad[len(bad) // 2] ^= 0xFF
    add(
        "gzip damaged",
        "w.example/gzbad",
        http(bytes(bad), "200 OK", "Content-Encoding: gzip"),
        "unreadable",
        "encoding",
    )
    add(
        "length negative",
        "w.example/neg",
        HEAD + b"Content-Length: -1\r\nConnection: close\r\n\r\n" + page("Length negative"),
        "alive",
    )
    add(
        "length words",
        "w.example/words",
        HEAD + b"Content-Length: many\r\nConnection: close\r\n\r\n" + page("Length words"),
        "alive",
    )
    add(
        "length twice the same",
        "w.example/twice",
        HEAD + b"Content-Length: %d\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (len(body), len(body)) + body,
        "alive",
    )
    add(
        "length twice not the same",
        "w.example/differ",
        HEAD + b"Content-Length: 10\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body,
        "failed",
        "protocol",
    )
    add(
        "length and chunks",
        "w.example/both",
        HEAD
        + b"Content-Length: 7\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(body)
        + body
        + b"\r\n0\r\n\r\n",
        "alive",
    )
    add(
        "chunks without end",
        "w.example/noend",
        HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % len(body) + body + b"\r\n",
        "unreadable",
        "truncated",
    )
    add(
        "chunks broken",
        "w.example/brk",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n" % 500
        + body[:500]
        + b"\r\nzz\r\n"
        + body[500:],
        "unreadable",
        "truncated",
    )
    add(
        "chunks said but plain",
        "w.example/notchunk",
        HEAD + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body,
        "unreadable",
        "truncated",
    )
    add(
        "chunks with extensions",
        "w.example/ext",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%X;name=val\r\n" % len(body)
        + body
        + b"\r\n0\r\nX-Trailer: 1\r\n\r\n",
        "alive",
    )
    add(
        "chunks with padded sizes",
        "w.example/pad",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n%06x  \r\n" % len(body)
        + body
        + b"\r\n0\r\n\r\n",
        "alive",
    )
    add(
        "te identity",
        "w.example/teid",
        HEAD + b"Transfer-Encoding: identity\r\nConnection: close\r\n\r\n" + page("TE identity"),
        "alive",
    )
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
        add(f"kept {n} behind it", f"keep.example/{n}", http(article(f"Kept {n} behind it"), close=False), "alive")

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
    add(
        "content disposition page",
        "w.example/att.html",
        http(article("An attached page"), "200 OK", "Content-Disposition: attachment; filename=page.html"),
        "alive",
    )
    add(
        "content disposition paper",
        "w.example/att.pdf",
        http(
            pdf("Attached minutes. " + prose("att")[0]),
            "200 OK",
            "Content-Disposition: attachment",
            kind="application/force-download",
        ),
        "alive",
    )
    add(
        "pdf as octets",
        "w.example/oct",
        http(pdf("Octet minutes. " + prose("oct")[0]), kind="binary/octet-stream"),
        "alive",
    )
    add("pdf as text", "w.example/txt", http(pdf("Text minutes. " + prose("txt")[0]), kind="text/plain"), "alive")
    add("page as pdf", "w.example/page.pdf", http(article("A page as a paper"), kind="application/pdf"), "alive")
    add(
        "pdf behind junk",
        "w.example/junk.pdf",
        http(b"\n\n\n" + b" " * 200 + pdf("Junk minutes. " + prose("junk")[0]), kind="application/pdf"),
        "alive",
    )
    add(
        "pdf cut",
        "w.example/cut.pdf",
        http(pdf("Cut minutes. " + prose("cut")[0], "Two " + prose("cut2")[0])[:700], kind="application/pdf"),
        "unreadable",
        "encoding",
    )
    add(
        "xhtml",
        "w.example/xhtml",
        http(
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Strict</title></head><body><h1>Strict</h1>'
            + "".join(f"<p>{x}</p>" for x in prose("strict"))
            + "</body></html>",
            kind="application/xhtml+xml",
        ),
        "alive",
    )
    add(
        "feed",
        "w.example/feed",
        http(
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Mill news</title>'
            + "".join(f"<item><title>{x[:30]}</title><description>{x}</description></item>" for x in prose("feed"))
            + "</channel></rss>",
            kind="application/rss+xml",
        ),
        "alive",
    )
    add(
        "csv",
        "w.example/t.csv",
        http("year,bushels\n" + "".join(f"{y},{y * 3}\n" for y in range(1900, 1960)), kind="text/csv"),
        "alive",
    )
    add(
        "json data",
        "w.example/t.json",
        http(
            '{"years":[{"year":1900,"note":"a wet spring and a late harvest at the mill"},{"year":1901,"note":"a dry one"}]}',
            kind="application/json",
        ),
        "alive",
    )
    add("markdown", "w.example/t.md", http("# Mill\n\n" + "\n\n".join(prose("md")), kind="text/markdown"), "alive")

    buf = io.BytesIO()
    zf = zipfile.ZipFile(buf, "w")
    zf.writestr("word/document.xml", "<w>hello</w>")
    zf.close()
    add(
        "docx",
        "w.example/t.docx",
        http(buf.getvalue(), kind="application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "not_text",
    )
    add("mp4", "w.example/t.mp4", http(b"\0\0\0\x18ftypmp42" + bytes(200), kind="video/mp4"), "not_text")
    add("nul bytes in a page", "w.example/nulbody", http(article("Nul bytes").replace("<p>", "<p>\0")), "alive")
    add(
        "frameset",
        "w.example/frames",
        http(
            "<html><head><title>Mill</title></head><frameset cols='20%,80%'><frame src=/nav.html><frame src=/main.html><noframes><body>Your browser does not support frames.</body></noframes></frameset></html>"
        ),
        "needs_rendering",
    )
    add(
        "iframe page",
        "w.example/iframe",
        http(
            "<html><head><title>Mill report</title></head><body><iframe src='https://docs.example/viewer?url=mill.pdf' width=100% height=100%></iframe></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "embedded paper",
        "w.example/embed",
        http(
            "<html><head><title>Mill report</title></head><body><h1>Mill report</h1><embed src=/mill.pdf type=application/pdf width=100% height=900></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell of x",
        "w.example/shellx",
        http(
            "<html><head><title>X</title></head><body><noscript><h1>JavaScript is not available.</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a supported browser to continue using x.com.</p></noscript><div id=react-root></div><script src=/main.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell of youtube",
        "w.example/shelly",
        http(
            "<html><head><title>Mill tour - YouTube</title><meta name=description content='A tour of the mill'></head><body><ytd-app></ytd-app><div id=player></div><script>var ytInitialPlayerResponse={};</script><script src=/base.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell with a spinner",
        "w.example/spin",
        http(
            "<html><head><title>Mill</title></head><body><div id=app><div class=spinner>Loading…</div></div><script src=/a.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "shell with a spinner elsewhere",
        "w.example/spin2",
        http(
            "<html><head><title>Mill dashboard</title></head><body><app-shell>Loading...</app-shell><script type=module src=/a.js></script></body></html>"
        ),
        "needs_rendering",
    )
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


GROUPS = (wire,)
