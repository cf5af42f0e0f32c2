"""What became of each link: the hostile test site audited, beside a checker that goes by the status alone, in one run.

    python -m benchmarks.links [--runs 3] [--json FILE] [--checkers] [--environments FOLDER]

The site is that of the tests (more than 1,475 behaviours, each labelled); the data are made by the site itself. The
status checker sees the very same answers: 2xx after redirects is good, all else is broken, as link checkers do.
`--checkers` has lychee and LinkChecker look at the site too, each installed in an environment of its own, in a temporary
folder or in `--environments`; they have two words, so *untold* is right for them only where they leave a link out.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DEAD = frozenset({"gone", "soft_404", "parked", "hijacked", "failed", "server_error"})
GOOD = frozenset({"alive", "moved"})
ASIDE = frozenset({"unsupported", "lost_target", "blocked_address"})  #: no checker asks for these


def audited(site: dict[str, Any], folder: Path) -> tuple[list[dict[str, Any]], float, float]:
    """The links as one real command judges them, its seconds and its CPU seconds."""
    (folder / "survey.html").write_text(site["article"])
    command = [
        sys.executable,
        "-m",
        "audit",
        "links",
        "survey.html",
        "--format",
        "json",
        "--db",
        "a.db",
        *site["options"],
    ]
    home = {"HOME": str(folder), "PYTHONPATH": str(ROOT), "CITETRAIL_MAX_BODY": "2000000"}
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, env={**os.environ, **home}, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(done.stdout)["links"], time.perf_counter() - began, cpu


def group(state: str) -> str:
    """What a reader needs to know first: good, dead, or that nobody could tell."""
    return "good" if state in GOOD else "dead" if state in DEAD else "untold"


def in_words(words: dict[str, str], link: dict[str, Any]) -> str:
    """The word of a checker that was asked."""
    return words[link["href"]]


def by_status(link: dict[str, Any]) -> str:
    """The word of a checker that knows nothing but the status."""
    status = link["http_status"]
    return "good" if status is not None and 200 <= status < 300 else "dead"


def measured(site: dict[str, Any], links: list[dict[str, Any]], checkers: dict[str, dict[str, str]]) -> dict[str, Any]:
    """How often each is right, and the two harms: a living link called dead, a dead one called good."""
    rows = [(case, link) for case, link in zip(site["cases"], links, strict=True) if case["state"] not in ASIDE]
    told: dict[str, Callable[[dict[str, Any]], str]] = {
        "ours": lambda link: group(link["state"]),
        "status alone": by_status,
    }
    told |= {name: partial(in_words, words) for name, words in checkers.items()}
    found: dict[str, Any] = {
        "behaviours": len(site["cases"]),
        "state and reason right": sum(
            (case["state"], case["reason"]) == (link["state"], link["reason"])
            for case, link in zip(site["cases"], links, strict=True)
        ),
    }
    for name, word in told.items():
        wanted = [(group(case["state"]), word(link)) for case, link in rows]
        found[name] = {
            "asked": len(rows),
            "right": sum(want == said for want, said in wanted),
            "living or walled called dead": sum(want != "dead" and said == "dead" for want, said in wanted),
            "dead called good": sum(want == "dead" and said == "good" for want, said in wanted),
            "untold called good": sum(want == "untold" and said == "good" for want, said in wanted),
        }
    return found


@contextmanager
def serving() -> Iterator[dict[str, Any]]:
    """The site, as nobody has asked it yet: some of its answers depend on what was asked before."""
    server = subprocess.Popen([sys.executable, ROOT / "tests/site/serve.py"], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        yield json.loads(server.stdout.readline())
    finally:
        server.kill()
        server.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--checkers", action="store_true", help="lychee and LinkChecker beside ours")
    parser.add_argument("--environments", type=Path, help="keep what is installed there, for the next run")
    arguments = parser.parse_args()
    checkers: dict[str, dict[str, str]] = {}
    seconds, cpus = [], []
    for _ in range(arguments.runs):
        with serving() as site, tempfile.TemporaryDirectory() as folder:
            links, took, cpu = audited(site, Path(folder))
        seconds.append(took)
        cpus.append(cpu)
    if arguments.checkers:
        from benchmarks.link_checkers import checked

        with serving() as theirs, tempfile.TemporaryDirectory() as folder:
            for name, words, cpu in checked(theirs, arguments.environments or Path(folder)):
                checkers[name] = {
                    ours["href"]: words[case["href"]]
                    for ours, case in zip(site["cases"], theirs["cases"], strict=True)
                    if case["href"] in words
                }
                print(f"{name + ', CPU seconds':24} {cpu:.1f}")
    found = measured(site, links, checkers)
    found["seconds"], found["cpu seconds"] = statistics.median(seconds), statistics.median(cpus)
    for name, value in found.items():
        print(f"{name:24}", f"{value:.1f}" if isinstance(value, float) else value)
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
