"""The numbers of lines, as hearings and briefs print them down the margin: 1 to 25, and again on the next page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quotations.model import Span

_ASCII, _DIGIT = re.compile(r"[\x00-\x7f]+"), re.compile(r"\d")
#: At the beginning of a line, which is found much quicker with the end of the line before.
_LINE = re.compile(r"\n[ \t]*(\d{1,3})[ \t]+(?=\S)")
_MAY = re.compile(r"\n[ \t]*\d")
_FEWEST_LINES = 4
#: Anywhere: a print's lines are often run together by the time that they are text.
_ALONE = re.compile(r"\d{1,2}(?!\S)")
#: Between the end of a sentence, or a line's beginning, and the beginning of the next.
_VERSE = re.compile(r"\d{1,3}(?= [A-Z“\"‘])")
_MAY_VERSE = re.compile('[0-9] [A-Z“"‘]')
_AFTER = re.compile("[.;:,!?”’\"'] ")
_FEWEST_VERSES, _VERSE_MOST = 3, 800  #: verses in a row, and characters of one
_FEWEST_RUN, _FIRST = 8, 2  #: numbers in a row, and the number that a page's first line may have
_LINE_MOST, _LINE_USUAL = 110, 14  #: characters of a line: at most, and of most lines at least


def line_numbers(words: str) -> list[Span]:
    """Where *words* have the numbers of their lines or verses, in order; at their beginnings, at lines' ends or alone."""
    foreign = not words.isascii() and _DIGIT.search(_ASCII.sub("", words)) is not None  # figures of other scripts
    return (
        _at_beginnings(words)
        or (_in_a_row(words) if foreign or _may_count(words) else [])
        or (_of_verses(words) if foreign or _may_be_verses(words) else [])
    )


def _may_count(words: str) -> bool:
    """Whether numbers stand alone that each row of them has; much quicker than looking at all numbers."""
    return all(any(_alone_at(words, at) for at in _places(words, figure)) for figure in "864")


def _may_be_verses(words: str) -> bool:
    """Whether figures stand before capitals as those of three verses do: of three in a row one ends in 1, 4, 7 or 9."""
    ending = any(_MAY_VERSE.match(words, at) for figure in "1479" for at in _places(words, figure))
    return ending and len(_MAY_VERSE.findall(words)) >= _FEWEST_VERSES


def _places(words: str, figure: str) -> Iterator[int]:
    at = words.find(figure)
    while at >= 0:
        yield at
        at = words.find(figure, at + 1)


def _alone_at(words: str, at: int) -> bool:
    """Whether the figure at *at*, and perhaps a nought before it, stands between blanks."""
    if not words[at + 1 : at + 2].strip():
        before = words[max(0, at - 2) : at]
        return not before[-1:].strip() or (before[-1] == "0" and not before[:-1].strip())
    return False


def _at_beginnings(words: str) -> list[Span]:
    if not _MAY.search(words):  # the first line counts only with others
        return []
    words = "\n" + words
    found: list[Span] = []
    run: list[Span] = []
    last, line_end = -1, -1
    for match in _LINE.finditer(words):
        number = int(match[1])
        if not (run and match.start() == line_end and number in (last + 1, 1)):
            found += run if len(run) >= _FEWEST_LINES else []
            run = []
        run.append(Span(match.start(1) - 1, match.end(1) - 1))
        last, line_end = number, words.find("\n", match.end())
    return found + (run if len(run) >= _FEWEST_LINES else [])


def _of_verses(words: str) -> list[Span]:
    """Numbers between a mark and a capital that count up by one: those of verses and of numbered sentences."""
    found: list[Span] = []
    run: list[Span] = []
    last = 0
    for match in _VERSE.finditer(words):
        before = words[max(0, match.start() - 2) : match.start()]
        if before and before[-1] != "\n" and not _AFTER.fullmatch(before):
            continue
        number, span = int(match.group()), Span(*match.span())
        if run and (number != last + 1 or span.start - run[-1].end > _VERSE_MOST):
            found += run if len(run) >= _FEWEST_VERSES else []
            run = []
        run.append(span)
        last = number
    return found + (run if len(run) >= _FEWEST_VERSES else [])


def _in_a_row(words: str) -> list[Span]:
    """Numbers that count up by one at a line's distance, other numbers among them."""
    found: list[Span] = []
    run: list[Span] = []
    last = 0
    for match in _ALONE.finditer(words):
        if match.start() and not words[match.start() - 1].isspace():
            continue
        number, span = int(match.group()), Span(*match.span())
        if run and number == last + 1 and span.start - run[-1].end <= _LINE_MOST:
            run.append(span)
        elif number <= _FIRST or (run and span.start - run[-1].end > _LINE_MOST):
            found += run if _counts_lines(run) else []
            run = [span] if number <= _FIRST else []
        else:
            continue
        last = number
    return found + (run if _counts_lines(run) else [])


def _counts_lines(run: list[Span]) -> bool:
    """Whether the numbers of *run* are so many, and so far from each other, as those of lines are."""
    if len(run) < _FEWEST_RUN:
        return False
    gaps = sorted(after.start - span.end for span, after in pairwise(run))
    return gaps[len(gaps) // 2] >= _LINE_USUAL
