import pytest

pytestmark = pytest.mark.unit

CF = "<script>window._cf_chl_opt={};</script>"
FORM = "<form><input name=u><input type=password></form>"


@pytest.mark.parametrize(
    ("status", "headers", "title", "said", "vendor"),
    [
        (403, {"cf-mitigated": "challenge"}, "Just a moment...", "", "cloudflare"),
        (200, {"cf-mitigated": "challenge"}, "x", "", "cloudflare"),
        (429, {"x-vercel-mitigated": "challenge"}, "x", "", "vercel"),
        (202, {"x-amzn-waf-action": "challenge"}, "", "", "aws_waf"),
        (405, {"x-amzn-waf-action": "captcha"}, "x", "", "aws_waf"),
        (429, {"x-kpsdk-ct": "1"}, "", "", "kasada"),
        (403, {"x-datadome": "protected"}, "x", "", "datadome"),
        (503, {}, "Just a moment...", CF, "cloudflare"),
        (200, {}, "Pardon Our Interruption", "As you were browsing something about your browser made us think you were a bot.", "unknown"),
        (403, {}, "Access to this page has been denied", "<div id=px-captcha></div>", "perimeterx"),
        (404, {}, "Just a moment...", CF + "<p>Verifying you are human</p>", "cloudflare"),
    ],
)  # fmt: skip
def test_a_wall_is_known_whatever_its_status(make, status, headers, title, said, vendor):
    became = make.Case().state(make.notice(title, said=said or "x"), status, headers=headers)
    assert (became.state, became.reason, became.severity) == ("challenged", vendor, "note")


def test_a_walls_furniture_on_a_whole_page_is_no_wall(make):
    page = make.article(
        head=CF + "<script src='https://hcaptcha.com/1/api.js'></script>", extra="<p>Verify you are human</p>"
    )
    assert make.Case().state(page, headers={"x-datadome": "protected", "server": "cloudflare"}).state == "alive"


@pytest.mark.parametrize(
    ("status", "title", "state", "reason"),
    [
        (404, "Page not found", "gone", "http_404"),
        (410, "Gone", "gone", "http_410"),
        (403, "403 Forbidden", "refused", "http_403"),
        (403, "Access denied", "refused", "http_403"),
        (400, "Bad Request", "refused", "http_400"),
        (999, "Request denied", "refused", "http_999"),
        (401, "Unauthorized", "gated", "login"),
        (402, "Payment Required", "gated", "payment"),
        (451, "Unavailable For Legal Reasons", "legal", "http_451"),
        (429, "Too Many Requests", "limited", "http_429"),
        (503, "Maintenance", "server_error", "http_503"),
        (500, "Oops", "server_error", "http_500"),
        (522, "Connection timed out", "server_error", "http_522"),
    ],
)
def test_a_status_without_a_wall_is_what_the_server_says(make, status, title, state, reason):
    furniture = "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"
    became = make.Case().state(make.notice(title, title, "Thornby", furniture), status)
    assert (became.state, became.reason) == (state, reason)


def test_503_with_a_time_to_come_back_is_a_limit(make):
    became = make.Case().state("<title>later</title>x", 503, retry_after=7200.0)
    assert (became.state, became.reason) == ("limited", "http_503")
    assert "come back in 2 hours" in " ".join(became.evidence)


@pytest.mark.parametrize(
    ("page", "final", "state", "reason"),
    [
        (("Sign in", "Sign in", FORM), "https://paper.example/login?next=/x", "gated", "login"),
        (("Anmelden – Blatt", "", FORM), None, "gated", "login"),
        (("Blatt", "Bitte melden Sie sich an", FORM), None, "gated", "login"),
        (("Before you continue", "Before you continue", "We and our partners"), "https://consent.paper.example/x?continue=1", "gated", "consent"),
        (("Your privacy choices", "We value your privacy", "We and our 80 partners"), None, "gated", "consent"),
        (("Subscribe to read", "Subscribe to read", "Already a subscriber?"), None, "gated", "payment"),
        (("Sorry", "Not available in your region", "This content is not available in your region."), None, "legal", "geo"),
    ],
)  # fmt: skip
def test_a_gate_stands_alone_on_its_page(make, page, final, state, reason):
    hops = [(make.URL, 302, final)] if final else []
    became = make.Case().state(make.notice(*page), hops=hops)
    assert (became.state, became.reason) == (state, reason)


def test_a_gates_furniture_on_a_whole_page_is_no_gate(make):
    extra = FORM + "<div id=onetrust-consent-sdk><p>We value your privacy</p></div><p>Log in to comment</p>"
    assert make.Case().state(make.article(extra=extra)).state == "alive"


def test_a_paywall_that_keeps_text_back_is_told_from_a_mark(make):
    paid = '<script type="application/ld+json">{"@type":"Article","isAccessibleForFree":false,"wordCount":%d}</script>'
    kept = make.Case().state(make.article(paragraphs=3, head=paid % 2000, extra="<p>Subscribe to continue reading</p>"))
    assert (kept.state, kept.reason) == ("gated", "truncated")
    whole = make.Case().state(make.article(paragraphs=12, head=paid % 300))
    assert (whole.state, whole.notices) == ("alive", ("paywall_marked",))


def test_a_page_kept_from_a_country_is_legal_whatever_its_status(make):
    page = make.notice("Sorry", "Unavailable", "This site is not available in the European Union due to GDPR.")
    assert make.Case().state(page, 403).state == "legal"


@pytest.mark.parametrize(
    ("url", "title", "said", "state"),
    [
        ("https://almanac.example/x", "almanac.example is for sale", "Make an offer on this domain.", "parked"),
        ("https://almanac.example/x", "almanac.example", "<script src='//sedoparking.com/x.js'></script>", "parked"),
        (
            "https://paper.example/x",
            "Village hall is for sale",
            "The hall at Amble Down is for sale, the clerk said.",
            "alive",
        ),
    ],
)
def test_a_name_for_sale_is_parked(make, url, title, said, state):
    assert make.Case(url, anchor="old almanac pages").state(make.notice(title, title, said)).state == state


def test_anothers_trade_under_the_old_name_is_hijacked_unless_it_is_the_subject(make):
    spam = make.notice("Situs Judi Slot Gacor", "Slot gacor", "Slot gacor jackpot casino poker. " * 9)
    assert make.Case().state(spam).state == "hijacked"
    assert make.Case(anchor="the casino's own page").state(spam).state == "alive"


def test_a_refusal_for_machines_that_names_a_test_is_a_wall(make):
    said = '{"appId":"PX9","blockScript":"/9/captcha/captcha.js"}'
    became = make.Case().state(said, 403, kind="application/json")
    assert (became.state, became.reason) == ("challenged", "perimeterx")
    assert make.Case().state('{"error":"forbidden"}', 403, kind="application/json").state == "refused"


def test_451_names_who_keeps_the_page_back(make):
    became = make.Case().state(None, 451, headers={"link": '<https://court.example/7>; rel="blocked-by"'})
    assert "who keeps it back: https://court.example/7" in " ".join(became.evidence)


def test_what_only_one_country_may_see_is_legal_and_news_of_it_is_not(make):
    notice = make.notice("Player", "Sorry!", "This programme is only available to viewers in Canada.")
    assert make.Case().state(notice).reason == "geo"
    told = (
        "The harvest film of the vestry is only available in Canada, the sexton told the choir on Monday, and nobody in "
        "the village has seen it since the reel was sent over the water in spring."
    )
    assert make.Case().state(make.notice("Film of harvest songs", "Film of harvest songs", told)).state == "alive"


def test_what_may_be_there_for_others_is_not_called_dead(make):
    said = "The owner only shared it with a small group of people, changed who can see it, or it's been deleted."
    assert make.Case().state(make.notice("Faces", "This content isn't available right now", said)).state == "gated"


@pytest.mark.parametrize(
    ("status", "state"), [(403, "challenged"), (412, "challenged"), (521, "challenged"), (404, "gone")]
)
def test_a_refusal_without_a_word_but_with_a_script_is_a_wall(make, status, state):
    page = "<html><body><script>document.cookie='x='+f();location.reload()</script></body></html>"
    assert make.Case().state(page, status).state == state
    assert make.Case().state(page.replace("<script>", "<p>Origin down</p><script>"), status).state != "challenged"


@pytest.mark.parametrize(
    "said",
    [
        "This website has been blocked by order of the High Court.",
        "Access to this site was suspended by decision of the ministry.",
        "Questo sito è stato oscurato per ordine della procura.",
        "Bu internet sitesi hakkında 5651 sayılı kanun uyarınca erişim engelleme kararı uygulanmaktadır.",
    ],
)
def test_a_page_kept_back_by_law_says_so_of_itself(make, said):
    became = make.Case().state(make.notice("Blocked", said=said))
    assert (became.state, became.reason) == ("legal", "geo")
    news = "The lane at Sallow Court has been blocked by order of the court since the wall of the vicarage fell into it on Monday."
    assert make.Case().state(make.notice("Lane blocked", said=news)).state == "alive"
    assert make.Case().state(make.article("Blocked", extra=f"<p>{said}</p>")).state == "alive"


def test_a_registrars_words_about_itself_make_no_news_of_a_parked_name(make):
    said = "This domain has been registered.</p><p>Ford Names is the largest domain registrar of the valley, with hosting for shops, farms and parishes since 1998."
    assert make.Case().state(make.notice("Ford Names", said=said)).state == "parked"
    news = "The old domain of the abbey, forty acres with a fishpond and two barns, is for sale by auction at the Wheel on the third of May."
    assert make.Case().state(make.notice("Thornby", said=news)).state == "alive"
