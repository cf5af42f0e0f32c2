"""Letters sent on: Apple Mail sets the whole of one in a block quotation, others write its head above it."""

from __future__ import annotations

import re

from quotations.reading.document import Document

_TAG = re.compile(r"<(/?)blockquote\b([^<>]{0,1000})>", re.IGNORECASE)
_CITE = re.compile(r"\stype\s*=\s*[\"']?cite\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{0,20000}>|\s+")
_QUOTED = re.compile(r"(?m)^>[ \t]?")
#: So much of a letter's words is what was sent on, not what was quoted of it.
_SHARE = 0.6
_DEEPEST = 5  #: times that a letter was sent on
_FROM = re.compile(
    r"(?m)^\W{0,4}(?:From|Von|De|Da|Van|Från|Fra|Od)\W{0,4}:\W{0,4}([^<>\n@:]{2,80}?)[\"']?\s{0,3}[<\[(](?:mailto:)?[^\s<>@]{1,80}@"
)
_HEAD = 4000  #: characters in which the head of what was sent on stands


def unquoted(page: str) -> str:
    """*page* without the block quotations in which a mail program set all of a letter that was sent on."""
    for _ in range(_DEEPEST):
        whole = _outer(page)
        if whole is None:
            return page
        (start, begun), (ended, end) = whole
        inside, every = (len(_MARKUP.sub("", words)) for words in (page[begun:ended], page))
        if inside < _SHARE * every:
            return page
        page = f"{page[:start]}<div>{page[begun:ended]}</div>{page[end:]}"
    return page


def unmarked(text: str) -> str:
    """*text* without the ``>`` before its lines where most of them have one."""
    for _ in range(_DEEPEST):
        lines = [line for line in text.splitlines() if line.strip()]
        if not lines or sum(line.startswith(">") for line in lines) < _SHARE * len(lines):
            return text
        text = _QUOTED.sub("", text)
    return text


def sender(document: Document) -> str | None:
    """Who wrote what was sent on, by the head that stands above it."""
    found = _FROM.search(document.text[:_HEAD])
    return " ".join(found[1].split()) if found else None


def _outer(page: str) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the first quotation of a letter opens and closes, each tag with its end."""
    opened: tuple[int, int] | None = None
    depth = 0
    for tag in _TAG.finditer(page):
        if opened is None:
            if not tag[1] and _CITE.search(tag[2]):
                opened, depth = tag.span(), 1
            continue
        depth += -1 if tag[1] else 1
        if not depth:
            return opened, tag.span()
    return (opened, (len(page), len(page))) if opened else None
