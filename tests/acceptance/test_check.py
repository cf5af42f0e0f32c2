"""One quotation on demand, at the shell."""

import json
import subprocess

import pytest

pytestmark = pytest.mark.acceptance
WORDS = "the night crossing shall not be given up before the new lamp is lit"


@pytest.fixture(scope="session")
def warm():
    """Here the console script itself is run, each time from nothing."""


def test_words_that_stand_in_a_file_are_verbatim_and_exit_clean(citetrail, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    done = citetrail("check", WORDS, tmp_path / "page.html", "--format", "json")
    assert (done.code, done.json["verdict"], done.json["source"]["state"]) == (0, "VERBATIM", "supplied")
    assert done.json["passage"]["exact"] == WORDS


def test_a_dropped_not_is_critical_and_exits_one(citetrail, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    done = citetrail("check", WORDS.replace("not ", ""), tmp_path / "page.html", "--format", "json")
    assert (done.code, done.json["verdict"], done.json["severity"]) == (1, "CRITICAL", "error")
    assert "negation" in {operation["label"] for operation in done.json["operations"]}


def test_absent_words_are_not_found_and_the_severity_asked_for_decides_the_exit(citetrail, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    words = "the lighthouse was sold to a brewer from the mainland in the spring"
    assert citetrail("check", words, tmp_path / "page.html").code == 1
    assert citetrail("check", words, tmp_path / "page.html", "--fail-on", "never").code == 0


def test_a_file_makes_no_archive(citetrail, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    citetrail("check", WORDS, tmp_path / "page.html")
    assert not list((tmp_path / "home").rglob("*.db"))


def test_standard_input_is_a_source(citetrail, minutes):
    assert citetrail("check", WORDS, "-", "--format", "json", stdin=minutes).json["verdict"] == "VERBATIM"


def test_a_page_is_fetched_once_within_its_age(citetrail, site, minutes):
    site.pages["/minutes"] = minutes
    first = citetrail("check", WORDS, site.url + "/minutes", "--format", "json")
    again = citetrail("check", WORDS, site.url + "/minutes", "--format", "json")
    assert first.json["verdict"] == again.json["verdict"] == "VERBATIM"
    assert first.json["source"]["digest"] == again.json["source"]["digest"]
    assert site.fetched() == ["/minutes"]
    citetrail("check", WORDS, site.url + "/minutes", "--fresh")
    assert site.fetched() == ["/minutes"] * 2


def test_a_missing_page_is_unchecked_and_no_error(citetrail, site):
    done = citetrail("check", WORDS, site.url + "/nowhere", "--format", "json")
    assert (done.code, done.json["verdict"], done.json["checkability"]) == (0, "UNCHECKED", "link:gone")
    assert citetrail("check", WORDS, site.url + "/nowhere", "--strict").code == 3


def test_offline_judges_what_is_held_with_the_same_result(citetrail, site, minutes):
    site.pages["/minutes"] = minutes
    online = citetrail("check", WORDS, site.url + "/minutes", "--format", "json").json
    site.pages.clear()
    offline = citetrail("check", WORDS, site.url + "/minutes", "--format", "json", "--offline", "--max-age", "0s").json
    assert offline == online


def test_a_private_address_is_not_fetched_unless_admitted(citetrail, site, minutes):
    site.pages["/minutes"] = minutes
    done = citetrail("check", WORDS, site.url + "/minutes", "--format", "json", CITETRAIL_ALLOW_ADDRESS="")
    assert (done.json["verdict"], done.json["checkability"]) == ("UNCHECKED", "link:blocked_address")
    assert site.hits == []


def test_a_batch_answers_line_by_line_and_survives_a_bad_one(citetrail, site, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    site.pages["/minutes"] = minutes
    lines = [
        json.dumps({"id": "a", "quote": WORDS, "source": str(tmp_path / "page.html")}),
        "no json",
        json.dumps({"id": "b", "quote": WORDS, "source": str(tmp_path / "missing.html")}),
        json.dumps({"id": "c", "quote": "…", "source": str(tmp_path / "page.html")}),
        json.dumps({"id": "d", "quote": WORDS, "source": site.url + "/minutes"}),
        json.dumps(
            {"id": "e", "quote": "seventeen planks of the northern pier", "source": str(tmp_path / "page.html")}
        ),
    ]
    (tmp_path / "batch.jsonl").write_text("\n".join(lines))
    told = citetrail("check", "--batch", tmp_path / "batch.jsonl", "--format", "json").lines
    assert [line.get("id") for line in told] == ["a", None, "b", "c", "d", "e"]
    assert [line.get("verdict") for line in told] == ["VERBATIM", None, None, None, "VERBATIM", "VERBATIM"]
    assert all({"code", "message", "hint", "subject"} <= set(told[at]["error"]) for at in (1, 2, 3))


@pytest.mark.parametrize("words", ["", "   ", "“”…"])
def test_words_that_are_none_are_an_error(citetrail, minutes, tmp_path, words):
    (tmp_path / "page.html").write_text(minutes)
    done = citetrail("check", words, tmp_path / "page.html", "--format", "json")
    assert done.code == 2
    assert done.json["error"]["code"] == "words"


def test_a_batch_is_answered_while_it_still_comes_in(command, environment, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    line = json.dumps({"id": "1", "quote": WORDS, "source": str(tmp_path / "page.html")}) + "\n"
    process = subprocess.Popen(
        [*command, "check", "--batch", "-", "--format", "json"],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    for _ in range(2):
        process.stdin.write(line)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["verdict"] == "VERBATIM"
    process.stdin.close()
    assert process.wait(30) == 0


def test_windows_of_a_batch_keep_the_order_and_one_crawl_serves_them_all(citetrail, site, minutes, tmp_path):
    (tmp_path / "page.html").write_text(minutes)
    site.pages["/minutes"] = site.pages["/late"] = minutes
    where = [str(tmp_path / "page.html"), site.url + "/minutes"]
    lines = [{"id": n, "quote": WORDS, "source": where[n > 2100 and n % 2]} for n in range(4300)]
    lines.append({"id": "last", "quote": WORDS, "source": site.url + "/late"})
    text = "".join(json.dumps(line) + "\n" for line in lines)
    done = citetrail("check", "--batch", "-", "-o", tmp_path / "answers.jsonl", "--format", "json", stdin=text)
    told = [json.loads(line) for line in (tmp_path / "answers.jsonl").read_text().splitlines()]
    assert done.code == 0
    assert [one["id"] for one in told] == [str(line["id"]) for line in lines]
    assert {one["verdict"] for one in told} == {"VERBATIM"}
    assert site.fetched() == ["/minutes", "/late"]


def test_a_batch_without_a_line_is_an_error(citetrail):
    told = citetrail("check", "--batch", "-", "--format", "json", stdin="\n \n")
    assert (told.code, told.json["error"]["code"]) == (2, "empty_input")


def test_the_day_of_the_citation_makes_a_later_version_of_an_alteration(citetrail, site, minutes):
    site.pages["/minutes"] = minutes
    asked = ["check", WORDS.replace("not ", ""), site.url + "/minutes", "--format", "json"]
    assert citetrail(*asked).json["severity"] == "error"
    told = citetrail(*asked, "--as-of", "2019-01-01").json
    assert (told["checkability"], told["severity"]) == ("later_version", "warning")
