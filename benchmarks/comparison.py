"""How right and how quick the comparison is, on any folder of pages.

    python -m benchmarks.comparison FOLDER [--cases 5000] [--seed 1] [--list] [--speed-only]

Accuracy by mutation, length and language on cases that `benchmarks.mutations` makes; then the time to fold and index,
and to locate and judge, at 100 KB and 2 MB of the folder's own text.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.changes import CRITICAL, EXACT, MARKED, MUTATIONS
from benchmarks.mutations import cases, read_pages
from quotations.comparison import TextIndex, index
from quotations.judging import compare
from quotations.model import Text
from quotations.text import read_text

_GENUINE = ("alone", "curly", "dashes", "first_case", "last_mark", "soft_hyphen", "line_end", "blanks")


def accuracy(folder: Path, count: int, seed: int, only: Sequence[str], *, listing: bool) -> None:
    """Print the shares by mutation, length and language, and the counts that must be nil."""
    tables: dict[str, dict[str, list[bool]]] = {
        "mutation": defaultdict(list),
        "words": defaultdict(list),
        "language": defaultdict(list),
    }
    passed = refused = genuine = critical = 0
    held: dict[str, TextIndex] = {}
    for case in sorted(cases(folder, count, seed, only), key=lambda c: str(c["page"])):
        page, quote, mutation = str(case["page"]), str(case["quote"]), str(case["mutation"])
        if page not in held:
            held = {page: index(read_text((folder / page).read_bytes(), name=page))}
        found = compare(quote, held[page])
        verdict = found.verdict.value
        right = verdict in case["may"]  # type: ignore[operator]
        length = len(quote.split())
        tables["mutation"][mutation].append(right)
        tables["words"]["3-7" if length <= 7 else "8-25" if length <= 25 else "26+"].append(right)
        tables["language"][held[page].language or "-"].append(right)
        critical += mutation in CRITICAL
        passed += mutation in CRITICAL and verdict in (*MARKED, "MINOR")
        genuine += mutation in _GENUINE
        refused += mutation in _GENUINE and verdict not in EXACT
        if listing and not right:
            print(f"{case['id']} {verdict} {found.rules} {page}\n    {quote!r}\n    {case['original']!r}")
    for name, table in tables.items():
        for key, rows in sorted(table.items()):
            print(f"{name:9} {key:18} n={len(rows):5} right={sum(rows) / len(rows):.4f}")
    print(
        f"negation, number, name passed: {passed}/{critical}; genuine refused: {refused}/{genuine} = {refused / max(1, genuine):.4f}"
    )


def speed(folder: Path, seed: int) -> None:
    """Print milliseconds of CPU to fold and index, and to judge one quotation, by size of the source."""
    rng = random.Random(seed)
    everything = "\n\n".join(text.text for _, text in read_pages(folder))
    for size in (100_000, 2_000_000):
        if len(everything) < size // 2:
            print(f"{size:>9,} characters: the folder holds too little text")
            continue
        text = Text(text=everything[:size])
        words, rest = (statistics.median(column) for column in zip(*(_indexing(text) for _ in range(5)), strict=True))
        print(
            f"{size:>9,} characters: fold and index {words:.1f} ms; blocks and what may be stepped over {rest:.1f} ms"
        )
        ready = index(text)
        compare("a b c d e f", ready)
        for view in (ready.seen, ready.plain, ready.undivided):  # made once, when enough quotations were asked
            _ = view.postings if view else None
        gc.collect()
        gc.freeze()  # as the sandbox's children do
        for name, quotes in _quotes(text.text, rng).items():
            print(f"{'':10}{name:18}{_times(quotes, ready)}")


def _indexing(text: Text) -> tuple[float, float]:
    """Milliseconds to fold and index the words of *text*, and to make what waits until it is first asked for."""
    started = time.process_time()
    ready = index(text)
    _ = ready.seen.postings
    words = time.process_time()
    _ = ready.blocks, ready.skips
    return 1e3 * (words - started), 1e3 * (time.process_time() - words)


def _quotes(text: str, rng: random.Random, count: int = 120) -> dict[str, list[str]]:
    """Quotations of 4 to 100 words of *text*: as they are, with a word changed, a fifth dropped, elided, or absent."""
    words = text.split()
    made: dict[str, list[str]] = defaultdict(list)
    for _ in range(count):
        size = rng.choice((4, 8, 15, 25, 50, 100))
        start = rng.randrange(len(words) - size)
        own = words[start : start + size]
        changed = list(own)
        changed[rng.randrange(size)] = "zebra"
        made["exact"].append(" ".join(own))
        made["one changed"].append(" ".join(changed))
        made["a fifth dropped"].append(" ".join(word for word in own if rng.random() > 0.2) or own[0])
        made["ellipsis"].append(" ".join([*own[: size // 3], "…", *own[size // 2 :]]))
        made["absent"].append(" ".join(rng.choice(words) for _ in range(size)))
    return made


def _times(quotes: Iterable[str], ready: TextIndex) -> str:
    taken: list[float] = []
    for quote in quotes:
        if not any(char.isalnum() for char in quote):
            continue
        started = time.process_time()
        compare(quote, ready)
        taken.append(1e3 * (time.process_time() - started))
    return f"median {statistics.median(taken):6.2f}  p95 {_percentile(taken, 0.95):6.2f}  max {max(taken):7.2f} ms"


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", dest="listing")
    parser.add_argument("--only", nargs="*", default=[], choices=list(MUTATIONS))
    parser.add_argument("--accuracy-only", action="store_true")
    parser.add_argument("--speed-only", action="store_true")
    given = parser.parse_args()
    if not given.speed_only:
        accuracy(given.folder, given.cases, given.seed, given.only, listing=given.listing)
    if not given.accuracy_only:
        speed(given.folder, given.seed)


if __name__ == "__main__":
    main()
