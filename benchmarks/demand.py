"""What one quotation on demand costs: cold from the shell, and from a server that is up.

    python -m benchmarks.demand [--runs 7]

Cold: CPU seconds of a whole process, its children included, alternating with the floor that any crawl by Scrapy into
SQLAlchemy stands on (importing the two). Warm: milliseconds on the clock of `POST /api/v1/check` on one connection.
The page has 100 KB and is served on loopback.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

WORDS = "the night crossing shall not be given up before the new lamp is lit"
FILLER = "<p>In the year {n} the board met {n} times, heard the keeper of light {n}, and paid for {n} planks of the pier.</p>\n"
CITETRAIL = [sys.executable, "-m", "audit"]
#: Reach: CPU seconds cold, milliseconds warm.
REACH = {
    "check FILE": 0.45,
    "check URL, fetched": 1.0,
    "check URL, held": 1.0,
    "POST /check, held": 50,
    "POST /check, pasted": 50,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paragraphs = [FILLER.format(n=1000 + n) for n in range(1000)]
        paragraphs.insert(500, f"<p>The board resolved that {WORDS}, and closed the meeting.</p>\n")
        (folder / "page.html").write_text(f"<!doctype html><title>Minutes</title><body>{''.join(paragraphs)}</body>")
        with serving(folder) as site:
            cold(folder, f"{site}/page.html", runs)
            with server(folder) as port:
                warm(port, f"{site}/page.html", runs * 10)


def cold(folder: Path, url: str, runs: int) -> None:
    page, common = str(folder / "page.html"), ["--db", str(folder / "a.db"), "--allow-address", "127.0.0.0/8"]
    commands = {
        "import scrapy, sqlalchemy": [sys.executable, "-c", "import scrapy, sqlalchemy"],
        "check FILE": [*CITETRAIL, "check", WORDS, page],
        "check URL, fetched": [*CITETRAIL, "check", WORDS, url, "--fresh", *common],
        "check URL, held": [*CITETRAIL, "check", WORDS, url, *common],
    }
    spent: dict[str, list[float]] = {what: [] for what in commands}
    for command in commands.values():
        cpu(command)  # compiles what was not compiled, and makes the archive
    for _ in range(runs):
        for what, command in commands.items():
            spent[what].append(cpu(command))
    print(f"{'cold':<28}{'median':>9}{'least':>9}{'reach':>9}   CPU-s")
    for what, times in spent.items():
        print(f"{what:<28}{statistics.median(times):>9.3f}{min(times):>9.3f}{REACH.get(what, ''):>9}")


def warm(port: int, url: str, runs: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    text = "The board met. " * 6000 + f"It resolved that {WORDS}."

    def ask(body: dict[str, str]) -> float:
        began = time.perf_counter()
        connection.request("POST", "/api/v1/check", json.dumps(body), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())
        assert answer["verdict"] == "VERBATIM", answer
        return (time.perf_counter() - began) * 1000

    print(f"\n{'warm':<28}{'median':>9}{'99 %':>9}{'reach':>9}   ms")
    for what, body in {
        "POST /check, held": {"quote": WORDS, "source": url},
        "POST /check, pasted": {"quote": WORDS, "text": text},
    }.items():
        ask(body)
        times = sorted(ask(body) for _ in range(runs))
        print(f"{what:<28}{statistics.median(times):>9.1f}{times[int(len(times) * 0.99)]:>9.1f}{REACH[what]:>9}")


def cpu(command: list[str]) -> float:
    """CPU seconds of *command* and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    quiet: Callable[..., None] = lambda *_: None  # noqa: E731
    handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": quiet})
    site = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    site.daemon_threads = True
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_address[1]}"
    site.shutdown()
    site.server_close()


@contextmanager
def server(folder: Path) -> Iterator[int]:
    """A running `citetrail serve`; its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*CITETRAIL, "serve", "--port", str(port), "--db", str(folder / "s.db"), "--allow-address", "127.0.0.0/8"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ)
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
