"""Where start tags stand in a page's characters, after the tokenisation of the HTML standard."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotations.reading.saved.tags import start_tags

pytestmark = pytest.mark.unit

NAMES = frozenset({"a", "q", "area"})


def found(markup):
    return [(tag.name, markup[tag.start : tag.end], tag.value("href")) for tag in start_tags(markup, NAMES)]


@pytest.mark.parametrize(
    ("markup", "hrefs"),
    [
        ('<a href="x">', ["x"]),
        ("<A HREF='x'>", ["x"]),
        ("<a href=x>", ["x"]),
        ("<a\n  class=b\thref = 'x y'\n>", ["x y"]),
        ('<a href="x"title="y">', ["x"]),
        ('<a title="a > b" href="x">', ["x"]),
        ("<a href=x/>", ["x/"]),
        ('<a href="x"/>', ["x"]),
        ("<a href>", [""]),
        ("<a href=>", [""]),
        ('<a href="1" href="2">', ["1"]),
        ("<abbr href=x><a>", [None]),
        ("<!-- <a href=x> --><a href=y>", ["y"]),
        ("<!--><a href=x>", ["x"]),
        ("<!---><a href=x>", ["x"]),
        ("<!-- <a href=x>", []),
        ("<!doctype html><a href=x>", ["x"]),
        ("<? a > <a href=x>", ["x"]),
        ("</ a><a href=x></a href=y>", ["x"]),
        ("<script>'<a href=x>'</script><a href=y>", ["y"]),
        ("<script>'<a href=x>'</scripts></script ><a href=y>", ["y"]),
        ("<textarea><a href=x></textarea><title><a href=y></title>", []),
        ("<style><a href=x>", []),
        ("1 < 2 <3 <a href=x>", ["x"]),
        ('<a href="x', []),
        ("<a href=x", []),
        ("<a =href=x href=y>", ["y"]),
    ],
)
def test_tags_are_those_that_a_browser_finds(markup, hrefs):
    assert [href for _, _, href in found(markup)] == hrefs


def test_a_tag_stands_from_its_bracket_to_behind_the_other():
    assert found('x<a href="1">one</a> <q>two</q>') == [("a", '<a href="1">', "1"), ("q", "<q>", None)]


@given(st.text("<>/!-=\"' \nahrefqsctip", max_size=200))
def test_no_mark_up_breaks_it_and_tags_come_in_order(markup):
    tags = list(start_tags(markup, NAMES))
    assert all(markup[tag.start] == "<" and markup[tag.end - 1] == ">" for tag in tags)
    assert all(before.end <= after.start for before, after in pairwise(tags))


@pytest.mark.parametrize(
    "piece", ["<a href='", '<a "', "<!--", "<a " + "x" * 50, "<a" + " " * 50, "</", "<a = = ", "<a href=x><script>"]
)
def test_hostile_mark_up_takes_one_pass(piece):
    markup = piece * (2_000_000 // len(piece))
    began = process_time()
    list(start_tags(markup, NAMES))
    assert process_time() - began < 20
