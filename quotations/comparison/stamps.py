"""What counts on inside running words without being any of them: times of a recording, letters and numbers of points.

Times stand in brackets or at the beginnings of lines, and only rise: [00:04] … [00:09]. Points count from the first on:
(a) … (b) …, (1) … (2) …, (i) … (ii) ….
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quotations.model import Span

_TIME = r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,3})?"
_BRACKETED = re.compile(rf"[\[(]{_TIME}[\])]")
_LINE = re.compile(rf"\n[ \t]*{_TIME}(?=[ \t]*\n|[ \t]+(\S))")
_MAY = re.compile(r":\d\d")  #: found much quicker than what may stand before it
_FEWEST = 3  #: times
_POINT = re.compile(r"(?<=[ \n:;,])\(([a-z]|[ivx]{1,4}|\d{1,2})\)(?=[ \n])")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_NEAR, _APART = 12, 1500  #: characters between two points of one count: "(a) or (b)" only names them


def stamps(words: str) -> Iterator[Span]:
    """Where *words* have the times of a recording."""
    if not _MAY.search(words):
        return
    found = [(Span(*match.span()), _seconds(match)) for match in _BRACKETED.finditer(words)]
    long = any(span.of(words).count(":") == 2 and span.of(words)[1:3] == "00" for span, _ in found)
    if (len(found) >= _FEWEST or long) and _rising(found):
        yield from (span for span, _ in found)
    lines = list(_LINE.finditer("\n" + words))
    timed = [(Span(match.start(), match.end() - 1), _seconds(match)) for match in lines]
    broken = all(match[4] is None for match in lines) or any((match[4] or "").islower() for match in lines)
    if len(timed) >= _FEWEST and broken and _rising(timed):
        yield from (span for span, _ in timed)


def _seconds(match: re.Match[str]) -> int:
    return int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])


def _rising(found: list[tuple[Span, int]]) -> bool:
    times = [time for _, time in found]
    return times == sorted(times)


def points(words: str) -> Iterator[Span]:
    """Where *words* have the letters and numbers of points that are counted off inside a text."""
    if "(" not in words or ("(a)" not in words and "(1)" not in words and "(i)" not in words):
        return
    runs: dict[str, list[re.Match[str]]] = {"a": [], "1": [], "i": []}
    for match in _POINT.finditer(words):
        for kind, run in runs.items():
            if match[1] == kind:
                yield from _counted(run)
                runs[kind] = [match]
            elif run and match[1] == _number(kind, len(run)) and _NEAR < match.start() - run[-1].end() < _APART:
                run.append(match)
    for run in runs.values():
        yield from _counted(run)


def _number(kind: str, place: int) -> str:
    """What stands at *place* (from 0) of a count that begins with *kind*; empty where the count is over."""
    if kind == "a":
        return chr(ord("a") + place) if place < 26 else ""
    if kind == "1":
        return str(place + 1)
    return _ROMANS[place] if place < len(_ROMANS) else ""


def _counted(run: list[re.Match[str]]) -> Iterator[Span]:
    if len(run) > 1:
        yield from (Span(*match.span()) for match in run)
