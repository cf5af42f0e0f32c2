"""Bad input: one line that says what to do, the right exit code, nothing lost, never a traceback."""

import json
import os
import signal
import sqlite3
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

pytestmark = pytest.mark.acceptance
WORDS = "the night crossing shall not be given up before the new lamp is lit"
QUOTES = f"<title>Lamp</title><p>The clerk said on Monday: “{WORDS}.” Nobody answered him.</p>"


@pytest.fixture
def work(tmp_path):
    folder = tmp_path / "work"
    folder.mkdir(exist_ok=True)
    return folder


def make(kind, work):
    """A bad input of *kind*; its name."""
    path = work / "input.html"
    if kind == "binary":
        path.write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    elif kind == "empty":
        path.write_bytes(b" \n\n ")
    elif kind == "huge":
        path.touch()
        os.truncate(path, 200 * 1024 * 1024)
    elif kind == "damaged":
        path = work / "input.pdf"
        path.write_bytes(b"%PDF-1.4 and nothing more")
    elif kind == "folder":
        path = work / "folder"
        (path / "sub").mkdir(parents=True)
        (path / "sub" / "picture.png").write_bytes(b"\x89PNG")
    elif kind == "glob":
        return str(work / "nothing-*.html")
    elif kind == "long":
        return "x" * 5000 + ".html"
    elif kind == "address":
        return "ftp://example.org/article"
    return str(path)


CODES = {
    "missing": "missing_input",
    "binary": "unknown_format",
    "empty": "empty_input",
    "huge": "input_too_large",
    "damaged": "damaged_input",
    "folder": "missing_input",
    "glob": "missing_input",
    "long": "missing_input",
    "address": "usage",
}


@pytest.mark.parametrize("word", ["read", "audit"])
@pytest.mark.parametrize("kind", CODES)
def test_an_input_that_cannot_be_read_is_told_in_one_line_with_what_to_do(citetrail, work, kind, word):
    name = make(kind, work)
    told = citetrail(word, name, "--format", "json")
    assert (told.code, told.json["error"]["code"]) == (2, CODES[kind])
    assert set(told.json["error"]) == {"code", "message", "hint", "subject"}
    if word == "read":
        plain = citetrail(word, name)
        assert (plain.code, plain.out) == (2, "")
        assert [line[:7] for line in plain.err.splitlines()] == ["error: ", "  try: "]


@pytest.mark.parametrize("kind", ["missing", "binary", "empty", "huge"])
def test_a_source_that_cannot_be_read_is_told_too(citetrail, work, kind):
    told = citetrail("check", WORDS, make(kind, work), "--format", "json")
    assert (told.code, told.json["error"]["code"]) == (2, CODES[kind])


def test_bytes_of_no_encoding_are_read_as_far_as_they_go(citetrail, work):
    (work / "odd.txt").write_bytes(bytes(range(128, 256)) * 20 + WORDS.encode() + b"\xff\xfe\xfd")
    assert citetrail("check", WORDS, "odd.txt").code == 0
    assert citetrail("read", "odd.txt", "--format", "json").code == 0


@pytest.mark.parametrize("page", ["<title>t</title><p>Nothing is quoted, nothing linked.</p>", QUOTES])
def test_an_article_without_quotations_or_links_is_no_error(citetrail, work, page):
    (work / "plain.html").write_text(page)
    told = citetrail("audit", "plain.html", "--format", "json", "--fail-on", "note")
    assert told.code == 0
    assert told.json["links"] == []
    assert {finding["verdict"] for finding in told.json["findings"]} <= {"UNCHECKED"}
    assert citetrail("audit", "plain.html").code == 0


def test_five_thousand_links_are_all_told_of(citetrail, work, site, minutes):
    body = f"<title>page</title><p>{minutes}"

    class Every(dict):
        def get(self, path, default=None):
            return default if path == "/robots.txt" else body

    site.pages = Every()
    rows = "".join(
        f'<p>On day {n} the clerk wrote in the <a href="{site.url}/d/{n}">entry of day {n}</a> what he saw.</p>'
        for n in range(5000)
    )
    (work / "many.html").write_text(f"<title>Log</title><article><h1>Log</h1>{rows}</article>")
    told = citetrail("links", "many.html", "--format", "json", "--fail-on", "never", CITETRAIL_MAX_SOURCES="60")
    states = [(link["state"], link["reason"]) for link in told.json["links"]]
    assert len(states) == 5000
    assert states.count(("unknown", "budget")) == 4940
    assert len(site.fetched()) == 60
    assert told.code == 0


def test_a_private_address_is_told_and_never_asked(citetrail, work, site, minutes):
    site.pages["/minutes"] = minutes
    (work / "a.html").write_text(f'<title>A</title><p>So say the <a href="{site.url}/minutes">minutes</a>.</p>')
    told = citetrail("links", "a.html", "--format", "json", CITETRAIL_ALLOW_ADDRESS="")
    assert (told.code, told.json["links"][0]["state"]) == (0, "blocked_address")
    assert site.hits == []


@pytest.mark.parametrize("place", ["blocker/archive.db", ".", "text.db"])
def test_an_archive_that_cannot_be_used_is_told_and_left_alone(citetrail, work, place):
    (work / "blocker").write_text("a file, no folder")
    (work / "text.db").write_text("this is no database, but somebody's notes")
    (work / "a.html").write_text(QUOTES)
    for command in (
        ["audit", "a.html"],
        ["report"],
        ["watch", "list"],
        ["db", "check"],
        ["check", "x", "https://a.example/"],
    ):
        told = citetrail(*command, "--db", place, "--format", "json")
        assert told.code == 2, command
        assert told.json["error"]["hint"], command
    assert (work / "text.db").read_text() == "this is no database, but somebody's notes"


def test_an_archive_of_a_newer_version_is_told_and_left_alone(citetrail, work):
    (work / "a.html").write_text(QUOTES)
    assert citetrail("audit", "a.html", "--db", "new.db").code == 0
    with closing(sqlite3.connect(work / "new.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999_later'")
    before = (work / "new.db").read_bytes()
    told = citetrail("audit", "a.html", "--db", "new.db", "--format", "json")
    assert (told.code, told.json["error"]["code"]) == (2, "archive_too_new")
    assert (work / "new.db").read_bytes() == before


def test_no_home_is_no_hindrance(citetrail, work, environment):
    (work / "a.html").write_text(QUOTES)
    told = citetrail("audit", "a.html", "--format", "json", HOME="/dev/null")
    assert (told.code, told.json["error"]["code"]) == (2, "archive")
    assert "--db" in told.json["error"]["hint"]
    assert citetrail("read", "a.html", HOME="/dev/null").code == 0
    assert citetrail("check", WORDS, "a.html", HOME="/dev/null").code == 0
    assert citetrail("audit", "a.html", "--db", "here.db", HOME="/dev/null").code == 0
    del environment["HOME"]
    assert citetrail("read", "a.html").code == 0


def test_a_terminate_signal_ends_an_audit_with_143_and_keeps_what_was_fetched(
    command, environment, citetrail, work, site, minutes
):
    release = threading.Event()

    class Slow(dict):
        def get(self, path, default=None):
            if path == "/slow":
                release.wait(60)
            return minutes

    site.pages = Slow()
    (work / "a.html").write_text(
        f'<title>A</title><article><p>The <a href="{site.url}/minutes">minutes</a> say it.</p>'
        f'<p>The <a href="{site.url}/slow">letter</a> says more.</p></article>'
    )
    process = subprocess.Popen(
        [*command, "audit", "a.html"], env=environment, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    until = time.monotonic() + 90
    while "/slow" not in site.hits and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(0.5)
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=90)
    release.set()
    assert process.returncode == 143
    assert b"Traceback" not in told
    held = citetrail("links", "a.html", "--offline", "--format", "json").json["links"]
    assert [link["state"] for link in held] == ["alive", "unknown"]


def test_a_reader_that_goes_away_is_no_error(command, environment, work):
    (work / "a.html").write_text(f"<p>{QUOTES * 3000}</p>")
    process = subprocess.Popen(
        [*command, "read", "a.html", "--format", "json"],
        env=environment,
        cwd=work,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""


def test_a_full_disk_behind_standard_output_is_told(command, environment, work):
    (work / "a.html").write_text(QUOTES)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*command, "read", "a.html"], env=environment, cwd=work, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: the answer cannot be written")


def test_closed_streams_are_no_crash(command, environment, work):
    (work / "a.html").write_text(QUOTES)
    line = " ".join([*command, "read", "a.html"])
    for closed in (">&-", "2>&-", ">&- 2>&- <&-"):
        done = subprocess.run(
            f"{line} {closed}", shell=True, env=environment, cwd=work, capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b""), closed


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "gb2312"])
def test_a_locale_that_lacks_the_characters_gets_them_escaped(citetrail, work, encoding):
    (work / "a.html").write_text(QUOTES.replace("lamp", "lamp 🕯 “ŋ”"))
    assert citetrail("read", "a.html", PYTHONIOENCODING=encoding).code == 0
    done = citetrail("read", "a.html", "--format", "json", PYTHONIOENCODING=encoding)
    assert done.code == 0
    if encoding == "ascii":
        assert "🕯" in done.json["article"]["text"]


def test_names_with_odd_characters_are_read_and_told_without_moving_the_cursor(citetrail, work):
    name = "a\n\x1b[2Jb\u202e.html"
    (work / name).write_text(QUOTES)
    (work / os.fsdecode(b"bad-\xff.html")).write_text(QUOTES)
    for form in ("terminal", "json"):
        done = citetrail("read", work, "--format", form)
        assert done.code == 0
        assert "\x1b" not in done.out
    done = citetrail("read", "no\n\x1b[2Jsuch")
    assert done.code == 2
    assert "\x1b" not in done.err
    assert len(done.err.splitlines()) == 2
    assert citetrail("audit", work, "--format", "json", "--db", "x.db").code == 0
    assert "\x1b" not in citetrail("report", "--db", "x.db").out


def test_standard_input_is_read_audited_and_checked(citetrail):
    assert WORDS in citetrail("read", "-", "--format", "json", stdin=QUOTES).json["quotations"][0]["text"]
    assert len(citetrail("audit", "-", "--format", "json", stdin=QUOTES).json["findings"]) == 1
    assert citetrail("check", WORDS, "-", stdin=QUOTES).code == 0
    told = citetrail("read", "-", "--format", "json", stdin="")
    assert (told.code, told.json["error"]["code"]) == (2, "empty_input")


def test_of_several_inputs_the_broken_are_told_and_the_rest_answered(citetrail, work):
    (work / "one.html").write_text(QUOTES)
    (work / "two.html").write_text(QUOTES.replace("Lamp", "Lantern"))
    (work / "broken.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    given = ["one.html", "gone.html", "broken.pdf", "two.html"]
    for command in (["read"], ["audit"], ["links"], ["read", "--source"]):
        done = citetrail(*command, *given, "--format", "json")
        assert (done.code, len(done.lines)) == (0, 2), command
        assert done.err.count("error: ") == done.err.count("  try: ") == 2, command
        assert citetrail(*command, *given, "--strict").code == 3, command
    titles = [line["article"]["title"] for line in citetrail("read", *given, "--format", "json").lines]
    assert titles == ["Lamp", "Lantern"]


def test_a_file_of_several_articles_is_one_object(citetrail, work):
    items = "".join(
        f"<item><title>Entry {n}</title><link>https://a.example/{n}</link><description>&lt;p&gt;He said “the night "
        f"crossing shall stay as it is, number {n}.”&lt;/p&gt;</description></item>"
        for n in (1, 2)
    )
    (work / "feed.xml").write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>{items}</channel></rss>'
    )
    told = citetrail("read", "feed.xml", "--format", "json").json
    assert [one["article"]["title"] for one in told["articles"]] == ["Entry 1", "Entry 2"]


@pytest.mark.parametrize(
    "args",
    [
        ["frobnicate"],
        ["read", "--frobnicate"],
        ["read"],
        ["check", "words"],
        ["read", "a.html", "--format", "papyrus"],
        ["audit", "a.html", "--fail-on", "always"],
        ["audit", "a.html", "--as-of", "yesterday"],
        ["audit", "a.html", "--source", "nothing.pdf"],
        ["watch", "remove", "77"],
        ["report", "77"],
        ["explain", "GIBBERISH"],
        ["check", "--batch", "nothing.jsonl"],
    ],
)
def test_a_wrong_command_line_is_told_with_what_to_do(citetrail, work, args):
    (work / "a.html").write_text(QUOTES)
    done = citetrail(*args, "--format", "json") if "--format" not in args else citetrail(*args)
    assert done.code == 2
    if "--format" not in args:
        assert json.loads(done.out)["error"]["hint"]
        assert json.loads(done.out)["error"]["message"]
