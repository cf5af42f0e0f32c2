"""Sources that are forgotten: their words are gone, and nobody is accused by that."""

import pytest

pytestmark = pytest.mark.acceptance


@pytest.fixture
def article(site, tmp_path, minutes):
    site.pages["/minutes"] = minutes
    (tmp_path / "work" / "a.html").write_text(
        f"<!doctype html><title>Lamps</title><article><p>“These words stand nowhere at all,” the clerk said in "
        f'<a href="{site.url}/minutes">the minutes</a>.</p></article>'
    )
    return "a.html"


def test_what_was_forgotten_accuses_nobody_and_is_told(citetrail, site, article):
    before = citetrail("audit", article, "--format", "json")
    assert before.json["findings"][0]["verdict"] == "NOT_FOUND"
    done = citetrail("forget", f"{site.url}/minutes#top", "--format", "json")
    assert done.code == 0
    assert done.json["forgotten"] == [
        {
            "url": f"{site.url}/minutes",
            "looks": 1,
            "bodies": 1,
            "size": done.json["forgotten"][0]["size"],
            "left": 0,
            "others": [],
        }
    ]
    for how in ("--offline", "--fresh"):
        after = citetrail("audit", article, "--format", "json", how).json
        assert [one["verdict"] for one in after["findings"]] == ["UNCHECKED"]
        (link,) = after["links"]
        assert (link["state"], link["reason"]) == ("unknown", "not_held")
        assert "taken out of the archive" in link["evidence"][0]
    assert citetrail("report", "1", "--format", "json").json["findings"] == before.json["findings"]
    assert citetrail("db", "check").code == 0


def test_a_mistyped_address_and_none_at_all_are_refused(citetrail, article):
    citetrail("audit", article)
    unknown = citetrail("forget", "https://nowhere.example/")
    assert unknown.code == 2
    assert "nothing is held of https://nowhere.example/" in unknown.err
    assert "no web address" in citetrail("forget", "minutes.html").err
