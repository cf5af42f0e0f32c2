"""A text as words: folded keys with the places where they stand.

Words part at apostrophes (``did|n't`` (*did*, *not*), ``l'|ag``), hyphens, and between letters and digits; where a script writes no
blanks each character is a word. A number keeps its sign and decimals; ``%`` is *percent*; raised figures begin with
``^``; the ending of *8th* is no word; F.B.I. is one.

>>> tokenize("He didn't pay $1,300 (8%).").keys
['he', 'did', 'not', 'pay', '$', '1300', '8', 'percent']
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, groupby

from quotations.comparison.fold import fold

_SOLID = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u30a0-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # scripts without blanks
_VOWELS = "\u0300-\u036f\u0483-\u0487\u0900-\u0dff\u0f00-\u0fff\u1c00-\u1cff\ua8e0-\ua9ff\uaa00-\uaadf\uabe0-\uabff"  # signs that are no letters to `re`
_NUMBER = r"\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|re|ere|eme|nde|(?<=1)(?<!\d1)er)(?![^\W_]))?"
_COMPARING = "<>≤≥≠±"
JOINED = "\ud800"  #: may stand for the blank between such a sign and its figure; no folded text has one of its own
_SIGN = rf"[%‰$€£¥₹₽₩&]|\^[\dn+-]+|[{_COMPARING}](?=[ {JOINED}]?\d)"
_LETTER = r"[^\W\d_]"
#: Behind a first letter: F.B.I., U.S., e.g., which are initials with stops, …
_INITIALS = rf"\.(?:{_LETTER}\.)+(?:{_LETTER}(?![^\W_]))?|\.{_LETTER}(?![^\W_]|\.{_LETTER})"
_TAIL = rf"(?:'(?![\uac00-\ud7a3]){_LETTER}+)*"  # in Korean a mark before a particle is a quotation mark
_LATIN = re.compile(  # the same as `_PLAIN` for lines that fold to ASCII, twice as quick
    r"([a-z](?:[a-z]+(?:'[a-z]+)*|\.(?:[a-z]\.)+(?:[a-z](?![a-z0-9]))?|\.[a-z](?![a-z0-9]|\.[a-z])|(?:'[a-z]+)*)"
    r"|[0-9]+(?:[.,][0-9]+)*(?:(?:st|nd|rd|th|re|ere|eme|nde|(?<=1)(?<![0-9]1)er)(?![a-z0-9]))?|[%$&]|\^[0-9n+-]+|[<>](?= ?[0-9]))"
)
_PLAIN = re.compile(rf"({_LETTER}(?:{_LETTER}+{_TAIL}|{_INITIALS}|{_TAIL})|{_NUMBER}|{_SIGN})")
_NEEDS_FULL = re.compile(f"[{_SOLID}{_VOWELS}]")
_BEFORE_FIGURE = re.compile(rf"(?<=[{_COMPARING}]) (?=\d)")
_SIGNS = {"%": "percent", "‰": "permille", "&": "and"}
#: Heads that keep their apostrophe in French, Italian and Catalan: l'eau, qu'il, dell'arte.
_CLITIC = re.compile(r"(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|un|gl|quest|quell)'$")
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall"}
_Parts = tuple[tuple[int, int, str], ...]


@cache
def _full() -> re.Pattern[str]:
    """The pattern for all scripts, compiled when a text first needs it."""
    letter = rf"[^\W\d_{_SOLID}]"
    run = rf"(?:{letter}+|[{_VOWELS}]+)*{_TAIL}"
    return re.compile(
        rf"({letter}(?:{_INITIALS}|{run})|[{_SOLID}](?:(?<={_LETTER})(?:{_INITIALS})|[\u3099\u309a\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])?"
        rf"|[{_VOWELS}]{run}|{_NUMBER}|{_SIGN})"
    )


@dataclass(slots=True)
class Tokens:
    """The words of one text: parallel lists of folded keys and of raw offsets."""

    keys: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.keys)


def tokenize(raw: str) -> Tokens:
    """The words of *raw*, in linear time.

    One split by a pattern gives gaps and words in turn, so that offsets are running sums; only the words that part
    further, numbers and signs are looked at one by one.
    """
    folded = fold(raw)
    keys, starts, ends, numbers = words_in(folded.text)
    starts, ends = folded.raws(starts, ends)
    if numbers:
        _sign_numbers(raw, keys, starts, numbers)
    return Tokens(keys, starts, ends)


def words_in(text: str) -> tuple[list[str], list[int], list[int], list[int]]:
    """The words of a folded *text*, where each begins and ends in it, and which of them are figures."""
    parts = _split(text)
    offsets = list(accumulate(map(len, parts)))
    keys, starts, ends = parts[1::2], offsets[0:-1:2], offsets[1::2]
    numbers: list[int] = []
    if "".join(keys).isalpha() and FUSED.keys().isdisjoint(keys):
        return keys, starts, ends, numbers
    odd = {word for word in set(keys) if not word.isalpha() or word in FUSED}
    if odd:
        special = [at for at, word in enumerate(keys) if word in odd]
        keys, starts, ends = _parted(keys, starts, ends, special, numbers)
    return keys, starts, ends, numbers


def joined(text: str) -> str:
    """A folded *text* that may be parted at any blank: signs that compare hold on to their figures."""
    return _BEFORE_FIGURE.sub(JOINED, text) if any(sign in text for sign in _COMPARING) else text


def _split(text: str) -> list[str]:
    """Gaps and words of a folded *text* in turn; neighbouring lines of one script by the cheapest pattern that knows it.

    No word goes over the end of a line.
    """
    if text.isascii():
        return _LATIN.split(text)
    parts: list[str] = []
    for pattern, lines in groupby(text.split("\n"), _pattern):
        more = pattern.split("\n".join(lines))
        if parts:
            more[0] = parts.pop() + "\n" + more[0]
        parts += more
    return parts


def _pattern(line: str) -> re.Pattern[str]:
    if line.isascii():
        return _LATIN
    return _full() if _NEEDS_FULL.search(line) else _PLAIN


def _parted(
    keys: list[str], starts: list[int], ends: list[int], special: list[int], numbers: list[int]
) -> tuple[list[str], list[int], list[int]]:
    """The lists with the words at *special* parted or rewritten; the places of figures are added to *numbers*."""
    new_keys: list[str] = []
    new_starts: list[int] = []
    new_ends: list[int] = []
    known: dict[str, _Parts] = dict(FUSED)
    done = 0
    for at in special:
        new_keys += keys[done:at]
        new_starts += starts[done:at]
        new_ends += ends[done:at]
        done = at + 1
        word, start = keys[at], starts[at]
        parts = known.get(word)
        if parts is None:
            parts = known[word] = _parts(word)
        if word[0] in FIGURES:
            numbers.append(len(new_keys))
        for offset, size, key in parts:
            new_keys.append(key)
            new_starts.append(start + offset)
            new_ends.append(start + offset + size)
    new_keys += keys[done:]
    new_starts += starts[done:]
    new_ends += ends[done:]
    return new_keys, new_starts, new_ends


FIGURES = frozenset("0123456789")


def _fused() -> dict[str, _Parts]:
    """English words that are two: spoken forms, and contractions that lost their apostrophe."""
    made: dict[str, _Parts] = {
        word: ((0, size, head), (size, len(word) - size, tail))
        for word, size, head, tail in (
            ("gonna", 3, "going", "to"), ("gotta", 3, "got", "to"), ("wanna", 3, "want", "to"), ("cannot", 3, "can", "not"),
            ("gimme", 3, "give", "me"), ("lemme", 3, "let", "me"), ("kinda", 4, "kind", "of"), ("sorta", 4, "sort", "of"),
            ("outta", 3, "out", "of"), ("ive", 1, "i", "have"), ("weve", 2, "we", "have"),
        )
    }  # fmt: skip
    for stem in ["do", "did", "does", "is", "was", "were", "have", "has", "had", "could", "would", "should", "are"]:
        made[stem + "nt"] = ((0, len(stem), stem), (len(stem), 2, "not"))
    for word, key in (("cant", "can"), ("wont", "will")):
        made[word] = ((0, len(word) - 2, key), (len(word) - 2, 2, "not"))
    for stem in ["you", "they"]:
        for ending, key in (("re", "are"), ("ve", "have"), ("ll", "will")):
            made[stem + ending] = ((0, len(stem), stem), (len(stem), 2, key))
    for stem in ["that", "what", "there", "he", "she", "who", "where", "how"]:
        made[stem + "s"] = ((0, len(stem), stem), (len(stem), 1, "'s"))
    return made


FUSED = _fused()


def _parts(word: str) -> _Parts:
    """The words in one run of letters with apostrophes, one number, or one sign."""
    first = word[0]
    if first.isdigit():
        return ((0, len(word), number_key(word)),)
    if "." in word:
        return ((0, len(word), word.replace(".", "")),)
    if "'" in word:
        if word.endswith("n't") and len(word) > 3:
            head = len(word) - 3
            return ((0, head, _BEFORE_NOT.get(word[:head], word[:head])), (head, 3, "not"))
        return _at_apostrophes(word)
    return ((0, len(word), _SIGNS.get(word, word)),)


def _at_apostrophes(word: str) -> _Parts:
    """Split at each apostrophe: a short head keeps it (``l'``), else the tail takes it (``'s``)."""
    parts: list[tuple[int, int, str]] = []
    at = 0
    pieces = word.split("'")
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        if not last and _CLITIC.match(piece + "'"):
            parts.append((at, len(piece) + 1, piece + "'"))
        elif number and not parts[-1][2].endswith("'"):
            parts.append((at - 1, len(piece) + 1, _ENDINGS.get("'" + piece, "'" + piece)))
        else:
            parts.append((at, len(piece), piece))
        at += len(piece) + 1
    return tuple(parts)


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def number_key(number: str) -> str:
    """A number without separators of thousands, ordinal ending and needless zeros."""
    number = number.rstrip("stndrhem")
    if "," in number and _GROUPED.fullmatch(number):
        number = number.replace(",", "")
    return number


def _sign_numbers(raw: str, keys: list[str], starts: list[int], numbers: list[int]) -> None:
    """Give the figures at *numbers* their minus."""
    if "-" not in raw and "−" not in raw and "–" not in raw:
        return
    for at in numbers:
        if has_minus(raw, starts[at], first=not at):
            keys[at] = "-" + keys[at]


def has_minus(raw: str, start: int, *, first: bool) -> bool:
    """Whether a minus before *start* belongs to the figure there, which may be the *first* word.

    U+2212 always does, a hyphen or en dash where no word or figure precedes.
    """
    mark = raw[start - 1 : start]
    return mark == "−" or (
        mark in "-–"
        and mark != ""
        and raw[start - 2 : start - 1] in _BEFORE_MINUS
        and (first or not _ranged(raw, start))
    )


_BEFORE_MINUS = frozenset(["", " ", "\n", "(", "[", "\u00a0", "\t"])


def _ranged(raw: str, start: int) -> bool:
    """Whether the mark before *start* has a figure behind a blank: ``5 -10`` is a range or a sum."""
    before = raw[max(0, start - 8) : start - 1].rstrip()
    return before[-1:].isdigit()
