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
from pathlib import Path

from benchmarks.suites.deadlink import deadlink
from benchmarks.suites.linkchecker import linkchecker, robots
from benchmarks.suites.lychee import lychee
from benchmarks.suites.tally import Tally


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
