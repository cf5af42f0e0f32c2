"""Several looks over time, through the archive, by the real command."""

from datetime import date

import pytest

pytestmark = pytest.mark.acceptance


def spoken(done):
    """A terminal's answer in one line."""
    return " ".join(done.out.split())


@pytest.fixture
def look(citetrail, site, tmp_path):
    (tmp_path / "work" / "a.html").write_text(
        '<!doctype html><html lang="en"><title>Lamps</title><article><h1>Lamps</h1>'
        f'<p>The board <a href="{site.url}/minutes">resolved to keep the lamp</a> in May.</p></article></html>'
    )

    def run():
        done = citetrail("links", "a.html", "--fresh", "--format", "json", "--fail-on", "never")
        assert "links" in done.json, done.out
        return done.json["links"][0]

    return run


def test_a_link_that_goes_is_told_with_when_it_was_last_good_and_its_return_is_news(look, site, minutes):
    site.pages["/minutes"] = minutes
    good = look()
    assert (good["state"], good["first_failed"]) == ("alive", None)
    site.pages["/minutes"] = (404, {}, "<title>Not found</title>")
    first, second = look(), look()
    assert (second["state"], second["severity"]) == ("gone", "error")
    assert second["first_failed"] == first["first_failed"] is not None
    assert second["last_good"] is not None
    assert any("2 looks" in said for said in second["evidence"])
    site.pages["/minutes"] = minutes
    back = look()
    assert back["state"] == "alive"
    assert "back after it had failed" in back["evidence"]


def test_a_server_that_fails_twice_in_an_hour_is_not_yet_dead(look, site):
    site.pages["/minutes"] = (500, {}, "broken")
    look()
    link = look()
    assert (link["state"], link["severity"]) == ("server_error", "note")
    assert any("1 of 3 that count" in said for said in link["evidence"])


def test_text_and_page_say_since_when_and_that_it_is_back(citetrail, look, site, minutes):
    site.pages["/minutes"] = minutes
    look()
    site.pages["/minutes"] = (500, {}, "broken")
    failed = look()
    day = f"{date.fromisoformat(failed['first_failed'][:10]):%-d %b %Y}"
    shown = spoken(citetrail("links", "a.html"))
    assert f"First seen so {day}, last good {day}." in shown
    page = citetrail("links", "a.html", "--format", "html").out
    assert f"first seen so {day}, last good {day}" in page
    site.pages["/minutes"] = minutes
    back = look()
    assert back["revived"] is not None
    assert back["revived"] > failed["first_failed"]
    assert (back["first_failed"], back["severity"]) == (None, "ok")
    assert f"good again since {day}" in spoken(citetrail("links", "a.html"))
    assert f"good again since {day}" in citetrail("links", "a.html", "--format", "html").out


def test_a_link_that_counts_as_dead_says_by_which_failures(citetrail, look, site):
    site.pages["/minutes"] = (500, {}, "broken")
    settings = {"CITETRAIL_DEAD_AFTER": "2", "CITETRAIL_DEAD_INTERVAL": "0s"}
    for _ in range(2):
        done = citetrail("links", "a.html", "--fresh", **settings)
    assert done.code == 1
    assert "2 of them at least 0 seconds apart: it counts as dead" in spoken(done)
