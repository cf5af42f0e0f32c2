"""One spelling for everything that is not wording, with the way back to the text people see.

Case, diacritics, marks, dashes, ligatures, full width, raised figures, invisible characters, entities and escapes that
a bad export left behind, letters from a wrong decoding. Most characters fold to one character, so only the places where
the length changes are remembered: the map costs nothing where nothing changes.

>>> folded = fold("The ﬁrst caf\u00e9 &amp; co")
>>> folded.text
'the first cafe & co'
>>> folded.raw(14), folded.raw(15)
(13, 18)
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from quotations.comparison.lookalikes import one_alphabet

#: Letters that no decomposition of Unicode takes apart.
_STROKED = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ĸ": "k", "ŋ": "n", "ſ": "s", "ƶ": "z",
    "ɨ": "i", "ƀ": "b", "ɓ": "b", "ɖ": "d", "ƒ": "f", "ǥ": "g", "ɫ": "l", "ɵ": "o", "ʉ": "u", "ς": "σ", "æ": "ae",
    "œ": "oe", "ß": "ss", "þ": "th", "ŉ": "'n", "ꜳ": "aa",
    "ـ": "", "ى": "ي", "ی": "ي", "ک": "ك",  # Arabic: the stretching line, and letters that writers exchange
}  # fmt: skip
_SINGLE = "'‘’‚‛ʼʹ′´`＇ʻʽ\ufffd"
_DOUBLE = '"“”„‟«»″＂〝〞〟「」『』‹›❝❞'
_DASHES = "‐‑‒–—―−﹘﹣－⁃⸺⸻"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028\u2029\x85\x00"
_FOLDS: dict[str, str] = (
    dict.fromkeys(_SINGLE, "'") | dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_BLANKS, " ")
    | _STROKED | {"…": "…", "⋯": "…", "İ": "i", "™": "™", "®": "®", "ª": "a", "º": "o", "µ": "μ", "ー": "ー"}
)  # fmt: skip
#: Marks that belong to a word's look, not to its letters, in the scripts where readers take them so.
_LOOSE_MARKS = (
    (0x0300, 0x036F),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE2F),
)
_UPPER_HALF = r"[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_OTHER_HALVES = "[ÎÏÐÑ×ØÙ]"  #: first bytes of Greek, Cyrillic, Hebrew and Arabic letters: one alone is a letter
#: Entities and escapes left as letters, and UTF-8 that was read as windows-1252.
_LEFT_OVER = re.compile(  # each kind begins with a letter, which `re` looks for much quicker than for what stands before it
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});|\\u[0-9a-fA-F]{4}"
    rf"|â{_UPPER_HALF}{{2}}|[ÂÃ]{_UPPER_HALF}|[ÄÅ](?<![A-ZÀ-Þ].){_UPPER_HALF}|{_OTHER_HALVES}{_UPPER_HALF}(?:{_OTHER_HALVES}{_UPPER_HALF})+"
    r"|Ã(?<!\w.) (?=[ \w])"
)
#: Of these letters one stands in each left-over.
_SIGNS_OF_IT = ("â", "Ã", "Â", "Å", "Ä", "Ð", "Ñ", "Î", "Ï", "×", "Ø", "Ù")
#: Korean syllables in letters, kana with a sound mark apart: there the mark is part of the letter.
_CONJOINING = re.compile(r"[\u1100-\u11ff]{2,3}|[\u3041-\u30ff\uff66-\uff9d][\u3099\u309a\uff9e\uff9f]")
_ASCII = re.compile(r"[\x00-\x7f]+")
_OTHER_ALPHABETS = re.compile("[\u0370-\u052f]")
_FEW = 32  #: different characters
_DENSE = 4  #: of so many characters one is not ASCII
_NOTHING = "\u200b"  #: fills up what a shorter replacement leaves; folding takes it out again


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the ranges where folding changed its length, in both texts, in order."""

    text: str
    changes: tuple[tuple[int, int, int, int], ...] = ()  #: folded start and end, raw start and end

    def raw(self, offset: int, *, end: bool = False) -> int:
        """The offset in the raw text of the folded *offset*, taken as a range's start or its *end*.

        What folds to nothing belongs to the range before it.
        """
        at = bisect_right(self.changes, (offset, offset if end else _FAR, _FAR)) - 1
        if at < 0:
            return offset
        _, folded_end, raw_start, raw_end = self.changes[at]
        if offset < folded_end:
            return raw_end if end else raw_start
        return raw_end + offset - folded_end

    def raws(self, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """Many ranges at once, in order: as `raw`, in linear time."""
        if not self.changes:
            return starts, ends
        return self._shifted(starts, end=False), self._shifted(ends, end=True)

    def _shifted(self, offsets: list[int], *, end: bool) -> list[int]:
        """Sorted *offsets* in the raw text; between two changes all move by one distance."""
        moved: list[int] = []
        done = distance = 0
        for folded_start, folded_end, raw_start, raw_end in self.changes:
            first = folded_start + 1 if end and folded_end > folded_start else folded_start
            cut = bisect_left(offsets, first, done)
            moved += [offset + distance for offset in offsets[done:cut]]
            done = cut
            while done < len(offsets) and offsets[done] < folded_end:
                moved.append(raw_end if end else raw_start)
                done += 1
            distance = raw_end - folded_end
        moved += [offset + distance for offset in offsets[done:]]
        return moved


_FAR = 1 << 62


def fold(text: str) -> Folded:
    """Fold *text*; linear in its length, whatever it holds."""
    plain = text.isascii()
    if "&" in text or "\\" in text or (not plain and any(sign in text for sign in _SIGNS_OF_IT)):
        text = _LEFT_OVER.sub(_mended, text)
        plain = text.isascii()
    if plain:
        return Folded(_lower(text))
    others = _ASCII.sub("", text)
    if _CONJOINING.search(others):
        text = _CONJOINING.sub(_composed, text)
        others = _ASCII.sub("", text)
    longer: dict[str, str] = {}
    same: dict[str, str] = {}
    for char in set(others):
        out = fold_char(char)
        if len(out) != 1:
            longer[char] = out
        elif out != char:
            same[char] = out
    lower = _lower(_one_to_one(text, same, dense=len(others) * _DENSE > len(text)))
    return _replace(one_alphabet(lower) if _OTHER_ALPHABETS.search(others) else lower, longer)


def mended(text: str) -> str:
    """*text* with what was meant by the entities, escapes and wrong decodings that a bad export left in it."""
    return _LEFT_OVER.sub(_mended, text).replace(_NOTHING, "")


def _composed(found: re.Match[str]) -> str:
    """Hangul letters or kana with their sound marks as one character, filled up to the same length."""
    return unicodedata.normalize("NFKC", found.group()).ljust(len(found.group()), _NOTHING)


def _mended(found: re.Match[str]) -> str:
    """The character meant by an escape or a misreading, filled up to the same length."""
    seen = found.group()
    if seen[0] == "&":
        import html

        meant = html.unescape(seen)
    elif seen[0] == "\\":
        meant = chr(int(seen[2:], 16))
    elif seen == "Ã ":
        meant = "à"  # its second half, a no-break space, became a plain one
    else:
        try:
            meant = bytes(ord(c) if ord(c) < 256 else c.encode("cp1252")[0] for c in seen).decode()
        except UnicodeError:
            return seen
    return meant.ljust(len(seen), _NOTHING)[: len(seen)]


def _one_to_one(text: str, changes: dict[str, str], *, dense: bool) -> str:
    """Replace single characters; a translation looks at each character, which pays only where they stand *dense*.

    A few are replaced one after the other.
    """
    if not changes:
        return text
    if dense:
        return text.translate({ord(char): out for char, out in changes.items()})
    if len(changes) <= _FEW and changes.keys().isdisjoint(changes.values()):
        for char, out in changes.items():
            text = text.replace(char, out)
        return text
    return re.sub(f"[{re.escape(''.join(changes))}]", lambda found: changes[found.group()], text)


def _lower(text: str) -> str:
    return text.lower().replace("\x00", " ").replace("`", "'")


def _replace(text: str, longer: dict[str, str]) -> Folded:
    """Make the replacements that change lengths, and note where."""
    if not longer:
        return Folded(text)
    forms = {low: out for char, out in longer.items() for low in (char, char.lower()) if len(low) == 1}
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    done = length = 0
    # What folds to nothing is a range of its own: it belongs to the one before it.
    kinds = [[char for char, out in forms.items() if bool(out) is filled] for filled in (False, True)]
    pattern = "|".join(f"[{re.escape(''.join(kind))}]+" for kind in kinds if kind)
    for found in re.finditer(pattern, text):
        out = "".join(forms[c] for c in found.group())
        pieces += (text[done : found.start()], out)
        length += found.start() - done
        changes.append((length, length + len(out), found.start(), found.end()))
        length += len(out)
        done = found.end()
    pieces.append(text[done:])
    return Folded("".join(pieces), tuple(changes))


def fold_char(char: str) -> str:
    """What one character folds to; empty for what nobody sees."""
    known = _FOLDS.get(char)
    if known is None:
        known = _FOLDS[char] = _fold_unknown(char)
    return known


def _fold_unknown(char: str) -> str:
    code, kind = ord(char), unicodedata.category(char)
    if kind in ("Cf", "Cs") or any(low <= code <= high for low, high in _LOOSE_MARKS):
        return "" if kind != "Cs" else " "
    wide = unicodedata.normalize("NFKC", char)
    if kind == "No" and wide != char:
        if "⁄" in wide:
            return " " + wide.replace("⁄", "/")
        return "^" + wide if unicodedata.decomposition(char).startswith(("<super>", "<sub>")) else wide
    if kind == "Nd":
        return str(unicodedata.decimal(char))
    if not wide[0].isalpha():
        return wide if len(wide) == 1 and wide != " " else ("…" if wide.startswith("..") else char)
    bare = "".join(
        c for c in unicodedata.normalize("NFD", wide) if not any(lo <= ord(c) <= hi for lo, hi in _LOOSE_MARKS)
    )
    bare = unicodedata.normalize("NFC", bare).lower()
    return "".join(_FOLDS.get(c, c) for c in bare)
