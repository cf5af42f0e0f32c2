"""What a line of Markdown begins, by the signs at its start (CommonMark 0.31)."""

from __future__ import annotations

import re

from quotations.reading.formats.lines import Line
from quotations.reading.formats.markdown import verbatim

RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
QUOTE = re.compile(r" {0,3}> ?")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
ITEM = re.compile(r"( {0,3})([-+*•]|\d{1,3}[.)])([ \t]+|$)")
NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]*")
BLOCKQUOTE = re.compile(r" {0,3}<blockquote\b([^>]*)>", re.IGNORECASE)


def interrupts(line: Line) -> bool:
    """Whether the line starts a block of its own although the paragraph before it has no end."""
    if line.plain:
        return False
    text = line.text
    if (
        text.lstrip().startswith(":::")
        or verbatim.FENCE.match(text)
        or QUOTE.match(text)
        or HEADING.match(text)
        or RULE.match(text)
        or NOTE.match(text)
    ):
        return True
    if (item := ITEM.match(text)) and item[3]:
        return not item[2][:-1].isdigit() or item[2][:-1] == "1"
    return bool(BLOCKQUOTE.match(text))
