"""Whether a text directive (``#:~:text=``) finds its words (WICG, URL Fragment Text Directives).

``text=[prefix-,]start[,end][,-suffix]``: whole words, case and accents folded, across blocks.
"""

from __future__ import annotations

from urllib.parse import unquote

from quotations.judging.link_state.ruling import plain
from quotations.model import Text


def stands(directive: str, text: Text) -> bool:
    """Whether any of the text directives in *directive* (after ``:~:``) finds its words in *text*."""
    page = plain(text.text)
    return any(_one(part[5:], page) for part in directive.split("&") if part.startswith("text="))


def _one(value: str, page: str) -> bool:
    parts = value.split(",")
    prefix = plain(unquote(parts.pop(0)[:-1])) if parts and parts[0].endswith("-") else ""
    suffix = plain(unquote(parts.pop()[1:])) if parts and parts[-1].startswith("-") else ""
    if not parts or len(parts) > 2:
        return False
    start, end = plain(unquote(parts[0])), plain(unquote(parts[1])) if len(parts) == 2 else ""
    at = _word(page, start, 0)
    while at >= 0:
        stop = at + len(start)
        if end:
            last = _word(page, end, stop)
            stop = last + len(end) if last >= 0 else -1
        before = page[:at].rstrip()
        if stop >= 0 and before.endswith(prefix) and page[stop:].lstrip().startswith(suffix):
            return True
        at = _word(page, start, at + 1)
    return False


def _word(page: str, words: str, begin: int) -> int:
    """Where *words* stand as whole words from *begin* on, or -1."""
    at = page.find(words, begin) if words else -1
    while at >= 0:
        after = at + len(words)
        if not (at and page[at - 1].isalnum() and words[0].isalnum()) and not (
            after < len(page) and page[after].isalnum() and words[-1].isalnum()
        ):
            return at
        at = page.find(words, at + 1)
    return -1
