"""`links --save`: a living page is handed to an archive on loopback that speaks as Save Page Now does."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

pytestmark = pytest.mark.acceptance
NEW = "20990101000000"
SECRET = "s3cr3t-of-the-person"


class Keeper:
    """What was handed in, and what was asked after."""

    def __init__(self):
        self.forms, self.keys, self.jobs = [], set(), 0
        self.url = ""

    def answer(self, method, path, form):
        if path == "/save":
            self.forms.append(parse_qs(form))
            return 200, {"url": self.forms[-1]["url"][0], "job_id": "spn2-7"}
        if path == "/save/status/spn2-7":
            self.jobs += 1
            page = self.forms[-1]["url"][0]
            done = {"status": "success", "job_id": "spn2-7", "original_url": page, "timestamp": NEW, "http_status": 200}
            return 200, {"status": "pending", "job_id": "spn2-7"} if self.jobs == 1 else done
        return (200, []) if path.startswith("/cdx") else (404, {"no": path})


@pytest.fixture
def keeper():
    made = Keeper()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            size = int(self.headers.get("Content-Length") or 0)
            status, found = made.answer(self.command, self.path, self.rfile.read(size).decode())
            if self.path.startswith("/save"):
                made.keys.add(self.headers["Authorization"])
            data = json.dumps(found).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self):
            self.do_GET()

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield made
    server.shutdown()
    server.server_close()


def test_a_living_source_without_a_copy_is_kept_by_the_archive(citetrail, site, keeper, minutes, tmp_path):
    site.pages = {"/minutes": minutes}
    (tmp_path / "work" / "a.html").write_text(
        f'<!doctype html><title>The lamp</title><article><p>As the <a href="{site.url}/minutes">minutes</a> say, '
        f'and as <a href="{site.url}/gone">nobody</a> denies, the lamp was lit on a Friday.</p></article>'
    )
    doors = {"own": {"copies": f"{keeper.url}/web/", "cdx": f"{keeper.url}/cdx", "save": f"{keeper.url}/save"}}
    done = citetrail(
        "links", "a.html", "--save", "--archive", "own", "--format", "json", "--fail-on", "never",
        CITETRAIL_ENDPOINTS=json.dumps(doors), CITETRAIL_SAVE_KEYS=f"me:{SECRET}",
    )  # fmt: skip
    kept, gone = done.json["links"]
    assert [form["url"] for form in keeper.forms] == [[f"{site.url}/minutes"]]
    assert keeper.keys == {f"LOW me:{SECRET}"}
    assert kept["archive"]["url"] == f"{keeper.url}/web/{NEW}/{site.url}/minutes"
    assert kept["evidence"][-1] == "own kept it on 1 January 2099; the copy is not shown yet"
    assert gone["state"] == "gone"
    assert "kept by an archive: 1 of 1 living sources" in done.err
    archive = tmp_path / "home" / ".local" / "share" / "citetrail" / "archive.db"
    assert archive.exists()
    assert not any(SECRET.encode() in file.read_bytes() for file in archive.parent.iterdir())
    assert SECRET not in done.out + done.err


def test_nothing_is_handed_in_without_being_asked_for_or_without_keys(citetrail, site, keeper, minutes, tmp_path):
    site.pages = {"/minutes": minutes}
    (tmp_path / "work" / "a.html").write_text(
        f'<article><p>See the <a href="{site.url}/minutes">minutes</a>.</p></article>'
    )
    doors = json.dumps({"own": {"cdx": f"{keeper.url}/cdx", "save": f"{keeper.url}/save"}})
    refused = citetrail("links", "a.html", "--save", "--archive", "own", CITETRAIL_ENDPOINTS=doors)
    assert refused.code == 2
    assert "CITETRAIL_SAVE_KEYS" in refused.err
    citetrail("links", "a.html", "--archive", "own", CITETRAIL_ENDPOINTS=doors, CITETRAIL_SAVE_KEYS=f"me:{SECRET}")
    assert keeper.forms == []


def test_the_keys_are_never_shown(citetrail):
    for form in ("terminal", "json"):
        shown = citetrail("config", "show", "--format", form, CITETRAIL_SAVE_KEYS=f"me:{SECRET}")
        assert SECRET not in shown.out
        assert "save_keys" in shown.out
