"""Every link of a document as a citation: what it points to, in which role, and through which note.

A link to a note of the same document is no citation: the note is, once, however often it is marked. Its address is
that of the note's first link; an "ibid." takes the note before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from quotations.model import ArchivedCopy, Citation, Role, Span, Target
from quotations.reading.citations.again import is_ibid, taken_up
from quotations.reading.citations.dated import cited_day
from quotations.reading.citations.identifiers import find_identifier
from quotations.reading.document import Block, BlockKind, Document, Link, Region
from quotations.urls import archived, clean, locator, resolve, scheme_of, source_url, unrewritten, unwrap
from quotations.values import plain_value

_ROLES = {Region.MAIN: Role.BODY, Region.NOTES: Role.NOTE, Region.LIST: Role.LIST, Region.CHROME: Role.CHROME}
#: What stands where an address was, and does nothing.
_NOTHING = re.compile(
    r"about:.*|(?:javascript|vbscript):[\s;]*(?:(?:void|return|return false)\W*(?:0|null)?\W*)?", re.IGNORECASE
)
#: Schemes of identifiers whose registries keep them at addresses ("doi:10.1000/182", "info:doi/10.1000/182").
_REGISTERED = frozenset({"doi", "info", "arxiv", "pmid"})
_FOLLOWED = frozenset({"http", "https"})
#: What a note has that names a printed source: a year, a page, a volume.
_SOURCE_SIGNS = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:pp?|S|vol|no|ch|§)\.?\s?\d", re.IGNORECASE)
_VERSION = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)")
_BRIEF = 300


@plain_value
class Pointer:
    """Where a link leads: the source's address without fragment, and what is to be known of it."""

    url: str | None
    locator: str | None
    target: Target
    archived: ArchivedCopy | None = None


def find_citations(document: Document) -> tuple[tuple[Citation, ...], dict[int, str]]:
    """The citations of *document* in its order, and for each link that has one, by its index, the citation's id.

    Marks of a note have the note's citation; a mark whose note names no source has none. Ids are "1", "2", ….
    """
    found: list[tuple[tuple[int, int], int, Link | Citation]] = [
        ((link.span.start, index), index, link) for index, link in enumerate(document.links) if link.note is None
    ]
    notes = _notes(document)
    linked = {link.in_note for link in document.links if link.note is None}
    again = _again(document, notes, linked)
    for note, blocks in notes.items():
        printed = None if note in linked or note in again else _printed(document, note, blocks)
        if printed is not None:
            found.append(((printed.span.start, len(document.links)), -1, printed))
    found += [((c.span.start, len(document.links)), -1, c) for c in _entries(document)]
    found.sort(key=lambda item: item[0])
    citations = tuple(
        replace(one, id=str(number)) if isinstance(one, Citation) else _citation(document, one, str(number))
        for number, (_, _, one) in enumerate(found, 1)
    )
    by_link = {index: citations[number].id for number, (_, index, _) in enumerate(found) if index >= 0}
    by_note = _by_note(notes, citations, again)
    for index, link in enumerate(document.links):
        if link.note is not None and link.note in by_note:
            by_link[index] = by_note[link.note]
    return citations, by_link


def pointer(document: Document, link: Link) -> Pointer:
    """Where *link* leads: rewriting and wrappers undone, resolved as a browser would on the page's own address."""
    href = clean(link.href)
    scheme = scheme_of(href)
    if not href.strip("#") or _NOTHING.fullmatch(href) or href.startswith("#:~:"):
        return Pointer(None, None, Target.LOST)
    if document.archive:
        href = unrewritten(href, document.archive) or href
        scheme = scheme_of(href)
    if scheme in _REGISTERED and (found := find_identifier(href)) is not None:
        return Pointer(source_url(found[1]), None, Target.OK)
    if scheme is not None and scheme not in _FOLLOWED:
        return Pointer(href if scheme != "data" else None, None, Target.UNSUPPORTED)
    inside = href.startswith("#")
    absolute = resolve(href, document.base_url, document.charset)
    if absolute is None:
        # A fragment of the page itself is not lost, even where nobody knows the page's address.
        return Pointer(None, locator(href), Target.OK if inside else Target.LOST)
    if scheme_of(absolute) not in _FOLLOWED:
        return Pointer(absolute, None, Target.UNSUPPORTED)
    absolute = unwrap(absolute)
    return Pointer(
        source_url(absolute), locator(absolute), Target.OK, archived(absolute) or _robust(document, link, absolute)
    )


def _citation(document: Document, link: Link, id: str) -> Citation:
    to = pointer(document, link)
    role, reason = _role(link)
    own = to.url is not None and document.url and to.url == source_url(document.url)
    # Words that a reader marked in the article have the article for their source.
    if own and role in (Role.BODY, Role.LIST) and link.element != "q":
        role, reason = Role.CHROME, "points to the article itself"
    return Citation(
        id=id,
        href=link.href,
        url=to.url,
        anchor=document.words(link.span) or " ".join(link.span.of(document.text).split()),
        span=link.span,
        role=role,
        role_reason=reason,
        locator=to.locator,
        target=to.target,
        archived=to.archived,
        note=link.in_note,
        as_of=_as_of(document, link),
    )


def _role(link: Link) -> tuple[Role, str]:
    if link.back_link:
        return Role.CHROME, "leads from a note back to its mark"
    role = _ROLES[link.region]
    inside = link.inside or (link.href.strip().startswith("#") and link.href.strip() != "#")
    if inside and role in (Role.BODY, Role.LIST):
        return Role.CHROME, "points into the page itself"
    if link.in_note is not None and role is not Role.CHROME:
        return Role.NOTE, link.region_reason or "in a note"
    return role, link.region_reason or ("in a paragraph of the article" if role is Role.BODY else "")


def _as_of(document: Document, link: Link) -> date | None:
    return _version_day(link) or cited_day(document, link.span)


def _version_day(link: Link) -> date | None:
    """The day of a robust link's version: ISO 8601, or an archive's 14 digits."""
    found = _VERSION.match(link.as_of or "")
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _robust(document: Document, link: Link, absolute: str) -> ArchivedCopy | None:
    """What a robust link to a copy says that it is a copy of (https://robustlinks.mementoweb.org/spec/)."""
    original = resolve(link.original, document.base_url, document.charset) if link.original else None
    if original is None or source_url(original) == source_url(absolute):
        return None
    day = _version_day(link)
    return ArchivedCopy(original=original, at=datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None)


def _notes(document: Document) -> dict[str, list[Block]]:
    """The blocks of each note, notes in the document's order."""
    found: dict[str, list[Block]] = {}
    for block in document.blocks:
        if block.note is not None:
            found.setdefault(block.note, []).append(block)
    return found


def _words(document: Document, blocks: Iterable[Block]) -> str:
    return " ".join(document.words(block.span) for block in blocks)


def _printed(document: Document, note: str, blocks: list[Block]) -> Citation | None:
    """The citation of a note without links: by an identifier that it names, or as the printed source that it is."""
    words = _words(document, blocks)
    if is_ibid(words):
        return None
    span = Span(blocks[0].span.start, blocks[-1].span.end)
    return _named_in_words(document, words, span, Role.NOTE, note)


def _entries(document: Document) -> list[Citation]:
    """The entries of a reference list that have no link."""
    linked = sorted(link.span.start for link in document.links)
    found = []
    for block in document.blocks:
        if block.region is not Region.LIST or block.kind is BlockKind.HEADING or block.note is not None:
            continue
        at = bisect_left(linked, block.span.start)
        if at == len(linked) or linked[at] >= block.span.end:
            made = _named_in_words(document, document.words(block.span), block.span, Role.LIST, None)
            if made is not None:
                found.append(made)
    return found


def _named_in_words(document: Document, words: str, span: Span, role: Role, note: str | None) -> Citation | None:
    """The citation of a source that is named in words alone; None when the words name none."""
    named = find_identifier(words)
    if named is None and not _SOURCE_SIGNS.search(words):
        return None
    return Citation(
        id="",
        href=named[0] if named else "",
        url=named[1] if named else None,
        anchor=words[:_BRIEF],
        span=span,
        role=role,
        role_reason="a note that names its source in words" if note else "an entry that names its source in words",
        target=Target.OK if named else Target.LOST,
        note=note,
        as_of=cited_day(document, span),
    )


def _again(document: Document, notes: dict[str, list[Block]], linked: set[str | None]) -> dict[str, str]:
    """For each note without a source of its own the note or entry that it takes up."""
    to = {link.in_note: link.note for link in reversed(document.links) if link.in_note and link.note in notes}
    again: dict[str, str] = {}
    earlier: dict[str, str] = {}
    for note, blocks in notes.items():
        words = _words(document, blocks)
        if note not in linked:
            other = to.get(note) or (None if find_identifier(words) else taken_up(words, earlier))
            if other is not None and other != note:
                again[note] = other
        earlier[note] = words
    return again


def _by_note(
    notes: dict[str, list[Block]], citations: tuple[Citation, ...], again: Mapping[str, str]
) -> dict[str, str]:
    """For each note the id of its first citation; one that takes up another note has that note's."""
    first: dict[str, str] = {}
    for citation in citations:
        if citation.note is not None and citation.role is not Role.CHROME:
            first.setdefault(citation.note, citation.id)
    for note in notes:
        other = note
        for _ in range(len(notes)):
            if other in first or other not in again:
                break
            other = again[other]
        if other in first:
            first.setdefault(note, first[other])
    return first
