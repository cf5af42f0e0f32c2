"""The command with a home of its own, and a small site of pages on loopback."""

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest


@dataclass
class Site:
    """Pages by path: text, or (status, headers, body); every other path is a 404. `hits` are the paths asked for."""

    pages: dict = field(default_factory=dict)
    hits: list = field(default_factory=list)
    url: str = ""

    def fetched(self):
        return [path for path in self.hits if path != "/robots.txt"]


@pytest.fixture
def site():
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            made.hits.append(self.path)
            answer = made.pages.get(self.path, (404, {}, "<title>Not found</title>"))
            status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
            data = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            with suppress(ConnectionError):  # a crawl that was stopped does not wait for its answer
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield made
    server.shutdown()
    server.server_close()


@dataclass
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def environment(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "OPENBLAS_CORETYPE") if name in os.environ}
    return {**kept, "HOME": str(home), "CITETRAIL_ALLOW_ADDRESS": "127.0.0.0/8"}


@pytest.fixture(scope="session")
def command():
    return [str(Path(sys.executable).with_name("citetrail"))]


@pytest.fixture
def citetrail(command, warm, environment, tmp_path):
    """Runs ``citetrail ARGS…`` in an empty home; the archive is the default one."""
    work = tmp_path / "work"
    work.mkdir()

    def run(*args, stdin=None, timeout=120, **environ):
        words = [*map(str, args)]
        given = {"cwd": work, "env": {**environment, **environ}, "timeout": timeout}
        if warm is None or any(name.startswith(("PYTHON", "LC_")) for name in environ):
            done = subprocess.run(
                [*command, *words], capture_output=True, text=True, errors="surrogateescape", input=stdin, **given
            )
            told = Done(done.returncode, done.stdout, done.stderr)
        else:
            told = Done(*warm.run(words, stdin=stdin, **given | {"cwd": str(work)}))
        assert "Traceback" not in told.err, told.err
        return told

    return run


MINUTES = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Minutes of the ferry board</title></head>
<body><main><h1>Minutes of the ferry board</h1>
<p>Present were the chair, four members and the clerk. The accounts of the year were read and found in order, with dues
from passengers a little above those of the year before and dues from cattle a good deal below.</p>
<p>The board resolved that the night crossing shall not be given up before the new lamp is lit, and asked the clerk to
write to the light-keeper.</p>
<p>A letter from the school was read aloud; the children may paint the wall of the ticket house. It was agreed that
seventeen planks of the northern pier are to be renewed this autumn, and that the work be given to the yard at Hythe.</p>
<p>There being no other business the meeting closed at nine, and the chair thanked the members for their patience.</p>
</main></body></html>"""


@pytest.fixture
def minutes():
    return MINUTES
