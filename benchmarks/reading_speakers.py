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

#: Other words that name nobody: the data often give a relative pronoun for a source.
_PRONOUNS = _NO_NAME | frozenset(
    """which that whom whose him them me us you your my our this these those here where what ve re ll s t d m himself herself
    themselves itself""".split()  # noqa: SIM905
)


def print_speakers(spans_path: Path, path: Path) -> None:
    """Speakers right among the quotations found: a word of the name, or the same words; pronouns apart.

    A second line counts relative and object pronouns among the pronouns, and takes any of several annotators' answers
    (a row's "any") for right.
    """
    texts = {line["doc_id"]: line["text"] for line in lines(spans_path)}
    strict: Counter[str] = Counter()
    lenient: Counter[str] = Counter()
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
            got = hit[0].speaker or ""
            _count(strict, [source], got, _NO_NAME)
            _count(lenient, [source, *(" ".join(other) for other in gold.get("any", ()))], got, _PRONOUNS)
    for what, count in (("speakers", strict), ("with all pronouns apart", lenient)):
        print(
            f"{what}: named {count['named right']}/{count['named']}, "
            f"pronouns given a name {count['pronoun resolved']}/{count['pronoun']}"
        )


def _count(count: Counter[str], sources: list[str], speaker: str, pronouns: frozenset[str]) -> None:
    """Count one quotation, whose *speaker* should share a word with one of *sources*, the first of which tells its sort."""
    wanted = [set(_WORD.findall(source.casefold())) - pronouns for source in sources]
    got = set(_WORD.findall(speaker.casefold())) - pronouns
    count["pronoun" if not wanted[0] else "named"] += 1
    count["named right"] += bool(wanted[0]) and any(words & got for words in wanted)
    count["pronoun resolved"] += not wanted[0] and bool(got)
