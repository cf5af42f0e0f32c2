"""A real web archive: pywb on loopback, over a WARC that is made here, asked by each of its doors."""

import io
import json
import socket
import subprocess
import threading
import time
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

pytestmark = pytest.mark.acceptance

LINES = "The lock was painted green in the year of the long frost, and the keeper's boots stood by the door. "
SAID = {
    "/dead": "we have never seen the river stand so quiet in April",
    "/changed": "nobody on the towpath had heard the weir fall silent before",
    "/unsure": "the mill wheel turned backwards for a day and a night",
}
MONTHS = [(year, month) for year in (2022, 2023, 2024) for month in range(1, 13)]
CONFIG = "framed_replay: false\nredirect_to_exact: true\nenable_memento: true\nenable_prefer: true\n"


def page(path, *, has=True, mark=""):
    words = SAID.get(path, "there is a letter from the school") if has else "the water is lower every year"
    body = "".join(f"<p>{LINES * 3}{n}</p>" for n in range(6))
    title = f"The page of {path[1:]}"
    return f"<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><p>It says: {words}. {LINES}</p>{body}<!-- {mark} -->"


#: path → [(day, status, page)]
COPIES = {
    "/dead": [
        ("2019-03-01", 200, page("/dead")),
        ("2022-03-07", 200, page("/dead")),
        ("2024-06-01", 200, page("/dead", mark="later")),
        ("2025-01-01", 404, "<title>Not found</title>"),
    ],
    "/changed": [
        (f"{year}-{month:02}-01", 200, page("/changed", has=(year, month) < (2023, 9), mark=f"{year}{month}"))
        for year, month in MONTHS
    ],
    "/unsure": [("2022-01-01", 200, page("/unsure", has=False)), ("2022-06-01", 200, page("/unsure"))],
    "/died": [("2022-03-06", 404, "<title>Not found</title>")],
}


@pytest.fixture(scope="module")
def origin():
    """The living site: of all its pages one answers still, and no longer has the words."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            changed = self.path == "/changed"
            data = (page("/changed", has=False) if changed else "<title>Not found</title><h1>Not found</h1>").encode()
            self.send_response(200 if changed else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


#: What the first of two copies of the same bytes is made with.
HEAD = {
    "http_headers": StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
    "warc_headers_dict": {"WARC-Date": "2021-05-01T10:11:12Z"},
}


def write_warc(file, origin):
    writer = WARCWriter(file, gzip=True)
    for path, copies in COPIES.items():
        for day, status, body in copies:
            kind = [("Content-Type", "text/html; charset=utf-8")]
            record = writer.create_warc_record(
                origin + path,
                "response",
                payload=io.BytesIO(body.encode()),
                http_headers=StatusAndHeaders(f"{status} Said", kind, protocol="HTTP/1.1"),
                warc_headers_dict={"WARC-Date": f"{day}T10:11:12Z"},
            )
            writer.write_record(record)
    first = writer.create_warc_record(
        f"{origin}/again", "response", payload=io.BytesIO(page("/again").encode()), **HEAD
    )
    writer.write_record(first)
    digest = first.rec_headers.get_header("WARC-Payload-Digest")
    again = writer.create_revisit_record(
        f"{origin}/again", digest, f"{origin}/again", "2021-05-01T10:11:12Z", http_headers=HEAD["http_headers"],
        warc_headers_dict={"WARC-Date": "2022-03-04T10:11:12Z"},
    )  # fmt: skip
    writer.write_record(again)


@pytest.fixture(scope="module")
def archive(pywb, origin, tmp_path_factory):
    """The address of a collection of pywb's that holds the copies."""
    folder = tmp_path_factory.mktemp("pywb")
    (folder / "config.yaml").write_text(CONFIG)
    with (folder / "copies.warc.gz").open("wb") as file:
        write_warc(file, origin)
    for step in (["init", "river"], ["add", "river", "copies.warc.gz"]):
        subprocess.run([pywb / "wb-manager", *step], cwd=folder, check=True, capture_output=True, timeout=60)
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [pywb / "wayback", "-b", "127.0.0.1", "-p", str(port)]
    with (folder / "log").open("w") as log:
        served = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}/river/"
    try:
        for _ in range(150):
            time.sleep(0.2)
            try:
                urlopen(f"{address}cdx?url={origin}/dead", timeout=5).close()
                break
            except OSError:
                assert served.poll() is None, (folder / "log").read_text()
        yield address
    finally:
        served.terminate()
        served.wait(10)


@pytest.fixture
def article(tmp_path, origin, citetrail):
    """Writes an article of 5 March 2022 that cites the paths, with their words."""
    assert citetrail

    def write(*paths):
        cited = "".join(
            f"<p>“{SAID.get(path, 'there is a letter from the school').capitalize()},” it says on "
            f'<a href="{origin}{path}">the page {path[1:]}</a>.</p>'
            for path in paths
        )
        (tmp_path / "work" / "a.html").write_text(
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quiet water</title>'
            '<meta property="article:published_time" content="2022-03-05T09:00:00Z"></head>'
            f"<body><article><h1>Quiet water</h1>{cited}</article></body></html>"
        )
        return "a.html"

    return write


def told(link):
    return " ".join(link["evidence"])


def test_pywb_shows_what_became_of_pages_that_are_gone_or_changed(citetrail, archive, origin, article):
    paths = ("/dead", "/changed", "/unsure", "/died", "/never", "/again")
    found = citetrail("audit", article(*paths), "--archive", archive, "--format", "json", "--fail-on", "never").json
    dead, changed, unsure, died, never, again = found["links"]

    assert dead["archive"]["url"] == f"{archive}20220307101112/{origin}/dead"
    assert "a copy of 7 March 2022, 2 days from the day cited" in told(dead)
    assert "the copy of 1 March 2019, on the other side of that day, says the same" in told(dead)
    assert "last saw it answer on 1 June 2024, and 404 from 1 January 2025 on" in told(dead)

    assert (changed["state"], changed["notices"]) == ("alive", ["drifted"])
    assert "stood in the copy of 1 August 2023 and are gone from the copy of 1 September 2023" in told(changed)

    assert "in the copy of 1 June 2022 and not in that of 1 January 2022" in told(unsure)
    assert "uncertain by 151 days" in told(unsure)

    assert (died["archive"], never["archive"]) == (None, None)
    assert "has no copy of it" in told(never)
    assert again["archive"]["at"].startswith("2022-03-04")  # a revisit: the bytes of 2021, seen again

    verdicts = [(one["verdict"], one["source"]["captured_at"][:10]) for one in found["findings"][:3]]
    assert verdicts == [("CONVENTIONAL", day) for day in ("2022-03-07", "2022-03-01", "2022-06-01")]
    assert [one["verdict"] for one in found["findings"][3:5]] == ["UNCHECKED", "UNCHECKED"]


@pytest.mark.parametrize("door", ["timegate", "timemap"])
def test_each_door_of_memento_alone_leads_to_the_copy(citetrail, archive, origin, article, door):
    doors = {"timegate": archive, "timemap": f"{archive}timemap/link/"}
    found = citetrail(
        "audit", article("/dead", "/never"), "--archive", "river", "--format", "json", "--fail-on", "never",
        CITETRAIL_ENDPOINTS=json.dumps({"river": {door: doors[door]}}),
    ).json  # fmt: skip
    dead, never = found["links"]
    assert (dead["archive"]["archive"], dead["archive"]["at"][:10]) == ("river", "2022-03-07")
    assert found["findings"][0]["source"]["title"] == "The page of dead"
    assert never["archive"] is None


def test_what_archives_added_is_judged_again_from_the_evidence_alone(citetrail, archive, origin, article, tmp_path):
    given = ("audit", article("/dead", "/changed", "/unsure", "/died", "/never", "/again"), "--archive", archive)
    form = ("--format", "json", "--fail-on", "never")
    first = citetrail(*given, *form).json
    assert citetrail("evidence", first["audit"], "-o", "river.wacz").code == 0
    again = citetrail(*given, *form, "--source", "river.wacz", "--offline", "--db", "other.db").json

    def told_of(audit):
        links = [
            (one["state"], one["reason"], one["notices"], one["archive"], one["evidence"][:9]) for one in audit["links"]
        ]
        findings = [
            (
                one["verdict"],
                one["checkability"],
                one["placement"],
                one["source"]["captured_at"],
                one["source"]["digest"],
            )
            for one in audit["findings"]
        ]
        return links, findings

    for link in again["links"]:
        link["evidence"] = [said for said in link["evidence"] if "handed in" not in said]
    assert told_of(again) == told_of(first)
    whole = citetrail("db", "check", "--db", "other.db")
    assert (whole.code, whole.out) == (0, "the archive is whole\n")
