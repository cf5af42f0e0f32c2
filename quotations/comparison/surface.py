"""Equal words as written: same code points, another look, another spelling, other marks between them."""

from __future__ import annotations

import re
import unicodedata

from quotations.comparison.breaks import undivided
from quotations.comparison.fold import fold, mended
from quotations.comparison.lookalikes import one_alphabet

_SHAPES = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′´`＇ʻ“”„‟«»″＂〝〞「」『』‹›\ufffd", '"') | {"'": '"'}
    | dict.fromkeys("‐‑‒–—―−﹘﹣－", "-") | {"⋯": "…"}
)  # fmt: skip
_DOTS = re.compile(r"\.(?:\s?\.){1,}|…")
_DASHES = re.compile(r"-+")
_BLANKS = re.compile(r"\s+")
_LETTERS = re.compile(r"[^\W_]")
_STOPS = re.compile(r"[.!?。！？]")
#: Fillers of Markdown, note marks and brackets of the quotation's own that are no marks of the words; marks of quoted lines in a mail.
_FURNITURE = re.compile(r"\n[ \t]*>[> \t]*|\[\d{1,3}\]|[*_#|•·]|[¹²³⁰⁴-⁹]+")


def same_blanks(left: str, right: str) -> bool:
    """Whether two texts are the same code points, any run of white space counting as one blank."""
    return left == right or _BLANKS.sub(" ", left) == _BLANKS.sub(" ", right)


def shape(marks: str) -> str:
    """Marks without their look: one kind of quotation mark, one dash, no blanks."""
    bare = _FURNITURE.sub("", marks).translate(_SHAPES)
    bare = "".join(c for c in bare if not c.isspace() and unicodedata.category(c) not in ("Cf", "Mn", "Cc"))
    return _DASHES.sub("-", _DOTS.sub("…", bare))


def word_label(quoted: str, source: str, key: str) -> str | None:
    """What differs between two writings of one folded word; None where nothing does."""
    if quoted == source:
        return None
    quoted, source = undivided(quoted), undivided(source)
    one, other = _visible(quoted), _visible(source)
    if one == other or _visible(mended(quoted)) == _visible(mended(source)):
        return "typography"
    if one.lower() == other.lower():
        return "case"
    if one_alphabet(one.lower()) == one_alphabet(other.lower()):
        return "typography" if one_alphabet(one) == one_alphabet(other) else "case"
    left, right = fold(quoted).text.strip(), fold(source).text.strip()
    if left == right or left.replace("'", "") == right.replace("'", ""):
        if key.isdigit() or key[:1] in "-^":
            return "number_form"
        if "'" in left + right:
            return "apostrophe" if left != right else ("typography" if one.lower() == other.lower() else "accent")
        return "accent"
    if key[:1].isdigit() or key in ("percent", "permille"):
        return "number_form"
    if key == "and" or "." in quoted + source:
        return "abbreviation"
    return "contraction"


def _visible(word: str) -> str:
    """A word without what nobody sees, in composed form, its apostrophes straight."""
    composed = unicodedata.normalize("NFKC", word.translate(_SHAPES)) if not word.isascii() else word
    return "".join(c for c in composed if unicodedata.category(c) != "Cf").translate(_SHAPES)


def marks_label(quoted: str, source: str) -> str | None:
    """What differs between what stands between two equal words on both sides; None where nothing does."""
    source = outside_letters(source)
    if same_blanks(quoted, source):
        return None
    left, right = shape(quoted), shape(source)
    if left == right:
        return "typography"
    if "\n" in source and left != right and left.rstrip("/") == right:
        return "typography"  # the end of a line of verse
    if {left, right} <= {"", "-"} and ("\n" in quoted + source or "\u00ad" in quoted + source):
        return "typography"
    return "marks"


def outside_letters(marks: str) -> str:
    """*marks* without anything from its first letter to its last: words that are stepped over."""
    first = _LETTERS.search(marks)
    if first is None:
        return marks
    last = max(m.end() for m in _LETTERS.finditer(marks))
    return marks[: first.start()] + " " + marks[last:]


def closes_sentence(marks: str) -> bool:
    """Whether *marks* hold a stop that ends a sentence; dots of an ellipsis do not count."""
    return bool(_STOPS.search(_DOTS.sub("", marks)))


def any_mark(marks: str) -> bool:
    """Whether *marks* hold any mark beside quotation marks."""
    return bool(shape(marks).strip('"'))
