"""What programs write into the pages and lists that they save."""

from __future__ import annotations

import pytest

from quotations.model import Article
from quotations.reading.assemble import read_article, read_articles
from quotations.urls import unwrap

pytestmark = pytest.mark.unit


def page(head: str, body: str = "<p>The weir was painted, not mended, in the spring of that year.</p>") -> Article:
    return read_article(f"<!DOCTYPE html>{head}<body><article>{body}</article></body></html>".encode(), name="a.html")


def test_an_older_singlefile_signed_in_other_words() -> None:
    article = page(
        "<html><!--\n Archive processed by SingleFile\n url: https://a.example/weir \n"
        " saved date: Thu Sep 13 2018 11:30:54 GMT+0200\n-->"
    )
    assert (article.url, article.saved_at) == ("https://a.example/weir", "2018-09-13T11:30:54+02:00")


def test_webscrapbook_notes_address_and_moment_at_the_root() -> None:
    article = page(
        '<html data-scrapbook-source="https://a.example/weir?p=1" data-scrapbook-create="20240210101112345">'
    )
    assert (article.url, article.saved_at) == ("https://a.example/weir?p=1", "2024-02-10T10:11:12+00:00")


def test_a_mark_that_leads_to_the_copy_on_a_disk_leads_to_its_own_note() -> None:
    article = page(
        "<html><!--\n Page saved with SingleFile \n url: file:///home/u/a.html \n-->",
        '<p>It was “never level”.<sup><a href="file:///home/u/a.html#n1">1</a></sup></p>'
        '<ol><li id=n1>Board, <a href="https://b.example/">return</a>.</li></ol>',
    )
    (quotation,) = article.quotations
    assert article.citation(next(iter(article.candidates(quotation.id))).citation).url == "https://b.example/"


def test_pocket_s_page_is_a_list_of_articles() -> None:
    text = (
        "<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>"
        '<li><a href="https://a.example/1" time_added="1707559872" tags="">One</a></li>'
        '<li><a href="https://a.example/2" time_added="1707559873" tags="">Two</a></li></ul></body></html>'
    )
    found = read_articles(text.encode(), name="ril_export.html")
    assert [(a.url, a.title) for a in found] == [("https://a.example/1", "One"), ("https://a.example/2", "Two")]


def test_a_feed_s_title_in_html_is_read_as_people_see_it() -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>R</title><entry><title type="html">The &lt;i&gt;weir'
        "&lt;/i&gt; &amp;amp; I</title><link href='https://a.example/'/><summary>Short.</summary></entry></feed>"
    )
    assert read_articles(feed.encode(), name="f.xml")[0].title == "The weir & I"


def test_an_address_cut_at_a_line_s_end_is_one() -> None:
    text = (
        "Its return (see https://a.example/returns-and-\n  reports/annual/2023) is open. The minutes are at\n"
        "https://b.example/minutes/\nThe board keeps them. A list: https://c.example/list?year=\n2023&x=1.\n"
    )
    urls = [c.url for c in read_article(text.encode(), name="a.txt").citations]
    assert urls == [
        "https://a.example/returns-and-reports/annual/2023",
        "https://b.example/minutes/",
        "https://c.example/list?year=2023&x=1",
    ]


def test_a_mail_provider_s_dereferrer_is_undone() -> None:
    url = "https://deref-gmx.net/mail/client/AbC/dereferrer/?redirectUrl=https%3A%2F%2Fa.example%2Fw%3Fy%3D1"
    assert unwrap(url) == "https://a.example/w?y=1"
