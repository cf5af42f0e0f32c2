"""Gates, countries, servers out of order, names without a site and walls, in words of our own."""

from pages import article, http, notice, pdf, sent
from seen import bare

FORM = "<form action=/go><input name=who><input type=password name=word><button>Go on</button></form>"
# fmt: off
#: Status, title, heading, sentences, state, reason.
CLOSED = (
    ("200 OK", "Chronicle", "Before you enter", ["You must be 18 years or older to visit this site.", "I am over 18 – Enter", "Leave"], "gated", "consent"),
    ("200 OK", "Agegate", "Please enter your date of birth", ["You must be at least 21 years of age to enter this site.", "By entering this site you accept our terms and privacy policy."], "gated", "consent"),
    ("403 Forbidden", "Vidtube", "Vidéo indisponible", ["Cette vidéo n'est pas disponible dans votre région."], "legal", "geo"),
    ("200 OK", "Player", "Sorry!", ["This programme is only available to viewers in Canada."], "legal", "geo"),
    ("200 OK", "Sorry", "Inhalt nicht verfügbar", ["Dieser Inhalt ist in Ihrem Land aus rechtlichen Gründen nicht verfügbar."], "legal", "geo"),
    ("200 OK", "Facepage", "This content isn't available right now", ["When this happens, it's usually because the owner only shared it with a small group of people, changed who can see it or it's been deleted."], "gated", "login"),
    ("200 OK", "Sign in - Accounts", "Sign in to continue to Thornby Mail", [FORM, "Forgot email?"], "gated", "login"),
    ("200 OK", "Linkpage", "Join to see the full post", ["Sign in to view this post and more from the bell founders.", FORM], "gated", "login"),
    ("200 OK", "Members' area", "This page is for members", ["Please log in with your membership number to read it.", FORM], "gated", "login"),
    ("200 OK", "Review", "Become a subscriber to read this article", ["Subscribe from 2 pounds a week.", "Already a subscriber? Log in."], "gated", "payment"),
    ("200 OK", "Review", "You have reached your limit of free articles", ["Subscribe to keep reading.", "Already a subscriber? Log in."], "gated", "payment"),
    ("503 Service Unavailable", "Be right back", "We'll be back soon", ["We are performing some maintenance at the moment."], "server_error", "http_503"),
    ("200 OK", "Maintenance", "Down for maintenance", ["Our site is undergoing scheduled maintenance. Please check back soon."], "server_error", "http_500"),
    ("200 OK", "Site under maintenance", "Wir sind gleich zurück", ["Unsere Website wird gerade gewartet. Bitte versuchen Sie es später noch einmal."], "server_error", "http_500"),
    ("200 OK", "Error", "Error establishing a database connection", [], "server_error", "http_500"),
    ("200 OK", "Application error", "Application error", ["An error occurred in the application and your page could not be served. Please try again in a few moments."], "server_error", "http_500"),
    ("200 OK", "oath.example", "oath.example", ["Interested in this domain? Contact the owner for a price."], "parked", None),
    ("200 OK", "oath.example", "oath.example is parked", ["This domain has been registered by a customer of ours and has no site yet."], "parked", None),
    ("200 OK", "Welcome to oath.example", "oath.example", ["This web page is parked free, courtesy of Namemart.", "Get this domain"], "parked", None),
    ("200 OK", "oath.example – Premium domain", "The domain name oath.example is available for purchase", ["Inquire about this domain", "Buy now for 2,499 dollars", "Lease to own"], "parked", None),
    ("200 OK", "oath.example", "Hier entsteht eine neue Internetpräsenz", ["Diese Domain wurde soeben registriert."], "parked", None),
    ("200 OK", "oath.example", "Ce nom de domaine est à vendre", ["Faites une offre."], "parked", None),
    ("200 OK", "oath.example", "Questo dominio è in vendita", ["Fai un'offerta."], "parked", None),
)
#: Title, one of its sentences many times: the name went to another trade.
HIJACKED = (
    ("hu", "Online kaszinó és sportfogadás 2025", "A legjobb online kaszinó bónuszok, slot játékok, póker és rulett egy helyen."),
    ("ro", "Cazinou online – rotiri gratuite și bonus", "Cele mai bune cazinouri online cu sloturi, ruletă, blackjack și jackpot."),
    ("cs", "Nejlepší online casino bonus bez vkladu", "Casino automaty, ruleta, poker a jackpot s bonusem bez vkladu pro nové hráče."),
    ("ja", "オンラインカジノ おすすめランキング", "オンラインカジノのボーナス、スロット、バカラ、ルーレット、ブラックジャックを比較。"),
    ("en", "Buy CBD gummies and vape pens online", "Add to cart: CBD gummies, vape pens and delta-8. Free shipping on all orders, 20% off, shop now."),
    ("en", "Best IPTV subscription and sportsbook odds", "Our sportsbook has the best betting odds, casino slots, poker and jackpot offers."),
)
#: Name, status, page, vendor, headers.
WALLS = (
    ("fastly", "200 OK", bare("Client Challenge", "<noscript>JavaScript is disabled in your browser.</noscript>", "Please enable JavaScript to proceed.", "A required part of this site couldn’t load.", "<script src='/_fs-ch-1T1wmsGaOgGaSxcX/script.js'></script>"), None),
    ("azure", "403 Forbidden", bare("Azure WAF", "", "We are checking your browser. Please wait.", "<script>azwaf_jsclearance</script>"), None),
    ("px-json", "403 Forbidden", ('{"appId":"PX943r4Fb8","jsClientSrc":"/943r4Fb8/init.js","firstPartyEnabled":true,"vid":"","uuid":"1","hostUrl":"/943r4Fb8/xhr","blockScript":"/943r4Fb8/captcha/captcha.js"}', "application/json"), "perimeterx"),
    ("vercel-deny", "403 Forbidden", bare("Forbidden", "Forbidden", "Access denied"), "vercel", "x-vercel-mitigated: deny"),
    ("arkose", "403 Forbidden", bare("Verification", "Protecting your account", "Please solve this puzzle so we know you are a real person.", "<script src='https://client-api.arkoselabs.com/v2/api.js'></script>"), None),
    ("akamai-ref", "403 Forbidden", bare("Access Denied", "Access Denied", "You don't have permission to access \"http://paper.example/story\" on this server.", "Reference #18.2d351ab8.1557333295.a4e16ab"), "akamai", "Server: AkamaiGHost"),
    ("cf-1015", "429 Too Many Requests", bare("Access denied | paper.example used Cloudflare to restrict access", "Error 1015", "You are being rate limited", "The owner of this website has banned you temporarily from accessing this website."), "cloudflare", "Server: cloudflare"),
    ("ip-rep", "403 Forbidden", bare("Blocked", "Your request was blocked", "Our systems detected automated requests from your address. If you are a human, complete the check below."), None),
)
# fmt: on


def closed(site):
    """Gates, countries, servers out of order and names without a site."""
    for n, (status, title, heading, sentences, state, reason) in enumerate(CLOSED):
        host = "oath.example" if state == "parked" else f"cl{n}.example"
        site.page(
            f"the chronicle of bells, {n}",
            f"{host}/chronicle/bells-{n}",
            http(notice(title, heading, *sentences, frame=False), status),
            state,
            reason,
        )


def desks(site):
    """Places to sign in, by their addresses."""
    for n, where in enumerate(
        (
            "/u/login?state=hKFo2SBk",
            "/realms/town/protocol/openid-connect/auth?client_id=web&redirect_uri=%2F",
            "/adfs/ls/?wa=wsignin1.0&wctx=rm",
            "/Account/Login?ReturnUrl=%2Fchronicle",
            "/authwall?trk=ripf&sessionRedirect=%2Fchronicle",
            "/accounts/login/?next=/chronicle/",
        )
    ):
        site.page(
            f"the chronicle behind a desk, {n}",
            f"desk{n}.example/chronicle/of-bells",
            sent("302 Found", where),
            "gated",
            "login",
        )
        site.ground.answers[f"desk{n}.example", where] = http(
            notice("Log in", "Welcome", "Log in to go on." + FORM, frame=False)
        )


def hijacked(site):
    """Names that went to another trade."""
    for n, (lang, title, sentence) in enumerate(HIJACKED):
        said = "".join(f"<p>{sentence}</p>" for _ in range(9))
        site.page(
            "the parish chronicle of bells",
            f"hj{n}.example/parish/chronicle-of-bells",
            http(f"<html lang={lang}><meta charset=utf-8><title>{title}</title><h1>{title}</h1>{said}</html>"),
            "hijacked",
        )


def walled(site):
    """Walls of other makers."""
    for name, status, page, vendor, *lines in WALLS:
        body, kind = page if isinstance(page, tuple) else (page, "text/html; charset=utf-8")
        site.page(
            f"the price of bells at {name}",
            f"{name}.gates.example/story/price-of-bells",
            http(body, status, *lines, kind=kind),
            "challenged",
            vendor or "unknown",
        )


def torn(site):
    """Members' stories and sheets with nothing on them."""
    stub = article(
        "The price of bells",
        paragraphs=1,
        head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"false","hasPart":{"@type":"WebPageElement","isAccessibleForFree":"false","cssSelector":".paywall"},"wordCount":1900}</script>',
        after="<div class=paywall><p>This is a member-only story. Upgrade to read the rest.</p></div>",
    )
    site.page("the price of bells for members", "stub.example/price-of-bells", http(stub), "gated", "truncated")
    site.page(
        "the chronicle on a blank sheet",
        "sheet.example/blank.pdf",
        http(pdf(""), kind="application/pdf"),
        "unreadable",
        "empty",
    )
    site.page(
        "the chronicle on no sheet", "sheet.example/none.pdf", http(b"", kind="application/pdf"), "unreadable", "empty"
    )
    site.page(
        "the chronicle on a torn sheet",
        "sheet.example/torn.pdf",
        http(b"%PDF-1.7\n" + bytes(900), kind="application/pdf"),
        "unreadable",
        "encoding",
    )


GROUPS = (closed, desks, hijacked, walled, torn)
