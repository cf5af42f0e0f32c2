"""Mark-up that would keep the parser busy for minutes, made harmless without losing a word.

The HTML standard's tree construction looks at all open elements for each `<div>`, and at all attributes of a tag
for each further one: both are quadratic on hostile pages.
"""

from __future__ import annotations

import re

_DEEP = 2500
_LONG_TAG, _MANY_ATTRIBUTES, _KEPT = 20_000, 1500, 64
_ATTRIBUTE = re.compile(r"""[\s/]*[^\s/>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?""")
_WHOLE_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*""")
#: Elements that no other start tag closes and whose start tags search all open elements.
_NESTING = re.compile(
    r"<(/?)(?:div|ul|ol|dl|section|article|aside|blockquote|center|details|dialog|dir|fieldset|figure|figcaption|footer|"
    r"header|hgroup|main|menu|nav|address|form|search|h[1-6]|pre|listing|summary)(?=[\s>/])(?:[^<>]{0,3000}>)?",
    re.I,
)


def harmless(markup: str) -> str:
    """*markup* with the attributes of monstrous tags and the nesting beyond 2,500 elements taken out."""
    return _shallow(_few_attributes(markup))


def _few_attributes(markup: str) -> str:
    """Cut the attributes of tags that are longer than 20,000 characters and have more than 1,500 of them."""
    out: list[str] = []
    last = 0
    for start in _long_tags(markup):
        kept, end = _attributes(markup, start)
        if kept and start >= last:
            out.append(markup[last:kept])
            last = end
    return "".join((*out, markup[last:])) if out else markup


def _long_tags(markup: str) -> list[int]:
    """Where tags of more than 20,000 characters begin."""
    if len(markup) < _LONG_TAG:
        return []
    if markup.count("=") > _MANY_ATTRIBUTES + 8 * markup.count("<"):
        # Values may hold a ">", so tags are read with their quotation marks; pages of such density are rare.
        return [tag.start() for tag in _WHOLE_TAG.finditer(markup) if tag.end() - tag.start() > _LONG_TAG]
    found: list[int] = []
    at = 0
    while at + _LONG_TAG < len(markup):
        near = markup.rfind(">", at, at + _LONG_TAG)
        if near >= at:
            at = near + 1
            continue
        end = markup.find(">", at)
        end = len(markup) if end < 0 else end
        start = markup.rfind("<", at, end)
        if start >= 0 and markup[start + 1 : start + 2].isalpha():
            found.append(start)
        at = end + 1
    return found


def _attributes(markup: str, start: int) -> tuple[int, int]:
    """For the tag at *start*: the end of its first 64 attributes if it has more than 1,500, else 0; and its end."""
    at, count, kept = start + 1, 0, 0
    while found := _ATTRIBUTE.match(markup, at):
        at, count = found.end(), count + 1
        if count == _KEPT:
            kept = at
    end = markup.find(">", at)
    return (kept if count > _MANY_ATTRIBUTES else 0), (len(markup) if end < 0 else end)


def _shallow(markup: str) -> str:
    """Drop the tags (not the words) of elements nested deeper than 2,500; each becomes a break between blocks."""
    if markup.count("<") <= _DEEP or not _is_deep(markup):
        return markup
    out: list[str] = []
    depth = last = 0
    for tag in _NESTING.finditer(markup):
        closing = bool(tag[1])
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEP or (closing and depth == _DEEP):
            out.append(markup[last : tag.start()])
            out.append("<br><br>")
            last = tag.end()
    out.append(markup[last:])
    return "".join(out)


def _is_deep(markup: str) -> bool:
    depth = 0
    for tag in _NESTING.finditer(markup):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEP:
            return True
    return False
