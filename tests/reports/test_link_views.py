"""Links as people are shown them."""

from __future__ import annotations

import pytest

from quotations.model import Article, LinkState, Severity, State
from reports.views.links import link_views
from reports.words.phrases import in_a_row

pytestmark = pytest.mark.unit


def test_of_an_endless_address_the_beginning_and_the_length_are_shown() -> None:
    long = "http://a.example/" + "y" * 100_000
    link = LinkState(citation="1", href=long, url=long, state=State.FAILED, severity=Severity.NOTE)
    (view,) = link_views([link], Article(text="", format="text"))
    assert len(view.address) < 500
    assert view.address.endswith("… (100,017 letters)")


def test_a_sentence_that_ends_in_an_address_is_set_apart_from_the_next() -> None:
    assert in_a_row(["It leads to http://a.example/x", "It answers."]) == "It leads to http://a.example/x · It answers."
    assert in_a_row(["It answers.", "It leads to http://a.example/x"]) == "It answers. It leads to http://a.example/x"
