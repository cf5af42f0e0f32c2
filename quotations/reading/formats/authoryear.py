"""Author–year references ("Pell 2019, p. 12", "Pell et al. (2019a)") tied to the entries of a reference list.

An entry is known by the names before its year; a reference by a name with a year behind it. A reference that fits no
entry, or more than one, is left alone: it would only be a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotations.model import Span
from quotations.reading.document import Block, BlockKind, Link, Region
from quotations.reading.formats.draft import Draft
from quotations.reading.formats.words import visible
from quotations.values import plain_value

_YEAR = re.compile(r"(?<![\w./-])((?:1[5-9]|20)\d\d)([a-z]?)(?![\w/-])")
_TOKEN = re.compile(r"[^\W\d_][\w'’.‐-]{0,40}|(?:1[5-9]|20)\d\d[a-z]?|\d+|&|\S")
#: What may stand between the first name of a reference and its year.
_JOINED = frozenset(
    {"and", "&", "und", "et", "al", "al.", "y", "e", "en", "u", "u.", "a.", "others", ",", "(", "[", "."}
)
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "du", "dos", "ten", "bin", "al"}
)
_HEAD = 240  #: so many characters of an entry are looked at for its names and year
_BEFORE = 90  #: a reference's names stand so many characters before its year at most
_MOST = 2000
_STRETCH = 1_000


@plain_value
class Entry:
    """One entry of a reference list."""

    block: int
    first: str  #: its first author's last name, or the whole name of an institution, in small letters
    names: frozenset[str]
    year: str
    letter: str
    note: str


def resolve(draft: Draft, listed: list[int]) -> None:
    """Tie the author–year references of *draft* to the entries that its blocks *listed* (by index) are."""
    entries = _entries(draft, listed)
    if not entries:
        return
    inside = set(listed)
    links = _Links(draft)
    used: dict[str, Entry] = {}
    for index, block in enumerate(list(draft.blocks)):
        if (index in inside and block.note is None) or block.kind in (BlockKind.CODE, BlockKind.HEADING):
            continue
        for span, entry in _references(draft, block, entries):
            if entry.block != index and links.tie(block, span, entry):
                used[entry.note] = entry
    _set_apart(draft, list(used.values()))


def _entries(draft: Draft, listed: list[int]) -> dict[str, list[Entry]]:
    """The entries by year."""
    found: dict[str, list[Entry]] = {}
    for index in listed[:_MOST]:
        block = draft.blocks[index]
        words = visible(draft, Span(block.span.start, min(block.span.end, block.span.start + _HEAD)))
        year = _YEAR.search(words)
        if year is None or year.start() < 3:
            continue
        names = [t for t in _TOKEN.findall(words[: year.start()]) if _is_name(t)]
        if not names:
            continue
        head = words[: year.start()]
        first = _first(head, names)
        note = block.note or (block.ids[0] if block.ids else f"{first}-{year[1]}{year[2]}-{index}")
        entry = Entry(index, first, frozenset(n.casefold().rstrip(".") for n in names), year[1], year[2], note)
        found.setdefault(year[1], []).append(entry)
    return found


def _is_name(token: str) -> bool:
    return token[:1].isupper() and len(token.rstrip(".")) > 1 and token[:1].isalpha()


def _first(head: str, names: list[str]) -> str:
    """Its first author's last name: before the first comma, or the last of the names where nothing parts them."""
    comma = head.find(",")
    if comma > 0:
        before = [t for t in _TOKEN.findall(head[:comma]) if _is_name(t)]
        if before:
            return str(before[-1]).casefold().rstrip(".")
    initial = re.match(r"\W*([^\W\d_][\w'’-]+)\s+(?:[A-Z]\.?\s?){1,3}(?:[\W\d]|$)", head)
    if initial:
        return str(initial[1]).casefold()
    sentence = re.split(r"\.\s|\(", head, maxsplit=1)[0]
    own = [t for t in _TOKEN.findall(sentence) if _is_name(t)] or names
    return "".join(own[-1:]).casefold().rstrip(".")


def _references(draft: Draft, block: Block, entries: dict[str, list[Entry]]) -> Iterator[tuple[Span, Entry]]:
    """The references of one block, each with the one entry that it fits."""
    text = draft.text
    for match in _YEAR.finditer(text, block.span.start, block.span.end):
        if match[1] not in entries:
            continue
        low = max(block.span.start, match.start() - _BEFORE)
        names = _named(text, low, match.start())
        fitting = [(at, e) for e in entries[match[1]] if (at := _fits(e, [n for _, n in names], match[2])) is not None]
        if len(fitting) == 1:
            at, entry = fitting[0]
            yield Span(names[at][0], match.end()), entry


def _named(text: str, low: int, end: int) -> list[tuple[int, str]]:
    """The names that lead up to a year, each with where it begins."""
    tokens = [(m.start(), m[0]) for m in _TOKEN.finditer(text, low, end)]
    names: list[tuple[int, str]] = []
    for start, token in reversed(tokens):
        lower = token.casefold()
        if _is_name(token) and not token.endswith("."):
            names.insert(0, (start, lower.removesuffix("’s").removesuffix("'s")))
        elif (names and token in ("(", "[")) or (
            lower not in _JOINED and lower not in _PARTICLES and (names or not _YEAR.fullmatch(token))
        ):
            break
    return names


def _fits(entry: Entry, names: list[str], letter: str) -> int | None:
    """From which of the names of a reference on they are the entry's; a word before them only begins the sentence."""
    if letter != entry.letter:
        return None
    for at, name in enumerate(names[:3]):
        if (name == entry.first or len(names) - at > 1) and all(n in entry.names for n in names[at:]):
            return at
    return None


class _Links:
    """A draft's links by the stretches of its text in which they stand."""

    def __init__(self, draft: Draft) -> None:
        self._links = draft.links
        self._near: dict[int, list[int]] = {}
        for at, link in enumerate(draft.links):
            self._add(at, link.span)

    def _add(self, at: int, span: Span) -> None:
        for stretch in _stretches(span) if len(span) else ():
            self._near.setdefault(stretch, []).append(at)

    def tie(self, block: Block, span: Span, entry: Entry) -> bool:
        """Make the reference at *span* a mark of its entry, unless the author linked it to somewhere else."""
        for at in sorted({at for stretch in _stretches(span) for at in self._near.get(stretch, ())}):
            link = self._links[at]
            if link.span.meets(span):
                if link.note == entry.note:
                    return True
                if (
                    link.note is not None
                    or not link.href.partition("#")[2]
                    or (link.href.startswith(("http://", "https://")) and not link.inside and not _names(link, entry))
                ):
                    return False
                self._links[at] = replace(link, element="ref", note=entry.note)
                return True
        self._add(len(self._links), span)
        mark = Link(span=span, href=f"#{entry.note}", element="ref", note=entry.note, in_note=block.note)
        self._links.append(mark)
        return True


def _names(link: Link, entry: Entry) -> bool:
    """Whether the place of a page that the link leads to is called by the entry's name and year (``#brandt2015``)."""
    place = link.href.partition("#")[2].casefold()
    return entry.first in place and entry.year in place


def _stretches(span: Span) -> range:
    return range(span.start // _STRETCH, span.end // _STRETCH + 1)


def _set_apart(draft: Draft, entries: Sequence[Entry]) -> None:
    """Make notes of *entries*, and the links in them the notes' own."""
    for entry in entries:
        block = draft.blocks[entry.block]
        if block.note is None:
            draft.blocks[entry.block] = replace(
                block,
                kind=BlockKind.NOTE,
                note=entry.note,
                region=Region.NOTES,
                region_reason="entry that a reference names",
            )
    ordered = sorted(entries, key=lambda entry: entry.block)
    spans = [draft.blocks[entry.block].span for entry in ordered]
    for at, link in enumerate(draft.links):
        if link.note is not None or link.in_note is not None or link.back_link:
            continue
        number = bisect_right(spans, link.span.start, key=lambda span: span.start) - 1
        if number >= 0 and spans[number].holds(link.span):
            note = ordered[number].note
            draft.links[at] = replace(link, in_note=note, region=Region.NOTES, region_reason="in a note")
