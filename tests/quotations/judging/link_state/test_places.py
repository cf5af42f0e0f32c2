from urllib.parse import urlsplit

import pytest

from quotations.judging.link_state.directives import missing_words
from quotations.judging.link_state.fragments import missing_place
from quotations.judging.link_state.places import is_error
from quotations.text import read_text

pytestmark = pytest.mark.unit

PAGE = read_text(
    """<title>Only in the title</title><h1 id="café-rules">Rules</h1><a name="old"></a>
    <h2 id="user-content-setting-the-rope">Rope</h2><p>Wind it thrice about the drum, and hold fast.</p>
    <p>Then let go; the café’s own clerk said “now”.</p><p id="日本">渡し船の時刻表を変更した。</p>""".encode(),
    media_type="text/html",
)


@pytest.mark.parametrize("fragment", ["", "top", "caf%C3%A9-rules", "café-rules", "caf.C3.A9-rules", "old", "setting-the-rope", "!/app/7", "/river", "L10-L20", "t=30"])  # fmt: skip
def test_a_place_that_is_there_for_every_reader_is_there(fragment):
    assert missing_place(fragment, PAGE) is None


@pytest.mark.parametrize("fragment", ["nope", "Old", "rope"])
def test_a_place_that_is_not_there_is_named(fragment):
    assert fragment in missing_place(fragment, PAGE)


@pytest.mark.parametrize(
    "directive",
    [
        "text=thrice%20about", "text=THRICE%20About", "text=wind,fast", "text=it-,thrice,-about", "text=thrice,drum,-%2C%20and",
        "text=fast.-,then", "text=cafe%27s%20own", "text=%E6%99%82%E5%88%BB%E8%A1%A8", "text=rope-,wind", "", "other=1",
    ],
)  # fmt: skip
def test_whole_words_in_their_place_stand(directive):
    assert missing_words(directive, PAGE) is None


@pytest.mark.parametrize(
    "directive",
    [
        "text=thric", "text=rice%20about", "text=fast,wind", "text=about-,thrice", "text=thrice,-drum", "text=hold%20fast.%20then",
        "text=only%20in%20the%20title", "text=thrice&text=nowhere", "text=t-,thrice",
    ],
)  # fmt: skip
def test_half_words_wrong_places_and_hidden_words_do_not(directive):
    assert missing_words(directive, PAGE)


def test_a_page_full_of_beginnings_without_an_end_is_soon_given_up():
    page = read_text(("<p>" + "begin " * 50_000 + "</p>").encode(), media_type="text/html")
    assert missing_words("text=begin,end", page) == "begin … end"


@pytest.mark.parametrize(
    ("query", "error"),
    [("error=404", True), ("lang=de&statusCode=404", True), ("e=410", True), ("p=notfound", True), ("page=page_not_found", True),
     ("p=404", False), ("page=410", False), ("date=404", False), ("id=404", False)],
)  # fmt: skip
def test_a_query_that_names_an_error_is_one_and_a_number_is_not(query, error):
    assert is_error(urlsplit(f"https://paper.example/show?{query}")) is error
