"""The archive's tables. Facts are only ever added; what is derived can be thrown away and made again.

Long words (addresses, names) are found by their SHA-256, since no index of PostgreSQL takes them whole.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
)

from storage.columns import Json, Moment, Packed, Words

#: SQLite numbers rows by itself only in an INTEGER column.
NUMBER = BigInteger().with_variant(Integer(), "sqlite")


def key(*words: str) -> bytes:
    """What a row with such words is found by."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest()


def is_number(id: str) -> bool:
    """Whether *id* can be the id of a row at all."""
    return id.isascii() and id.isdigit() and len(id) < 19


def under(host: str) -> bytes:
    """What the sources of *host* and of all below it have their `host` begin with: its labels from the last, dots behind."""
    return b"".join(label + b"." for label in reversed(host.rstrip(".").encode("utf-8", "surrogatepass").split(b".")))


#: What all tables share: names for every constraint, so that a migration can take one away.
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class BodyColumns(TypedColumns):
    """Bytes by their digest; `data` is None where they were taken away."""

    digest: Named[str] = Column(Text, primary_key=True)  #: "sha256:<hex>"
    size: Named[int] = Column(BigInteger)
    data: Named[bytes | None] = Column(LargeBinary)  #: compressed


BODY = Table("body", METADATA, BodyColumns)


class TextColumns(TypedColumns):
    """A Text derived from a body by one version of the readers."""

    digest: Named[str] = Column(Text, primary_key=True)
    version: Named[str] = Column(Text, primary_key=True)
    text: Named[Any] = Column(Packed, nullable=False)


TEXT = Table("text", METADATA, TextColumns)


class SourceColumns(TypedColumns):
    """A cited resource, known by its address without fragment."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    key: Named[bytes] = Column(LargeBinary, unique=True)
    url: Named[str] = Column(Words)
    host: Named[bytes | None] = Column(LargeBinary, index=True)  #: as `under` has it


SOURCE = Table("source", METADATA, SourceColumns)


class CaptureColumns(TypedColumns):
    """The outcome of one look at a source. Rows are added and never changed."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    source: Named[int] = Column(NUMBER, ForeignKey("source.id"))
    captured_at: Named[datetime] = Column(Moment)
    live: Named[bool] = Column(Boolean)  #: of the source itself: no archive's copy, no file that a person gave
    good: Named[bool | None] = Column(Boolean)  #: None where the look says nothing of the source's health
    digest: Named[str | None] = Column(Text, index=True)
    facts: Named[Any] = Column(Json, nullable=False)
    exchanges: Named[bytes | None] = Column(LargeBinary)  #: compressed; what went over the wire, for evidence alone


CAPTURE = Table("capture", METADATA, CaptureColumns, Index(None, "source", "live", "captured_at"))


class ArticleColumns(TypedColumns):
    """A saved document under audit, as it was read."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    key: Named[bytes] = Column(LargeBinary, unique=True)  #: of its name and all that was read
    digest: Named[str | None] = Column(Text, index=True)  #: of its bytes
    name_key: Named[bytes] = Column(LargeBinary, index=True)
    name: Named[str] = Column(Words)
    url_key: Named[bytes | None] = Column(LargeBinary, index=True)
    url: Named[str | None] = Column(Words)
    title: Named[str | None] = Column(Words)
    article: Named[Any] = Column(Packed, nullable=False)


ARTICLE = Table("article", METADATA, ArticleColumns)


class AuditColumns(TypedColumns):
    """One audit of one article; its findings and links stand in their own tables."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    article: Named[int] = Column(NUMBER, ForeignKey("article.id"), index=True)
    audited_at: Named[datetime] = Column(Moment, index=True)
    counts: Named[Any] = Column(Json, nullable=False)
    run: Named[Any] = Column(Json, nullable=False)
    captures: Named[str | None] = Column(Text)  #: ids of those that it rests on, a blank between; None: not recorded


AUDIT = Table("audit", METADATA, AuditColumns)


class FindingColumns(TypedColumns):
    """One finding, with the capture, the bytes and the engine that it rests on."""

    audit: Named[int] = Column(NUMBER, ForeignKey("audit.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    capture: Named[int | None] = Column(NUMBER, ForeignKey("capture.id"), index=True)
    digest: Named[str | None] = Column(Text)
    verdict: Named[str] = Column(Text)
    severity: Named[str | None] = Column(Text)
    engine: Named[Any] = Column(Json, nullable=False)
    finding: Named[Any] = Column(Json, nullable=False)


FINDING = Table("finding", METADATA, FindingColumns)


class LinkColumns(TypedColumns):
    """What became of one citation's link, as of one audit."""

    audit: Named[int] = Column(NUMBER, ForeignKey("audit.id"), primary_key=True)
    position: Named[int] = Column(Integer, primary_key=True)
    state: Named[str] = Column(Text)
    reason: Named[str | None] = Column(Text)
    url_key: Named[bytes | None] = Column(LargeBinary, index=True)
    link: Named[Any] = Column(Json, nullable=False)


LINK = Table("link", METADATA, LinkColumns)


class WatchColumns(TypedColumns):
    """What is audited again: a folder, a list, and where its reports go."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    key: Named[bytes] = Column(LargeBinary, unique=True)
    target: Named[str] = Column(Words)
    reports: Named[str] = Column(Words)
    kind: Named[str] = Column(Words)


WATCH = Table("watch", METADATA, WatchColumns)


class WatchFileColumns(TypedColumns):
    """What a watch has seen already: a file or address, its digest then, and the audit made of it."""

    watch: Named[int] = Column(NUMBER, ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True)
    key: Named[bytes] = Column(LargeBinary, primary_key=True)
    file: Named[str] = Column(Words)
    digest: Named[str] = Column(Text)
    audit: Named[int | None] = Column(NUMBER, ForeignKey("audit.id"))


WATCH_FILE = Table("watch_file", METADATA, WatchFileColumns)


class LeaseColumns(TypedColumns):
    """Who does alone what only one may do, and until when."""

    name: Named[str] = Column(Words, primary_key=True)
    holder: Named[str] = Column(Words)
    token: Named[int] = Column(BigInteger)  #: rises with each new holder
    until: Named[float] = Column(Float)  #: seconds since 1970


LEASE = Table("lease", METADATA, LeaseColumns)


class DomainColumns(TypedColumns):
    """When a registrable domain's last turn was or will be."""

    domain: Named[str] = Column(Words, primary_key=True)
    turn: Named[float] = Column(Float)  #: seconds since 1970


DOMAIN = Table("domain", METADATA, DomainColumns)


class OverrideColumns(TypedColumns):
    """A person's word on a source or finding; shown beside the verdict, never in its place."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    key: Named[bytes] = Column(LargeBinary, index=True)
    subject: Named[str] = Column(Words)
    word: Named[str] = Column(Words)
    who: Named[str] = Column(Words)
    why: Named[str] = Column(Words)
    at: Named[datetime] = Column(Moment)


OVERRIDE = Table("override", METADATA, OverrideColumns)


class RunColumns(TypedColumns):
    """One execution with its counts."""

    id: Named[int] = Column(NUMBER, primary_key=True)
    kind: Named[str] = Column(Words)
    started_at: Named[datetime] = Column(Moment, index=True)
    ended_at: Named[datetime] = Column(Moment)
    counts: Named[Any] = Column(Json, nullable=False)


RUN = Table("run", METADATA, RunColumns)
