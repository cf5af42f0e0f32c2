"""Archives' copies and the links that archives rewrite."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.urls import archive_prefix, archived, unrewritten

pytestmark = pytest.mark.unit

PAGE = "https://gazette.example/2019/03/the-leak?x=1"
AT = datetime(2023, 4, 5, 10, 11, 12, tzinfo=UTC)
WAYBACK = "https://web.archive.org/web/20230405101112"


@pytest.mark.parametrize(
    ("copy", "at"),
    [
        (f"https://web.archive.org/web/20230405101112/{PAGE}", AT),
        (f"http://web.archive.org/web/20230405101112id_/{PAGE}", AT),
        (f"https://web.archive.org/web/2023/{PAGE}", datetime(2023, 1, 1, tzinfo=UTC)),
        (f"https://web.archive.org/web/20230405/{PAGE}", datetime(2023, 4, 5, tzinfo=UTC)),
        (f"https://web.archive.org/web/*/{PAGE}", None),
        (f"https://web.archive.org/web/{PAGE}", None),
        (f"https://archive.ph/20230405101112/{PAGE}", AT),
        (f"https://archive.is/2023.04.05-101112/{PAGE}", AT),
        (f"https://archive.today/newest/{PAGE}", None),
        (f"https://www.webarchive.org.uk/wayback/archive/20230405101112mp_/{PAGE}", AT),
        (f"https://wayback.archive-it.org/1234/20230405101112/{PAGE}", AT),
        (f"https://arquivo.pt/wayback/20230405101112/{PAGE}", AT),
        (f"https://pywb.library.example/coll/20230405101112mp_/{PAGE}", AT),
        ("https://www.webcitation.org/query?url=https%3A%2F%2Fgazette.example%2F2019%2F03%2Fthe-leak%3Fx%3D1&date=2023-04-05",
         datetime(2023, 4, 5, tzinfo=UTC)),
    ],
)  # fmt: skip
def test_a_copy_says_of_what_and_when(copy, at):
    found = archived(copy)
    assert found is not None
    assert (found.original, found.at) == (PAGE, at)


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "https://archive.ph/kR7Wd",
        "https://perma.cc/T8U2-994F",
        "http://site.example/snap/19990421/http://old.example/ferry",
        "https://news.example/20230405101112/a-story",
        "https://web.archive.org/about/",
        "mailto:x@y.example",
    ],
)
def test_an_address_that_names_no_original_is_no_copy(url):
    assert archived(url) is None


def test_an_old_copy_without_a_scheme_has_one():
    found = archived("https://web.archive.org/web/20010101000000/www.gazette.example/a")
    assert found is not None
    assert found.original == "http://www.gazette.example/a"


def test_links_of_a_wayback_copy_are_its_page_s_own_again():
    assert unrewritten(f"/web/20230405101112/{PAGE}#wall", WAYBACK) == f"{PAGE}#wall"
    assert unrewritten(f"{WAYBACK}mp_/{PAGE}", WAYBACK) == PAGE


def test_an_author_s_own_link_into_the_archive_stays():
    assert unrewritten(f"https://web.archive.org/web/20150101000000/{PAGE}", WAYBACK) is None
    assert unrewritten(PAGE, WAYBACK) is None
    assert unrewritten("next.html", WAYBACK) is None


def test_links_of_an_archive_today_copy_are_its_page_s_own_again():
    assert unrewritten(f"https://archive.ph/o/kR7Wd/{PAGE}#wall", "https://archive.ph") == f"{PAGE}#wall"
    assert unrewritten("https://archive.ph/kR7Wd", "https://archive.ph") is None


def test_the_prefix_of_an_archive_is_the_part_before_the_page():
    assert archive_prefix(f"https://web.archive.org/web/20230405101112mp_/{PAGE}") == WAYBACK
    assert archive_prefix(f"https://archive.ph/20230405101112/{PAGE}") == "https://archive.ph"
    assert archive_prefix(PAGE) is None


@given(
    st.text(max_size=60), st.sampled_from(["https://web.archive.org/web/", "https://archive.ph/", "https://a.example/"])
)
def test_no_address_is_too_odd_for_an_archive(words, start):
    archived(start + words)
    archive_prefix(start + words)
    unrewritten(words, WAYBACK)
