"""What Markdown takes as it stands: fenced code, a generator's code tags, HTML that shows nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotations.reading.formats.lines import Line
from quotations.values import plain_value

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`\n]*)$")
_SILENT = re.compile(r" {0,3}<(script|style|svg|iframe|template|!--)", re.IGNORECASE)
_TAGGED = re.compile(r"\s*(?:\{%-?\s*(?:highlight|raw|code)\b|\{\{[<%]\s*(?:highlight|code|mermaid)\b)")
_TAGGED_END = re.compile(
    r"\{%-?\s*end(?:highlight|raw|code)\s*-?%\}|\{\{[<%]\s*/\s*(?:highlight|code|mermaid)\s*[>%]\}\}"
)
_MOST_LINES = 5000


@plain_value
class Verbatim:
    """Lines taken together: how many, which of them are mark-up, which are code."""

    count: int
    hidden: tuple[tuple[int, int], ...]
    code: Sequence[Line] = ()


def find(lines: Sequence[Line], at: int) -> Verbatim | None:
    """What starts at the line *at*, or None."""
    return _fence(lines, at) or _tagged(lines, at) or _silent(lines, at)


def opens(line: Line) -> bool:
    """Whether the line starts something that a later line must close."""
    return bool(_TAGGED.match(line.text) or _SILENT.match(line.text))


def _fence(lines: Sequence[Line], at: int) -> Verbatim | None:
    opening = FENCE.match(lines[at].text)
    if opening is None:
        return None
    mark, first = opening[1], (lines[at].start, lines[at].end)
    for stop in range(at + 1, len(lines)):
        line = lines[stop]
        bare = line.text.strip()
        if line.indent < 4 and len(bare) >= len(mark) and bare == mark[0] * len(bare):
            return Verbatim(stop - at + 1, (first, (line.start, line.end)), lines[at + 1 : stop])
    return Verbatim(len(lines) - at, (first,), lines[at + 1 :])


def _tagged(lines: Sequence[Line], at: int) -> Verbatim | None:
    """Code between a site generator's tags (Jekyll's and Hugo's ``highlight``)."""
    if not _TAGGED.match(lines[at].text):
        return None
    for stop in range(at, min(len(lines), at + _MOST_LINES)):
        if _TAGGED_END.search(lines[stop].text):
            hidden = (lines[at].start, lines[at].end), (lines[stop].start, lines[stop].end)
            return Verbatim(stop - at + 1, hidden, lines[at + 1 : stop])
    return None


def _silent(lines: Sequence[Line], at: int) -> Verbatim | None:
    opening = _SILENT.match(lines[at].text)
    if opening is None:
        return None
    name = opening[1].lower()
    closing = "-->" if name == "!--" else f"</{name}>"
    for stop in range(at, min(len(lines), at + _MOST_LINES)):
        if closing in lines[stop].text.lower():
            if name == "!--" and lines[stop].text.split("-->", 1)[1].strip():
                return None
            return Verbatim(stop - at + 1, ((lines[at].start, lines[stop].end),))
    return None
