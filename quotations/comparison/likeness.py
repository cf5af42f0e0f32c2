"""How alike two words are: the cost of aligning them, and the name of the difference."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from quotations.comparison.lexicon import Lexicon, lexicon

EQUAL, SPELLING, CONTRACTION, NUMBER, STEM, TYPO, FUNCTION, CONTENT, MIXED, FIGURE = (
    "equal", "spelling", "contraction", "number_form", "inflection", "typo", "function", "content", "mixed", "figure",
)  # fmt: skip
_COST = {
    SPELLING: 0.05,
    CONTRACTION: 0.1,
    NUMBER: 0.1,
    STEM: 0.35,
    TYPO: 0.5,
    FUNCTION: 0.9,
    CONTENT: 1.3,
    MIXED: 1.7,
    FIGURE: 2.0,
}
#: British endings of words and the American ones; the first that fits is taken.
_BRITISH = (
    ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("yse", "yze"),
    ("ysing", "yzing"), ("ysed", "yzed"), ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"),
    ("ourable", "orable"), ("ourite", "orite"), ("ourites", "orites"), ("ourful", "orful"), ("ogue", "og"),
    ("ogues", "ogs"), ("tre", "ter"), ("tres", "ters"), ("bre", "ber"), ("ence", "ense"), ("ences", "enses"),
    ("lled", "led"), ("lling", "ling"), ("ller", "ler"), ("llers", "lers"), ("lment", "llment"), ("lful", "llful"),
    ("mme", "m"), ("mmes", "ms"), ("xion", "ction"),
)  # fmt: skip
_DOUBLED_FROM = 8  #: letters of a word whose l is doubled by spelling alone: travelled, not filled


_MOST_KNOWN = 4000  #: words whose likenesses are kept


class Likeness:
    """Likenesses by one lexicon; each pair is worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._function = lexicon.words("function")
        self._known: dict[str, dict[str, tuple[float, str]]] = {}

    def of(self, quoted: str, source: str) -> tuple[float, str]:
        """The cost and the name of taking *quoted* for *source*."""
        if quoted == source:
            return 0.0, EQUAL
        known = self.known(quoted)
        found = known.get(source)
        if found is None:
            kind = self._kind(quoted, source)
            found = known[source] = (_COST[kind], kind)
        return found

    def known(self, quoted: str) -> dict[str, tuple[float, str]]:
        """What has been worked out of *quoted* so far, by the words of the text."""
        found = self._known.get(quoted)
        if found is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            found = self._known[quoted] = {}
        return found

    def is_function(self, key: str) -> bool:
        """Whether *key* is a function word."""
        return key in self._function

    def _kind(self, quoted: str, source: str) -> str:
        lexicon = self.lexicon
        figures = has_figure(quoted) + has_figure(source)
        if figures == 2:
            return NUMBER if same_figure(quoted, source) else FIGURE
        if figures == 1:
            word, figure = (source, quoted) if has_figure(quoted) else (quoted, source)
            return (
                NUMBER if lexicon.form("number", word) == figure or lexicon.form("ordinal", word) == figure else MIXED
            )
        if same_spelling(quoted, source, lexicon) or _may_be_umlaut(quoted, source, lexicon):
            return SPELLING
        if lexicon.has(f"contraction {quoted}", source) or lexicon.has(f"contraction {source}", quoted):
            return CONTRACTION
        if same_stem(quoted, source, lexicon):
            return STEM
        if (quoted in self._function) != (source in self._function):
            return MIXED
        if quoted in self._function:
            return FUNCTION
        return TYPO if one_letter(quoted, source) else CONTENT


@lru_cache(maxsize=16)
def likeness_in(language: str | None) -> Likeness:
    """The likenesses by the lexicon of *language*, which all quotations in it share."""
    return Likeness(lexicon(language))


def has_figure(key: str) -> bool:
    """Whether *key* is written in figures."""
    return key[-1:].isdigit() and (key[0].isdigit() or key[0] in "-^")


def same_figure(left: str, right: str) -> bool:
    """Whether two numbers in figures are one value in two styles: 1.300 and 1300, 7,5 and 7.5, 05 and 5."""
    if left == right:
        return True
    if left[0] in "-^" or right[0] in "-^":
        return left[0] == right[0] and same_figure(left[1:], right[1:])
    return bool(figure_values(left) & figure_values(right))


def figure_values(figure: str) -> set[str]:
    """The values that *figure* may have: a stop or comma before three figures may part thousands or decimals."""
    parts = figure.replace(",", ".").split(".")
    values: set[str] = set()
    if len(parts) == 1:
        return {parts[0].lstrip("0") or "0"}
    if all(len(part) == 3 for part in parts[1:]):
        values.add("".join(parts).lstrip("0"))
    if len(parts) == 2 and not ("," in figure and len(parts[1]) == 3):
        # behind what may be thousands three figures are decimals only as they are: 7.300 is no 7.30
        exact = len(parts[1]) == 3 and len(parts[0]) <= 3 and parts[0].strip("0") != ""
        decimals = parts[1] if exact else parts[1].rstrip("0")
        values.add(f"{parts[0].lstrip('0') or '0'}.{decimals}".rstrip("."))
    return values or {figure}


@lru_cache(maxsize=4096)
def plain_spelling(word: str) -> str:
    """A common form of British and American spellings."""
    if len(word) < 5:
        return word
    for british, american in _BRITISH:
        if word.endswith(british) and not (british.startswith("ll") and len(word) < _DOUBLED_FROM):
            word = word[: -len(british)] + american
            break
    return (
        word.replace("ae", "e")
        .replace("oe", "e")
        .replace("colour", "color")
        .replace("labour", "labor")
        .replace("neighbour", "neighbor")
        .replace("defence", "defense")
    )


def same_spelling(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two words are one in two spellings or by an abbreviation."""
    same = lexicon.pairs.get("same_word", _NO_PAIRS)
    if same.get(left, left) == same.get(right, right):
        return True
    if left == "'s" or right == "'s":
        return False
    return lexicon.language == "en" and plain_spelling(left) == plain_spelling(right)


#: Languages whose letters with dots, strokes and rings are also written as two: ue, oe, aa.
UMLAUTS = frozenset({"de", "no", "da", "sv"})
_SECOND = re.compile("(?<=[aou])e|(?<=a)a")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"})


def _may_be_umlaut(quoted: str, source: str, lexicon: Lexicon) -> bool:
    """Whether two folded words may be one with an umlaut on one side and two letters for it on the other."""
    return (
        lexicon.language in UMLAUTS
        and 0 < abs(len(quoted) - len(source)) <= 3
        and _SECOND.sub("", quoted) == _SECOND.sub("", source)
    )


def two_letters(word: str) -> str:
    """A word as written, in small letters, without umlauts: two letters for each."""
    return unicodedata.normalize("NFC", word.lower()).translate(_TWO_LETTERS)


def same_stem(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether two words are forms of one: by the lexicon's table, or by their common endings."""
    lemmas = lexicon.pairs.get("lemma", _NO_PAIRS)
    if lemmas.get(left, left) == lemmas.get(right, right):
        return True
    if left[:1] != right[:1]:  # only the table has went for go
        return False
    if lexicon.language == "en":
        if not _stems(left).isdisjoint(_stems(right)):
            return True
        adjectives = lexicon.words("adjective")
        return not _degrees(left, adjectives).isdisjoint(_degrees(right, adjectives))
    short, long = sorted((left, right), key=len)
    common = 0
    while common < len(short) and short[common] == long[common]:
        common += 1
    return common >= 4 and len(short) - common <= 2 and len(long) - common <= 3


@lru_cache(maxsize=4096)
def _stems(word: str) -> frozenset[str]:
    """What an English word may be a plural, a past or a participle of, itself included."""
    stems = {word}
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        stems.add(word[:-1])
        if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
            stems.add(word[:-2])
    if word.endswith("ies") and len(word) > 4:
        stems.add(word[:-3] + "y")
    for suffix in ("ed", "ing"):
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3:
            stems |= {stem, stem + "e"}
            if stem[-1] == "i" and suffix == "ed":
                stems.add(stem[:-1] + "y")
            if stem[-1] == stem[-2] and len(stem) > 3:
                stems.add(stem[:-1])
    return frozenset(stems)


@lru_cache(maxsize=4096)
def _degrees(word: str, adjectives: frozenset[str]) -> frozenset[str]:
    """The adjectives of which *word* may be a degree: only listed ones, a teacher is no degree of teach."""
    found = {word} & adjectives
    for suffix in ("er", "est"):
        stem = word.removesuffix(suffix)
        if stem != word:
            forms = {stem, stem + "e", stem[:-1], stem[:-1] + "y" if stem.endswith("i") else stem}
            found |= forms & adjectives
    return frozenset(found)


_NO_PAIRS: dict[str, str] = {}


def one_letter(left: str, right: str) -> bool:
    """Whether one letter was changed, added, dropped, or two neighbours changed places; in words of five or more."""
    if min(len(left), len(right)) < 4 or abs(len(left) - len(right)) > 1 or max(len(left), len(right)) < 5:
        return False
    at = 0
    while at < min(len(left), len(right)) and left[at] == right[at]:
        at += 1
    if len(left) == len(right):
        return left[at + 1 :] == right[at + 1 :] or (
            left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
        )
    return left[at + 1 :] == right[at:] if len(left) > len(right) else left[at:] == right[at + 1 :]


def slip_of_pen(left: str, right: str) -> bool:
    """Whether two words differ in the order of two neighbouring letters, or in a letter that is doubled."""
    if len(left) == len(right):
        at = next((n for n in range(len(left)) if left[n] != right[n]), None)
        return at is not None and left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    return len(left) > 4 and _DOUBLED.sub(r"\1", left) == _DOUBLED.sub(r"\1", right)


_DOUBLED = re.compile(r"(.)\1")
