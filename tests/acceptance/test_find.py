"""Words found in what is held, exactly or nearly, from the archive alone."""

import pytest

pytestmark = pytest.mark.acceptance


@pytest.fixture
def held(citetrail, site, tmp_path, minutes):
    """An audited article that cites two pages, of which one is fetched and forgotten again."""
    site.pages["/minutes"] = minutes
    site.pages["/log"] = "<title>Log</title><main><p>The keeper wrote: nobody counted the boats that night.</p></main>"
    site.pages["/gone"] = "<title>Gone</title><main><p>Nobody counted the boats in this one.</p></main>"
    links = " and ".join(f'<a href="{site.url}{path}">a page</a>' for path in ("/minutes", "/log", "/gone"))
    (tmp_path / "work" / "a.html").write_text(f"<!doctype html><title>Boats</title><article><p>{links}</p></article>")
    citetrail("links", "a.html")
    citetrail("forget", f"{site.url}/gone")


def test_sources_that_have_the_words_are_shown_with_their_passage(citetrail, site, held):
    asked = list(site.hits)
    done = citetrail("find", "nobody counted the boats")
    assert done.code == 0
    assert "1 source has these words" in done.out
    assert "▸nobody counted the boats◂ that night" in done.out
    assert f"{site.url}/log#:~:text=nobody" in done.out
    assert "/gone" not in done.out
    assert site.hits == asked


def test_what_is_nearly_there_is_found_and_said_to_differ(citetrail, site, held):
    (found,) = citetrail("find", "nobody counted the ships that night", "--format", "json").lines
    assert (found["verdict"], found["source"]["url"]) == ("ALTERED", f"{site.url}/log")
    assert found["passage"]["exact"]


def test_words_that_nothing_has_and_no_words_at_all_are_told_apart(citetrail, held):
    nothing = citetrail("find", "a sentence that stands nowhere")
    assert (nothing.code, nothing.out) == (0, "nothing that is held has these words\n")
    assert citetrail("find", "a sentence that stands nowhere", "--format", "json").out == ""
    none = citetrail("find", ", “…”")
    assert none.code == 2
    assert "no words" in none.err
