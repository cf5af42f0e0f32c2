"""What a librarian meets in 2026: redirects that come back or lead elsewhere, and addresses as they are written today."""

import gzip

from pages import article, front, http, sent


def detours(site):
    """Redirects and addresses as they are written today."""
    add = site.page
    add(
        "consent and back",
        "t70.example/a",
        lambda q, c: (
            http(article("A page behind a consent that comes back"))
            if "seen=1" in q.headers.get("cookie", "")
            else sent("302 Found", "/consent?back=/a")
        ),
        "alive",
        says="round and back",
    )
    site.ground.answers["t70.example", "/consent?back=/a"] = sent("302 Found", "/a", "Set-Cookie: seen=1; Path=/")
    add(
        "a landing page",
        "t71.example/10.5555/barns",
        sent("302 Found", f"http://t71.example:{site.port}/article/view/9"),
        "moved",
        "temporary",
    )
    add("the landing page itself", "t71.example/article/view/9", http(article("On barns: a landing page")), "alive")
    add(
        "a moved wiki",
        "t72.example/wiki/Barn",
        sent("301 Moved Permanently", f"http://t72b.example:{site.port}/wiki/Barn"),
        "moved",
        "permanent",
        notices=["cross_site"],
    )
    add("the wiki now", "t72b.example/wiki/Barn", http(article("Barn")), "alive")
    site.at("t72b.example")
    add(
        "all to the home page",
        "t73.example/2009/04/barns-of-thornby",
        sent("301 Moved Permanently", "/"),
        "soft_404",
        "redirect_home",
    )
    site.ground.answers["t73.example", "/"] = http(front("Thornby Today"))
    add(
        "a refresh in the page",
        "t74.example/a",
        http('<html><head><meta http-equiv="refresh" content="0; url=/new"></head></html>'),
        "moved",
        "temporary",
    )
    site.ground.answers["t74.example", "/new"] = http(article("Where the refresh leads"))
    add("a refresh in the header", "t75.example/a", http("", "200 OK", "Refresh: 0; url=/new"), "moved", "temporary")
    site.ground.answers["t75.example", "/new"] = http(article("Where the header leads"))
    add(
        "canonical elsewhere",
        "t76.example/a",
        http(article("A syndicated piece", head='<link rel="canonical" href="https://another.example/piece">')),
        "alive",
    )
    add("by its number", "t77.example/index.php?id=17", http(article("Number seventeen")), "alive")
    add("hash and bang", "t78.example/#!/minutes/9", http(article("Minutes by hash and bang")), "alive")
    site.ground.answers["t78.example", "/"] = http(article("Minutes by hash and bang"))
    add(
        "an anchor in Greek",
        "t79.example/a#%CE%BC%CE%AD%CE%BB%CE%B9",
        http(article("Honey in Greek", lead='<h2 id="μέλι">Honey</h2>')),
        "alive",
        notices=[],
    )
    add(
        "an anchor by name in Latin-1",
        "t80.example/a#caf%E9",
        http(article("Coffee in Latin", lead='<a name="café"></a>')),
        "alive",
    )
    add(
        "words to light up",
        "t81.example/a#:~:text=nothing%20of%20the%20kind",
        http(article("Words that are not there")),
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "HEAD lies",
        "t82.example/a",
        lambda q, c: http("", "404 Not Found") if q.method == "HEAD" else http(article("Only GET is true")),
        "alive",
    )
    add(
        "a charset that lies",
        "t83.example/a",
        http(article("Čmeláci a včely").encode(), kind="text/html; charset=iso-8859-1"),
        "alive",
    )
    add(
        "gzip twice told",
        "t84.example/a",
        http(
            gzip.compress(article("Packed once").encode()), "200 OK", "Content-Encoding: gzip", "Vary: Accept-Encoding"
        ),
        "alive",
    )
    add(
        "a retracted paper",
        "t85.example/paper",
        http(article("RETRACTED: On the weight of medlars")),
        "alive",
        notices=["retracted"],
    )
    add(
        "a corrected report",
        "t86.example/news",
        http(
            article(
                "The weir again",
                lead="<p><strong>Correction (3 May 2026):</strong> An earlier version of this article misstated the year of the weir.</p>",
            )
        ),
        "alive",
        notices=["corrected"],
    )


GROUPS = (detours,)
