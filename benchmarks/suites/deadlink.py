"""DeadlinkChecker's suite: the table of addresses as written and as asked for."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.suites.tally import Tally


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
