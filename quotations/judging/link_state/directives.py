"""Whether a text directive (``#:~:text=``) finds its words (WICG, URL Fragment Text Directives, section 3).

``text=[prefix-,]start[,end][,-suffix]``: whole words, case and accents folded; each term stands within one block,
and what is before or after may stand in the block beside.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from quotations.judging.link_state.folding import plain
from quotations.judging.link_state.page import SHOWN
from quotations.model import Text

#: So many directives, and so many places of one, are looked at.
_MOST_DIRECTIVES, _MOST_PLACES = 20, 2_000
#: Scripts that set no blanks between words: every place is a word's edge.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")


def missing_words(directive: str, text: Text) -> str | None:
    """The first words that a fragment's *directive* (what follows ``:~:``) asks for and *text* does not show."""
    asked = [part[5:] for part in directive.split("&") if part.startswith("text=") and len(part) > 5]
    page = _shown(text) if asked else ""
    return next((_said(one) for one in asked[:_MOST_DIRECTIVES] if not _stands(one, page)), None)


def _shown(text: Text) -> str:
    """What a reader sees, each block on one line."""
    if not text.segments:
        return "\n".join(plain(block) for block in re.split(r"\n\s*\n", text.text))
    spans = (segment.span for segment in text.segments if segment.role in SHOWN)
    return "\n".join(plain(text.text[span.start : span.end]) for span in spans)


def _said(value: str) -> str:
    return " … ".join(unquote(part) for part in value.split(",") if not part.startswith("-") and not part.endswith("-"))


def _stands(value: str, page: str) -> bool:
    parts = value.split(",")
    prefix = plain(unquote(parts.pop(0)[:-1])) if len(parts) > 1 and parts[0].endswith("-") else ""
    suffix = plain(unquote(parts.pop()[1:])) if len(parts) > 1 and parts[-1].startswith("-") else ""
    if not 1 <= len(parts) <= 2:
        return True  # no directive that a browser would follow
    start, end = plain(unquote(parts[0])), plain(unquote(parts[1])) if len(parts) == 2 else ""
    at = _word(page, start, 0)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return False
        if _before(page, at, prefix):
            stop = at + len(start)
            if not end:
                if _after(page, stop, suffix):
                    return True
            elif _ends(page, stop, end, suffix):
                return True
        at = _word(page, start, at + 1)
    return False


def _ends(page: str, begin: int, end: str, suffix: str) -> bool:
    """Whether *end*, with *suffix* behind it, stands anywhere from *begin* on."""
    at = _word(page, end, begin)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return False
        if _after(page, at + len(end), suffix):
            return True
        at = _word(page, end, at + 1)
    return False


def _before(page: str, at: int, prefix: str) -> bool:
    if not prefix:
        return True
    before = page[max(0, at - len(prefix) - 60) : at].rstrip()
    begin = len(before) - len(prefix)
    return before.endswith(prefix) and not _inside(before, begin)


def _after(page: str, stop: int, suffix: str) -> bool:
    if not suffix:
        return True
    after = page[stop : stop + len(suffix) + 60].lstrip()
    return after.startswith(suffix) and not _inside(after, len(suffix))


def _word(page: str, words: str, begin: int) -> int:
    """Where *words* stand as whole words from *begin* on, or -1."""
    at = page.find(words, begin) if words else -1
    while at >= 0:
        if not _inside(page, at) and not _inside(page, at + len(words)):
            return at
        at = page.find(words, at + 1)
    return -1


def _inside(page: str, at: int) -> bool:
    """Whether *at* is inside a word."""
    if not 0 < at < len(page):
        return False
    before, after = page[at - 1], page[at]
    return before.isalnum() and after.isalnum() and not _UNSPACED.match(before) and not _UNSPACED.match(after)
