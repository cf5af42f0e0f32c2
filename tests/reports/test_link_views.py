"""Links as people are shown them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotations.model import Article, LinkState, Notice, Severity, State
from reports.views.links import link_views
from reports.words.phrases import ended

pytestmark = pytest.mark.unit


def test_of_an_endless_address_the_beginning_and_the_length_are_shown() -> None:
    long = "http://a.example/" + "y" * 100_000
    link = LinkState(citation="1", href=long, url=long, state=State.FAILED, severity=Severity.NOTE)
    (view,) = link_views([link], Article(text="", format="text"))
    assert len(view.address) < 500
    assert view.address.endswith("… (100,017 letters)")


@pytest.mark.parametrize("state", [State.ALIVE, State.MOVED])
def test_a_page_that_is_there_is_told_by_what_is_the_matter_with_it(state: State) -> None:
    link = LinkState(citation="1", href="/a", url="https://a.example/a", state=state, severity=Severity.OK)
    missing = replace(link, notices=(Notice.FRAGMENT_MISSING,))
    paid = replace(link, notices=(Notice.PAYWALL_MARKED,))
    plain, told, known = link_views([link, missing, paid], Article(text="", format="text"))
    assert (plain.todo, plain.amiss, known.todo) == ("", False, "")
    assert told.title == f"{plain.title}, place missing"
    assert "# names" in told.sentence
    assert told.todo


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
