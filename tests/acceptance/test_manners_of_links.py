"""What a person may say about asking: leave this out, not before that day, no more than so many in one run."""

import json
from collections import Counter

import pytest

pytestmark = pytest.mark.acceptance


@pytest.fixture
def work(tmp_path):
    return tmp_path / "work"


@pytest.fixture
def survey(site, minutes, work):
    """An article with six links to six pages of the site."""
    cited = "".join(
        f'<p>Source {n} is <a href="{site.url}/{n}">the minutes of year {n}</a> of the board.</p>' for n in range(6)
    )
    (work / "a.html").write_text(
        f'<!doctype html><html lang="en"><title>Lamps</title><article><h1>Lamps</h1>{cited}</article>'
    )
    site.pages.update({f"/{n}": minutes.replace("seventeen", f"seventeen {n}") for n in range(6)})
    return "a.html"


def states(done):
    return [(link["state"], link["reason"]) for link in done.json["links"]]


def test_an_excluded_link_is_listed_with_the_rule_and_never_asked_for(citetrail, site, survey):
    done = citetrail("links", survey, "--format", "json", "--exclude", f"{site.url}/2", "--exclude", "*/3", "--strict")
    assert done.code == 0, done.err
    assert [state for state, _ in states(done)] == ["alive", "alive", "unknown", "unknown", "alive", "alive"]
    link = done.json["links"][2]
    assert (link["reason"], link["severity"]) == ("not_followed", None)
    assert link["evidence"] == [f"excluded by “{site.url}/2” (exclude)"]
    assert not {"/2", "/3"} & set(site.fetched())
    shown = citetrail("links", survey, "--exclude", f"{site.url}/2").out
    assert f"Excluded by “{site.url}/2”" in shown


def test_a_host_that_is_skipped_says_why_and_until_when_and_is_not_asked_even_for_robots(citetrail, site, survey, work):
    (work / "citetrail.toml").write_text('[hosts."127.0.0.1"]\nskip = "they move house"\nuntil = 2999-12-31\n')
    done = citetrail("links", survey, "--format", "json")
    assert done.code == 0
    assert set(states(done)) == {("unknown", "not_followed")}
    assert "127.0.0.1 is skipped until 31 December 2999: they move house" in done.json["links"][0]["evidence"][0]
    assert site.hits == []


def test_a_redirect_into_what_is_excluded_ends_there(citetrail, site, survey):
    site.pages["/0"] = (302, {"Location": "/hidden/page"}, "")
    done = citetrail("links", survey, "--format", "json", "--exclude", f"{site.url}/hidden/")
    assert states(done)[0] == ("unknown", "not_followed")
    assert "/hidden/page" not in site.hits
    said = done.json["links"][0]["evidence"]
    assert "excluded" in said[0]
    assert said[1] == f"on the way: 302 to {site.url}/hidden/page"


def test_what_is_over_a_budget_is_told_in_words_and_the_next_runs_go_on_with_it(citetrail, site, survey, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    limits = {"CITETRAIL_MAX_PER_HOST": "2"}
    first = citetrail("links", survey, **limits)
    told = " ".join(first.out.split())
    assert "Not looked at: put off to the next run 4 links More than 2 sources of 127.0.0.1 in one run" in told
    assert "the next run goes on with the rest" in told
    assert "4 links were put off: more than 2 sources of 127.0.0.1 in one run (max_per_host)" in first.err
    strict = citetrail("links", survey, "--strict", CITETRAIL_MAX_PER_HOST="1", HOME=str(other))
    assert strict.code == 3
    second = citetrail("links", survey, "--format", "json", **limits)
    assert states(second).count(("unknown", "budget")) == 2
    third = citetrail("links", survey, "--format", "json", **limits)
    assert {state for state, _ in states(third)} == {"alive"}
    assert Counter(site.fetched()) == {"/0": 2, **{f"/{n}": 1 for n in range(1, 6)}}  # one was for the other home


def test_a_budget_moves_on_even_where_everything_is_looked_at_anew(citetrail, site, survey):
    for _ in range(3):
        citetrail("links", survey, "--fresh", CITETRAIL_MAX_SOURCES="2")
    assert set(site.fetched()) == {f"/{n}" for n in range(6)}


def test_rules_of_hosts_show_in_the_configuration(citetrail, work):
    (work / "citetrail.toml").write_text('[hosts."example.org"]\ndelay = 5\nbudget = 9\n')
    assert "example.org: delay 5.0, budget 9" in citetrail("config", "show").out
    shown = json.loads(citetrail("config", "show", "--format", "json").out)
    assert shown["hosts"]["value"][0]["budget"] == 9


def test_the_numbers_of_the_ledger_are_settings(citetrail, site, survey):
    site.pages["/0"] = (500, {}, "broken")
    settings = {"CITETRAIL_DEAD_AFTER": "2", "CITETRAIL_DEAD_INTERVAL": "0s"}
    first = citetrail("links", survey, "--fresh", "--format", "json", **settings)
    assert first.json["links"][0]["severity"] == "note"
    second = citetrail("links", survey, "--fresh", "--format", "json", **settings)
    assert (second.json["links"][0]["severity"], second.code) == ("error", 1)
