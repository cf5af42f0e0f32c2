"""Addresses that stand bare in running text: where they end, and which words are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What can stand in an address as people paste it: no blanks, no angle brackets, no typographic quotation marks, no
# full-width punctuation of a script that puts no blank after an address.
_BODY = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„«»‹›‘’。，、；！？（）「」『』【】《》`|\\^{}\x00-\x1f]{1,4000}", re.IGNORECASE
)
#: Searched by its first letter: without regard to case the search would try both alternatives at each character.
_HEAD = re.compile(r"[hHwW](?:(?<=[hH])[tT][tT][pP][sSſ]?://|(?<=[wW])[wW][wW]\.)")
_HOST = re.compile(r"(?:https?://|www\.)[^\s/?#]{2,}", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~-"
_CUT = re.compile(r"([-_=&%?/~]?)[ \t]{0,8}\r?\n[ \t]{0,40}(?!https?:|www\.)([^\s\[(\"“]\S{0,2000})")
_PART = re.compile(r"[A-Za-z0-9%._~/?#=&+:@,;()!-]+")
_MOST_LINES = 4
_BRACKET = re.compile(r"[()\[\]]")
_CLOSERS = {")": "(", "]": "["}


def end(text: str, at: int) -> int | None:
    """Where the address that begins at *at* ends, or None when there is none.

    A name without a scheme counts only with a path: "www.example.org says" speaks of a site and cites nothing.
    """
    if at and (text[at - 1].isalnum() or text[at - 1] in "@/.="):
        return None
    match = _BODY.match(text, at)
    if match is None or not _HOST.match(text, at):
        return None
    stop = _balanced(text, at, match.end())
    opened = text.rfind("[", at, stop)
    if opened > at + 8 and "]" not in text[opened:stop]:
        stop = opened  # the words of a link in AsciiDoc, which follow its address
    while stop > at and text[stop - 1] in _TRAILING:
        stop -= 1
    written = text[at:stop]
    if written[:4].lower() == "www." and "/" not in written.rstrip("/"):
        return None
    return stop if len(written) > 10 or "://" not in written else None


def _balanced(text: str, at: int, stop: int) -> int:
    """Where the first bracket closes that the address did not open, or *stop*."""
    depth = dict.fromkeys(_CLOSERS.values(), 0)
    for mark in _BRACKET.finditer(text, at, stop):
        opening = _CLOSERS.get(mark[0])
        if opening is None:
            depth[mark[0]] += 1
        elif depth[opening]:
            depth[opening] -= 1
        else:
            return mark.start()
    return stop


def continued(text: str, start: int, stop: int, limit: int) -> tuple[int, str] | None:
    """Where an address that a line end cut goes on to, and the whole of it; None when it ends where the line does.

    It was cut behind a sign that ends no address, and what follows looks like a part of one (RFC 3986, appendix C).
    """
    written = text[start:stop]
    for _ in range(_MOST_LINES):
        cut = _CUT.match(text, stop, limit)
        joint = (cut[1] or written[-1:]) if cut else ""
        if cut is None or joint not in tuple("-_=&%?/~"):
            break
        rest = cut[2].rstrip(_TRAILING + ')]>"”’»')
        last = cut.start(2) + len(cut[2]) >= limit
        if not _PART.fullmatch(rest) or not (last or any(c.isdigit() or c in "/-_=%&." for c in rest)):
            break
        written += cut[1] + rest
        stop = cut.start(2) + len(rest)
    return (stop, written) if stop > start + len(text[start:stop].split(None, 1)[0]) else None


def completed(written: str) -> str:
    """The address with the scheme that a bare host name means."""
    return f"http://{written}" if written[:4].lower() == "www." else written


def bare(text: str) -> Iterator[tuple[int, int]]:
    """All bare addresses in *text*."""
    if "://" not in text and "www." not in text.lower():
        return
    at = 0
    while match := _HEAD.search(text, at):
        stop = end(text, match.start())
        if stop is None:
            at = match.end()
        else:
            yield match.start(), stop
            at = stop


def written_out(text: str, floor: int, start: int, end: int) -> bool:
    """Whether the address text[start:end] was written out in brackets inside a quotation, so that it is no word of it.

    Print style sheets do that after each link. *floor* is where the paragraph starts.
    """
    if start <= floor or f"{text[start - 1]}{text[end : end + 1]}" not in ("()", "[]", "<>"):
        return False
    before = text[max(floor, start - 4000) : start]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»")
