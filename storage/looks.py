"""The archive's looks at sources: what came of each, its bytes, and the Texts that were read from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from quotations.model import NOT_LOOKED, Capture, Exchange, Text
from storage import bodies, captures
from storage.engine import Bindings
from storage.fresh import Fresh
from storage.transactions import Transactions


class Looks(Transactions):
    """That part of `Archive`. What is given for several keys takes one statement for some hundreds of them."""

    def __init__(self, bindings: Bindings) -> None:
        super().__init__(bindings)
        self._fresh = Fresh()

    def keep_captures(self, looked: Sequence[Capture]) -> list[Capture]:
        """Keep the outcomes and their bodies, in one transaction; the captures in order, with ids, without bodies.

        A capture that is no outcome of a look (budget, interrupted, not held, not followed) comes back unkept.
        """
        ready, contents = captures.digested(looked)
        known = self._read(lambda connection: bodies.held(connection, contents)) if contents else set()
        new = {digest: data for digest, data in contents.items() if digest not in known}
        rows = bodies.packed(new)
        kept = iter(self._write(lambda connection: captures.keep_captures(connection, ready, rows)) if ready else ())
        self._fresh.keep(new)  # not those that are known: their bytes may have been taken away for good
        return [replace(capture, body=None) if capture.failure in NOT_LOOKED else next(kept) for capture in looked]

    def capture(self, id: str) -> Capture:
        """The capture with that id; raises NotInArchive."""
        return self._read(lambda connection: captures.capture(connection, id))

    def exchanges(self, id: str) -> tuple[Exchange, ...]:
        """What went over the wire for the capture with that id; nothing where that was not recorded."""
        return self._read(lambda connection: captures.exchanges(connection, id))

    def captures_of(self, digest: str) -> list[str]:
        """Ids of the captures whose body has that digest, oldest first."""
        return self._read(lambda connection: captures.captures_of(connection, digest))

    def latest(self, urls: Sequence[str]) -> Mapping[str, Capture]:
        """The newest look at each of *urls* that was ever looked at; no archives' copies, no supplied files."""
        return self._read(lambda connection: captures.latest(connection, urls))

    def held(self, site: str | None = None, limit: int = 50) -> list[Capture]:
        """The last kept good look with a body at each of up to *limit* sources of a registrable domain, or of any."""
        return self._read(lambda connection: captures.held(connection, site, limit))

    def history(self, url: str) -> list[Capture]:
        """All that was ever seen of a source, newest first; archives' copies and supplied files among it."""
        return self.histories([url])[url]

    def histories(self, urls: Sequence[str]) -> dict[str, list[Capture]]:
        """What `history` gives, of each of *urls*: an empty list for one that was never looked at."""
        return self._read(lambda connection: captures.histories(connection, urls))

    def due(self, urls: Sequence[str], now: datetime, good: timedelta, failed: timedelta) -> list[str]:
        """Which of *urls* to look at: the newest look is older than *good*, or failed and is older than *failed*."""
        return self._read(lambda connection: captures.due(connection, urls, now, good, failed))

    def ledger(self, url: str) -> tuple[datetime | None, datetime | None]:
        """When the present outage was first seen (None if there is none), and when the source was last seen well."""
        return self._read(lambda connection: captures.ledger(connection, url))

    def body(self, digest: str) -> bytes | None:
        """The bytes of that digest; None if they are not held (any more)."""
        fresh = self._fresh.get(digest)
        return fresh if fresh is not None else self._read(lambda connection: bodies.body(connection, digest))

    def bodies_of(self, digests: Collection[str]) -> dict[str, bytes]:
        """The bytes of each of those digests that are held; they are all in memory at once."""
        fresh = {digest: data for digest in digests if (data := self._fresh.get(digest)) is not None}
        others = [digest for digest in digests if digest not in fresh]
        return fresh | (self._read(lambda connection: bodies.several(connection, others)) if others else {})

    def forgotten(self, digests: Collection[str]) -> set[str]:
        """Those of the digests whose bytes were taken away for good."""
        return self._read(lambda connection: bodies.forgotten(connection, digests)) if digests else set()

    def text(self, digest: str, version: str) -> Text | None:
        """What that version of the readers made of that body; None if that is not kept."""
        return self.texts([digest], version).get(digest)

    def texts(self, digests: Collection[str], version: str) -> dict[str, Text]:
        """What that version of the readers made of each of those bodies, where that is kept."""
        return self._read(lambda connection: bodies.texts(connection, digests, version))

    def keep_text(self, digest: str, version: str, text: Text) -> None:
        """Keep what a version of the readers made of a body; it can be thrown away at any time."""
        self.keep_texts(version, {digest: text})

    def keep_texts(self, version: str, texts: Mapping[str, Text]) -> None:
        """Keep what a version of the readers made of several bodies, in one transaction."""
        rows = bodies.text_rows(version, texts)
        if rows:
            self._write(lambda connection: bodies.keep_texts(connection, rows))
