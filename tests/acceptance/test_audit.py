"""Audits of whole articles, at the shell."""

import os
import signal
import subprocess
import threading
import time

import pytest
from pydantic import TypeAdapter

from audit.shapes import AuditShape, LinksShape, ReadShape

pytestmark = pytest.mark.acceptance
WORDS = "the night crossing shall not be given up before the new lamp is lit"


@pytest.fixture
def article(site, minutes, tmp_path):
    site.pages["/minutes"] = minutes
    site.pages["/moved"] = (301, {"Location": "/minutes"}, "")
    path = tmp_path / "work" / "article.html"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The lamp</title>
        <meta name="author" content="Ann Example"></head><body>
        <nav><a href="{site.url}/home">Home</a></nav><article><h1>The lamp</h1>
        <p>According to the <a href="{site.url}/minutes">minutes</a>, the board resolved that “{WORDS}.” It says little else.</p>
        <p>The <a href="{site.url}/moved#top">same record</a> says that “sixteen planks of the northern pier are to be renewed this autumn.”</p>
        <p>A <a href="{site.url}/gone">notice</a> that is no longer there said “no boat will leave before the lamp is lit again.”</p>
        <p>An <a href="#">old chart</a> was lost, and nobody in the town was asked what had become of the harbour bell.</p>
        </article></body></html>"""
    )
    return path


def test_an_audit_says_of_every_quotation_and_link_what_became_of_it(citetrail, article):
    done = citetrail("audit", article, "--format", "json")
    told = TypeAdapter(AuditShape).validate_python(done.json)
    assert [finding["verdict"] for finding in told["findings"]] == ["CONVENTIONAL", "CRITICAL", "UNCHECKED"]
    body = [link for link in told["links"] if not link["href"].endswith("/home")]
    assert [link["state"] for link in body] == ["alive", "moved", "gone", "lost_target"]
    assert told["links"][0]["state"] == "unknown", "navigation is listed, not followed"
    assert done.code == 1


def test_a_held_audit_is_written_out_again_in_any_format(citetrail, article, tmp_path):
    made = citetrail("audit", article, "--format", "json").json
    again = citetrail("report", made["audit"], "--format", "json").json
    assert again == made
    citetrail("report", made["audit"], "--format", "html", "-o", tmp_path / "report.html")
    page = (tmp_path / "report.html").read_text()
    assert "sixteen" in page
    assert "<script" not in page
    assert "The lamp" in citetrail("report").out


def test_offline_makes_the_same_verdicts_from_what_is_held(citetrail, article, site):
    first = citetrail("audit", article, "--format", "json").json
    hits = len(site.hits)
    again = citetrail("audit", article, "--format", "json", "--offline").json
    assert len(site.hits) == hits
    drop = ("audit", "run")
    assert {k: v for k, v in again.items() if k not in drop} == {k: v for k, v in first.items() if k not in drop}


def test_links_alone_judges_no_quotation(citetrail, article):
    told = TypeAdapter(LinksShape).validate_python(citetrail("links", article, "--format", "json").json)
    assert "findings" not in told


def test_a_copy_given_for_a_citation_is_judged_in_its_place(citetrail, article, tmp_path):
    (tmp_path / "copy.txt").write_text("The notice of May said: no boat will leave before the lamp is lit again. " * 3)
    read = citetrail("read", article, "--format", "json").json
    number = next(c["id"] for c in read["citations"] if c["href"].endswith("/gone"))
    told = citetrail("audit", article, "--source", f"{number}={tmp_path / 'copy.txt'}", "--format", "json").json
    assert told["findings"][2]["verdict"] in ("VERBATIM", "CONVENTIONAL")
    assert told["findings"][2]["source"]["state"] == "supplied"
    assert [f["verdict"] for f in told["findings"][:2]] == ["CONVENTIONAL", "CRITICAL"]
    done = citetrail("audit", article, "--source", f"99={tmp_path / 'copy.txt'}", "--format", "json")
    assert done.code == 2


def test_read_fetches_nothing_and_makes_no_archive(citetrail, article, site, tmp_path):
    told = TypeAdapter(ReadShape).validate_python(citetrail("read", article, "--format", "json").json)
    assert told["quotations"][0]["text"].startswith("the night crossing")
    assert site.hits == []
    assert not list((tmp_path / "home").rglob("*.db"))


@pytest.mark.parametrize(
    ("words", "number", "code"),
    [
        (("audit",), signal.SIGINT, 130),
        (("links",), signal.SIGTERM, 143),
        (("watch", "run"), signal.SIGTERM, 143),
    ],
)
def test_what_was_fetched_before_a_signal_is_kept_and_the_next_run_goes_on(
    command, environment, citetrail, article, site, tmp_path, words, number, code
):
    release = threading.Event()

    class Slow(dict):
        def get(self, path, default=None):
            if path == "/gone":
                release.wait(60)
            return super().get(path, default)

    site.pages = Slow(site.pages)
    asked = (*words, article) if words != ("watch", "run") else words
    if asked == words:
        citetrail("watch", "add", article.parent, "--reports", tmp_path / "out")
    process = subprocess.Popen(
        [*command, *map(str, asked), "--format", "json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 90
    while "/gone" not in site.hits and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    os.kill(process.pid, number)
    _, told = process.communicate(timeout=90)
    release.set()
    assert process.returncode == code
    assert b"2 of 3 done, kept in" in told
    assert b"the same command goes on" in told
    before = site.fetched().count("/minutes")
    done = citetrail(*asked, "--format", "json")
    if words == ("audit",):
        assert [finding["verdict"] for finding in done.json["findings"]] == ["CONVENTIONAL", "CRITICAL", "UNCHECKED"]
    assert site.fetched().count("/minutes") <= before + 1
    assert citetrail("db", "check").code == 0
