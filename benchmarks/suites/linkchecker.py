"""LinkChecker's suite: the result files of its pages, and its tests of robots.txt with our reader in place of theirs."""

from __future__ import annotations

import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from benchmarks.suites.serving import HOST, OUTSIDE, links, served
from benchmarks.suites.tally import Tally
from quotations.urls import host_of

if TYPE_CHECKING:
    from crawler.robots.rules import Rules

GOOD = frozenset({"alive", "moved", "unsupported", "not_text", "disallowed", "limited", "gated"})
#: Answers with nothing to read: no checker of links looks there, and a reader of quotations must.
EMPTY = ("unreadable", "empty")


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
