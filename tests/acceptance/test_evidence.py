"""One file of evidence: written, replayed by a real pywb, and judged by again without any network."""

import io
import json
import socket
import subprocess
import time
import zipfile
from contextlib import closing
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, build_opener, urlopen

import pytest

pytestmark = pytest.mark.acceptance

LETTER = "<p>Dear all, the clerk was told to write to the county about the road, which floods at every spring tide.</p>"


@pytest.fixture
def article(site, minutes, tmp_path, citetrail):
    """A saved article that cites pages of every fate."""
    assert citetrail
    site.pages |= {
        "/robots.txt": (200, {"Content-Type": "text/plain"}, "User-agent: *\nDisallow: /private\n"),
        "/minutes": (200, {"Set-Cookie": "sid=verysecret; Path=/"}, minutes),
        "/copy": minutes,
        "/old": (301, {"Location": "/minutes"}, "moved"),
        "/lost": (302, {"Location": "/nothing-here"}, ""),
        "/letter": (403, {}, "<title>Forbidden</title>"),
    }
    (tmp_path / "work" / "letter.html").write_text(LETTER)
    cited = [
        f'The <a href="{site.url}/minutes">minutes</a> say: “The board resolved that the night crossing shall not be '
        "given up before the new lamp is lit.”",
        f'An <a href="{site.url}/old">older address</a> has “the children may paint the ticket house.”',
        f'Elsewhere it is said that “nobody ever saw the harbour seal again in this town” (<a href="{site.url}/copy">here'
        "</a>).",
        f'The <a href="{site.url}/letter">letter</a> says: “the clerk was told to write to the county about the road.”',
        *(f'See <a href="{site.url}{path}">this</a>.' for path in ("/gone", "/lost", "/private/list")),
        'And <a href="http://127.0.0.1:9999/">that</a>, and <a href="mailto:a@b.example">write</a>.',
    ]
    (tmp_path / "work" / "ferry.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry</title></head>'
        f"<body><article><h1>The ferry</h1>{''.join(f'<p>{one}</p>' for one in cited)}</article></body></html>"
    )
    return "ferry.html"


@pytest.fixture
def audited(article, site, citetrail, tmp_path):
    """The audit as it was first made, and its file of evidence."""
    work = tmp_path / "work"
    made = citetrail(
        "audit", work / article, "--source", f"{site.url}/letter={work / 'letter.html'}", "--format", "json",
        "--fail-on", "never",
    ).json  # fmt: skip
    wrote = citetrail("evidence", made["audit"], "-o", "ferry.wacz")
    assert wrote.code == 0, wrote.err
    return made, wrote.out


def judgements(audit):
    links = [
        (one["citation"], one["state"], one["reason"], one["severity"], one["http_status"], one["final_url"], one["redirects"])
        for one in audit["links"]
    ]  # fmt: skip
    findings = [
        (one["quote"], one["verdict"], one["checkability"], one["reason"], one["flags"], one["passage"],
         one["source"]["digest"], one["source"]["state"])
        for one in audit["findings"]
    ]  # fmt: skip
    return links, findings


def test_judging_by_the_evidence_gives_the_same_without_any_network(audited, site, citetrail):
    made, _ = audited
    hits = len(site.hits)
    again = citetrail(
        "audit", "ferry.html", "--source", "ferry.wacz", "--db", "other.db", "--offline", "--format", "json", "--fail-on",
        "never",
    ).json  # fmt: skip
    assert len(site.hits) == hits
    assert judgements(again) == judgements(made)
    assert {one["state"] for one in again["links"]} >= {"alive", "moved", "gone", "disallowed", "supplied", "failed"}
    assert [one["verdict"] for one in again["findings"]] == ["CONVENTIONAL", "ALTERED", "NOT_FOUND", "CONVENTIONAL"]
    dates = [[one["source"]["captured_at"] for one in audit["findings"]] for audit in (made, again)]
    assert dates[0] == dates[1]
    told = [one for one in again["links"] if any("ferry.wacz, which was handed in" in said for said in one["evidence"])]
    assert len(told) == 7


def test_the_file_is_article_and_sources_in_one(audited, citetrail):
    made, _ = audited
    assert citetrail("read", "ferry.wacz", "--format", "json").json["article"]["title"] == "The ferry"
    again = citetrail(
        "audit", "ferry.wacz", "--source", "ferry.wacz", "--db", "c.db", "--offline", "--format", "json", "--fail-on",
        "never",
    )  # fmt: skip
    assert judgements(again.json) == judgements(made)


def test_links_are_judged_by_it_too(audited, citetrail):
    made, _ = audited
    again = citetrail("links", "ferry.html", "--source", "ferry.wacz", "--offline", "--db", "b.db", "--format", "json")
    states = [(one["state"], one["reason"]) for one in again.json["links"]]
    assert states == [(one["state"], one["reason"]) for one in made["links"]]


def test_the_last_line_names_the_file_and_a_line_before_what_is_not_in_it(audited, citetrail, tmp_path):
    _, out = audited
    assert out.splitlines()[-1].startswith("ferry.wacz: ")
    assert " records of " in out.splitlines()[-1]
    default = citetrail("evidence", "1")
    assert default.out.splitlines()[-1].startswith("ferry-audit-1.wacz: ")
    assert citetrail("evidence", "1", "--format", "warc", "-q").out == "ferry-audit-1.warc.gz\n"
    work = tmp_path / "work"
    assert (work / "ferry-audit-1.wacz").read_bytes() == (work / "ferry.wacz").read_bytes()


def test_no_secret_and_no_folder_is_handed_over(audited, tmp_path):
    import gzip

    with zipfile.ZipFile(tmp_path / "work" / "ferry.wacz") as file:
        whole = gzip.decompress(file.read("archive/data.warc.gz"))
    assert b"verysecret" not in whole
    assert str(tmp_path).encode() not in whole


def test_an_audit_that_is_not_held_is_an_error_and_leaves_no_file(audited, citetrail, tmp_path):
    refused = citetrail("evidence", "99", "-o", "none.wacz")
    assert refused.code == 2
    assert "no such audit" in refused.err
    assert not (tmp_path / "work" / "none.wacz").exists()
    assert citetrail("evidence").code == 2


def test_any_web_archive_serves_as_the_sources_that_it_holds(site, minutes, citetrail, tmp_path):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    home = "https://ferry.example"
    with (tmp_path / "work" / "browser.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        answers = [
            ("/old", "301 Moved", [("Location", "/minutes")], b""),
            ("/minutes", "200 OK", [("Content-Type", "text/html; charset=utf-8")], minutes.encode()),
            ("/gone", "404 Not Found", [("Content-Type", "text/html")], b"<title>Not found</title><h1>Not found</h1>"),
        ]
        for path, status, headers, body in answers:
            head = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                home + path, "response", payload=io.BytesIO(body), http_headers=head,
                warc_headers_dict={"WARC-Date": "2024-05-06T07:08:09Z"},
            )  # fmt: skip
            writer.write_record(record)
    (tmp_path / "work" / "a.html").write_text(
        f'<!doctype html><html lang="en"><body><article><h1>The ferry</h1><p>The <a href="{home}/old">minutes</a> say: '
        "“The board resolved that the night crossing shall not be given up before the new lamp is lit.”</p>"
        f'<p><a href="{home}/gone">Gone</a>, <a href="{home}/never">never captured</a>.</p></article></body></html>'
    )
    found = citetrail("audit", "a.html", "--source", "browser.warc.gz", "--offline", "--format", "json").json
    states = [(one["state"], one["reason"]) for one in found["links"]]
    assert states == [("moved", "permanent"), ("gone", "http_404"), ("unknown", "not_held")]
    (finding,) = found["findings"]
    assert (finding["verdict"], finding["source"]["captured_at"][:10]) == ("CONVENTIONAL", "2024-05-06")


@pytest.mark.parametrize("data", [b"", b"WARC/1.1\r\n\r\n", b"PK\x03\x04rest", b"\x1f\x8bbroken", b"no archive at all"])
def test_what_is_no_web_archive_is_an_error_that_names_it(data, article, citetrail, tmp_path):
    (tmp_path / "work" / "bad.wacz").write_bytes(data)
    refused = citetrail("audit", "ferry.html", "--source", "bad.wacz", "--offline")
    assert refused.code == 2
    assert "error:" in refused.err


class Kept(HTTPRedirectHandler):
    """Redirects are answers here."""

    def redirect_request(self, *rest):
        return None


@pytest.fixture
def replay(pywb, audited, tmp_path):
    """Asks a pywb, which has taken the file of evidence in, for the raw bytes of an address."""
    folder = tmp_path / "pywb"
    folder.mkdir()
    (folder / "config.yaml").write_text("framed_replay: false\nredirect_to_exact: false\n")
    wacz = tmp_path / "work" / "ferry.wacz"
    for step in (["init", "audit"], ["add", "--unpack-wacz", "audit", str(wacz)]):
        subprocess.run([pywb / "wb-manager", *step], cwd=folder, check=True, capture_output=True, timeout=60)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with (folder / "log").open("w") as log:
        served = subprocess.Popen(
            [pywb / "wayback", "-b", "127.0.0.1", "-p", str(port)], cwd=folder, stdout=log, stderr=log
        )

    def ask(url):
        try:
            answer = build_opener(Kept).open(f"http://127.0.0.1:{port}/audit/2999id_/{url}", timeout=20)
        except HTTPError as error:
            answer = error
        with answer:
            return answer.status, dict(answer.headers.items()), answer.read()

    try:
        for _ in range(150):
            time.sleep(0.2)
            try:
                urlopen(f"http://127.0.0.1:{port}/audit/", timeout=5).close()
                break
            except OSError:
                assert served.poll() is None, (folder / "log").read_text()
        yield ask
    finally:
        served.terminate()
        served.wait(10)


def test_pywb_replays_what_was_seen(replay, site, minutes, audited):
    status, headers, body = replay(f"{site.url}/minutes")
    assert (status, body) == (200, minutes.encode())
    assert "Memento-Datetime" in headers
    assert replay(f"{site.url}/copy")[2] == minutes.encode()  # a revisit record
    status, headers, _ = replay(f"{site.url}/old")
    assert (status, headers["Location"].rpartition("/")[2]) == (301, "minutes")
    status, headers, body = replay(f"{site.url}/gone")
    assert (status, body) == (404, b"<title>Not found</title>")
    assert "Memento-Datetime" in headers
    assert "Memento-Datetime" not in replay(f"{site.url}/private/list")[1]
    assert json.loads(replay("file:///audit/audit.json")[2])["audit"] == audited[0]["audit"]
    assert replay("file:///audit/supplied/4/letter.html")[2].decode() == LETTER


def test_the_keys_of_the_index_are_those_that_pywb_makes(pywb):
    from reports.evidence.surt import key_of

    urls = [
        "https://www2.Example.org:443/", "http://127.0.0.1:8080/A//b?z=1&a=2#f", "http://u:p@ex.org/a/../b/",
        "http://ex.org/%7Efoo%20bar?q=%C3%A9&x", "http://ex.org/?", "https://münchen.de/ä", "http://ex.org",
        "http://EX.org/P/?A=B&sid=0123456789abcdef0123456789abcdef", "http://ex.org:8080/?&&", "http://ex.org/a%2Fb",
        "https://ex.org/a?x=%252526y&y", "http://ex.org/./a/./b/..", "http://ex.org/..", "file:///audit/report.html",
        "https://web.archive.org/web/20200101000000id_/https://ex.org/A?b", "http://[::1]:8080/x", "http://ex.org/%E9",
    ]  # fmt: skip
    code = "import json, sys, surt; print(json.dumps([surt.surt(one) for one in json.load(sys.stdin)]))"
    done = subprocess.run(
        [pywb / "python", "-W", "ignore", "-c", code],
        input=json.dumps(urls),
        capture_output=True,
        text=True,
        check=True,
    )
    assert [key_of(one) for one in urls] == json.loads(done.stdout)
