"""Names told without a model: by their capitals in the middle of a sentence, by their initials, by their sound."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from quotations.comparison.background import RARE, bits
from quotations.comparison.fold import fold
from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import one_letter

_OPENS = re.compile(r"""(?:^|[.!?…:]|\n\s*\n|[“”"‘'«»]|[—–])[\s“”"‘'«»()\[\]—–-]*$""")
#: A stop that shortens a form of address or a first name ends no sentence.
_ADDRESSED = re.compile(
    r"(?:^|[^\w.])(?:Mrs?|Ms|Mx|Dr|Prof|Rev|Fr|Sen|Gov|Rep|Gen|Col|Capt|Lt|Sgt|Hon|Messrs|[A-Z])\.\s$"
)
#: Languages that write every noun with a capital: there a capital says nothing.
_ALL_NOUNS = frozenset({"de", "lb"})

_SHORTEST = 4
#: Endings that common words have and few names.
_ENDINGS = (
    "s",
    "ed",
    "ing",
    "ly",
    "ion",
    "ity",
    "ness",
    "ment",
    "able",
    "ible",
    "less",
    "ful",
    "ism",
    "ship",
    "like",
    "wise",
)


def is_name(surface: str, before: str, lexicon: Lexicon) -> bool:
    """Whether a word looks like a name: *surface* as written, *before* the text in front of it."""
    if not surface[:1].isupper() or lexicon.language in _ALL_NOUNS:
        return False
    folded = surface.lower()
    if lexicon.has("function", folded) or folded in ("i", "okay", "ok") or lexicon.has("month", folded):
        return False
    if _ADDRESSED.search(before[-12:]):
        return True
    if len(surface) > 1 and surface.isupper():
        return not before.rstrip()[-12:].isupper()
    return not _OPENS.search(before[-12:] if before else "")


@cache
def _listed() -> dict[str, str]:
    """Names that the engine ships with, each with its list: "name", or "perhaps" where it is a common word too."""
    table: dict[str, str] = {}
    with (Path(__file__).parent / "data" / "names.txt").open(encoding="utf-8") as lines:
        for line in lines:
            head, _, words = line.partition(": ")
            if line[0] != "#":
                table.update(dict.fromkeys(words.split(), head))
    return table


def opens_as_name(surface: str, lexicon: Lexicon) -> bool:
    """Whether a word that opens a sentence is a name although its capital does not tell: a listed one."""
    if not surface[:1].isupper() or len(surface) < _SHORTEST:
        return False
    key = fold(surface).text
    return not lexicon.has("function", key) and _listed().get(key) == "name"


def is_listed(surface: str) -> bool:
    """Whether a word is a listed name, be it a common word too."""
    return fold(surface).text in _listed()


def may_be_name(surface: str, lexicon: Lexicon) -> bool:
    """Whether a capitalised word may be a name: a listed one that is a common word too, or one that English does not know.

    Beside another that may be one it is; alone it is not.
    """
    if not surface[:1].isupper():
        return False
    if is_listed(surface):
        return True
    key = fold(surface).text
    unknown = len(key) >= _SHORTEST and key.isalpha() and lexicon.language == "en" and bits(key) >= RARE
    return unknown and not lexicon.has("function", key) and not key.endswith(_ENDINGS)


def same_sound(left: str, right: str) -> bool:
    """Whether two folded names sound alike or differ in one letter."""
    return one_letter(left, right) or (min(len(left), len(right)) >= 3 and _sound(left) == _sound(right))


def _sound(word: str) -> str:
    for written, said in (
        ("ph", "f"),
        ("ck", "k"),
        ("sch", "sh"),
        ("tch", "ch"),
        ("ie", "i"),
        ("ey", "i"),
        ("ee", "i"),
        ("y", "i"),
        ("c", "k"),
        ("q", "k"),
        ("z", "s"),
        ("x", "ks"),
        ("th", "t"),
        ("w", "v"),
        ("j", "i"),
    ):
        word = word.replace(written, said)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[0] + re.sub(r"[eh]", "", word[1:])


def stands_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether *short* is one word made of the initials of *long* (in either order of telling)."""
    if len(short) != 1 or len(long) < 2:
        return False
    initials = "".join(word[0] for word in long)
    strong = "".join(
        word[0] for word in long if word not in ("of", "the", "and", "for", "de", "des", "la", "der", "und")
    )
    return short[0] in (initials, strong)
