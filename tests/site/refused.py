"""Servers that will not talk to us, gates before their pages, and servers out of order."""

from furniture import LOGIN_FORM
from pages import article, http, notice, sent


def refused(site):
    """Refusals by status."""
    add = site.page
    for status, words in (
        (400, "Bad Request"),
        (403, "Forbidden"),
        (405, "Method Not Allowed"),
        (406, "Not Acceptable"),
        (999, "Request denied"),
    ):
        add(
            f"refused by {status}",
            f"no{status}.example/x",
            http(
                f"<title>{status} {words}</title><h1>{words}</h1><p>You don't have permission to access this resource.</p>",
                f"{status} {words}",
            ),
            "refused",
            f"http_{status}",
        )


def gated(site):
    """Forms to sign in, and demands for consent."""
    add = site.page
    put = site.ground.answers
    add(
        "a reading room",
        "gate.example/room",
        http("<title>401</title>", "401 Unauthorized", "WWW-Authenticate: Basic realm=x"),
        "gated",
        "login",
    )
    add("a paid room", "gate.example/paid", http("pay", "402 Payment Required"), "gated", "payment")
    form = notice("Sign in - Thornby", "Sign in", LOGIN_FORM + "Forgot your password?")
    add("the members' journal", "gate.example/journal/7", sent("302 Found", "/login?next=/journal/7"), "gated", "login")
    put["gate.example", "/login?next=/journal/7"] = http(form)
    add(
        "the members' letters",
        "gate.example/letters",
        http(notice("Members' letters", "Please log in", "You must be logged in to view this page." + LOGIN_FORM)),
        "gated",
        "login",
    )
    add("the members' accounts", "gate.example/accounts/2", http(form, "403 Forbidden"), "gated", "login")
    add(
        "the evening edition",
        "gate.example/evening",
        sent("302 Found", site.at("consent.gate.example", "/collect?return=/evening")),
        "gated",
        "consent",
    )
    put["consent.gate.example", "/collect?return=/evening"] = http(
        notice(
            "Before you continue", "Before you continue", "We and our partners use cookies.", "Accept all", frame=False
        )
    )
    add(
        "the morning edition",
        "gate.example/morning",
        http(
            notice(
                "Your privacy choices",
                "We value your privacy",
                "We and our 312 partners store data on your device.",
                frame=False,
            )
        ),
        "gated",
        "consent",
    )


def paid(site):
    """Demands for payment."""
    add = site.page
    cut = article(
        "The price of quinces",
        paragraphs=2,
        head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false,"wordCount":1400}</script>',
        after="<div class=paywall><p>Subscribe to continue reading.</p><p>Already a subscriber? Log in</p></div>",
    )
    add("the price of quinces", "gate.example/quinces", http(cut), "gated", "truncated")
    add(
        "the price of nothing",
        "gate.example/nothing",
        http(
            notice(
                "Subscribe to read | Thornby",
                "Subscribe to read",
                "Subscribe to continue reading this article.",
                "Already a subscriber? Sign in.",
            )
        ),
        "gated",
        "payment",
    )


def kept_back(site):
    """Laws and countries."""
    add = site.page
    add(
        "a banned book",
        "law.example/banned",
        http("<title>Unavailable For Legal Reasons</title>", "451 Unavailable For Legal Reasons"),
        "legal",
        "http_451",
    )
    add(
        "a local film",
        "law.example/film",
        http(notice("Sorry", "Not available in your country", "This content is not available in your country.")),
        "legal",
        "geo",
    )
    add(
        "a local radio",
        "law.example/radio",
        http(
            notice("Sorry", "Unavailable", "This website is not available in the European Union due to GDPR."),
            "403 Forbidden",
        ),
        "legal",
        "geo",
    )


def asked_to_wait(site):
    """Servers and robots.txt that ask us to stay away."""
    add = site.page
    put = site.ground.answers
    add(
        "an hour's rest",
        "hour.example/x",
        http("later", "429 Too Many Requests", "Retry-After: 3600"),
        "limited",
        "http_429",
    )
    add(
        "a day's rest",
        "day.example/x",
        http("later", "503 Service Unavailable", "Retry-After: 86400"),
        "limited",
        "http_503",
    )
    put["robots.example", "/robots.txt"] = http("User-agent: *\nDisallow: /private\n", kind="text/plain")
    add(
        "private papers",
        "robots.example/private/1",
        http(article("Private papers")),
        "disallowed",
        "robots",
        says="Disallow: /private",
    )
    add("public papers", "robots.example/public", http(article("Public papers")), "alive")
    put["ill.example", "/robots.txt"] = http("oh", "503 Service Unavailable")
    add("papers behind ill robots", "ill.example/x", http(article("Ill")), "disallowed", "robots")


def ill(site):
    """Servers out of order."""
    add = site.page
    add(
        "a broken server",
        "broken.example/x",
        http("<title>500</title>", "500 Internal Server Error"),
        "server_error",
        "http_500",
    )
    add(
        "a broken gateway",
        "gateway.example/x",
        http("<title>502 Bad Gateway</title>", "502 Bad Gateway"),
        "server_error",
        "http_502",
    )
    cf = "<html><title>paper.example | 522: Connection timed out</title><div id=cf-error-details><h1>Connection timed out</h1></div></html>"
    add("a broken origin", "origin.example/x", http(cf, "522 Origin", "Server: cloudflare"), "server_error", "http_522")
    add(
        "a server at rest",
        "rest.example/x",
        http("<title>Maintenance</title>", "503 Service Unavailable"),
        "server_error",
        "http_503",
    )


GROUPS = (refused, gated, paid, kept_back, asked_to_wait, ill)
