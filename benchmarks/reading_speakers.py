"""Speakers of annotated quotations: how many that the data name are named as we name them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from benchmarks.labelled import lines
from quotations.reading.document import Document
from quotations.reading.quotes import find_quotations

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
