"""Other checkers' own suites, run against us from their repositories' folders; nothing of theirs is kept here.

    python -m benchmarks.link_suites [--linkchecker FOLDER] [--lychee FOLDER] [--deadlink FOLDER] [-v]

- LinkChecker, `tests/checker/data/*.result`: each page served from loopback and given to `citetrail links`; every entry
  that is a link of the page must be as good or as bad with us, and its missing anchors missing.
- LinkChecker, `tests/test_robotstxt.py`, run with our reader in place of theirs.
- lychee, `fixtures/text_fragments` and `fixtures/fragments`: links that must and must not find their words and places.
- DeadlinkChecker, the table of `provideSanitizeURL`: the address that goes over the wire.

Prints, for each, how many entries apply, how many agree, and those that do not; docs/benchmarks.md says why.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import unittest
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from quotations.urls import host_of

if TYPE_CHECKING:
    from crawler.robots.rules import Rules

ROOT = Path(__file__).parents[1]
GOOD = frozenset({"alive", "moved", "unsupported", "not_text", "disallowed", "limited", "gated"})
#: Answers with nothing to read: no checker of links looks there, and a reader of quotations must.
EMPTY = ("unreadable", "empty")
#: A page on this machine's own name would be a saved copy's, whose relative links are lost.
HOST = "suite.example"
OUTSIDE = ("www.example.com", "example.com", "www.example.org", "example.org")


@dataclass
class Tally:
    """One suite's figures."""

    name: str
    agree: int = 0
    aside: int = 0  #: entries that are no links of the page, or lead out of it
    differ: list[str] = field(default_factory=list)

    def take(self, same: bool, told: str) -> None:
        """Count one entry."""
        if same:
            self.agree += 1
        else:
            self.differ.append(told)

    def show(self, verbose: bool) -> None:
        """Print the figures."""
        print(
            f"{self.name:44} {self.agree + len(self.differ):4} apply, {self.agree:4} agree, {self.aside:4} are none of ours"
        )
        for told in self.differ if verbose else ():
            print("   ", told)


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


def linkchecker(folder: Path) -> Tally:
    """The result files that belong to a page of links."""
    tally = Tally("LinkChecker, result files")
    data = folder / "tests" / "checker" / "data"
    with served(folder) as port:
        for results in sorted(data.glob("*.html.result")) + sorted(data.glob("*.xhtml.result")):
            page = data / results.name.removesuffix(".result")
            if not page.exists():
                continue
            base = f"http://{HOST}:{port}/tests/checker/data/{page.name}"
            said = results.read_text("utf-8", "replace").replace("%(port)d", str(port)).replace("%%", "%")
            ours = {_key(link["href"]): link for link in links(page, base, port)}
            for entry in said.strip().split("\n\n")[1:]:
                _compare(tally, page.name, entry, ours)
    return tally


def _compare(tally: Tally, page: str, entry: str, ours: dict[str, dict[str, Any]]) -> None:
    lines = entry.strip().split("\n")
    href = lines[0].removeprefix("url ").strip()
    link = ours.get(_key(href))
    if link is None or host_of(link["url"] or "") in OUTSIDE:
        tally.aside += 1
        return
    good, anchor = "valid" in lines, "Anchor" in entry
    word = "good" if good else "bad"
    state = (link["state"], link["reason"])
    same = (state[0] in GOOD or state == EMPTY) == good and ("fragment_missing" in link["notices"]) == anchor
    tally.take(
        same,
        f"{page}: {href!r} is {word}{', anchor missing' if anchor else ''} there, here {state} {link['notices']} {link['url']}",
    )


def _key(href: str) -> str:
    return unquote(href.strip())


class Robots:
    """LinkChecker's reader of robots.txt, as its tests call it, with our rules behind it."""

    def __init__(self, session: object = None) -> None:  # noqa: ARG002 - theirs
        self.sitemap_urls = [("bla", 1)]

    def parse(self, lines: list[str]) -> None:
        """Read *lines*."""
        self._body = "\n".join(lines).encode()

    def can_fetch(self, agent: str, path: str) -> bool:
        """Whether *agent* may fetch *path*."""
        return self._of(agent).verdict(f"http://a.example{path}")[0]

    def get_crawldelay(self, agent: str) -> float | None:
        """Seconds, as the group of *agent* has them."""
        return self._of(agent).crawl_delay

    def mtime(self) -> float:
        """Some time."""
        return 1.0

    def __str__(self) -> str:
        return Written("")

    def _of(self, agent: str) -> Rules:
        from crawler.robots.rules import read

        return read(self._body, (agent.split("/")[0].split() or ["nobody"])[0])


class Written(str):
    """Equal to whatever they would write: how rules are printed is their own matter."""

    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False


def robots(folder: Path) -> Tally:
    """LinkChecker's tests of robots.txt, run as they stand; each address that they ask for is an entry."""
    tally = Tally("LinkChecker, tests of robots.txt")
    source = (folder / "tests" / "test_robotstxt.py").read_text("utf-8").replace("import linkcheck.robotparser2", "")
    names: dict[str, Any] = {"linkcheck": SimpleNamespace(robotparser2=SimpleNamespace(RobotFileParser=Robots))}
    exec(compile(source, "test_robotstxt.py", "exec"), names)  # theirs, and what the person named
    case = names["TestRobotsTxt"]

    def check(test: Any, agent: str, url: str | tuple[str, str], can_fetch: bool) -> None:
        who, path = url if isinstance(url, tuple) else (agent, url)
        tally.take(test.rp.can_fetch(who, path) == can_fetch, f"{test.id()}: {who} {path} is {can_fetch} there")

    case.check_url = check
    result = unittest.TestResult()
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    for test, told in (*result.failures, *result.errors):
        tally.take(False, f"{test.id()}: {told.strip().splitlines()[-1]}")
    return tally


def lychee(folder: Path) -> list[Tally]:
    """Text fragments, and fragments of HTML."""
    words, places = Tally("lychee, text fragments"), Tally("lychee, fragments of HTML")
    with served(folder / "fixtures" / "text_fragments") as port:
        for name, finds in (("should-match.html", True), ("should-not-match.html", False)):
            page = folder / "fixtures" / "text_fragments" / name
            for link in links(page, f"http://{HOST}:{port}/{name}", port):
                words.take(
                    ("text_directive_missing" not in link["notices"]) == finds,
                    f"{name}: {link['href']} {link['notices']}",
                )
    with served(folder / "fixtures" / "fragments") as port:
        page = folder / "fixtures" / "fragments" / "file.html"
        said = re.findall(r'<a href="([^"]*)">([^<]*)', page.read_text("utf-8"))
        absent = {href for href, words in said if "exist" in words or "not work" in words}
        for link in links(page, f"http://{HOST}:{port}/file.html", port):
            missing = link["href"] in absent
            places.take(
                ("fragment_missing" in link["notices"]) == missing, f"{link['href']} {link['state']} {link['notices']}"
            )
    return [words, places, _directives(folder)]


def _directives(folder: Path) -> Tally:
    """The assertions of lychee's own tests of text directives, read out of their source."""
    from quotations.judging.link_state.directives import missing_words
    from quotations.text.html.page import text_of_html

    tally = Tally("lychee, tests of text directives")
    source = (folder / "lychee-lib/src/utils/fragment_checker/text.rs").read_text("utf-8")
    index = (folder / "fixtures/text_fragments/index.html").read_text("utf-8")
    directive, html = "", ""
    for kind, word, negated, page in re.findall(
        r'(Url::parse\(|let html =)\s*"((?:[^"\\]|\\.)*)"|assert!\(\s*(!?)check_text_fragments\(\s*&parsed\.text_directives,\s*(INDEX_HTML|html|"[^"]*")',
        source[source.index("mod tests") :],
    ):
        word, page = (
            re.sub(r"\\u\{(\w+)\}", lambda found: chr(int(found[1], 16)), one).replace("\\n", "\n")
            for one in (word, page)
        )
        if kind.startswith("Url"):
            directive = word.partition(":~:")[2]
        elif kind:
            html = word
        else:
            text = text_of_html({"INDEX_HTML": index, "html": html}.get(page, page.strip('"')))
            tally.take((missing_words(directive, text) is None) == (not negated), f"{directive} in {page}")
    return tally


def deadlink(folder: Path) -> Tally:
    """The table of addresses as written and as asked for."""
    from crawler.address import wire
    from crawler.failures import Failed

    tally = Tally("DeadlinkChecker, provideSanitizeURL")
    source = (folder / "tests" / "checkIfDeadTest.php").read_text("utf-8")
    table = source[source.index("function provideSanitizeURL") : source.index("function testParseURL")]
    for written, wanted in re.findall(r"\[\s*'((?:[^'\\]|\\.)*)',\s*'((?:[^'\\]|\\.)*)'\s*\]", table):
        try:
            asked = wire(written if "://" in written else f"https:{written}" if written.startswith("//") else written)
        except Failed as failed:
            asked = f"({failed.detail})"
        tally.take(asked == wanted, f"{written} → {asked}, there {wanted}")
    return tally


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("linkchecker", "lychee", "deadlink"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="the entries that differ")
    arguments = parser.parse_args()
    tallies: list[Tally] = []
    if arguments.linkchecker:
        tallies += [linkchecker(arguments.linkchecker), robots(arguments.linkchecker)]
    if arguments.lychee:
        tallies += lychee(arguments.lychee)
    if arguments.deadlink:
        tallies.append(deadlink(arguments.deadlink))
    for tally in tallies:
        tally.show(arguments.verbose)


if __name__ == "__main__":
    main()
