"""Notes and their marks where a file has no mark-up for them: numbered entries at the end, ``[1]`` in the text.

Clippers turn a page's note marks into links to the page itself (``…/ferry/#fn1``) and its notes into an ordinary
list; typists write ``[1]`` and a list of references. Both are tied together here, so that what a mark leads to is the
note, and never the article itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Link, Region
from quotations.reading.flow import meeting, merged
from quotations.reading.formats import authoryear
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.words import visible

HEADING = re.compile(
    r"(?i)^\W*(?:foot|end)?(?:notes?|references|sources|citations|bibliography|works cited|literature|"
    r"anmerkungen|fu(?:ß|ss)noten|quellen|literatur|einzelnachweise|notes et r[eé]f[eé]rences|r[eé]f[eé]rences|"
    r"notas|fuentes|referencias|note|fonti|bibliografia|bibliografía|noten|bronnen)\W*$"
)
_BACK = re.compile(r"^\s*(?:[↩↑⤴^⏎\ufe0e\ufe0f\s]+|(?i:back|return|jump(?: up)?(?: to text)?))\s*$")
_ARROW = re.compile(r"[\s\[(]*[↩↑⤴⏎^][\ufe0e\ufe0f\s\])]*")
_RETURNS = re.compile(r"[↩⤴⏎][\ufe0e\ufe0f\s]{0,3}$")
_BACK_FRAGMENT = re.compile(r"(?i)(?:ref|back|anchor)")
#: What pages name their notes by: ``fn1``, ``fn:1``, ``cite_note-3``, ``n1``, ``sdfootnote1sym``.
_NOTE_FRAGMENT = re.compile(
    r"(?i)(?:sd)?(?:foot|end|cite)?[_-]?(?:notes?|fn|ftn|n|anm|ref)[-_:.]{0,2}\w{0,20}?\d{1,3}(?:sym)?"
)
_ENTRY = re.compile(r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)(?=\s)|(\d{1,3})[.)](?=\s)|([¹²³⁰⁴-⁹]{1,3}))\s*")
_MARK = re.compile(
    r"\[(\d{1,3}(?:\s{0,1}[,–-]\s{0,1}\d{1,3}){0,10})"
    r"(?:[,;:]\s{0,2}(?:(?:pp?|S|Bl|fol|ff?|ch|chap|sec|Kap|fig|n|no)\b|§)[^\[\]\n]{1,24})?\](?![(:\[])|"
    r"(?<=[^\s\d¹²³⁰⁴-⁹])([¹²³⁰⁴-⁹]{1,3})"
)
_GLUED = re.compile(r"(?<=[^\W\d][.,;:!?”“\"»«’')]|[.,;:!?][”“\"»«’')]|[”“\"»«’')][.,;:!?])(\d{1,2})(?=\s|$)")
_ENTRY_ID = re.compile(r"(?i)(?:citeref|bib(?:item|ref)?[-_.:]?|ref-|cite\.)\w")
_BARE = re.compile(r"(\d{1,3})\s+(?=[^\W\d_]|[“„«\"‘'\[(<])")
_DIGITS = str.maketrans("¹²³⁰⁴⁵⁶⁷⁸⁹", "1230456789")


def resolve(draft: Draft) -> None:
    """Tie note marks to notes, mark back links, and set the notes' blocks apart."""
    _linked(draft)
    _numbered(draft)
    authoryear.resolve(draft, listed(draft))


def listed(draft: Draft) -> list[int]:
    """The blocks, by index, that are entries of a reference list: under a heading that says so, or set apart as one."""
    found, under = [], False
    for index, block in enumerate(draft.blocks):
        words = visible(draft, block.span) if len(block.span) < 60 else ""
        if words and HEADING.match(words.strip("#*_ :")):
            under = True
        elif block.kind is BlockKind.HEADING:
            under = False
        elif any(map(_ENTRY_ID.match, block.ids)) or (block.note is None and (under or block.region is Region.LIST)):
            found.append(index)
    return found


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
    _set_apart(draft, {index: ids[number] for number, indexes in items if number in ids for index in indexes})


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
        numbered = not known and words.strip("[]()").isdigit() and _NOTE_FRAGMENT.fullmatch(fragment)
        if numbered or _ARROW.fullmatch(words):
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


def _set_apart(draft: Draft, notes: Mapping[int, str]) -> None:
    """Make notes of the blocks of these indexes, each with its id, and of the links in them."""
    held: list[tuple[Span, str]] = []
    for index, note in notes.items():
        block = draft.blocks[index]
        held.append((block.span, note))
        draft.blocks[index] = replace(
            block,
            kind=BlockKind.NOTE,
            note=note,
            region=Region.NOTES,
            region_reason="note that a mark leads to",
            quote_depth=0,
            quote_group=None,
        )
    held.sort()
    starts = [span.start for span, _ in held]
    for at, link in enumerate(draft.links):
        place = bisect_right(starts, link.span.start) - 1
        if place >= 0 and held[place][0].holds(link.span) and link.note is None and not link.back_link:
            draft.links[at] = replace(link, in_note=held[place][1], region=Region.NOTES, region_reason="in a note")


def _numbered(draft: Draft) -> None:
    """Marks like ``[1]`` in the text, entries that begin with the same number at the end."""
    entries = _entries(draft) or _bare(draft)
    if not entries:
        return
    first = min(draft.blocks[index].span.start for index, _ in entries.values())
    taken = merged(link.span for link in draft.links)
    marked = False
    for block in list(draft.blocks):
        if block.span.start >= first or block.kind in (BlockKind.CODE, BlockKind.NOTE):
            continue
        for span, words in _marks(draft, block):
            numbers = [n for n in _expanded(words) if n in entries]
            if not numbers or meeting(span, taken):
                continue
            marked = True
            loose = draft.text[span.start - 1 : span.start] == " " and draft.text[span.end : span.end + 1] in ".,;:!?"
            draft.hide(span.start - loose, span.end)
            for number in numbers:
                draft.links.append(Link(span=span, href=f"#{number}", element="ref", note=number))
    if not marked:
        marked = _glued(draft, entries, first)
    if marked:
        _set_apart(draft, {index: number for number, (index, _) in entries.items()})
        for index, length in entries.values():
            start = draft.blocks[index].span.start
            draft.hide(start, start + length)


def _glued(draft: Draft, entries: Mapping[str, tuple[int, int]], first: int) -> bool:
    """Tie marks that lost their raising and stand glued to the end of words (“… any reading”.1 The …).

    A number may stand anywhere: it is a mark only where each note has one, in the notes' order.
    """
    found: list[re.Match[str]] = []
    for block in draft.blocks:
        if block.span.start < first and block.kind not in (BlockKind.CODE, BlockKind.HEADING, BlockKind.NOTE):
            found += _GLUED.finditer(draft.text, block.span.start, block.span.end)
    found = [match for match in found if match[1] in entries]
    if [match[1] for match in found] != [str(number) for number in range(1, len(entries) + 1)]:
        return False
    for match in found:
        span = Span(match.start(1), match.end(1))
        draft.hide(span.start, span.end)
        draft.links.append(Link(span=span, href=f"#{match[1]}", element="ref", note=match[1]))
    return True


def _marks(draft: Draft, block: Block) -> list[tuple[Span, str]]:
    """The marks that may lead to a numbered entry: bracketed, in raised digits, or set small and raised."""
    found = [
        (Span(match.start(), match.end()), match[1] or match[2].translate(_DIGITS))
        for match in _MARK.finditer(draft.text, block.span.start, block.span.end)
    ]
    found = [(span, words) for span, words in found if not meeting(span, draft.hidden)]
    return found + [(s, s.of(draft.text).strip("[]")) for s in draft.raised if block.span.holds(s)]


def _entries(draft: Draft) -> dict[str, tuple[int, int]]:
    """Number → index of the entry's block and the length of the number as it is printed.

    Under several headings ("Notes", then "Bibliography") the last list that has numbers.
    """
    entries: dict[str, tuple[int, int]] = {}
    before: dict[str, tuple[int, int]] = {}
    headed = False
    hidden = {span.start: span.end for span in draft.hidden}
    for index, block in enumerate(draft.blocks):
        if block.region is Region.CHROME:
            continue
        shown = min(hidden.get(block.span.start, block.span.start), block.span.end)
        words = draft.text[shown : block.span.end]
        if block.kind is BlockKind.HEADING or len(words) < 40:
            if HEADING.match(words.strip("#*_ :")):
                headed, before, entries = True, entries or before, {}
                draft.blocks[index] = replace(block, kind=BlockKind.HEADING)
                continue
            if block.kind is BlockKind.HEADING:
                headed = False
        number = draft.numbers.get(block.span.start)
        match = _ENTRY.match(words)
        returns = _RETURNS.search(visible(draft, block.span) if words.endswith((">", "]")) else words)
        if number is not None and (headed or returns):
            entries.setdefault(str(number), (index, 0))
        elif match and (match[1] or match[4] or headed or returns):
            entries.setdefault(str(int(_digits(match))), (index, match.end() + shown - block.span.start))
    return entries or before


def _bare(draft: Draft) -> dict[str, tuple[int, int]]:
    """Entries that begin with their number and nothing behind it ("1 Plan of 1904"), one for each raised number.

    They stand one under the other behind the last of the marks.
    """
    marks = [span.of(draft.text).strip("[]") for span in draft.raised]
    if not marks or marks != [str(number) for number in range(1, len(marks) + 1)]:
        return {}
    hidden = {span.start: span.end for span in draft.hidden}
    found: dict[str, tuple[int, int]] = {}
    for index, block in enumerate(draft.blocks):
        if block.span.start < draft.raised[-1].end or block.kind is BlockKind.HEADING:
            continue
        match = _BARE.match(draft.text, hidden.get(block.span.start, block.span.start), block.span.end)
        if match and match[1] == str(len(found) + 1) and len(found) < len(marks):
            found[match[1]] = (index, match.end() - block.span.start)
        elif found and len(found) < len(marks):
            return {}
    return found if len(found) == len(marks) else {}


def _digits(match: re.Match[str]) -> str:
    return (match[1] or match[2] or match[3] or match[4]).translate(_DIGITS)


def _expanded(words: str) -> list[str]:
    """The numbers of a mark: ``1``, ``1, 3``, ``2–4``."""
    numbers: list[str] = []
    for part in re.split(r"\s*,\s*", words):
        ends = [int(n) for n in re.split(r"\s*[–-]\s*", part) if n]
        numbers.extend(str(n) for n in range(ends[0], min(ends[-1], ends[0] + 20) + 1))
    return numbers


def _page(url: str) -> str:
    return url.partition("#")[0].split("://", 1)[-1].removeprefix("www.").rstrip("/").casefold()
