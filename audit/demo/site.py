"""The demo's site: eighteen addresses of fifteen hosts on one loopback port, each with its own way of answering."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

_SITE = files("audit.demo")
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """How one address answers."""

    file: str = ""
    status: int = 200
    media_type: str = _HTML
    headers: dict[str, str] = field(default_factory=dict)


#: Address without the port → its answer.
ANSWERS = {
    "www.lannertown.example/minutes/june": Answer("minutes.html"),
    "www.lannertown.example/statements/mayor": Answer("mayor.html"),
    "www.lannertown.example/meetings/july.txt": Answer("july.txt", media_type="text/plain; charset=utf-8"),
    "valleyvoices.example/pascoe": Answer("pascoe.html"),
    "www.harlowdyke.example/reports/tamblyn": Answer("masonry.html"),
    "www.eveningmail.example/weir-risk": Answer("evening.html"),
    "survey.example/lanner/flow.pdf": Answer("flow.pdf", media_type="application/pdf"),
    "www.westcollege.example/water/eels": Answer(status=301, headers={"Location": "/rivers/eels-2025"}),
    "www.westcollege.example/rivers/eels-2025": Answer("eels.html"),
    "stmelor.example/newsletter/august": Answer("newsletter.html"),
    "www.millfriends.example/petition": Answer("petition.html"),
    "www.heritagewest.example/listing/tamblyn": Answer("notfound.html", status=404),
    "visitlanner.example/mill-walk": Answer("soft.html"),
    "www.countyledger.example/weir-costs": Answer("ledger.html"),
    "www.riverwatch.example/lanner": Answer("wall.html", status=403, headers={"cf-mitigated": "challenge"}),
    "catalogue.lannerlibrary.example/robots.txt": Answer("robots.txt", media_type="text/plain"),
    "catalogue.lannerlibrary.example/maps/1784": Answer("map.html"),
}
HOSTS = tuple(dict.fromkeys(address.partition("/")[0] for address in ANSWERS))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = self.headers.get("Host", "").partition(":")[0].lower()
        answer = ANSWERS.get(host + self.path.partition("?")[0], Answer("notfound.html", status=404))
        body = (_SITE / "site" / answer.file).read_bytes() if answer.file else b""
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the audit tells what it met."""


@contextmanager
def serving() -> Iterator[int]:
    """Serve the site on a free loopback port, which is what the block gets."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def article(port: int, today: date) -> bytes:
    """The article as saved *today* from a site on that *port*."""
    text = (_SITE / "article.html").read_text(encoding="utf-8")
    return text.replace("{PORT}", str(port)).replace("{TODAY}", today.isoformat()).encode()


def resolutions(port: int) -> tuple[str, ...]:
    """What makes the site's hosts stand on this machine, as --resolve takes it."""
    return tuple(f"{host}:{port}:127.0.0.1" for host in HOSTS)
