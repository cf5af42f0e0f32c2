"""Changes that people make to what they quote, one function each, and the verdicts that are right for each."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from quotations.comparison.lexicon import Lexicon

EXACT = ("VERBATIM", "TYPOGRAPHIC", "CONVENTIONAL")
MARKED = (*EXACT, "MARKED", "ELIDED")
WRONG = ("ALTERED", "SPLICED", "CRITICAL", "PARTIAL", "PARAPHRASE", "NOT_FOUND")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: No note marks: those of the article are its own.
_NUMBER = re.compile(r"(?<![\w.,-])(?<!\S\[)\d{1,3}(?:,\d{3})*(?![\w,]|\.\d)")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z])")
_NOT = re.compile(r"\b(?:not|never|no longer|nicht|pas|nie|jamais|nunca) (?=\w)")
_BE = re.compile(r"\b(is|are|was|were|will|can|must|should|could|would|may)\b(?! not\b|n't)")
EDGE = "\"'“”‘’«»()[] \n\t"

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
    word = _pick(WORD, quote, rng, longest=6)
    return quote[: word.start() + 3] + "\u00ad" + quote[word.start() + 3 :] if word else None


def line_end(quote: str, rng: random.Random, _: Pool) -> str | None:
    word = _pick(WORD, quote, rng, longest=8)
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
    name = _pick(NAME, quote, rng)
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
    word = _pick(WORD, quote, rng, longest=6)
    if not word or not word.group().islower() or pool.lexicon.has("function", word.group()):
        return None
    other = rng.choice(pool.words)
    if other[:4] == word.group()[:4] or pool.lexicon.has("function", other):
        return None
    return quote[: word.start()] + other + quote[word.end() :]


def word_cut(quote: str, _: random.Random, __: Pool) -> str | None:
    last = quote.rstrip(".,;:!?" + EDGE).split(" ")[-1]
    return quote.rstrip(".,;:!?" + EDGE)[:-2] if len(last) > 6 and last.isalpha() and last[-1] != "s" else None


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
