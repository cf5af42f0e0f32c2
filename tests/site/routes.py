"""Redirects and robots.txt, as a third hunt met them."""

import gzip

from ground import certificate
from pages import article, front, http, notice, sent


def moves(site):
    """Redirects of all kinds, and what is none."""
    add, put = site.page, site.ground.answers
    put["mv.example", "/new"] = http(article("The mill at its new place"))
    add(
        "mill refresh late in head",
        "mv.example/late",
        http(
            "<html><head><title>Moved</title><style>"
            + "a{color:red}" * 700
            + "</style><meta http-equiv='refresh' content='0;url=/new'></head><body></body></html>"
        ),
        "moved",
        "temporary",
    )
    add(
        "mill refresh in body",
        "mv.example/body",
        http(
            "<html><head><title>Moved</title></head><body><meta http-equiv='refresh' content='0;url=/new'>Moved.</body></html>"
        ),
        "moved",
        "temporary",
    )
    add(
        "mill refresh after ten",
        "mv.example/ten",
        http(
            notice(
                "This page has moved",
                "This page has moved",
                "You will be redirected to the new address in 10 seconds. Please update your bookmarks.",
                head="<meta http-equiv=refresh content='10; URL=/new'>",
                frame=False,
            )
        ),
        "moved",
        "temporary",
    )
    add(
        "whole page that reloads later",
        "mv.example/reload",
        http(article("A whole page that moves on", head="<meta http-equiv=refresh content='600; URL=/new'>")),
        "alive",
    )
    add(
        "a slideshow",
        "mv.example/slides",
        http(article("A slideshow of mills", head="<meta http-equiv=refresh content='30; URL=/new'>")),
        "alive",
    )
    add(
        "mill by script",
        "mv.example/js",
        http(
            "<html><head><title>Redirecting...</title><script>window.location.href='/new';</script></head><body></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "mill by script and words",
        "mv.example/js2",
        http(
            "<html><head><title>Redirecting</title></head><body><p>Redirecting you to the new page…</p><script>setTimeout(function(){location.replace('/new')},100);</script></body></html>"
        ),
        "needs_rendering",
    )
    add("mill header refresh", "mv.example/hdr", http("moving", "200 OK", "Refresh: 0; url=/new"), "moved", "temporary")
    add("mill by 303", "mv.example/303", sent("303 See Other", "/new"), "moved", "temporary")
    add(
        "mill by 300 with an address",
        "mv.example/300",
        http(article("Mill choices"), "300 Multiple Choices", "Location: /new"),
        "alive",
    )
    add("mill by 201", "mv.example/201", http(article("Mill made"), "201 Created", "Location: /new"), "alive")
    add("mill by 203", "mv.example/203", http(article("Mill by a proxy"), "203 Non-Authoritative Information"), "alive")
    add("mill by 226", "mv.example/226", http(article("Mill in use"), "226 IM Used"), "alive")
    add("mill by 299", "mv.example/299", http(article("Mill strange"), "299 Miscellaneous"), "alive")
    add("mill by 305", "mv.example/305", http("", "305 Use Proxy", "Location: /new", kind=None), "failed", "protocol")
    add(
        "mill with upper case",
        "mv.example/upper",
        http("", "301 Moved", f"LOCATION: HTTP://MV.EXAMPLE:{site.port}/new"),
        "moved",
        "permanent",
    )
    add("mill with backslashes", "mv.example/back", http("", "301 Moved", "Location: \\new"), "moved", "permanent")
    add(
        "mill without scheme",
        "mv.example/rel",
        http("", "301 Moved", f"Location: //mv.example:{site.port}/new"),
        "moved",
        "permanent",
    )
    add(
        "mill with blanks around",
        "mv.example/blank",
        http("", "301 Moved", "Location:    /new   "),
        "moved",
        "permanent",
    )
    add("mill with one slash", "mv.example/one", http("", "301 Moved", "Location: http:/new"), "moved", "permanent")
    add(
        "mill with a bad port",
        "mv.example/port",
        http("", "301 Moved", "Location: http://mv.example:99999/new"),
        "failed",
        "dns",
    )
    add("mill via data", "mv.example/data", sent("302 Found", "data:text/html,<h1>hi</h1>"), "unsupported", "scheme")
    add("mill via javascript", "mv.example/jsloc", sent("302 Found", "javascript:alert(1)"), "unsupported", "scheme")
    add(
        "mill via metadata address",
        "mv.example/meta",
        sent("302 Found", "http://169.254.169.254/latest/meta-data/"),
        "blocked_address",
    )
    add("mill via decimal address", "mv.example/dec", sent("302 Found", "http://167772161/x"), "blocked_address")
    add("mill via mapped six", "mv.example/six", sent("302 Found", "http://[::ffff:10.0.0.1]/x"), "blocked_address")
    add("mill via smtp", "mv.example/smtp", sent("302 Found", "http://mv.example:25/x"), "blocked_address")
    add("mill via empty host", "mv.example/nohost", sent("302 Found", "http:///new"), "failed", "dns")
    add(
        "mill cookie bounce",
        "mv.example/cookie",
        lambda q, c: (
            http(article("Mill with a cookie"))
            if "seen=1" in q.headers.get("cookie", "")
            else http("", "302 Found", "Location: /cookie", "Set-Cookie: seen=1; Path=/")
        ),
        "alive",
    )
    gate = site.at("sso.mv.example", "/check?return=/bounce")
    put["sso.mv.example", "/check?return=/bounce"] = sent("302 Found", site.at("mv.example", "/bounce?ticket=1"))
    put["mv.example", "/bounce?ticket=1"] = http("", "302 Found", "Location: /bounce", "Set-Cookie: t=1; Path=/")
    add(
        "mill over a sign-on",
        "mv.example/bounce",
        lambda q, c: (
            http(article("Mill over a sign-on")) if "t=1" in q.headers.get("cookie", "") else sent("302 Found", gate)
        ),
        "alive",
    )
    add(
        "mill cookie for ever",
        "mv.example/forever",
        lambda q, c: http("", "302 Found", "Location: /forever", f"Set-Cookie: n={q.turn}; Path=/"),
        "failed",
        "redirect_loop",
    )
    add("mill growing", "mv.example/grow", sent("302 Found", "/grow/a"), "failed", "redirect_loop")
    for n in range(1, 40):
        put["mv.example", "/grow" + "/a" * n] = sent("302 Found", "/grow" + "/a" * (n + 1))
    add(
        "mill to a long address",
        "mv.example/longloc",
        sent("302 Found", "/" + "a" * 20000),
        "failed",
        "protocol",
        says="a limit of ours",
    )
    add(
        "mill up to https and back",
        "mv.example/mixed",
        sent("301 Moved Permanently", "/mixed2"),
        "moved",
        "temporary",
        notices=["mixed_redirects"],
    )
    put["mv.example", "/mixed2"] = sent("307 Temporary Redirect", "/new")
    tls = site.ground.listen(tls=certificate(["down.example"]))
    put["down.example", "/x"] = sent("301 Moved Permanently", site.at("mv.example", "/new"))
    site.case(
        "mill down from https",
        site.at("down.example", "/x", tls, "https"),
        "moved",
        "permanent",
        notices=["cross_site", "unverified_tls"],
    )
    add(
        "two locations",
        "mv.example/two",
        http("", "301 Moved", "Location: /new", "Location: /new"),
        "moved",
        "permanent",
    )
    add(
        "mill with a fragment kept",
        "mv.example/frag#main",
        sent("301 Moved Permanently", "/anch"),
        "moved",
        "permanent",
        notices=[],
    )
    put["mv.example", "/anch"] = http(article("Anchored mill", lead="<p id=main>Main.</p>"))
    add(
        "mill redirect disallowed",
        "mv.example/toforbidden",
        sent("302 Found", site.at("forbid.example", "/private")),
        "disallowed",
        "robots",
    )
    put["forbid.example", "/robots.txt"] = http("User-agent: *\nDisallow: /private\n", kind="text/plain")
    put["forbid.example", "/private"] = http(article("Private mill"))
    add(
        "a shortener",
        "short.example/aBc12",
        sent("301 Moved Permanently", site.at("mv.example", "/new")),
        "moved",
        "permanent",
        notices=["cross_site"],
    )
    add(
        "the amp page",
        "mv.example/amp/mill",
        http(
            "<html><head><title>AMP</title><link rel=canonical href='/new'><meta http-equiv=refresh content='0;url=/new'></head><body></body></html>"
        ),
        "moved",
        "temporary",
    )
    add("mill 404 behind a redirect", "mv.example/gone", sent("301 Moved Permanently", "/nowhere"), "gone", "http_404")
    add(
        "mill meta refresh to a 404",
        "mv.example/mr404",
        http("<meta http-equiv=refresh content='0;url=/nowhere2'>"),
        "gone",
        "http_404",
    )
    add(
        "mill to a dead name",
        "mv.example/deadname",
        sent("301 Moved Permanently", "http://never-was-a-mill.invalid/"),
        "failed",
        "dns",
    )
    add(
        "minutes of the mill 1911",
        "mv.example/minutes/1911",
        sent("302 Found", "/search?q=minutes+1911"),
        "moved",
        "temporary",
    )
    put["mv.example", "/search?q=minutes+1911"] = http(
        notice("Search results - Mill", "Search results", "Your search for minutes 1911 returned no results.")
    )
    for k in ("a", "b", "c"):
        add(
            f"the {k} room of the archive",
            f"fan.example/rooms/{k}/17-{k}",
            sent("301 Moved Permanently", "/sections"),
            "soft_404",
            "fan_in",
        )
    put["fan.example", "/sections"] = http(front("Sections of the county record office"))


def robots(site):
    """robots.txt as it is also found."""
    put = site.ground.answers

    def rob(host, answer, state="alive", reason=None):
        put[host, "/robots.txt"] = answer
        site.page(f"robots of {host}", f"{host}/page", http(article(f"Page of {host}")), state, reason)

    rob("rb1.example", sent("301 Moved Permanently", site.at("rbx.example", "/other")))
    put["rbx.example", "/other"] = http("User-agent: *\nDisallow: /page\n", kind="text/plain")
    site.cases[-1].update(state="disallowed", reason="robots")
    rob("rb2.example", sent("302 Found", "/robots.txt"))
    rob("rb3.example", http("no", "500 Oops"), "disallowed", "robots")
    rob("rb4.example", http("no", "429 Too Many Requests"), "disallowed", "robots")
    rob("rb5.example", http("no", "403 Forbidden"))
    rob("rb6.example", http("no", "401 Unauthorized"))
    rob("rb7.example", http(article("Not a robots file, a page")))
    rob(
        "rb8.example",
        http(
            b"User-agent: *\n" + b"Allow: /x%d\n" * 1 % 1 + b"# filler filler filler\n" * 50000 + b"Disallow: /page\n",
            kind="text/plain",
        ),
    )
    rob("rb9.example", http(b"\xef\xbb\xbfUser-agent: *\nDisallow: /page\n", kind="text/plain"), "disallowed", "robots")
    rob("rb10.example", http("User-agent: *\rDisallow: /page\r", kind="text/plain"), "disallowed", "robots")
    rob("rb11.example", http("user-AGENT : *\nDISALLOW : /pa*e$\n", kind="text/plain"), "disallowed", "robots")
    rob("rb12.example", http("User-agent: *\nDisallow: /\nAllow: /page\n", kind="text/plain"))
    rob("rb13.example", http("User-agent: Googlebot\nDisallow: /\n\nUser-agent: *\nDisallow:\n", kind="text/plain"))
    rob(
        "rb14.example",
        http("User-agent: citetrail\nDisallow: /\n\nUser-agent: *\nDisallow:\n", kind="text/plain"),
        "disallowed",
        "robots",
    )
    rob("rb15.example", http("User-agent: *\nCrawl-delay: 100000\nDisallow: /other\n", kind="text/plain"))
    rob("rb16.example", http("Disallow: /\n", kind="text/plain"))
    rob("rb17.example", http("User-agent: *\nDisallow: /%70age\n", kind="text/plain"), "disallowed", "robots")
    rob(
        "rb18.example",
        http(gzip.compress(b"User-agent: *\nDisallow: /page\n"), "200 OK", "Content-Encoding: gzip", kind="text/plain"),
        "disallowed",
        "robots",
    )
    rob("rb19.example", http("User-agent: *\nDisallow: /page\n", "200 OK", length=5000), "disallowed", "robots")
    rob("rb20.example", sent("302 Found", "http://10.0.0.9/robots.txt"))
    rob(
        "rb21.example",
        http("User-agent: *\nUser-agent: foo\nDisallow: /page", kind="text/plain"),
        "disallowed",
        "robots",
    )
    rob("rb22.example", http("User-agent: *\nDisallow: /page", "200 OK", kind="text/html"), "disallowed", "robots")
    rob(
        "rb23.example", http("<html><title>Just a moment...</title></html>", "403 Forbidden", "cf-mitigated: challenge")
    )
    rob(
        "rb24.example", http("User-agent: *\nNoindex: /\nSitemap: x\nHost: y\nDisallow: # nothing\n", kind="text/plain")
    )
    rob("rb25.example", sent("302 Found", "file:///etc/passwd"))
    rob("rb26.example", http("", "204 No Content", kind=None))
    rob("rb27.example", lambda q, c: None, "failed", "reset")


GROUPS = (moves, robots)
