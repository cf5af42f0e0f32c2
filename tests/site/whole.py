"""Pages that are there, whatever they look like."""

from furniture import CF_FURNITURE, LOGIN_FORM
from ground import turns
from pages import article, http, notice, prose, zipped


def articles(site):
    """Articles with a wall's, a gate's or a seller's words in them."""
    add = site.page
    add("bees at the ford", "reg.example/bees", http(article("Bees at the ford")), "alive")
    add(
        "the history of a missing page",
        "reg.example/404-story",
        http(article("404: the history of a missing page")),
        "alive",
    )
    add("Page not found, an essay", "reg.example/essay", http(article("Page not found")), "alive")
    wall_talk = (
        "<p>“Just a moment...”, it says, and “Checking your browser before accessing”. Verify you are human.</p>"
    )
    add(
        "how walls against robots work",
        "reg.example/walls",
        http(article("How walls against robots work", head=CF_FURNITURE, lead=wall_talk)),
        "alive",
    )
    add("medlars for members", "reg.example/medlars", http(article("Medlars for members", before=LOGIN_FORM)), "alive")
    captcha = "<script src='https://www.google.com/recaptcha/api.js' async></script>"
    add(
        "a letter box",
        "reg.example/letters",
        http(article("A letter box", head=captcha, after="<form class=g-recaptcha><input name=mail></form>")),
        "alive",
    )
    banner = "<div id='onetrust-consent-sdk'><p>We and our 412 partners value your privacy.</p><button>Accept all</button></div><script src='https://cdn.cookielaw.org/otSDKStub.js'></script>"
    add("pears and partners", "reg.example/pears", http(article("Pears and partners", after=banner)), "alive")
    add(
        "domains for sale, a report",
        "reg.example/domains",
        http(
            article(
                "This domain is for sale: who buys old names",
                after="<script src='https://www.sedoparking.com/x.js'></script>",
            )
        ),
        "alive",
    )
    add(
        "the casino on the green",
        "reg.example/casino",
        http(
            article(
                "The casino on the green: slots, roulette and a jackpot",
                lead="<p>The casino had a roulette wheel, slots and poker.</p>",
            )
        ),
        "alive",
    )
    add(
        "not available in your country",
        "reg.example/geo",
        http(article("Not available in your country: a complaint")),
        "alive",
    )


def furnished(site):
    """Articles with the furniture of gates, scripts and prices, and with notices of their own."""
    add = site.page
    add(
        "no scripts, please",
        "reg.example/root",
        http(
            article(
                "No scripts, please",
                before="<noscript>You need to enable JavaScript to run this app.</noscript><div id=root>",
                after="</div>",
            )
        ),
        "alive",
    )
    paid = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False","wordCount":420}</script>'
    add(
        "a paper with a price",
        "reg.example/price",
        http(article("A paper with a price", head=paid, paragraphs=8)),
        "alive",
        notices=["paywall_marked"],
    )
    add(
        "on the weight of pears",
        "reg.example/weight",
        http(
            article(
                "RETRACTED: On the weight of pears",
                lead="<p>Retraction: this article has been retracted by its authors.</p>",
            )
        ),
        "alive",
        notices=["retracted"],
    )
    add(
        "the sexton's wages",
        "reg.example/wages",
        http(
            article(
                "The sexton's wages",
                after="<p>Correction: an earlier version of this article gave the sexton's wages as nine pence; they were ten pence.</p>",
            )
        ),
        "alive",
        notices=["corrected"],
    )


def told(site):
    """Short pages, and answers that only look odd."""
    add = site.page
    add(
        "a short note",
        "reg.example/note",
        http(
            notice(
                "A short note on ladders | Thornby Register",
                "A short note on ladders",
                "Two ladders were left at the ford on Monday night and nobody has asked for them.",
            )
        ),
        "alive",
    )
    add(
        "letter not found after fifty years",
        "reg.example/fifty",
        http(
            article(
                "Letter and page not found after fifty years",
                paragraphs=1,
                head='<meta property="article:published_time" content="2021-03-04T10:00:00Z"><meta property="og:type" content="article">',
            )
        ),
        "alive",
    )
    choices = http(article("Several choices"), "300 Multiple Choices")
    add("several choices", "reg.example/choices", choices, "alive")
    add(
        "a piece that is the whole",
        "reg.example/range",
        http(
            article("A piece that is the whole"),
            "206 Partial Content",
            f"Content-Range: bytes 0-{len(article('A piece that is the whole').encode()) - 1}/{len(article('A piece that is the whole').encode())}",
        ),
        "alive",
    )
    add(
        "heads that lie",
        "reg.example/head",
        lambda asked, c: http("", "404 Not Found") if asked.method == "HEAD" else http(article("Heads that lie")),
        "alive",
    )
    add(
        "only for browsers",
        "reg.example/accept",
        lambda asked, c: (
            http(article("Only for browsers"))
            if "text/html" in asked.headers.get("accept", "")
            else http("{}", "404 Not Found", kind="application/json")
        ),
        "alive",
    )


def sent_oddly(site):
    """Whole pages that come in odd ways."""
    add = site.page
    add(
        "old letters",
        "reg.example/latin",
        http(article("Old letters é").replace('<meta charset="utf-8">', "").encode("cp1252"), kind="text/html"),
        "alive",
    )
    add(
        "a page in a bag",
        "reg.example/gzip",
        http(zipped(article("A page in a bag")), "200 OK", "Content-Encoding: gzip"),
        "alive",
    )
    body = article("A page in pieces").encode()
    add(
        "a page in pieces",
        "reg.example/chunks",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:500], body[500:]))
        + b"0\r\n\r\n",
        "alive",
    )
    add("plain words", "reg.example/plain.txt", http("\n\n".join(prose("plain")), kind="text/plain"), "alive")
    add(
        "a page called a download",
        "reg.example/octets",
        http(article("A page called a download"), kind="application/octet-stream"),
        "alive",
    )
    add("a page without a kind", "reg.example/nokind", http(article("A page without a kind"), kind=None), "alive")
    add(
        "odd headers",
        "reg.example/odd",
        b"HTTP/1.1 200\r\nContent-Type: text/html\r\nno colon here\r\nConnection: close\r\n\r\n"
        + article("Odd headers").encode(),
        "alive",
    )
    add(
        "a redirect to nowhere with its page",
        "reg.example/nowhere",
        http(article("A redirect to nowhere"), "302 Found"),
        "alive",
    )


def asked_again(site):
    """Pages that come at the second try, and one behind six colons."""
    add = site.page
    add(
        "second try",
        "flaky.example/second",
        turns(http("busy", "502 Bad Gateway"), http(article("Second try"))),
        "alive",
    )
    add(
        "wait a second",
        "wait.example/short",
        turns(http("slow down", "429 Too Many Requests", "Retry-After: 1"), http(article("Wait a second"))),
        "alive",
    )
    site.case("six colons", f"http://[::1]:{site.six}/six", "alive")
    site.ground.answers["[::1]", "/six"] = http(article("Six colons"))


GROUPS = (articles, furnished, told, sent_oddly, asked_again)
