"""The blocks of a text: paragraphs, items, cells, headings, and in a transcript who says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from quotations.model import Segment, SegmentRole, Span, Text

#: A speaker's label at the beginning of a line: capitals, or one to four names, then a colon.
_LABEL = re.compile(
    r"^[ \t>*_]*(?P<who>(?:[A-Z][A-Z.,'’\-]{0,24}(?:[ \t]+(?:[A-Z][A-Z.,'’\-]{0,24}|\([^()\n]{1,40}\))){0,5})"
    r"|(?:(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep)\.[ \t])?[A-Z][a-zà-ÿ’'\-]{1,20}(?:[ \t]+[A-Z][A-Za-zà-ÿ.’'\-]{0,20}){0,3})[*_]*:[*_]*(?=\s)",
    re.MULTILINE,
)
_FEWEST_LABELS = 4
_HIDDEN, _METADATA = SegmentRole.HIDDEN, SegmentRole.METADATA


class Block(NamedTuple):
    """One block: where it stands, what it is, who says it (None where nobody is named), where its label ends."""

    span: Span
    role: SegmentRole
    speaker: str | None = None
    label: Span | None = None  #: of the speaker's label, colon included
    junk: bool = False
    item: int | None = None


def blocks_of(text: Text) -> tuple[Block, ...]:
    """The blocks that readers see, in order; paragraphs between blank lines where none are marked."""
    segments = [s for s in text.segments if s.role is not _HIDDEN and s.role is not _METADATA]
    if not segments:
        segments = [Segment(span, SegmentRole.BODY) for span in _paragraphs(text.text)]
    labels = _labels(text.text)
    if not labels:
        return tuple(Block(one.span, one.role, one.speaker, None, one.junk, one.item) for one in segments)
    starts = [span.start for span, _ in labels]
    blocks: list[Block] = []
    speaker: str | None = None
    for segment in segments:
        span = segment.span
        inside = labels[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        if segment.role is SegmentRole.HEADING:
            speaker = None
        edges = [where.start for where, _ in inside] + [span.end]
        if edges[0] > span.start:
            blocks.append(_block(segment, Span(span.start, edges[0]), segment.speaker or speaker, None))
        for (where, who), end in zip(inside, edges[1:], strict=True):
            speaker = who
            blocks.append(_block(segment, Span(where.start, end), who, where))
    return tuple(blocks)


def _block(segment: Segment, span: Span, speaker: str | None, label: Span | None) -> Block:
    return Block(span, segment.role, speaker, label, segment.junk, segment.item)


def _paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    start = 0
    for gap in re.finditer(r"\n[ \t\r]*\n\s*", text):
        if gap.start() > start:
            spans.append(Span(start, gap.start()))
        start = gap.end()
    if start < len(text):
        spans.append(Span(start, len(text)))
    return spans


def _labels(text: str) -> list[tuple[Span, str]]:
    """The speakers' labels of a transcript: four or more, of which one comes twice; else those of turns that follow."""
    if asked := _asked(text):
        return asked
    if ":" not in text:
        return []
    found = [(Span(m.start("who"), m.end()), m["who"].strip(" .,*_")) for m in _at_lines(text)]
    counts = Counter(who for _, who in found)
    repeated = {who for who, times in counts.items() if times > 1}
    if len(found) < _FEWEST_LABELS or not repeated:
        return _exchange(text, found) or _in_line(text)
    return [(span, who) for span, who in found if who in repeated or who.isupper()]


#: Question and answer, as depositions print them: "Q. Did you …", "12   A   I did"; run together, behind a sentence's end.
_ASKED = re.compile(
    r"(?:^[ \t]*|(?<=[.?!] )|(?<=[.?!]\n))(?:\d{1,2}[ \t]+)?(?P<who>[QA])(?:[.:][ \t]+|[ \t]{2,})(?=\S)", re.MULTILINE
)
_FEWEST_ASKED = 2


def _asked(text: str) -> list[tuple[Span, str]]:
    """The letters of questions and answers, when there are some of both and they take turns."""
    if not _may_ask(text):
        return []
    found = [(Span(m.start("who"), m.end()), m["who"]) for m in _ASKED.finditer(text)]
    counts = Counter(who for _, who in found)
    if min(counts["Q"], counts["A"]) < _FEWEST_ASKED:
        return []
    turns = sum(one[1] != other[1] for one, other in pairwise(found))
    return found if 2 * turns >= len(found) - 1 else []


def _may_ask(text: str) -> bool:
    """Whether both letters stand before what `_ASKED` has behind them; counted much quicker than looked for by it."""
    return all(_stands_before(text, letter) >= _FEWEST_ASKED for letter in "QA")


def _stands_before(text: str, letter: str) -> int:
    """How often *letter* stands before a stop, a colon or two blanks; no more are counted than are asked for."""
    times, at = 0, text.find(letter)
    while at >= 0 and times < _FEWEST_ASKED:
        behind = text[at + 1 : at + 3]
        times += behind[:1] in (".", ":") or (len(behind) == 2 and not behind.strip(" \t"))
        at = text.find(letter, at + 1)
    return times


def _at_lines(text: str) -> Iterator[re.Match[str]]:
    """What `_LABEL` finds; only lines with a colon are looked at."""
    colon = text.find(":")
    while colon >= 0:
        found = _LABEL.match(text, text.rfind("\n", 0, colon) + 1)
        if found is not None:
            yield found
        end = text.find("\n", colon)
        colon = text.find(":", end) if end >= 0 else -1


#: Labels in capitals that announce a remark and no speaker.
_REMARKS = frozenset([
    "NOTE", "NOTES", "WARNING", "WARNINGS", "CAUTION", "TIP", "IMPORTANT", "UPDATE", "UPDATED", "EDIT", "SEE",
    "SOURCE", "SOURCES", "PHOTO", "PHOTOS", "VIDEO", "AUDIO", "IMAGE", "SUMMARY", "TLDR", "BACKGROUND", "OBJECTIVE",
    "OBJECTIVES", "METHOD", "METHODS", "RESULT", "RESULTS", "CONCLUSION", "CONCLUSIONS", "DISCUSSION", "AIM",
    "AIMS", "DESIGN", "SETTING", "KEYWORDS", "TITLE", "ABSTRACT", "ERROR", "INFO", "DEBUG", "FIXME", "PS", "NB",
    "RE", "FW", "TO", "FROM", "CC", "DATE", "SUBJECT", "WHEN", "WHERE", "WHO", "WHAT", "WHY", "HOW", "DISCLAIMER",
    "CORRECTION", "CREDIT", "READ", "MORE", "WATCH", "LISTEN", "RELATED", "ALSO", "BREAKING", "OPINION", "FACT",
    "CLAIM", "VERDICT", "RATING",
])  # fmt: skip


def _exchange(text: str, found: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Labels in capitals of a few turns, each in the block after the other's: "ANNA: …" and "BEN: …", "Q: …" and "A: …"."""
    turns = [(span, who) for span, who in found if who.isupper() and not _REMARKS & set(who.split())]
    kept: list[tuple[Span, str]] = []
    for (span, who), (after, other) in pairwise(turns):
        if who != other and len(_paragraphs(text[span.end : after.start].strip())) <= 1:
            kept += [one for one in ((span, who), (after, other)) if one not in kept[-1:]]
    return kept


#: "A: … B: …" in one line.
_IN_LINE = re.compile(r": (?=[A-Z“\"'‘])")  # behind the letter: what begins with a mark is found much quicker
_LETTER = re.compile("[A-Z]")
_BEFORE = re.compile('[.!?…”"] ')


def _in_line(text: str) -> list[tuple[Span, str]]:
    """Turns in one line, labelled by one letter each, when there are two letters or more."""
    found = [
        (Span(m.start() - 1, m.end()), text[m.start() - 1])
        for m in _IN_LINE.finditer(text)
        if m.start() and _LETTER.match(text, m.start() - 1) and _opens(text, m.start() - 1)
    ]
    return found if len({who for _, who in found}) > 1 else []


def _opens(text: str, at: int) -> bool:
    """Whether a line or a sentence begins at *at*."""
    before = text[max(0, at - 2) : at]
    return not before or before[-1] == "\n" or _BEFORE.fullmatch(before) is not None
