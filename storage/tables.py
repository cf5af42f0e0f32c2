"""The archive's tables. Facts are only ever added; what is derived can be thrown away and made again.

Long words (addresses, names) are found by their SHA-256, since no index of PostgreSQL takes them whole.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Boolean, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import Json, Moment, Packed, Words

#: SQLite numbers rows by itself only in an INTEGER column.
Number = BigInteger().with_variant(Integer(), "sqlite")


def key(*words: str) -> bytes:
    """What a row with such words is found by."""
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest()


def is_number(id: str) -> bool:
    """Whether *id* can be the id of a row at all."""
    return id.isascii() and id.isdigit() and len(id) < 19


class Table(DeclarativeBase):
    """What all tables share: names for every constraint, so that a migration can take one away."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        str: Words,
        datetime: Moment,
        bytes: LargeBinary,
        float: Float,
        bool: Boolean,
    }


class BodyRow(Table):
    """Bytes by their digest; `data` is None where they were taken away."""

    __tablename__ = "body"

    digest: Mapped[str] = mapped_column(Text, primary_key=True)  #: "sha256:<hex>"
    size: Mapped[int] = mapped_column(BigInteger)
    data: Mapped[bytes | None]


class TextRow(Table):
    """A Text derived from a body by one version of the readers."""

    __tablename__ = "text"

    digest: Mapped[str] = mapped_column(Text, primary_key=True)
    version: Mapped[str] = mapped_column(Text, primary_key=True)
    text: Mapped[Any] = mapped_column(Packed)


class SourceRow(Table):
    """A cited resource, known by its address without fragment."""

    __tablename__ = "source"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    key: Mapped[bytes] = mapped_column(unique=True)
    url: Mapped[str]


class CaptureRow(Table):
    """The outcome of one look at a source. Rows are added and never changed."""

    __tablename__ = "capture"
    __table_args__ = (Index(None, "source", "live", "captured_at"),)

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    source: Mapped[int] = mapped_column(ForeignKey("source.id"))
    captured_at: Mapped[datetime]
    live: Mapped[bool]  #: the source itself answered or not: no archive's copy, no file that a person gave
    good: Mapped[bool | None]  #: None where the look says nothing of the source's health
    digest: Mapped[str | None] = mapped_column(Text, index=True)
    facts: Mapped[Any] = mapped_column(Json)


class ArticleRow(Table):
    """A saved document under audit, as it was read."""

    __tablename__ = "article"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    key: Mapped[bytes] = mapped_column(unique=True)  #: of its name and all that was read
    digest: Mapped[str | None] = mapped_column(Text, index=True)  #: of its bytes
    name_key: Mapped[bytes] = mapped_column(index=True)
    name: Mapped[str]
    url_key: Mapped[bytes | None] = mapped_column(index=True)
    url: Mapped[str | None]
    title: Mapped[str | None]
    article: Mapped[Any] = mapped_column(Packed)


class AuditRow(Table):
    """One audit of one article; its findings and links stand in their own tables."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    article: Mapped[int] = mapped_column(ForeignKey("article.id"), index=True)
    audited_at: Mapped[datetime] = mapped_column(index=True)
    counts: Mapped[Any] = mapped_column(Json)
    run: Mapped[Any] = mapped_column(Json)


class FindingRow(Table):
    """One finding, with the capture, the bytes and the engine that it rests on."""

    __tablename__ = "finding"

    audit: Mapped[int] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    capture: Mapped[int | None] = mapped_column(ForeignKey("capture.id"), index=True)
    digest: Mapped[str | None] = mapped_column(Text)
    verdict: Mapped[str] = mapped_column(Text)
    severity: Mapped[str | None] = mapped_column(Text)
    engine: Mapped[Any] = mapped_column(Json)
    finding: Mapped[Any] = mapped_column(Json)


class LinkRow(Table):
    """What became of one citation's link, as of one audit."""

    __tablename__ = "link"

    audit: Mapped[int] = mapped_column(ForeignKey("audit.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer, primary_key=True)
    state: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    url_key: Mapped[bytes | None] = mapped_column(index=True)
    link: Mapped[Any] = mapped_column(Json)


class WatchRow(Table):
    """What is audited again: a folder, a list, and where its reports go."""

    __tablename__ = "watch"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    key: Mapped[bytes] = mapped_column(unique=True)
    target: Mapped[str]
    reports: Mapped[str]
    kind: Mapped[str]


class WatchFileRow(Table):
    """What a watch has seen already: a file or address, its digest then, and the audit made of it."""

    __tablename__ = "watch_file"

    watch: Mapped[int] = mapped_column(ForeignKey("watch.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[bytes] = mapped_column(primary_key=True)
    file: Mapped[str]
    digest: Mapped[str] = mapped_column(Text)
    audit: Mapped[int | None] = mapped_column(ForeignKey("audit.id"))


class LeaseRow(Table):
    """Who does alone what only one may do, and until when (seconds since 1970)."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    token: Mapped[int] = mapped_column(BigInteger)  #: rises with each new holder
    until: Mapped[float]


class DomainRow(Table):
    """When a registrable domain's last turn was or will be (seconds since 1970)."""

    __tablename__ = "domain"

    domain: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[float]


class OverrideRow(Table):
    """A person's word on a source or finding; shown beside the verdict, never in its place."""

    __tablename__ = "override"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    key: Mapped[bytes] = mapped_column(index=True)
    subject: Mapped[str]
    word: Mapped[str]
    who: Mapped[str]
    why: Mapped[str]
    at: Mapped[datetime]


class RunRow(Table):
    """One execution with its counts."""

    __tablename__ = "run"

    id: Mapped[int] = mapped_column(Number, primary_key=True)
    kind: Mapped[str]
    started_at: Mapped[datetime] = mapped_column(index=True)
    ended_at: Mapped[datetime]
    counts: Mapped[Any] = mapped_column(Json)
