"""What the hostile site does, one case a line, each with what became of the link that cites it.

A case is (anchor, address, state, reason, more): *more* may hold `notices`, a list, and `says`, words of the evidence.
Hosts end in ``.example``; each that misbehaves as a host has a name of its own.
"""

import time

from ground import certificate, closed_port, reset, silence, speaks
from met import GROUPS as MET
from pages import article, bomb, front, http, notice, pdf, picture, prose, sent, zipped
from routes import GROUPS as ROUTES
from seen import GROUPS as SEEN
from wires import GROUPS as WIRES
from written import GROUPS as WRITTEN

CHALLENGE = notice("Just a moment...", "paper.example", "Enable JavaScript and cookies to continue", frame=False)
CF_SCRIPT = "<script>window._cf_chl_opt={cvId:'3'};</script><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>"
CF_FURNITURE = "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
LOGIN_FORM = (
    "<form action='/login' method=post><input name=user><input type=password name=pw><button>Log in</button></form>"
)


class Site:
    """Collects answers and cases while the tables below are read."""

    def __init__(self, ground):
        self.ground = ground
        self.port = ground.listen()
        self.six = ground.listen("::1")
        self.cases = []
        self.hosts = {}

    def at(self, host, path="", port=None, scheme="http"):
        self.hosts[host, port or self.port] = "127.0.0.1"
        return f"{scheme}://{host}:{port or self.port}{path}"

    def page(self, anchor, where, answer, state, reason=None, **more):
        """A case at *where* ("host/path#fragment"); several answers come one after another."""
        host, _, path = where.partition("/")
        plain = "/" + path.partition("#")[0]
        if answer is not None:
            self.ground.answers[host, plain] = answer
        self.case(anchor, self.at(host, "/" + path), state, reason, **more)

    def case(self, anchor, href, state, reason=None, **more):
        self.cases.append({"anchor": anchor, "href": href, "state": state, "reason": reason, **more})


def turns(*answers):
    """One answer after another, the last one for ever."""
    return lambda asked, connection: answers[min(asked.turn, len(answers) - 1)]


def whole(site):
    """Pages that are there, whatever they look like."""
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


def places(site):
    """Fragments and text directives."""
    add = site.page
    words = prose("places")
    body = article(
        "A page with places",
        lead='<p id="caf&eacute;-rules">Rules.</p><p><a name="old"></a>Old.</p><h2 id="user-content-hives">Hives</h2>',
        seed="places",
    )
    add("rules of the house", "place.example/page#caf%C3%A9-rules", http(body), "alive", notices=[])
    add("the old place", "place.example/page#old", None, "alive", notices=[])
    add("hives", "place.example/page#hives", None, "alive", notices=[])
    add("no such place", "place.example/page#cellar", None, "alive", notices=["fragment_missing"])
    some = words[0].split()
    add(
        "words that stand there",
        "place.example/page#:~:text=" + "%20".join(some[1:5]).replace(",", "%2C"),
        None,
        "alive",
        notices=[],
    )
    add(
        "half a word", "place.example/page#:~:text=" + some[1][:-1], None, "alive", notices=["text_directive_missing"]
    ) if len(some[1]) > 3 else None
    add(
        "words not there",
        "place.example/page#:~:text=a%20submarine%20in%20the%20pond",
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "words in their place",
        "place.example/page#:~:text=" + some[0] + "-," + some[1] + ",-" + some[2],
        None,
        "alive",
        notices=[],
    )
    add(
        "words in another place",
        "place.example/page#:~:text=" + some[5] + "-," + some[1],
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "words across two paragraphs",
        "place.example/page#:~:text=" + words[0].split()[-1].strip(".;,") + "%20" + words[1].split()[0],
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    add(
        "the title alone has these",
        "place.example/page#:~:text=places%20%7C%20Thornby",
        None,
        "alive",
        notices=["text_directive_missing"],
    )
    paper = http(pdf("The minutes of the press. " + words[0], "Second page. " + words[1]), kind="application/pdf")
    add("page two of the minutes", "place.example/minutes.pdf#page=2", paper, "alive", notices=[])
    add("page nine of the minutes", "place.example/minutes.pdf#page=9", None, "alive", notices=["fragment_missing"])


def moved(site):
    """Redirects of every kind."""
    add = site.page
    put = site.ground.answers
    put["move.example", "/new"] = http(article("The new place of the press"))
    other = site.at("elsewhere.example", "/kept")
    put["elsewhere.example", "/kept"] = http(article("Kept elsewhere, the press accounts"))
    add("the press", "move.example/old", sent("301 Moved Permanently", "/new"), "moved", "permanent", notices=[])
    add("the press today", "move.example/today", sent("302 Found", "/new"), "moved", "temporary")
    add(
        "the press since 1901",
        "move.example/since",
        sent("308 Permanent Redirect", "/today"),
        "moved",
        "temporary",
        notices=["mixed_redirects"],
    )
    add(
        "the press accounts",
        "move.example/accounts",
        sent("301 Moved Permanently", other),
        "moved",
        "permanent",
        notices=["cross_site"],
    )
    add("the second edition", "move.example/edition", sent("308 Permanent Redirect", "?v=2"), "moved", "permanent")
    put["move.example", "/edition?v=2"] = http(article("The second edition"))
    add(
        "apples in Czech",
        "move.example/czech",
        "HTTP/1.1 301 Moved\r\nLocation: /jablíčka\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode(),
        "moved",
        "permanent",
    )
    put["move.example", "/jabl%C3%AD%C4%8Dka"] = http(article("Apples in Czech"))
    add(
        "sent on by the page",
        "move.example/refresh",
        http('<html><head><meta http-equiv="refresh" content="0; url=/new"></head><body>Moved</body></html>'),
        "moved",
        "temporary",
    )
    add("the Register", "move.example/index.html", sent("301 Moved Permanently", "/"), "moved", "permanent")
    put["move.example", "/"] = http(front("Thornby Register"))
    add("the Register in English", "move.example/en/", sent("302 Found", "/"), "moved", "temporary")
    blog = site.at("journal.elsewhere.example", "/")
    put["journal.elsewhere.example", "/"] = http(front("The Thornby journal"))
    add("the journal", "elsewhere.example/journal", sent("301 Moved Permanently", blog), "moved", "permanent")
    add(
        "a place in the new page",
        "move.example/tofragment",
        sent("301 Moved Permanently", "/new#nosuch"),
        "moved",
        "permanent",
        notices=["fragment_missing"],
    )
    add("round and round", "move.example/loop", sent("302 Found", "/loop2"), "failed", "redirect_loop")
    put["move.example", "/loop2"] = sent("302 Found", "/loop")
    add("on and on", "move.example/hop", sent("302 Found", "/hop0"), "failed", "redirect_loop")
    for n in range(40):
        put["move.example", f"/hop{n}"] = sent("302 Found", f"/hop{n + 1}")
    add("into the cellar", "move.example/private", sent("302 Found", "http://10.11.12.13/"), "blocked_address")
    add("into a drawer", "move.example/drawer", sent("302 Found", "file:///etc/hostname"), "unsupported", "scheme")
    add(
        "to a closed door",
        "move.example/door",
        sent("301 Moved Permanently", f"http://move.example:{closed_port_of(site)}/x"),
        "failed",
        "connection_refused",
    )


def closed_port_of(site):
    port = closed_port()
    site.hosts["move.example", port] = "127.0.0.1"
    return port


def lost(site):
    """Pages that are not there, whether the server says so or only the page."""
    add = site.page
    put = site.ground.answers
    add("a page that went", "lost.example/went", http(notice("404", "Not here"), "404 Not Found"), "gone", "http_404")
    add("a page withdrawn", "lost.example/withdrawn", http("gone", "410 Gone"), "gone", "http_410")
    add(
        "a page behind furniture",
        "lost.example/furniture",
        http(
            notice(
                "Page not found",
                "Page not found",
                head=CF_FURNITURE + "<script src='https://www.google.com/recaptcha/api.js'></script>",
            ),
            "404 Not Found",
        ),
        "gone",
        "http_404",
    )
    add(
        "friendly heads",
        "lost.example/friendly",
        lambda asked, c: http("ok") if asked.method == "HEAD" else http("no", "410 Gone"),
        "gone",
        "http_410",
    )
    for language, title, heading, said in WORDINGS:
        add(
            f"the harvest ({language})",
            f"lost.example/{language}/2011/harvest-{language}",
            http(notice(title, heading, said, lang=language)),
            "soft_404",
            "title",
        )
    suspended = notice("Account Suspended", "Account Suspended", "This account has been suspended.", frame=False)
    add("harvest of the suspended", "hosted.example/2012/harvest", http(suspended), "soft_404", "title")
    broken = notice("Database Error", "Error establishing a database connection", "", frame=False)
    add("harvest of the broken base", "base.example/2012/harvest", http(broken), "server_error", "http_500")
    add(
        "the plain answer",
        "lost.example/api/story.txt",
        http("404 page not found\n", kind="text/plain"),
        "soft_404",
        "title",
    )
    add("harvest of 1911", "lost.example/1911/harvest", sent("302 Found", "/"), "soft_404", "redirect_home")
    put["lost.example", "/"] = http(front("The Lost Register"))
    add(
        "harvest of 1912",
        "lost.example/1912/harvest",
        http('<meta http-equiv=refresh content="0;url=/">'),
        "soft_404",
        "redirect_home",
    )
    add("harvest of 1913", "lost.example/1913/harvest", sent("302 Found", "/404.html"), "soft_404", "redirect_error")
    put["lost.example", "/404.html"] = http(notice("The Lost Register", "Have you lost your way?", "Try the search."))
    add(
        "harvest of 1914",
        "lost.example/1914/harvest",
        sent("302 Found", "/errors/pagenotfound.aspx?aspxerrorpath=/1914"),
        "soft_404",
        "redirect_error",
    )
    put["lost.example", "/errors/pagenotfound.aspx?aspxerrorpath=/1914"] = http(
        notice("The Lost Register", "Oh dear", "Something has moved.")
    )
    newhome = site.at("bought.example", "/")
    put["bought.example", "/"] = http(front("Bought and Sons"))
    add(
        "the drovers' strike of 1889",
        "lost.example/2009/08/drovers-strike-of-1889",
        sent("301 Moved Permanently", newhome),
        "soft_404",
        "redirect_home",
    )
    put["lost.example", "/archive"] = http(front("What we kept"))
    add("harvest songs", "lost.example/songs/88", sent("302 Found", "/archive"), "soft_404", "fan_in")
    add("drovers' dances", "lost.example/dances/12", sent("302 Found", "/archive"), "soft_404", "fan_in")
    home = site.at("museum.example", "/")
    put["museum.example", "*"] = http(front("Museum of the Press", head=f'<link rel="canonical" href="{home}">'))
    put["museum.example", "/robots.txt"] = http("none", "404 Not Found", kind="text/plain")
    add("two old ladders, a catalogue", "museum.example/catalogue/4471", None, "soft_404", "probe")
    add("the museum's beehives", "museum.example/hives", http(article("The museum's beehives")), "alive")
    add("the Museum of the Press", "museum.example/", None, "alive")
    put["odd.example", "*"] = lambda asked, c: http(
        notice("Gazeti", "Samahani sana", f"Hakuna kitu hapa: {asked.target}", lang="sw")
    )
    put["odd.example", "/robots.txt"] = http("none", "404 Not Found", kind="text/plain")
    add("the ferry at Lamu", "odd.example/habari/ferry-lamu", None, "soft_404", "probe")
    mirror = article("Fox and goose")
    put["alias.example", "/a/fox-and-goose"] = http(mirror)
    put["alias.example", "/fox-and-goose"] = http(mirror)
    add("Fox and goose", "alias.example/a/fox-and-goose", None, "alive")
    add("the fable again", "alias.example/fox-and-goose", None, "alive")


WORDINGS = (
    ("en", "Oops! | The Lost Register", "We couldn't find the page you were looking for", "It may have been moved."),
    ("de", "Das verlorene Blatt", "Hoppla! Diese Seite gibt es nicht mehr", "Der Artikel wurde gelöscht oder verschoben."),
    ("fr", "Page introuvable – Le Verger", "Page introuvable", "L'adresse demandée ne correspond à rien."),
    ("es", "El Huerto", "Lo sentimos, no hemos encontrado la página", "Vuelva al inicio."),
    ("it", "Errore 404 | Il Frutteto", "Errore", "Torna alla pagina iniziale."),
    ("nl", "De Boomgaard", "Helaas, deze pagina bestaat niet (meer)", "Ga naar de voorpagina."),
    ("sv", "Sidan kunde inte hittas", "Sidan kunde inte hittas", "Kontrollera adressen."),
    ("pl", "Sad", "Przepraszamy, nie znaleziono takiej strony", "Wróć do strony głównej."),
    ("ru", "Сад — ошибка 404", "Такой страницы не существует", "Вернитесь на главную."),
    ("el", "Ο κήπος", "Η σελίδα που ζητήσατε δεν βρέθηκε", "Επιστροφή στην αρχική."),
    ("tr", "Bahçe", "Aradığınız sayfa bulunamadı", "Ana sayfaya dönün."),
    ("ja", "果樹園", "お探しの記事は見つかりませんでした", "トップページへ"),
    ("zh", "果园报", "抱歉，您访问的页面不存在", "返回首页"),
    ("ko", "과수원", "요청하신 페이지를 찾을 수 없습니다", "홈으로"),
    ("hu", "Kert", "A keresett oldal nem található", "Vissza a főoldalra."),
    ("fi", "Tarha", "Hups! Etsimääsi sivua ei löydy", "Palaa etusivulle."),
    ("ar", "البستان", "عذرا، الصفحة غير موجودة", "العودة إلى الرئيسية"),
    ("bare", "The Lost Register", "", "Sorry, the article you requested is no longer available."),
)  # fmt: skip


def sold(site):
    """Names that changed hands."""
    add = site.page
    parked = "<html data-adblockkey='MFw'><head><title>{0}</title><script src='https://www.sedoparking.com/frmpark/x.js'></script></head><body><h1>{0}</h1><p>This domain may be for sale.</p><ul><li>Related searches</li></ul></body></html>"
    add("orchard news", "orchardnews.example/news/7", http(parked.format("orchardnews.example")), "parked")
    add(
        "the old almanac",
        "almanac.example/1999",
        http(
            notice(
                "almanac.example is for sale",
                "almanac.example is for sale",
                "Make an offer on this domain.",
                frame=False,
            )
        ),
        "parked",
    )
    seller = site.at("www.hugedomains.com", "/domain_profile.cfm?d=gazette")
    site.ground.answers["www.hugedomains.com", "/domain_profile.cfm?d=gazette"] = http(
        notice("Gazette is for sale", "Gazette", "Buy it.")
    )
    add("the gazette of 2003", "gazette.example/2003/04", sent("302 Found", seller), "parked")
    spam = "".join(f"<p>{line}</p>" for line in ("Slot gacor hari ini dengan jackpot terbesar dan bonus.",) * 12)
    add(
        "minutes of the parish council",
        "parish.example/council/minutes",
        http(
            f"<html lang=id><title>Situs Judi Slot Gacor Online Maxwin</title><h1>Situs judi online: slot gacor, poker dan casino</h1>{spam}</html>"
        ),
        "hijacked",
    )


def walls(site):
    """Walls by vendor, whatever the status."""
    add = site.page

    def wall(vendor, status, body, *headers, reason=None):
        host = f"{vendor}{len(site.cases)}.walls.example"
        add(
            f"behind {vendor} with {status[:3]}",
            f"{host}/story",
            http(body, status, *headers),
            "challenged",
            reason or vendor,
        )

    wall("cloudflare", "403 Forbidden", CHALLENGE, "cf-mitigated: challenge", "Server: cloudflare")
    wall(
        "cloudflare",
        "503 Service Unavailable",
        CHALLENGE.replace("</head>", CF_SCRIPT + "</head>"),
        "Server: cloudflare",
    )
    wall("cloudflare", "429 Too Many Requests", CHALLENGE, "cf-mitigated: challenge")
    wall(
        "cloudflare",
        "200 OK",
        notice("Einen Moment …", "paper.example", "Überprüfung …", head=CF_SCRIPT, frame=False, lang="de"),
    )
    wall(
        "aws_waf",
        "202 Accepted",
        "<html><script>window.gokuProps={};AwsWafIntegration.saveReferrer();</script></html>",
        "x-amzn-waf-action: challenge",
    )
    wall(
        "aws_waf",
        "405 Method Not Allowed",
        notice("Human Verification", "", "Confirm you are human", frame=False),
        "x-amzn-waf-action: captcha",
    )
    wall(
        "datadome",
        "403 Forbidden",
        "<html><title>paper.example</title><p>Please enable JS and disable any ad blocker</p><script src='https://ct.captcha-delivery.com/c.js'></script></html>",
        "x-datadome: protected",
        "Server: DataDome",
    )
    wall(
        "perimeterx",
        "403 Forbidden",
        "<html><title>Access to this page has been denied</title><div id=px-captcha></div><p>Press & Hold to confirm you are a human</p></html>",
    )
    wall(
        "imperva",
        "200 OK",
        "<html><head><META NAME='robots' CONTENT='noindex'></head><iframe src='/_Incapsula_Resource?SWUDNSAI=31'>Request unsuccessful. Incapsula incident ID: 877</iframe></html>",
    )
    wall(
        "akamai",
        "403 Forbidden",
        "<HTML><TITLE>Access Denied</TITLE><H1>Access Denied</H1>You don't have permission to access this on this server.<P>Reference #18.9f https://errors.edgesuite.net/18.9f</HTML>",
        "Server: AkamaiGHost",
    )
    wall(
        "vercel",
        "429 Too Many Requests",
        notice("Vercel Security Checkpoint", "", "We're verifying your browser", frame=False),
        "x-vercel-mitigated: challenge",
    )
    wall(
        "kasada",
        "429 Too Many Requests",
        "<html><body><script src='/149e9513-01fa-4fb0-aad4-566afd725d1b/2d206a39/ips.js'></script></body></html>",
        "x-kpsdk-ct: abc",
    )
    wall(
        "anubis",
        "200 OK",
        notice(
            "Making sure you're not a bot!",
            "Making sure you're not a bot!",
            "Loading...",
            head="<script id='anubis_challenge' type='application/json'>{}</script><script src='/.within.website/x/cmd/anubis/static/js/main.mjs'></script>",
            frame=False,
        ),
    )
    wall(
        "f5",
        "200 OK",
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1</body></html>",
    )


def refused(site):
    """Servers that will not talk to us, and gates before their pages."""
    add = site.page
    put = site.ground.answers
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


def unread(site):
    """Answers that hold nothing that can be read."""
    add = site.page
    add("an empty page", "empty.example/a", http(""), "unreadable", "empty")
    add("no content", "empty.example/b", http("", "204 No Content", kind=None), "unreadable", "empty")
    add("a page of blanks", "empty.example/c", http("<html><body>  </body></html>"), "unreadable", "empty")
    add("half a page", "empty.example/d", http(article("Half a page")[:900], length=9000), "unreadable", "truncated")
    add(
        "half a bag",
        "empty.example/e",
        http(zipped(article("Half a bag"))[:400], "200 OK", "Content-Encoding: gzip"),
        "unreadable",
        "truncated",
    )
    add(
        "a piece",
        "empty.example/f",
        http(article("A piece")[:700], "206 Partial Content", "Content-Range: bytes 0-699/48230"),
        "unreadable",
        "truncated",
    )
    add("a picture", "empty.example/g.png", http(picture(), kind="image/png"), "not_text")
    add("a picture called a page", "empty.example/h", http(picture(), kind="text/html"), "not_text")
    add("a bag of things", "empty.example/i.zip", http(b"PK\x03\x04" + bytes(300), kind="application/zip"), "not_text")
    app = "<html lang=en><head><title>Map of hives</title><script type=module src=/app.js></script></head><body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    add("a map of the hives", "empty.example/app", http(app), "needs_rendering")
    add("a bomb", "empty.example/bomb", http(bomb(24), "200 OK", "Content-Encoding: gzip"), "too_large")
    add(
        "a thick report",
        "empty.example/thick.pdf",
        http(pdf("Thick.", padding=3_000_000), kind="application/pdf"),
        "too_large",
    )


def failing(site):
    """Connections that come to nothing, and addresses that are not asked."""
    ground = site.ground
    put = ground.answers
    site.case("no such name", "http://orchard-that-never-was.invalid/x", "failed", "dns")
    port = closed_port()
    site.case("a closed door", site.at("closed.example", "/x", port), "failed", "connection_refused")
    site.case("a slammed door", site.at("slam.example", "/x", ground.listen(raw=reset)), "failed", "reset")
    site.case(
        "noise",
        site.at("noise.example", "/x", ground.listen(raw=speaks(b"\x00\x01 this is no answer\r\n\r\n"))),
        "failed",
        "protocol",
    )
    mute = site.at("mute.example", "/x", ground.listen(raw=lambda connection: time.sleep(40)))
    site.case("silence to robots and readers", mute, "failed", "timeout", says="robots.txt")
    site.case("silence", site.at("silent.example", "/x", ground.listen(raw=silence)), "failed", "timeout")
    site.case(
        "no TLS at all",
        site.at("plain.example", "/x", ground.listen(raw=speaks(b"HTTP/1.1 400 Bad Request\r\n\r\n")), "https"),
        "failed",
        "tls",
    )
    for name, names, days, says in (
        ("self", ["self.example"], (-1, 30), "signed by itself"),
        ("expired", ["expired.example"], (-60, -30), "it expired on"),
        ("coming", ["coming.example"], (30, 60), "it is not valid yet"),
        ("other", ["someone-else.example"], (-1, 30), "it is for another name"),
    ):
        where = site.at(f"{name}.example", "/x", ground.listen(tls=certificate(names, days=days)), "https")
        put[f"{name}.example", "/x"] = http(article(f"Papers behind the {name} certificate"))
        site.case(f"the {name} certificate", where, "alive", notices=["unverified_tls"], says=says)
    site.case("a private address", "http://10.9.8.7/x", "blocked_address")
    site.case("write to us", "mailto:ed@reg.example", "unsupported", "scheme")
    site.case("an old store", "ftp://reg.example/store", "unsupported", "scheme")
    site.case("a file of mine", "file:///home/me/notes.html", "unsupported", "scheme")
    site.case("words that lost their link", "#", "lost_target")


GROUPS = (whole, places, moved, lost, sold, walls, refused, unread, failing, *SEEN, *MET, *ROUTES, *WIRES, *WRITTEN)


def build(ground):
    """The site with all its cases."""
    site = Site(ground)
    ground.answers["*", "/robots.txt"] = http("", "404 Not Found", kind="text/plain")
    for group in GROUPS:
        group(site)
    return site


def wait_for_ever():
    """Keep the listeners alive until somebody ends the process."""
    while True:
        time.sleep(3600)
