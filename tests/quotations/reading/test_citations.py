"""Links as citations."""

from datetime import date

import pytest

from quotations.model import Role, Span, Target
from quotations.reading.citations.finding import find_citations
from quotations.reading.citations.identifiers import find_identifier
from quotations.reading.document import Document, Link
from quotations.reading.html import read_html

pytestmark = pytest.mark.unit


def only(markup: str, **given):
    citations, _ = find_citations(read_html(f"<article><p>{markup}</p></article>", **given))
    assert len(citations) == 1
    return citations[0]


@pytest.mark.parametrize(
    "href", ["#", "", " ", "javascript:void(0)", "javascript:;", "javascript:void(null);", "about:blank", "#:~:text=x"]
)
def test_an_address_that_leads_nowhere_is_lost(href):
    found = only(f'In <a href="{href}">the report</a> of that year, which is long.')
    assert (found.target, found.url, found.href) == (Target.LOST, None, href)


def test_a_relative_address_is_lost_where_nobody_knows_the_page_s_own():
    assert only('In <a href="/r">the report</a> of that year.').target is Target.LOST
    assert (
        only('In <a href="/r">the report</a> of that year.', base_url="https://a.example/x").url
        == "https://a.example/r"
    )


@pytest.mark.parametrize(
    "href",
    [
        "mailto:a@b.example",
        "file:///home/u/x.html",
        "zotero://select/items/X",
        "ftp://a.example/",
        "javascript:openNote(4)",
    ],
)
def test_a_scheme_that_is_not_followed_is_unsupported(href):
    found = only(f'In <a href="{href}">the report</a> of that year.')
    assert (found.target, found.url) == (Target.UNSUPPORTED, href)


def test_the_locator_is_apart_from_the_source():
    found = only('In <a href="https://a.example/r?x=1#:~:text=low,tide">the report</a> of that year.')
    assert (found.url, found.locator) == ("https://a.example/r?x=1", ":~:text=low,tide")


def test_the_href_stays_as_written_and_the_url_is_the_true_target():
    href = "https://www.google.com/url?q=https://a.example/r%3Fx%3D1&amp;sa=D"
    found = only(f'In <a href="{href}">the report</a> of that year.')
    assert found.href == href.replace("&amp;", "&")
    assert found.url == "https://a.example/r?x=1"


def test_a_link_into_the_page_is_no_source():
    found = only('As <a href="#two">said below</a>, it is long.</p><p id=two>Two.', base_url="https://a.example/x")
    assert (found.role, found.target) == (Role.CHROME, Target.OK)


def test_an_archive_s_copy_that_the_author_chose_is_the_source():
    copy = "https://web.archive.org/web/20150102000000/http://a.example/r"
    found = only(f'In <a href="{copy}">the report</a> of that year.')
    assert found.url == copy
    assert found.archived is not None
    assert found.archived.original == "http://a.example/r"


def test_a_robust_link_says_of_which_day_it_is_cited():
    found = only('In <a href="http://a.example/r" data-versiondate="2015-01-21">the report</a> of that year.')
    assert found.as_of == date(2015, 1, 21)
    copy = only(
        'In <a href="http://copies.example/7" data-originalurl="http://a.example/r" data-versiondate="20150121">it</a> we read.'
    )
    assert copy.archived is not None
    assert copy.archived.original == "http://a.example/r"


def test_a_day_of_retrieval_in_the_entry_is_the_citation_s():
    found = only('Vale, <a href="http://a.example/r">A diary</a>. Retrieved on 3 May 2021.')
    assert found.as_of == date(2021, 5, 3)


def test_a_query_is_asked_for_in_the_charset_of_the_page():
    page = '<meta charset="iso-8859-1"><base href="http://a.example/"><article><p>In <a href="?q=é">it</a> we read.'
    citations, _ = find_citations(read_html(page.encode("latin-1")))
    assert citations[0].url == "http://a.example/?q=%E9"


def test_marks_of_one_note_are_one_citation():
    link = Link(span=Span(0, 1), href="http://a.example/", in_note="n")
    marks = tuple(Link(span=Span(n, n + 1), href="#n", element="ref", note="n") for n in (2, 4))
    citations, ids = find_citations(Document(text="a b c", format="text", links=(link, *marks)))
    assert len(citations) == 1
    assert ids == {0: "1", 1: "1", 2: "1"}


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("doi:10.1000/xyz.123.", "https://doi.org/10.1000/xyz.123"),
        ("(https://doi.org/10.1000/a(b)c)", "https://doi.org/10.1000/a(b)c"),
        ("arXiv:1907.10597v2", "https://arxiv.org/abs/1907.10597v2"),
        ("PMID: 12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
        ("PMC1234567", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/"),
    ],
)
def test_an_identifier_stands_for_its_registry_s_address(words, url):
    found = find_identifier(words)
    assert found is not None
    assert found[1] == url


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("doi:10.1000/xyz.123", "https://doi.org/10.1000/xyz.123"),
        ("info:doi/10.1000/xyz.123", "https://doi.org/10.1000/xyz.123"),
        ("arXiv:1907.10597", "https://arxiv.org/abs/1907.10597"),
        ("pmid:12345678", "https://pubmed.ncbi.nlm.nih.gov/12345678/"),
    ],
)
def test_a_link_by_an_identifier_leads_to_its_registry_s_address(href, url):
    link = Link(span=Span(0, 1), href=href)
    citations, _ = find_citations(Document(text="a", format="text", links=(link,)))
    assert (citations[0].href, citations[0].url, citations[0].target) == (href, url, Target.OK)


def test_words_without_an_identifier_name_none():
    assert find_identifier("Dorn, Nine Weeks, 1934, p. 10.5") is None


def test_an_entry_without_a_link_is_a_citation_by_its_words():
    page = (
        "<article><h1>Weavers</h1><p>The strike lasted for nine weeks, as the ledger of the guild tells at length.</p>"
        "<h2>References</h2><ul><li>Dorn, H. (1934). Nine Weeks. Selwick.</li><li>Vale, M. A diary. doi:10.5555/w.7</li>"
        "<li>With thanks to the town hall.</li></ul></article>"
    )
    citations, _ = find_citations(read_html(page))
    assert [(c.role, c.target, c.url) for c in citations] == [
        (Role.LIST, Target.LOST, None),
        (Role.LIST, Target.OK, "https://doi.org/10.5555/w.7"),
    ]


def test_ibid_takes_the_note_before():
    page = (
        '<article><p>One<a href="#a">1</a> and two.<a href="#b">2</a></p><ol><li id=a>See <a href="http://a.example/">it</a>.'
        "<li id=b>Ibid., p. 9.</ol></article>"
    )
    document = read_html(page)
    _, ids = find_citations(document)
    marks = [ids[index] for index, link in enumerate(document.links) if link.note]
    assert marks == ["1", "1"]


def test_a_link_to_the_article_itself_cites_nothing():
    found = only('It is told in <a href="/x">this very article</a> at length.', base_url="https://a.example/x")
    assert found.role is Role.CHROME
