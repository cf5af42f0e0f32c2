"""Addresses that stand bare in running text: where they end, and which words are one."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What can stand in an address as people paste it: no blanks, no angle brackets, no typographic quotation marks, no
# full-width punctuation of a script that puts no blank after an address.
_BODY = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”„«»‹›‘’。，、；！？（）「」『』【】《》`|\\^{}\x00-\x1f]{1,4000}", re.IGNORECASE
)
_HEAD = re.compile(r"https?://|www\.", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://|www\.)[^\s/?#]{2,}", re.IGNORECASE)
_TRAILING = ".,;:!?'*_~-"
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


def completed(written: str) -> str:
    """The address with the scheme that a bare host name means."""
    return f"http://{written}" if written[:4].lower() == "www." else written


def bare(text: str) -> Iterator[tuple[int, int]]:
    """All bare addresses in *text*."""
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
