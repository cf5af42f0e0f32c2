"""What the commands that work on a whole archive cost: seconds, CPU and memory, on an archive made for it.

    python -m benchmarks.store [--articles 1000] [--links 100] [--looks 10] [--only WORDS…] [--keep FOLDER]

Each article cites its own sources, each source was looked at so many times, a month apart, and every article was audited
once. Nothing is fetched. Each command runs in a process of its own; its children are counted.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEW = 3  #: articles that no watch has seen
EVIDENCE, BODY = 500, 200_000  #: looks of one audit, and the bytes of each
NOW = datetime.now(UTC)
#: Earlier looks are the newest ones, so many days before.
EARLIER = """
INSERT INTO capture (source, captured_at, live, good, digest, facts)
SELECT source, strftime('%Y-%m-%d %H:%M:%f000', captured_at, ?), live, good, digest,
       json_set(facts, '$.captured_at', strftime('%Y-%m-%dT%H:%M:%f', captured_at, ?) || '+00:00')
FROM capture WHERE id <= ?
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--links", type=int, default=100)
    parser.add_argument("--looks", type=int, default=10)
    parser.add_argument("--only", nargs="*", default=[""])
    parser.add_argument("--keep", type=Path, help="make the archive there, or use the one that is there")
    given = parser.parse_args()
    with contextlib.ExitStack() as stack:
        folder = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if not (folder / "a.db").exists():
            make(folder, given.articles, given.links, given.looks)
        measure(folder, given.only)


def measure(folder: Path, only: Sequence[str]) -> None:
    print(f"{'':44}{'wall s':>8}{'CPU s':>8}{'MB':>7}")
    for words, command in commands(folder):
        if not any(one in words for one in only):
            continue
        wall, cpu, memory = run([*command, "--db", str(folder / "a.db"), "--no-progress"])
        print(f"{words:44}{wall:8.2f}{cpu:8.2f}{memory:7.0f}", flush=True)


def commands(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The commands, each with what it is called in the table."""
    saved, out = str(folder / "saved"), str(folder / "out")
    yield "report", ["report"]
    yield "report --collection, HTML", ["report", "--collection", saved, "--format", "html", "-o", out]
    yield "report --collection, JSON", ["report", "--collection", saved, "--format", "json", "-o", out]
    yield "report --since 1d", ["report", "--since", "1d", "-o", out]
    yield f"watch run, {NEW} articles new", ["watch", "run", "--offline"]
    yield "watch run, nothing new", ["watch", "run", "--offline"]
    one = str(folder / "saved" / "00001.html")
    yield "links --since-last, one article", ["links", one, "--since-last", "--offline", "--max-age", "9d"]
    yield "links --since-last, all that is held", ["links", "--since-last", "--offline", "--max-age", "9d"]
    yield f"evidence, {EVIDENCE} looks", ["evidence", "1", "-o", str(folder / "e.wacz")]
    yield "db check", ["db", "check"]
    yield "db vacuum", ["db", "vacuum"]


def run(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, CPU seconds, and the most megabytes of one process."""
    program = f"import sys; sys.argv[1:] = {command!r}; from audit.cli import main; main()"
    tail = (
        "\nimport atexit, json, resource, sys\n"
        "atexit.register(lambda: print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss), file=sys.stderr))\n"
    )
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", tail + program],
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"PYTHONPATH": str(ROOT)},
    )
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: {done.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, json.loads(done.stderr.splitlines()[-1]) / 1024


# -- the archive ----------------------------------------------------------------------------------------------------


def make(folder: Path, articles: int, links: int, looks: int) -> None:
    """An archive of audited articles, their files, and a watch that has seen all but a few of these."""
    from quotations.reading import read_articles
    from storage import Archive

    (folder / "saved").mkdir(parents=True)
    with Archive.open(folder / "a.db") as archive:
        heavy(archive)
        sources = [url for number in range(articles) for url in cited(number, links)]
        for at in range(0, len(sources), 2000):
            archive.keep_captures([look(url) for url in sources[at : at + 2000]])
        watch = archive.add_watch(str(folder / "saved"), str(folder / "reports"), "folder")
        for number in range(articles):
            file, data = folder / "saved" / f"{number:05}.html", page(number, links)
            file.write_bytes(data)
            if number >= articles - NEW:
                continue
            (article,) = read_articles(data, name=str(file))
            archive.keep_article(article, data, str(file))
            audit = archive.keep_audit(audited(article, str(file)))
            archive.set_watch_file(watch.id, str(file), hashlib.sha256(data).hexdigest(), audit)
    with sqlite3.connect(folder / "a.db") as connection:
        newest = connection.execute("SELECT max(id) FROM capture").fetchone()[0]
        for number in range(1, looks):
            before = f"-{30 * number} days"
            connection.execute(EARLIER, (before, before, newest))


def cited(number: int, links: int) -> list[str]:
    return [f"https://s{n % 40}.example/{number}/{n}" for n in range(links)]


def page(number: int, links: int) -> bytes:
    told = "".join(
        f"<p>In the year {n} the clerk of the county, who had kept the books for {n} years, told the board in "
        f"<a href='{url}'>a note of the year {n}</a> that “the night crossing {n} shall not be given up before the new "
        f"lamp is lit”, and closed the meeting.</p>\n"
        for n, url in enumerate(cited(number, links))
    )
    return f"<!doctype html><meta charset=utf-8><title>Notes {number}</title><article>{told}</article>".encode()


def look(url: str) -> object:
    from quotations.model import Capture

    n = int(url.rpartition("/")[2])
    said = f"The board resolved that the night crossing {n} shall not be given up before the new lamp is lit. "
    body = f"<!doctype html><title>Note {n}</title><main><p>{said}{f'The accounts of {n} were read. ' * 60}</p></main>"
    return Capture(
        url=url,
        captured_at=NOW,
        final_url=url,
        status=200,
        media_type="text/html",
        size=len(body),
        headers=(("content-type", "text/html"), ("server", "nginx"), ("date", "Thu, 26 Nov 2026 06:00:00 GMT")),
        body=body.encode(),
    )


def audited(article: object, name: str) -> object:
    """An audit of *article* as it was a week ago, all of its links alive."""
    from quotations.model import Article, Audit, LinkState, Severity, State

    assert isinstance(article, Article)
    links = tuple(
        LinkState(
            citation=one.id,
            href=one.href,
            url=one.url,
            state=State.ALIVE,
            severity=Severity.OK,
            final_url=one.url,
            http_status=200,
            evidence=("the server answered 200",),
            captured_at=NOW,
        )
        for one in article.citations
    )
    return Audit(article=article, findings=(), links=links, audited_at=NOW - timedelta(hours=1), name=name)


def heavy(archive: object) -> None:
    """The first audit: one of many looks with large bodies, none of which is like another."""
    from quotations.model import Article, Audit, Capture
    from storage import Archive

    assert isinstance(archive, Archive)
    kept = []
    for n in range(EVIDENCE):
        body = os.urandom(BODY)
        look = Capture(
            url=f"https://heavy.example/{n}", captured_at=NOW, status=200, media_type="image/png", size=BODY, body=body
        )
        kept += archive.keep_captures([look])
    audit = Audit(
        article=Article(format="html", title="Heavy", text="", quotations=(), citations=(), attributions=()), findings=(), links=(),
        audited_at=NOW, name="heavy.html", captures=tuple(one.id for one in kept),
    )  # fmt: skip
    archive.keep_audit(audit)


if __name__ == "__main__":
    main()
