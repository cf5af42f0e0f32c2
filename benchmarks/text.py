"""How much of a page our text holds, and how fast it is made, beside other readers, on any folder of pages.

    python -m benchmarks.text FOLDER [--pages 200] [--phrases FILE.jsonl --page-key K --phrase-key K] [--prints 8]

Phrases are eight words running from the paragraphs, items and headings that BeautifulSoup sees, or those of a file of
JSON lines; they are looked for among letters and figures alone. `--prints` has Chromium print pages in four layouts and
looks for their phrases in our text of the PDF. CPU time, single process, first call left out.
"""

from __future__ import annotations

import argparse
import html
import json
import random
import shutil
import subprocess
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Tag

from quotations.model import SegmentRole, Text
from quotations.text import read_text

_UNSEEN = (SegmentRole.HIDDEN, SegmentRole.METADATA)
_SCREEN_READERS = frozenset(("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screenreader"))
_LAYOUTS = {
    "one column": "body{font:11pt serif}",
    "two columns, hyphens": "@page{size:A4;margin:2cm}body{font:10pt serif;columns:2;text-align:justify;hyphens:auto}",
    "three columns, a box": "@page{margin:1cm}body{font:8.5pt serif;columns:3;hyphens:auto}p:nth-of-type(3){float:right;width:40%}",
    "initial, note marks": "@page{size:A5}body{font:10pt sans-serif;hyphens:auto;text-align:justify}p:first-of-type:first-letter{font-size:3em;float:left}sup{font-size:60%}",
}


def letters(words: str) -> str:
    """Letters and figures alone, folded."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", words).casefold())
    return "".join(c for c in folded if c.isalnum())


def ours(data: bytes) -> str:
    """The words that our text shows."""
    text = read_text(data, media_type="text/html")
    last = max((s.span.end for s in text.segments if s.role not in _UNSEEN), default=0)
    return text.text[:last]


def lexbor(data: bytes) -> str:
    """All text nodes, glued with blanks."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(data).body
    return body.text(separator=" ") if body else ""


def resiliparse(data: bytes) -> str:
    """Its full text."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    return str(extract_plain_text(HTMLTree.parse(data.decode("utf-8", "replace")), main_content=False))


def trafilatura(data: bytes) -> str:
    """Its main content."""
    from trafilatura import extract

    return extract(data) or ""


def phrases_of(data: bytes, count: int, seed: int) -> list[str]:
    """Runs of eight words from blocks that hold no other block."""
    soup = BeautifulSoup(data, "html.parser")
    for unseen in soup(["script", "style", "template", "noscript", "head", "svg", "button", "select", "iframe"]):
        unseen.decompose()
    found: list[str] = []
    for block in soup.find_all(["p", "li", "h1", "h2", "h3", "blockquote", "td"]):
        if (
            not isinstance(block, Tag)
            or block.find(["p", "li", "div", "ul", "table", "br", "sup"])
            or _is_unseen(block)
        ):
            continue
        words = block.get_text("").split()
        found += [" ".join(words[at : at + 8]) for at in range(0, len(words) - 7, 8)]
    random.Random(seed).shuffle(found)
    return found[:count]


def _is_unseen(block: Tag) -> bool:
    for one in (block, *block.parents, *block.find_all(True)):
        style = str(one.get("style") or "").replace(" ", "") if isinstance(one, Tag) else ""
        if isinstance(one, Tag) and any(_for_screen_readers(str(name)) for name in one.get_attribute_list("class")):
            return True
        if isinstance(one, Tag) and (one.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style):
            return True
    return False


def _for_screen_readers(name: str) -> bool:
    return name in _SCREEN_READERS or name.endswith("-visually-hidden")


def given(file: Path, page_key: str, phrase_key: str) -> dict[str, list[str]]:
    """Phrases by page, from JSON lines."""
    found: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row.get(phrase_key):
            found.setdefault(Path(row[page_key]).name, []).append(row[phrase_key])
    return found


def recall(pages: list[Path], wanted: dict[str, list[str]] | None) -> None:
    """Print, for each reader, the share of phrases found and the milliseconds of CPU for 100 KB."""
    readers: dict[str, Callable[[bytes], str]] = {
        "citetrail": ours,
        "lexbor .text()": lexbor,
        "resiliparse": resiliparse,
        "trafilatura": trafilatura,
    }
    bodies = [(page.name, page.read_bytes()) for page in pages]
    sought = {name: (wanted.get(name, []) if wanted else phrases_of(data, 60, 1)) for name, data in bodies}
    total, size = sum(map(len, sought.values())), sum(len(data) for _, data in bodies)
    print(f"{len(bodies)} pages, {size / 1e6:.1f} MB, {total} phrases\n{'reader':16} {'found':>8} {'ms/100 KB':>10}")
    for name, reader in readers.items():
        reader(bodies[0][1])
        hits, spent = 0, 0.0
        for page, data in bodies:
            began = time.process_time()
            words = reader(data)
            spent += time.process_time() - began
            held = letters(words)
            hits += sum(letters(phrase) in held for phrase in sought[page])
        print(f"{name:16} {hits / max(1, total):8.4f} {spent * 1e3 / (size / 1e5):10.2f}")


def linearity(pages: list[Path]) -> None:
    """Print milliseconds of CPU by size of one page made of the folder's paragraphs."""
    paragraphs = [
        f"<p>{html.escape(words)}</p>\n" for page in pages for words in _paragraphs(read_text(page.read_bytes()))
    ]
    print(f"{'bytes':>12} {'ms':>9} {'ms/100 KB':>10}")
    for size in (100_000, 1_000_000, 10_000_000):
        page, length = [], 0
        while length < size:
            page.append(paragraphs[len(page) % len(paragraphs)])
            length += len(page[-1].encode())
        data = ("<!doctype html><meta charset=utf-8><title>x</title>" + "".join(page)).encode()
        began = time.process_time()
        read_text(data)
        spent = (time.process_time() - began) * 1e3
        print(f"{len(data):12,} {spent:9.1f} {spent / (len(data) / 1e5):10.2f}")


def _paragraphs(text: Text) -> list[str]:
    return [
        s.span.of(text.text) for s in text.segments if s.role is SegmentRole.BODY and not s.junk and len(s.span) > 120
    ]


def prints(pages: list[Path], count: int) -> None:
    """Print the share of phrases found in PDFs that Chromium printed."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium: PDFs left out")
        return
    print(f"{'layout':24} {'phrases':>8} {'found':>8} {'ms/page':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for layout, style in _LAYOUTS.items():
            total = hits = sheets = 0
            spent = 0.0
            for paragraphs, data in _printed(chromium, Path(folder), pages, count, style):
                began = time.process_time()
                text = read_text(data)
                spent += time.process_time() - began
                sheets += max((s.page or 0 for s in text.segments), default=0)
                held = letters(_unmarked(text))
                sought = [
                    " ".join(words[at : at + 8])
                    for words in map(str.split, paragraphs)
                    for at in range(0, len(words) - 7, 8)
                ]
                total += len(sought)
                hits += sum(letters(phrase) in held for phrase in sought)
            print(f"{layout:24} {total:8} {hits / max(1, total):8.4f} {spent * 1e3 / max(1, sheets):8.2f}")


def _printed(
    chromium: str, folder: Path, pages: list[Path], count: int, style: str
) -> Iterator[tuple[list[str], bytes]]:
    made = 0
    for page in pages:
        paragraphs = _paragraphs(read_text(page.read_bytes()))[:20]
        if len(paragraphs) < 6:
            continue
        source, target = folder / "page.html", folder / "page.pdf"
        body = "".join(
            f"<p>{html.escape(words)}{f'<sup>{n}</sup>' if n % 4 == 1 else ''}</p>"
            for n, words in enumerate(paragraphs, 1)
        )
        source.write_text(
            f"<html lang=en><meta charset=utf-8><title>x</title><style>{style}</style>{body}", encoding="utf-8"
        )
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}", str(source)]
        subprocess.run(command, capture_output=True, timeout=60, check=False)
        yield paragraphs, target.read_bytes()
        made += 1
        if made == count:
            return


def _unmarked(text: Text) -> str:
    out, last = [], 0
    for mark in text.note_marks:
        out.append(text.text[last : mark.start])
        last = mark.end
    return "".join((*out, text.text[last:]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--phrases", type=Path)
    parser.add_argument("--page-key", default="page")
    parser.add_argument("--phrase-key", default="phrase")
    parser.add_argument("--prints", type=int, default=0)
    asked = parser.parse_args()
    found = [
        page
        for page in sorted(asked.folder.rglob("*"))
        if page.suffix.lower() in (".html", ".htm") and page.stat().st_size > 2000
    ]
    pages = found[:: max(1, len(found) // asked.pages)][: asked.pages]
    recall(pages, given(asked.phrases, asked.page_key, asked.phrase_key) if asked.phrases else None)
    linearity(pages)
    if asked.prints:
        prints(pages, asked.prints)


if __name__ == "__main__":
    main()
