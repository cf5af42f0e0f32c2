"""What evidence needs: what went over the wire for a look, and which looks an audit rests on."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("capture", sa.Column("exchanges", sa.LargeBinary(), nullable=True))
    op.add_column("audit", sa.Column("captures", sa.Text(), nullable=True))
