"""Makes labelled cases for the comparison from any folder of pages: quotations left alone, tidied, marked, or falsified.

    python -m benchmarks.mutations FOLDER [--cases 5000] [--seed 1] > cases.jsonl

Each line is ``{"id", "page", "quote", "mutation", "may", "original"}``; *may* lists the verdicts that are right. The
passages are taken from the pages' own text, the changes are made by rule and seed: the same call gives the same cases.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.changes import EDGE, MUTATIONS, NAME, WORD, Pool
from quotations.comparison.lexicon import lexicon
from quotations.errors import CitetrailError
from quotations.model import SegmentRole, Text
from quotations.text import read_text

_RUNNING = frozenset({SegmentRole.BODY, SegmentRole.QUOTE})
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-Þ0-9])")


def read_pages(folder: Path) -> Iterator[tuple[Path, Text]]:
    """The pages of *folder* that can be read and hold enough words, by name."""
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".html", ".htm", ".txt", ".md")):
        try:
            text = read_text(path.read_bytes(), name=path.name)
        except CitetrailError:
            continue
        if text.complete and len(text.text) > 1500:
            yield path, text


def passages(text: Text, rng: random.Random, most: int) -> list[str]:
    """Passages of one or two sentences of running text, 6 to 60 words."""
    found: list[str] = []
    for segment in text.segments:
        if segment.role not in _RUNNING or segment.junk:
            continue
        sentences = _SENTENCE.split(segment.span.of(text.text))
        for at in range(len(sentences)):
            passage = " ".join(sentences[at : at + rng.randrange(1, 3)]).strip(EDGE)
            if 6 <= len(passage.split()) <= 60 and "\n" not in passage and text.text.count(passage) == 1:
                found.append(passage)
    return rng.sample(found, min(most, len(found)))


def cases(folder: Path, count: int, seed: int, only: Sequence[str] = ()) -> Iterator[dict[str, object]]:
    """Cases from *folder*, at most *count*, of the mutations *only* if any are named; the same for the same seed."""
    rng = random.Random(seed)
    pages = list(read_pages(folder))
    everything = " ".join(text.text for _, text in pages)
    words = Pool(
        sorted(set(NAME.findall(everything))),
        sorted({w for w in WORD.findall(everything) if len(w) > 5 and w.islower()}),
        lexicon("en"),
    )
    pools = {text.language: replace(words, lexicon=lexicon(text.language)) for _, text in pages}
    names = [name for name in MUTATIONS if not only or name in only]
    each = max(4, 3 * count // (len(pages) * len(names)) + 1)
    made = 0
    queue = [
        (path, text, passage, name) for path, text in pages for passage in passages(text, rng, each) for name in names
    ]
    rng.shuffle(queue)
    for path, text, passage, name in queue:
        change, may = MUTATIONS[name]
        quote = change(passage, rng, pools[text.language])
        if quote is None or (name != "alone" and quote == passage):
            continue
        made += 1
        yield {
            "id": f"{name}-{made}",
            "page": str(path.relative_to(folder)),
            "quote": quote,
            "mutation": name,
            "may": may,
            "original": passage,
        }
        if made >= count:
            return


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", default=[], choices=list(MUTATIONS))
    given = parser.parse_args()
    for case in cases(given.folder, given.cases, given.seed, given.only):
        sys.stdout.write(json.dumps(case, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
