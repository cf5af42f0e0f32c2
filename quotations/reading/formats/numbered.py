"""Marks that no link carries, like ``[1]``, and the numbered entries at the end that they lead to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Link, Region
from quotations.reading.flow import meeting, merged
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.note_list import HEADING, set_apart
from quotations.reading.formats.words import visible

_RETURNS = re.compile(r"[↩⤴⏎][\ufe0e\ufe0f\s]{0,3}$")
_ENTRY = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)(?=\s)|(\d{1,3})[.)](?=\s)|([¹²³⁰⁴-⁹]{1,3}))\s*")
_MARK = re.compile(
    r"\[(\d{1,3}(?:\s{0,1}[,–-]\s{0,1}\d{1,3}){0,10})"
    r"(?:[,;:]\s{0,2}(?:(?:pp?|S|Bl|fol|ff?|ch|chap|sec|Kap|fig|n|no)\b|§)[^\[\]\n]{1,24})?\](?![(:\[])|"
    r"(?<=[^\s\d¹²³⁰⁴-⁹])([¹²³⁰⁴-⁹]{1,3})"
)
_GLUED = re.compile(r"(?<=[^\W\d][.,;:!?”“\"»«’')]|[.,;:!?][”“\"»«’')]|[”“\"»«’')][.,;:!?])(\d{1,2})(?=\s|$)")
_BARE = re.compile(r"(\d{1,3})\s+(?=[^\W\d_]|[“„«\"‘'\[(<])")
_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


def resolve(draft: Draft) -> None:
    """Marks like ``[1]`` in the text, entries that begin with the same number at the end."""
    entries = _entries(draft) or _bare(draft)
    if not entries:
        return
    first = min(draft.blocks[index].span.start for index, _ in entries.values())
    taken = merged(link.span for link in draft.links)
    marked = False
    for block in list(draft.blocks):
        if block.span.start >= first or block.kind in (BlockKind.CODE, BlockKind.NOTE):
            continue
        for span, words in _marks(draft, block):
            numbers = [n for n in _expanded(words) if n in entries]
            if not numbers or meeting(span, taken):
                continue
            marked = True
            loose = draft.text[span.start - 1 : span.start] == " " and draft.text[span.end : span.end + 1] in ".,;:!?"
            draft.hide(span.start - loose, span.end)
            for number in numbers:
                draft.links.append(Link(span=span, href=f"#{number}", element="ref", note=number))
    if not marked:
        marked = _glued(draft, entries, first)
    if marked:
        set_apart(draft, {index: number for number, (index, _) in entries.items()})
        for index, length in entries.values():
            start = draft.blocks[index].span.start
            draft.hide(start, start + length)


def _glued(draft: Draft, entries: Mapping[str, tuple[int, int]], first: int) -> bool:
    """Tie marks that lost their raising and stand glued to the end of words (“… any reading”.1 The …).

    A number may stand anywhere: it is a mark only where each note has one, in the notes' order.
    """
    found: list[re.Match[str]] = []
    for block in draft.blocks:
        if block.span.start < first and block.kind not in (BlockKind.CODE, BlockKind.HEADING, BlockKind.NOTE):
            found += _GLUED.finditer(draft.text, block.span.start, block.span.end)
    found = [match for match in found if match[1] in entries]
    if [match[1] for match in found] != [str(number) for number in range(1, len(entries) + 1)]:
        return False
    for match in found:
        span = Span(match.start(1), match.end(1))
        draft.hide(span.start, span.end)
        draft.links.append(Link(span=span, href=f"#{match[1]}", element="ref", note=match[1]))
    return True


def _marks(draft: Draft, block: Block) -> list[tuple[Span, str]]:
    """The marks that may lead to a numbered entry: bracketed, in raised digits, or set small and raised."""
    found = [
        (Span(match.start(), match.end()), match[1] or match[2].translate(_DIGITS))
        for match in _MARK.finditer(draft.text, block.span.start, block.span.end)
    ]
    found = [(span, words) for span, words in found if not meeting(span, draft.hidden)]
    return found + [(s, s.of(draft.text).strip("[]")) for s in draft.raised if block.span.holds(s)]


def _entries(draft: Draft) -> dict[str, tuple[int, int]]:
    """Number → index of the entry's block and the length of the number as it is printed.

    Under several headings ("Notes", then "Bibliography") the last list that has numbers.
    """
    entries: dict[str, tuple[int, int]] = {}
    before: dict[str, tuple[int, int]] = {}
    headed = False
    hidden = {span.start: span.end for span in draft.hidden}
    for index, block in enumerate(draft.blocks):
        if block.region is Region.CHROME:
            continue
        shown = min(hidden.get(block.span.start, block.span.start), block.span.end)
        words = draft.text[shown : block.span.end]
        if block.kind is BlockKind.HEADING or len(words) < 40:
            if HEADING.match(words.strip("#*_ :")):
                headed, before, entries = True, entries or before, {}
                draft.blocks[index] = replace(block, kind=BlockKind.HEADING)
                continue
            if block.kind is BlockKind.HEADING:
                headed = False
        number = draft.numbers.get(block.span.start)
        match = _ENTRY.match(words)
        returns = _RETURNS.search(visible(draft, block.span) if words.endswith((">", "]")) else words)
        if number is not None and (headed or returns):
            entries.setdefault(str(number), (index, 0))
        elif match and (match[1] or match[4] or headed or returns):
            entries.setdefault(str(int(_digits(match))), (index, match.end() + shown - block.span.start))
    return entries or before


def _bare(draft: Draft) -> dict[str, tuple[int, int]]:
    """Entries that begin with their number and nothing behind it ("1 Plan of 1904"), one for each raised number.

    They stand one under the other behind the last of the marks.
    """
    marks = [span.of(draft.text).strip("[]") for span in draft.raised]
    if not marks or marks != [str(number) for number in range(1, len(marks) + 1)]:
        return {}
    hidden = {span.start: span.end for span in draft.hidden}
    found: dict[str, tuple[int, int]] = {}
    for index, block in enumerate(draft.blocks):
        if block.span.start < draft.raised[-1].end or block.kind is BlockKind.HEADING:
            continue
        match = _BARE.match(draft.text, hidden.get(block.span.start, block.span.start), block.span.end)
        if match and match[1] == str(len(found) + 1) and len(found) < len(marks):
            found[match[1]] = (index, match.end() - block.span.start)
        elif found and len(found) < len(marks):
            return {}
    return found if len(found) == len(marks) else {}


def _digits(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[3] or match[4]).translate(_DIGITS)


def _expanded(words: str) -> list[str]:
    """The numbers of a mark: ``1``, ``1, 3``, ``2–4``."""
    numbers: list[str] = []
    for part in re.split(r"\s*,\s*", words):
        ends = [int(n) for n in re.split(r"\s*[–-]\s*", part) if n]
        numbers.extend(str(n) for n in range(ends[0], min(ends[-1], ends[0] + 20) + 1))
    return numbers
