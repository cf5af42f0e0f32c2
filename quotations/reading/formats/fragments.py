"""Text directives as quotations: a link to ``…#:~:text=words`` names the very words that it points at.

The directive's grammar is the URL Fragment Text Directives draft's: ``[prefix-,]start[,end][,-suffix]``, each part
percent-encoded. Where the linked words, or words of the link's block or the block before it, are those of the
directive, they are a quotation whose source is given.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from quotations.model import Span
from quotations.reading.document import Block, Inline, InlineKind, Link
from quotations.reading.formats.draft import Draft

_DIRECTIVE = re.compile(r"#[^#]*?:~:(?:[^#&]*&)*?text=([^&#]{1,4000})")


def directive(href: str) -> tuple[str, str | None] | None:
    """The first and last words that the address's text directive names (the last None when it names one run)."""
    match = _DIRECTIVE.search(href[-6000:])
    if match is None:
        return None
    parts = match[1].split(",")
    if len(parts) > 1 and parts[0].endswith("-"):
        parts = parts[1:]
    if len(parts) > 1 and parts[-1].startswith("-"):
        parts = parts[:-1]
    words = [" ".join(unquote(part).split()) for part in parts[:2]]
    return (words[0], words[1] if len(words) > 1 and words[1] else None) if words and words[0] else None


def given(draft: Draft) -> None:
    """Mark the words that text directives name as given quotations."""
    for link in draft.links:
        if ":~:" in link.href and (named := directive(link.href)):
            span = next((s for place in _places(draft, link) if (s := _find(draft, place, named))), None)
            if span is not None:
                span = _quotation(draft, span)
                draft.inlines.append(Inline(span=span, kind=InlineKind.GIVEN_QUOTE, cite=link.href))


def _quotation(draft: Draft, span: Span) -> Span:
    """The whole block quotation that the words stand in; a directive may name only how it begins."""
    at = next((i for i, block in enumerate(draft.blocks) if block.quote_depth and block.span.holds(span)), None)
    return span if at is None else _whole(draft.blocks, at)


def _places(draft: Draft, link: Link) -> list[Span]:
    """Where the words may stand: the anchor, its block, the block or the quotation before it."""
    places = [link.span]
    at = next((i for i, block in enumerate(draft.blocks) if block.span.holds(link.span)), None)
    if at is not None:
        places.append(draft.blocks[at].span)
        if at:
            places.append(_whole(draft.blocks, at - 1))
    return places


def _whole(blocks: list[Block], at: int) -> Span:
    """The span of the block, or of the whole quotation that it belongs to."""
    group = blocks[at].quote_group
    same = [block.span for block in blocks if block.quote_group == group] if group is not None else [blocks[at].span]
    return Span(same[0].start, same[-1].end)


def _find(draft: Draft, place: Span, named: tuple[str, str | None]) -> Span | None:
    first, last = named
    letters: list[str] = []
    origin: list[int] = []
    hidden = [s for s in draft.skip if s.meets(place)]
    at = place.start
    for skip in [*sorted(hidden), Span(place.end, place.end)]:
        for i in range(at, max(at, min(skip.start, place.end))):
            for char in draft.text[i].casefold():
                if char.isalnum():
                    letters.append(char)
                    origin.append(i)
        at = max(at, skip.end)
    folded = "".join(letters)
    start = folded.find(_fold(first)) if _fold(first) else -1
    if start < 0:
        return None
    end = start + len(_fold(first))
    if last is not None and (tail := _fold(last)):
        found = folded.find(tail, end)
        if found < 0:
            return None
        end = found + len(tail)
    return _closed(draft.text, place, Span(origin[start], origin[end - 1] + 1))


def _closed(text: str, place: Span, span: Span) -> Span:
    """The span with the full stop or question mark that ends it, if one does."""
    end = span.end
    while end < place.end and text[end] in ".!?…":
        end += 1
    return Span(span.start, end)


def _fold(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
