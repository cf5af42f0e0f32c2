"""The program about itself: help, version, doctor, settings, rules."""

import pytest

from audit import __version__
from audit.cli import COMMANDS

pytestmark = pytest.mark.acceptance


@pytest.fixture(scope="session")
def warm():
    """Here the console script itself is run, each time from nothing."""


def test_help_stands_in_eighty_columns_and_names_every_command(citetrail):
    told = citetrail("--help", COLUMNS="80")
    assert told.code == 0
    assert all(f"\n  {name} " in told.out for name in COMMANDS)
    assert citetrail().out == told.out
    for name in COMMANDS:
        page = citetrail(name, "--help", COLUMNS="80")
        assert (page.code, page.err) == (0, "")
        assert page.out.startswith(f"Usage: citetrail {name}")
        assert max(map(len, (told.out + page.out).splitlines())) <= 80


def test_help_is_asked_for_behind_other_words_too_and_words_behind_two_dashes_are_no_options(citetrail):
    assert citetrail("check", "some words", "-h").out.startswith("Usage: citetrail check")
    assert citetrail("read", "--", "--help").code == 2


def test_a_command_word_that_is_nearly_right_is_pointed_out(citetrail):
    assert "`citetrail audit`" in citetrail("audti", "x.html").err


def test_the_version_is_told(citetrail):
    assert citetrail("--version").out == f"citetrail {__version__}\n"


def test_doctor_finds_everything_in_place_and_makes_nothing(citetrail, tmp_path):
    told = citetrail("doctor", "--format", "json")
    rows = {row["what"]: row for row in told.json["checks"]}
    assert (told.code, all(row["ok"] for row in rows.values())) == (0, True)
    assert {"python", "scrapy", "address guard", "sandbox", "archive"} <= set(rows)
    assert not list((tmp_path / "home").rglob("*.db"))


def test_doctor_tells_what_is_not_in_place(citetrail, tmp_path):
    (tmp_path / "notes.db").write_text("no database at all, but somebody's notes")
    told = citetrail("doctor", "--db", tmp_path / "notes.db")
    assert told.code == 2
    assert "✗ archive" in told.out


def test_settings_are_told_with_where_each_comes_from(citetrail, tmp_path):
    (tmp_path / "work" / "citetrail.toml").write_text('profile = "ap"')
    told = citetrail("config", "show", "--format", "json", CITETRAIL_PORT="99").json
    assert told["profile"]["from"].endswith("citetrail.toml")
    assert told["port"] == {"value": 99, "from": "environment"}
    assert told["fresh"] == {"value": False, "from": "default"}


def test_rules_are_explained_by_code_verdict_and_flag(citetrail):
    assert citetrail("explain").code == 0
    assert "CRITICAL" in citetrail("explain", "CRITICAL").out
    assert citetrail("explain", "later_version").out
