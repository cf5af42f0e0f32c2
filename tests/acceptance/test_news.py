"""`links --since-last`: what is new, each with since when; and what is none."""

import pytest
from pydantic import ConfigDict, TypeAdapter, with_config

from audit.shapes import SHAPES

pytestmark = pytest.mark.acceptance

KEPT = "the night crossing shall not be given up before the new lamp is lit"


@pytest.fixture
def work(tmp_path):
    return tmp_path / "work"


@pytest.fixture
def article(site, work, minutes):
    """An article with five links of its own to one site."""
    site.pages.update({f"/{n}": minutes.replace("seventeen", f"seventeen {n}") for n in range(5)})
    cited = "".join(
        f'<p>Paper {n} has <a href="{site.url}/{n}">the minutes of year {n}</a>.</p>\n' for n in range(1, 5)
    )
    quoting = f'<p>The board <a href="{site.url}/0">resolved</a> that “{KEPT}”, and so it was done.</p>\n'
    (work / "a.html").write_text(
        f'<html lang="en"><title>Lamps</title><article><h1>Lamps</h1>\n{quoting}{cited}</article>'
    )
    return "a.html"


@pytest.fixture
def news(citetrail):
    def run(*args, code=0, **settings):
        done = citetrail("links", "--since-last", "--fresh", "--format", "json", *args, **settings)
        assert done.code == code, done.err + done.out
        return done.json

    return run


def told(record):
    return [(one["news"], [link["citation"] for link in one["links"]]) for one in record["news"]]


GONE = (404, {}, "<title>Not found</title>")


def test_a_first_look_has_nothing_to_compare_with_and_accuses_nobody(citetrail, site, work, article, news):
    site.pages["/1"] = GONE
    first = news(article)
    assert (first["last"], first["news"], first["worst"]) == (None, [], None)
    (work / "b.html").write_text((work / article).read_text().replace("Lamps", "Lights"))
    assert "Looked at for the first time" in citetrail("links", "--since-last", "b.html").out


def test_what_died_came_back_moved_and_closed_is_news_once_with_since_when(citetrail, site, article, news, minutes):
    citetrail("links", article)
    site.pages["/1"] = GONE
    site.pages["/2"] = (301, {"Location": "/0"}, "")
    site.pages["/3"] = (401, {"WWW-Authenticate": "Basic"}, "<title>Members only</title>")
    record = news(article, code=1)
    assert told(record) == [("dead", ["2"]), ("gated", ["4"]), ("moved", ["3"])]
    dead = record["news"][0]
    assert (dead["severity"], dead["before"]["state"]) == ("error", "alive")
    assert dead["since"] == dead["links"][0]["first_failed"]
    assert dead["before"]["at"] < dead["since"]
    assert dead["links"][0]["place"]["line"] == 3
    assert record["last"]["audit"] == "1"
    TypeAdapter(with_config(ConfigDict(extra="forbid"))(SHAPES["links-since-last"])).validate_python(record)
    assert news(article)["news"] == []
    site.pages["/1"] = minutes
    back = news(article, "--fail-on", "warning")
    assert told(back) == [("revived", ["2"])]
    assert back["news"][0]["before"]["state"] == "gone"
    news("--fail-on", "note", article, code=0)


def test_the_text_says_it_in_words(citetrail, site, article):
    citetrail("links", article)
    same = citetrail("links", "--since-last", article, "--fresh")
    assert (same.code, "No news since" in same.out) == (0, True)
    site.pages["/1"] = GONE
    done = citetrail("links", "--since-last", article, "--fresh")
    assert done.code == 1
    assert "1 link is newly dead." in done.out
    assert "✗ Newly dead  1 link" in done.out
    assert "was there on" in done.out
    assert "→ Link an archived copy" in done.out
    site.pages["/1"] = site.pages["/2"]
    assert "Back again" in citetrail("links", "--since-last", article, "--fresh").out


def test_one_flaky_host_does_not_colour_the_news(citetrail, site, article, news):
    citetrail("links", article)
    for n in range(5):
        site.pages[f"/{n}"] = (500, {}, "out of order")
    record = news(article, "--fail-on", "note")
    assert record["news"] == []
    assert [(one["host"], len(one["links"])) for one in record["unsteady"]] == [("127.0.0.1", 5)]
    shown = citetrail("links", "--since-last", article).out
    assert "Unsteady, no news yet" in shown
    assert "127.0.0.1  5 links: 500 Internal Server Error, failing since" in shown


def test_a_host_that_stays_silent_is_one_news_and_its_return_another(citetrail, site, article, news, minutes):
    strikes = {"CITETRAIL_DEAD_AFTER": "2", "CITETRAIL_DEAD_INTERVAL": "0s"}
    citetrail("links", article)
    for n in range(5):
        site.pages[f"/{n}"] = (500, {}, "out of order")
    assert news(article, **strikes)["news"] == []
    record = news(article, code=1, **strikes)
    assert told(record) == [("dead", ["1", "2", "3", "4", "5"])]
    site.pages["/4"] = minutes
    assert told(news(article, **strikes)) == [("revived", ["5"])]


def test_a_look_that_was_put_off_between_hides_no_news(citetrail, site, article, news):
    citetrail("links", article)
    site.pages["/1"] = (429, {"Retry-After": "3600"}, "later")
    news(article)
    site.pages["/1"] = GONE
    assert told(news(article, code=1)) == [("dead", ["2"])]


def test_quoted_words_that_left_the_page_are_news(citetrail, site, article, news, minutes):
    news(article)
    site.pages["/0"] = minutes.replace(KEPT, "nothing at all is to be said about the night crossing")
    record = news(article, "--fail-on", "warning", code=1)
    assert told(record) == [("drifted", ["1"])]
    assert record["news"][0]["quotations"] == [KEPT]
    assert news(article)["news"] == []


def test_without_an_input_every_article_held_is_looked_at_from_the_archive(citetrail, site, work, article, news):
    refused = citetrail("links", "--since-last", "--format", "json")
    assert (refused.code, refused.json["error"]["code"]) == (2, "not_in_archive")
    (work / "b.md").write_text(f"# Planks\n\nThe yard [has them]({site.url}/4).\n")
    citetrail("links", article, "b.md")
    (work / "b.md").unlink()
    (work / "a.html").unlink()
    site.pages["/4"] = GONE
    done = citetrail("links", "--since-last", "--fresh", "--format", "json")
    assert done.code == 1, done.err
    assert sorted((one["article"]["name"], told(one)) for one in done.lines) == [
        ("a.html", [("dead", ["5"])]),
        ("b.md", [("dead", ["1"])]),
    ]


def test_a_person_who_knows_better_keeps_the_exit_code_clean(citetrail, site, article, news):
    citetrail("links", article)
    site.pages["/1"] = GONE
    citetrail("links", article, "--fresh")
    citetrail("override", "add", f"{site.url}/1", "alive", "--why", "it is my own server")
    site.pages["/1"] = site.pages["/2"]
    citetrail("links", article, "--fresh")
    site.pages["/1"] = GONE
    assert told(news(article)) == [("dead", ["2"])]


def test_articles_of_one_file_are_not_taken_for_one_another(citetrail, site, work, news, minutes):
    site.pages.update({"/0": minutes, "/1": minutes})
    items = "".join(
        f"<item><title>Lamps {n}</title><description>&lt;p&gt;The board "
        f'&lt;a href="{site.url}/{n}"&gt;wrote&lt;/a&gt; a letter.&lt;/p&gt;</description></item>\n'
        for n in range(2)
    )
    (work / "feed.xml").write_text(f'<rss version="2.0"><channel><title>T</title>\n{items}</channel></rss>')
    citetrail("links", "feed.xml")
    site.pages["/1"] = GONE
    done = citetrail("links", "--since-last", "feed.xml", "--fresh", "--format", "json")
    assert [len(one["news"]) for one in done.lines] == [0, 1]


def test_news_and_files_are_asked_for_one_at_a_time(citetrail, article):
    done = citetrail("links", "--since-last", article, "--replacements", "x.csv", "--format", "json")
    assert (done.code, done.json["error"]["code"]) == (2, "usage")
