"""Lines that run from right to left, put into the order in which they are read.

PDFium gives the words of such a line in their order, but the letters of some as they were drawn, those first that
stand on the left, and marks and quotation marks before or behind the blank beside them. Where the letters stand on the
page is sure: a line is read by it, from the right, the runs in it of figures and of other scripts from the left.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence

Sides = Callable[[int], tuple[float, float]]  #: left and right of the character at an index; (0, 0) without a place

#: Letters of Hebrew, Arabic, Syriac, Thaana and N'Ko, presentation forms among them.
_LETTER = re.compile(r"[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u08c7\ufb1d-\ufdff\ufe70-\ufefc]")
_OTHER = re.compile(r"[^\W\d_\u0590-\u08ff\ufb1d-\ufefc]")
_MIRRORED = str.maketrans("«»‹›()[]", "»«›‹)(][")
_OPENING, _CLOSING = "«‹([", "»›)]"
_ALEF = frozenset("اأإآ")
_LINE_END = re.compile(r"(\r?\n|\r|\ufffe)")
#: A run of such letters with their marks, and one of what is written from the left inside them.
_WORD = re.compile(r"[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]{2,}")
_RUN = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0370-\u052f\d](?:[^\u0590-\u08ff\ufb1d-\ufefc]*[A-Za-z\u00c0-\u024f\u0370-\u052f\d])?|"
    r"[\u0660-\u0669\u06f0-\u06f9](?:[.,/:\u066a-\u066c-]?[\u0660-\u0669\u06f0-\u06f9])+"
)
_GAP = 0.33  #: of a letter's usual width: less between two letters parts no words
_FEWEST = 2  #: letters: a line of fewer has no order
_LONGEST = 4_000  #: characters of one line


def righted(characters: str, sides: Sides) -> tuple[str, dict[int, int]]:
    """*characters* of a page, each line that runs from the right in the order of its reading.

    Args:
        characters: one a glyph.
        sides: left and right of the character at an index, in points; (0, 0) when it has no place.

    Returns:
        As many characters as before, and for the index of each that was moved the one that it had.
    """
    if not _LETTER.search(characters):
        return characters, {}
    out: list[str] = []
    moved: dict[int, int] = {}
    at = 0
    for line in _LINE_END.split(characters):
        own = _LETTER.findall(line)
        if len(own) < _FEWEST or len(line) > _LONGEST:
            out.append(line)
        elif len(own) > len(_OTHER.findall(line)):
            out.append(_unmirrored(_turned(line, at, sides, moved)))
        else:
            done = 0
            for word in _WORD.finditer(line):
                out += [line[done : word.start()], _turned(word[0], at + word.start(), sides, moved)]
                done = word.end()
            out.append(line[done:])
        at += len(line)
    return "".join(out), moved


def _turned(line: str, start: int, sides: Sides, moved: dict[int, int]) -> str:
    places = [sides(start + index) for index in range(len(line))]
    drawn = [index for index, (left, right) in enumerate(places) if right > left]
    blanks = [index for index, (left, right) in enumerate(places) if right <= left]
    if any(not line[index].isspace() for index in blanks):
        return line
    marks = [index for index in drawn if unicodedata.combining(line[index])]
    letters = (index for index in drawn if not unicodedata.combining(line[index]))
    bases = sorted(letters, key=lambda index: -places[index][1])
    order = _with_marks(_ligatures(bases, line, places), marks, places)
    order = _from_the_left(_spaced(order, line, places, blanks), line)
    moved.update({start + at: start + index for at, index in enumerate(order) if at != index})
    return "".join(line[index] for index in order)


def _ligatures(bases: list[int], line: str, places: Sequence[tuple[float, float]]) -> list[int]:
    """Lam and alef that one glyph draws have one place, which tells nothing of their order."""
    for at in range(len(bases) - 1):
        one, two = bases[at], bases[at + 1]
        if line[two] == "ل" and line[one] in _ALEF and places[one] == places[two]:
            bases[at], bases[at + 1] = two, one
    return bases


def _with_marks(bases: list[int], marks: Sequence[int], places: Sequence[tuple[float, float]]) -> list[int]:
    """The marks behind the letters that they stand on, or to the left of."""
    if not marks or not bases:
        return [*bases, *marks]
    starts = [-places[index][1] for index in bases]
    behind: dict[int, list[int]] = {}
    for mark in marks:
        centre = (places[mark][0] + places[mark][1]) / 2
        behind.setdefault(max(0, bisect_right(starts, -centre) - 1), []).append(mark)
    return [index for at, base in enumerate(bases) for index in (base, *behind.get(at, ()))]


def _spaced(order: list[int], line: str, places: Sequence[tuple[float, float]], blanks: Sequence[int]) -> list[int]:
    """*order* with the *blanks*, which have no place of their own, where the widest gaps are; the rest at its end."""
    widths = sorted(places[index][1] - places[index][0] for index in order)
    least = _GAP * widths[len(widths) // 2] if widths else 0.0
    gaps: list[tuple[float, int]] = []
    edge = None
    for at, index in enumerate(order):
        left, right = places[index]
        blank = line[index].isspace() or line[order[at - 1]].isspace()
        if edge is not None and edge - right > least and not blank:
            gaps.append((edge - right, at))
        edge = left if edge is None else min(edge, left)
    rest = list(blanks)
    kept = {at for _, at in sorted(gaps, reverse=True)[: len(rest)]}
    found: list[int] = []
    for at, index in enumerate(order):
        found += [*([rest.pop(0)] if at in kept else []), index]
    return found + rest


def _from_the_left(order: list[int], line: str) -> list[int]:
    """*order* with figures and the words of other scripts turned round again."""
    said = "".join(line[index] for index in order)
    for run in _RUN.finditer(said):
        order[run.start() : run.end()] = order[run.start() : run.end()][::-1]
    return order


def _unmirrored(line: str) -> str:
    """*line* with its brackets and marks as they are written: some programs name the shape that is drawn."""
    right = wrong = 0
    for at, character in enumerate(line):
        if character in _OPENING or character in _CLOSING:
            before, after = line[at - 1 : at], line[at + 1 : at + 2]
            opens = (not before or before.isspace()) and bool(after) and not after.isspace()
            closes = bool(before) and not before.isspace() and (not after or not after.isalnum())
            right += (opens and character in _OPENING) or (closes and not opens and character in _CLOSING)
            wrong += (opens and character in _CLOSING) or (closes and not opens and character in _OPENING)
    return line.translate(_MIRRORED) if wrong > right else line
