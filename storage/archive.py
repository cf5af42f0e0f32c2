"""The archive: everything that is ever kept, behind one door. Any thread may use it; nothing here is asynchronous."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from quotations.errors import ArchiveError
from quotations.model import Article, Audit
from storage import audits, bodies, forgetting, moving, overrides, turns, upkeep, watches
from storage.audits import AuditEntry
from storage.engine import Waiting, bind
from storage.forgetting import Forgotten
from storage.looks import Looks
from storage.overrides import Override
from storage.refusals import refusals
from storage.schema import settle
from storage.turns import Lease
from storage.watches import RunEntry, Seen, Watch


class Archive(Looks):
    """An open archive. Every method may raise ArchiveError, with what to do."""

    @classmethod
    def open(cls, db: str | Path, *, create: bool = True, waiting: Waiting = lambda _: None) -> Self:
        """Open the archive in a file or at `sqlite:///…` or `postgresql://…`; an older one is brought up to date.

        Without *create* a missing file is an error. *waiting* hears which other process holds up a writer, where that
        is known, once it has done so for a second. Raises ArchiveTooNew for one made by a newer version.
        """
        bindings = bind(db, create=create, waiting=waiting)
        try:
            with refusals(bindings.subject):
                settle(bindings)
        except BaseException:
            bindings.dispose()
            raise
        return cls(bindings)

    # -- articles and audits ------------------------------------------------------------------------------------

    def keep_article(self, article: Article, data: bytes, name: str) -> str:
        """Keep an article as it was read, and the bytes that it was read from; its id."""
        digest = bodies.digest_of(data)
        rows = bodies.packed({digest: data})

        def write(connection: Connection) -> str:
            bodies.keep_bodies(connection, rows)
            return str(audits.keep_article(connection, article, name, digest))

        return self._write(write)

    def article(self, id: str) -> Article:
        """The article with that id; raises NotInArchive."""
        return self._read(lambda connection: audits.article(connection, id))

    def article_of(self, audit: str) -> tuple[str | None, str]:
        """Digest of the bytes that the audited article was read from, None where unknown, and their name."""
        return self._read(lambda connection: audits.article_of(connection, audit))

    def audited_article(self, audit: str) -> Article:
        """The article of an audit, as it was read for it; raises NotInArchive."""
        return self._read(lambda connection: audits.audited_article(connection, audit))

    def keep_audit(self, audit: Audit) -> str:
        """Keep an audit; its id."""
        return self._write(lambda connection: audits.keep_audit(connection, audit))

    def audit(self, id: str, *, attributions: bool = True) -> Audit:
        """The audit with that id; raises NotInArchive.

        Its article comes without *attributions* where those that were judged are enough: there are many of them.
        """
        return self._read(lambda connection: audits.audit(connection, id, attributions=attributions))

    def audits(
        self, limit: int | None = 100, since: datetime | None = None, name: str | None = None
    ) -> list[AuditEntry]:
        """The newest audits, newest first, all of them without a *limit*; *name* is an article's name or address, whole."""
        return self._read(lambda connection: audits.audits(connection, limit, since, name))

    def previous_audit(self, name: str, *, url: str | None = None, before: datetime | None = None) -> Audit | None:
        """The newest audit of the article with that name or address, made before a moment."""

        def read(connection: Connection) -> Audit | None:
            entry = audits.previous(connection, name, url, before)
            return audits.audit(connection, entry.id) if entry else None

        return self._read(read)

    def earlier_audits(self, article: Article, name: str, before: datetime, limit: int = 12) -> list[Audit]:
        """The newest audits of the same article made before a moment, newest first."""
        return self._read(lambda connection: list(audits.earlier(connection, article, name, before, limit)))

    def audited_articles(self) -> list[tuple[str, str]]:
        """Every article that was ever audited, as it was read last: its id and its name."""
        return self._read(audits.audited)

    # -- turns --------------------------------------------------------------------------------------------------

    @contextmanager
    def lease(self, name: str, holder: str = "", seconds: float = 60.0) -> Iterator[Lease]:
        """Do alone what *name* names; raises ArchiveBusy while another does.

        The hold is renewed while the block runs and ends by itself *seconds* after a crash.
        """
        who = holder or f"process {os.getpid()} on {socket.gethostname()}"
        token = self._write(lambda connection: turns.take(connection, name, who, seconds))
        lease = Lease(name, token, seconds, self._write)
        try:
            yield lease
        finally:
            lease.close()

    def domain_turn(self, domain: str, delay: float, now: float | None = None) -> float:
        """Take the next turn at a registrable domain, *delay* s after the one before; seconds to wait for it.

        Atomic over all processes that use this archive; *now* (s since 1970) is their common clock unless given.
        """
        return self.domain_turns([(domain, delay)], now)[0]

    def domain_turns(self, asked: Sequence[tuple[str, float]], now: float | None = None) -> list[float]:
        """Take several domains' next turns in one transaction, as `domain_turn` takes one; seconds to wait, in order."""
        return self._write(
            lambda connection: turns.domain_turns(connection, asked, turns.clock(connection) if now is None else now)
        )

    # -- watches, runs, people's words --------------------------------------------------------------------------

    def add_watch(self, target: str, reports: str, kind: str) -> Watch:
        """Add a watch; adding the same again changes nothing."""
        return self._write(lambda connection: watches.add_watch(connection, target, reports, kind))

    def watches(self) -> list[Watch]:
        """All watches, oldest first."""
        return self._read(watches.watches)

    def remove_watch(self, id: str) -> None:
        """Forget a watch and what it saw, not its audits; raises NotInArchive."""
        self._write(lambda connection: watches.remove_watch(connection, id))

    def watch_files(self, id: str) -> dict[str, Seen]:
        """What a watch has seen, by file or address."""
        return self._read(lambda connection: watches.watch_files(connection, id))

    def set_watch_file(self, id: str, file: str, digest: str, audit: str | None = None) -> None:
        """Record that a watch saw *file* with that digest, and the audit made of it."""
        self._write(lambda connection: watches.set_watch_file(connection, id, file, digest, audit))

    def keep_run(self, kind: str, started_at: datetime, ended_at: datetime, counts: Mapping[str, int]) -> str:
        """Record one execution; its id."""
        return self._write(lambda connection: watches.keep_run(connection, kind, started_at, ended_at, counts))

    def runs(self, limit: int = 20) -> list[RunEntry]:
        """The newest executions, newest first."""
        return self._read(lambda connection: watches.runs(connection, limit))

    def keep_override(self, said: Override) -> Override:
        """Record a person's word on a source or finding, beside those before."""
        return self._write(lambda connection: overrides.keep_override(connection, said))

    def overrides(self, subject: str) -> list[Override]:
        """What people said of a source or finding, newest first."""
        return self._read(lambda connection: overrides.overrides(connection, subject))

    def all_overrides(self) -> list[Override]:
        """Everything that people said, newest first."""
        return self._read(overrides.all_overrides)

    def newest_overrides(self, subjects: Iterable[str]) -> Mapping[str, Override]:
        """The newest word on each of *subjects* on which there is one."""
        return self._read(lambda connection: overrides.newest_overrides(connection, subjects))

    def remove_overrides(self, which: str) -> int:
        """Take back the word with that id, or every word on that subject; how many. Raises NotInArchive."""
        return self._write(lambda connection: overrides.remove_overrides(connection, which))

    def state_when(self, url: str, at: datetime) -> tuple[str, str | None] | None:
        """State and reason of a source in the audit nearest before a moment, else in the first after it."""
        return self._read(lambda connection: overrides.state_when(connection, url, at))

    # -- upkeep -------------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong with the archive, a sentence each; empty when it is whole."""
        found: list[str] = []
        try:
            self._read(lambda connection: found.extend(upkeep.problems(connection)))
        except ArchiveError as error:  # too damaged to be read to its end
            found.append(error.message)
        return found

    def backup(self, path: str | Path) -> None:
        """Write a whole copy to a new file (SQLite); others may go on writing meanwhile."""
        with refusals(self.subject):
            upkeep.backup(self._bindings, Path(path))

    def copy_into(self, other: Archive, step: Callable[[int, int], None] = lambda *_: None) -> int:
        """Write all that is held into the empty archive *other*, wholly or not at all; how many rows.

        *step* hears how many are done, and of how many. Raises ArchiveError where something is held there.
        """

        def copied(source: Connection) -> int:
            return other._write(lambda target: moving.copy(source, target, subject=other.subject, step=step))

        return self._read(copied)

    def forget(self, urls: Sequence[str]) -> list[Forgotten]:
        """Take away for good the bytes of the sources at *urls* and what was read from them, all in one transaction.

        Looks, findings and links stay; of bytes that another source or an article shares it is told that they stay.
        """
        gone = self._write(lambda connection: forgetting.forget(connection, urls))
        self._fresh.clear()
        with refusals(self.subject):
            upkeep.settle_log(self._bindings)
        return gone

    def vacuum(self, *, text_version: str | None = None) -> int:
        """Give back space: bodies that nothing names, Texts of other versions than *text_version*; how many went."""
        gone = self._write(upkeep.drop_orphans)
        self._fresh.clear()
        self._write(lambda connection: turns.forget_turns(connection, turns.clock(connection) - turns.FARTHEST))
        if text_version is not None:
            gone += self._write(lambda connection: bodies.drop_texts(connection, but=text_version))
        with refusals(self.subject):
            upkeep.vacuum(self._bindings)
        return gone
