"""A suite's pages, served from loopback, and what `citetrail links` says of one of them."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
#: A page on this machine's own name would be a saved copy's, whose relative links are lost.
HOST = "suite.example"
OUTSIDE = ("www.example.com", "example.com", "www.example.org", "example.org")


class Handler(SimpleHTTPRequestHandler):
    """A folder, whatever the query; for names of the outside their home page alone."""

    def do_GET(self) -> None:
        """Answer one request."""
        host = (self.headers.get("Host") or "").partition(":")[0]
        self.path = self.path.partition("?")[0]
        if host not in (HOST, "localhost"):
            self._say(
                200 if self.path == "/" else 404, b"<title>Example Domain</title><p>This domain is for use in examples."
            )
        elif "redirect_newhost" in self.path:
            self.send_response(302)
            self.send_header("Location", f"http://www.example.com:{self.server.server_port}/")  # type: ignore[attr-defined]
            self.end_headers()
        else:
            super().do_GET()

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[int]:
    """The port on which *folder* is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()


def links(page: Path, base: str, port: int) -> list[dict[str, Any]]:
    """What `citetrail links` says of *page*."""
    command = [
        sys.executable,
        "-m",
        "audit",
        "links",
        str(page),
        "--base-url",
        base,
        "--format",
        "json",
        "--roles",
        "all",
    ]
    for block in ("127.0.0.0/8", "::1/128"):
        command += ["--allow-address", block]
    for name in (HOST, *OUTSIDE):
        command += ["--resolve", f"{name}:{port}:127.0.0.1"]
    with tempfile.TemporaryDirectory() as home:
        settings = {**os.environ, "HOME": home, "PYTHONPATH": str(ROOT), "CITETRAIL_DB": f"{home}/a.db"}
        done = subprocess.run(command, env=settings, capture_output=True, text=True, check=False, timeout=300)
    if not done.stdout.startswith("{"):
        return []
    told = json.loads(done.stdout)
    return [link for one in told.get("articles", [told]) for link in one.get("links", [])]
