"""Names told without a model: by their capitals in the middle of a sentence, by their initials, by their sound."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.comparison.lexicon import Lexicon
from quotations.comparison.likeness import one_letter

_OPENS = re.compile(r"""(?:^|[.!?…:]|\n\s*\n|[“”"‘'«»]|[—–])[\s“”"‘'«»()\[\]—–-]*$""")
#: A stop that shortens a form of address or a first name ends no sentence.
_ADDRESSED = re.compile(
    r"(?:^|[^\w.])(?:Mrs?|Ms|Mx|Dr|Prof|Rev|Fr|Sen|Gov|Rep|Gen|Col|Capt|Lt|Sgt|Hon|Messrs|[A-Z])\.\s$"
)
#: Languages that write every noun with a capital: there a capital says nothing.
_ALL_NOUNS = frozenset({"de", "lb"})


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
