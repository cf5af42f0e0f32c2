"""Who crawls the pages: ours with more and more of its work, bare Scrapy spiders, LinkChecker."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.crawling.serving import counted

LINKCHECKER = "LinkChecker, recursive, 10 threads"


@dataclass(frozen=True, slots=True)
class Task:
    """The same for everybody."""

    urls: list[str]
    said: list[str]  #: words that each page has
    altered: list[str]  #: the same with one word changed
    index: str  #: a page with links to all of them
    linkchecker: str | None = None  #: its command


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


def linkchecker(task: Task) -> int:
    """LinkChecker with its defaults from an index of the pages on: each fetched and read for its links.

    The pages alone count as inside; whatever else they link to is looked at and not asked for, as in our crawl.
    """
    port = urlsplit(task.index).port
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)  # as root it becomes nobody
        settings = Path(folder) / "rc"
        settings.write_text(
            "[checking]\nmaxrequestspersecond=100000\nrecursionlevel=-1\n"
            f"[filtering]\ninternlinks=^http://127\\.0\\.1\\.\\d+:{port}/\\d+$\n"
        )
        command = [str(task.linkchecker), "-f", str(settings), "--no-status", task.index]
        told = subprocess.run(command, text=True, check=False, capture_output=True)
    found = re.search(r"That's it\. (\d+) links? in (\d+) URLs? checked", told.stdout)
    if found is None or int(found[1]) <= len(task.urls) + 1:  # more links than those of the index
        raise SystemExit(f"LinkChecker did not read the pages: {told.stderr}{told.stdout}")
    return counted(port)


CONTENDERS: dict[str, Callable[[Task], int]] = {
    "ours, crawl and storage": lambda task: ours(task.urls),
    "ours, text and comparison, as said": lambda task: ours(task.urls, task.said),
    "ours, text and comparison, altered": lambda task: ours(task.urls, task.altered),
    "ours, `audit` of an article": lambda task: audited(task.urls, task.altered),
    "bare spider, Scrapy's defaults": lambda task: bare(task.urls),
    "bare spider, CONCURRENT_ITEMS 4": lambda task: bare(task.urls, CONCURRENT_ITEMS=4),
    LINKCHECKER: linkchecker,
}
