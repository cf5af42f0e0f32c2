"""Links as people are shown them."""

from __future__ import annotations

import pytest

from quotations.model import Article, LinkState, Severity, State
from reports.views.links import link_views
from reports.words.phrases import ended

pytestmark = pytest.mark.unit


def test_of_an_endless_address_the_beginning_and_the_length_are_shown() -> None:
    long = "http://a.example/" + "y" * 100_000
    link = LinkState(citation="1", href=long, url=long, state=State.FAILED, severity=Severity.NOTE)
    (view,) = link_views([link], Article(text="", format="text"))
    assert len(view.address) < 500
    assert view.address.endswith("… (100,017 letters)")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("it leads to http://a.example/x", "it leads to http://a.example/x."),
        ("it leads to http://a.example/x?", "it leads to http://a.example/x?."),
        ("it says “Gone.”", "it says “Gone.”"),
        ("it answers", "it answers."),
        ("", ""),
    ],
)
def test_every_sentence_ends_and_an_address_is_no_end(told: str, sentence: str) -> None:
    assert ended(told) == sentence
