"""An audit's evidence out of the archive: which looks it rests on, and all that is kept of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from audit import __version__
from audit.service.judgement import Evidence
from audit.service.order import Order
from audit.service.overrides import with_words
from quotations.errors import NotInArchive
from quotations.judging import Looked
from quotations.judging.link_state import probe_address
from quotations.model import Audit, Capture, Exchange
from quotations.urls import source_url
from reports.evidence import Dossier, Look

if TYPE_CHECKING:
    from storage import Archive

#: What a copy that somebody handed in stands for is kept behind this, apart from the looks at the source itself.
SUPPLIED = "supplied:"
#: Looks at one source before the one that was judged.
EARLIER = 50


def rests_on(order: Order, evidence: Evidence, archive: Archive) -> tuple[str, ...]:
    """Ids of the looks that an audit was judged by; the copies that were handed in are kept here."""
    given = [(f"{SUPPLIED}{number}", one) for number, one in order.supplied.by_citation.items()]
    given += [(f"{SUPPLIED}{url}", one) for url, one in order.supplied.by_url.items()]
    given += [(SUPPLIED, one) for one in order.supplied.bare]
    copies = archive.keep_captures([replace(one.capture, url=name) for name, one in given])
    seen: list[Looked] = [*evidence.texts.values(), *evidence.asked.values()]
    ids = [*(one.capture.id for one in seen), *(one.id for one in copies)]
    return tuple(dict.fromkeys(one for one in ids if one.isdigit()))  # what was handed in is not kept


def dossier(id: str, archive: Archive) -> Dossier:
    """All that the archive holds of the audit *id*; raises NotInArchive."""
    audit = with_words(archive.audit(id), archive)
    digest, whole = archive.article_of(id)
    looks = _Looks(audit, archive)
    name = _last(whole)
    run = {**audit.run, "input": name} if "input" in audit.run else audit.run
    return Dossier(
        audit=looks.without_folders(replace(audit, name=name, run=run)),
        looks=looks,
        bodies=archive.body,
        article=digest,
        name=name,
        software=f"citetrail {__version__}",
        expected=len(looks),
    )


class _Looks:
    """The looks of an audit, one after another; each is read when its turn comes."""

    def __init__(self, audit: Audit, archive: Archive) -> None:
        self._audit = audit
        self._archive = archive
        self._ids = audit.captures if audit.captures is not None else tuple(_named(audit, archive))
        self._citations: dict[str, list[str]] = {}
        self._ends: dict[str, list[str]] = {}
        self._places = {one.placement.url for one in audit.findings if one.placement is not None}
        self._invented = {probe_address(link.url) for link in audit.links if link.url is not None}
        for link in audit.links:
            if link.url is not None:
                self._citations.setdefault(link.url, []).append(link.citation)
            if link.final_url is not None:
                self._ends.setdefault(link.final_url, []).append(link.citation)

    def without_folders(self, audit: Audit) -> Audit:
        """*audit* naming the files that were handed in without where they lay."""
        names = [one.supplied for one in self._captures() if one.supplied is not None]

        def plain(words: str) -> str:
            for name in names:
                words = words.replace(name, _last(name))
            return words

        links = tuple(replace(link, evidence=tuple(map(plain, link.evidence))) for link in audit.links)
        return replace(audit, links=links) if names else audit

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[Look]:
        given: set[str] = set()
        for capture in self._captures():
            yield from self._look(capture, given)

    def _captures(self) -> Iterator[Capture]:
        for one in self._ids:
            with suppress(NotInArchive):
                yield self._archive.capture(one)

    def _look(self, capture: Capture, given: set[str]) -> Iterator[Look]:
        """The look with that capture, the one whose bytes it says are still good before it, those before it behind."""
        if capture.id in given:
            return
        given.add(capture.id)
        exchanges = self._exchanges(capture)
        before = [] if capture.url.startswith(SUPPLIED) or capture.memento else self._before(capture)
        if exchanges and exchanges[-1].response.split(" ")[1:2] == ["304"]:
            source = next((one for one in before if one.digest == capture.digest and one.id not in given), None)
            if source is not None:
                given.add(source.id)
                yield self._as_look(source, self._archive.exchanges(source.id), why="earlier")
        yield self._as_look(capture, exchanges)
        for one in before:
            if one.id not in given:
                given.add(one.id)
                yield self._as_look(one, self._archive.exchanges(one.id), why="earlier", body=False)

    def _before(self, capture: Capture) -> list[Capture]:
        """Earlier looks at the same source itself, newest first."""
        if capture.url not in self._citations:
            return []
        held = self._archive.history(capture.url)
        own = [one for one in held if one.memento is None and one.supplied is None]
        return [one for one in own if one.captured_at <= capture.captured_at and one.id != capture.id][:EARLIER]

    def _exchanges(self, capture: Capture) -> tuple[Exchange, ...]:
        """What went over the wire; of an archive's copy it is kept with the look at the archive."""
        own = self._archive.exchanges(capture.id)
        if own or capture.memento is None or capture.digest is None:
            return own
        of_same_bytes = map(self._archive.exchanges, self._archive.captures_of(capture.digest))
        return next(filter(None, of_same_bytes), ())

    def _cited(self, capture: Capture) -> tuple[str, ...]:
        """The citations of a look's address, or those that it was looked at in place of (``--source N=URL``)."""
        own = self._citations.get(capture.url)
        if own is None and capture.url not in self._invented:
            own = self._ends.get(capture.final_url or "")
        return tuple(own or ())

    def _why(self, capture: Capture, cited: tuple[str, ...]) -> str:
        if capture.supplied is not None:
            return "supplied"
        if capture.memento is not None:
            return "copy"
        if cited:
            return "judged"
        return "placed" if (capture.final_url or capture.url) in self._places else "asked"

    def _as_look(self, capture: Capture, exchanges: tuple[Exchange, ...], *, why: str = "", body: bool = True) -> Look:
        cited = self._cited(capture)
        if capture.supplied is not None and capture.url.startswith(SUPPLIED):
            stands_for = capture.url.removeprefix(SUPPLIED)
            cited = (stands_for,) if stands_for.isdigit() else tuple(self._citations.get(stands_for, ()))
            capture = replace(capture, url=capture.final_url or capture.supplied)
        why = why or self._why(capture, cited)
        return Look(capture=capture, exchanges=exchanges, why=why, citations=cited, body=body)


def _last(name: str) -> str:
    """A file's or an address's name without what stands before it."""
    return PurePath(name).name if "://" not in name else name.rstrip("/").rpartition("/")[2]


def _named(audit: Audit, archive: Archive) -> Iterator[str]:
    """The looks of an audit that did not record them: the last at each link's source before it was made."""
    found: dict[str, None] = {one.source.capture: None for one in audit.findings if one.source.capture}
    for link in audit.links:
        if link.url is None or link.captured_at is None:
            continue
        held = archive.history(source_url(link.url))
        own = [one for one in held if one.memento is None and one.captured_at <= audit.audited_at]
        found |= {one.id: None for one in own[:1]}
    return iter(found)
