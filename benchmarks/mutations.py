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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quotations.comparison.lexicon import Lexicon, lexicon
from quotations.errors import CitetrailError
from quotations.model import SegmentRole, Text
from quotations.text import read_text

EXACT = ("VERBATIM", "TYPOGRAPHIC", "CONVENTIONAL")
MARKED = (*EXACT, "MARKED", "ELIDED")
WRONG = ("ALTERED", "SPLICED", "CRITICAL", "PARTIAL", "PARAPHRASE", "NOT_FOUND")
_RUNNING = frozenset({SegmentRole.BODY, SegmentRole.QUOTE})
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(]*[A-ZÀ-Þ0-9])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: No note marks: those of the article are its own.
_NUMBER = re.compile(r"(?<![\w.,-])(?<!\S\[)\d{1,3}(?:,\d{3})*(?![\w,]|\.\d)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z])")
_NOT = re.compile(r"\b(?:not|never|no longer|nicht|pas|nie|jamais|nunca) (?=\w)")
_BE = re.compile(r"\b(is|are|was|were|will|can|must|should|could|would|may)\b(?! not\b|n't)")
_EDGE = "\"'“”‘’«»()[] \n\t"

Change = Callable[[str, random.Random, "Pool"], str | None]


@dataclass
class Pool:
    """Words of the whole folder to put in another's place."""

    names: list[str]
    words: list[str]
    lexicon: Lexicon


def alone(quote: str, _: random.Random, __: Pool) -> str | None:
    return quote


def curly(quote: str, _: random.Random, __: Pool) -> str | None:
    changed = (
        quote.replace("'", "’").replace("“", '"').replace("”", '"') if "’" not in quote else quote.replace("’", "'")
    )
    return changed if changed != quote else None


def dashes(quote: str, _: random.Random, __: Pool) -> str | None:
    return quote.replace("–", "-").replace("—", "--") if "–" in quote or "—" in quote else None


def first_case(quote: str, _: random.Random, __: Pool) -> str | None:
    return quote[0].swapcase() + quote[1:] if quote[0].isalpha() and not quote[:2].isupper() else None


def last_mark(quote: str, _: random.Random, __: Pool) -> str | None:
    return quote[:-1] + "," if quote[-1] == "." else None


def soft_hyphen(quote: str, rng: random.Random, _: Pool) -> str | None:
    word = _pick(_WORD, quote, rng, longest=6)
    return quote[: word.start() + 3] + "\u00ad" + quote[word.start() + 3 :] if word else None


def line_end(quote: str, rng: random.Random, _: Pool) -> str | None:
    word = _pick(_WORD, quote, rng, longest=8)
    return quote[: word.start() + 4] + "-\n" + quote[word.start() + 4 :] if word and word.group().isalpha() else None


def blanks(quote: str, rng: random.Random, _: Pool) -> str | None:
    places = [at for at, char in enumerate(quote) if char == " "]
    at = rng.choice(places) if places else 0
    return quote[:at] + "\u00a0\n " + quote[at + 1 :] if places else None


def ellipsis(quote: str, rng: random.Random, pool: Pool) -> str | None:
    words = quote.split(" ")
    if len(words) < 14:
        return None
    start = rng.randrange(4, len(words) - 8)
    gone = words[start : start + rng.randrange(2, 4)]
    critical = {
        key for name in ("negation", "condition", "modal", "hedge", "restriction") for key in pool.lexicon.words(name)
    }
    near = words[start : start + 8]
    if any(word.lower().strip(".,;:'’") in critical or "n't" in word or "n’t" in word for word in near):
        return None
    return " ".join([*words[:start], "…", *words[start + len(gone) :]])


def insertion(quote: str, rng: random.Random, _: Pool) -> str | None:
    words = quote.split(" ")
    at = rng.randrange(2, len(words) - 1)
    return " ".join([*words[:at], "[the harbour master]", *words[at:]]) if "[" not in quote else None


def negation_dropped(quote: str, _: random.Random, __: Pool) -> str | None:
    if len(_NOT.findall(quote)) != 1:
        return None
    return _NOT.sub("", quote, count=1)


def negation_added(quote: str, rng: random.Random, _: Pool) -> str | None:
    verb = _pick(_BE, quote, rng)
    return quote[: verb.end()] + " not" + quote[verb.end() :] if verb else None


def number_changed(quote: str, rng: random.Random, _: Pool) -> str | None:
    number = _pick(_NUMBER, quote, rng)
    if not number:
        return None
    figures = list(number.group())
    at = rng.choice([n for n, char in enumerate(figures) if char.isdigit()])
    figures[at] = rng.choice([c for c in "123456789" if c != figures[at]])
    return quote[: number.start()] + "".join(figures) + quote[number.end() :]


def name_changed(quote: str, rng: random.Random, pool: Pool) -> str | None:
    name = _pick(_NAME, quote, rng)
    if not name or name.group().lower() in pool.lexicon.words("function"):
        return None
    others = [other for other in pool.names if other[0] != name.group()[0] and abs(len(other) - len(name.group())) < 6]
    return quote[: name.start()] + rng.choice(others) + quote[name.end() :] if others else None


def replaced(*pairs: tuple[str, str]) -> Change:
    """A change of one word for another, both ways."""
    table = dict(pairs) | {other: one for one, other in pairs}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, table))})\b")

    def change(quote: str, rng: random.Random, _: Pool) -> str | None:
        word = _pick(pattern, quote, rng)
        return quote[: word.start()] + table[word.group()] + quote[word.end() :] if word else None

    return change


def dropped(*words: str) -> Change:
    """A change that drops one of *words*."""
    pattern = re.compile(rf" (?:{'|'.join(map(re.escape, words))})(?= )")

    def change(quote: str, rng: random.Random, _: Pool) -> str | None:
        word = _pick(pattern, quote, rng)
        return quote[: word.start()] + quote[word.end() :] if word else None

    return change


def clause_cut(quote: str, rng: random.Random, _: Pool) -> str | None:
    clause = _pick(re.compile(r", (?:which|who|where|because|although|while) [^,.;:!?]{25,}(?=,)"), quote, rng)
    return quote[: clause.start()] + quote[clause.end() + 1 :] if clause else None


def gap_over_negation(quote: str, rng: random.Random, _: Pool) -> str | None:
    word = _pick(re.compile(r" (?:is|are|was|were|do|does|did|will|can|could|should|has|have) not(?= )"), quote, rng)
    return quote[: word.end() - 4] + " …" + quote[word.end() :] if word and len(quote.split()) > 8 else None


def bracket_over_negation(quote: str, rng: random.Random, _: Pool) -> str | None:
    word = _pick(re.compile(r" (?:not|never)(?= [a-z])"), quote, rng)
    return quote[: word.start()] + " [indeed]" + quote[word.end() :] if word else None


def swapped(quote: str, rng: random.Random, pool: Pool) -> str | None:
    words = quote.split(" ")
    places = [
        at
        for at in range(1, len(words) - 2)
        if all(
            w.isalpha() and w.islower() and len(w) > 4 and not pool.lexicon.has("function", w)
            for w in words[at : at + 2]
        )
    ]
    if not places:
        return None
    at = rng.choice(places)
    words[at : at + 2] = words[at + 1], words[at]
    return " ".join(words)


def spelled(quote: str, rng: random.Random, pool: Pool) -> str | None:
    return replaced(
        ("color", "colour"),
        ("center", "centre"),
        ("organization", "organisation"),
        ("realize", "realise"),
        ("defense", "defence"),
    )(quote, rng, pool)


def word_changed(quote: str, rng: random.Random, pool: Pool) -> str | None:
    word = _pick(_WORD, quote, rng, longest=6)
    if not word or not word.group().islower() or pool.lexicon.has("function", word.group()):
        return None
    other = rng.choice(pool.words)
    if other[:4] == word.group()[:4] or pool.lexicon.has("function", other):
        return None
    return quote[: word.start()] + other + quote[word.end() :]


def word_cut(quote: str, _: random.Random, __: Pool) -> str | None:
    last = quote.rstrip(".,;:!?" + _EDGE).split(" ")[-1]
    return quote.rstrip(".,;:!?" + _EDGE)[:-2] if len(last) > 6 and last.isalpha() and last[-1] != "s" else None


def shuffled(quote: str, rng: random.Random, _: Pool) -> str | None:
    words = quote.rstrip(".").split(" ")
    if len(words) < 12:
        return None
    rng.shuffle(words)
    return " ".join(words)


MUTATIONS: dict[str, tuple[Change, tuple[str, ...]]] = {
    "alone": (alone, ("VERBATIM",)),
    "curly": (curly, ("TYPOGRAPHIC", "CONVENTIONAL")),
    "dashes": (dashes, EXACT),
    "first_case": (first_case, EXACT),
    "last_mark": (last_mark, EXACT),
    "soft_hyphen": (soft_hyphen, EXACT),
    "line_end": (line_end, EXACT),
    "blanks": (blanks, EXACT),
    "ellipsis": (ellipsis, ("ELIDED",)),
    "insertion": (insertion, ("MARKED",)),
    "negation_dropped": (negation_dropped, WRONG),
    "negation_added": (negation_added, WRONG),
    "number_changed": (number_changed, WRONG),
    "name_changed": (name_changed, WRONG),
    "modal_changed": (replaced(("may", "will"), ("must", "might"), ("can", "should")), WRONG),
    "quantity_changed": (replaced(("all", "some"), ("most", "few"), ("many", "all"), ("always", "often")), WRONG),
    "hedge_dropped": (dropped("probably", "perhaps", "reportedly", "allegedly", "likely", "possibly", "maybe"), WRONG),
    "restriction_dropped": (dropped("only", "almost", "nearly", "even"), WRONG),
    "condition_changed": (replaced(("if", "because"), ("unless", "when")), WRONG),
    "comparison_turned": (replaced(("more", "less"), ("higher", "lower"), ("better", "worse")), WRONG),
    "person_changed": (replaced(("our", "their"), ("we", "they"), ("his", "my")), WRONG),
    "clause_cut": (clause_cut, WRONG),
    "gap_over_negation": (gap_over_negation, WRONG),
    "bracket_over_negation": (bracket_over_negation, WRONG),
    "swapped": (swapped, WRONG),
    "spelled": (spelled, (*EXACT, "MINOR")),
    "word_changed": (word_changed, WRONG),
    "word_cut": (word_cut, WRONG),
    "shuffled": (shuffled, WRONG),
}
#: Changes that may never pass as exact, marked or minor.
CRITICAL = ("negation_dropped", "negation_added", "number_changed", "name_changed")


def _pick(pattern: re.Pattern[str], quote: str, rng: random.Random, longest: int = 0) -> re.Match[str] | None:
    found = [m for m in pattern.finditer(quote) if len(m.group()) >= longest]
    return rng.choice(found) if found else None


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
            passage = " ".join(sentences[at : at + rng.randrange(1, 3)]).strip(_EDGE)
            if 6 <= len(passage.split()) <= 60 and "\n" not in passage and text.text.count(passage) == 1:
                found.append(passage)
    return rng.sample(found, min(most, len(found)))


def cases(folder: Path, count: int, seed: int, only: Sequence[str] = ()) -> Iterator[dict[str, object]]:
    """Cases from *folder*, at most *count*, of the mutations *only* if any are named; the same for the same seed."""
    rng = random.Random(seed)
    pages = list(read_pages(folder))
    everything = " ".join(text.text for _, text in pages)
    words = Pool(
        sorted(set(_NAME.findall(everything))),
        sorted({w for w in _WORD.findall(everything) if len(w) > 5 and w.islower()}),
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
