"""All that one archive holds written into another, whatever database either is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    LargeBinary,
    Table,
    TableClause,
    Text,
    column,
    func,
    insert,
    select,
    table,
    text,
)

from quotations.errors import ArchiveError
from storage.columns import Json, Packed, Words
from storage.tables import ARTICLE, BODY, DOMAIN, LEASE, METADATA, TEXT

#: What is of the moment and nobody's record: who is at work, and whose turn it is.
_OF_THE_MOMENT = frozenset({LEASE.name, DOMAIN.name})
#: Rows that are in memory at a time; of what may be large, fewer.
_ROWS, _LARGE_ROWS = 500, 10
_LARGE = frozenset({BODY.name, TEXT.name, ARTICLE.name})


def copy(source: Connection, target: Connection, *, subject: str, step: Callable[[int, int], None]) -> int:
    """Copy every row of *source* into the empty archive *target*; how many.

    Args:
        source: is read as it is at one moment, whoever goes on writing to it.
        target: has the same tables, and nothing in them.
        subject: the target's name, for the error.
        step: hears how many rows are done, and of how many.

    Raises:
        ArchiveError: something stands in *target*.
    """
    if source.dialect.name == "postgresql":
        source.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
    tables = [one for one in METADATA.sorted_tables if one.name not in _OF_THE_MOMENT]
    if any(target.execute(select(one).limit(1)).first() is not None for one in tables):
        hint = "Name one that does not exist yet, or a new database, with --db."
        raise ArchiveError("The archive is not empty.", hint=hint, subject=subject)
    whole = sum(source.scalar(select(func.count()).select_from(one)) or 0 for one in tables)
    done = 0
    for one in tables:
        bare = _bare(one)
        for rows in _rows(source, bare, one):
            target.execute(insert(bare), rows)
            done += len(rows)
            step(done, whole)
        _go_on_counting(target, one)
    return done


def _bare(one: Table) -> TableClause:
    """The table as it stands: what is packed or JSON is carried over, not read and written again."""
    return table(one.name, *(column(name, _raw(known)) for name, known in one.c.items()))


def _raw(known: Column[Any]) -> Any:
    if isinstance(known.type, Packed):
        return LargeBinary()
    return Text() if isinstance(known.type, (Json, Words)) else known.type


def _rows(source: Connection, bare: TableClause, one: Table) -> Iterator[list[dict[str, Any]]]:
    size = _LARGE_ROWS if one.name in _LARGE else _ROWS
    ordered = select(bare).order_by(*(bare.c[key.name] for key in one.primary_key.columns))
    with source.execution_options(yield_per=size).execute(ordered) as found:
        for some in found.partitions():
            yield [dict(row._mapping) for row in some]


def _go_on_counting(target: Connection, one: Table) -> None:
    """Let PostgreSQL number new rows from behind those that brought their numbers along."""
    if target.dialect.name != "postgresql" or one.autoincrement_column is None:
        return
    number = one.autoincrement_column.name
    sequence = target.scalar(
        text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": one.name, "column": number}
    )
    last = target.scalar(select(func.max(one.c[number])))
    if sequence is not None and last is not None:
        target.execute(text("SELECT setval(:sequence, :last)"), {"sequence": sequence, "last": last})
