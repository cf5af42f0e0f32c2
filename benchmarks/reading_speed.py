"""How long an article takes to read: CPU for 100 KB of it, and whether a hundred times as much takes a hundred times as long.

Measured in one process, warmed, with the garbage collector set as the sandbox sets it, the median of several runs.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from random import Random

from quotations.reading import read_articles

#: As `crawler.sandbox` sets it, where articles are read.
_COLLECT = (100_000, 50, 1000)
_UNIT = 100_000
_SIZES = {"100 KB": _UNIT, "1 MB": 10 * _UNIT, "10 MB": 100 * _UNIT}
_RUNS = 5
_PROSE = (
    "the harbour board of a town keeps its gate open in spring and shuts it when water comes over every quay that "
    "people built there for boats, nets, barrels and wind from north or east which nobody had measured before last "
    "winter although engineers were asked to do so by their council more than once"
)
_NAMES = ("Ada Fenn", "Amos Pell", "Ida Lind", "Jonas Tull", "Mara Kerr", "Owen Haig", "Rosa Dale", "Sten Vik")


def print_speed(pages: Path | None, texts: Sequence[str]) -> None:
    """The table: pages of *pages* (a folder of saved articles), *texts* set in a row, an article of our own making."""
    gc.set_threshold(*_COLLECT)
    print("| what is read | size | ms CPU for 100 KB |")
    print("|---|---|---|")
    if pages is not None:
        files = sorted(file for file in pages.rglob("*") if file.suffix in (".html", ".htm"))
        print(
            f"| {len(files)} saved pages | {sum(f.stat().st_size for f in files) / 1e6:.1f} MB | {_of_files(files):.1f} |"
        )
    made: dict[str, Callable[[int], tuple[bytes, str]]] = {
        "an invented article": lambda size: (invented(size), "a.html")
    }
    if texts:
        made["texts dense in quotations"] = lambda size: (joined(texts, size), "a.txt")
    for what, make in made.items():
        for told, size in _SIZES.items():
            data, name = make(size)
            print(f"| {what} | {told} | {_of_one(data, name, size):.1f} |", flush=True)


def _of_files(files: Iterable[Path]) -> float:
    """The median, over files, of the milliseconds for 100 KB of each, read twice before."""
    found = []
    for file in files:
        data = file.read_bytes()
        took = min(_milliseconds(data, file.name) for _ in range(2))
        found.append(took * _UNIT / max(1, len(data)))
    return statistics.median(found)


def _of_one(data: bytes, name: str, size: int) -> float:
    read_articles(data[:_UNIT], name=name)
    runs = _RUNS if size <= 10 * _UNIT else 1
    return statistics.median(_milliseconds(data, name) for _ in range(runs)) * _UNIT / len(data)


def _milliseconds(data: bytes, name: str) -> float:
    began = time.process_time()
    read_articles(data, name=name)
    return 1000 * (time.process_time() - began)


def joined(texts: Sequence[str], size: int) -> bytes:
    """*size* bytes of *texts*, one after the other and from the first again."""
    pieces: list[str] = []
    length = 0
    for text in cycle(texts):
        pieces.append(text)
        length += len(text) + 2
        if length >= size:
            break
    return "\n\n".join(pieces).encode()[:size]


def invented(size: int) -> bytes:
    """A page of about *size* bytes of prose; in 100 KB of it stand some 40 quotations and 60 links. Always the same."""
    random = Random(9)
    pieces = ["<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>The gate</title></head><body><article>"]
    length = 0
    for number, paragraph in enumerate(_paragraphs(random)):
        pieces.append(f'<p class="text" id="p{number}">{paragraph}</p>\n')
        length += len(pieces[-1])
        if length >= size:
            break
    return "".join([*pieces, "</article></body></html>"]).encode()


def _paragraphs(random: Random) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        told = [_sentence(random) for _ in range(6)]
        # Of a hundred paragraphs of one kilobyte 40 quote somebody and 60 have a link.
        if number % 5 in (1, 3):
            told[2] = f"“{_sentence(random)[:-1]},” {random.choice(_NAMES)} said. "
        if number % 5 in (1, 2, 4):
            words = told[4].split()
            words[3:6] = [f'<a href="https://paper{number % 40}.example/{number}/gate">{" ".join(words[3:6])}</a>']
            told[4] = " ".join(words)
        yield " ".join(told)


def _sentence(random: Random) -> str:
    words = random.choices(_PROSE.split(), k=random.randint(18, 34))
    if random.random() < 0.3:
        words.insert(random.randrange(1, len(words)), random.choice(_NAMES))
    return " ".join([words[0].capitalize(), *words[1:]]) + "."
