"""Each link's facts are judged once."""

from dataclasses import replace

import pytest

from quotations.judging.link_state import Rulings, deciding, link_state, wanted
from quotations.judging.link_state.ruling import Facts
from quotations.text import read_text

pytestmark = pytest.mark.unit
SAID = "The sexton kept a list of harvest songs in the vestry and lent it to anybody who could whistle the first line. "
PAGE = read_text(f"<title>Harvest songs</title><main><p>{SAID * 6}</p></main>".encode(), media_type="text/html")


@pytest.fixture
def asked(monkeypatch):
    told = []
    rule = deciding.rule
    monkeypatch.setattr(deciding, "rule", lambda facts: told.append(facts) or rule(facts))
    return told


def test_what_was_asked_for_more_looks_is_not_asked_again_for_the_state(asked, make):
    case, rulings = make.Case(), Rulings()
    looks, sibling = [(case.capture(), PAGE)], (case.capture(),)
    wanted(case.citation, looks, sibling, rulings=rulings)
    once = link_state(case.citation, looks, tuple(sibling), rulings=rulings)
    assert len(asked) == 1
    assert once == link_state(case.citation, looks, sibling)


@pytest.mark.parametrize("changed", ["capture", "text", "siblings", "probe", "citation"])
def test_other_facts_are_judged_anew(asked, changed, make):
    case, rulings = make.Case(), Rulings()
    look = case.capture()
    given = {"looks": [(look, PAGE)], "siblings": (look,), "probe": None}
    link_state(case.citation, rulings=rulings, **given)
    other = case.capture(404)
    citation = replace(case.citation, anchor="another") if changed == "citation" else case.citation
    given |= {
        "capture": {"looks": [(other, PAGE)]},
        "text": {"looks": [(look, None)]},
        "siblings": {"siblings": (look, other)},
        "probe": {"probe": (other, None)},
    }.get(changed, {})
    found = link_state(citation, rulings=rulings, **given)
    assert len(asked) == 2
    assert found == link_state(citation, **given)


def test_beside_a_probe_the_page_is_not_measured_again(monkeypatch, make):
    case, rulings = make.Case(), Rulings()
    citation = replace(case.citation, anchor="The tithe barn of Aldermoor")
    look, other = case.capture(), case.capture(404)
    link_state(citation, [(look, PAGE)], rulings=rulings)
    whole = link_state(citation, [(look, PAGE)], probe=(other, None))
    monkeypatch.setattr("quotations.judging.link_state.ruling.topic_of", lambda *_: pytest.fail("measured again"))
    assert link_state(citation, [(look, PAGE)], probe=(other, None), rulings=rulings) == whole


@pytest.mark.parametrize(
    ("said", "wanted_stems", "speaks"),
    [
        ("The Château stood empty", {"chatea"}, True),
        ("The chateau_garden", {"garden"}, True),
        ("Misgardening", {"garden"}, False),
        ("한국어 문서입니다", {"한국"}, True),
        ("No such thing", {"garden", "한국"}, False),
        ("In 1984 it rained", {"1984"}, True),
        ("See https://a.example/garden for more", {"garden"}, False),
    ],
)
def test_a_page_speaks_of_what_its_words_begin_with(said, wanted_stems, speaks, make):
    case = make.Case()
    page = read_text(f"<title>x</title><main><p>{said}</p></main>".encode(), media_type="text/html")
    capture = replace(case.capture(), url="https://a.example/garden")
    assert Facts(case.citation, capture, page).speaks_of(frozenset(wanted_stems)) is speaks
