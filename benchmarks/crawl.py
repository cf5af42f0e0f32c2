"""CPU a source: our crawl with storage, text and comparison beside bare Scrapy spiders and LinkChecker, in one run.

    python -m benchmarks.crawl [--pages FOLDER] [--sizes 400 2000] [--hosts 200] [--runs 3] [--only WORDS…]
                               [--linkchecker COMMAND]

The pages are invented, or those that somebody saved into a folder, and come from loopback; each is quoted once. Each
contender runs in a process of its own over both sizes, alternating; children are counted, and the server counts that
every page was asked for. Start-up and what is paid once a host fall out of the difference between the two sizes; what
a host costs is told beside it.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.crawling.contenders import CONTENDERS, LINKCHECKER, Task  # noqa: E402
from benchmarks.crawling.invented import Invented  # noqa: E402
from benchmarks.crawling.pages import Pages  # noqa: E402
from benchmarks.crawling.saved import Saved  # noqa: E402
from benchmarks.crawling.serving import addresses, counted, index_of, serve  # noqa: E402

GOALS = {"bare spider, Scrapy's defaults": 1.3, LINKCHECKER: 0.5}
Costs = dict[str, list[tuple[float, ...]]]


def one(name: str, task: Task) -> None:
    """Run one contender here and print what it cost."""
    began = time.monotonic()
    done = CONTENDERS[name](task)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
    memory = max(own.ru_maxrss, children.ru_maxrss) / 1024
    print(json.dumps({"done": done, "cpu": cpu, "wall": time.monotonic() - began, "rss": memory}))


def measure(name: str, task: Task, port: int) -> dict[str, float]:
    """One contender in a process of its own."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    counted(port)
    done = subprocess.run(
        [sys.executable, __file__, "--one", name],
        input=json.dumps(asdict(task)),
        capture_output=True,
        text=True,
        env=environment,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr}")
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    asked = counted(port) or told["done"]
    if not told["done"] == asked == len(task.urls):
        raise SystemExit(f"{name}: {told['done']} of {len(task.urls)} pages, {asked} asked for")
    return told


@contextmanager
def serving(arguments: list[str]) -> Iterator[int]:
    """The port of a server of these pages."""
    command = [sys.executable, __file__, "--serve", *arguments]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield int(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


def compared(pages: Pages, port: int, arguments: argparse.Namespace, names: list[str]) -> Costs:
    """What each contender paid in each run: a page, a host and the start in seconds, memory, time."""
    small, large = sizes = arguments.sizes or pages.sizes
    quoted = [pages.quoted(number) for number in pages.numbers[:large]]  # no contender pays for it
    tasks = {
        size: Task(
            addresses(pages.numbers[:size], 1 if size == 1 else arguments.hosts, port),
            [words.said for words in quoted[:size]],
            [words.altered for words in quoted[:size]],
            index_of(port, size, 1 if size == 1 else arguments.hosts),
            arguments.linkchecker,
        )
        for size in (1, *sizes)
    }
    costs: Costs = {name: [] for name in names}
    for _ in range(arguments.runs):
        for name in names:
            start, a, b = (measure(name, tasks[size], port) for size in (1, small, large))
            page = (b["cpu"] - a["cpu"]) / (large - small)
            host = (a["cpu"] - page * (small - 1) - start["cpu"]) / arguments.hosts
            costs[name].append((page, host, start["cpu"], b["rss"], b["wall"]))
    return costs


def report(costs: Costs) -> None:
    """Print a row for each contender, and how ours stand to the others."""
    print(f"{'':36}{'CPU ms/page':>12}{'ms/host':>9}{'start s':>9}{'MB':>7}{'wall s':>8}")
    middle = {name: [statistics.median(column) for column in zip(*rows, strict=True)] for name, rows in costs.items()}
    for name, (page, host, start, memory, wall) in middle.items():
        print(f"{name:36}{1000 * page:12.2f}{1000 * host:9.2f}{start:9.2f}{memory:7.0f}{wall:8.1f}")
    others = [name for name in middle if not name.startswith("ours")]
    for name in (name for name in middle if name.startswith("ours")):
        print(name)
        for other in others:
            goal = f" (goal ≤ {GOALS[other]})" if other in GOALS else ""
            print(f"  {middle[name][0] / middle[other][0]:6.2f} × {other}{goal}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="saved pages (*.html) instead of invented ones")
    parser.add_argument("--sizes", nargs=2, type=int, help="400 2000 if invented; a fifth and all of a folder")
    parser.add_argument("--hosts", type=int, help="200; 20 for saved pages")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=list(CONTENDERS))
    parser.add_argument("--linkchecker", help="LinkChecker's command, to measure it beside ours")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        return one(arguments.one, Task(**json.load(sys.stdin)))
    pages: Pages = Saved(arguments.pages) if arguments.pages else Invented()
    if arguments.serve:
        return serve(pages)
    arguments.hosts = arguments.hosts or (20 if arguments.pages else 200)
    names = [name for name in CONTENDERS if any(words in name for words in arguments.only)]
    if not arguments.linkchecker:
        names = [name for name in names if name != LINKCHECKER]
    with serving(["--pages", str(arguments.pages)] if arguments.pages else []) as port:
        costs = compared(pages, port, arguments, names)
    small, large = arguments.sizes or pages.sizes
    print(f"{small} and {large} {pages.name} over {arguments.hosts} hosts, medians of {arguments.runs}")
    return report(costs)


if __name__ == "__main__":
    main()
