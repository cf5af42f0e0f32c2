"""Statuses and headers, as a fourth hunt met them: what a server says before its page."""

from ground import speaks
from heads import HEAD
from pages import article, http, notice, sent


def statuses(site):
    """Statuses that few servers send, and what stands before the one that counts."""
    add = site.page
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload; as=style\r\n\r\n"
    add(
        "hints before a loss",
        "st.example/lost",
        hints + http("<title>Not Found</title>", "404 Not Found"),
        "gone",
        "http_404",
    )
    add(
        "hints before a move", "st.example/old", hints * 2 + sent("301 Moved Permanently", "/new"), "moved", "permanent"
    )
    site.ground.answers["st.example", "/new"] = http(article("The toll book at its new place"))
    add(
        "still processing",
        "st.example/102",
        b"HTTP/1.1 102 Processing\r\n\r\n" * 7 + http(article("Still processing")),
        "alive",
    )
    add(
        "an interim answer of no kind",
        "st.example/199",
        b"HTTP/1.1 199 Odd\r\nX: y\r\n\r\n" + http(article("An interim answer")),
        "alive",
    )
    add("hints and no more", "st.example/mute", hints, "failed", "reset")
    for status, words in (
        (408, "Request Timeout"),
        (409, "Conflict"),
        (412, "Precondition Failed"),
        (417, "Expectation Failed"),
        (423, "Locked"),
        (425, "Too Early"),
        (428, "Precondition Required"),
        (431, "Request Header Fields Too Large"),
        (440, "Login Time-out"),
        (444, "No Response"),
        (495, "SSL Certificate Error"),
        (498, "Invalid Token"),
    ):
        add(
            f"the toll book by {status}",
            f"st{status}.example/x",
            http(f"<title>{status} {words}</title><h1>{words}</h1>", f"{status} {words}"),
            "refused",
            f"http_{status}",
        )
    for status, words in (
        (501, "Not Implemented"),
        (505, "HTTP Version Not Supported"),
        (507, "Insufficient Storage"),
        (509, "Bandwidth Limit Exceeded"),
        (525, "SSL Handshake Failed"),
        (529, "Site is overloaded"),
        (598, "Network read timeout"),
    ):
        add(
            f"the toll book by {status}",
            f"st{status}.example/x",
            http(f"<title>{status} {words}</title><h1>{words}</h1>", f"{status} {words}"),
            "server_error",
            f"http_{status}",
        )
    add(
        "the toll book of the guests' network",
        "st.example/511",
        http(
            notice("Sign in to the network", "Welcome to the guests' network", "Sign in to go on."),
            "511 Network Authentication Required",
        ),
        "gated",
        "login",
    )
    add(
        "a banned ballad",
        "st.example/451",
        http(
            notice("Unavailable", "Unavailable for legal reasons", "This page was withheld."),
            "451 Unavailable For Legal Reasons",
            'Link: <https://court.example/orders/7>; rel="blocked-by"',
        ),
        "legal",
        "http_451",
        says="court.example",
    )
    add(
        "an hour that is over, for ever",
        "pasthour.example/x",
        http("slow", "429 Too Many Requests", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
        "limited",
        "http_429",
    )
    add(
        "a Kerberos realm",
        "st.example/spnego",
        http(
            "<title>Unauthorized</title>", "401 Unauthorized", "WWW-Authenticate: Negotiate", "WWW-Authenticate: NTLM"
        ),
        "gated",
        "login",
    )
    add(
        "withdrawn, and says by whom",
        "st.example/410",
        http(notice("Removed", "This article has been removed", "The author asked us to remove it."), "410 Gone"),
        "gone",
        "http_410",
    )


def headers(site):
    """Headers that decide nothing, and some that do."""
    add, put = site.page, site.ground.answers
    put["hd.example", "/new"] = http(article("The ferry ledger at its new place"))
    for n, (name, lines) in enumerate(
        (
            ("h2c on offer", ("Upgrade: h2,h2c", "Connection: Upgrade")),
            ("another location for it", ("Content-Location: /ferry.en.html",)),
            ("a location under 200", ("Location: /elsewhere",)),
            ("a status of its own", ("Status: 404 Not Found",)),
            ("a canonical in its head", ('Link: <https://other.example/>; rel="canonical"',)),
            ("three ways on", ('Alt-Svc: h3=":443"; ma=86400', "Strict-Transport-Security: max-age=63072000; preload")),
            ("no robots", ("X-Robots-Tag: noindex, noarchive",)),
            ("two kinds", ("Content-Type: text/html",)),
            ("a refresh of itself", ("Refresh: 300",)),
            ("a long refresh", ("Refresh: 900; url=/new",)),
            (
                "a wall's cookie",
                ("Set-Cookie: datadome=abc; Path=/", "Set-Cookie: _px3=1", "Server: cloudflare", "CF-RAY: 8a1"),
            ),
            ("a policy", ("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",)),
            ("an old warning", ('Warning: 110 - "Response is Stale"',)),
            ("empty names", (": nothing", "X-Empty:")),
            ("a quiet download", ("Content-Disposition: inline; filename=x.html",)),
            ("trailers to come", ("Trailer: Expires",)),
        )
    ):
        add(
            f"the ferry ledger with {name}",
            f"hd.example/{n}",
            http(article(f"The ferry ledger with {name}"), "200 OK", *lines),
            "alive",
            notices=[],
        )
    for n, value in enumerate(("0;URL='/new'", "0; /new", "3 ; URL = /new", "1,/new", '0; url="/new"')):
        add(
            "the ferry ledger refreshed",
            f"hd.example/r{n}",
            http("moving", "200 OK", f"Refresh: {value}"),
            "moved",
            "temporary",
        )
    body = article("The ferry ledger in pieces").encode()
    add(
        "the ferry ledger in pieces",
        "hd.example/trailer",
        HEAD
        + b"Transfer-Encoding: chunked\r\nTrailer: Content-Length\r\nConnection: close\r\n\r\n%x\r\n" % len(body)
        + body
        + b"\r\n0\r\nContent-Length: 3\r\nLocation: /new\r\n\r\n",
        "alive",
    )
    add(
        "the ferry ledger in drops",
        "hd.example/drops",
        HEAD
        + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + b"".join(b"1\r\n%c\r\n" % c for c in body)
        + b"0\r\n\r\n",
        "alive",
    )

    def reloads(asked, connection):
        if "ok=1" in asked.headers.get("cookie", ""):
            return http(article("The ferry ledger after a reload"))
        return http(
            "<html><head><meta http-equiv=refresh content='1'><title>One second</title></head><body><p>Setting a cookie. Your browser will reload the page.</p></body></html>",
            "200 OK",
            "Set-Cookie: ok=1",
        )

    def turned(asked, connection):
        if "ok=1" in asked.headers.get("cookie", ""):
            return http(article("The ferry ledger after a turn"))
        return http(
            "<html><head><meta http-equiv=refresh content='0; url=/turned'><title>One second</title></head><body></body></html>",
            "200 OK",
            "Set-Cookie: ok=1",
        )

    add("the ferry ledger after a reload", "hd.example/reload#:~:text=after%20a%20reload", reloads, "alive", notices=[])
    add("the ferry ledger after a turn", "hd.example/turned", turned, "alive")
    put["hd.example", "/set?back=/far"] = lambda q, c: sent("302 Found", "/far", "Set-Cookie: seen=1; Path=/")
    add(
        "the ferry ledger from afar",
        "hd.example/far",
        lambda q, c: (
            http(article("The ferry ledger from afar"))
            if "seen=1" in q.headers.get("cookie", "")
            else sent("302 Found", "/set?back=/far")
        ),
        "alive",
    )
    settings = (
        b"\x00\x00\x12\x04\x00\x00\x00\x00\x00\x00\x03\x00\x00\x00\x64\x00\x04\x00\x01\x00\x00\x00\x05\x00\x00\x40\x00"
    )
    site.case(
        "the second version at once",
        site.at("h2.example", "/x", site.ground.listen(raw=speaks(settings))),
        "failed",
        "protocol",
        says="HTTP/2",
    )


GROUPS = (statuses, headers)
