import pytest

from quotations.judging.link_state import probe_address
from quotations.judging.link_state.probing import alike

pytestmark = pytest.mark.unit
HOME = "https://paper.example/"


@pytest.mark.parametrize(
    ("title", "heading", "said"),
    [
        ("Page not found | Paper", "", "Try the search."),
        ("Paper", "Voi ei, sivua ei löytynyt", "Palaa etusivulle."),
        ("Paper", "", "Sorry, the page you requested could not be found on this server."),
        ("404 - whatever this says | Paper", "Whoops", "Lost?"),
        ("Paper", "This article has been removed", ""),
    ],
)
def test_a_page_that_only_says_that_nothing_is_there_is_a_soft_404(make, title, heading, said):
    became = make.Case().state(make.notice(title, heading, said))
    assert (became.state, became.reason) == ("soft_404", "title")
    assert "answers 200" in became.evidence[0]


@pytest.mark.parametrize(
    "title", ["Page not found", "404: the history of a missing page", "This page no longer exists"]
)
def test_alarming_words_over_a_whole_article_are_no_soft_404(make, title):
    assert make.Case().state(make.article(title)).state == "alive"


def test_a_dated_article_about_the_words_is_alive(make):
    head = '<meta property="article:published_time" content="2021-01-02T03:04:05Z">'
    assert make.Case().state(make.article("Page not found after fifty years", 1, head)).state == "alive"


def test_a_short_page_that_is_named_as_it_is_cited_is_alive(make):
    case = make.Case(anchor="Letter and page not found: a riddle")
    assert case.state(make.notice("Letter and page not found: a riddle", said="Who wrote it?")).state == "alive"


@pytest.mark.parametrize(
    ("cited", "final", "state", "reason"),
    [
        ("https://paper.example/2011/harvest-songs", HOME, "soft_404", "redirect_home"),
        ("https://paper.example/2011/harvest-songs", "https://www.paper.example/", "soft_404", "redirect_home"),
        ("https://paper.example/2011/harvest-songs", "https://paper.example/en/", "soft_404", "redirect_home"),
        ("https://paper.example/?p=4471", HOME, "soft_404", "redirect_home"),
        ("https://paper.example/index.html", HOME, "moved", "permanent"),
        ("https://paper.example/default.aspx", HOME, "moved", "permanent"),
        ("https://paper.example/en/", HOME, "moved", "permanent"),
        ("https://paper.example/?utm_source=x", HOME, "moved", "permanent"),
        ("http://paper.example/", HOME, "moved", "permanent"),
        ("https://paper.example/2011/harvest-songs-of-1911", "https://other.example/", "soft_404", "redirect_home"),
        ("https://paper.example/blog", "https://blog.paper.example/", "moved", "permanent"),
        ("https://short.example/x7Gh", "https://other.example/", "moved", "permanent"),
        ("https://paper.example/2011/harvest-songs", "https://paper.example/404.html", "soft_404", "redirect_error"),
        ("https://paper.example/2011/harvest-songs", "https://paper.example/error?code=404", "soft_404", "redirect_error"),
        ("https://paper.example/2011/harvest-songs", "https://paper.example/pagina-no-encontrada", "soft_404", "redirect_error"),
        ("https://paper.example/a/404-not-found", "https://paper.example/b/404-not-found", "moved", "permanent"),
    ],
)  # fmt: skip
def test_where_a_redirect_ends_decides(make, cited, final, state, reason):
    page = make.notice("The Paper", "The Paper", "News of the week.")
    became = make.Case(cited, anchor="here").state(page, hops=[(cited, 301, final)])
    assert (became.state, became.reason) == (state, reason)


def test_a_product_that_got_a_site_of_its_own_has_moved(make):
    cited = "https://firm.example/products/2019/cider-press-model-9"
    page = make.notice("Cider press model nine", "The cider press, model nine", "Order it.")
    case = make.Case(cited, anchor="the cider press, model nine")
    assert case.state(page, hops=[(cited, 301, "https://ciderpress.example/")]).state == "moved"


def test_several_addresses_that_end_on_one_foreign_page_are_lost(make):
    case, other = make.Case("https://paper.example/songs/88"), make.Case("https://paper.example/dances/12")
    there = "https://paper.example/archive"
    page = make.notice("What we kept", "What we kept", "Old numbers of the paper.")
    sibling = other.capture(hops=[(other.url, 302, there)])
    became = case.state(page, hops=[(case.url, 302, there)], siblings=[sibling])
    assert (became.state, became.reason) == ("soft_404", "fan_in")
    assert other.url in became.evidence[0]


def test_two_names_of_one_article_are_no_fan_in(make):
    case, other = make.Case(), make.Case("https://paper.example/harvest-songs")
    assert case.state(make.article(), siblings=[other.capture()]).state == "alive"


def test_an_invented_address_that_gets_the_same_page_shows_a_soft_404(make):
    case = make.Case()
    page = make.notice("Gazeti", "Samahani", "Hakuna kitu hapa.")
    want = case.want(page)
    assert want is not None
    assert want.url == probe_address(case.url)
    other = make.Case(want.url)
    became = case.state(page, probe=(other.capture(), make.text(page)))
    assert (became.state, became.reason) == ("soft_404", "probe")
    assert want.url in became.evidence[0]
    assert case.state(page, probe=(other.capture(404), None)).state == "alive"


@pytest.mark.parametrize("canonical", ["/", "https://paper.example/", "https://paper.example/index.html"])
def test_a_page_that_calls_itself_the_home_page_is_looked_into(make, canonical):
    page = make.article("The Paper", head=f'<link rel="canonical" href="{canonical}">')
    case = make.Case(anchor="a report of boats")
    assert case.want(page) is not None
    assert make.Case("https://paper.example/").want(page) is None


@pytest.mark.parametrize("page", ["article", "cited"])
def test_an_ordinary_page_costs_no_second_request(make, page):
    assert make.Case().want(make.article()) is None


@pytest.mark.parametrize(
    ("url", "pattern"),
    [
        ("https://a.example/news/4471", r"https://a\.example/news/9\d{11}"),
        ("https://a.example/x/story.html", r"https://a\.example/x/[a-z]{9}-[a-z]{9}\.html"),
        ("https://a.example/show?id=12&lang=en&p=7", r"https://a\.example/show\?id=12&lang=en&p=9\d{11}"),
        ("https://a.example/x/story/", r"https://a\.example/x/[a-z]{9}-[a-z]{9}/"),
    ],
)
def test_the_invented_address_keeps_the_pattern_and_is_always_the_same(url, pattern):
    import re

    assert re.fullmatch(pattern, probe_address(url))
    assert probe_address(url) == probe_address(url)


@pytest.mark.parametrize(
    "head", ['<meta property="og:type" content="article">', '<link rel="canonical" href="/news/4471/harvest-songs">']
)
def test_an_article_found_by_its_number_is_no_soft_404_though_any_name_will_do(make, head):
    case = make.Case("https://paper.example/news/4471/harvest-songs", anchor="what the organist thought of ferries")
    page = make.article("Quinces", head=head)
    other = make.Case("https://paper.example/news/4471/abc-def")
    assert case.state(page, probe=(other.capture(), make.text(page))).state == "alive"


def test_a_home_page_that_has_one_word_in_common_is_looked_into(make):
    case = make.Case("https://museum.example/news/4471", anchor="announcement of the boat inventory of Kell")
    page = make.notice("Museum", "Museum", "The Kell museum is open on Fridays.")
    assert case.want(page) is not None


def test_a_folder_shares_its_invented_address():
    assert probe_address("https://a.example/x/one") == probe_address("https://a.example/x/two")
    assert probe_address("https://a.example/") is None


def test_alike_counts_each_word_as_often_as_it_stands():
    assert alike("a b c d", "a b c d") == 1
    assert alike("a a a a", "a b c d") == 0.25
    assert alike("", "") == 0


@pytest.mark.parametrize(
    ("url", "state"),
    [("https://paper.example/songs/", "alive"), ("https://paper.example/songs/harvest.html", "soft_404")],
)
def test_a_list_of_files_is_what_was_cited_only_at_its_own_address(make, url, state):
    listing = make.notice("Index of /songs", "Index of /songs", "harvest.pdf 2019-01-02 12K, winter.pdf 2019-01-02 9K")
    assert make.Case(url, anchor="the songs").state(listing).state == state


def test_a_page_of_its_own_title_is_not_an_invented_one_whatever_surrounds_both(make):
    case = make.Case(anchor="a ladder", url="https://paper.example/things/7")
    around = make.PARAGRAPH * 9
    mine, other = (f"<title>{name}</title><h1>{name}</h1><p>{around}</p>" for name in ("A ladder", "Something else"))
    probe = (make.Case(url="https://paper.example/things/99").capture(digest="sha256:2"), make.text(other))
    assert case.state(mine, probe=probe).state == "alive"
    same = (probe[0], make.text(mine))
    assert case.state(mine, probe=same).reason == "probe"


@pytest.mark.parametrize(
    "own",
    [
        "Nine ladders were counted at the ford on Monday, and the miller lent two of them to the choir for the bell.",
        "Ladders: nine.",
        "<table><tr><td>1911</td><td>9 ft</td></tr></table>",
    ],
)
def test_what_a_page_has_beyond_an_invented_one_makes_it_a_page_of_its_own(make, own):
    case = make.Case(anchor="the ladders of the ford", url="https://paper.example/things/7")
    around = make.PARAGRAPH * 9
    mine, other = (f"<title>Paper</title><h1>Paper</h1><p>{around}</p><p>{said}</p>" for said in (own, "Nothing."))
    probe = (make.Case(url="https://paper.example/things/99").capture(digest="sha256:2"), make.text(other))
    assert case.state(mine, probe=probe).state == "alive"


def test_a_search_that_found_nothing_stands_in_the_pages_place(make):
    case = make.Case()
    hops = ((case.url, 302, "https://paper.example/search?q=harvest-songs"),)
    said = make.notice("Search", "Search", "Your search for harvest-songs did not match any articles.")
    assert case.state(said, hops=hops).state == "soft_404"


def test_a_thread_about_a_missing_page_is_not_a_missing_page(make):
    page = make.article("404 page not found on my server - Forum")
    assert make.Case(url="https://forum.example/t/77", anchor="a thread on errors").state(page).state == "alive"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Page Not Found – Discography", "Second record of the ringers, made in the long barn in 2009.</p><p>Ford Records, 38 minutes, sleeve by E. Quince."),
        ("Seite nicht gefunden – Schauspiel", "Ein Stück von E. Quitte. Premiere am 3. Mai, 19.30 Uhr. Dauer 90 Minuten, Karten ab 14 Euro."),
    ],
)  # fmt: skip
def test_a_work_called_like_a_notice_is_there(make, title, said):
    assert make.Case(anchor="their record").state(make.notice(title, title.partition(" – ")[0], said)).state == "alive"
    notice = make.notice(title, title.partition(" – ")[0], f"{said}</p><p>Please try the search.")
    assert make.Case(anchor="their record").state(notice).state == "soft_404"


def test_a_reference_on_a_status_code_is_there_when_its_address_names_the_code(make):
    page = make.notice(
        "404 Not Found - HTTP", "404 Not Found", "The server cannot find it.</p><pre>HTTP/1.1 404 Not Found</pre><p>"
    )
    assert make.Case("https://paper.example/status/404", "the reference").state(page).state == "alive"
    assert make.Case("https://paper.example/status/bees", "the reference").state(page).state == "soft_404"


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("fi", "Sivua ei löytynyt", "Etsimääsi sivua on saatettu siirtää tai se on nimetty uudelleen, tai sen osoite on kirjoitettu väärin selaimeen."),
        ("hu", "Az oldal nem található", "Lehet, hogy az oldalt időközben áthelyezték vagy átnevezték, esetleg a böngésző címsorába hibásan került a cím."),
        ("pl", "Nie znaleziono strony", "Być może strona została przeniesiona albo zmieniono jej nazwę, a może adres wpisano w przeglądarce z błędem."),
        ("sv", "Sidan hittades inte", "Det kan hända att sidan har flyttats eller fått ett nytt namn, eller att adressen har skrivits fel i webbläsaren."),
        ("hi", "पृष्ठ नहीं मिला", "संभव है कि पृष्ठ को कहीं और ले जाया गया हो या उसका नाम बदल दिया गया हो, या ब्राउज़र में पता गलत लिखा गया हो।"),
    ],
)  # fmt: skip
def test_a_long_sentence_on_where_the_page_may_be_tells_nothing(make, language, title, said):
    page = f'<html lang="{language}"><title>{title}</title><h1>{title}</h1><p>{said}</p></html>'
    assert make.Case(anchor="here").state(page).state == "soft_404"


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("it", "Manca una pagina nel registro", "Una pagina del registro del 1911 non è stata trovata durante il restauro, dice l'archivista di Dornbach."),
        ("fr", "Page introuvable", "Roman, 212 pages, 18 euros. Un bibliothécaire cherche la page qui manque à tous les exemplaires d'un livre."),
        ("en", "Which page is missing?", "The quiz of the county library, question 7: look at the leaves, not at the numbers."),
    ],
)  # fmt: skip
def test_a_sentence_on_a_missing_page_of_paper_is_news(make, language, title, said):
    page = f'<html lang="{language}"><title>{title}</title><h1>{title}</h1><p>{said}</p></html>'
    assert make.Case("https://paper.example/x", "here").state(page).state == "alive"


@pytest.mark.parametrize(("path", "state"), [("lines/410", "alive"), ("lines/9", "soft_404")])
def test_a_page_that_is_called_by_an_errors_number_has_it_in_its_address(make, path, state):
    page = make.notice("410 – Bus lines", "410", "Thornby – Sallow Court – Pear Yard. Every hour from six to nine.")
    assert make.Case(f"https://paper.example/{path}", "the bus").state(page).state == state
