"""Sources are found by their site: a host's labels from the last one, in an index."""

from urllib.parse import urlsplit

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_AT_ONCE = 5000


def upgrade() -> None:
    op.add_column("source", sa.Column("host", sa.LargeBinary(), nullable=True))
    source = sa.table(
        "source", sa.column("id", sa.BigInteger()), sa.column("url", sa.Text()), sa.column("host", sa.LargeBinary())
    )
    connection = op.get_bind()
    last = 0
    while rows := connection.execute(
        sa.select(source.c.id, source.c.url).where(source.c.id > last).order_by(source.c.id).limit(_AT_ONCE)
    ).all():
        last = rows[-1].id
        connection.execute(
            sa.update(source).where(source.c.id == sa.bindparam("number")).values(host=sa.bindparam("name")),
            [{"number": row.id, "name": _host(row.url)} for row in rows],
        )
    op.create_index("ix_source_host", "source", ["host"])


def _host(url: str) -> bytes | None:
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return b"".join(label + b"." for label in reversed(host.rstrip(".").encode().split(b"."))) if host else None
