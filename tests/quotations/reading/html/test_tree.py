"""The tree of a page: what lxml's parser tells, held as BeautifulSoup would hold it, without what no rule looks at."""

import pytest
from bs4 import BeautifulSoup
from bs4.element import PreformattedString, Tag
from hypothesis import given
from hypothesis import strategies as st

from quotations.reading.html.tree import Apart, Element, tree_of

pytestmark = pytest.mark.unit

PIECES = (
    "<p>", "</p>", "<div class='nav'>", "</div>", "<b>", "</b>", "<pre>", "</pre>", "<textarea>", "</textarea>", "<ul><li>",
    "</ul>", "<table><tr><td>", "</table>", "<template>", "</template>", "<ruby>", "<rt>", "</rt>", "<!-- aside -->",
    "<!DOCTYPE html>", "<br>", "</br>", "<a href='/x' rel=author>", "</a>", "<title>", "</title>", "<body>", "</html>", " \n ",
    "  ", "gate", "&amp;", "é", "<h1 lang=de>",
)  # fmt: skip


def shape(element):
    return [
        (child.name, dict(child.attrs), shape(child)) if isinstance(child, Element | Tag) else str(child)
        for child in element.contents
        if not isinstance(child, PreformattedString)
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_it_is_the_tree_that_beautifulsoup_makes(markup):
    tree = tree_of("<html>" + markup)
    assert shape(tree.root) == shape(BeautifulSoup("<html>" + markup, "lxml", multi_valued_attributes=None))


def test_elements_stand_in_the_order_of_the_page():
    tree = tree_of("<div><p>one<b>two</b></p></div><p>three</p>")
    assert [element.name for element in tree.elements] == ["html", "body", "div", "p", "b", "p"]
    assert tree.elements == [child for child in tree.root.descendants() if isinstance(child, Element)]


def test_what_means_nothing_is_left_out_and_its_words_stay_in_one_piece():
    tree = tree_of('<p data-x="1" class=lead>The <span class=x>gate</span> is<img src=x> open</p>')
    paragraph = tree.elements[-1]
    assert (paragraph.name, dict(paragraph.attrs), paragraph.contents) == ("p", {"class": "lead"}, ["The gate is open"])


def test_a_style_is_kept_where_it_hides():
    tree = tree_of('<p style="color: red">a</p><p style="display: none">b</p>')
    assert [dict(element.attrs) for element in tree.elements[-2:]] == [{}, {"style": "display: none"}]


def test_words_of_a_template_are_none_of_the_element_around_it():
    tree = tree_of("<div>seen<template>kept <i>back</i></template></div>")
    division, template, _ = tree.elements[-3:]
    assert list(division.strings()) == ["seen"]
    assert list(template.strings()) == ["kept ", "back"]
    assert all(isinstance(words, Apart) for words in template.strings())


def test_ancestors_are_told_from_the_nearest():
    tree = tree_of("<div><p>x</p></div>")
    assert [above.name for above in tree.elements[-1].ancestors()] == ["div", "body", "html", "[document]"]


def test_no_depth_is_too_deep():
    assert len(list(tree_of("<div>" * 3000 + "x").root.descendants())) > 200
