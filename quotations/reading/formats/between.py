"""What stands between an opening and its closing mark, in one pass: unclosed marks cost nothing more."""

from __future__ import annotations

import re
from collections.abc import Callable


def between(
    text: str, opening: re.Pattern[str], closing: re.Pattern[str], replace: Callable[[re.Match[str], str | None], str]
) -> str:
    """*text* with each opening mark, what follows it and the next closing mark made into what *replace* says.

    An opening mark that ends in ``/>`` closes itself: *replace* gets None. One that nothing closes stays.
    """
    closings = [match.span() for match in closing.finditer(text)]
    out: list[str] = []
    at = following = 0
    for mark in opening.finditer(text):
        if mark.start() < at:
            continue
        if mark[0].endswith("/>"):
            out += text[at : mark.start()], replace(mark, None)
            at = mark.end()
            continue
        while following < len(closings) and closings[following][0] < mark.end():
            following += 1
        if following == len(closings):
            continue
        start, end = closings[following]
        out += text[at : mark.start()], replace(mark, text[mark.end() : start])
        at = end
    out.append(text[at:])
    return "".join(out)
