"""How close a polite crawl comes to what its politeness allows, with hosts that hang, that are slow, that say no.

    python benchmarks/manners.py [--links 10000] [--hosts 2000]

One request at a time and one second apart for each of many loopback hosts, through the archive's turns; 5 % of the links
never answer, 5 % take three seconds, one host asks for an hour. The ideal is the busiest host's own time: its links one
after the other. Prints the time against it, the memory, and what became of the links; 1 when the goals are missed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

GOAL, MEGABYTES = 1.5, 250
COST = {"ok": 1, "hang": 10, "slow": 3}
BUSY = "127.0.20.1"


def serve() -> None:
    """Answer on every loopback address until killed; prints the port."""
    body = b"<!doctype html><title>A page</title><p>" + b"words of the page " * 440
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                path = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1]
                if path == b"/robots.txt":
                    writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                elif writer.get_extra_info("sockname")[0] == BUSY:
                    writer.write(b"HTTP/1.1 429 Later\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n")
                else:
                    await asyncio.sleep(60 if path.startswith(b"/hang") else 3 if path.startswith(b"/slow") else 0)
                    writer.write(page)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=4096)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(run())


def links_of(count: int, hosts: int, port: int) -> tuple[list[str], float]:
    """The links, and how many seconds politeness alone takes."""
    choose, busy, urls = random.Random(3), Counter[int](), []
    for number in range(count):
        host, kind = number % hosts, choose.choices(list(COST), (90, 5, 5))[0]
        busy[host] += COST[kind]
        urls.append(f"http://127.0.{20 + host // 250}.{1 + host % 250}:{port}/{kind}{number}")
    return urls, float(max(busy.values()))


def crawl(urls: list[str]) -> tuple[Counter[str], float]:
    from crawler.options import CrawlSettings
    from crawler.run import run
    from quotations.model import Want
    from storage.archive import Archive

    async def job(field: Any) -> Counter[str]:
        looked = await field.look([Want(url=url) for url in urls])
        return Counter(str(one.failure or one.status) for one in looked)

    settings = CrawlSettings(allow_addresses=("127.0.0.0/8",), max_sources=0, delay=1.0, width=1)
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.db") as archive:
        began = time.monotonic()
        return run(job, settings=settings, archive=archive), time.monotonic() - began


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--links", type=int, default=10_000)
    parser.add_argument("--hosts", type=int, default=2_000)
    parser.add_argument("--serve", action="store_true")
    arguments = parser.parse_args()
    if arguments.serve:
        serve()
    server = subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        urls, ideal = links_of(arguments.links, arguments.hosts, int(server.stdout.readline()))
        found, took = crawl(urls)
    finally:
        server.kill()
    used = resource.getrusage(resource.RUSAGE_SELF)
    memory = used.ru_maxrss / 1024
    print(f"{arguments.links} links on {arguments.hosts} hosts: {dict(found)}")
    print(
        f"{took:.0f} s, ideal {ideal:.0f} s: {took / ideal:.2f} × (goal ≤ {GOAL}); {memory:.0f} MB (goal ≤ {MEGABYTES})"
    )
    print(f"CPU {1000 * (used.ru_utime + used.ru_stime) / len(urls):.2f} ms a link")
    return int(took / ideal > GOAL or memory > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
