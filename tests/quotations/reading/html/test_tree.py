"""The tree of a saved page, and what is left of it once it was read."""

import gc

import pytest
from bs4 import NavigableString, Tag

from quotations.reading import read_article
from quotations.reading.html.tree import dismantle, tree_of

pytestmark = pytest.mark.unit

_PAGE = "<!DOCTYPE html><body><p class=a>Ada <b>Fenn</b> said “no”.<ul><li>one<li>two</ul><p>She left.</body>"


def test_elements_of_a_tree_taken_apart_do_not_know_one_another() -> None:
    tree = tree_of(_PAGE)
    elements = list(tree.descendants)
    dismantle(tree)
    assert len(elements) > 10
    assert all(element.parent is None and element.next_element is None for element in elements)


def _elements() -> int:
    return sum(issubclass(type(one), Tag) for one in gc.get_objects())


def test_a_page_that_was_read_leaves_no_element_to_the_collector_of_cycles() -> None:
    gc.collect()
    gc.disable()
    try:
        before = _elements()
        read_article(_PAGE.encode(), name="a.html")
        assert _elements() == before
    finally:
        gc.enable()


def _strings(markup: str) -> list[str]:
    return [str(one) for one in tree_of(markup).descendants if isinstance(one, NavigableString)]


@pytest.mark.parametrize(
    ("markup", "strings"),
    [
        ("<div>\n <p>One</p>\n\n <p>Two</p>\n</div>", ["One", "Two"]),
        ("<head>\n<title>One</title>\n<meta name=a content=b>\n<base href=c></head>", ["One"]),
        ("<p>One <b>two</b> <i>three</i>\n</p>", ["One ", "two", " ", "three"]),
        ("<p>One<b>two</b> <div hidden>x</div>three</p>", ["One", "two", "x", "three"]),
        ("<span id=a>One</span> <div hidden>x</div><span id=b>two</span>", ["One", " ", "x", "two"]),
        ("<p>One</p><pre> <b>two</b> </pre>", ["One", " ", "two", " "]),
    ],
)
def test_blanks_where_a_block_ends_are_not_kept_and_others_are(markup: str, strings: list[str]) -> None:
    assert _strings(markup) == strings
