"""Articles, and the audits made of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, ScalarResult, Select, Text, bindparam, func, insert, or_, select, type_coerce

from quotations.codec import decode, encode
from quotations.errors import NotInArchive
from quotations.model import Article, Audit, Finding, LinkState
from storage.bodies import insert as upsert
from storage.columns import dumps
from storage.tables import ARTICLE, AUDIT, FINDING, LINK, is_number, key

T = TypeVar("T")

_ROWS = 200  #: of an audit that are made ready or read together: the whole of a large one twice in memory is a lot


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One line in the list of audits."""

    id: str
    name: str  #: the file or address as the person gave it
    title: str | None
    audited_at: datetime
    counts: Mapping[str, int]  #: "findings", "links", and how many of each "finding:<severity>", "link:<severity>"


def keep_article(connection: Connection, article: Article, name: str, digest: str | None) -> int:
    """Keep an article as it was read; the same reading of the same file is kept once."""
    value = encode(article)
    row = {
        "key": key(name, dumps(value)),
        "digest": digest,
        "name_key": key(name),
        "name": name,
        "url_key": key(article.url) if article.url else None,
        "url": article.url,
        "title": article.title,
        "article": value,
    }
    statement = upsert(connection, ARTICLE).values(row)
    kept = statement.excluded.digest if digest else ARTICLE.c.digest
    statement = statement.on_conflict_do_update(index_elements=["key"], set_={"digest": kept})
    return int(connection.execute(statement.returning(ARTICLE.c.id)).scalar_one())


def article(connection: Connection, id: str) -> Article:
    """The article with that id; raises NotInArchive."""
    value = connection.scalar(select(ARTICLE.c.article).where(ARTICLE.c.id == int(id))) if is_number(id) else None
    if value is None:
        raise NotInArchive("There is no such article.", subject=id)
    return decode(Article, value)


def keep_audit(connection: Connection, audit: Audit) -> str:
    """Keep an audit, its findings and its links; its id."""
    number = connection.execute(
        insert(AUDIT)
        .values(
            article=keep_article(connection, audit.article, audit.name, None),
            audited_at=audit.audited_at,
            counts=counts(audit),
            run=encode(audit.run),
            captures=" ".join(audit.captures) if audit.captures is not None else None,
        )
        .returning(AUDIT.c.id)
    ).scalar_one()
    findings = (_finding_row(number, at, finding) for at, finding in enumerate(audit.findings))
    links = (_link_row(number, at, link) for at, link in enumerate(audit.links))
    for table, rows in ((FINDING, findings), (LINK, links)):
        while some := list(islice(rows, _ROWS)):
            connection.execute(insert(table), some)
    return str(number)


# Made once: a report of a collection asks them a thousand times.
_AUDIT = (
    select(AUDIT.c.audited_at, AUDIT.c.run, AUDIT.c.captures, ARTICLE.c.name, ARTICLE.c.article)
    .join(ARTICLE, ARTICLE.c.id == AUDIT.c.article)
    .where(AUDIT.c.id == bindparam("audit"))
)
_FINDINGS = (
    select(type_coerce(FINDING.c.finding, Text))
    .where(FINDING.c.audit == bindparam("audit"))
    .order_by(FINDING.c.position)
)
_LINKS = select(type_coerce(LINK.c.link, Text)).where(LINK.c.audit == bindparam("audit")).order_by(LINK.c.position)


def audit(connection: Connection, id: str, *, attributions: bool = True) -> Audit:
    """The audit with that id, as it was kept, its article without *attributions* if need be; raises NotInArchive."""
    number = {"audit": int(id) if is_number(id) else -1}
    row = connection.execute(_AUDIT, number).one_or_none()
    if row is None:
        raise NotInArchive("There is no such audit.", hint="`citetrail report` lists the audits.", subject=id)
    return Audit(
        id=id,
        name=row.name,
        article=decode(Article, row.article if attributions else {**row.article, "attributions": ()}),
        audited_at=row.audited_at,
        run=row.run,
        captures=tuple(row.captures.split()) if row.captures is not None else None,
        findings=tuple(_nouns(Finding, connection.scalars(_FINDINGS, number))),
        links=tuple(_nouns(LinkState, connection.scalars(_LINKS, number))),
    )


def _nouns(kind: type[T], rows: ScalarResult[str]) -> Iterator[T]:
    """The nouns in *rows* of JSON: read some hundred at a time, which takes half as long as one by one."""
    for some in rows.partitions(_ROWS):
        for value in json.loads(f"[{','.join(some)}]"):
            yield decode(kind, value)


def article_of(connection: Connection, id: str) -> tuple[str | None, str]:
    """Digest of the bytes that the audited article was read from, None where unknown, and their name."""
    statement = select(ARTICLE.c.digest, ARTICLE.c.name).join(AUDIT, ARTICLE.c.id == AUDIT.c.article)
    row = connection.execute(statement.where(AUDIT.c.id == (int(id) if is_number(id) else -1))).one_or_none()
    return (row.digest, row.name) if row is not None else (None, "")


def audited_article(connection: Connection, id: str) -> Article:
    """The article of the audit *id*, as it was read for it; raises NotInArchive."""
    statement = select(ARTICLE.c.article).join(AUDIT, ARTICLE.c.id == AUDIT.c.article)
    value = connection.scalar(statement.where(AUDIT.c.id == (int(id) if is_number(id) else -1)))
    if value is None:
        raise NotInArchive("There is no such audit.", hint="`citetrail report` lists the audits.", subject=id)
    return decode(Article, value)


def audits(connection: Connection, limit: int | None, since: datetime | None, name: str | None) -> list[AuditEntry]:
    """The audits, newest first; those since a moment, or of a file, address or title's beginning."""
    statement = _entries()
    if since is not None:
        statement = statement.where(AUDIT.c.audited_at >= since)
    if name is not None:
        statement = statement.where(or_(ARTICLE.c.name_key == key(name), ARTICLE.c.url_key == key(name)))
    return [_entry(row) for row in connection.execute(statement.limit(limit))]


def previous(connection: Connection, name: str, url: str | None, before: datetime | None) -> AuditEntry | None:
    """The newest audit of the article with that name or address, made before a moment."""
    same = [ARTICLE.c.name_key == key(name)]
    if url:
        same.append(ARTICLE.c.url_key == key(url))
    statement = _entries().where(or_(*same))
    if before is not None:
        statement = statement.where(AUDIT.c.audited_at < before)
    row = connection.execute(statement.limit(1)).one_or_none()
    return None if row is None else _entry(row)


def earlier(connection: Connection, article: Article, name: str, before: datetime, limit: int) -> Iterator[Audit]:
    """The newest audits of the same article made before a moment, newest first, each read when it is asked for.

    The same article has the same address; where one of the two has none, the same title in a file of the same name or
    bytes. An article that was given another title is known by its file, if no other ever stood in it.
    """
    own = key(name, dumps(encode(article)))
    digest = connection.scalar(select(ARTICLE.c.digest).where(ARTICLE.c.key == own))
    same = [ARTICLE.c.name_key == key(name)]
    same += [ARTICLE.c.url_key == key(article.url)] if article.url else []
    same += [ARTICLE.c.digest == digest] if digest else []
    statement = (
        select(AUDIT.c.id, ARTICLE.c.url, ARTICLE.c.title)
        .join(ARTICLE, ARTICLE.c.id == AUDIT.c.article)
        .where(or_(*same), AUDIT.c.audited_at < before)
        .order_by(AUDIT.c.audited_at.desc(), AUDIT.c.id.desc())
        .limit(limit * _WIDER)
    )
    rows = [row for row in connection.execute(statement) if not (article.url and row.url and row.url != article.url)]
    found = [row for row in rows if row.title == article.title or (article.url and row.url)]
    if not found and len({row.title for row in rows}) == 1:
        found = rows
    for row in found[:limit]:
        yield audit(connection, str(row.id))


def audited(connection: Connection) -> list[tuple[str, str]]:
    """Every article that was ever audited, as it was read last: its id, and its name as the person gave it."""
    newest = select(AUDIT.c.article, func.max(AUDIT.c.id).label("last")).group_by(AUDIT.c.article).subquery()
    statement = (
        select(ARTICLE.c.id, ARTICLE.c.name, ARTICLE.c.url, ARTICLE.c.title)
        .join(newest, newest.c.article == ARTICLE.c.id)
        .order_by(newest.c.last.desc())
    )
    found: dict[tuple[str | None, ...], tuple[str, str]] = {}
    for row in connection.execute(statement):
        same = (row.url,) if row.url else (row.name, row.title)
        found.setdefault(same, (str(row.id), row.name))
    return list(found.values())


#: A file of many articles has as many audits of one name in a row.
_WIDER = 200


def counts(audit: Audit) -> dict[str, int]:
    """How many findings and links there are, and how many of each severity (unchecked: "none")."""
    found = Counter[str]({"findings": len(audit.findings), "links": len(audit.links)})
    found.update(f"finding:{finding.severity or 'none'}" for finding in audit.findings)
    found.update(f"link:{link.severity or 'none'}" for link in audit.links)
    return dict(found)


def _entries() -> Select[Any]:
    return (
        select(AUDIT.c.id, AUDIT.c.audited_at, AUDIT.c.counts, ARTICLE.c.name, ARTICLE.c.title)
        .join(ARTICLE, ARTICLE.c.id == AUDIT.c.article)
        .order_by(AUDIT.c.audited_at.desc(), AUDIT.c.id.desc())
    )


def _entry(row: Any) -> AuditEntry:
    return AuditEntry(id=str(row.id), name=row.name, title=row.title, audited_at=row.audited_at, counts=row.counts)


def _finding_row(audit: int, position: int, finding: Finding) -> dict[str, Any]:
    seen = finding.source
    return {
        "audit": audit,
        "position": position,
        "capture": int(seen.capture) if is_number(seen.capture) else None,
        "digest": seen.digest,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value if finding.severity else None,
        "engine": encode(finding.engine),
        "finding": encode(finding),
    }


def _link_row(audit: int, position: int, link: LinkState) -> dict[str, Any]:
    return {
        "audit": audit,
        "position": position,
        "state": link.state.value,
        "reason": link.reason,
        "url_key": key(link.url) if link.url else None,
        "link": encode(link),
    }
