"""CPU a source: our crawl with storage, text and comparison beside a bare Scrapy spider, on loopback, in one run.

    python benchmarks/crawl.py [--sizes 400 2000] [--hosts 200] [--runs 3] [--only WORDS…] [--linkchecker COMMAND]

Each contender runs in a process of its own over both sizes, alternating; children are counted. Start-up and what is paid
once a host fall out of the difference between the two sizes; what a host costs is told beside it.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = 64  #: of different words; each address has a title and a sentence of its own besides
GOAL = 1.3
SYLLABLES = [
    "ba",
    "co",
    "de",
    "fer",
    "gan",
    "hol",
    "in",
    "jor",
    "ka",
    "lum",
    "mar",
    "nes",
    "or",
    "pel",
    "qua",
    "ri",
    "san",
    "tor",
    "ul",
    "ven",
    "wick",
    "yar",
    "zel",
]
SMALL = [
    "the",
    "of",
    "and",
    "a",
    "to",
    "in",
    "was",
    "had",
    "said",
    "that",
    "it",
    "for",
    "with",
    "on",
    "by",
    "not",
    "as",
    "from",
    "at",
    "which",
]
#: As frequent as in prose: few words make half of the text, and most stand once on a page.
VOCABULARY = SMALL + ["".join(random.Random(n).choices(SYLLABLES, k=2 + n % 3)) for n in range(4000)]
WEIGHTS = [1 / (n + 3) for n in range(len(VOCABULARY))]


@functools.cache
def paper_of(kind: int) -> bytes:
    """A page of about 8 KB with a place for a title and for one more sentence."""
    choose = random.Random(kind)
    sentences: list[str] = []
    while sum(map(len, sentences)) < 6800:
        words = choose.choices(VOCABULARY, WEIGHTS, k=choose.randint(8, 22))
        sentences.append(" ".join(words).capitalize() + ".")
    sentences[len(sentences) // 2] = "%sentence"
    paragraphs = "".join(f"<p>{' '.join(sentences[n : n + 4])}</p>\n" for n in range(0, len(sentences), 4))
    html = (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>%title</title>"
        f"<style>{'p{margin:0}' * 30}</style></head><body><nav><a href=/>Home</a> <a href=/about>About</a></nav>"
        f"<main><article><h1>%title</h1>{paragraphs}</article></main><footer>Printed here.</footer></body></html>"
    )
    return html.encode()


def page_of(number: int) -> tuple[bytes, str, str]:
    """The page of that number, the sentence that it alone has, and the same with one word changed."""
    choose = random.Random(-1 - number)
    words = choose.choices(VOCABULARY, WEIGHTS, k=choose.randint(8, 22))
    body = paper_of(number % PAGES).replace(b"%title", b"Page %d" % number)
    body = body.replace(b"%sentence", (" ".join(words).capitalize() + ".").encode())
    sentence = " ".join(words).capitalize()
    words[len(words) // 2] = "lanterns"
    return body, sentence, " ".join(words).capitalize()


def serve() -> None:
    """Answer on every loopback address until killed; prints the port."""
    import asyncio

    for kind in range(PAGES):
        paper_of(kind)
    head = b"HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n"

    class Server(asyncio.Protocol):
        def connection_made(self, transport: Any) -> None:
            self.transport = transport

        def data_received(self, data: bytes) -> None:
            for request in data.split(b"\r\n\r\n")[:-1]:
                target = request.split(b" ", 2)[1]
                if target == b"/robots.txt":
                    self.transport.write(head % (b"404 Not Found", 0))
                else:
                    number = target.rpartition(b"/")[2]
                    body = page_of(int(number) if number.isdigit() else 0)[0]
                    self.transport.write(head % (b"200 OK", len(body)) + body)

    async def run() -> None:
        server = await asyncio.get_running_loop().create_server(Server, "0.0.0.0", 0, backlog=4096)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    asyncio.run(run())


def ours(urls: list[str], quotes: list[str] | None = None) -> int:
    """Our crawl into a new archive; with *quotes* each page is read and its own one compared, in the sandbox."""
    from crawler.options import CrawlSettings
    from crawler.run import run
    from crawler.sandbox import Sandbox, jobs
    from quotations.model import Capture, Want
    from storage.archive import Archive

    sandbox = Sandbox(workers=1)
    if quotes is not None:
        sandbox.start()
    with tempfile.TemporaryDirectory() as folder, sandbox, Archive.open(Path(folder) / "a.db") as archive:

        async def job(field: Any) -> list[Capture]:
            return await field.look([Want(url=url) for url in urls])

        captures = run(job, settings=CrawlSettings(allow_addresses=("127.0.0.0/8",), max_sources=0), archive=archive)
        if quotes is not None:
            going = []
            for quote, capture in zip(quotes, captures, strict=True):
                body = archive.body(capture.digest or "") or b""
                going.append(sandbox.submit(jobs.check(body, [quote], capture=capture)))
                if len(going) > 32:
                    going.pop(0).result()
            for one in going:
                one.result()
        return sum(capture.status == 200 for capture in captures)


def audited(urls: list[str], quotes: list[str]) -> int:
    """`citetrail audit` of an article that quotes each page once, with a new archive: what a person pays in all."""
    from audit.cli import main as citetrail

    told = "".join(
        f"<p>The clerk, who had kept the books for years, wrote that “{quote}” "
        f"in <a href={url}>a note of the year</a>.</p>\n"
        for url, quote in zip(urls, quotes, strict=True)
    )
    with tempfile.TemporaryDirectory() as folder:
        article, answer = Path(folder) / "article.html", Path(folder) / "audit.json"
        article.write_text(f"<!doctype html><meta charset=utf-8><title>Notes</title><article>{told}</article>")
        command = ["audit", str(article), "--db", f"{folder}/a.db", "--allow-address", "127.0.0.0/8"]
        with contextlib.suppress(SystemExit):
            citetrail([*command, "--no-progress", "--format", "json", "-o", str(answer)])
        return sum(link["http_status"] == 200 for link in json.loads(answer.read_text())["links"])


def bare(urls: list[str], **settings: Any) -> int:
    """A spider with the library's defaults: no robots.txt, no delay, nothing parsed, one small item a page."""
    import scrapy
    from scrapy.crawler import CrawlerProcess

    count = 0

    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self) -> Any:
            for url in urls:
                yield scrapy.Request(url, dont_filter=True)

        def parse(self, response: Any) -> Any:
            nonlocal count
            count += 1
            yield {"url": response.url, "size": len(response.body)}

    process = CrawlerProcess({"LOG_LEVEL": "WARNING"} | settings)
    process.crawl(Bare)
    process.start()
    return count


#: Each takes addresses, the sentences that their pages have, and those with one word changed.
CONTENDERS: dict[str, Callable[[list[str], list[str], list[str]], int]] = {
    "ours, crawl and storage": lambda urls, *_: ours(urls),
    "ours, text and comparison, as said": lambda urls, said, _: ours(urls, said),
    "ours, text and comparison, altered": lambda urls, _, altered: ours(urls, altered),
    "ours, `audit` of an article": lambda urls, _, altered: audited(urls, altered),
    "bare spider, Scrapy's defaults": lambda urls, *_: bare(urls),
    "bare spider, CONCURRENT_ITEMS 4": lambda urls, *_: bare(urls, CONCURRENT_ITEMS=4),
    "LinkChecker": lambda urls, *_: linkchecker(urls),
}


def linkchecker(urls: list[str]) -> int:
    """LinkChecker, told by its environment where it is, over the same pages, each read for its links."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)  # as root it becomes nobody
        settings, listing = Path(folder) / "rc", Path(folder) / "out.csv"
        settings.write_text("[checking]\nmaxrequestspersecond=100000\nrecursionlevel=1\n")
        command = [os.environ["LINKCHECKER"], "--stdin", "-f", str(settings), "--no-status", "-v"]
        command += ["-o", "none", "-F", f"csv/utf-8/{listing}"]
        subprocess.run(command, input="\n".join(urls), text=True, check=False, capture_output=True)
        listed = listing.read_text()
    return sum(f"{url};" in listed for url in urls)


def one(name: str, urls: list[str], said: list[str], altered: list[str]) -> None:
    """Run one contender here and print what it cost."""
    began = time.monotonic()
    done = CONTENDERS[name](urls, said, altered)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    print(json.dumps({"done": done, "cpu": cpu, "wall": time.monotonic() - began, "rss": own.ru_maxrss / 1024}))


def measure(name: str, size: int, hosts: int, port: int) -> dict[str, float]:
    """One contender in a process of its own."""
    urls = [f"http://127.0.1.{1 + n % hosts}:{port}/{n}" for n in range(size)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, __file__, "--one", name],
        input=json.dumps([urls, *zip(*(page_of(n)[1:] for n in range(size)), strict=True)]),  # no contender pays for it
        capture_output=True,
        text=True,
        env=environment,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if told["done"] != size:
        raise SystemExit(f"{name}: {told['done']} of {size} pages")
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs=2, type=int, default=(400, 2000))
    parser.add_argument("--hosts", type=int, default=200)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=list(CONTENDERS))
    parser.add_argument("--linkchecker", help="LinkChecker's command, to measure it beside ours")
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--one")
    arguments = parser.parse_args()
    if arguments.serve:
        serve()
    elif arguments.one:
        one(arguments.one, *json.load(sys.stdin))
    else:
        names = [name for name in CONTENDERS if any(words in name for words in arguments.only)]
        if arguments.linkchecker:
            os.environ["LINKCHECKER"] = arguments.linkchecker
        else:
            names = [name for name in names if name != "LinkChecker"]
        compare(arguments.sizes, arguments.hosts, arguments.runs, names)


def compare(sizes: tuple[int, int], hosts: int, runs: int, names: list[str]) -> None:
    small, large = sizes
    server = subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    costs: dict[str, list[tuple[float, ...]]] = {name: [] for name in names}
    try:
        for _ in range(runs):
            for name in names:
                start = measure(name, 1, 1, port)
                a, b = measure(name, small, hosts, port), measure(name, large, hosts, port)
                page = (b["cpu"] - a["cpu"]) / (large - small)
                host = (a["cpu"] - page * (small - 1) - start["cpu"]) / hosts
                costs[name].append((page, host, start["cpu"], b["rss"], b["wall"]))
    finally:
        server.kill()
        server.wait()
    report(costs, small, large, hosts)


def report(costs: dict[str, list[tuple[float, ...]]], small: int, large: int, hosts: int) -> None:
    print(
        f"{small} and {large} pages of 8 KB over {hosts} hosts on loopback, medians of {len(next(iter(costs.values())))}"
    )
    print(f"{'':36}{'CPU ms/page':>12}{'ms/host':>9}{'start s':>9}{'MB':>7}{'wall s':>8}")
    middle = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in costs.items()}
    for name, (page, host, start, memory, wall) in middle.items():
        print(f"{name:36}{1000 * page:12.2f}{1000 * host:9.2f}{start:9.2f}{memory:7.0f}{wall:8.1f}")
    floors = [name for name in middle if not name.startswith("ours")]
    for name in (name for name in middle if name.startswith("ours")):
        told = ", ".join(f"{middle[name][0] / middle[floor][0]:.2f} × {floor}" for floor in floors)
        print(f"{name}: {told} (goal ≤ {GOAL} of the defaults)")


if __name__ == "__main__":
    main()
