import pytest

from quotations.text.html.heads import parse_refresh
from quotations.text.html.page import text_of_html

pytestmark = pytest.mark.unit


def test_meta_elements_and_linked_data_are_read() -> None:
    text = text_of_html(
        """<html lang=en-GB><head><title> The  ferry | Echo </title><link rel=canonical href=/ferry>
        <meta property=og:site_name content="Sandling Echo"><meta name=author content="Ada Lind">
        <meta name=robots content=noindex><meta property=og:type content=article><meta property="article:content_tier" content=metered>
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2024-03-01T08:00:00Z",
        "dateModified": "2024-03-02", "wordCount": "900", "isAccessibleForFree": "False"}]}</script></head><h1>The ferry</h1><p>x"""
    )
    assert (text.title, text.site_name, text.language, text.language_basis) == (
        "The ferry | Echo",
        "Sandling Echo",
        "en-GB",
        "declared",
    )
    assert (text.published, text.modified) == ("2024-03-01T08:00:00Z", "2024-03-02")
    assert text.metadata == {"author": "Ada Lind"}
    facts = text.facts
    assert (facts.canonical, facts.robots_meta, facts.og_type, facts.content_tier) == (
        "/ferry",
        "noindex",
        "article",
        "metered",
    )
    assert (facts.declared_words, facts.accessible_for_free, facts.lead) == (900, False, "The ferry")


def test_a_date_of_the_year_one_is_no_date() -> None:
    assert text_of_html('<meta property="article:published_time" content="0001-01-01T00:00:00"><p>x').published is None


def test_broken_linked_data_is_passed_over() -> None:
    assert text_of_html('<script type=application/ld+json>{"a": [1,</script><p>x').text == "x"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("0; url=/new", (0.0, "/new")),
        ("5;URL='https://example.org/a b'", (5.0, "https://example.org/a b")),
        ("3", (3.0, "")),
        ("1.5, /x", (1.5, "/x")),
        ("url=/x", None),
        ("", None),
        ("soon", None),
    ],
)
def test_refreshes_are_read_as_browsers_do(content: str, expected: tuple[float, str] | None) -> None:
    assert parse_refresh(content) == expected


def test_the_language_may_be_told_elsewhere() -> None:
    assert text_of_html("<meta property=og:locale content=pt_BR><p>x").language == "pt-BR"
    assert text_of_html("<p>x").language is None


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        (
            "<time datetime=2024-01-02>x</time><time class='entry-date published' datetime=2024-03-04T05:06:07+01:00>y</time>",
            "2024-03-04T05:06:07+01:00",
        ),
        ("<time datetime=2024-01-02>x</time>", "2024-01-02"),
        ("<time datetime=2024-01-02>x</time><time datetime=2024-01-03>y</time>", None),
        ("<span itemprop=datePublished content=2024-05-06></span>", "2024-05-06"),
        ("<time datetime=yesterday>x</time>", None),
    ],
)
def test_a_date_on_the_page_counts_when_it_can_be_no_other(markup: str, published: str | None) -> None:
    assert text_of_html(f"<p>x{markup}").published == published


def test_the_publisher_of_linked_data_names_the_site() -> None:
    page = '<script type=application/ld+json>{"@type": "Article", "publisher": {"name": "Echo"}}</script><p>x'
    assert text_of_html(page).site_name == "Echo"
