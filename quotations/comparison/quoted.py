"""A quotation taken apart: its words, declared gaps, editorial brackets, and what is said of it in its own brackets.

Words in square brackets are the editor's: a wildcard in the alignment. ``[T]he`` and ``become[s]`` are words with a
declared letter. *sic* and "(emphasis added)" are no words at all, and declare themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum

from quotations.comparison.tokens import tokenize
from quotations.model import Span

_DOTS = r"(?:…|⋯|\.(?:[ \u00a0]?\.){2,})(?:[ \u00a0]?[.…])*"
ELLIPSIS = re.compile(
    rf"\[\s*(?:{_DOTS}|\.\.)\s*\]|\(\s*(?:{_DOTS}|\.\.)\s*\)|{_DOTS}|\*[ ]\*[ ]\*|(?<=\s)\*\*\*(?=\s)|\[(?:snip|---?|—|\s*)\]"
)
_OF_GAPS = "…⋯*[("  #: one of them stands in every ellipsis but those of three dots
_NOTE = re.compile(
    r"[\[(]\s*(?:sic|sic!|(?:emphasis|italics?|bold|bolding|underlining|highlighting)\s[^\[\]()]{0,40}(?:added|mine|ours|supplied|omitted|original)"
    r"|(?:citations?|footnotes?|internal quotation marks)\s[^\[\]()]{0,40}omitted|cleaned up|my emphasis|hervorhebung[^\[\]()]{0,40}|c'est nous qui soulignons)\s*[\])]",
    re.IGNORECASE,
)
_UNDIVIDED = "\u0e00-\u0eff\u3005-\u30ff\u3400-\u9fff"  #: scripts without blanks, where a bracket holds words and no letters of one
_LETTERS = re.compile(rf"\[([^\W{_UNDIVIDED}]{{1,4}})\](?=\w)|(?<=\w)\[([^\W\d_{_UNDIVIDED}]{{1,5}})\]")
_SQUARE = re.compile(r"\[([^\[\]]{1,300})\]")
_ROUND = re.compile(r"\(([^()]{1,300})\)")
_NOTE_MARK = re.compile(r"^(?:\d{1,3}|[a-z])$")
#: A note mark that was copied with the words.
_COPIED = re.compile(r"(?<=[^\s\[(])\[\d{1,3}\]")
_GONE = "\u200b"


class Reading(Enum):
    """How the brackets of a quotation are read."""

    LITERAL = "literal"  #: as words
    SQUARE = "square"  #: square brackets are the editor's
    ROUND = "round"  #: round ones too


@dataclass(slots=True)
class Item:
    """One word of a quotation, or one editorial bracket (its key is empty)."""

    key: str
    span: Span  #: in the quotation's text
    inner: tuple[str, ...] = ()  #: of a bracket: the folded words in it
    lettered: bool = False  #: a word with letters in brackets
    round: bool = False


@dataclass(slots=True)
class Quoted:
    """A quotation read in one way: items, and the segments that its ellipses part."""

    text: str
    reading: Reading
    items: list[Item] = field(default_factory=list)
    segments: list[range] = field(default_factory=list)  #: of items; never empty ranges
    notes: list[Span] = field(default_factory=list)  #: [sic], (emphasis added)
    gaps: list[Span] = field(default_factory=list)  #: the ellipses
    opens_with_gap: bool = False
    closes_with_gap: bool = False
    brackets: int = 0  #: editorial ones
    keys: list[str] = field(default_factory=list)  #: the words; empty strings stand for brackets


#: Brackets of full width, and the tortoise-shell ones that Japanese editors use.
_WIDE = str.maketrans("［］〔〕（）", "[][]()")


def readings(text: str) -> list[Reading]:
    """The ways in which the brackets of *text* can be read, the most literal first."""
    plain = text if text.isascii() else text.translate(_WIDE)
    if "[" not in plain and "(" not in plain:
        return [Reading.LITERAL]
    bare = _NOTE.sub("", ELLIPSIS.sub("", plain))
    found = [Reading.LITERAL]
    if "[" in bare:
        found.append(Reading.SQUARE)
    if "(" in bare:
        found.append(Reading.ROUND)
    return found


def read_quoted(text: str, reading: Reading) -> Quoted:
    """Take *text* apart; linear in its length."""
    quoted = Quoted(text, reading)
    bare = text if text.isascii() else text.translate(_WIDE)
    if "[" in bare or "(" in bare:
        quoted.notes = [Span(*note.span()) for note in _NOTE.finditer(bare)]
        for note in quoted.notes:
            bare = bare[: note.start] + " " * len(note) + bare[note.end :]
    if any(sign in bare for sign in _OF_GAPS) or bare.count(".") > 2:
        quoted.gaps = [Span(*gap.span()) for gap in ELLIPSIS.finditer(bare)]
    lettered: list[tuple[int, int]] = []
    if "[" in bare and reading is not Reading.LITERAL:
        chars = list(bare)
        for mark in _COPIED.finditer(bare):
            chars[mark.start() : mark.end()] = " " * (mark.end() - mark.start())
        bare = "".join(chars)
        lettered = [letters.span() for letters in _LETTERS.finditer(bare)]
        for start, end in lettered:
            chars[start] = chars[end - 1] = _GONE
        bare = "".join(chars)
    brackets = _brackets(bare, reading, quoted.gaps)
    quoted.gaps = _dotted(quoted.gaps, brackets)
    brackets = [one for one in brackets if one[0] not in quoted.gaps]
    quoted.brackets = len(brackets) + len(lettered)
    _fill(quoted, bare, brackets, lettered)
    return quoted


def _brackets(bare: str, reading: Reading, gaps: list[Span]) -> list[tuple[Span, bool]]:
    """The editorial brackets, each with whether it is a round one; note marks are none."""
    found: list[tuple[Span, bool]] = []
    if reading is not Reading.LITERAL:
        found += [(Span(*m.span()), False) for m in _SQUARE.finditer(bare) if not _NOTE_MARK.match(m[1].strip())]
    if reading is Reading.ROUND:
        found += [(Span(*m.span()), True) for m in _ROUND.finditer(bare)]
    found = [one for one in found if not any(gap.holds(one[0]) for gap in gaps)]
    return sorted(found, key=lambda one: one[0].start)


def _dotted(gaps: list[Span], brackets: list[tuple[Span, bool]]) -> list[Span]:
    """The gaps, where a bracket with dots in it, "[… all the details …]", is one gap as a whole."""
    if not gaps or not brackets:
        return gaps
    dotted = [where for where, _ in brackets if any(where.holds(gap) for gap in gaps)]
    kept = [gap for gap in gaps if not any(where.holds(gap) for where in dotted)]
    return sorted(kept + dotted)


def _fill(quoted: Quoted, bare: str, brackets: list[tuple[Span, bool]], lettered: list[tuple[int, int]]) -> None:
    """Turn the words into items, brackets into wildcards, and part the segments at the gaps."""
    tokens = tokenize(bare)
    gaps = quoted.gaps
    gap = bracket = letter = 0
    first = 0
    inside: Item | None = None
    inside_end = -1
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        while bracket < len(brackets) and brackets[bracket][0].start <= start:
            where, is_round = brackets[bracket]
            inside = Item("", where, round=is_round)
            inside_end = where.end
            quoted.items.append(inside)
            bracket += 1
        while gap < len(gaps) and gaps[gap].start < start:
            count = len(quoted.items) - (1 if inside is not None and inside.span.start > gaps[gap].start else 0)
            if count > first:
                quoted.segments.append(range(first, count))
                first = count
            elif not quoted.segments:
                quoted.opens_with_gap = True
            gap += 1
        if gap and start < gaps[gap - 1].end:
            continue
        if inside is not None and start < inside_end:
            inside.inner += (key,)
            continue
        while letter < len(lettered) and lettered[letter][1] < start:
            letter += 1
        marked = letter < len(lettered) and lettered[letter][0] <= end and lettered[letter][1] >= start
        quoted.items.append(Item(key, Span(start, max(start, end)), lettered=marked))
    if len(quoted.items) > first:
        quoted.segments.append(range(first, len(quoted.items)))
    quoted.closes_with_gap = bool(gaps and quoted.items) and gaps[-1].start >= quoted.items[-1].span.end
    quoted.keys = [item.key for item in quoted.items]
