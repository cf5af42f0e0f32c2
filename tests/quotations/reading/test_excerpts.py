"""Articles that a list only names or a feed only begins."""

import pytest

from quotations.model import Article, Citation, Span
from quotations.reading.excerpts import page_of

pytestmark = pytest.mark.unit
URL = "https://a.example/one"


def article(text, title="A title", url=URL, format="feed", citations=()):
    return Article(text=text, format=format, title=title, url=url, citations=citations)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody had expected that […]",
        "Nobody had expected that...",
        "Nobody had expected it. Continue reading The new lamp →",
        "Niemand hatte es erwartet. Weiterlesen",
        "Personne ne l'avait prévu. Lire la suite…",
        "Nobody had [...]\n\nThe post A title appeared first on Harbour news.",
    ],
)
def test_a_feed_s_entry_that_breaks_off_stands_on_its_page(text):
    cited = (Citation(id="1", href="/x", url="https://a.example/x", anchor="x", span=Span(0, 1)),)
    assert page_of(article(text, citations=cited)) == URL


def test_a_short_entry_that_quotes_and_cites_nothing_is_a_teaser_and_one_that_cites_is_not():
    assert page_of(article("The lamp was lit. It rained.")) == URL
    cited = (Citation(id="1", href="/x", url="https://a.example/x", anchor="x", span=Span(0, 1)),)
    assert page_of(article("The lamp was lit. It rained.", citations=cited)) is None
    assert page_of(article("The lamp was lit, and it rained. " * 40)) is None


def test_a_list_s_entry_with_nothing_but_a_title_or_an_address_names_its_article():
    assert page_of(article("A title", format="pocket")) == URL
    assert page_of(article(URL, title=None, format="bookmarks")) == URL
    assert page_of(article("A title\n\nwhat the reader marked", format="readwise")) is None


def test_what_has_no_web_address_is_read_where_it_is():
    assert page_of(article("Nobody had […]", url=None)) is None
    assert page_of(article("Nobody had […]", url="urn:uuid:1")) is None
    assert page_of(article("Nobody had […]", format="html")) is None
