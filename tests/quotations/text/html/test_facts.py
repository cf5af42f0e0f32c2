import pytest

from quotations.model import Incomplete
from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit
PROSE = "The keeper said that the lamp had burned all night and that nobody had come to trim it. " * 50


def test_an_empty_application_asks_for_its_script() -> None:
    text = text_of_html(
        "<title>Map</title><script src=/m.js></script><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>"
    )
    assert text.facts.app_root
    assert text.facts.noscript_demand
    assert text.facts.scripts == 1
    assert text.incomplete is Incomplete.SCRIPT


@pytest.mark.parametrize(
    "said", ["<a href=/a>relative url</a> <a href=/b>javascript url</a>", "<p>Without</p><p>JavaScript, a novel</p>"]
)
def test_words_that_only_stand_beside_one_another_demand_no_script(said: str) -> None:
    text = text_of_html(f"<title>Links</title>{said}")
    assert not text.facts.noscript_demand
    assert text.complete


def test_a_whole_page_with_an_application_root_is_whole() -> None:
    text = text_of_html(
        f"<noscript>You need to enable JavaScript to run this app.</noscript><div id=root><p>{PROSE}</p></div>"
    )
    assert not text.facts.app_root
    assert text.complete


def test_a_page_without_a_word_is_not_whole() -> None:
    assert text_of_html("<html><title>x</title><body>").incomplete is Incomplete.UNREADABLE
    assert text_of_html("<script>go()</script>").incomplete is Incomplete.SCRIPT


@pytest.mark.parametrize(
    ("markup", "marker"),
    [
        ("<title>Just a moment...</title><script>window._cf_chl_opt={}</script><p>x", "wall:cloudflare"),
        ("<title>Just a moment...</title><p>x", "wall:title"),
        ("<title>Einen Moment</title><p>x", "wall:title"),
        ("<script src='https://ct.captcha-delivery.com/c.js'></script><p>Please enable JS", "wall:datadome"),
        ("<div id=px-captcha></div><p>Press and hold", "wall:perimeterx"),
        ("<iframe src='/_Incapsula_Resource?x'></iframe><p>x", "wall:imperva"),
        ("<title>Access Denied</title><p>Reference #18 https://errors.edgesuite.net/18", "wall:akamai"),
        ("<script>window.gokuProps={}</script><p>x", "wall:awswaf"),
        ("<title>Vercel Security Checkpoint</title><p>x", "wall:vercel"),
        ("<title>Making sure you&#39;re not a bot!</title><script id=anubis_challenge></script><p>x", "wall:anubis"),
        ("<p>The requested URL was rejected. Please consult with your administrator.", "wall:f5"),
        ("<script src=//img.sedoparking.com/x.js></script><p>Links", "parked:sedo"),
        ("<html data-adblockkey=abc><p>Links", "parked:adblockkey"),
        ("<title>wharfside.example is for sale</title><p>x", "parked:title"),
        ("<p>This domain is for sale! Buy this domain.", "parked:words"),
        ("<title>404 - Not Found</title><p>x", "soft404:title"),
        ("<title>Echo</title><h1>Page introuvable</h1><p>x", "soft404:heading"),
        ("<title>Echo</title><p>Die angeforderte Seite wurde nicht gefunden.", "soft404:words"),
        ("<title>Before you continue</title><p>We and our 842 partners store data", "consent:title"),
        ("<p>This story is for subscribers. 9 paragraphs remain.", "paywall:words"),
        ("<p>Il vous reste 83 % de cet article à lire.", "paywall:words"),
        ("<p>Dieser Artikel ist nur für Abonnenten.", "paywall:words"),
        ("<p>You have reached your article limit.", "paywall:words"),
        ("<p>Please log in to continue", "login:words"),
        ("<p>This content is not available in your country.", "geo:words"),
        ("<title>Welcome to nginx!</title><p>x", "default:title"),
    ],
)
def test_signatures_are_recorded_by_name(markup: str, marker: str) -> None:
    assert marker in text_of_html(markup).facts.markers


@pytest.mark.parametrize(
    "furniture",
    [
        "<script>window._cf_chl_opt={}</script>",
        "<script src='https://www.google.com/recaptcha/api.js'></script>",
        "<p>Sorry, we could not find that page of the ledger.</p>",
        "<p>Checking your browser history is what the firm did.</p>",
        "<div id=onetrust-consent-sdk></div>",
    ],
)
def test_furniture_on_a_whole_page_is_no_signature(furniture: str) -> None:
    assert text_of_html(f"<title>On lamps</title>{furniture}<article><p>{PROSE}</p></article>").facts.markers == ()


def test_a_headline_about_a_house_for_sale_is_no_parking() -> None:
    text = text_of_html(
        "<title>The keeper's house is for sale</title><h1>The keeper's house is for sale</h1><p>It leaks."
    )
    assert text.facts.markers == ()


def test_a_password_field_is_noted() -> None:
    assert text_of_html("<form><input type=Password></form><p>x").facts.password_field


LD_PAID = '<script type=application/ld+json>{"@type": "NewsArticle", "isAccessibleForFree": false%s}</script>'


def test_a_paid_page_that_breaks_off_is_cut() -> None:
    page = (
        LD_PAID % ""
        + "<article><p>The lamp burned and the keeper never</p><div class=paywall><h2>Subscribe to read the rest</h2></div></article>"
    )
    assert text_of_html(page).incomplete is Incomplete.PAYWALL


def test_a_paid_page_with_all_its_words_is_whole() -> None:
    assert text_of_html(LD_PAID % "" + f"<article><p>{PROSE}</p></article>").complete
    assert text_of_html(
        LD_PAID % ', "wordCount": 10' + "<article><p>The lamp burned, and the keeper slept well that night.</p>"
    ).complete


def test_a_paid_page_with_fewer_words_than_it_declares_is_cut() -> None:
    page = LD_PAID % ', "wordCount": 9000' + f"<article><p>{PROSE}</p></article>"
    assert text_of_html(page).incomplete is Incomplete.PAYWALL


def test_a_long_beginning_that_breaks_off_at_a_wall_is_cut() -> None:
    wall = "<p>To read the full story, please subscribe to the Echo.</p><p>You get unlimited access to it all.</p>"
    assert (
        text_of_html(f"<article><p>{PROSE}</p><p>{PROSE[:300]} and then</p>{wall}</article>").incomplete
        is Incomplete.PAYWALL
    )
    assert text_of_html(f"<article><p>{PROSE}</p>{wall}<p>{PROSE}</p></article>").complete


def test_a_subscription_box_alone_does_not_cut_a_page() -> None:
    assert text_of_html(f"<article><p>{PROSE}</p></article><p>Subscribe to continue supporting us.</p>").complete


@pytest.mark.parametrize(
    "markup",
    [
        "<title>Just a moment...</title><h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue.",
        "<title>Before you continue</title><h1>We value your privacy</h1><p>We and our 842 partners store data.<button>Accept all</button>",
        "<title>echo.example is for sale</title><h2>This domain may be for sale</h2><ul><li>Loans</ul>",
        "<title>Page not found</title><nav>Home World</nav><h1>Sorry, we can’t find that page</h1><p>It may have moved.",
    ],
)
def test_a_page_that_stands_in_anothers_place_is_no_source(markup: str) -> None:
    assert text_of_html(markup).incomplete is Incomplete.STAND_IN


def test_a_form_to_sign_in_is_no_source() -> None:
    page = "<title>Sign in</title><form><p>Please sign in to continue<input type=password></form>"
    assert text_of_html(page).incomplete is Incomplete.LOGIN


def test_a_short_whole_page_is_whole() -> None:
    assert text_of_html("<title>The lost page</title><h1>Not lost at all</h1><p>The ferry ran on paper.").complete


@pytest.mark.parametrize(
    "words",
    [
        "Il reste trois bateaux, et le gardien ne les compte plus.",
        "About 10 % left the party before the ferry sailed.",
        "You have used your last coin for the ferry, she said.",
        "The ferry is not available in your size, the tailor joked.",
        "Sorry, we could not find the words, said the clerk.",
        "He asked for the page that was not found in the ledger.",
    ],
)
def test_prose_on_a_short_page_is_no_wall(words: str) -> None:
    assert text_of_html(f"<title>On ferries</title><h1>On ferries</h1><p>{words}</p><p>{PROSE[:300]}</p>").complete
