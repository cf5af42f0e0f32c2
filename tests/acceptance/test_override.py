"""A person's word on a link: beside what was found in every face, never instead of it."""

import csv
import io
import json

import pytest

pytestmark = pytest.mark.acceptance


@pytest.fixture
def article(site, tmp_path, minutes):
    site.pages["/wall"] = (404, {}, "<title>Not found</title>")
    site.pages["/minutes"] = minutes
    (tmp_path / "work" / "a.html").write_text(
        '<!doctype html><html lang="en"><title>Lamps</title><article><h1>Lamps</h1>\n'
        f'<p>The board <a href="{site.url}/wall">wrote a letter</a> and\n'
        f'<a href="{site.url}/minutes">resolved to keep the lamp</a>.</p></article></html>'
    )
    return "a.html"


def say(citetrail, url, word, *more, why="opened in my browser", who="Ann"):
    return citetrail("override", "add", url, word, "--why", why, "--who", who, *more)


def test_a_word_stands_beside_the_state_and_counts_for_the_exit_code(citetrail, site, article):
    assert citetrail("links", article).code == 1
    assert "no audited article" in say(citetrail, f"{site.url}/elsewhere", "alive").err
    said = say(citetrail, f"{site.url}/wall#top", "alive")
    assert (said.code, said.err) == (0, "")
    done = citetrail("links", article, "--format", "json")
    link, other = done.json["links"]
    assert done.code == 0
    assert (link["state"], link["reason"], link["severity"]) == ("gone", "http_404", "error")
    said = link["override"]
    assert (said["word"], said["who"], said["why"], said["stale"]) == ("alive", "Ann", "opened in my browser", False)
    assert said["at"].startswith("20")
    assert other["override"] is None
    shown = citetrail("links", article).out
    assert "✗ Gone" in shown
    assert "☞ Ann says" in shown
    assert "opened in my browser" in shown
    (row, _) = csv.DictReader(io.StringIO(citetrail("links", article, "--format", "csv").out))
    assert (row["state"], row["person says"], row["who"], row["still counts"]) == ("gone", "alive", "Ann", "yes")
    assert "Ann says" in citetrail("links", article, "--format", "html").out
    assert "Ann says" in citetrail("links", article, "--format", "markdown").out
    (result,) = json.loads(citetrail("links", article, "--format", "sarif").out)["runs"][0]["results"]
    assert result["suppressions"][0]["status"] == "accepted"
    junit = citetrail("links", article, "--format", "junit").out
    assert "<failure" not in junit
    assert "Ann says" in junit


def test_a_word_that_a_link_is_dead_counts_too(citetrail, site, article):
    say(citetrail, f"{site.url}/minutes", "dead", why="the page is a mirror's")
    done = citetrail("links", article, "--format", "json")
    assert (done.json["links"][1]["state"], done.json["links"][1]["severity"]) == ("alive", "ok")
    site.pages["/wall"] = site.pages["/minutes"]
    assert citetrail("links", article, "--fresh").code == 1


def test_a_word_no_longer_counts_once_something_else_is_found(citetrail, site, article):
    citetrail("links", article)
    say(citetrail, f"{site.url}/wall", "alive")
    site.pages["/wall"] = (410, {}, "<title>Gone for good</title>")
    done = citetrail("links", article, "--fresh", "--format", "json")
    assert done.json["links"][0]["override"]["stale"] is True
    assert done.code == 1
    assert "so it no longer counts" in " ".join(citetrail("links", article).out.split())


def test_words_are_listed_and_taken_back_and_old_audits_show_what_is_said_today(citetrail, site, article):
    first = citetrail("links", article, "--format", "json").json["audit"]
    assert "nobody has said anything" in citetrail("override", "list").out
    say(citetrail, f"{site.url}/wall", "paywalled", why="my library has it")
    say(citetrail, f"{site.url}/minutes", "alive")
    listed = citetrail("override", "list", "--format", "json").json["overrides"]
    assert [one["word"] for one in listed] == ["alive", "paywalled"]
    assert listed[1]["url"] == f"{site.url}/wall"
    report = citetrail("report", first, "--format", "json")
    assert report.json["links"][0]["override"]["word"] == "paywalled"
    assert citetrail("report", first, "--fail-on", "warning").code == 0
    assert citetrail("override", "remove", f"{site.url}/wall").code == 0
    assert citetrail("override", "remove", listed[0]["id"]).code == 0
    assert citetrail("override", "list", "--format", "json").json == {"overrides": []}
    assert citetrail("report", first, "--format", "json").json["links"][0]["override"] is None
    again = citetrail("override", "remove", f"{site.url}/wall", "--format", "json")
    assert (again.code, again.json["error"]["code"]) == (2, "not_in_archive")


@pytest.mark.parametrize(
    "words",
    [
        ("https://a.example/", "perhaps", "--why", "x"),
        ("a.html", "alive", "--why", "x"),
        ("mailto:a@a.example", "alive", "--why", "x"),
        ("https://a.example/", "alive"),
        ("https://a.example/", "alive", "--why", "  "),
    ],
)
def test_what_cannot_be_said_is_refused_with_what_to_do(citetrail, words):
    done = citetrail("override", "add", *words, "--format", "json")
    assert done.code == 2
    assert done.json["error"]["hint"]


def test_hostile_words_stay_words(citetrail, site, article):
    say(citetrail, f"{site.url}/wall", "alive", why="<script>alert(1)</script>\x1b[31m", who="=1+1")
    page = citetrail("links", article, "--format", "html").out
    assert "<script>alert" not in page
    assert "\x1b" not in citetrail("links", article).out + citetrail("override", "list").out
    (row, _) = csv.DictReader(io.StringIO(citetrail("links", article, "--format", "csv").out))
    assert row["who"] == "'=1+1"
