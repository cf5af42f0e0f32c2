"""What a librarian meets in 2026: walls of cookies, regions and robots, shells that a browser fills, viewers and downloads."""

import json

from pages import article, front, http, notice, pdf, prose, sent


def walls(site):
    """Walls of cookies, regions, subscriptions and robots."""
    add = site.page
    cookie = "<html><head><title>Consent</title></head><body><h1>Before you continue</h1><p>We and our 212 partners use cookies and personal data.</p><button>Accept all</button><button>Reject all</button></body></html>"
    add("a wall of cookies", "t40.example/a", http(cookie), "gated", "consent")
    add(
        "or pay",
        "t41.example/a",
        http(
            "<html lang=de><head><title>Zustimmung</title></head><body><h1>Mit Werbung und Tracking weiterlesen – oder Pur-Abo</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Cookies oder ohne mit dem Pur-Abo für 4,99 € im Monat.</p><button>Akzeptieren und weiter</button><p>Bereits Pur-Abonnent? Anmelden</p></body></html>"
        ),
        "gated",
        "consent",
    )
    add(
        "a region that is not served",
        "t42.example/a",
        http(
            notice(
                "Not available",
                "This content is not available in your region",
                "We are sorry, for legal reasons we cannot show it in your country.",
                frame=False,
            )
        ),
        "legal",
        "geo",
    )
    add(
        "451 of an American paper",
        "t43.example/a",
        http(
            "<title>451: Unavailable due to legal reasons</title><h1>451</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area.</p>",
            "451 Unavailable For Legal Reasons",
        ),
        "legal",
        "http_451",
    )
    add(
        "the challenge with 429",
        "t44.example/a",
        http(
            "<title>Just a moment...</title>", "429 Too Many Requests", "cf-mitigated: challenge", "Server: cloudflare"
        ),
        "challenged",
        "cloudflare",
    )
    add(
        "Anubis weighs a soul",
        "t45.example/a",
        http(
            "<!doctype html><html><head><title>Making sure you&#39;re not a bot!</title></head><body><h1>Making sure you're not a bot!</h1><p>Loading...</p><p>Protected by Anubis from Techaro.</p></body></html>"
        ),
        "challenged",
        "anubis",
    )
    add(
        "pay per crawl",
        "t46.example/a",
        http(
            "Payment required to crawl this page.", "402 Payment Required", "crawler-price: USD 0.01", kind="text/plain"
        ),
        "gated",
        "payment",
    )
    teaser = f"<p>{prose('teaser', 1)[0]}</p><div class=paywall><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in.</p></div>"
    add(
        "a teaser",
        "t47.example/a",
        http(
            f'<!doctype html><html><head><title>The weir in winter</title><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "isAccessibleForFree": False})}</script></head><body><article><h1>The weir in winter</h1>{teaser}</article></body></html>'
        ),
        "gated",
        "truncated",
    )
    marked = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    add(
        "paid and whole",
        "t48.example/a",
        http(article("The weir in summer", head=marked)),
        "alive",
        notices=["paywall_marked"],
    )
    add("the reading room's login", "t49.example/a", sent("302 Found", "/login?next=/a"), "gated", "login")
    add(
        "the login itself",
        "t49.example/login?next=/a",
        http(
            "<title>Log in</title><h1>Sign in to the reading room</h1><form><input name=u><input type=password name=p><button>Log in</button></form>"
        ),
        "gated",
        "login",
    )
    add("robots keep all out", "t50.example/a", http(article("Behind robots")), "disallowed", "robots")
    site.ground.answers["t50.example", "/robots.txt"] = http("User-agent: *\nDisallow: /\n", kind="text/plain")
    add("robots as a home page", "t51.example/a", http(article("A page with a faulty robots file")), "alive")
    site.ground.answers["t51.example", "/robots.txt"] = http(front("Thornby"))
    add("robots that are forbidden", "t52.example/a", http(article("A page with a forbidden robots file")), "alive")
    site.ground.answers["t52.example", "/robots.txt"] = http("no", "403 Forbidden")
    add(
        "a waiting room",
        "t53.example/a",
        http(
            notice("Scheduled maintenance", "We are down for maintenance", "Please check back soon.", frame=False),
            "503 Service Unavailable",
            "Retry-After: 7200",
        ),
        "limited",
        "http_503",
    )
    add(
        "the survey of weirs",
        "t54.example/a",
        http(notice("Maintenance", "Site under maintenance", "We'll be back shortly.", frame=False)),
        "server_error",
        "http_500",
    )
    add(
        "once more, please",
        "t55.example/a",
        lambda q, c: (
            http("slow down", "429 Too Many Requests", "Retry-After: 1")
            if q.turn < 1
            else http(article("After a short wait"))
        ),
        "alive",
    )


def shells(site):
    """Pages that only a browser builds, viewers and downloads."""
    add = site.page
    add(
        "a news shell",
        "t60.example/a",
        http(
            '<!doctype html><html><head><title>Thornby Now</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/static/js/main.js"></script></body></html>'
        ),
        "needs_rendering",
    )
    add(
        "a page with data for its script",
        "t61.example/a",
        http(
            article("Bees by script", head='<script id="__NEXT_DATA__" type="application/json">{"props":{}}</script>')
        ),
        "alive",
    )
    add(
        "a viewer of PDFs",
        "t62.example/view?file=/m.pdf",
        http(
            "<!doctype html><html><head><title>PDF.js viewer</title></head><body><div id=viewerContainer><div id=viewer class=pdfViewer></div></div><script src=viewer.js></script></body></html>"
        ),
        "needs_rendering",
    )
    add(
        "a PDF in a frame",
        "t63.example/p",
        http(
            '<html><head><title>Minutes</title></head><body style="margin:0"><embed src="/m.pdf" type="application/pdf" width="100%" height="100%"></body></html>'
        ),
        "needs_rendering",
    )
    add(
        "a PDF that says it is a stream",
        "t64.example/dl?id=9",
        http(
            pdf("The minutes of the ninth of May record that the weir was mended by nine men."),
            "200 OK",
            'Content-Disposition: attachment; filename="m.pdf"',
            kind="application/octet-stream",
        ),
        "alive",
    )
    add(
        "a PDF that is a page",
        "t65.example/paper.pdf",
        http(article("The paper's own page in place of the paper"), kind="application/pdf"),
        "alive",
    )
    add(
        "a photograph",
        "t66.example/p.jpg",
        http(b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 400, kind="image/jpeg"),
        "not_text",
    )
    add(
        "a large download",
        "t67.example/dump.html",
        http(b"<title>Dump</title><p>" + b"words of a dump " * 150_000),
        "unreadable",
        "truncated",
    )
    add("200 and nothing", "t68.example/a", http(""), "unreadable", "empty")


GROUPS = (walls, shells)
