"""A server under steady questions: does it answer as in its first minute, and does its memory stay where it was?

    python -m benchmarks.soak [--minutes 10]

Asks pages that change and texts that are pasted, right and wrong ones, and prints the server's memory with its
children every tenth of the time. Ends with 1 if an answer was wrong or memory grew by more than a fifth after the
first tenth.
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.demand import WORDS, server, serving


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    seconds = parser.parse_args().minutes * 60
    sizes: list[int] = []
    wrong = asked = 0
    with tempfile.TemporaryDirectory() as name, serving(Path(name)) as site, server(Path(name)) as port:
        began = time.monotonic()
        while (spent := time.monotonic() - began) < seconds:
            asked += 1
            page = Path(name) / f"page{asked % 500}.html"
            page.write_text(
                f"<title>{asked}</title><p>At meeting {asked} the board resolved that {WORDS}, and closed.</p>"
            )
            wrong += not answers(port, {"quote": WORDS, "source": f"{site}/{page.name}"}, "VERBATIM")
            wrong += not answers(port, {"quote": WORDS, "text": page.read_text().replace("not ", "")}, "CRITICAL")
            if spent >= seconds * len(sizes) / 10:
                sizes.append(memory(port))
                print(f"{spent:>7.0f} s {asked:>7} questions {wrong:>4} wrong {sizes[-1] / 1024:>8.0f} MB", flush=True)
    grown = sizes[-1] / sizes[min(1, len(sizes) - 1)] - 1
    print(f"memory grew by {grown:.0%} after the first tenth")
    return int(bool(wrong) or grown > 0.2)


def answers(port: int, body: dict[str, str], verdict: str) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", "/api/v1/check", json.dumps(body), {"Content-Type": "application/json"})
    told = json.loads(connection.getresponse().read())
    connection.close()
    return bool(told.get("verdict") == verdict)


def memory(port: int) -> int:
    """Kilobytes that the server on *port* and its children hold."""
    held, parents, servers = {}, {}, set()
    for place in Path("/proc").glob("[0-9]*"):
        try:
            told = dict(line.split(":", 1) for line in (place / "status").read_text().splitlines() if ":" in line)
            command = (place / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        number = int(place.name)
        held[number], parents[number] = int(told.get("VmRSS", "0 kB").split()[0]), int(told["PPid"])
        if b"serve" in command and str(port).encode() in command:
            servers.add(number)
    return sum(size for number, size in held.items() if number in servers or parents[number] in servers)


if __name__ == "__main__":
    sys.exit(main())
