"""Notes and their marks where a file has no mark-up for them: numbered entries at the end, ``[1]`` in the text.

Clippers turn a page's note marks into links to the page itself (``…/ferry/#fn1``) and its notes into an ordinary
list; typists write ``[1]`` and a list of references. Both are tied together here, so that what a mark leads to is the
note, and never the article itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import BlockKind
from quotations.reading.formats import authoryear, numbered
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.note_list import listed, set_apart
from quotations.reading.formats.words import visible

_BACK = re.compile(r"^\s*(?:[↩↑⤴^⏎\ufe0e\ufe0f\s]+|(?i:back|return|jump(?: up)?(?: to text)?))\s*$")
_ARROW = re.compile(r"[\s\[(]*[↩↑⤴⏎^][\ufe0e\ufe0f\s\])]*")
_BACK_FRAGMENT = re.compile(r"(?i)(?:ref|back|anchor)")
#: What pages name their notes by: ``fn1``, ``fn:1``, ``cite_note-3``, ``n1``, ``sdfootnote1sym``.
_NOTE_FRAGMENT = re.compile(
    r"(?i)(?:sd)?(?:foot|end|cite)?[_-]?(?:notes?|fn|ftn|n|anm|ref)[-_:.]{0,2}\w{0,20}?\d{1,3}(?:sym)?"
)


def resolve(draft: Draft) -> None:
    """Tie note marks to notes, mark back links, and set the notes' blocks apart."""
    _linked(draft)
    numbered.resolve(draft)
    authoryear.resolve(draft, listed(draft))


def _linked(draft: Draft) -> None:
    """Marks that are links into the article's own page, notes that are items of a numbered list."""
    own = {_page(draft.facts.get("url") or draft.base_url or ""), *_led_back(draft)}
    starts = sorted((block.span.start, index) for index, block in enumerate(draft.blocks))
    forward: list[tuple[int, str, str]] = []
    heads: list[tuple[int, str, int]] = []  #: links that begin a block with its number: link, number, block
    for at, link in enumerate(draft.links):
        page, _, fragment = link.href.partition("#")
        if not fragment or link.note or (page and _page(page) not in own) or fragment.startswith(":~:"):
            continue
        words = visible(draft, link.span).strip("[]() ")
        index = _begun(draft, link.span, starts)
        if index is not None and draft.blocks[index].span == link.span:
            continue  # a line of a table of contents
        if _BACK.match(words) or (_BACK_FRAGMENT.search(fragment) and not words.isdigit()):
            draft.links[at] = replace(link, back_link=True)
        elif index is not None and words.isdigit() and any(words == number for _, number, _ in forward):
            heads.append((at, words, index))
        elif words.isdigit() or re.fullmatch(r"[*†‡§a-z]|[ivx]{1,5}", words):
            forward.append((at, words, fragment))
        if page:
            draft.links[at] = replace(draft.links[at], inside=True)
    if not forward:
        return
    headed = [(number, [index]) for _, number, index in heads]
    items = next((found for found in (_items(draft), _returning(draft), headed) if _answers(found, forward)), None)
    if items is None:
        return
    for at, _, _ in heads if items is headed else ():
        draft.links[at] = replace(draft.links[at], back_link=True)
        draft.hide(draft.links[at].span.start, draft.links[at].span.end)
    known = {number for number, _ in items}
    ids = {words: fragment for _, words, fragment in forward}
    for at, words, fragment in forward:
        if words in known:
            link = draft.links[at]
            draft.links[at] = replace(link, element="ref", note=fragment, href=link.href)
            draft.hide(link.span.start, link.span.end)
    set_apart(draft, {index: ids[number] for number, indexes in items if number in ids for index in indexes})


def _begun(draft: Draft, span: Span, starts: Sequence[tuple[int, int]]) -> int | None:
    """The block, by index, whose words begin with *span*."""
    at = bisect_right(starts, (span.start, len(starts))) - 1
    if at < 0 or span.start - starts[at][0] > 3:
        return None
    begins, index = starts[at]
    return index if not visible(draft, Span(begins, span.start)).strip("[( ") else None


def _led_back(draft: Draft) -> Iterator[str]:
    """The pages that arrows lead back into and, where the article's address is not known, numbers to the notes of.

    They are the article's own, under the address that its saver or printer gave it.
    """
    known = bool(draft.facts.get("url") or draft.base_url)
    for link in draft.links:
        page, _, fragment = link.href.partition("#")
        if not page or not fragment:
            continue
        words = visible(draft, link.span)
        counted = not known and words.strip("[]()").isdigit() and _NOTE_FRAGMENT.fullmatch(fragment)
        if counted or _ARROW.fullmatch(words):
            yield _page(page)


def _items(draft: Draft) -> list[tuple[str, list[int]]]:
    """The items of the last numbered list: number, and the indexes of its blocks."""
    runs: list[list[tuple[str, list[int]]]] = []
    last = 0
    for index, block in enumerate(draft.blocks):
        number = draft.numbers.get(block.span.start)
        if number is not None:
            if not runs or number != last + 1:
                runs.append([])
            runs[-1].append((str(number), [index]))
            last = number
        elif runs and block.kind is BlockKind.LIST_ITEM and runs[-1][-1][1][-1] == index - 1:
            runs[-1][-1][1].append(index)
    return runs[-1] if runs else []


def _returning(draft: Draft) -> list[tuple[str, list[int]]]:
    """The blocks that lead back to the text, numbered as they stand: notes whose list lost its numbers."""
    back = [link.span for link in draft.links if link.back_link]
    found = [index for index, block in enumerate(draft.blocks) if any(map(block.span.holds, back))]
    return [(str(number), [index]) for number, index in enumerate(found, 1)]


def _answers(items: list[tuple[str, list[int]]], forward: list[tuple[int, str, str]]) -> bool:
    """Whether each numbered mark has its item."""
    known = {number for number, _ in items}
    return bool(known) and all(words in known for _, words, _ in forward if words.isdigit())


def _page(url: str) -> str:
    return url.partition("#")[0].split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()
