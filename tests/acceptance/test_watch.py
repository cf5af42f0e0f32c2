"""Scheduled audits, as cron or a timer calls them."""

import sqlite3
import subprocess
import threading
import time

import pytest
from pydantic import TypeAdapter

from audit.shapes import WatchRunShape

pytestmark = pytest.mark.acceptance
ARTICLE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><article>
<h1>{title}</h1><p>According to the <a href="{site}/minutes">minutes</a>, the board resolved that “the night crossing shall
not be given up before the new lamp is lit.” Nobody in the town had expected that the matter would end in this way.</p>
</article></body></html>"""


@pytest.fixture
def saved(site, minutes, tmp_path):
    site.pages["/minutes"] = minutes
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "lamp.html").write_text(ARTICLE.format(title="The new lamp", site=site.url))
    return folder


def run(citetrail):
    done = citetrail("watch", "run", "--format", "json")
    return TypeAdapter(WatchRunShape).validate_python(done.json)["watches"]


def test_new_articles_are_audited_and_reported_and_a_second_run_changes_nothing(citetrail, saved, site, tmp_path):
    reports = tmp_path / "reports"
    assert citetrail("watch", "add", saved, "--reports", reports).code == 0
    (watch,) = run(citetrail)
    assert (watch["new"], watch["changed"], watch["unchanged"], len(watch["audits"])) == (1, 0, 0, 1)
    written = sorted(path.name for path in reports.iterdir())
    assert len(written) == 2
    assert all(name.startswith("the-new-lamp-") for name in written)
    hits, stamps = list(site.hits), {path: path.stat().st_mtime_ns for path in reports.iterdir()}
    (watch,) = run(citetrail)
    assert (watch["new"], watch["changed"], watch["unchanged"], watch["audits"]) == (0, 0, 1, [])
    assert site.hits == hits
    assert {path: path.stat().st_mtime_ns for path in reports.iterdir()} == stamps


def test_a_changed_article_and_a_new_one_are_seen_and_a_broken_one_is_told(citetrail, saved, site, tmp_path):
    citetrail("watch", "add", saved, "--reports", tmp_path / "reports")
    run(citetrail)
    (saved / "lamp.html").write_text(ARTICLE.format(title="The new lamp, again", site=site.url))
    (saved / "second.html").write_text(ARTICLE.format(title="A second article", site=site.url))
    (saved / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    (watch,) = run(citetrail)
    assert (watch["new"], watch["changed"], watch["unchanged"]) == (1, 1, 0)
    assert [failed["file"].rsplit("/", 1)[1] for failed in watch["failed"]] == ["broken.pdf"]
    assert watch["failed"][0]["error"]["hint"]


def test_what_is_new_about_links_is_told_by_the_run(citetrail, saved, site, tmp_path):
    citetrail("watch", "add", saved, "--reports", tmp_path / "reports")
    first = citetrail("watch", "run", CITETRAIL_FRESH="1")
    assert "News since" not in first.out
    site.pages["/minutes"] = (404, {}, "<title>Not found</title>")
    second = citetrail("watch", "run", CITETRAIL_FRESH="1")
    assert "1 link is newly dead." in second.out


def test_a_list_names_saved_articles_beside_it(citetrail, saved, tmp_path):
    (saved / "list.txt").write_text("# what to watch\nlamp.html\nmissing.html\n")
    citetrail("watch", "add", saved / "list.txt", "--reports", tmp_path / "reports")
    (watch,) = run(citetrail)
    assert watch["new"] == 1
    assert [failed["error"]["code"] for failed in watch["failed"]] == ["missing_input"]


def test_watches_are_listed_and_removed(citetrail, saved, tmp_path):
    citetrail("watch", "add", saved, "--reports", tmp_path / "reports")
    assert str(saved) in citetrail("watch", "list").out
    (listed,) = citetrail("watch", "list", "--format", "json").json["watches"]
    assert citetrail("watch", "remove", listed["id"]).code == 0
    assert citetrail("watch", "list", "--format", "json").json["watches"] == []
    assert citetrail("watch", "remove", listed["id"]).code == 2


def test_two_runs_at_once_exclude_each_other(command, environment, citetrail, saved, site, tmp_path):
    release = threading.Event()
    page = site.pages["/minutes"]

    class Slow(dict):
        def get(self, path, default=None):
            if path == "/minutes":
                release.wait(60)
                return page
            return default

    site.pages = Slow()
    citetrail("watch", "add", saved, "--reports", tmp_path / "reports")
    first = subprocess.Popen(
        [*command, "watch", "run", "--format", "json"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    until = time.monotonic() + 90
    while "/minutes" not in site.hits and time.monotonic() < until:
        time.sleep(0.05)
    second = citetrail("watch", "run", "--format", "json")
    release.set()
    out, _ = first.communicate(timeout=60)
    assert (second.code, second.json["error"]["code"]) == (2, "archive_busy")
    assert second.json["error"]["hint"]
    assert first.returncode == 0
    assert b'"new": 1' in out


def test_nothing_to_watch_is_no_error(citetrail):
    assert run(citetrail) == []


def test_an_archive_of_a_newer_version_is_left_alone(citetrail, saved, tmp_path):
    citetrail("db", "init")
    (archive,) = (tmp_path / "home").rglob("archive.db")
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    done = citetrail("watch", "run", "--format", "json")
    assert (done.code, done.json["error"]["code"]) == (2, "archive_too_new")


def test_a_report_that_cannot_be_written_is_told_and_written_by_the_next_run(citetrail, saved, tmp_path):
    blocker = tmp_path / "blocker"
    blocker.write_text("no folder")
    citetrail("watch", "add", saved, "--reports", blocker / "out")
    citetrail("watch", "add", saved, "--reports", tmp_path / "reports")
    refused, written = run(citetrail)
    assert "cannot be written: Not a directory" in refused["failed"][0]["error"]["message"]
    assert (refused["audits"], len(written["audits"])) == ([], 1)
    blocker.unlink()
    refused, _ = run(citetrail)
    assert (refused["failed"], len(refused["audits"])) == ([], 1)
    assert list((tmp_path / "blocker" / "out").glob("*.html"))
