"""What a page says of itself."""

import pytest

from quotations.reading.citations.finding import find_citations
from quotations.reading.html import read_html
from quotations.reading.html.metadata import iso
from quotations.reading.html.origin import moment

pytestmark = pytest.mark.unit


def head(markup: str, **given):
    return read_html(f"<html><head>{markup}</head><body><p>Words.</p></body></html>", **given)


def test_an_address_on_a_disk_is_never_the_article_s():
    page = head('<link rel=canonical href="https://a.example/x">', base_url=None)
    assert page.url == "https://a.example/x"
    saved = read_html("<!-- saved from url=(0020)file:///home/u/x.html --><html><body><p>Words.</p></body></html>")
    assert saved.url is None
    assert saved.base_url is None


@pytest.mark.parametrize(
    "saved",
    [
        "https://a-example.translate.goog/x?_x_tr_sl=de&_x_tr_tl=en",
        "https://a.example.ezproxy.library.example/x",
        "https://web.archive.org/web/20200101000000/https://a.example/x",
    ],
)
def test_a_proxy_s_or_an_archive_s_address_gives_way_to_the_page_s(saved):
    page = read_html(f"<!-- saved from url=(0099){saved} --><html><body><p>Words.</p></body></html>")
    assert page.url == "https://a.example/x"


def test_the_first_base_with_an_address_counts_and_is_resolved():
    page = head('<base target=_top><base href="/archive/"><base href="/wrong/">', base_url="https://a.example/x/y")
    assert page.base_url == "https://a.example/archive/"


def test_a_canonical_address_of_another_site_is_the_original():
    page = head('<link rel=canonical href="https://b.example/story">', base_url="https://a.example/copy")
    assert page.url == "https://a.example/copy"
    assert page.original_url == "https://b.example/story"


def test_a_canonical_address_that_is_the_front_page_is_not_believed():
    page = head('<link rel=canonical href="https://a.example/">', base_url="https://a.example/2020/story")
    assert page.url == "https://a.example/2020/story"


def test_json_ld_that_is_no_json_still_gives_its_day():
    page = head(
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A "b" c","datePublished":"2020-05-01",}</script>'
    )
    assert page.published == "2020-05-01"
    assert page.provenance["published"] == "JSON-LD datePublished"


def test_several_authors_are_all_named():
    page = head('<meta name=citation_author content="Vale, M."><meta name=citation_author content="Dorn, H.">')
    assert page.author == "M. Vale, H. Dorn"
    page = head('<meta name=author content="Maud Tilney"><meta name=author content="Idris Crowe">')
    assert page.author == "Maud Tilney, Idris Crowe"


@pytest.mark.parametrize(
    ("credit", "author"),
    [
        ("By Maud Tilney and Idris Crowe", "Maud Tilney, Idris Crowe"),
        ("Maud Tilney, Idris Crowe and Ada de la Cruz", "Maud Tilney, Idris Crowe, Ada de la Cruz"),
        ("Evan Symon, August 3, 2024 2:35 pm", "Evan Symon"),
        ("Evan Symon, August", "Evan Symon"),
        ("Maud Tilney, Senior Political Correspondent", "Maud Tilney"),
        ("Maud Tilney | Fen Post", "Maud Tilney"),
        ("maud@fen.example (Maud Tilney)", "Maud Tilney"),
        ("Maud Tilney &lt;maud@fen.example&gt;", "Maud Tilney"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Holm and Ash Ltd", "Holm and Ash Ltd"),
        ("admin", None),
        ("undefined", None),
        ("Photo by Maud Tilney", None),
        ("https://fen.example/maud", None),
    ],
)
def test_a_credit_names_people_and_nothing_else(credit, author):
    assert head(f'<meta name=author content="{credit}">').author == author


def test_a_person_goes_before_the_publisher_that_is_named_as_author():
    told = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Fen Post"},"publisher":{"name":"Fen Post"}}</script>'
    assert head(told).author == "Fen Post"
    assert head(told).provenance["author"] == "JSON-LD author"
    named = read_html(
        f"<html><head>{told}</head><body><article><h1>The gate</h1><p class=byline>By Maud Tilney</p><p>It was open.</p></article></body></html>"
    )
    assert (named.author, named.provenance["author"]) == ("Maud Tilney", "class byline")


def test_a_byline_of_a_teaser_is_not_the_article_s():
    page = read_html(
        "<html><body><article><h1>The gate</h1><p>It was open.</p></article><aside><span class=author>Ada Pike</span></aside>"
        '<div class="related-card"><span class=byline>By Ned Rowe</span></div></body></html>'
    )
    assert page.author is None


def test_a_day_in_a_sentence_is_not_the_article_s():
    prose = (
        "It was open on <time datetime=1993-03-30>30 March 1993</time>, "
        + "and nobody who was asked remembers it. " * 5
    )
    page = read_html(f"<html><body><article><h1>The gate</h1><p>{prose}</p></article></body></html>")
    assert page.published is None
    page = read_html(
        f"<html><body><article><h1>The gate</h1><p>Posted <time datetime=2024-05-02>May 2</time></p><p>{prose}</p></article></body></html>"
    )
    assert page.published == "2024-05-02"


def test_an_article_that_is_republished_names_its_original():
    page = read_html(
        "<html><body><article><h1>The gate</h1><p>It was open.</p><p>This article is republished from <a href=https://talk.example/>The Talk</a> "
        "under a free licence. Read the <a href=https://talk.example/gate>original article</a>.</p></article></body></html>"
    )
    assert (page.original_url, page.original_publisher) == ("https://talk.example/gate", "The Talk")


def test_an_author_s_profile_is_no_name():
    assert head('<meta property="article:author" content="https://facebook.com/x">').author is None


def test_the_site_s_name_is_no_part_of_the_title():
    page = head(
        '<meta property="og:site_name" content="The Post"><meta property="og:title" content="Two logs - The Post">'
    )
    assert page.title == "Two logs"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2020-05-01", "2020-05-01"),
        ("2020-05-01T10:11:12.345+0200", "2020-05-01T10:11:12+0200"),
        ("20200501", "2020-05-01"),
        ("2020/05/01", "2020-05-01"),
        ("May 1, 2020", "2020-05-01"),
        ("Fri, 01 May 2020 10:11:12 GMT", "2020-05-01T10:11:12+00:00"),
        ("0001-01-01T00:00:00", None),
        ("yesterday", None),
        ("2020-13-45", None),
        (None, None),
    ],
)
def test_days_are_iso_or_nothing(written, day):
    assert iso(written) == day


def test_a_saver_s_moment_keeps_its_zone():
    assert moment("Sat Mar 12 2022 10:11:12 GMT+0100 (CET)") == "2022-03-12T10:11:12+01:00"
    assert moment("soon") is None


def test_every_fact_says_how_it_was_known():
    page = head("<title>A title of some words</title><meta name=author content=Ann>")
    for name in ("title", "author"):
        assert page.provenance[name]


LINKS = "".join(f'<a href="/web/20190312081500/https://s{n}.example/">x</a> ' for n in range(4))


def test_an_archive_s_script_says_what_the_page_is_a_copy_of():
    script = '<script>__wm.wombat("https://a.example/x?y=1","20190312081500","https://web.archive.org/","web","/_static/")</script>'
    page = read_html(f"<html><head>{script}</head><body><p>{LINKS}</p></body></html>")
    assert page.url == "https://a.example/x?y=1"
    assert page.archive == "https://web.archive.org/web/20190312081500"
    assert page.saved_at == "2019-03-12T08:15:00+00:00"


def test_links_alone_give_an_archive_away():
    page = read_html(
        f"<html><body><p>{LINKS}</p></body></html><!--\n     FILE ARCHIVED ON 08:15:00 Mar 12, 2019 AND RETRIEVED -->"
    )
    assert page.archive == "https://web.archive.org/web/20190312081500"
    assert page.url is None
    assert page.saved_at == "2019-03-12T08:15:00+00:00"
    citations, _ = find_citations(page)
    assert [citation.url for citation in citations] == [f"https://s{n}.example/" for n in range(4)]


def test_a_canonical_address_is_believed_over_the_machine_that_the_page_was_previewed_on():
    page = head('<link rel=canonical href="https://b.example/story">', base_url="http://127.0.0.1:4000/story.html")
    assert (page.url, page.original_url) == ("https://b.example/story", None)


def test_a_title_that_was_escaped_twice_over_is_read_as_people_mean_it():
    page = head('<meta property="og:title" content="The keeper &amp;amp;#039;drowned&amp;amp;#039;">', base_url=None)
    assert page.title == "The keeper 'drowned'"
