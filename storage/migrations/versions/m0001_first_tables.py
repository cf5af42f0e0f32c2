"""The first tables.

A migration stands by itself: it names plain types, since those of `storage` may change after it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "article",
        sa.Column("id", number, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("name_key", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url_key", sa.LargeBinary(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("article", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("key", name="uq_article_key"),
    )
    op.create_index("ix_article_digest", "article", ["digest"])
    op.create_index("ix_article_name_key", "article", ["name_key"])
    op.create_index("ix_article_url_key", "article", ["url_key"])
    op.create_table(
        "body",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("digest", name="pk_body"),
    )
    op.create_table(
        "domain",
        sa.Column("domain", sa.Text(), nullable=False),
        sa.Column("turn", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("domain", name="pk_domain"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("token", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_lease"),
    )
    op.create_table(
        "override",
        sa.Column("id", number, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_override"),
    )
    op.create_index("ix_override_key", "override", ["key"])
    op.create_table(
        "run",
        sa.Column("id", number, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )
    op.create_index("ix_run_started_at", "run", ["started_at"])
    op.create_table(
        "source",
        sa.Column("id", number, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_source"),
        sa.UniqueConstraint("key", name="uq_source_key"),
    )
    op.create_table(
        "text",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("digest", "version", name="pk_text"),
    )
    op.create_table(
        "watch",
        sa.Column("id", number, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("reports", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_watch"),
        sa.UniqueConstraint("key", name="uq_watch_key"),
    )
    op.create_table(
        "audit",
        sa.Column("id", number, nullable=False),
        sa.Column("article", number, nullable=False),
        sa.Column("audited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("run", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.id"], name="fk_audit_article_article"),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_article", "audit", ["article"])
    op.create_index("ix_audit_audited_at", "audit", ["audited_at"])
    op.create_table(
        "capture",
        sa.Column("id", number, nullable=False),
        sa.Column("source", number, nullable=False),
        sa.Column("captured_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["source.id"], name="fk_capture_source_source"),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
    )
    op.create_index("ix_capture_digest", "capture", ["digest"])
    op.create_index("ix_capture_source_live_captured_at", "capture", ["source", "live", "captured_at"])
    op.create_table(
        "finding",
        sa.Column("audit", number, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capture", number, nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), nullable=True),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["audit"], ["audit.id"], name="fk_finding_audit_audit"),
        sa.ForeignKeyConstraint(["capture"], ["capture.id"], name="fk_finding_capture_capture"),
        sa.PrimaryKeyConstraint("audit", "position", name="pk_finding"),
    )
    op.create_index("ix_finding_capture", "finding", ["capture"])
    op.create_table(
        "link",
        sa.Column("audit", number, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("url_key", sa.LargeBinary(), nullable=True),
        sa.Column("link", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["audit"], ["audit.id"], name="fk_link_audit_audit"),
        sa.PrimaryKeyConstraint("audit", "position", name="pk_link"),
    )
    op.create_index("ix_link_url_key", "link", ["url_key"])
    op.create_table(
        "watch_file",
        sa.Column("watch", number, nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("audit", number, nullable=True),
        sa.ForeignKeyConstraint(["audit"], ["audit.id"], name="fk_watch_file_audit_audit"),
        sa.ForeignKeyConstraint(["watch"], ["watch.id"], name="fk_watch_file_watch_watch", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("watch", "key", name="pk_watch_file"),
    )
