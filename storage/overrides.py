"""People's own words on sources and findings, and what was found when they were said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from quotations.errors import NotInArchive
from storage.bodies import CHUNK
from storage.tables import AUDIT, LINK, OVERRIDE, is_number, key


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A person's word; shown beside the verdict, never in its place."""

    subject: str  #: "source:<address>" or "finding:<audit>/<quotation>"
    word: str  #: what they say of it
    who: str
    why: str
    at: datetime
    id: str = ""  #: given by the archive


def keep_override(connection: Connection, said: Override) -> Override:
    """Record a person's word beside those that were said before."""
    row = {
        "key": key(said.subject),
        "subject": said.subject,
        "word": said.word,
        "who": said.who,
        "why": said.why,
        "at": said.at,
    }
    number = connection.execute(insert(OVERRIDE).values(row).returning(OVERRIDE.c.id)).scalar_one()
    return Override(id=str(number), subject=said.subject, word=said.word, who=said.who, why=said.why, at=said.at)


def overrides(connection: Connection, subject: str) -> list[Override]:
    """What people said of a source or finding, newest first."""
    rows = connection.execute(
        select(OVERRIDE.c.id, OVERRIDE.c.word, OVERRIDE.c.who, OVERRIDE.c.why, OVERRIDE.c.at)
        .where(OVERRIDE.c.key == key(subject))
        .order_by(OVERRIDE.c.at.desc(), OVERRIDE.c.id.desc())
    )
    return [
        Override(id=str(row.id), subject=subject, word=row.word, who=row.who, why=row.why, at=row.at) for row in rows
    ]


def all_overrides(connection: Connection) -> list[Override]:
    """Everything that people said, newest first."""
    rows = connection.execute(_said().order_by(OVERRIDE.c.at.desc(), OVERRIDE.c.id.desc()))
    return [_override(row) for row in rows]


def newest_overrides(connection: Connection, subjects: Iterable[str]) -> dict[str, Override]:
    """The newest word on each of *subjects* on which there is one; they are asked for only where there is any word."""
    found: dict[str, Override] = {}
    if connection.execute(select(OVERRIDE.c.id).limit(1)).first() is None:  # most people never say any
        return found
    keys = sorted({key(subject) for subject in subjects})
    for at in range(0, len(keys), CHUNK):
        statement = _said().where(OVERRIDE.c.key.in_(keys[at : at + CHUNK])).order_by(OVERRIDE.c.at, OVERRIDE.c.id)
        found.update({row.subject: _override(row) for row in connection.execute(statement)})
    return found


def remove_overrides(connection: Connection, which: str) -> int:
    """Take back the word with that id, or every word on that subject; how many. Raises NotInArchive."""
    same = OVERRIDE.c.id == int(which) if is_number(which) else OVERRIDE.c.key == key(which)
    gone = connection.execute(delete(OVERRIDE).where(same)).rowcount
    if not gone:
        raise NotInArchive(
            "Nobody said such a thing.", hint="`citetrail override list` shows what was said.", subject=which
        )
    return gone


def state_when(connection: Connection, url: str, at: datetime) -> tuple[str, str | None] | None:
    """State and reason of *url* in the audit nearest before *at*, else in the first after it; None when in none.

    Audits that did not look (state "unknown") tell nothing.
    """
    told = (
        select(LINK.c.state, LINK.c.reason)
        .join(AUDIT, AUDIT.c.id == LINK.c.audit)
        .where(LINK.c.url_key == key(url), LINK.c.state != "unknown")
        .limit(1)
    )
    before = told.where(AUDIT.c.audited_at <= at).order_by(AUDIT.c.audited_at.desc())
    after = told.where(AUDIT.c.audited_at > at).order_by(AUDIT.c.audited_at)
    row = connection.execute(before).first() or connection.execute(after).first()
    return None if row is None else (row.state, row.reason)


def _said() -> Any:
    return select(OVERRIDE.c.id, OVERRIDE.c.subject, OVERRIDE.c.word, OVERRIDE.c.who, OVERRIDE.c.why, OVERRIDE.c.at)


def _override(row: Any) -> Override:
    return Override(id=str(row.id), subject=row.subject, word=row.word, who=row.who, why=row.why, at=row.at)
